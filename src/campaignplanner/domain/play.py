"""Building blocks that make several activities, bridges and lines in one step."""

from __future__ import annotations

from dataclasses import dataclass

from campaignplanner.domain import checks
from campaignplanner.domain.activity import Kind, Side
from campaignplanner.domain.bridge import Mechanism, Pattern
from campaignplanner.domain.budget import CostType, Meets
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.money import check_amount

LONGEST_OFFSET = 3660


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayActivity:
    """An activity of a play; offsets are days from the day on which the play is placed."""

    side: Side
    kind: Kind
    title: str
    what_people_do: str = ""
    first_day_offset: int
    last_day_offset: int

    def check(self) -> None:
        """Raise PlanError when this part of the play breaks a rule."""
        checks.check_named(self.title, "activities", "An activity of a play needs a title.")
        checks.check_texts(self, "what_people_do")
        if self.side not in self.kind.sides:
            raise PlanError(f"“{self.title}” is on a side that its kind is not.", "activities")
        if self.last_day_offset < self.first_day_offset:
            raise PlanError(f"“{self.title}” ends before it begins.", "activities")
        if max(abs(self.first_day_offset), abs(self.last_day_offset)) > LONGEST_OFFSET:
            raise PlanError(f"“{self.title}” is more than ten years away.", "activities")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayBridge:
    """A bridge of a play between two of its activities, by their places in the play from 0."""

    source: int
    target: int
    pattern: Pattern
    mechanism: Mechanism | None = None
    ask_after_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayLine:
    """A budget line of a play for one of its activities; ``planned`` is in whole units, any currency."""

    activity: int
    label: str
    cost_type: CostType = CostType.OTHER
    meets: Meets = Meets.NOT_SAID
    filed_under: str = ""
    planned: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """A saved building block. It belongs to the store, not to a campaign."""

    id: str
    title: str
    description: str = ""
    activities: tuple[PlayActivity, ...] = ()
    bridges: tuple[PlayBridge, ...] = ()
    lines: tuple[PlayLine, ...] = ()

    def check(self) -> None:
        """Raise PlanError when the play breaks a rule."""
        checks.check_id(self.id)
        checks.check_named(self.title, "title", "A play needs a title.")
        checks.check_texts(self, "description")
        if not self.activities:
            raise PlanError(f"The play “{self.title}” has no activities.", "activities")
        for activity in self.activities:
            activity.check()
        for bridge in self.bridges:
            self._check_bridge(bridge)
        for line in self.lines:
            self._check_line(line)

    def _check_bridge(self, bridge: PlayBridge) -> None:
        places = range(len(self.activities))
        if bridge.source not in places or bridge.target not in places or bridge.source == bridge.target:
            raise PlanError(f"A bridge of the play “{self.title}” leads nowhere.", "bridges")
        if bridge.pattern is Pattern.OWN:
            raise PlanError("A play uses the built-in patterns only.", "bridges")
        if bridge.ask_after_days is not None and not 0 <= bridge.ask_after_days <= LONGEST_OFFSET:
            raise PlanError("People are asked after 0 to 3660 days.", "bridges")

    def _check_line(self, line: PlayLine) -> None:
        checks.check_named(line.label, "lines", "A budget line needs a label.")
        checks.check_texts(line, "filed_under")
        if line.activity not in range(len(self.activities)):
            raise PlanError(f"A budget line of the play “{self.title}” belongs to nothing.", "lines")
        if line.planned < 0:
            raise PlanError(f"An amount of “{line.label}” is negative.", "lines")
        check_amount(line.planned, "lines")
