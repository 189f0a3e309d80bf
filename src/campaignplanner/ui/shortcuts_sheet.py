"""All keys on one sheet, by what they are about, with a line to search in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from campaignplanner.planning.finding import Finder
from campaignplanner.ui import theme
from campaignplanner.ui.actions import SPECS, Actions, Group
from campaignplanner.ui.fonts import strong_font, title_font
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.page_keys import PAGE_KEYS, KeyPlace
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP
from campaignplanner.ui.widgets import key_caps
from campaignplanner.ui.widgets.lines import hairline, label

_ROW_ROLE = Qt.ItemDataRole.UserRole
_PADDING = 20
_AIR = 12
_BETWEEN_KEYS = 12

GROUP_TITLES = {
    Group.GOING: QT_TRANSLATE_NOOP("shortcuts", "Going somewhere"),
    Group.CAMPAIGN: QT_TRANSLATE_NOOP("shortcuts", "Campaign"),
    Group.PLAN: QT_TRANSLATE_NOOP("shortcuts", "Plan"),
    Group.TIMELINE: QT_TRANSLATE_NOOP("shortcuts", "Timeline"),
    Group.STEPS: QT_TRANSLATE_NOOP("shortcuts", "Steps"),
    Group.WINDOW: QT_TRANSLATE_NOOP("shortcuts", "Window"),
}


@dataclass(frozen=True, slots=True)
class ShortcutLine:
    """What something is called, and the keys that do it, in the system's words; none where it has none."""

    text: str
    keys: tuple[str, ...]

    @property
    def said(self) -> str:
        """The line in words, to be searched and to be read aloud."""
        return " ".join((self.text, *self.keys))


@dataclass(frozen=True, slots=True)
class ShortcutGroup:
    """Lines that belong together under a title."""

    title: str
    lines: tuple[ShortcutLine, ...]


def shortcut_groups(actions: Actions) -> tuple[ShortcutGroup, ...]:
    """Every action of the table with its keys by what it is about, then what keys do in one place only."""
    of_actions = (
        ShortcutGroup(
            QCoreApplication.translate("shortcuts", title),
            tuple(_line_of(actions[spec.name]) for spec in SPECS if spec.group is group),
        )
        for group, title in GROUP_TITLES.items()
    )
    return *of_actions, *(_group_of(place) for place in PAGE_KEYS)


def _line_of(action: QAction) -> ShortcutLine:
    return ShortcutLine(action.text().replace("&", ""), _said(action.shortcuts()))


def _group_of(place: KeyPlace) -> ShortcutGroup:
    lines = (
        ShortcutLine(
            QCoreApplication.translate("page keys", use.text), _said(QKeySequence(each) for each in use.keys)
        )
        for use in place.uses
    )
    return ShortcutGroup(QCoreApplication.translate("page keys", place.title), tuple(lines))


def _said(keys: Iterable[QKeySequence]) -> tuple[str, ...]:
    return tuple(each.toString(QKeySequence.SequenceFormat.NativeText) for each in keys)


class ShortcutsSheet(QDialog):
    """Shows groups of lines; what is typed leaves only the lines that have the letters. Escape closes."""

    def __init__(self, groups: Sequence[ShortcutGroup], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._groups = groups
        self._finder = Finder(line.said for group in groups for line in group.lines)
        self._model = _SheetModel(self)
        self._typed = self._build_line()
        self._list = self._build_list()
        self._nothing = label(self.tr("No key has these letters."), role="muted")
        self._nothing.setContentsMargins(_PADDING, _AIR, _PADDING, _AIR)
        self._build()
        self._typed.textChanged.connect(self._find)
        self._find()
        self._typed.setFocus()

    def _build_line(self) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(self.tr("Search: what to do, or a key"))
        line.setAccessibleName(self.tr("Search the shortcuts"))
        line.setClearButtonEnabled(True)
        return line

    def _build_list(self) -> QListView:
        lines = QListView()
        lines.setAccessibleName(self.tr("Keyboard shortcuts"))
        lines.setModel(self._model)
        lines.setItemDelegate(_SheetDelegate(lines))
        lines.setSelectionMode(QListView.SelectionMode.NoSelection)
        lines.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return lines

    def _build(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(_PADDING, 18, _PADDING, 14)
        head.setSpacing(12)
        head.addWidget(label(self.windowTitle(), font=title_font()))
        head.addWidget(self._typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline())
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        height = QFontMetrics(QApplication.font()).height() + _AIR
        self.resize(560, 22 * height)

    @property
    def line(self) -> QLineEdit:
        """Where one types what to look for."""
        return self._typed

    @property
    def shown(self) -> list[str]:
        """The titles and texts that are shown, from top to bottom."""
        return [row if isinstance(row, str) else row.text for row in self._model.rows]

    @Slot()
    def _find(self) -> None:
        count = sum(len(group.lines) for group in self._groups)
        wanted = set(self._finder.found(self._typed.text(), most=count))
        rows: list[_Row] = []
        number = 0
        for group in self._groups:
            numbers = range(number, number + len(group.lines))
            lines = [line for each, line in zip(numbers, group.lines, strict=True) if each in wanted]
            rows += [group.title, *lines] if lines else []
            number += len(group.lines)
        self._model.show_rows(rows)
        self._list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)


_Row = str | ShortcutLine
"""The title of a group, or one of its lines."""


class _SheetModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[_Row] = ()

    def show_rows(self, rows: Iterable[_Row]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row if isinstance(row, str) else row.said
        return row if role == _ROW_ROLE else None


class _SheetDelegate(QStyledItemDelegate):
    """Paints titles strong with air above, and lines with their keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        line = QFontMetrics(QApplication.font()).height() + _AIR
        return QSize(0, line + _AIR if isinstance(index.data(_ROW_ROLE), str) else line)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: _Row = index.data(_ROW_ROLE)
        now = theme.current()
        rect: QRect = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        painter.save()
        if isinstance(row, str):
            painter.setFont(strong_font())
            painter.setPen(now.text_muted)
            painter.drawText(rect.adjusted(0, _AIR, 0, 0), Qt.AlignmentFlag.AlignVCenter, row)
        else:
            right = float(rect.right())
            for keys in reversed(row.keys):
                room = QRectF(rect.left(), rect.top(), right - rect.left(), rect.height())
                key_caps.paint_keys(painter, room, keys, now)
                right -= key_caps.width_of(keys) + _BETWEEN_KEYS
            painter.setFont(QApplication.font())
            painter.setPen(now.text)
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, row.text)
        painter.restore()
