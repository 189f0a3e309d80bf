"""The list of what was found: a model of the few best choices, and how each is painted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from campaignplanner.domain.activity import Side
from campaignplanner.ui import icons, theme
from campaignplanner.ui.command_box.choices import SORT_NAMES, Choice
from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.widgets import key_caps

CHOICE_ROLE = Qt.ItemDataRole.UserRole

_PADDING = 12
_SIGN = 8
_AIR = 14
_NOTE_SHARE = 0.4
"""How much of a row what stands at its end may take at most."""


class FoundModel(QAbstractListModel):
    """The choices that were found, the likeliest first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._choices: Sequence[Choice] = ()

    @property
    def choices(self) -> Sequence[Choice]:
        """The choices in the order in which they are shown."""
        return self._choices

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Shows others."""
        self.beginResetModel()
        self._choices = choices
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """One row for each choice."""
        return 0 if parent is not None and parent.isValid() else len(self._choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a choice, or the choice itself."""
        if not index.isValid():
            return None
        choice = self._choices[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return choice.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return choice.said()
            case _:
                return choice if role == CHOICE_ROLE else None


class FoundDelegate(QStyledItemDelegate):
    """Paints a choice on one line: a sign, its text, and at the end what it is and its keys."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line with air; the height follows the font."""
        del option, index
        return QSize(0, QFontMetrics(QApplication.font()).height() + _AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one choice."""
        choice: Choice = index.data(CHOICE_ROLE)
        now = theme.current()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, now.selection)
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), now.accent)
        _paint_sign(painter, rect, choice, now)
        left = rect.left() + 2 * _PADDING + icons.SIZE
        end = _paint_end(painter, rect, choice, now)
        _write(painter, QRect(left, rect.top(), end - left - _PADDING, rect.height()), choice.text, now)
        painter.restore()


def _paint_sign(painter: QPainter, rect: QRect, choice: Choice, now: Theme) -> None:
    place = QRect(rect.left() + _PADDING, rect.center().y() - icons.SIZE // 2 + 1, icons.SIZE, icons.SIZE)
    if choice.side is None:
        if choice.icon is not None:
            choice.icon.paint(painter, place)
        return
    sign = QRectF(0, 0, _SIGN, _SIGN)
    sign.moveCenter(QRectF(place).center())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if choice.side is Side.ONLINE:
        painter.setBrush(now.online)
        painter.drawEllipse(sign)
    else:
        painter.setBrush(now.offline)
        painter.drawRect(sign)


def _paint_end(painter: QPainter, rect: QRect, choice: Choice, now: Theme) -> int:
    """Paint what a choice is, right-aligned; return where it begins."""
    right = rect.right() - _PADDING
    if choice.keys:
        key_caps.paint_keys(
            painter, QRectF(rect.left(), rect.top(), right - rect.left(), rect.height()), choice.keys, now
        )
        right -= round(key_caps.width_of(choice.keys)) + _PADDING
    note = choice.note() if choice.note is not None else ""
    name = QCoreApplication.translate("command_box", SORT_NAMES[choice.sort])
    metrics = QFontMetrics(small_font())
    most = round(rect.width() * _NOTE_SHARE)
    words = metrics.elidedText(f"{note} · {name}" if note else name, Qt.TextElideMode.ElideLeft, most)
    width = metrics.horizontalAdvance(words)
    painter.setFont(small_font())
    painter.setPen(now.text_muted)
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(QRect(right - width, rect.top(), width, rect.height()), flags, words)
    return right - width


def _write(painter: QPainter, rect: QRect, text: str, now: Theme) -> None:
    painter.setFont(QApplication.font())
    painter.setPen(now.text)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(rect, left | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, directed(shown))
