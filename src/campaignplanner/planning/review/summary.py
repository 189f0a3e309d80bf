"""The line that sums a campaign up: counts, and no grade."""

from __future__ import annotations

from dataclasses import dataclass

from campaignplanner.planning.review import facts
from campaignplanner.planning.review.rule import Sight


@dataclass(frozen=True, slots=True)
class Summary:
    """How far online and offline carry each other.

    Attributes:
        aims: how many there are.
        aims_on_both_sides: of these, those that something serves online and something offline.
        offline_touchpoints: where people meet the brand in person.
        carried_on: of these, those from which a bridge that holds leads online.
        bridges: that cross between online and offline; broken and open ones too.
        bridges_holding: of these, those that hold.
        bridges_broken: of these, those that do not; the rest has no dates yet.
    """

    aims: int
    aims_on_both_sides: int
    offline_touchpoints: int
    carried_on: int
    bridges: int
    bridges_holding: int
    bridges_broken: int

    @property
    def sentence(self) -> str:
        """The line in words, for the terminal."""
        return (
            f"{self.aims_on_both_sides} of {_counted(self.aims, 'aim')} served on both sides, "
            f"{self.carried_on} of {_counted(self.offline_touchpoints, 'offline touchpoint')} carried on, "
            f"{self.bridges_holding} of {_counted(self.bridges, 'bridge')} between the sides "
            f"{'holds' if self.bridges_holding == 1 else 'hold'}."
        )


def summary_of(sight: Sight) -> Summary:
    """Return the summary of a plan from what is counted over it."""
    counted = sight.facts.count
    return Summary(
        aims=len(sight.plan.aims),
        aims_on_both_sides=counted(facts.BOTH_SIDES),
        offline_touchpoints=counted(facts.OFFLINE_TOUCHPOINT),
        carried_on=counted(facts.CARRIED_ON),
        bridges=counted(facts.CROSSING),
        bridges_holding=counted(facts.HOLDING),
        bridges_broken=counted(facts.BROKEN),
    )


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
