"""Days and spans as people type them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.days import Span
from campaignplanner.domain.errors import PlanError
from campaignplanner.planning.day_words import DayWords
from campaignplanner.planning.typed_days import read_day, read_span
from tests.planning.day_words import AMERICAN, BRITISH, JAPANESE, SWEDISH

TODAY = date(2026, 8, 1)  # a Saturday
AUTUMN = Span(date(2026, 8, 24), date(2026, 11, 30))
OVER_NEW_YEAR = Span(date(2026, 10, 1), date(2027, 3, 31))


def said_of(read: Callable[..., object], *arguments: object) -> str:
    """The sentence that a text is refused with; empty where it is understood."""
    try:
        read(*arguments)
    except PlanError as error:
        return error.sentence
    return ""


@pytest.mark.parametrize(
    "text",
    [
        "10 Sep",
        "10 september",
        "10. Sep.",
        "10.9.",
        "10/9",
        "10-9",
        "10.9.26",
        "10/09/2026",
        "10-Sep-26",
        "Sep 10",
        "Sep 10, 2026",
        "10 Sep 26",
        "2026-09-10",
        "2026/9/10",
        "20260910",
        "10th of September",
        "the 10th Sept",
        "Thu 10 Sep",
        "thursday, 10 september 2026",
        "\uff11\uff10 Sep",
        "\u0661\u0660/\u0669/\u0662\u0660\u0662\u0666",
        "2026年9月10日",
        " 10   SEP ",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert read_day(text, BRITISH, TODAY) == date(2026, 9, 10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", date(2026, 8, 1)),
        ("Tomorrow", date(2026, 8, 2)),
        ("yesterday", date(2026, 7, 31)),
        ("+3", date(2026, 8, 4)),
        ("+ 2w", date(2026, 8, 15)),
        ("-1", date(2026, 7, 31)),
        ("+3 days", date(2026, 8, 4)),
        ("friday", date(2026, 8, 7)),
        ("sat", date(2026, 8, 1)),
    ],
)
def test_words_for_days_count_from_today(text: str, expected: date) -> None:
    assert read_day(text, BRITISH, TODAY) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (BRITISH, date(2026, 10, 9)),
        (AMERICAN, date(2026, 9, 10)),
        (SWEDISH, date(2026, 10, 9)),
        (JAPANESE, date(2026, 9, 10)),
    ],
)
def test_figures_that_could_be_either_follow_the_order_of_the_locale(words: DayWords, expected: date) -> None:
    assert read_day("9/10", words, TODAY) == expected


@pytest.mark.parametrize("words", [BRITISH, AMERICAN, SWEDISH, JAPANESE])
def test_figures_that_can_only_be_one_day_are_that_day_everywhere(words: DayWords) -> None:
    assert read_day("25/9", words, TODAY) == read_day("9/25", words, TODAY) == date(2026, 9, 25)


def test_three_pairs_of_figures_begin_with_the_year_where_that_is_the_order() -> None:
    assert read_day("26-09-10", SWEDISH, TODAY) == date(2026, 9, 10)
    assert read_day("10.9.26", SWEDISH, TODAY) == date(2026, 9, 10)


@pytest.mark.parametrize(("text", "year"), [("10.9.26", 2026), ("10.9.76", 2076), ("10.9.77", 1977)])
def test_two_figures_are_the_year_nearest_to_today(text: str, year: int) -> None:
    assert read_day(text, BRITISH, TODAY).year == year


@pytest.mark.parametrize(
    ("text", "near", "expected"),
    [
        ("10 Sep", AUTUMN, date(2026, 9, 10)),
        ("10 Jan", OVER_NEW_YEAR, date(2027, 1, 10)),
        ("10 Sep", OVER_NEW_YEAR, date(2026, 9, 10)),
        ("20 Apr", OVER_NEW_YEAR, date(2027, 4, 20)),
        ("10 Jul", None, date(2026, 7, 10)),
        ("10 Feb", None, date(2026, 2, 10)),
        ("5 Jan", None, date(2027, 1, 5)),
        ("29 Feb", None, date(2028, 2, 29)),
    ],
)
def test_a_year_that_is_left_out_is_the_one_nearest_to_the_campaign(
    text: str, near: Span | None, expected: date
) -> None:
    assert read_day(text, BRITISH, TODAY, near) == expected


def test_in_a_campaign_of_years_the_day_that_comes_next_is_meant() -> None:
    long = Span(date(2025, 1, 1), date(2028, 12, 31))
    assert read_day("10 Sep", BRITISH, TODAY, long) == date(2026, 9, 10)
    assert read_day("10 Feb", BRITISH, TODAY, long) == date(2027, 2, 10)


def test_a_weekday_chooses_between_the_years_beside() -> None:
    assert read_day("Fri 10 Sep", BRITISH, TODAY) == date(2027, 9, 10)


@given(day=st.dates(date(2026, 8, 24), date(2026, 11, 30)))
def test_days_within_the_campaign_need_no_year(day: date) -> None:
    assert read_day(f"{day.day}/{day.month}", BRITISH, TODAY, AUTUMN) == day
    assert read_day(f"{day.month}/{day.day}", AMERICAN, TODAY, AUTUMN) == day


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There is no day here; write one such as 10 Sep 2026."),
        ("31 Feb", "February has no day 31."),
        ("31 Feb 2027", "February 2027 has no day 31."),
        ("29 Feb 2027", "February 2027 has no day 29."),
        ("31/31", "There is no month 31."),
        ("10", "“10” needs a month; write a day such as 10 Sep 2026."),
        ("soonish", "“soonish” is no word for a day; write a day such as 10 Sep 2026."),
        ("10 Foo", "“foo” is no word for a day; write a day such as 10 Sep 2026."),
        ("September", "“September” is not understood as a day; write it as 10 Sep 2026."),
        ("10/9/206", "“10/9/206” is not understood as a day; write it as 10 Sep 2026."),
        ("10 Sep - 27 Sep", "“10 Sep - 27 Sep” is not understood as a day; write it as 10 Sep 2026."),
        ("Fri 10 Sep 2026", "10 September 2026 is a Thursday, not a Friday."),
        ("+9999999", "“+9999999” is not understood as a day; write it as 10 Sep 2026."),
    ],
)
def test_what_is_not_understood_is_said_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(PlanError) as caught:
        read_day(text, BRITISH, TODAY)
    assert caught.value.sentence == sentence


@given(text=st.text(max_size=40))
def test_no_text_at_all_gives_anything_but_a_day_or_a_sentence(text: str) -> None:
    for read in (read_day, read_span):
        assert said_of(read, text, BRITISH, TODAY, AUTUMN)[-1:] in ("", ".")


@pytest.mark.parametrize(
    "text",
    [
        "10 Sep - 27 Sep",
        "10 - 27 Sep",
        "10-27 Sep",
        "10–27 Sep",
        "Sep 10-27",
        "Sep 10 - 27",
        "10.9.-27.9.",
        "10/9-27/9",
        "10 Sep to 27 Sep",
        "from 10 Sep until 27 Sep",
        "10 sep bis 27 sep",
        "10 Sep … 27 Sep",
        "10-27 Sep 2026",
        "10 Sep 2026 - 27 Sep",
        "10 Sep - 27 Sep 2026",
        "2026-09-10 - 2026-09-27",
        "2026-09-10..2026-09-27",
        "2026年9月10日\uff5e27日",
        "10.9.26-27.9.26",
    ],
)
def test_a_span_is_read_however_it_is_written(text: str) -> None:
    assert read_span(text, BRITISH, TODAY) == Span(date(2026, 9, 10), date(2026, 9, 27))


def test_one_day_alone_is_a_span_of_one_day() -> None:
    for text in ("10 Sep", "2026-09-10", "10-9", "10-Sep-26"):
        assert read_span(text, BRITISH, TODAY) == Span(date(2026, 9, 10), date(2026, 9, 10))


@pytest.mark.parametrize("text", ["20 Dec - 6 Jan", "20 Dec 2026 - 6 Jan", "20 Dec - 6 Jan 2027"])
def test_a_span_may_run_over_new_year(text: str) -> None:
    assert read_span(text, BRITISH, TODAY) == Span(date(2026, 12, 20), date(2027, 1, 6))


def test_a_span_takes_its_year_from_the_campaign() -> None:
    assert read_span("10 - 27 Jan", BRITISH, TODAY, OVER_NEW_YEAR).first_day == date(2027, 1, 10)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("27 Sep - 10 Sep", "The last day is before the first day."),
        ("27-10 Sep", "The last day is before the first day."),
        ("10 - 27", "Say the month of at least one of the two days."),
        ("30 - 31 Sep", "September 2026 has no day 31."),
        ("", "There is no day here; write one such as 10 Sep 2026."),
    ],
)
def test_a_span_that_cannot_be_is_said_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(PlanError) as caught:
        read_span(text, BRITISH, TODAY)
    assert caught.value.sentence == sentence
