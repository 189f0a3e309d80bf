"""The rules that hold between records: references lead somewhere, and what must be unique is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from campaignplanner.domain.activity import Activity, Contribution, OwnKind
from campaignplanner.domain.approval import Version
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.records import NAMES, REFERENCES_FROM, REFERENCES_TO, PlanRecord, title_of

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan


def check_record(plan: Plan, record: PlanRecord) -> None:
    """Raise PlanError, with ``record_id`` set, when a record of the plan breaks a rule."""
    try:
        record.check()
        for reference in REFERENCES_FROM[type(record)]:
            targets = plan.table(reference.target)
            for identifier in reference.identifiers(record):
                if identifier not in targets:
                    name = NAMES[reference.target][0]
                    raise PlanError(f"The {name} that this refers to is not there.", reference.field)
        rule = _RULES.get(type(record))
        if rule is not None:
            rule(plan, record)
    except PlanError as error:
        error.record_id = error.record_id or record.id
        raise


def check_gone(plan: Plan, record: PlanRecord) -> None:
    """Raise PlanError when something still refers to a record that is deleted."""
    if record.id in plan.table(type(record)):
        return
    for reference in REFERENCES_TO[type(record)]:
        holders = plan.table(reference.holder)
        if reference.single:
            left = bool(holders.by(reference.field).get(record.id))
        else:
            left = any(record.id in reference.identifiers(holder) for holder in holders.values())
        if left:
            one, _ = NAMES[type(record)]
            _, several = NAMES[reference.holder]
            raise PlanError(
                f"There are {several} that need the {one} “{title_of(record)}”.", record_id=record.id
            )


def _check_activity(plan: Plan, activity: Activity) -> None:
    if activity.own_kind_id is None:
        return
    own_kind = plan.own_kinds[activity.own_kind_id]
    if own_kind.side is not activity.side:
        raise PlanError(
            f"“{activity.title}” is {activity.side.value}, but its kind, {own_kind.name}, is not.", "kind"
        )


def _check_own_kind(plan: Plan, own_kind: OwnKind) -> None:
    for activity in plan.activities.by("own_kind_id").get(own_kind.id, ()):
        if activity.side is not own_kind.side:
            raise PlanError(
                f"“{activity.title}” is {activity.side.value} and is of this kind; change it first.", "side"
            )


def _check_contribution(plan: Plan, contribution: Contribution) -> None:
    for other in plan.contributions.by("activity_id").get(contribution.activity_id, ()):
        if other.aim_id == contribution.aim_id and other.id != contribution.id:
            raise PlanError("The activity serves that aim already; change its weight.", "aim_id")


def _check_version(plan: Plan, version: Version) -> None:
    if len(plan.versions.by("number")[version.number]) > 1:
        raise PlanError(f"There is a version {version.number} already.", "number")


_RULES: dict[type[PlanRecord], Callable[[Plan, Any], None]] = {
    Activity: _check_activity,
    OwnKind: _check_own_kind,
    Contribution: _check_contribution,
    Version: _check_version,
}
