"""Painting the cells of the grid, and the line that opens over one to type in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QStringListModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from campaignplanner.domain.budget import Meets
from campaignplanner.exchange.line_words import LineColumn
from campaignplanner.ui import icons, theme
from campaignplanner.ui.budget.lines.cell_texts import CellLook
from campaignplanner.ui.budget.lines.columns import COLUMNS, alignment_of, facts_of
from campaignplanner.ui.fields.completion import Completion
from campaignplanner.ui.fonts import strong_font, with_figures
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.widgets.chevron import paint_chevron
from campaignplanner.ui.widgets.severity_mark import SeverityStamps

_SIDE = 10
_PADDING = 6
_SHAPE = 8
_SIGN = 14
_EDITOR_SIDE = 8
FOLD_ROOM = 26
"""How far from the left of a head a click folds its lines away."""

_END = QStyledItemDelegate.EndEditHint


class CellLine(QLineEdit):
    """What is typed into one cell.

    `finished` carries the key press that ends it, also from the open list of words; `chosen` carries the line
    itself when a word of that list was clicked.

    Attributes:
        row: the line, or the empty text for a new one.
        column: the column of the cell.
    """

    finished = Signal(object)
    chosen = Signal(object)

    def __init__(self, row: str, column: LineColumn, words: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self.column = column
        self.setFrame(False)
        if facts_of(column).is_number:
            self.setFont(with_figures(self.font()))
        self.setStyleSheet(f"padding: 0 {_EDITOR_SIDE - 1}px; border-radius: 0;")
        self._list = QStringListModel(list(words), self)
        self.words = Completion(self, self._list, self) if words else None
        if self.words is not None:
            self.words.activated.connect(self._tell_chosen)

    def event(self, event: QEvent) -> bool:
        """The open list passes keys on past every event filter; those that end the typing end it here too."""
        is_key = event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() in _STEPS:
            event.accept()
            self.finished.emit(event)
            return True
        return super().event(event)

    @Slot()
    def _tell_chosen(self) -> None:
        self.chosen.emit(self)


class CellDelegate(QStyledItemDelegate):
    """Paints cells and opens a line over them.

    Signals:
        typed: carries the CellLine whose text is to be taken.
        left: carries how far to move: columns, rows; after what was typed was taken.

    Attributes:
        open_line: the line that is open over a cell.
    """

    typed = Signal(object)
    left = Signal(object)

    def __init__(self, editing: CellWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._editing = editing
        self.open_line: CellLine | None = None
        self._stamps: tuple[Theme, SeverityStamps] | None = None
        fonts = (parent.font(), strong_font())
        self._plain, self._strong = ((font, QFontMetrics(font)) for font in fonts)
        figures = (with_figures(font) for font in fonts)
        self._figures, self._strong_figures = ((font, QFontMetrics(font)) for font in figures)

    def row_height(self) -> int:
        """How high rows are, by the fonts."""
        return self._plain[1].height() + 2 * _PADDING

    # -- painting ------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints a cell."""
        look = self._editing.look_of(index)
        now, rect = theme.current(), QRect(option.rect)
        painter.save()
        self._paint_ground(painter, option, rect, look, now, is_head=self._editing.is_head(index))
        if look.finding is not None:
            self._stamps_for(now).paint(painter, mark_box(rect).center(), look.finding.severity)
        content = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if look.meets is not None and look.meets is not Meets.NOT_SAID:
            content = _paint_shapes(painter, content, look.meets, now)
        if look.is_open is not None:
            middle = QPointF(content.left() + 5, content.center().y() + 0.5)
            paint_chevron(painter, middle, now.text_muted, is_open=look.is_open)
            content.setLeft(content.left() + FOLD_ROOM - _SIDE)
        if look.is_locked or look.mark is not None:
            content = self._paint_sign(painter, content, look, now)
        if look.text:
            font, metrics = self._font_of(look, index)
            painter.setFont(font)
            painter.setPen(_ink(look, now))
            shown = metrics.elidedText(look.text, Qt.TextElideMode.ElideRight, content.width() + 1)
            painter.drawText(content, alignment_of(COLUMNS[index.column()]), directed(shown))
        painter.restore()

    def _stamps_for(self, now: Theme) -> SeverityStamps:
        if self._stamps is None or self._stamps[0] is not now:
            self._stamps = now, SeverityStamps(now, _SIDE)
        return self._stamps[1]

    def _font_of(self, look: CellLook, index: Index) -> tuple[QFont, QFontMetrics]:
        """Figures of one width only where numbers stand: they would part the words of a text."""
        is_number = facts_of(COLUMNS[index.column()]).is_number
        if look.is_strong:
            return self._strong_figures if is_number else self._strong
        return self._figures if is_number else self._plain

    def _paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        look: CellLook,
        now: Theme,
        *,
        is_head: bool,
    ) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, now.selection)
        elif look.mark is not None:
            painter.fillRect(rect, now.error_fill)
        elif is_head:
            painter.fillRect(rect, now.surface_raised)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), now.hairline)
        if look.mark is not None:
            painter.setPen(QPen(now.error, 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(now.accent, 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _paint_sign(self, painter: QPainter, content: QRect, look: CellLook, now: Theme) -> QRect:
        """A lock, or the sign of what is wrong, at the left; gives the room that is left for words."""
        name, ink = ("problem", now.error) if look.mark is not None else ("lock", now.text_muted)
        where = QRect(content.left() - 3, content.center().y() - _SIGN // 2 + 1, _SIGN, _SIGN)
        icons.inked_icon(name, ink).paint(painter, where)
        return content.adjusted(_SIGN, 0, 0, 0)

    # -- typing --------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line with the cell's text; None, which opens nothing, where nothing is typed."""
        del option
        column, row = COLUMNS[index.column()], self._editing.row_of(index)
        if row is None:
            return None  # type: ignore[return-value]
        line = CellLine(row, column, self._editing.words(column), parent)
        line.setAccessibleName(self._editing.name_of(index))
        self.open_line = line
        line.finished.connect(self._leave_open)
        line.chosen.connect(self._take_chosen)
        line.setAlignment(Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Shows what stands in the cell once; what is being typed is left alone by news of the plan."""
        if isinstance(editor, CellLine) and not editor.property("shown"):
            editor.setProperty("shown", True)
            editor.setText(self._editing.text_of(index))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hands on what was typed."""
        del model, index
        if isinstance(editor, CellLine):
            self.typed.emit(editor)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Closes a line."""
        if editor is self.open_line:
            self.open_line = None
        super().destroyEditor(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the cell."""
        del index
        editor.setGeometry(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Tab take what is typed and go on; Escape leaves the cell as it was."""
        if (
            isinstance(watched, CellLine)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _STEPS
        ):
            self._leave(watched, event)
            return True
        return super().eventFilter(watched, event)

    @Slot(object)
    def _leave_open(self, event: QKeyEvent) -> None:
        if self.open_line is not None:
            self._leave(self.open_line, event)

    @Slot(object)
    def _take_chosen(self, line: CellLine) -> None:
        """A word of the list is taken at once where nothing else can stand there."""
        if line is self.open_line and self._editing.is_choice(line.column):
            self.commitData.emit(line)
            self.closeEditor.emit(line, _END.NoHint)

    def _leave(self, line: CellLine, event: QKeyEvent) -> None:
        columns, rows = _STEPS[Qt.Key(event.key())]
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() != Qt.Key.Key_Backtab:
            columns, rows = -columns, -rows
        words = None if line.words is None else line.words.popup()
        if words is not None:
            words.hide()
        self.commitData.emit(line)
        self.closeEditor.emit(line, _END.NoHint)
        self.left.emit((columns, rows))


class CellWords(QObject):
    """What the delegate needs to know of cells while one types in them; the grid answers."""

    def is_head(self, index: Index) -> bool:
        """Whether a cell is in the head of a group."""
        raise NotImplementedError

    def look_of(self, index: Index) -> CellLook:
        """How a cell is drawn."""
        raise NotImplementedError

    def row_of(self, index: Index) -> str | None:
        """The line that is typed into; the empty text for a new one, None where nothing is typed."""
        raise NotImplementedError

    def text_of(self, index: Index) -> str:
        """What stands in the line when it opens."""
        raise NotImplementedError

    def name_of(self, index: Index) -> str:
        """What a screen reader calls the line."""
        raise NotImplementedError

    def words(self, column: LineColumn) -> Sequence[str]:
        """What is offered while one types."""
        raise NotImplementedError

    def is_choice(self, column: LineColumn) -> bool:
        """Whether only one of the offered words can stand there."""
        raise NotImplementedError


_STEPS = {
    Qt.Key.Key_Return: (0, 1),
    Qt.Key.Key_Enter: (0, 1),
    Qt.Key.Key_Tab: (1, 0),
    Qt.Key.Key_Backtab: (-1, 0),
}


def mark_box(cell: QRect) -> QRectF:
    """Where the mark of a finding stands: in the room before the words of a cell."""
    return QRectF(cell.left() + 1, cell.top(), _SIDE, cell.height())


def _ink(look: CellLook, now: Theme) -> QColor:
    if look.mark is not None:
        return now.error
    return now.text_muted if look.is_muted else now.text


def _paint_shapes(painter: QPainter, content: QRect, meets: Meets, now: Theme) -> QRect:
    """A round online sign, a square offline one, or both; gives the room that is left for words."""
    left, middle = float(content.left()), content.center().y() + 0.5
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if meets in (Meets.ONLINE, Meets.BOTH):
        painter.setBrush(now.online)
        painter.drawEllipse(QPointF(left + _SHAPE / 2, middle), _SHAPE / 2, _SHAPE / 2)
        left += _SHAPE + 3
    if meets in (Meets.OFFLINE, Meets.BOTH):
        painter.setBrush(now.offline)
        painter.drawRect(QRectF(left, middle - _SHAPE / 2, _SHAPE, _SHAPE))
        left += _SHAPE + 3
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    return content.adjusted(round(left) - content.left() + 3, 0, 0, 0)
