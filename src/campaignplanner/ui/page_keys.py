"""What keys do where they are no actions of the window: in a tree, a list, a grid or on the timeline."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from campaignplanner.ui.budget.lines.keys import GRID_KEYS
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP

Key = str | QKeySequence.StandardKey
"""A key as `QKeySequence` takes it."""


@dataclass(frozen=True, slots=True)
class KeyUse:
    """What keys do, in words to be translated."""

    text: str
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """The keys of one place of the window."""

    title: str
    uses: tuple[KeyUse, ...]


PLAN_KEYS = KeyPlace(
    QT_TRANSLATE_NOOP("page keys", "In the list of activities"),
    (
        KeyUse(QT_TRANSLATE_NOOP("page keys", "Type into the cell"), ("F2", "Return")),
        KeyUse(QT_TRANSLATE_NOOP("page keys", "New activity below"), ("Ins",)),
        KeyUse(QT_TRANSLATE_NOOP("page keys", "Select several"), ("Shift+Down", "Shift+Up")),
        KeyUse(QT_TRANSLATE_NOOP("page keys", "Next and last cell to type into"), ("Tab", "Shift+Tab")),
        KeyUse(QT_TRANSLATE_NOOP("page keys", "Open or close an aim"), ("Space",)),
    ),
)
AIM_KEYS = KeyPlace(
    QT_TRANSLATE_NOOP("page keys", "In the lists of aims and audiences"),
    (
        KeyUse(QT_TRANSLATE_NOOP("page keys", "Edit in place"), ("F2", "Return")),
        KeyUse(QT_TRANSLATE_NOOP("page keys", "New one"), ("Ins",)),
        KeyUse(QT_TRANSLATE_NOOP("page keys", "Move up or down"), ("Alt+Up", "Alt+Down")),
    ),
)
FLIGHT_KEYS = KeyPlace(
    QT_TRANSLATE_NOOP("page keys", "In the list of flights"),
    (
        KeyUse(QT_TRANSLATE_NOOP("page keys", "Copy the flight"), ("Ctrl+D",)),
        KeyUse(QT_TRANSLATE_NOOP("page keys", "Shift by a day"), ("Ctrl+Left", "Ctrl+Right")),
        KeyUse(
            QT_TRANSLATE_NOOP("page keys", "Shift by a week"),
            ("Ctrl+Shift+Left", "Ctrl+Shift+Right"),
        ),
    ),
)
TIMELINE_KEYS = KeyPlace(
    QT_TRANSLATE_NOOP("page keys", "On the timeline"),
    (
        KeyUse(QT_TRANSLATE_NOOP("page keys", "Next or last in the lane"), ("Right", "Left")),
        KeyUse(QT_TRANSLATE_NOOP("page keys", "The one above or below"), ("Up", "Down")),
        KeyUse(QT_TRANSLATE_NOOP("page keys", "Next or last lane"), ("PgDown", "PgUp")),
        KeyUse(QT_TRANSLATE_NOOP("page keys", "First and last"), ("Home", "End")),
        KeyUse(QT_TRANSLATE_NOOP("page keys", "Scroll"), ("Ctrl+Left", "Ctrl+Right", "Ctrl+Up", "Ctrl+Down")),
        KeyUse(QT_TRANSLATE_NOOP("page keys", "Collapse or open the lane"), ("Space",)),
    ),
)
LINE_KEYS = KeyPlace(
    QT_TRANSLATE_NOOP("page keys", "In the grid of budget lines"),
    (
        KeyUse(QT_TRANSLATE_NOOP("page keys", "Type into the cell"), ("F2", "Return")),
        KeyUse(QT_TRANSLATE_NOOP("page keys", "Next and last cell"), ("Tab", "Shift+Tab")),
        KeyUse(QT_TRANSLATE_NOOP("page keys", "Select whole lines"), ("Shift+Space",)),
        KeyUse(QT_TRANSLATE_NOOP("page keys", "Tick or untick; open or close a group"), ("Space",)),
        *(KeyUse(each.text, each.keys[:1]) for each in GRID_KEYS),
    ),
)
REVIEW_KEYS = KeyPlace(
    QT_TRANSLATE_NOOP("page keys", "In the list of findings"),
    (
        KeyUse(QT_TRANSLATE_NOOP("page keys", "Do what mends it first"), ("Return",)),
        KeyUse(QT_TRANSLATE_NOOP("page keys", "Set aside: not for us"), ("Del",)),
    ),
)
BRIEF_KEYS = KeyPlace(
    QT_TRANSLATE_NOOP("page keys", "On the pages of the brief"),
    (
        KeyUse(QT_TRANSLATE_NOOP("page keys", "From the fields to the pages, and back"), ("F6",)),
        KeyUse(QT_TRANSLATE_NOOP("page keys", "Next and last page"), ("PgDown", "PgUp")),
        KeyUse(
            QT_TRANSLATE_NOOP("page keys", "Next and last page, while typing"), ("Ctrl+PgDown", "Ctrl+PgUp")
        ),
        KeyUse(QT_TRANSLATE_NOOP("page keys", "First and last page"), ("Home", "End")),
        KeyUse(QT_TRANSLATE_NOOP("page keys", "Larger, smaller, fitting"), ("Ctrl++", "Ctrl+-", "Ctrl+0")),
    ),
)

PAGE_KEYS = (PLAN_KEYS, AIM_KEYS, FLIGHT_KEYS, TIMELINE_KEYS, LINE_KEYS, REVIEW_KEYS, BRIEF_KEYS)
"""Every place with keys of its own, in the order of the pages."""
