from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from campaignplanner.domain.activity import ActivityStatus, Kind, Side
from campaignplanner.domain.budget import Meets
from campaignplanner.domain.changes import Change
from campaignplanner.planning.budgeting import totals, within_band
from campaignplanner.planning.money_gaps import (
    Loneliness,
    band_gap,
    budget_side,
    filed_against,
    lonely_touchpoints,
    most_money_first,
    total_check,
    without_rate,
)
from campaignplanner.planning.money_review import MoneyReview
from campaignplanner.planning.money_shares import Dimension
from campaignplanner.planning.money_sums import MoneyTotals
from tests.builders import a_bridge, a_campaign, a_line, a_plan, an_activity
from tests.planning.money_plans import changed
from tests.planning.real_campaigns import click_it_or_ticket_2008, sample, scottish_media_2009

THREAD = an_activity("Thread")
TASTING = an_activity("Tasting", Kind.SAMPLING)
AMOUNTS = st.integers(0, 10**12)
SHARES = st.integers(0, 100).map(lambda each: Decimal(each).scaleb(-2))


def a_band(low: str | None, high: str | None) -> dict[str, Decimal | None]:
    return {
        "online_share_from": None if low is None else Decimal(low),
        "online_share_to": None if high is None else Decimal(high),
    }


# -- the target band -------------------------------------------------------------------------------------


def test_below_the_band_it_says_how_much_to_move_or_to_add() -> None:
    gap = band_gap(a_campaign(**a_band("0.5", "0.6")), MoneyTotals(online=300, offline=600, not_said=100))
    assert gap is not None
    assert (gap.to_online, gap.from_online, gap.to_add, gap.not_said) == (200, 0, 400, 100)
    assert (gap.off, gap.is_within) == (Decimal("-0.2"), False)


def test_above_the_band_money_is_to_move_away_from_online() -> None:
    gap = band_gap(a_campaign(**a_band(None, "0.6")), MoneyTotals(online=700, offline=300))
    assert gap is not None
    assert (gap.to_online, gap.from_online, gap.to_add, gap.off) == (0, 100, None, Decimal("0.1"))


def test_without_a_band_or_without_money_there_is_no_gap() -> None:
    assert band_gap(a_campaign(), MoneyTotals(online=1)) is None
    assert band_gap(a_campaign(**a_band("0.5", None)), MoneyTotals()) is None


@given(AMOUNTS, AMOUNTS, SHARES, SHARES)
def test_moving_the_amount_closes_the_gap_and_one_unit_less_does_not(
    online: int, offline: int, one: Decimal, other: Decimal
) -> None:
    assume(online + offline > 1_000)
    assume(abs(one - other) > Decimal("0.005"))
    campaign = a_campaign(online_share_from=min(one, other), online_share_to=max(one, other))
    gap = band_gap(campaign, MoneyTotals(online=online, offline=offline))
    assert gap is not None
    moved = gap.to_online - gap.from_online
    after = MoneyTotals(online=online + moved, offline=offline - moved)
    assert within_band(campaign, after.online_share)
    assert gap.is_within is within_band(campaign, gap.share)
    if moved:
        short = moved - (1 if moved > 0 else -1)
        assert not within_band(
            campaign, MoneyTotals(online=online + short, offline=offline - short).online_share
        )


@given(AMOUNTS, AMOUNTS, SHARES)
def test_adding_the_amount_closes_the_gap_too(online: int, offline: int, low: Decimal) -> None:
    assume(online + offline > 0)
    campaign = a_campaign(online_share_from=low)
    gap = band_gap(campaign, MoneyTotals(online=online, offline=offline))
    assert gap is not None
    if gap.to_add is not None:
        assert within_band(campaign, MoneyTotals(online=online + gap.to_add, offline=offline).online_share)


# -- the typed total -------------------------------------------------------------------------------------


def test_the_scottish_lines_of_2009_fall_short_of_the_printed_total() -> None:
    plan = scottish_media_2009()
    check = total_check(plan, totals(plan))
    assert check is not None
    assert (check.lines, check.not_reached, check.exceeded) == (1_848_587_341, 132_720_484, 0)
    assert check.not_explained == check.not_reached


def test_the_american_lines_of_2008_reach_the_printed_total() -> None:
    plan = click_it_or_ticket_2008()
    check = total_check(plan, totals(plan))
    assert check is not None
    assert (check.lines, check.not_reached, check.exceeded) == (749_505_200, 0, 0)


def test_what_the_reserve_holds_back_explains_a_part_of_what_is_missing() -> None:
    plan = a_plan(a_line(8_000), budget_total=10_000)
    check = total_check(plan, totals(plan))
    assert check is not None
    assert (check.not_reached, check.reserve, check.not_explained) == (2_000, 1_000, 1_000)


def test_lines_may_exceed_the_total() -> None:
    plan = a_plan(a_line(12_000), budget_total=10_000)
    check = total_check(plan, totals(plan))
    assert check is not None
    assert (check.not_reached, check.exceeded) == (0, 2_000)


def test_without_a_typed_total_there_is_nothing_to_reach() -> None:
    plan = a_plan(a_line(1))
    assert total_check(plan, totals(plan)) is None


def test_the_council_of_lincolnshire_spent_15_percent_online() -> None:
    plan = sample("lincolnshire_fix_our_funds")
    table = MoneyReview(plan).table(Dimension.FILED_UNDER)
    assert table.totals.total == 131_364
    assert table.shares == (15, 71, 14, 0)
    assert sum(table.shares) == 100


# -- touchpoints -----------------------------------------------------------------------------------------


def test_an_event_without_a_bridge_to_anything_online_is_lonely() -> None:
    line = a_line(50, Meets.OFFLINE, TASTING)
    review = MoneyReview(a_plan(THREAD, TASTING, line))
    (lonely,) = lonely_touchpoints(review, Side.OFFLINE)
    assert (lonely.activity, lonely.why) == (TASTING, Loneliness.NO_BRIDGE)
    assert most_money_first(review, [lonely]) == [(lonely, 50)]


@pytest.mark.parametrize("ends", [(THREAD, TASTING), (TASTING, THREAD)])
def test_a_bridge_to_something_online_without_money_says_so(ends: tuple[object, object]) -> None:
    plan = a_plan(THREAD, TASTING, a_bridge(*ends))  # type: ignore[arg-type]
    (lonely,) = lonely_touchpoints(MoneyReview(plan), Side.OFFLINE)
    assert (lonely.why, lonely.neighbour_ids) == (Loneliness.NO_MONEY, (THREAD.id,))


@pytest.mark.parametrize("meets", [Meets.ONLINE, Meets.BOTH])
def test_online_money_across_a_bridge_or_of_its_own_keeps_an_event_company(meets: Meets) -> None:
    across = a_plan(THREAD, TASTING, a_bridge(THREAD, TASTING), a_line(1, meets, THREAD))
    own = a_plan(THREAD, TASTING, a_line(1, meets, TASTING))
    assert lonely_touchpoints(MoneyReview(across), Side.OFFLINE) == ()
    assert lonely_touchpoints(MoneyReview(own), Side.OFFLINE) == ()


def test_a_cancelled_activity_is_neither_lonely_nor_company() -> None:
    cancelled = replace(THREAD, status=ActivityStatus.CANCELLED)
    plan = a_plan(cancelled, TASTING, a_bridge(cancelled, TASTING), a_line(1, Meets.ONLINE, cancelled))
    assert [each.why for each in lonely_touchpoints(MoneyReview(plan), Side.OFFLINE)] == [
        Loneliness.NO_BRIDGE
    ]
    assert lonely_touchpoints(MoneyReview(plan), Side.ONLINE) == ()


def test_what_is_lonely_is_found_anew_when_money_bridges_or_activities_change() -> None:
    line = a_line(0, Meets.ONLINE, THREAD)
    plan = a_plan(THREAD, TASTING, line, a_bridge(THREAD, TASTING))
    review = MoneyReview(plan)
    assert len(lonely_touchpoints(review, Side.OFFLINE)) == 1
    funded = review.after(changed(plan, Change(line, replace(line, planned=5))))
    assert lonely_touchpoints(funded, Side.OFFLINE) == ()
    bridge = funded.plan.bridges.records[0]
    assert (
        len(lonely_touchpoints(funded.after(changed(funded.plan, Change(bridge, None))), Side.OFFLINE)) == 1
    )
    assert len(lonely_touchpoints(review, Side.OFFLINE)) == 1


def test_the_reverse_finds_what_is_online_without_money_offline() -> None:
    plan = a_plan(THREAD, a_line(9, Meets.ONLINE, THREAD))
    assert [each.activity for each in lonely_touchpoints(MoneyReview(plan), Side.ONLINE)] == [THREAD]


# -- filed under the other side --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("filed_under", "side"),
    [
        ("digital", Side.ONLINE),
        ("Digital marketing", Side.ONLINE),
        ("Online-Team", Side.ONLINE),
        ("events", Side.OFFLINE),
        ("brand", None),
        ("digital and events", None),
        ("", None),
        ("Veranstaltungen", Side.OFFLINE),
        ("Läden und Filialen", Side.OFFLINE),
        ("Onlinehandel", Side.ONLINE),
    ],
)
def test_a_budget_is_of_the_side_that_it_is_called_after(filed_under: str, side: Side | None) -> None:
    assert budget_side(filed_under) is side


def test_money_filed_under_digital_that_is_met_offline_is_named_with_its_lines() -> None:
    lines = [
        a_line(100, Meets.ONLINE, filed_under="digital"),
        a_line(40, Meets.OFFLINE, filed_under="Digital team"),
        a_line(5, Meets.BOTH, filed_under="digital"),
        a_line(60, Meets.OFFLINE, filed_under="events"),
    ]
    found = filed_against(MoneyReview(a_plan(lines)))
    assert (found.amount, found.on_both, found.whole) == (40, 5, 145)
    review = MoneyReview(a_plan(lines))
    opened = [
        part.line
        for key in found.keys
        for part in review.lines_of(Dimension.FILED_UNDER, key, meets=found.meets)
    ]
    assert opened == [lines[1]]


def test_the_reverse_names_money_of_events_that_is_met_online() -> None:
    line = a_line(7, Meets.ONLINE, filed_under="events")
    found = filed_against(MoneyReview(a_plan(line)), Side.OFFLINE)
    assert (found.amount, found.keys, found.meets) == (7, ("events",), Meets.ONLINE)


def test_lines_without_a_rate_are_named() -> None:
    dollars = a_line(5, currency="USD")
    assert without_rate(MoneyReview(a_plan(dollars, a_line(1)))) == (dollars,)
