"""Which activities the timeline keeps while somebody looks for some: by words, side, status, owner, aim."""

from __future__ import annotations

from dataclasses import dataclass, field

from campaignplanner.domain.direction import set_apart
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_lanes import Grouping, sorter_of
from campaignplanner.ui.plan.tree.facts import Facts, side_text, status_text
from campaignplanner.ui.plan.tree.finding import Search
from campaignplanner.ui.plan.tree.touched import touched
from campaignplanner.ui.timeline.words import one_line, translate

NOBODY = ""
"""Stands for what has no owner, and for what serves no aim."""


@dataclass(frozen=True, slots=True)
class LaneSearch:
    """What somebody looks for on the timeline; nothing said keeps everything.

    Attributes:
        search: words, side, status and whether what is done is hidden.
        owner: the one owner whose activities are kept; empty keeps those of nobody, None keeps all.
        aim_id: the one aim; empty keeps what serves none, None keeps all.
    """

    search: Search = field(default_factory=Search)
    owner: str | None = None
    aim_id: str | None = None

    def __bool__(self) -> bool:
        """Tell whether anything may be left out."""
        return bool(self.search) or self.owner is not None or self.aim_id is not None


class Sieve:
    """Keeps the activities that are looked for, of one state of a plan after another."""

    def __init__(self) -> None:
        self._facts: Facts | None = None

    def kept(self, plan: Plan, wanted: LaneSearch) -> frozenset[str] | None:
        """Return the activities that are kept; None where nothing is looked for."""
        if not wanted:
            return None
        facts = self._facts_of(plan)
        kept = wanted.search.kept(facts.activities, facts)
        if wanted.owner is not None:
            owners = sorter_of(plan, Grouping.OWNER)
            owner = (wanted.owner or None,)
            kept = [each for each in kept if owners.values_of(plan.activities[each]) == owner]
        if wanted.aim_id is not None:
            kept = [each for each in kept if _serves(plan, each, wanted.aim_id)]
        return frozenset(kept)

    def _facts_of(self, plan: Plan) -> Facts:
        """The words of a plan's activities, made anew only where something changed."""
        facts = self._facts
        if facts is None or facts.plan.campaign.id != plan.campaign.id:
            facts = self._facts = Facts(plan)
        elif facts.plan is not plan:
            facts.move_on(plan, touched(facts.plan, plan))
        return facts


def search_text(plan: Plan, wanted: LaneSearch) -> str:
    """What is looked for, for people: `“tasting”, offline, owner Ada`; empty where everything is kept."""
    search = wanted.search
    parts = [f"“{set_apart(word)}”" for word in search.words]
    if search.side is not None:
        parts.append(side_text(search.side).lower())
    if search.status is not None:
        parts.append(status_text(search.status).lower())
    elif search.hides_done:
        parts.append(translate("Timeline", "not done or cancelled"))
    if wanted.owner is not None:
        named = translate("Timeline", "owner %1").replace("%1", set_apart(wanted.owner))
        parts.append(named if wanted.owner else translate("Timeline", "without an owner"))
    if wanted.aim_id is not None:
        aim = plan.aims.get(wanted.aim_id)
        named = translate("Timeline", "aim “%1”").replace(
            "%1", "" if aim is None else set_apart(one_line(aim.statement))
        )
        parts.append(named if wanted.aim_id else translate("Timeline", "without an aim"))
    return ", ".join(parts)


def _serves(plan: Plan, activity_id: str, aim_id: str) -> bool:
    served = plan.contributions.by("activity_id").get(activity_id, ())
    return any(each.aim_id == aim_id for each in served) if aim_id else not served
