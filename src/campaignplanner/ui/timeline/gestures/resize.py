"""Dragging an end of a bar: its first or its last day changes."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from campaignplanner.domain.days import Span, shifted_day
from campaignplanner.planning.timeline_draft import Draft
from campaignplanner.planning.timeline_layout import Bar
from campaignplanner.ui.formats import days_text
from campaignplanner.ui.timeline.card_texts import Tone
from campaignplanner.ui.timeline.gestures.bench import Bench
from campaignplanner.ui.timeline.gestures.dating import DatingGesture
from campaignplanner.ui.timeline.gestures.pointer import Pointer
from campaignplanner.ui.timeline.gestures.tip import TipLine
from campaignplanner.ui.timeline.words import translate

if TYPE_CHECKING:  # the window is painted before the commands are imported
    from campaignplanner.services.commands.command import Command


class End(Enum):
    """An end of a bar."""

    FIRST_DAY = "first day"
    LAST_DAY = "last day"


class ResizeBar(DatingGesture):
    """Gives a run another first or last day, by weeks with Shift; the whole activity with Alt.

    A run keeps at least one day, however far the mouse goes.
    """

    cursor = Qt.CursorShape.SizeHorCursor

    def __init__(self, bench: Bench, bar: Bar, end: End, pressed: Pointer) -> None:
        super().__init__(bench, bar, pressed)
        self._bar = bar
        self._end = end

    def command_for(self, days: int, *, wholly: bool) -> Command | None:
        """See ``DatingGesture``."""
        from campaignplanner.services.commands.flight import Reschedule, RescheduleFlight

        if not wholly:
            span = self._resized(Span(self._bar.first_day, self._bar.last_day), days)
            return RescheduleFlight(self._bar.flight_id, span.first_day, span.last_day)
        before = self.bench.plan.span_of(self._bar.activity_id)
        if before is None:
            return None
        span = self._resized(before, days)
        return Reschedule(self._bar.activity_id, span.first_day, span.last_day)

    def measure_line(self, draft: Draft) -> TipLine:
        """See ``DatingGesture``."""
        return TipLine(days_text(sum(flight.span.days for flight in draft.flights.values())), Tone.MUTED)

    def hint_line(self) -> TipLine:
        """See ``DatingGesture``."""
        return TipLine(translate("Timeline", "Shift: by weeks, Alt: the whole activity"), Tone.MUTED)

    def _resized(self, span: Span, days: int) -> Span:
        if self._end is End.FIRST_DAY:
            return Span(min(shifted_day(span.first_day, days), span.last_day), span.last_day)
        return Span(span.first_day, max(shifted_day(span.last_day, days), span.first_day))
