"""One line that makes an activity."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.activity import Kind, Side
from campaignplanner.domain.days import Span
from campaignplanner.planning.quick_row import QuickRow, understand
from tests.planning.day_words import BRITISH

TODAY = date(2026, 8, 1)
TASTING = Span(date(2026, 9, 10), date(2026, 9, 27))


def understood(text: str) -> QuickRow:
    return understand(text, BRITISH, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "Tasting bars 10 Sep - 27 Sep",
        "Tasting bars 10-27 Sep",
        "Tasting bars (10-27 Sep)",
        "Tasting bars, 10.9.-27.9.",
        "10 - 27 Sep: Tasting bars",
        "Tasting bars from 10 Sep to 27 Sep",
        "  Tasting bars   10 Sep – 27 Sep 2026 ",
    ],
)
def test_a_title_with_dates_behind_or_before_it(text: str) -> None:
    assert understood(text) == QuickRow("Tasting bars", TASTING)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Route 66 10 - 27 Sep", "Route 66"),
        ("Phase 2 10.9.-27.9.", "Phase 2"),
        ("E-shop 3 (10-27 Sep)", "E-shop 3"),
    ],
)
def test_numbers_at_the_end_of_a_title_are_not_taken_for_days(text: str, title: str) -> None:
    assert understood(text) == QuickRow(title, TASTING)


@pytest.mark.parametrize(
    "text",
    ["Black Friday", "House of Tomorrow", "Open day 2026", "Level +3", "Route 66", "10 Sep", "2026", ""],
)
def test_a_title_without_dates_stays_whole(text: str) -> None:
    assert understood(text) == QuickRow(text)


def test_a_title_in_quotation_marks_is_taken_as_it_stands() -> None:
    assert understood("“Top 10 May”") == QuickRow("Top 10 May")


@pytest.mark.parametrize(
    ("text", "kind", "side"),
    [
        ("Launch event 10 Sep", Kind.EVENT, Side.OFFLINE),
        ("Paid social", Kind.PAID_SOCIAL, Side.ONLINE),
        ("Meet-ups in six cities", Kind.MEET_UP, Side.OFFLINE),
        ("E-mail to members", Kind.E_MAIL, Side.ONLINE),
        ("Eventful days", None, None),
        ("Some other thing", None, None),
    ],
)
def test_a_kind_is_recognised_by_its_name(text: str, kind: Kind | None, side: Side | None) -> None:
    row = understood(text)
    assert (row.kind, row.side) == (kind, side)


def test_kinds_may_have_names_of_another_language() -> None:
    row = understand("Verkostung im Park", BRITISH, TODAY, kinds={"Verkostung": Kind.SAMPLING})
    assert row.kind is Kind.SAMPLING


def test_days_without_a_year_belong_to_the_campaign() -> None:
    campaign = Span(date(2030, 8, 1), date(2030, 12, 31))
    row = understand("Tasting bars 10 Sep", BRITISH, TODAY, campaign)
    assert row.span == Span(date(2030, 9, 10), date(2030, 9, 10))


def test_days_in_the_wrong_order_are_a_problem_and_not_part_of_the_title() -> None:
    row = understood("Tasting bars 27 Sep - 10 Sep")
    assert row == QuickRow("Tasting bars", problem="The last day is before the first day.")


@given(text=st.text(max_size=60))
def test_any_line_at_all_is_understood_somehow(text: str) -> None:
    row = understood(text)
    assert row.title or not text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "Sydney sign: text a name 10 Sep to 27 Sep outdoor",
        "Sydney sign: text a name 10 Sep - 27 Sep, Outdoor",
    ],
)
def test_a_kind_behind_the_dates_is_no_part_of_the_title(text: str) -> None:
    assert understood(text) == QuickRow("Sydney sign: text a name", TASTING, Kind.OUTDOOR)


def test_a_kind_of_two_words_may_stand_behind_the_dates() -> None:
    assert understood("Boost 10-27 Sep paid social") == QuickRow("Boost", TASTING, Kind.PAID_SOCIAL)


def test_a_kind_at_the_end_without_dates_stays_in_the_title() -> None:
    assert understood("Boost paid social") == QuickRow("Boost paid social", None, Kind.PAID_SOCIAL)
