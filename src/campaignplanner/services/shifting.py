"""Moving a whole plan in time, for a copy of a campaign that begins on another day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from campaignplanner.domain.activity import Activity, Flight
from campaignplanner.domain.aim import Kpi
from campaignplanner.domain.budget import BudgetLine, PhasedAmount, Phasing, PhasingMode
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.days import monday_of, shifted_day
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord

MONTHS_PER_YEAR = 12


def first_day_of(plan: Plan) -> date | None:
    """Return the day by which people tell when a plan begins, None for a plan without dates.

    That is the campaign's first day, else that of its earliest flight, else any other day it names.
    """
    campaign = plan.campaign
    flights = (flight.first_day for flight in plan.flights.values())
    others = (
        campaign.last_day,
        *(each.preparation_from for each in plan.activities.values()),
        *(each.due_day for each in plan.kpis.values()),
    )
    known = campaign.first_day or min(flights, default=None)
    return known or min((day for day in others if day is not None), default=None)


def shifted(plan: Plan, begins: date, days: int) -> Plan:
    """Return a plan with what is still to come moved by days, later when positive.

    Campaign days, flights, preparation, due days of KPIs and typed phasing move; amounts typed by week or
    month move by as many whole weeks or months as fit. What happened, and the days of exchange rates, stay.

    Args:
        plan: the plan to move.
        begins: the day that the move is told by; its month decides by how many months typed amounts move.
        days: how far.

    Raises:
        PlanError: a date would lie beyond the calendar.
    """
    months = _month_number(shifted_day(begins, days)) - _month_number(begins)
    records = (_shifted_record(record, days, months) for record in plan.records())
    return Plan.of(_shifted_campaign(plan.campaign, days), records)


def _shifted_campaign(campaign: Campaign, days: int) -> Campaign:
    return replace(
        campaign, first_day=_moved(campaign.first_day, days), last_day=_moved(campaign.last_day, days)
    )


def _shifted_record(record: PlanRecord, days: int, months: int) -> PlanRecord:
    match record:
        case Flight():
            span = record.span.shifted(days)
            return replace(record, first_day=span.first_day, last_day=span.last_day)
        case Activity() if record.preparation_from is not None:
            return replace(record, preparation_from=_moved(record.preparation_from, days))
        case Kpi() if record.due_day is not None:
            return replace(record, due_day=_moved(record.due_day, days))
        case BudgetLine() if record.phasing.typed:
            return replace(record, phasing=_shifted_phasing(record.phasing, days, months))
        case _:
            return record


def _shifted_phasing(phasing: Phasing, days: int, months: int) -> Phasing:
    by_month = phasing.mode is PhasingMode.BY_MONTH
    if phasing.mode is not PhasingMode.BY_WEEK:  # the typed amounts are of a mode that is not in force
        by_month = by_month or all(each.day.day == 1 for each in phasing.typed)
    return replace(
        phasing,
        typed=tuple(
            PhasedAmount(
                _later_month(each.day, months) if by_month else _later_week(each.day, days), each.amount
            )
            for each in phasing.typed
        ),
    )


def _later_week(day: date, days: int) -> date:
    """Return the week's day moved by whole weeks, so that Mondays stay Mondays."""
    weeks_in_days = (monday_of(shifted_day(day, days)) - monday_of(day)).days
    return shifted_day(day, weeks_in_days)


def _later_month(day: date, months: int) -> date:
    year, month = divmod(_month_number(day) + months, MONTHS_PER_YEAR)
    try:
        return date(year, month + 1, 1)
    except ValueError:
        raise PlanError("That is beyond the calendar: days run from the year 1 to the year 9999.") from None


def _month_number(day: date) -> int:
    return day.year * MONTHS_PER_YEAR + day.month - 1


def _moved(day: date | None, days: int) -> date | None:
    return None if day is None else shifted_day(day, days)
