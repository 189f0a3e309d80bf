"""Dragging bars sideways: their days change, never their lanes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from campaignplanner.planning.timeline_draft import Draft
from campaignplanner.planning.timeline_layout import Bar
from campaignplanner.ui.timeline.card_texts import Tone
from campaignplanner.ui.timeline.gestures.bench import Bench
from campaignplanner.ui.timeline.gestures.dating import DatingGesture
from campaignplanner.ui.timeline.gestures.pointer import Pointer
from campaignplanner.ui.timeline.gestures.tip import TipLine
from campaignplanner.ui.timeline.gestures.words import move_line
from campaignplanner.ui.timeline.words import translate

if TYPE_CHECKING:  # the window is painted before the commands are imported
    from campaignplanner.services.commands.command import Command


class MoveBars(DatingGesture):
    """Moves runs by days, by weeks with Shift; the whole activities with Alt.

    Args:
        bench: what is worked on.
        bars: what moves, the one that was taken hold of last.
        pressed: where it was taken hold of.
        moves_along: whether everything that is bridged with them comes along.
    """

    cursor = Qt.CursorShape.SizeHorCursor

    def __init__(self, bench: Bench, bars: Sequence[Bar], pressed: Pointer, *, moves_along: bool) -> None:
        super().__init__(bench, bars[-1], pressed)
        self._flight_ids = tuple(dict.fromkeys(bar.flight_id for bar in bars))
        self._activity_ids = tuple(dict.fromkeys(bar.activity_id for bar in bars))
        self._moves_along = moves_along

    def command_for(self, days: int, *, wholly: bool) -> Command | None:
        """See ``DatingGesture``."""
        from campaignplanner.services.commands.flight import MoveBridged, MoveTogether

        if self._moves_along:
            return MoveBridged(self._activity_ids, days)
        if wholly:
            return MoveTogether((), self._activity_ids, days)
        return MoveTogether(self._flight_ids, (), days)

    def measure_line(self, draft: Draft) -> TipLine:
        """See ``DatingGesture``."""
        del draft
        return move_line(self.days)

    def hint_line(self) -> TipLine:
        """See ``DatingGesture``."""
        if self._moves_along:
            return TipLine(translate("Timeline", "What is bridged moves along. Shift: by weeks"), Tone.MUTED)
        hint = translate("Timeline", "Only dates change. Shift: by weeks, Alt: all its runs")
        return TipLine(hint, Tone.MUTED)
