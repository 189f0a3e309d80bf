"""The menus that the right mouse button opens: on bars, on bridges, on empty places."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from campaignplanner.domain.days import DAYS_PER_WEEK
from campaignplanner.planning.bridge_ties import tied_with
from campaignplanner.planning.timeline_lanes import LaneKey
from campaignplanner.ui.actions import Name
from campaignplanner.ui.clipboard import has_activities
from campaignplanner.ui.formats import counted, menu_text
from campaignplanner.ui.timeline.gestures.acting import EDITING, ShapingActing
from campaignplanner.ui.timeline.gestures.clicking import a_week_from
from campaignplanner.ui.timeline.gestures.grips import Grip, Hold, grip_at
from campaignplanner.ui.timeline.gestures.hands import Hands
from campaignplanner.ui.timeline.gestures.mending import offers_for
from campaignplanner.ui.timeline.gestures.menus import add_line
from campaignplanner.ui.timeline.gestures.places import lane_place_at
from campaignplanner.ui.timeline.gestures.pointer import Pointer, pointer_at
from campaignplanner.ui.timeline.page import TimelinePage
from campaignplanner.ui.timeline.reading_order import has_head
from campaignplanner.ui.timeline.selection import Selected, Subject
from campaignplanner.ui.timeline.words import short_day_text

if TYPE_CHECKING:
    from campaignplanner.ui.plan.tree.many_menus import ManyMenus

_STEPS = (Name.MOVE_EARLIER, Name.MOVE_LATER, Name.MOVE_WEEK_EARLIER, Name.MOVE_WEEK_LATER)
_ZOOMS = (Name.ZOOM_SELECTION, Name.ZOOM_AIM, Name.ZOOM_CAMPAIGN)
_LENGTHS = (Name.END_EARLIER, Name.END_LATER)


class ContextMenus(QObject):
    """Opens a menu of what can be done where the mouse, or the selection, is."""

    def __init__(self, page: TimelinePage, hands: Hands, acting: ShapingActing) -> None:
        super().__init__(page)
        self._canvas = page.canvas
        self._viewport = page.canvas.viewport()
        self._hands = hands
        self._acting = acting
        self._deeds = hands.deeds
        self._viewport.installEventFilter(self)

    @cached_property
    def _many(self) -> ManyMenus:
        """The menus of fields, with all that they are made of, once a bar's menu is opened."""
        from campaignplanner.ui.plan.tree.many_menus import ManyMenus

        return ManyMenus(self._deeds.tools, self._acting.changes)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Opens the menu of what lies there."""
        if watched is not self._viewport or not isinstance(event, QContextMenuEvent):
            return False
        at = QPointF(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self._at_selection()
        if self._canvas.view.regions.lanes.contains(at):
            self._open(at)
        elif self._canvas.view.regions.aims.contains(at):
            self._open_head(at)
        return True

    def _open_head(self, at: QPointF) -> None:
        """The menu of the lane at whose head the mouse is, which is selected where that can be."""
        scene, view = self._canvas.scene, self._canvas.view
        placed = None if scene is None else scene.content.layout.lane_at(view.layout_y(at.y()))
        if scene is None or placed is None:
            return
        self._hands.cancel()
        if has_head(placed.lane, collapsed=placed.collapsed):
            self._canvas.select(Selected.head(placed.lane.key))
        self._deeds.offer(self.head_menu(placed.lane.key), at)

    def _open(self, at: QPointF) -> None:
        self._hands.cancel()
        bench = self._hands.bench()
        if bench is None:
            return
        view = self._canvas.view
        grip = grip_at(bench.scene, view, at)
        if grip.selected is not None and grip.selected not in self._hands.chosen.all:
            self._canvas.select(grip.selected)
        menu = self.menu(grip, pointer_at(view, at, Qt.KeyboardModifier.NoModifier))
        if menu is not None:
            self._deeds.offer(menu, at)

    def menu(self, grip: Grip, pointer: Pointer) -> QMenu | None:
        """What can be done with what is under the mouse; None where that is nothing."""
        if grip.bar is not None:
            return self._bar_menu()
        if grip.selected is not None and grip.selected.subject is Subject.BRIDGE:
            return self._bridge_menu(grip.selected)
        return self._place_menu(pointer) if grip.hold is Hold.PLACE else None

    def head_menu(self, lane: LaneKey) -> QMenu:
        """What can be done with a lane."""
        actions, scene = self._deeds.tools.actions, self._canvas.scene
        menu = QMenu(self._canvas)
        if lane.aim_id is not None:
            for name in (Name.OPEN_DETAILS, Name.SHOW_FINDING):
                menu.addAction(actions[name])
            menu.addSeparator()
        is_collapsed = scene is not None and lane in scene.content.shown.collapsed
        words = self.tr("Expand this lane") if is_collapsed else self.tr("Collapse this lane")
        add_line(menu, words, partial(self._canvas.turn_lane, lane))
        for name in (Name.COLLAPSE_LANES, Name.EXPAND_LANES):
            menu.addAction(actions[name])
        menu.addSeparator()
        for name in (Name.ZOOM_AIM, Name.ZOOM_CAMPAIGN):
            menu.addAction(actions[name])
        return menu

    def _bar_menu(self) -> QMenu:
        actions = self._deeds.tools.actions
        menu = QMenu(self._canvas)
        for name in (Name.OPEN_DETAILS, Name.SHOW_FINDING, Name.START_BRIDGE):
            menu.addAction(actions[name])
        menu.addSeparator()
        move = menu.addMenu(self.tr("Move"))
        for name in (*_STEPS, Name.MOVE_PICKED, *_LENGTHS):
            move.addAction(actions[name])
        self._add_bridged(menu)
        menu.addAction(actions[Name.MOVE_ALONG])
        zoom = menu.addMenu(self.tr("Zoom"))
        for name in _ZOOMS:
            zoom.addAction(actions[name])
        menu.addSeparator()
        menu.addAction(actions[Name.TURN_SIDE])
        self._many.add_all(menu)
        menu.addSeparator()
        for name in (*EDITING, Name.DELETE_PICKED):
            if name is not Name.MOVE_PICKED:
                menu.addAction(actions[name])
        return menu

    def _add_bridged(self, menu: QMenu) -> None:
        """Moving all that is tied together, once: by a day or a week."""
        plan, bench = self._deeds.plan, self._hands.bench()
        if plan is None or bench is None:
            return
        ids = dict.fromkeys(bar.activity_id for bar in self._hands.chosen.bars(bench.scene))
        others = len(tied_with(plan, ids)) - len(ids)
        if not others:
            menu.addAction(self.tr("Nothing is bridged with it")).setEnabled(False)
            return
        one = self.tr("Move with 1 that is bridged")
        part = menu.addMenu(counted(others, one, self.tr("Move with %1 that are bridged")))
        for words, days in (
            (self.tr("A day earlier"), -1),
            (self.tr("A day later"), 1),
            (self.tr("A week earlier"), -DAYS_PER_WEEK),
            (self.tr("A week later"), DAYS_PER_WEEK),
        ):
            add_line(part, words, partial(self._acting.move_bridged, days))

    def _bridge_menu(self, selected: Selected) -> QMenu:
        actions, plan = self._deeds.tools.actions, self._deeds.plan
        menu = QMenu(self._canvas)
        for name in (Name.OPEN_DETAILS, Name.SHOW_FINDING):
            menu.addAction(actions[name])
        menu.addSeparator()
        bridge = None if plan is None else plan.bridges.get(selected.id)
        if plan is not None and bridge is not None:
            for offer in offers_for(plan, bridge, self._canvas.today):
                add_line(menu, menu_text(offer.text), partial(self._deeds.carry_out, offer.command))
        menu.addSeparator()
        menu.addAction(actions[Name.DELETE_PICKED])
        return menu

    def _place_menu(self, pointer: Pointer) -> QMenu | None:
        bench = self._hands.bench()
        lane = None if bench is None else lane_place_at(bench.content, pointer.y)
        if lane is None or lane.collapsed:
            return None
        actions, week = self._deeds.tools.actions, a_week_from(pointer)
        side = lane.side_at(pointer.y)
        menu = QMenu(self._canvas)
        words = self.tr("New activity here, %1, a week from %2")
        words = words.replace("%1", side.value).replace("%2", short_day_text(week.first_day))
        add_line(menu, menu_text(words), partial(self._deeds.make_activity, lane.key, side, week))
        if has_activities():
            words = self.tr("Paste, to begin on %1").replace("%1", short_day_text(pointer.day))
            add_line(menu, menu_text(words), partial(self._acting.clipboard.paste_from, pointer.day))
        menu.addAction(actions[Name.PASTE])
        menu.addSeparator()
        menu.addAction(actions[Name.MOVE_ALONG])
        for name in (Name.ZOOM_CAMPAIGN, Name.TODAY):
            menu.addAction(actions[name])
        return menu

    def _at_selection(self) -> QPointF:
        scene, selected = self._canvas.scene, self._canvas.selected
        if scene is None or selected is None:
            return QPointF()
        if selected.subject is Subject.BRIDGE:
            marks = scene.bridge_marks(selected.id, self._canvas.view)
            return marks[0].center() if marks else QPointF()
        box = scene.box(selected, self._canvas.view)
        lanes = self._canvas.view.regions.lanes
        return QPointF() if box is None else box.intersected(lanes).center()
