"""Times of day as people type them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.errors import PlanError
from campaignplanner.planning.typed_times import TimeWords, read_time

WORDS = TimeWords(frozenset({"am", "a.m."}), frozenset({"pm", "p.m."}))


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
        "18:30",
        "18.30",
        "1830",
        "18h30",
        "18h 30",
        "6:30 pm",
        "6.30pm",
        "630pm",
        "6:30 p.m.",
        "18:30 Uhr",
        "\u0661\u0668:\u0663\u0660",
    ],
)
def test_a_time_is_read_however_it_is_written(text: str) -> None:
    assert read_time(text, WORDS) == time(18, 30)


@pytest.mark.parametrize(
    ("text", "hour"), [("9", 9), ("9 am", 9), ("12 am", 0), ("12 pm", 12), ("18h", 18), ("0", 0)]
)
def test_hours_may_stand_alone(text: str, hour: int) -> None:
    assert read_time(text, WORDS) == time(hour)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("noonish", "“noonish” is not a time of day; write it as 18:30."),
        ("24:00", "The last minute of a day is 23:59."),
        ("25:00", "“25:00” is not a time of day; hours run to 23, minutes to 59."),
        ("12:75", "“12:75” is not a time of day; hours run to 23, minutes to 59."),
        ("13 pm", "“13 pm” is not a time of day; write it as 18:30."),
    ],
)
def test_what_is_no_time_is_said_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(PlanError) as caught:
        read_time(text, WORDS)
    assert caught.value.sentence == sentence


@given(text=st.text(max_size=12))
def test_no_text_gives_anything_but_a_time_or_a_sentence(text: str) -> None:
    assert said_of(read_time, text, WORDS)[-1:] in ("", ".")
