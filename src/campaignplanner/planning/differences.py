"""What differs between two states of one campaign: two versions of its brief, or a version and now.

``differences(before, after) -> PlanDifferences`` finds it record by record; nothing here is in words, so that
the window and the brief can say it in theirs. An activity is told of as people think of it: its days are
those from its first flight to its last, its aims are their shares, and its money is what its lines are
expected to cost (the forecast where there is one, else what was planned) by what the customer meets.

Versions, approvals, scenarios and dismissals are about the plan and not part of what it says, so they do not
count; nor does the order of aims, audiences, KPIs and lines, nor how far an activity has come, unless it was
cancelled or is no longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Generic, TypeVar

from campaignplanner.domain.activity import Activity, ActivityStatus, Contribution, Flight
from campaignplanner.domain.aim import Aim, Kpi
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.budget import BudgetLine, Meets
from campaignplanner.domain.campaign import BriefTexts, Campaign
from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord
from campaignplanner.planning.money_sums import MoneyState, MoneyTotals, amount_of, totals_of_lines

R = TypeVar("R", bound=Aim | Audience | Influence | Kpi | Bridge | BudgetLine)
V = TypeVar("V")
K = TypeVar("K", str, Meets)

_NOT_SAID = frozenset({"id", "position", "frozen"})
"""Fields that say nothing to a reader."""


@dataclass(frozen=True, slots=True)
class Moved(Generic[V]):
    """A value before and after; they differ."""

    before: V
    after: V


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field of a record with another value.

    Attributes:
        field: its name; of the brief's texts, thresholds left out, as ``brief.message``.
        before: the value it had.
        after: the value it has.
    """

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class RecordDifference(Generic[R]):
    """A record that was added, was dropped or has other fields.

    Attributes:
        before: the record as it was; None where it was added.
        after: the record as it is; None where it was dropped.
        fields: what differs where it is in both, in the order of its fields.
    """

    before: R | None
    after: R | None
    fields: tuple[FieldDifference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityDifference:
    """An activity that was added, was dropped or is another one now.

    Attributes:
        before: the activity as it was; None where it was added.
        after: the activity as it is; None where it was dropped.
        fields: what differs of its own fields.
        span: from its first day to its last, where that moved; None on a side stands for no dates.
        flights: how many runs it has, where its runs changed while its span stayed.
        aims: its weights by aim, where they differ.
        money: by what the customer meets, what it costs more (or less, below zero), in minor units of the
            campaign's currency; only what differs.
    """

    before: Activity | None
    after: Activity | None
    fields: tuple[FieldDifference, ...] = ()
    span: Moved[Span | None] | None = None
    flights: Moved[int] | None = None
    aims: Moved[Mapping[str, int]] | None = None
    money: Mapping[Meets, int]

    @property
    def activity(self) -> Activity:
        """The activity as it is, or as it was where it was dropped."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - one of them is there
        return found

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        is_new_or_gone = self.before is None or self.after is None
        moved = any(each is not None for each in (self.span, self.flights, self.aims))
        return is_new_or_gone or moved or bool(self.fields) or bool(self.money)


@dataclass(frozen=True, slots=True)
class MoneyDifference:
    """Expected money in all, by side and by budget holder, where it moved.

    Attributes:
        total: of all lines, in minor units of each state's own currency.
        by_meets: what the customer meets, only what moved.
        by_holder: whose budget it is filed under, only what moved; empty text for nobody's.
    """

    total: Moved[int] | None
    by_meets: Mapping[Meets, Moved[int]]
    by_holder: Mapping[str, Moved[int]]

    def __bool__(self) -> bool:
        """Tell whether any money moved."""
        return self.total is not None or bool(self.by_meets) or bool(self.by_holder)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDifferences:
    """All that differs between two states of a campaign; of each kind only what does.

    Attributes:
        campaign: fields of the campaign and the brief's own texts.
        aims: reworded, added and dropped, in their order.
        kpis: likewise, targets among their fields.
        audiences: likewise.
        influences: likewise.
        activities: in the order of their days.
        bridges: likewise.
        lines: budget lines, for whoever looks closer than at the activities.
        money: what moved between sides and budget holders.
    """

    campaign: tuple[FieldDifference, ...]
    aims: tuple[RecordDifference[Aim], ...]
    kpis: tuple[RecordDifference[Kpi], ...]
    audiences: tuple[RecordDifference[Audience], ...]
    influences: tuple[RecordDifference[Influence], ...]
    activities: tuple[ActivityDifference, ...]
    bridges: tuple[RecordDifference[Bridge], ...]
    lines: tuple[RecordDifference[BudgetLine], ...]
    money: MoneyDifference

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return any(bool(getattr(self, each.name)) for each in fields(self))


def differences(before: Plan, after: Plan) -> PlanDifferences:
    """Find what differs between two states of a campaign."""
    return PlanDifferences(
        campaign=_campaign_differences(before.campaign, after.campaign),
        aims=_record_differences(before.aims_in_order, after.aims_in_order),
        kpis=_record_differences(before.kpis.values(), after.kpis.values()),
        audiences=_record_differences(before.audiences_in_order, after.audiences_in_order),
        influences=_record_differences(before.influences.values(), after.influences.values()),
        activities=_activity_differences(before, after),
        bridges=_record_differences(before.bridges.values(), after.bridges.values()),
        lines=_record_differences(before.lines_in_order, after.lines_in_order),
        money=_money_difference(before, after),
    )


# -- fields ----------------------------------------------------------------------------------------------


def _campaign_differences(before: Campaign, after: Campaign) -> tuple[FieldDifference, ...]:
    own = _field_differences(before, after, leaving_out={"brief", "brief_layout", "thresholds", "status"})
    texts = _field_differences(before.brief, after.brief)
    return (*own, *(FieldDifference(f"brief.{each.field}", each.before, each.after) for each in texts))


def _field_differences(
    before: PlanRecord | Campaign | BriefTexts,
    after: PlanRecord | Campaign | BriefTexts,
    leaving_out: Iterable[str] = (),
) -> tuple[FieldDifference, ...]:
    left_out = _NOT_SAID.union(leaving_out)
    pairs = (
        (each.name, getattr(before, each.name), getattr(after, each.name))
        for each in fields(before)
        if each.name not in left_out
    )
    return tuple(FieldDifference(name, was, now) for name, was, now in pairs if was != now)


def _record_differences(before: Iterable[R], after: Iterable[R]) -> tuple[RecordDifference[R], ...]:
    """Compare records by id: those that are there now in their order, then those that are gone."""
    was: dict[str, R] = {record.id: record for record in before}
    found: list[RecordDifference[R]] = []
    for record in after:
        earlier = was.pop(record.id, None)
        if earlier is None:
            found.append(RecordDifference(None, record))
        elif earlier is not record and (changed := _field_differences(earlier, record)):
            found.append(RecordDifference(earlier, record, changed))
    found.extend(RecordDifference(record, None) for record in was.values())
    return tuple(found)


# -- activities ------------------------------------------------------------------------------------------


def _activity_differences(before: Plan, after: Plan) -> tuple[ActivityDifference, ...]:
    found = [
        difference
        for activity_id in dict.fromkeys((*before.activities, *after.activities))
        if (difference := _activity_difference(before, after, activity_id))
    ]
    days = {each.activity.id: _day_order(before, after, each.activity.id) for each in found}
    return tuple(sorted(found, key=lambda each: (days[each.activity.id], each.activity.title)))


def _activity_difference(before: Plan, after: Plan, activity_id: str) -> ActivityDifference:
    was, now = before.activities.get(activity_id), after.activities.get(activity_id)
    money = _money_moved(before, after, activity_id)
    if was is None or now is None:
        return ActivityDifference(before=was, after=now, money=money)
    span = _moved(before.span_of(activity_id), after.span_of(activity_id))
    return ActivityDifference(
        before=was,
        after=now,
        fields=() if was is now else _said_of_activity(was, now),
        span=span,
        flights=_moved_flights(before, after, activity_id) if span is None else None,
        aims=_moved(_weights(before, activity_id), _weights(after, activity_id)),
        money=money,
    )


def _said_of_activity(was: Activity, now: Activity) -> tuple[FieldDifference, ...]:
    is_progress = ActivityStatus.CANCELLED not in (was.status, now.status)
    return _field_differences(was, now, leaving_out={"status"} if is_progress else ())


def _moved(before: V, after: V) -> Moved[V] | None:
    return None if before == after else Moved(before, after)


def _moved_flights(before: Plan, after: Plan, activity_id: str) -> Moved[int] | None:
    was: tuple[Flight, ...] = before.flights.by("activity_id").get(activity_id, ())
    now: tuple[Flight, ...] = after.flights.by("activity_id").get(activity_id, ())
    return None if set(was) == set(now) else Moved(len(was), len(now))


def _weights(plan: Plan, activity_id: str) -> Mapping[str, int]:
    served: tuple[Contribution, ...] = plan.contributions.by("activity_id").get(activity_id, ())
    return {each.aim_id: each.weight for each in served}


def _day_order(before: Plan, after: Plan, activity_id: str) -> tuple[bool, int]:
    span = after.span_of(activity_id) or before.span_of(activity_id)
    return span is None, 0 if span is None else span.first_day.toordinal()


# -- money -----------------------------------------------------------------------------------------------


def _money_moved(before: Plan, after: Plan, activity_id: str) -> Mapping[Meets, int]:
    was = _expected(before, before.lines.by("activity_id").get(activity_id, ()))
    now = _expected(after, after.lines.by("activity_id").get(activity_id, ()))
    more = {meets: now.of(meets) - was.of(meets) for meets in Meets}
    return {meets: amount for meets, amount in more.items() if amount}


def _expected(plan: Plan, lines: Iterable[BudgetLine]) -> MoneyTotals:
    return totals_of_lines(plan, lines, MoneyState.FORECAST)


def _money_difference(before: Plan, after: Plan) -> MoneyDifference:
    was, now = _expected(before, before.lines.values()), _expected(after, after.lines.values())
    held, holds = _expected_by_holder(before), _expected_by_holder(after)
    names = {key: name for key, (name, _) in (*held.items(), *holds.items())}
    return MoneyDifference(
        total=_moved(was.total, now.total),
        by_meets=_moved_parts({meets: (was.of(meets), now.of(meets)) for meets in Meets}),
        by_holder=_moved_parts(
            {name: (held.get(key, (name, 0))[1], holds.get(key, (name, 0))[1]) for key, name in names.items()}
        ),
    )


def _expected_by_holder(plan: Plan) -> dict[str, tuple[str, int]]:
    """Return the holders' names and money; those that differ only in case or blanks are one."""
    sums: dict[str, tuple[str, int]] = {}
    for line in plan.lines_in_order:
        amount = amount_of(plan, line, MoneyState.FORECAST)
        if amount is not None:
            name = line.filed_under.strip()
            first, so_far = sums.get(name.casefold(), (name, 0))
            sums[name.casefold()] = first, so_far + amount
    return sums


def _moved_parts(parts: Mapping[K, tuple[int, int]]) -> dict[K, Moved[int]]:
    return {key: Moved(was, now) for key, (was, now) in parts.items() if was != now}
