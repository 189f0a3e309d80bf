from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from campaignplanner.domain.errors import PlanError
from campaignplanner.planning.money_sums import MoneyTotals
from campaignplanner.planning.what_split import Judgements, today, what_split

OUTCOMES = st.floats(0, 1e6, allow_subnormal=False)


@pytest.mark.parametrize(
    ("all_online", "all_offline", "half_and_half", "synergy", "share", "outcome"),
    [
        (100, 50, 106.066017, 0, 0.800000, 111.803399),
        (100, 50, 111.066017, 10, 0.761331, 115.943864),
        (100, 50, 118.566017, 25, 0.717057, 122.536136),
        (100, 50, 131.066017, 50, 0.667787, 134.087542),
        (100, 50, 156.066017, 100, 0.614480, 158.105695),
        (100, 50, 206.066017, 200, 0.569657, 207.300717),
        (100, 0, 95.710678, 50, 0.866025, 110.091737),
        (100, 50, 90, -32.132034, 0.962653, 101.684991),
    ],
)
def test_the_best_split_is_that_of_the_worked_table(
    all_online: float, all_offline: float, half_and_half: float, synergy: float, share: float, outcome: float
) -> None:
    judgements = Judgements(all_online, all_offline, half_and_half)
    found = what_split(judgements)
    assert judgements.synergy == pytest.approx(synergy, abs=2e-6)
    assert found.best.online_share == pytest.approx(share, abs=1e-6)
    assert found.best.outcome == pytest.approx(outcome, abs=1e-6)


@given(OUTCOMES, OUTCOMES, OUTCOMES)
def test_no_split_of_a_fine_grid_is_better(y1: float, y2: float, y3: float) -> None:
    assume(max(y1, y2, y3) > 1e-6)
    found = what_split(Judgements(y1, y2, y3))
    best = max(point.outcome for point in found.curve(2_000))
    slack = 1e-9 * max(y1, y2, y3)
    assert found.best.outcome >= best - slack
    assert found.best.outcome == pytest.approx(
        found.judgements.outcome(found.best.online_share), abs=1e-6 * max(y1, y2, y3)
    )


@given(OUTCOMES, OUTCOMES, OUTCOMES)
def test_the_three_judgements_lie_on_the_curve(y1: float, y2: float, y3: float) -> None:
    judgements = Judgements(y1, y2, y3)
    found = [judgements.outcome(share) for share in (1.0, 0.0, 0.5)]
    assert found == pytest.approx([y1, y2, y3], abs=1e-9 * max(y1, y2, y3, 1))


@given(OUTCOMES, OUTCOMES, OUTCOMES, st.floats(0, 1))
def test_every_share_of_the_flat_part_is_as_good_as_the_best(
    y1: float, y2: float, y3: float, inside: float
) -> None:
    assume(max(y1, y2, y3) > 1e-6)
    found = what_split(Judgements(y1, y2, y3), tolerance=0.01)
    assert 0 <= found.as_good_from <= found.best.online_share + 1e-12
    assert found.best.online_share <= found.as_good_to + 1e-12
    share = found.as_good_from + inside * (found.as_good_to - found.as_good_from)
    slack = 1e-6 * max(y1, y2, y3)
    assert found.judgements.outcome(share) >= 0.99 * found.best.outcome - slack


def test_the_flat_part_ends_where_a_hundredth_is_lost() -> None:
    found = what_split(Judgements(100, 50, 131.066017))
    for share in (found.as_good_from, found.as_good_to):
        assert found.judgements.outcome(share) == pytest.approx(0.99 * found.best.outcome)


def test_the_sides_help_each_other_only_beyond_more_than_the_average() -> None:
    needed = (100 + 50) / sqrt(2)
    assert Judgements(100, 50, 75).half_without_synergy == pytest.approx(needed)
    assert not what_split(Judgements(100, 50, 75)).helps
    assert what_split(Judgements(100, 50, needed + 1)).helps


def test_today_says_what_the_best_split_would_gain_and_what_to_move() -> None:
    found = what_split(Judgements(100, 50, 106.0660171779821))
    here = today(found, MoneyTotals(online=20_000, offline=60_000, both=15_000, not_said=5_000))
    assert here is not None
    assert (here.here.online_share, here.at_most.online_share) == (0.2, 0.4)
    assert here.gain == pytest.approx(111.803399 - found.judgements.outcome(0.2), abs=1e-5)
    assert here.gain_share == pytest.approx(here.gain / here.here.outcome)
    assert (here.to_move, here.is_as_good) == (60_000, False)


def test_a_plan_at_the_best_split_gains_nothing() -> None:
    found = what_split(Judgements(100, 50, 106.0660171779821))
    here = today(found, MoneyTotals(online=80, offline=20))
    assert here is not None
    assert (here.gain, here.is_as_good) == (pytest.approx(0, abs=1e-9), True)
    assert today(found, MoneyTotals()) is None


@pytest.mark.parametrize(
    ("judgements", "field"),
    [
        (Judgements(-1, 2, 3), "all_online"),
        (Judgements(1, float("nan"), 3), "all_offline"),
        (Judgements(0, 0, 0), "half_and_half"),
    ],
)
def test_judgements_that_say_nothing_are_refused_in_a_sentence(judgements: Judgements, field: str) -> None:
    with pytest.raises(PlanError) as refused:
        what_split(judgements)
    assert refused.value.field == field
