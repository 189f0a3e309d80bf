"""Sides and kinds of activities, to be chosen: a kind of the users' own stands among the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from campaignplanner.domain.activity import Activity, ActivityStatus, Kind, Side
from campaignplanner.planning.bridges import judge
from campaignplanner.ui.formats import counted
from campaignplanner.ui.timeline.card_texts import capitalised

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan

SIDE_CHOICES = tuple((side, capitalised(side.value)) for side in Side)
STATUS_CHOICES = tuple((status, capitalised(status.value)) for status in ActivityStatus)


def kind_choices(plan: Plan, side: Side) -> tuple[tuple[Kind | str, str], ...]:
    """The kinds of a side with their words; one of the users' own is named by its identifier."""
    known = [kind for kind in Kind if side in kind.sides and kind is not Kind.OTHER]
    own = sorted(
        (each for each in plan.own_kinds.values() if each.side is side), key=lambda each: each.name.casefold()
    )
    return (
        *((kind, capitalised(kind.value)) for kind in known),
        *((each.id, each.name) for each in own),
        (Kind.OTHER, capitalised(Kind.OTHER.value)),
    )


def kind_of(activity: Activity) -> Kind | str:
    """The kind as it is chosen: a Kind, or the identifier of one of the users' own."""
    return activity.own_kind_id or activity.kind


def kind_fields(choice: object) -> Mapping[str, object]:
    """The fields of an activity that a chosen kind stands for."""
    if isinstance(choice, str):
        return {"kind": Kind.OTHER, "own_kind_id": choice}
    return {"kind": choice, "own_kind_id": None}


def fits(activity: Activity, side: Side) -> bool:
    """Whether an activity could be on a side without another kind."""
    return activity.own_kind_id is None and side in activity.kind.sides


def bridges_lost_sentence(plan: Plan, activity: Activity, side: Side) -> str:
    """Says how many bridges would no longer cross, or would begin to, if the activity were on that side."""
    if side is activity.side:
        return ""
    bridges = (*plan.bridges_from(activity.id), *plan.bridges_to(activity.id))
    crossing = sum(1 for bridge in bridges if judge(plan, bridge).crossing)
    translate = QCoreApplication.translate
    said = []
    if crossing:
        one = translate("inspector", "1 bridge would no longer cross.")
        many = translate("inspector", "%1 bridges would no longer cross.")
        said.append(counted(crossing, one, many))
    if len(bridges) > crossing:
        one = translate("inspector", "1 bridge would cross that does not now.")
        many = translate("inspector", "%1 bridges would cross that do not now.")
        said.append(counted(len(bridges) - crossing, one, many))
    return " ".join(said)
