"""Moving a whole plan in time.

Public: ``first_day_of`` says from when a plan counts, ``span_to_move`` from when to when, ``shifted`` moves
everything that is planned by days.
Everything planned moves: the campaign's days, flights, preparation, due days of KPIs, typed phasing. What
has happened stays where it happened: readings, postings, draws, versions, approvals, dismissals, and the day
of an exchange rate.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from campaignplanner.domain.activity import Activity, Flight
from campaignplanner.domain.aim import Kpi
from campaignplanner.domain.budget import BudgetLine, Phasing, TypedBy
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.days import DAYS_PER_WEEK, Span, shifted_day
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord

_MONTHS_PER_YEAR = 12


def first_day_of(plan: Plan) -> date | None:
    """Return the campaign's first day, else that of its first flight; None where neither is known."""
    if plan.campaign.first_day is not None:
        return plan.campaign.first_day
    return min((flight.first_day for flight in plan.flights.values()), default=None)


def span_to_move(plan: Plan) -> Span | None:
    """Return the days from ``first_day_of`` to the last that is known; None where nothing says when."""
    begins = first_day_of(plan)
    if begins is None:
        return None
    last_days = [flight.last_day for flight in plan.flights.values()]
    ends = plan.campaign.last_day or max(last_days, default=begins)
    return Span(begins, max(begins, ends))


def shifted(plan: Plan, days: int) -> Plan:
    """Return the plan with everything planned moved by days, later when positive.

    Amounts typed by week move by the nearest number of whole weeks, those typed by month by as many months
    as the plan's first day does: two of them never fall together.

    Raises:
        PlanError: a day would lie beyond the calendar.
    """
    begins = first_day_of(plan)
    months = 0
    if begins is not None:
        months = _month_number(shifted_day(begins, days)) - _month_number(begins)
    records = (_shifted_record(record, days, months) for record in plan.records())
    return Plan.of(_shifted_campaign(plan.campaign, days), records)


def _shifted_campaign(campaign: Campaign, days: int) -> Campaign:
    first_day, last_day = campaign.first_day, campaign.last_day
    return replace(campaign, first_day=_moved(first_day, days), last_day=_moved(last_day, days))


def _shifted_record(record: PlanRecord, days: int, months: int) -> PlanRecord:
    match record:
        case Flight():
            span = record.span.shifted(days)
            return replace(record, first_day=span.first_day, last_day=span.last_day)
        case Activity():
            return replace(record, preparation_from=_moved(record.preparation_from, days))
        case Kpi():
            return replace(record, due_day=_moved(record.due_day, days))
        case BudgetLine():
            return replace(record, phasing=_shifted_phasing(record.phasing, days, months))
        case _:
            return record


def _shifted_phasing(phasing: Phasing, days: int, months: int) -> Phasing:
    if not phasing.typed:
        return phasing
    weeks = round(days / DAYS_PER_WEEK)
    unsaid = phasing.typed_by
    if unsaid is None:
        # Kept from a mode that is not in force: only months begin on the first each time.
        is_of_months = all(each.day.day == 1 for each in phasing.typed)
        unsaid = TypedBy.MONTH if is_of_months else TypedBy.WEEK
    typed = (
        replace(
            each,
            day=_months_later(each.day, months)
            if (each.typed_by or unsaid) is TypedBy.MONTH
            else shifted_day(each.day, weeks * DAYS_PER_WEEK),
        )
        for each in phasing.typed
    )
    return replace(phasing, typed=tuple(typed))


def _months_later(day: date, months: int) -> date:
    """Return the first of the month that is so many months after the day's."""
    year, month = divmod(_month_number(day) + months, _MONTHS_PER_YEAR)
    try:
        return date(year, month + 1, 1)
    except ValueError:
        raise PlanError("That is beyond the calendar: days run from the year 1 to the year 9999.") from None


def _month_number(day: date) -> int:
    return day.year * _MONTHS_PER_YEAR + day.month - 1


def _moved(day: date | None, days: int) -> date | None:
    return None if day is None else shifted_day(day, days)
