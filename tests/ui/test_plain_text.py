"""Words on their way to where they are painted."""

from __future__ import annotations

import pytest

from campaignplanner.ui.plain_text import directed, runs_from_right


@pytest.mark.parametrize(
    ("text", "from_right"),
    [
        ("مقهى الحي", True),
        ("12 – קפה", True),
        ("“مقهى” in town", True),
        ("Café مقهى", False),
        ("Coffee", False),
        ("🎉", False),
        ("2026", False),
        ("", False),
    ],
)
def test_a_text_runs_as_its_first_letter_does(text: str, from_right: bool) -> None:
    assert runs_from_right(text) is from_right


def test_what_is_set_apart_does_not_turn_what_stands_beside_it() -> None:
    assert not runs_from_right(f"{directed('קפה')} 3,100 → 12,000 by 20 Nov")
    assert not runs_from_right(f"100 % {directed('קפה')}")
    assert runs_from_right(f"{directed('קפה')} מפגש")


def test_only_what_runs_from_right_is_set_apart() -> None:
    assert directed("Coffee…") == "Coffee…"
    assert directed("קפה…") == "\u2067קפה…\u2069"
