"""Decides what lanes the timeline shows and what in them, as people ask for it, and remembers it."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from campaignplanner.domain.plan import Plan
from campaignplanner.planning.since_approval import SinceApproval
from campaignplanner.planning.timeline_dropped import lanes_of_dropped
from campaignplanner.planning.timeline_lanes import Grouping, LaneKey
from campaignplanner.ui.actions import Actions, Name
from campaignplanner.ui.timeline.canvas import TimelineCanvas
from campaignplanner.ui.timeline.filter_place import FilterPlace
from campaignplanner.ui.timeline.lane_menu import LaneMenu
from campaignplanner.ui.timeline.shown import Shown


class LaneDesk(QObject):
    """Takes what people choose to the canvas.

    Args:
        canvas: shows the lanes.
        menu: says by what they are made.
        bar: where somebody looks for activities.
        actions: the window's; None where there is no window.
    """

    def __init__(
        self, canvas: TimelineCanvas, menu: LaneMenu, bar: FilterPlace, actions: Actions | None
    ) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._menu = menu
        self._bar = bar
        self._since: SinceApproval | None = None
        bar.changed.connect(self._look_for)
        bar.left.connect(self._go_to_lanes)
        bar.dismissed.connect(self.show_all)
        canvas.lanes_changed.connect(self._say)
        if actions is not None:
            self._connect(actions)

    def _connect(self, actions: Actions) -> None:
        slots = {
            Name.GROUP_LANES: self._menu.open_menu,
            Name.TURN_LANE: self._turn_lane,
            Name.COLLAPSE_LANES: self._collapse_all,
            Name.EXPAND_LANES: self._expand_all,
            Name.SHOW_ALL: self.show_all,
        }
        for name, slot in slots.items():
            actions[name].triggered.connect(slot)
        self._menu.groupings.triggered.connect(self._group_by)

    @property
    def since(self) -> SinceApproval | None:
        """What changed since approval, whatever is looked for; None while nobody wants to see it."""
        return self._since

    # -- what the page asks --------------------------------------------------------------------------

    def shown_of(self, plan: Plan) -> Shown:
        """What is shown of another state of the plan; of another campaign all, by aim."""
        scene = self._canvas.scene
        is_another = scene is None or scene.content.plan.campaign.id != plan.campaign.id
        if is_another and scene is not None:
            self._since = None
            self._bar.clear()
            self._bar.hide()
        if self._bar.isVisible():
            self._bar.bar.offer(plan)
        shown = Shown() if is_another else self._canvas.shown
        return shown.keeping(self._bar.kept(plan))

    def show_since(self, since: SinceApproval | None) -> None:
        """Shows what changed since approval, of what was dropped what is looked for; None shows nothing."""
        self._since = since
        self._show_since(self._canvas.shown)

    def begin_find(self) -> None:
        """Lets people say what they look for."""
        scene = self._canvas.scene
        self._bar.begin(None if scene is None else scene.content.plan)

    def follow(self) -> None:
        """Says what is shown now."""
        self._say(self._canvas.shown)

    def state(self) -> str:
        """What to remember of the lanes; what somebody looked for is not: it would be missed next time."""
        shown = self._canvas.shown
        if shown.grouping is Grouping.AIM and not shown.collapsed:
            return ""
        collapsed = sorted((key.grouping.value, key.value or "") for key in shown.collapsed)
        return json.dumps({"grouping": shown.grouping.value, "collapsed": collapsed})

    def restore(self, state: str) -> None:
        """Takes back what was remembered; what is missing or damaged is as when first seen."""
        grouping, collapsed = _read(state)
        self._show_since(Shown(grouping, collapsed, self._canvas.shown.kept))

    @Slot()
    def show_all(self) -> None:
        """Looks for nothing in particular any more."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._bar.isAncestorOf(focused)
        self._bar.clear()
        self._bar.hide()
        if had_focus:
            self._go_to_lanes()

    # -- what people ask -----------------------------------------------------------------------------

    @Slot(QAction)
    def _group_by(self, action: QAction) -> None:
        grouping = action.data()
        if isinstance(grouping, Grouping):
            self._show_since(self._canvas.shown.grouped_by(grouping))

    @Slot()
    def _turn_lane(self) -> None:
        scene, selected = self._canvas.scene, self._canvas.selected
        index = -1 if scene is None or selected is None else scene.order.lane_of(selected)
        if scene is not None and index >= 0:
            self._canvas.turn_lane(scene.content.arrangement.lanes[index].key)

    @Slot()
    def _collapse_all(self) -> None:
        scene = self._canvas.scene
        if scene is not None:
            keys = frozenset(lane.key for lane in scene.content.arrangement.lanes)
            self._canvas.show_lanes(self._canvas.shown.collapsing(keys))

    @Slot()
    def _expand_all(self) -> None:
        self._canvas.show_lanes(self._canvas.shown.collapsing(frozenset()))

    @Slot()
    def _look_for(self) -> None:
        scene = self._canvas.scene
        if scene is not None:
            kept = self._bar.kept(scene.content.plan)
            self._show_since(self._canvas.shown.keeping(kept))
            self.follow()

    def _show_since(self, shown: Shown) -> None:
        """Shows lanes, and those besides in which something lay that was dropped since approval."""
        scene, since = self._canvas.scene, self._since
        if since is not None and self._bar.is_looking:
            since = since.dropping(self._bar.kept_then(since.approved) or ())
        if scene is None or since is None:
            besides = frozenset[LaneKey]()
        else:
            besides = frozenset(lanes_of_dropped(since, scene.content.plan, shown.grouping).values())
        self._canvas.wanted.since = since
        self._canvas.show_lanes(shown.having(besides))

    @Slot()
    def _go_to_lanes(self) -> None:
        self._canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(object)
    def _say(self, shown: Shown) -> None:
        scene = self._canvas.scene
        self._menu.show_grouping(shown.grouping)
        self._bar.say_hidden(0 if scene is None else scene.content.arrangement.hidden)


def _read(state: str) -> tuple[Grouping, frozenset[LaneKey]]:
    try:
        known = json.loads(state) if state else {}
        grouping = Grouping(known.get("grouping", Grouping.AIM.value))
        collapsed = frozenset(
            LaneKey(Grouping(name), value or None) for name, value in known.get("collapsed", ())
        )
    except (ValueError, TypeError, AttributeError):
        return Grouping.AIM, frozenset()
    return grouping, collapsed
