"""Whom a campaign is for, and who passes what on to whom."""

from __future__ import annotations

from dataclasses import dataclass

from campaignplanner.domain import checks
from campaignplanner.domain.errors import PlanError


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """People in their own words: what they do now, what they should do, and where they gather."""

    id: str
    name: str
    behaviour_now: str = ""
    behaviour_wanted: str = ""
    gathers_online: str = ""
    gathers_offline: str = ""
    position: int = 0

    def check(self) -> None:
        """Raise PlanError when the audience breaks a rule."""
        checks.check_id(self.id)
        checks.check_named(self.name, "name", "An audience needs a name.")
        checks.check_texts(self, "behaviour_now", "behaviour_wanted", "gathers_online", "gathers_offline")
        checks.check_count(self.position, "position", "The position")


@dataclass(frozen=True, slots=True, kw_only=True)
class Influence:
    """Who passes what on to whom; ``from_audience_id`` None stands for ambassadors."""

    id: str
    from_audience_id: str | None
    to_audience_id: str
    passed_on: str = ""
    given_to_pass_on: str = ""

    def check(self) -> None:
        """Raise PlanError when the influence breaks a rule."""
        checks.check_id(self.id)
        checks.check_texts(self, "passed_on", "given_to_pass_on")
        if self.from_audience_id == self.to_audience_id and not self.passed_on.strip():
            raise PlanError(
                "Say what people of one audience pass on to each other.",
                "passed_on",
            )
