"""Watches the mouse over the timeline and tells, when it rests, of what is under it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, QTimer, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from campaignplanner.planning.phasing import SpendPeriod
from campaignplanner.ui.timeline.canvas import TimelineCanvas
from campaignplanner.ui.timeline.hover_card import HoverCard
from campaignplanner.ui.timeline.hover_targets import HoverTarget, target_at
from campaignplanner.ui.timeline.placing import card_place

REST = 450
"""Milliseconds for which the mouse rests before the first card comes."""
_NEXT = 120
"""The same while a card is shown: who reads one wants the next one soon."""
_SETTLING = 25
"""The same before anything is looked up: a mouse on its way passes hundreds of things."""
_MARGIN = 6.0
_ENDING = (
    QEvent.Type.Leave,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
    QEvent.Type.DragEnter,
)


class Hover(QObject):
    """Shows a card of what is pointed at, a moment after the mouse came to rest there.

    What is selected has its own card already and gets no second one.

    Args:
        canvas: what is watched.
        is_busy: whether something is being dragged, so that no card may come.
    """

    def __init__(self, canvas: TimelineCanvas, is_busy: Callable[[], bool] | None = None) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._is_busy = is_busy
        self._target: HoverTarget | None = None
        self._point = QPointF()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show_now)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLING)
        self._settling.timeout.connect(self._look)
        self._card = HoverCard(canvas.viewport())
        self._viewport = canvas.viewport()
        self._viewport.installEventFilter(self)
        canvas.view_changed.connect(self.end)
        canvas.selection_changed.connect(self._end_for_selected)

    @property
    def card(self) -> HoverCard:
        """The card; hidden while there is nothing to tell."""
        return self._card

    @property
    def is_waiting(self) -> bool:
        """Whether a card is to come when the mouse stays where it is."""
        return self._timer.isActive()

    def ends_over(self, widget: QWidget) -> None:
        """Ends when the mouse goes to a widget that lies over the canvas."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the mouse; takes nothing away from who else listens, but the canvas's own tooltips."""
        kind = event.type()
        # The canvas is not asked: it may be half gone when the last events come.
        if watched is not self._viewport:
            if kind == QEvent.Type.Enter:
                self.end()
            return False
        if isinstance(event, QMouseEvent) and kind == QEvent.Type.MouseMove:
            self._point = event.position()
            if event.buttons().value:
                self.end()
            elif not self._settling.isActive():
                self._settling.start()
        elif kind in _ENDING:
            self.end()
        return kind == QEvent.Type.ToolTip

    @Slot()
    def _look(self) -> None:
        self.point_at(self._point)

    def point_at(self, point: QPointF) -> None:
        """The mouse is here now."""
        self._point = point
        scene = self._canvas.scene
        found = None if scene is None else target_at(scene, self._canvas.view, point, self._canvas.today)
        if found is not None and self._target is not None and found.key == self._target.key:
            self._target = found
            return
        was_shown = self._card.isVisible()
        self._target = found
        self._light(None if found is None else found.period)
        self._card.hide()
        self._timer.stop()
        is_told_already = (
            found is not None and found.selected is not None and found.selected == self._canvas.selected
        )
        if found is not None and not is_told_already:
            self._timer.start(_NEXT if was_shown else REST)

    @Slot()
    def show_now(self) -> None:
        """Shows the card of what is pointed at, without waiting."""
        self._timer.stop()
        target = self._target
        if target is None or (self._is_busy is not None and self._is_busy()):
            return
        self._card.show_card(target.tell())
        self._card.move(self._place(target).toPoint())
        self._card.show()
        self._card.raise_()

    @Slot()
    def end(self) -> None:
        """Takes the card away until the mouse moves again."""
        self._timer.stop()
        self._settling.stop()
        self._target = None
        self._card.hide()
        self._light(None)

    @Slot(object)
    def _end_for_selected(self, _selected: object) -> None:
        self.end()

    def _light(self, period: object) -> None:
        wanted = self._canvas.wanted
        lit = period if isinstance(period, SpendPeriod) else None
        if wanted.period != lit:
            wanted.period = lit
            self._canvas.viewport().update(self._canvas.view.regions.spend.toAlignedRect())

    def _place(self, target: HoverTarget) -> QPointF:
        """Beside what is pointed at; of something long, beside the mouse."""
        area = QRectF(self._canvas.viewport().rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        near = QRectF(self._point.x() - 60, target.where.top(), 120, target.where.height())
        anchor = target.where.intersected(near) if target.where.width() > near.width() else target.where
        size = QSizeF(self._card.size())
        return card_place(size, area, anchor, [target.where.intersected(area)], [])
