"""Reading a timeline page as a screen reader does: down the tree, by roles, names and states."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

ROLE, TEXT = QAccessible.Role, QAccessible.Text

NAMES_OF_LISTS = ("Days", "Bridges", "Spend per week", "Spend per month")


def interface(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def children(parent: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [parent.child(index) for index in range(parent.childCount())]


def everything(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield root
    for child in children(root):
        yield from everything(child)


def name(thing: QAccessibleInterface) -> str:
    return thing.text(TEXT.Name)


def description(thing: QAccessibleInterface) -> str:
    return thing.text(TEXT.Description)


def timeline(window: QWidget) -> QAccessibleInterface:
    """The timeline, found from the window downwards."""
    return next(each for each in everything(interface(window)) if each.role() is ROLE.Tree)


def lanes(window: QWidget) -> list[QAccessibleInterface]:
    return [each for each in children(timeline(window)) if each.role() is ROLE.TreeItem]


def bars(lane: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [each for each in children(lane) if each.role() is ROLE.TreeItem]


def flags(lane: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [each for each in children(lane) if each.role() is ROLE.ListItem]


def listed(window: QWidget, *names: str) -> list[QAccessibleInterface]:
    """What is in the list of a name: days, bridges, weeks or months."""
    found = next(each for each in children(timeline(window)) if name(each) in names)
    assert found.role() is ROLE.List
    return children(found)


def bridges(window: QWidget) -> list[QAccessibleInterface]:
    return listed(window, "Bridges")


def painted(window: QWidget) -> Iterator[QAccessibleInterface]:
    """Every part that is painted, not a widget."""
    for part in children(timeline(window)):
        if part.role() is ROLE.TreeItem or name(part) in NAMES_OF_LISTS:
            yield from everything(part)


def bar_of(window: QWidget, title: str) -> QAccessibleInterface:
    return next(each for lane in lanes(window) for each in bars(lane) if title in name(each))


def is_in(window: QWidget, title: str) -> bool:
    return any(title in name(each) for lane in lanes(window) for each in bars(lane))
