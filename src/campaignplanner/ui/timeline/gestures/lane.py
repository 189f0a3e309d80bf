"""Dragging bars up or down: another lane, never other dates and never the other side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from campaignplanner.domain.errors import PlanError
from campaignplanner.planning.timeline_lanes import LaneKey
from campaignplanner.planning.timeline_layout import Bar
from campaignplanner.ui.formats import shortened
from campaignplanner.ui.timeline.card_texts import Tone
from campaignplanner.ui.timeline.gestures.bench import Bench
from campaignplanner.ui.timeline.gestures.deeds import Deeds
from campaignplanner.ui.timeline.gestures.gesture import Easel, Gesture
from campaignplanner.ui.timeline.gestures.lifted import paint_floating, veil
from campaignplanner.ui.timeline.gestures.places import LanePlace, lane_place_at
from campaignplanner.ui.timeline.gestures.pointer import Pointer
from campaignplanner.ui.timeline.gestures.tip import TipLine
from campaignplanner.ui.timeline.lane_heads import lane_name
from campaignplanner.ui.timeline.lane_painter import bar_box
from campaignplanner.ui.timeline.view import View
from campaignplanner.ui.timeline.words import translate

if TYPE_CHECKING:  # the window is painted before the commands are imported
    from campaignplanner.services.commands.lanes import PutIntoLane

_LIGHT = 0.10
_BEYOND = 40.0
_NAME_LENGTH = 60


class ChangeLane(Gesture):
    """Moves bars to another lane: their weight to another aim, or whatever makes the lanes.

    Args:
        bench: what is worked on.
        bars: what moves, the one that was taken hold of last.
        pressed: where it was taken hold of.
    """

    cursor = Qt.CursorShape.SizeVerCursor
    scrolls_across = False
    scrolls_down = True

    def __init__(self, bench: Bench, bars: Sequence[Bar], pressed: Pointer) -> None:
        super().__init__(bench)
        self._bars = tuple(bars)
        self._pressed = pressed
        self._at = pressed
        self._lane: LanePlace | None = None
        self._is_over_other_side = False
        self._command: PutIntoLane | None = None
        self._weight = ""
        self.refusal = ""

    @property
    def target(self) -> LaneKey | None:
        """The lane to which the bars would go; None while they would stay."""
        return None if self._lane is None else self._lane.key

    def follow(self, pointer: Pointer) -> None:
        """See ``Gesture``."""
        self._at = pointer
        lane = lane_place_at(self.bench.content, pointer.y)
        self._is_over_other_side = False
        if lane is not None and all(bar.lane == lane.index for bar in self._bars):
            self._is_over_other_side = any(bar.side is not lane.side_at(pointer.y) for bar in self._bars)
            lane = None
        if lane != self._lane:
            self._lane = lane
            self._try()

    def paint(self, easel: Easel) -> None:
        """See ``Gesture``."""
        painter, view, content = easel.painter, easel.view, self.bench.content
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._lane is not None:
            paint_lane_lit(easel, self._lane, refused=bool(self.refusal))
        seen = QRectF(view.regions.lanes).adjusted(-_BEYOND, -_BEYOND, _BEYOND, _BEYOND)
        for bar in self._bars:
            veil(easel, bar_box(content, view, bar).intersected(seen))
        for bar in self._bars:
            box = bar_box(content, view, bar).translated(0, self._gone(view))
            if box.intersects(seen):
                paint_floating(easel, content, bar, box.intersected(seen))
        painter.restore()

    def lines(self) -> Sequence[TipLine]:
        """See ``Gesture``."""
        hint = TipLine(translate("Timeline", "Only the lane changes, dates stay"), Tone.MUTED)
        if self._is_over_other_side:
            words = translate("Timeline", "The side stays: “Move to the other side” in the menu changes it")
            return [TipLine(words, Tone.MUTED)]
        if self._lane is None:
            return [hint]
        name = shortened(lane_name(self.bench.plan, self._lane.key), _NAME_LENGTH)
        if self.refusal:
            return [TipLine(name, strong=True), TipLine(self.refusal, Tone.ERROR)]
        to = translate("Timeline", "To “%1”").replace("%1", name)
        weight = [TipLine(self._weight, Tone.MUTED)] if self._weight else []
        return [TipLine(to, strong=True), *weight, hint]

    def release(self, deeds: Deeds) -> None:
        """See ``Gesture``; a lane that refuses says why."""
        if self.refusal:
            deeds.refuse(self.refusal)
        else:
            deeds.carry_out(self._command)

    def _try(self) -> None:
        from campaignplanner.services.commands.lanes import PutIntoLane

        self._command, self._weight, self.refusal = None, "", ""
        if self._lane is None:
            return
        lanes = self.bench.content.arrangement.lanes
        moved = {(bar.activity_id, lanes[bar.lane].key): None for bar in self._bars}
        command = PutIntoLane(tuple(moved), self._lane.key)
        try:
            command.changes(self.bench.plan)
        except PlanError as error:
            self.refusal = error.sentence
        else:
            self._command = command
            self._weight = self._weight_words(command)

    def _weight_words(self, command: PutIntoLane) -> str:
        """What becomes of the weights, for one activity among the lanes of aims."""
        aim_id = command.lane.aim_id
        activity_ids = {bar.activity_id for bar in self._bars}
        if aim_id is None or len(activity_ids) != 1:
            return ""
        plan = self.bench.plan
        shares = plan.applying(command.changes(plan)).aim_shares(activity_ids.pop())
        words = translate("Timeline", "Weight there: %1 of %2")
        return words.replace("%1", str(shares[aim_id])).replace("%2", str(sum(shares.values())))

    def _gone(self, view: View) -> float:
        """How far the mouse went down, also where the lanes scrolled under it."""
        return self._at.at.y() - view.y(self._pressed.y)


def paint_lane_lit(easel: Easel, lane: LanePlace, *, refused: bool) -> None:
    """Lights the lane into which something would go, or in red one that refuses it."""
    theme = easel.ink.theme
    colour = theme.error if refused else theme.accent
    ground = QColor(colour)
    ground.setAlphaF(_LIGHT)
    regions = easel.view.regions
    box = QRectF(QPointF(regions.aim_width, easel.view.y(lane.top)), regions.lanes.size())
    box.setHeight(lane.height)
    easel.painter.fillRect(box, ground)
    easel.painter.setPen(QPen(colour, 1.5))
    easel.painter.setBrush(Qt.BrushStyle.NoBrush)
    easel.painter.drawRect(box.adjusted(1, 1, -1, -1))
