"""Plans that come into the store whole: identifiers of their own, and what a copy takes along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_type_hints

from campaignplanner.domain.aim import Reading
from campaignplanner.domain.approval import Approval, Version, VersionState
from campaignplanner.domain.budget import Posting, ReserveDraw
from campaignplanner.domain.campaign import CampaignStatus
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord
from campaignplanner.domain.review import Dismissal
from campaignplanner.planning.schedule import first_day_of, shifted
from campaignplanner.services.commands.naming import counted_days, day_in_words, name_of
from campaignplanner.services.copying import planned_again
from campaignplanner.services.plan_format import PlanFormat

R = TypeVar("R")

HAPPENED: tuple[type[PlanRecord], ...] = (Reading, Posting, ReserveDraw, Version, Approval, Dismissal)
"""What belongs to the campaign that was, and stays behind when it is copied."""


class NewIds(dict[str, str]):
    """New identifiers by old ones, made when first asked for, so that references stay together."""

    def __missing__(self, old: str) -> str:
        """Make the new identifier of an old one."""
        made = self[old] = new_id()
        return made


def with_new_ids(plan: Plan, ids: NewIds) -> Plan:
    """Return the plan with other identifiers everywhere: records, references, lists and embedded values."""
    records = (_with_new_ids(record, ids) for record in plan.records())
    return Plan.of(_with_new_ids(plan.campaign, ids), records)


def states_with_new_ids(
    states: Iterable[VersionState], ids: NewIds, plan_format: PlanFormat
) -> tuple[VersionState, ...]:
    """Return kept plans with the same identifiers as the plan that they were kept of."""
    return tuple(
        replace(
            _with_new_ids(state, ids),
            content=plan_format.write(with_new_ids(plan_format.read(state.content), ids)),
        )
        for state in states
    )


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy of a campaign, and in a sentence what became of its dates."""

    plan: Plan
    sentence: str

    @property
    def campaign_id(self) -> str:
        """The identifier of the copy."""
        return self.plan.campaign.id


def copied(source: Plan, first_day: date | None, title: str) -> Copied:
    """Return a campaign's copy as a draft: what was planned, with identifiers of its own.

    What happened stays behind: readings, postings, draws on the reserve, versions, approvals and dismissals.
    Booked, live and done activities are planned again; lines are open, free to change, and forecast nothing.

    Args:
        source: the campaign.
        first_day: when the copy begins; every date is shifted by as many days. None leaves the dates.
        title: of the copy; "Copy of" and the title when empty.

    Raises:
        PlanError: a date would lie beyond the calendar.
    """
    records = (planned_again(each) for each in source.records() if not isinstance(each, HAPPENED))
    name = title.strip() or f"Copy of {source.campaign.title}"
    campaign = replace(source.campaign, title=name, status=CampaignStatus.DRAFT)
    plan = with_new_ids(Plan.of(campaign, records), NewIds())
    begins = first_day_of(source)
    if begins is None:
        return Copied(
            plan, f"{name_of(source.campaign, None)} does not say when it begins, so no date was shifted."
        )
    days = 0 if first_day is None else (first_day - begins).days
    if first_day is None or days == 0:
        return Copied(plan, f"The copy begins on {day_in_words(begins)}, like the campaign it is a copy of.")
    way = "later" if days > 0 else "earlier"
    return Copied(
        shifted(plan, days),
        f"The copy begins on {day_in_words(first_day)}: every date is {counted_days(days)} {way}.",
    )


@cache
def _fields_with_ids(record_type: type[Any]) -> tuple[str, ...]:
    """Return the fields of a dataclass that hold identifiers, themselves or deeper down."""
    hints = get_type_hints(record_type)
    return tuple(
        each.name
        for each in fields(record_type)
        if each.name == "id"
        or each.name.endswith(("_id", "_ids"))
        or any(_holds_ids(inner) for inner in (hints[each.name], *get_args(hints[each.name])))
    )


def _holds_ids(hint: object) -> bool:
    return isinstance(hint, type) and is_dataclass(hint) and bool(_fields_with_ids(hint))


def _with_new_ids(value: R, ids: NewIds) -> R:
    record_type: Any = type(value)
    changed = {name: _renamed(getattr(value, name), ids) for name in _fields_with_ids(record_type)}
    return replace(value, **changed) if changed else value  # type: ignore[type-var]


def _renamed(value: object, ids: NewIds) -> object:
    if isinstance(value, str):
        return ids[value]
    if isinstance(value, tuple):
        items = cast(tuple[object, ...], value)
        return tuple(_renamed(each, ids) for each in items)
    return value if value is None else _with_new_ids(value, ids)
