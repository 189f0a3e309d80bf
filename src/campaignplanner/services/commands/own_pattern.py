"""Giving a bridge a pattern that is named for the first time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from campaignplanner.domain.bridge import Bridge, OwnPattern, Pattern
from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.editing import change_set
from campaignplanner.services.commands.naming import name_of, quoted


@dataclass(frozen=True, slots=True)
class GiveOwnPattern:
    """Give a bridge a pattern of the users' own by its name, made where the campaign does not have it yet.

    Attributes:
        bridge_id: the bridge.
        name: what the pattern is called.
        own_pattern_id: what a pattern made by this is called.
    """

    bridge_id: str
    name: str
    own_pattern_id: str = field(default_factory=new_id)

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError where the name is empty."""
        bridge = plan.find(Bridge, self.bridge_id)
        pattern = _pattern_called(plan, self.name)
        made = []
        if pattern is None:
            pattern = OwnPattern(id=self.own_pattern_id, name=" ".join(self.name.split()))
            pattern.check()
            made = [Change(None, pattern)]
        changed = replace(bridge, pattern=Pattern.OWN, own_pattern_id=pattern.id)
        label = f"Let {name_of(bridge, plan)} be of the pattern {quoted(pattern.name)}"
        return change_set(plan, label, [*made, Change(bridge, changed)])


def _pattern_called(plan: Plan, name: str) -> OwnPattern | None:
    wanted = " ".join(name.split()).casefold()
    own = plan.own_patterns.values()
    return next((each for each in own if each.name.casefold() == wanted), None)
