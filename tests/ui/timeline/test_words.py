from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from campaignplanner.domain.aim import Better, Kpi, Reading
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timescale import TickLabel
from campaignplanner.ui.timeline.kpi_progress import kpi_text, progress_of
from campaignplanner.ui.timeline.words import number_text, one_line, shares_text, short_day_text, tick_text
from campaignplanner.ui.timeline.wrapping import wrapped
from tests.builders import a_plan, an_aim


def autumn(*records: object) -> Plan:
    return a_plan(*records, first_day="2026-08-24", last_day="2026-11-30")


AUTUMN = autumn()


def a_kpi(**fields: object) -> Kpi:
    known = {"id": "kpi", "aim_id": "win-members", "name": "Subscribers"}
    return Kpi(**{**known, **fields})  # type: ignore[arg-type]


def test_a_kpi_is_said_in_one_line() -> None:
    kpi = a_kpi(baseline=Decimal(3100), target=Decimal(12000), due_day=date(2026, 11, 30), unit="subscribers")
    assert kpi_text(AUTUMN, kpi) == "Subscribers 3,100 → 12,000 by 30 Nov"


@pytest.mark.parametrize(
    ("campaign", "due", "said"),
    [
        ({"first_day": "2026-08-24", "last_day": "2026-11-30"}, date(2027, 3, 31), "by 31 Mar 2027"),
        ({"first_day": "2026-11-02", "last_day": "2027-02-28"}, date(2027, 2, 28), "by 28 Feb 2027"),
        ({}, date(2026, 11, 30), "by 30 Nov 2026"),
    ],
)
def test_a_due_day_says_its_year_where_the_campaign_does_not(
    campaign: dict[str, str], due: date, said: str
) -> None:
    kpi = a_kpi(target=Decimal(15), due_day=due)
    assert kpi_text(a_plan(**campaign), kpi) == f"Subscribers → 15 {said}"


def test_a_reading_of_another_year_says_its_year() -> None:
    kpi = a_kpi(baseline=Decimal(0), target=Decimal(10))
    reading = Reading(id="reading", kpi_id="kpi", day=date(2025, 12, 31), value=Decimal(4))
    plan = a_plan(an_aim(), kpi, reading, first_day="2026-01-05", last_day="2026-03-31")
    assert progress_of(plan, kpi).latest == "4, 31 Dec 2025"


def test_a_short_unit_stands_behind_both_numbers() -> None:
    kpi = a_kpi(name="Referral share", baseline=Decimal(8), target=Decimal(15), unit="%")
    assert kpi_text(AUTUMN, kpi) == "Referral share 8\u00a0% → 15\u00a0%"


def test_a_long_unit_is_said_once() -> None:
    kpi = a_kpi(name="Sold", baseline=Decimal(0), target=Decimal("1.5"), unit="tonnes")
    assert kpi_text(AUTUMN, kpi) == "Sold 0 → 1.5\u00a0tonnes"


def test_a_kpi_without_numbers_is_its_name() -> None:
    assert kpi_text(AUTUMN, a_kpi()) == "Subscribers"


@pytest.mark.parametrize(
    ("better", "baseline", "target", "value", "fraction"),
    [
        (Better.HIGHER, 0, 100, 25, 0.25),
        (Better.LOWER, 9, 4, 8, 0.2),
        (Better.HIGHER, 0, 100, 140, 1.0),
        (Better.HIGHER, 10, 100, 5, 0.0),
    ],
)
def test_progress_is_the_way_from_baseline_to_target(
    better: Better, baseline: int, target: int, value: int, fraction: float
) -> None:
    kpi = a_kpi(baseline=Decimal(baseline), target=Decimal(target), better=better)
    reading = Reading(id="reading", kpi_id="kpi", day=date(2026, 10, 1), value=Decimal(value))
    plan = a_plan(an_aim(), kpi, reading)
    assert progress_of(plan, kpi).fraction == pytest.approx(fraction)


def test_the_latest_reading_counts() -> None:
    kpi = a_kpi(baseline=Decimal(0), target=Decimal(10))
    readings = [
        Reading(id=f"r{day}", kpi_id="kpi", day=date(2026, 10, day), value=Decimal(day)) for day in (7, 3, 5)
    ]
    progress = progress_of(autumn(an_aim(), kpi, readings), kpi)
    assert (progress.fraction, progress.latest) == (pytest.approx(0.7), "7, 7 Oct")


def test_a_target_equal_to_its_baseline_has_no_progress() -> None:
    kpi = a_kpi(baseline=Decimal(5), target=Decimal(5))
    assert progress_of(a_plan(an_aim(), kpi), kpi).fraction is None


def test_shares_add_up_to_100_and_leave_out_what_rounds_to_nothing() -> None:
    assert shares_text({"online": 1, "offline": 2, "both": 0}) == "33\u00a0% online / 67\u00a0% offline"
    assert shares_text({"online": 1, "offline": 99_999}) == "100\u00a0% offline"


def test_days_and_numbers_follow_the_locale() -> None:
    assert short_day_text(date(2026, 9, 7)) == "7 Sept"
    assert number_text(Decimal("12000.50")) == "12,000.5"


@pytest.mark.parametrize(
    ("label", "text"),
    [
        (TickLabel.DAY, "7"),
        (TickLabel.MONTH, "September"),
        (TickLabel.MONTH_AND_YEAR, "September 2026"),
        (TickLabel.QUARTER_AND_YEAR, "Q3 2026"),
        (TickLabel.QUARTER, "Q3"),
        (TickLabel.YEAR, "2026"),
    ],
)
def test_the_ruler_says_its_days(label: TickLabel, text: str) -> None:
    assert tick_text(label, date(2026, 9, 7)) == text


def test_line_ends_become_spaces_and_unbreakable_ones_stay() -> None:
    assert one_line(" a\n b\u00a0%\t c ") == "a b\u00a0% c"


def test_a_long_text_is_cut_in_its_last_line(qapp: QApplication) -> None:
    lines = wrapped("one two three four five six seven eight nine ten", QFont(), 120, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


def test_a_word_that_is_too_long_breaks_inside(qapp: QApplication) -> None:
    lines = wrapped("x" * 200, QFont(), 120, 3)
    assert len(lines) == 3
    assert all(QFontMetricsF(QFont()).horizontalAdvance(line) <= 121 for line in lines)


def test_emoji_keep_their_place_when_a_text_is_broken(qapp: QApplication) -> None:
    text = "☕️🎉 coffee 🎈🎈 and cake 🎂 for all of them"
    lines = wrapped(text, QFont(), 90, 9)
    assert " ".join(lines) == text
