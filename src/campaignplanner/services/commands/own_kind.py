"""Giving an activity a kind that is typed for the first time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from campaignplanner.domain.activity import Activity, Kind, OwnKind, Side
from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.crossing import check_bridges_cross
from campaignplanner.services.commands.editing import change_set
from campaignplanner.services.commands.naming import name_of, quoted


@dataclass(frozen=True, slots=True)
class GiveOwnKind:
    """Give an activity a kind of the users' own by its name, made where its side does not have it yet.

    Attributes:
        activity_id: the activity.
        name: what the kind is called.
        side: where the activity is from now on; None leaves it where it is.
        own_kind_id: what a kind made by this is called.
    """

    activity_id: str
    name: str
    side: Side | None = None
    own_kind_id: str = field(default_factory=new_id)

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError where the name is empty or a bridge would not cross."""
        activity = plan.find(Activity, self.activity_id)
        side = self.side or activity.side
        kind = _kind_called(plan, side, self.name)
        made = []
        if kind is None:
            kind = OwnKind(id=self.own_kind_id, side=side, name=" ".join(self.name.split()))
            kind.check()
            made = [Change(None, kind)]
        changed = replace(activity, side=side, kind=Kind.OTHER, own_kind_id=kind.id)
        label = f"Let {name_of(activity, plan)} be of the kind {quoted(kind.name)}"
        turned = Change(activity, changed)
        check_bridges_cross(plan, [turned])
        return change_set(plan, label, [*made, turned])


def _kind_called(plan: Plan, side: Side, name: str) -> OwnKind | None:
    wanted = " ".join(name.split()).casefold()
    own = (each for each in plan.own_kinds.values() if each.side is side)
    return next((each for each in own if each.name.casefold() == wanted), None)
