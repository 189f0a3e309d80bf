from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.aim import Kpi, Reading
from campaignplanner.domain.budget import PhasedAmount, Phasing, PhasingMode, Posting, PostingKind
from campaignplanner.domain.days import Span
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.schedule import first_day_of, shifted, span_to_move
from tests.builders import a_dated_activity, a_flight, a_line, a_plan, an_activity, an_aim
from tests.planning.timeline_plans import timeline_plans

TASTING = an_activity("Tasting", preparation_from=date(2026, 8, 1))
AIM = an_aim()


def typed_days(mode: PhasingMode, days: int, *typed: str) -> list[str]:
    """The days of typed amounts after a plan that begins on 25 September is moved."""
    amounts = tuple(PhasedAmount(date.fromisoformat(day), 1) for day in typed)
    line = a_line(phasing=Phasing(mode=mode, typed=amounts))
    (moved,) = shifted(a_plan(line, first_day="2026-09-25"), days).lines.values()
    return [each.day.isoformat() for each in moved.phasing.typed]


def test_everything_planned_moves_with_the_plan() -> None:
    kpi = Kpi(id="kpi", aim_id=AIM.id, name="Members", due_day=date(2026, 11, 30))
    plan = a_plan(
        AIM,
        kpi,
        TASTING,
        a_flight(TASTING, "2026-09-10", "2026-09-12", id="flight"),
        first_day="2026-09-01",
        last_day="2026-11-30",
    )
    moved = shifted(plan, 3)
    assert (moved.campaign.first_day, moved.campaign.last_day) == (date(2026, 9, 4), date(2026, 12, 3))
    assert (moved.flights["flight"].first_day, moved.flights["flight"].last_day) == (
        date(2026, 9, 13),
        date(2026, 9, 15),
    )
    assert moved.activities["tasting"].preparation_from == date(2026, 8, 4)
    assert moved.kpis["kpi"].due_day == date(2026, 12, 3)


def test_what_has_happened_stays_where_it_happened() -> None:
    line = a_line(id="line", currency="USD", exchange_rate=Decimal(1), exchange_rate_day=date(2026, 9, 1))
    kpi = Kpi(id="kpi", aim_id=AIM.id, name="Members")
    happened = [
        Reading(id="reading", kpi_id="kpi", day=date(2026, 9, 1), value=Decimal(5)),
        Posting(id="posting", line_id="line", day=date(2026, 9, 1), kind=PostingKind.ACTUAL, amount=5),
    ]
    plan = a_plan(AIM, kpi, line, happened, first_day="2026-09-01")
    moved = shifted(plan, 30)
    assert moved.readings == plan.readings
    assert moved.postings == plan.postings
    assert moved.lines == plan.lines


def test_amounts_typed_by_week_move_by_whole_weeks() -> None:
    assert typed_days(PhasingMode.BY_WEEK, 10, "2026-09-28", "2026-10-05") == ["2026-10-05", "2026-10-12"]


def test_amounts_typed_by_month_move_by_as_many_months_as_the_first_day() -> None:
    assert typed_days(PhasingMode.BY_MONTH, 5, "2026-09-01", "2026-10-01") == ["2026-09-01", "2026-10-01"]
    assert typed_days(PhasingMode.BY_MONTH, 6, "2026-09-01", "2026-12-01") == ["2026-10-01", "2027-01-01"]


def test_typed_months_that_are_not_in_force_stay_months() -> None:
    assert typed_days(PhasingMode.EVEN, 31, "2026-09-01") == ["2026-10-01"]


def test_a_plan_cannot_be_moved_beyond_the_calendar() -> None:
    plan = a_plan(TASTING, a_flight(TASTING, "2026-09-10"))
    with pytest.raises(PlanError, match="beyond the calendar"):
        shifted(plan, 10**7)


def test_typed_months_cannot_be_moved_beyond_the_calendar() -> None:
    with pytest.raises(PlanError, match="beyond the calendar"):
        typed_days(PhasingMode.BY_MONTH, 31, "9999-12-01")


def test_a_plan_counts_from_the_campaigns_first_day_or_its_first_flight() -> None:
    flight = a_flight(TASTING, "2026-09-10")
    assert first_day_of(a_plan(TASTING, flight, first_day="2026-09-01")) == date(2026, 9, 1)
    assert first_day_of(a_plan(TASTING, flight)) == date(2026, 9, 10)
    assert first_day_of(a_plan(TASTING)) is None


@given(timeline_plans(), st.integers(-700, 700))
def test_moving_there_and_back_gives_the_same_plan(plan: Plan, days: int) -> None:
    assert shifted(shifted(plan, days), -days) == plan


def test_what_is_moved_runs_from_its_first_day_to_the_last_that_is_known() -> None:
    flight = a_dated_activity("Bars", "2026-05-04", "2026-06-01")
    assert span_to_move(a_plan(flight, first_day="2026-04-01")) == Span(date(2026, 4, 1), date(2026, 6, 1))
    assert span_to_move(a_plan(flight)) == Span(date(2026, 5, 4), date(2026, 6, 1))
    assert span_to_move(a_plan()) is None
