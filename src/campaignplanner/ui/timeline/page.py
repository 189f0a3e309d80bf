"""The timeline page: the canvas with its controls, the card of what is selected, the tray of the undated."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from campaignplanner.domain.plan import Plan
from campaignplanner.planning.since_approval import SinceApproval
from campaignplanner.ui.actions import Actions
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.timeline.camera import read_state
from campaignplanner.ui.timeline.canvas import TimelineCanvas
from campaignplanner.ui.timeline.card import SelectionCard
from campaignplanner.ui.timeline.card_texts import Tone, card_of
from campaignplanner.ui.timeline.controls import TimelineControls
from campaignplanner.ui.timeline.emptiness import NoBars
from campaignplanner.ui.timeline.filter_place import FilterPlace
from campaignplanner.ui.timeline.finding_marks import with_finding
from campaignplanner.ui.timeline.gestures.deeds import Deeds
from campaignplanner.ui.timeline.gestures.hands import Hands
from campaignplanner.ui.timeline.holiday_reader import HolidayReader
from campaignplanner.ui.timeline.hover import Hover
from campaignplanner.ui.timeline.hover_texts import with_since
from campaignplanner.ui.timeline.lane_desk import LaneDesk
from campaignplanner.ui.timeline.overview import Overview
from campaignplanner.ui.timeline.placing import card_place
from campaignplanner.ui.timeline.selection import Selected, Subject
from campaignplanner.ui.timeline.told_of import told_of
from campaignplanner.ui.timeline.tray import Tray
from campaignplanner.ui.timeline.zooming import LEVELS, ZoomLevel

if TYPE_CHECKING:
    from campaignplanner.ui.timeline.filter_bar import FilterBar
    from campaignplanner.ui.timeline.gestures.mending import Offer

_CARD_MARGIN = 10.0
_STATE = "timeline"
"""By what name it is remembered where one looked: zoom, first day and scroll position, parted by spaces."""

_LANES = "timeline lanes"
"""By what name it is remembered what lanes there were."""


class TimelinePage(QWidget):
    """Shows a plan over time, and lets people shape it by hand.

    Args:
        parent: the widget that owns it.
        today: gives the day that counts as today; asked for every frame, so that midnight needs no timer.
        actions: the window's, which lead on from an empty page.
        tools: what the page writes with; without any it can only be read.

    Signals:
        selection_changed: carries what is selected (a ``Selected``), or None.
        plan_shown: carries the plan that is shown now.
    """

    selection_changed = Signal(object)
    plan_shown = Signal(object)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] = date.today,
        actions: Actions | None = None,
        tools: PageTools | None = None,
    ) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._waiting: Plan | None = None
        self._is_filling = False
        self._to_restore: Mapping[str, str] | None = None
        self._actions = actions if tools is None else tools.actions
        self._hands: Hands | None = None
        self._offers: tuple[Offer, ...] = ()
        self._build(today, tools)
        self._connect()

    @property
    def canvas(self) -> TimelineCanvas:
        """The painted timeline."""
        return self._canvas

    @property
    def card(self) -> SelectionCard:
        """The card of what is selected; hidden while nothing is."""
        return self._card

    @property
    def tray(self) -> Tray:
        """The strip of undated activities; hidden while there are none."""
        return self._tray

    @property
    def filter_bar(self) -> FilterBar:
        """Where somebody looks for activities; hidden while nobody does."""
        return self._filter.bar

    @property
    def hover(self) -> Hover:
        """What tells of what is under the mouse."""
        return self._hover

    @property
    def hands(self) -> Hands | None:
        """What the mouse does with bars and bridges; None where the page can only be read."""
        return self._hands

    @property
    def overview(self) -> Overview:
        """What fits the whole campaign into the window."""
        return self._overview

    def show_plan(self, plan: Plan) -> None:
        """Shows a plan, at once or when the page is next seen.

        Another state of the same campaign keeps zoom, scroll position and, as far as it is still there,
        the selection.
        """
        if not self.isVisible():
            self._waiting = plan
            return
        self._waiting = None
        self._plan = plan
        self._is_filling = True  # the card finds its place once, at the end
        self._canvas.show_plan(plan, self._lanes.shown_of(plan))
        self._lanes.follow()
        self._holidays.follow()
        self._show_undated(plan)
        self._show_emptiness()
        self._show_selected(self._canvas.selected)
        if self._to_restore is not None:
            states, self._to_restore = self._to_restore, None
            self.restore(states)
        self._is_filling = False
        self._follow_view()
        self.plan_shown.emit(plan)

    def show_since(self, since: SinceApproval | None) -> None:
        """Shows what changed since approval, or nothing of it."""
        if self._lanes.since is not since:
            self._lanes.show_since(since)
            self._canvas.viewport().update()
            self._hover.end()
            self._show_selected(self._canvas.selected)

    def state(self) -> dict[str, str]:
        """Where one looks, to be remembered with the campaign; empty while all of it is in view."""
        if self._waiting is not None and self._to_restore is not None:
            return dict(self._to_restore)
        state = self._canvas.state()
        said = "" if state is None else f"{state.pixels_per_day} {state.first_day} {state.top}"
        return {_STATE: said, _LANES: self._lanes.state()}

    def restore(self, states: Mapping[str, str]) -> None:
        """Looks where one looked once, now or when the page is next seen."""
        if self._waiting is not None:
            self._to_restore = dict(states)
            return
        self._lanes.restore(states.get(_LANES, ""))
        self._canvas.restore(read_state(states.get(_STATE, "")))

    def select(self, selected: Selected | None) -> None:
        """Selects a thing and scrolls to it, or selects nothing.

        An activity that is named only by itself is selected by its own first bar.
        """
        if selected is None:
            self._canvas.select(None)
            return
        meant = self._meant(selected)
        self._canvas.select(meant)
        self._canvas.reveal(meant)

    def begin_find(self) -> None:
        """Lets people type what they look for."""
        self._lanes.begin_find()

    @property
    def all_selected(self) -> tuple[Selected, ...]:
        """Everything that is selected, the current one last."""
        if self._hands is not None:
            return self._hands.chosen.all
        return () if self._canvas.selected is None else (self._canvas.selected,)

    def select_all(self, wanted: Sequence[Selected]) -> None:
        """Selects several bars and scrolls to the last; only the last where the page can only be read."""
        if self._hands is None or len(wanted) < 2:
            self.select(wanted[-1] if wanted else None)
            return
        meant = [self._meant(each) for each in wanted]
        self._hands.chosen.choose(meant)
        self._canvas.reveal(meant[-1])

    def begin(self) -> None:
        """Gives the focus to where people begin."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Shows what came in while the page was hidden."""
        super().showEvent(event)
        if self._waiting is not None:
            self.show_plan(self._waiting)

    def hideEvent(self, event: QHideEvent) -> None:
        """Takes away what was told of what is under the mouse."""
        self._hover.end()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Fills the card anew when colours change: its icon was drawn in the old ones."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._plan is not None:
            self._controls.ink()
            self._show_selected(self._canvas.selected)

    # -- building ------------------------------------------------------------------------------------

    def _build(self, today: Callable[[], date], tools: PageTools | None) -> None:
        self.setAccessibleName(self.tr("Timeline of the campaign"))
        self._canvas = TimelineCanvas(today, self)
        self._holidays = HolidayReader(self._canvas)
        self._overview = Overview(self._canvas)
        self._controls = TimelineControls()
        if self._actions is not None:
            self._controls.offer(self._actions)
        self._canvas.add_controls(self._controls)
        self._empty = NoBars(self._canvas.viewport(), self._actions)
        self._card = SelectionCard(self._canvas.viewport())
        self._card.setCursor(Qt.CursorShape.ArrowCursor)
        if tools is not None:
            self._hands = Hands(self._canvas, Deeds(tools, self._canvas))
            self._hands.busy_changed.connect(self._make_way)
            self._hands.chosen.changed.connect(self._tell_chosen)
        self._hover = Hover(self._canvas, None if self._hands is None else self._hands.is_busy)
        for over in (self._card, self._controls, self._empty):
            self._hover.ends_over(over)
        self._tray = Tray(self)
        self._tray.hide()
        self._filter = FilterPlace(self._actions, self._tray.view)
        self._filter.hide()
        self._lanes = LaneDesk(self._canvas, self._controls.lanes, self._filter, self._actions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._filter)
        column.addWidget(self._canvas, 1)
        column.addWidget(self._tray)
        self.setFocusProxy(self._canvas)

    def _connect(self) -> None:
        self._controls.zoom_asked.connect(self._canvas.zoom_to_position)
        self._controls.level_asked.connect(self._zoom_to_level)
        self._controls.fit_asked.connect(self._overview.show)
        self._canvas.lanes_changed.connect(self._follow_lanes)
        self._canvas.view_changed.connect(self._follow_view)
        self._canvas.selection_changed.connect(self._show_selected)
        self._canvas.selection_changed.connect(self.selection_changed)
        self._card.followed.connect(self._follow_link)
        self._card.dismissed.connect(self._dismiss)
        self._card.answered.connect(self._take_offer)
        if self._hands is not None:
            self._tray.carried.connect(self._hands.carry)
            self._tray.put_down.connect(self._hands.put_down)
            self._tray.put_back.connect(self._hands.cancel)
        self._tray.chosen.connect(self._choose_undated)
        self._tray.dismissed.connect(self._dismiss)

    # -- what changes --------------------------------------------------------------------------------

    def _show_undated(self, plan: Plan) -> None:
        scene = self._canvas.scene
        undated = () if scene is None else scene.content.undated()
        without_aim = frozenset(each.id for each in undated if not plan.aim_shares(each.id))
        self._tray.set_heading_width(self._canvas.aim_width)
        self._tray.show_activities(undated, without_aim)

    def _show_emptiness(self) -> None:
        scene = self._canvas.scene
        self._empty.tell(None if scene is None else scene.content)
        self._controls.set_zoomable(scene is not None and scene.content.known_days() is not None)

    @Slot(object)
    def _show_selected(self, selected: Selected | None) -> None:
        undated = selected is not None and selected.subject is Subject.ACTIVITY and selected.flight_id is None
        self._tray.show_chosen(selected.id if undated and selected is not None else None)
        is_dragging = self._hands is not None and self._hands.is_busy()
        is_lane = selected is not None and selected.subject is Subject.LANE
        if selected is None or is_lane or is_dragging or self._plan is None or len(self.all_selected) > 1:
            self._card.hide()
            return
        since = self._canvas.wanted.since
        card = with_since(card_of(self._plan, selected), self._plan, selected, since)
        card = with_finding(card, selected, self._canvas.wanted.findings)
        self._offers = self._offers_for(self._plan, selected)
        answers = tuple(offer.text for offer in self._offers)
        if self._canvas.scene is not None and self._canvas.scene.content.is_set_aside(selected.id):
            card = replace(card, tone=Tone.PLAIN, subtitle=self.tr("Set aside: not for us"))
        self._card.show_card(replace(card, answers=answers))
        # Moved when it is there already: so Qt paints it and the timeline below in one go, not that twice.
        self._card.show()
        self._card.raise_()
        self._place_card(selected)

    def _offers_for(self, plan: Plan, selected: Selected) -> tuple[Offer, ...]:
        """What can be done about a bridge by one click."""
        if self._hands is None or selected.subject is not Subject.BRIDGE:
            return ()
        from campaignplanner.ui.timeline.gestures.mending import offers_for

        return offers_for(plan, plan.bridges[selected.id], self._canvas.today)

    @Slot(object)
    def _take_offer(self, number: int) -> None:
        if self._hands is not None:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            self._hands.deeds.carry_out(self._offers[number].command)

    @Slot()
    def _make_way(self) -> None:
        """While something is dragged or several bars are selected, the card is out of the way."""
        self._show_selected(self._canvas.selected)

    @Slot()
    def _follow_lanes(self) -> None:
        """Other lanes, or other activities in them."""
        if self._plan is not None:
            self._show_undated(self._plan)
            self._show_emptiness()

    @Slot()
    def _tell_chosen(self) -> None:
        self._make_way()
        self.selection_changed.emit(self._canvas.selected)

    @Slot()
    def _follow_view(self) -> None:
        view = self._canvas.view
        regions = view.regions
        self._controls.show_position(self._canvas.zoom_position)
        if self._canvas.scene is not None:
            kind = view.scale.lower_kind(self._canvas.scene.content.spacing)
            self._controls.show_level(LEVELS[kind])
        self._empty.setGeometry(regions.lanes.adjusted(1, 1, 0, 0).toRect())
        if self._canvas.selected is not None and self._card.isVisible():
            self._place_card(self._canvas.selected)

    def _place_card(self, selected: Selected) -> None:
        if self._is_filling:
            return
        regions = self._canvas.view.regions
        room = QRectF(regions.lanes.left(), regions.header_height, regions.lanes_width, 0)
        room.setBottom(regions.height)
        margin = _CARD_MARGIN
        area = room.adjusted(margin, margin, -margin, -margin)
        scene, view = self._canvas.scene, self._canvas.view
        if scene is None:
            return
        anchor, *related = told_of(scene, view, selected) or [QRectF(area.left(), area.bottom(), 1, 1)]
        seen = anchor.intersected(regions.body)
        size = QSizeF(self._card.size())
        self._card.move(card_place(size, area, seen, related, scene.seen_boxes(view)).toPoint())

    @Slot(object)
    def _zoom_to_level(self, level: ZoomLevel) -> None:
        self._canvas.zoom_to_scale(level.value)

    @Slot(object)
    def _follow_link(self, selected: Selected) -> None:
        self.select(selected)
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _meant(self, selected: Selected) -> Selected:
        """An activity by its own bar where a link names it only by itself."""
        scene = self._canvas.scene
        bar = None if scene is None else scene.order.bar_of(selected)
        return selected if scene is None or bar is None else scene.order.selected_bar(bar)

    @Slot(object)
    def _choose_undated(self, activity_id: str) -> None:
        self._canvas.select(Selected.activity(activity_id))

    @Slot()
    def _dismiss(self) -> None:
        self._canvas.select(None)
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
