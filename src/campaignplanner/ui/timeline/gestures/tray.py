"""Dragging an undated activity in from the tray: it gets a week's dates where it is put down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.ids import new_id
from campaignplanner.planning.timeline_draft import draft_of
from campaignplanner.planning.timeline_lanes import LaneKey, sorter_of
from campaignplanner.planning.timeline_layout import Bar
from campaignplanner.ui.formats import shortened
from campaignplanner.ui.timeline.card_texts import Tone
from campaignplanner.ui.timeline.gestures.bench import Bench
from campaignplanner.ui.timeline.gestures.clicking import a_week_from
from campaignplanner.ui.timeline.gestures.deeds import Deeds
from campaignplanner.ui.timeline.gestures.gesture import Easel, Gesture
from campaignplanner.ui.timeline.gestures.lane import paint_lane_lit
from campaignplanner.ui.timeline.gestures.lifted import paint_floating
from campaignplanner.ui.timeline.gestures.places import LanePlace, lane_place_at
from campaignplanner.ui.timeline.gestures.pointer import Pointer
from campaignplanner.ui.timeline.gestures.tip import TipLine
from campaignplanner.ui.timeline.gestures.words import bridge_lines, dates_line, refusal_line
from campaignplanner.ui.timeline.lane_heads import lane_name
from campaignplanner.ui.timeline.words import translate

if TYPE_CHECKING:  # the window is painted before the commands are imported
    from campaignplanner.services.commands.lanes import DateInLane

_NAME_LENGTH = 60


class FromTray(Gesture):
    """Gives an undated activity its first dates, and the lane into which it is put."""

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls_down = True

    def __init__(self, bench: Bench, activity_id: str) -> None:
        super().__init__(bench)
        self._activity = bench.plan.activities[activity_id]
        self._flight_id = new_id()
        self._source = LaneKey(
            bench.content.shown.grouping,
            sorter_of(bench.plan, bench.content.shown.grouping).values_of(self._activity)[0],
        )
        self._at: Pointer | None = None
        self._lane: LanePlace | None = None
        self._command: DateInLane | None = None
        self._said: tuple[TipLine, ...] = ()
        self.refusal = ""

    @property
    def command(self) -> DateInLane | None:
        """What putting it down here would do."""
        return self._command

    def follow(self, pointer: Pointer) -> None:
        """See ``Gesture``."""
        lane = lane_place_at(self.bench.content, pointer.y)
        if self._at is not None and (pointer.day, lane) == (self._at.day, self._lane):
            self._at = pointer
            return
        self._at, self._lane = pointer, lane
        self._command, self._said = (
            None,
            (TipLine(translate("Timeline", "Put it down in a lane"), Tone.MUTED),),
        )
        if lane is not None:
            self._try(pointer, lane)

    def paint(self, easel: Easel) -> None:
        """See ``Gesture``."""
        at, lane = self._at, self._lane
        if at is None or lane is None or not easel.view.regions.lanes.contains(at.at):
            return
        easel.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_lane_lit(easel, lane, refused=self._command is None)
        week = a_week_from(at)
        activity, index = self._activity, lane.index or 0
        bar = Bar(
            self._flight_id, activity.id, activity.side, index, 0, week.first_day, week.last_day, ghost=False
        )
        view, height = easel.view, self.bench.content.layout.metrics.bar_height
        left = view.x(week.first_day)
        box = QRectF(QPointF(left, at.at.y() - height / 2), QPointF(view.x_after(week.last_day) - 1, 0))
        box.setHeight(height)
        paint_floating(easel, self.bench.content, bar, box)

    def lines(self) -> Sequence[TipLine]:
        """See ``Gesture``."""
        return self._said

    def release(self, deeds: Deeds) -> None:
        """See ``Gesture``; beside the lanes nothing happens."""
        at = self._at
        if at is None or not deeds.canvas.view.regions.lanes.contains(at.at):
            return
        if self.refusal:
            deeds.refuse(self.refusal)
        else:
            deeds.carry_out(self._command)

    def _try(self, pointer: Pointer, lane: LanePlace) -> None:
        from campaignplanner.services.commands.lanes import DateInLane

        week, plan = a_week_from(pointer), self.bench.plan
        command = DateInLane(
            self._activity.id, week.first_day, week.last_day, self._source, lane.key, self._flight_id
        )
        try:
            draft = draft_of(plan, command.changes(plan))
        except PlanError as error:
            self.refusal = error.sentence
            self._said = (refusal_line(error.sentence),)
            return
        self._command = command
        name = shortened(lane_name(plan, lane.key), _NAME_LENGTH)
        where = (TipLine(name, Tone.MUTED),) if name else ()
        self._said = (dates_line(draft), *where, *bridge_lines(draft))
