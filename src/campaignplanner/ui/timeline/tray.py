"""The tray: activities without dates wait here, where nobody can forget them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from campaignplanner.domain.activity import Activity
from campaignplanner.ui import theme as themes
from campaignplanner.ui.fonts import small_font, strong_font
from campaignplanner.ui.formats import tooltip_text
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.timeline.sprites import BarLook, Standing, corner_radius, draw_bar, look_of
from campaignplanner.ui.timeline.words import one_line
from campaignplanner.ui.widgets.lines import ElidedLabel, hairline, label

_WIDEST_CHIP = 260
_PADDING = 12
_SPACE = 8

_Index = QModelIndex | QPersistentModelIndex


class UndatedModel(QAbstractListModel):
    """The undated activities, in the order in which they are given."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._activities: tuple[Activity, ...] = ()
        self._without_aim: frozenset[str] = frozenset()

    def show_activities(self, activities: Sequence[Activity], without_aim: frozenset[str]) -> None:
        """Shows other activities."""
        self.beginResetModel()
        self._activities = tuple(activities)
        self._without_aim = without_aim
        self.endResetModel()

    def shows(self, activities: Sequence[Activity], without_aim: frozenset[str]) -> bool:
        """Whether just these are shown already; none at all is to be shown first of all."""
        return bool(activities) and self._activities == tuple(activities) and self._without_aim == without_aim

    def activity_at(self, row: int) -> Activity:
        """The activity of a row."""
        return self._activities[row]

    def look_at(self, row: int) -> BarLook:
        """How the chip of a row looks: as its bar would."""
        activity = self._activities[row]
        no_aim = activity.id in self._without_aim
        return look_of(activity.side, Standing.NO_AIM if no_aim else Standing.OWN)

    def row_of(self, activity_id: str) -> int:
        """The row of an activity, -1 when it is not undated."""
        return next((row for row, each in enumerate(self._activities) if each.id == activity_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """As many as there are."""
        return 0 if parent.isValid() else len(self._activities)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, and in words what the shape says."""
        if not index.isValid():
            return None
        activity = self._activities[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(activity.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(f"{activity.title} · {activity.side.value}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{one_line(activity.title)}, {activity.side.value}, {self.tr('no dates yet')}"
        return None


class ChipDelegate(QStyledItemDelegate):
    """Paints an undated activity as a short bar."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As wide as its title, up to a limit."""
        del option
        metrics = QFontMetricsF(small_font())
        width = metrics.horizontalAdvance(str(index.data())) + 2 * _PADDING + 2
        return QSize(round(min(width, _WIDEST_CHIP)) + _SPACE, chip_height() + _SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paints the chip, ringed when it is selected."""
        model = index.model()
        if not isinstance(model, UndatedModel):
            return
        theme = themes.current()
        box: QRectF = QRectF(option.rect)
        height = chip_height()
        bar = QRectF(box.left() + 2, box.center().y() - height / 2, box.width() - _SPACE, height)
        look = model.look_at(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_bar(painter, look, bar, theme)
        if option.state & QStyle.StateFlag.State_Selected:
            ring = bar.adjusted(-1.5, -1.5, 1.5, 1.5)
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, corner_radius(look.side, ring), corner_radius(look.side, ring))
        painter.setFont(small_font())
        painter.setPen(theme.text)
        inner = bar.adjusted(_PADDING, 0, -_PADDING + 2, 0)
        elided = QFontMetricsF(painter.font()).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, inner.width() + 2
        )
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), directed(elided))
        painter.restore()


def chip_height() -> int:
    """The height of a chip: that of a bar on the timeline."""
    return round(QFontMetricsF(small_font()).height() * 1.62)


class TrayView(QListView):
    """One row of chips that scrolls sideways, and from which they can be carried away.

    Signals:
        dismissed: Escape was pressed while nothing was carried.
        carried: carries the identifier of an activity and the point of the screen where it is.
        put_down: what was carried is let go of.
        put_back: what was carried goes back to where it was.
    """

    dismissed = Signal()
    carried = Signal(object, object)
    put_down = Signal()
    put_back = Signal()

    def __init__(self, model: UndatedModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._undated = model
        self._pressed: tuple[QPoint, str] | None = None
        self._is_carrying = False
        self.setModel(model)
        self.setItemDelegate(ChipDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(False)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Activities without dates"))
        self.setFixedHeight(chip_height() + _SPACE + 14)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts back what is carried, else closes the card, as it does on the timeline."""
        if event.key() == Qt.Key.Key_Escape:
            (self.put_back if self._is_carrying else self.dismissed).emit()
            self._let_go()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of a chip."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            activity_id = self._undated.activity_at(index.row()).id
            self._pressed = (event.globalPosition().toPoint(), activity_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carries the chip once the mouse has gone a few pixels."""
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        at = event.globalPosition().toPoint()
        start, activity_id = self._pressed
        if self._is_carrying or (at - start).manhattanLength() >= QApplication.startDragDistance():
            self._is_carrying = True
            self.carried.emit(activity_id, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Puts down what is carried."""
        was_carrying = self._is_carrying
        self._let_go()
        if was_carrying:
            self.put_down.emit()
        else:
            super().mouseReleaseEvent(event)

    def _let_go(self) -> None:
        self._pressed, self._is_carrying = None, False


class Tray(QFrame):
    """The strip under the timeline with what has no dates yet; hidden when there is nothing.

    Signals:
        chosen: carries the identifier of the activity that was chosen.
        dismissed: Escape was pressed.
        carried: carries the identifier of an activity that is dragged away, and where on the screen it is.
        put_down: what was dragged away is let go of.
        put_back: it is not wanted there after all.
    """

    chosen = Signal(object)
    dismissed = Signal()
    carried = Signal(object, object)
    put_down = Signal()
    put_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "raised")
        self._model = UndatedModel(self)
        self._view = TrayView(self._model, self)
        self._title = label(font=strong_font())
        self._why = ElidedLabel("muted", small_font())
        self._why.show_text(self.tr("No dates yet: drag them to their days"))
        self._heading = QWidget()
        self._build()
        self._view.selectionModel().currentChanged.connect(self._choose)
        self._view.clicked.connect(self._choose)
        self._view.dismissed.connect(self.dismissed)
        self._view.carried.connect(self.carried)
        self._view.put_down.connect(self.put_down)
        self._view.put_back.connect(self.put_back)

    @property
    def view(self) -> TrayView:
        """The chips themselves, which take the focus."""
        return self._view

    def show_activities(self, activities: Sequence[Activity], without_aim: frozenset[str]) -> None:
        """Shows the undated activities, or nothing at all."""
        if self._model.shows(activities, without_aim):
            return
        with QSignalBlocker(self._view.selectionModel()):
            self._model.show_activities(activities, without_aim)
        count = len(activities)
        self._title.setText(self.tr("Undated · %1").replace("%1", str(count)))
        self.setVisible(count > 0)

    def set_heading_width(self, width: int) -> None:
        """Lines the heading up with the aim column."""
        self._heading.setFixedWidth(width)

    def show_chosen(self, activity_id: str | None) -> None:
        """Marks an activity, or none, without telling anybody."""
        row = -1 if activity_id is None else self._model.row_of(activity_id)
        selection = self._view.selectionModel()
        if [each.row() for each in selection.selectedIndexes()] == ([] if row < 0 else [row]):
            return  # after every edit it is asked for again, and nothing is to be painted
        with QSignalBlocker(selection):
            if row < 0:
                selection.clear()
            else:
                self._view.setCurrentIndex(self._model.index(row))
        self._view.viewport().update()

    def _build(self) -> None:
        heading = QVBoxLayout(self._heading)
        heading.setContentsMargins(20, 6, 8, 6)
        heading.setSpacing(1)
        heading.addWidget(self._title)
        heading.addWidget(self._why)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(0)
        row.addWidget(self._heading)
        row.addWidget(self._view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addLayout(row)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._model.activity_at(index.row()).id)
