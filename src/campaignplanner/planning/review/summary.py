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
        """The line in words, for the terminal; what there is none of is left out."""
        parts = []
        if self.aims == 1:
            parts.append(f"the aim is {'' if self.aims_on_both_sides else 'not '}served on both sides")
        elif self.aims:
            parts.append(f"{self.aims_on_both_sides} of {self.aims} aims are served on both sides")
        if self.offline_touchpoints == 1:
            parts.append(f"the offline touchpoint is {'' if self.carried_on else 'not '}carried on")
        elif self.offline_touchpoints:
            parts.append(
                f"{self.carried_on} of {self.offline_touchpoints} offline touchpoints are carried on"
            )
        if self.bridges == 1:
            parts.append(f"the bridge between the sides {self._of_one_bridge}")
        elif self.bridges:
            parts.append(f"{self.bridges_holding} of {self.bridges} bridges between the sides hold")
        said = ", ".join(parts) or "nothing is planned yet that could carry anything on"
        return f"{said[0].upper()}{said[1:]}."

    @property
    def _of_one_bridge(self) -> str:
        if self.bridges_broken:
            return "is broken"
        return "holds" if self.bridges_holding else "has no dates yet"


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
