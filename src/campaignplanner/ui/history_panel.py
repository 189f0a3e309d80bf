"""The history: every step with its time, those taken back in grey, and the way to any of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from campaignplanner.ui import icons, theme
from campaignplanner.ui.fonts import small_font, strong_font
from campaignplanner.ui.formats import moment_text, tooltip_text
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.widgets.lines import label

if TYPE_CHECKING:  # the services bring the store, which must not be imported before the first paint
    from campaignplanner.services.history import HistoryLine

STEP_ROLE = Qt.ItemDataRole.UserRole + 1
"""Gives the Step of a row."""

_WIDTH = 320
_PADDING = 10


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the list: a step of the history, or the beginning where `line_id` is None."""

    line_id: int | None
    label: str
    made_at: datetime | None
    undone: bool
    is_now: bool


def steps_of(lines: Sequence[HistoryLine], beginning: str | None) -> tuple[Step, ...]:
    """The rows for a history, newest first; exactly one of them is where the plan stands.

    Args:
        lines: newest first, as the workspace gives them.
        beginning: what the last row says; None where older steps are not in the list.
    """
    now = next((line.id for line in lines if not line.undone), None)
    steps = [Step(line.id, line.label, line.made_at, line.undone, line.id == now) for line in lines]
    if beginning is not None:
        steps.append(Step(None, beginning, None, undone=False, is_now=now is None))
    return tuple(steps)


class HistoryModel(QAbstractListModel):
    """The steps as a Qt list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Takes the history as it is now."""
        self.beginResetModel()
        self._steps = steps
        self.endResetModel()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The rows from top to bottom."""
        return self._steps

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row says, to the eye and to a screen reader."""
        if not index.isValid():
            return None
        step = self._steps[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return step.label
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text(step.label)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(step)
            case _:
                return step if role == STEP_ROLE else None

    def _spoken(self, step: Step) -> str:
        words = [step.label]
        if step.made_at is not None:
            words.append(moment_text(step.made_at))
        if step.undone:
            words.append(self.tr("taken back"))
        if step.is_now:
            words.append(self.tr("you are here"))
        return ", ".join(words)


class _StepDelegate(QStyledItemDelegate):
    """Two lines a step, a rail at the left, and a filled dot where the plan stands."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = QFontMetrics(strong_font()).height() + QFontMetrics(small_font()).height()
        return QSize(super().sizeHint(option, index).width(), lines + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        step: Step = index.data(STEP_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.current().selection)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.current().hover)
        self._paint_rail(painter, rect, step)
        self._paint_words(painter, rect.adjusted(38, _PADDING, -12, -_PADDING), step)
        painter.restore()

    def _paint_rail(self, painter: QPainter, rect: QRect, step: Step) -> None:
        now = theme.current()
        middle = rect.left() + 22
        painter.setPen(now.hairline)
        painter.drawLine(middle, rect.top(), middle, rect.bottom())
        painter.setPen(now.accent if step.is_now else now.waterline)
        painter.setBrush(now.accent if step.is_now else now.surface_raised)
        radius = 5 if step.is_now else 3
        painter.drawEllipse(middle - radius, rect.center().y() - radius, 2 * radius, 2 * radius)

    def _paint_words(self, painter: QPainter, rect: QRect, step: Step) -> None:
        now = theme.current()
        font = strong_font() if step.is_now else QApplication.font()
        painter.setFont(font)
        painter.setPen(now.text_disabled if step.undone else now.text)
        elide = Qt.TextElideMode.ElideRight
        shown = QFontMetrics(font).elidedText(" ".join(step.label.split()), elide, rect.width())
        top = Qt.AlignmentFlag.AlignTop if step.made_at else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, top | Qt.AlignmentFlag.AlignLeft, shown)
        if step.made_at is not None:
            painter.setFont(small_font())
            painter.setPen(now.text_disabled if step.undone else now.text_muted)
            bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            painter.drawText(rect, bottom, self._second_line(step, step.made_at))

    def _second_line(self, step: Step, made_at: datetime) -> str:
        when = moment_text(made_at)
        return self.tr("%1, taken back").replace("%1", when) if step.undone else when


class HistoryPanel(QFrame):
    """The panel at the right of the window. `step_wanted` carries the Step to go to."""

    step_wanted = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setFixedWidth(_WIDTH)
        self.model = HistoryModel(self)
        self.list = self._build_list()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_head())
        column.addWidget(self.list, 1)
        self.ink()

    def _build_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 12, 8, 8)
        self._title = label(self.tr("History"), font=strong_font())
        self._close = QToolButton()
        self._close.setAccessibleName(self.tr("Close the history"))
        self._close.setToolTip(self.tr("Close the history"))
        self._close.clicked.connect(self.closed)
        row.addWidget(self._title, 1)
        row.addWidget(self._close)
        return head

    def _build_list(self) -> QListView:
        steps = QListView()
        steps.setAccessibleName(self.tr("Steps, newest first"))
        steps.setModel(self.model)
        steps.setItemDelegate(_StepDelegate(steps))
        steps.setUniformItemSizes(True)
        steps.setMouseTracking(True)
        steps.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        steps.clicked.connect(self._want)
        return steps

    def show_history(self, lines: Sequence[HistoryLine], *, is_whole: bool) -> None:
        """Shows the steps as they are now; without the older ones the beginning cannot be gone to."""
        self.model.show_steps(steps_of(lines, self.tr("The beginning") if is_whole else None))
        now = next((row for row, step in enumerate(self.model.steps) if step.is_now), None)
        if now is not None:
            self.list.setCurrentIndex(self.model.index(now))

    def ink(self) -> None:
        """Draws the icon in the colours of the theme."""
        self._close.setIcon(icons.icon("close", theme.current()))

    @Slot(QModelIndex)
    def _want(self, index: QModelIndex) -> None:
        if index.isValid():
            self.step_wanted.emit(self.model.steps[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the step, Escape closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._want(self.list.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
