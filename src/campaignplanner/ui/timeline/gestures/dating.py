"""What gestures share that change days: so many from where the mouse was pressed."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING

from campaignplanner.domain.activity import Side
from campaignplanner.domain.errors import PlanError
from campaignplanner.planning.timeline_draft import Draft
from campaignplanner.planning.timeline_layout import Bar
from campaignplanner.ui.timeline.gestures.bench import Bench
from campaignplanner.ui.timeline.gestures.deeds import Deeds
from campaignplanner.ui.timeline.gestures.gesture import Easel, Gesture
from campaignplanner.ui.timeline.gestures.lifted import Lifted
from campaignplanner.ui.timeline.gestures.pointer import Pointer
from campaignplanner.ui.timeline.gestures.proposal import NOTHING, Proposal, proposed
from campaignplanner.ui.timeline.gestures.tip import TipLine
from campaignplanner.ui.timeline.gestures.words import bridge_lines, dates_line, refusal_line

if TYPE_CHECKING:  # the window is painted before the commands are imported
    from campaignplanner.services.commands.command import Command


class DatingGesture(Gesture):
    """Works out a command from how many days the mouse went, and shows what it would come to.

    Attributes:
        proposal: what a release would do.
        days: how far the mouse went, later when positive.
        modifiers: the keys that are held down.
    """

    def __init__(self, bench: Bench, bar: Bar, pressed: Pointer) -> None:
        super().__init__(bench)
        self.tells_above = bar.side is Side.ONLINE  # its bridges leave below it
        self._pressed = pressed
        self._wholly = False
        self._lifted: Lifted | None = None
        self.days = 0
        self.modifiers = pressed.modifiers
        self.proposal: Proposal = NOTHING

    @abstractmethod
    def command_for(self, days: int, *, wholly: bool) -> Command | None:
        """What moves something by so many days; raise PlanError where the calendar ends."""

    @abstractmethod
    def measure_line(self, draft: Draft) -> TipLine:
        """What the tip says below the dates: by how much, or how long."""

    @abstractmethod
    def hint_line(self) -> TipLine:
        """What the tip says last: which keys do what."""

    @property
    def hidden_bridges(self) -> frozenset[str]:
        """See ``Gesture``."""
        return frozenset() if self._lifted is None else self._lifted.bridge_ids

    def follow(self, pointer: Pointer) -> None:
        """See ``Gesture``; nothing is worked out anew while the mouse stays on its day."""
        self.modifiers = pointer.modifiers
        days, wholly = pointer.days_from(self._pressed), pointer.wholly
        if (days, wholly) == (self.days, self._wholly):
            return
        self.days, self._wholly = days, wholly
        self.proposal = self._proposal()
        draft = self.proposal.draft
        self._lifted = None if draft is None else Lifted(self.bench, draft)

    def paint(self, easel: Easel) -> None:
        """See ``Gesture``."""
        if self._lifted is not None:
            self._lifted.paint(easel)

    def lines(self) -> Sequence[TipLine]:
        """See ``Gesture``."""
        if self.proposal.refusal:
            return [refusal_line(self.proposal.refusal)]
        draft = self.proposal.draft
        if draft is None:
            return [self.hint_line()]
        return [dates_line(draft), self.measure_line(draft), *bridge_lines(draft), self.hint_line()]

    def release(self, deeds: Deeds) -> None:
        """See ``Gesture``; what cannot be is told."""
        if self.proposal.refusal:
            deeds.refuse(self.proposal.refusal)
        else:
            deeds.carry_out(self.proposal.command)

    def _proposal(self) -> Proposal:
        if self.days == 0:
            return NOTHING
        try:
            command = self.command_for(self.days, wholly=self._wholly)
        except PlanError as error:
            return Proposal(refusal=error.sentence)
        return NOTHING if command is None else proposed(self.bench.plan, command)
