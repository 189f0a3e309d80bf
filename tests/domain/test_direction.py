"""Texts from right to left inside sentences from left to right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.direction import not_set_apart, set_apart

BEGIN, END = "\u2068", "\u2069"
ORDERS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

texts = st.text(st.sampled_from(f"ab 1שלעربمé中{ORDERS}\u200f\u200e“"), max_size=12)


@given(texts)
def test_nothing_goes_on_giving_orders_behind_its_end(text: str) -> None:
    apart = set_apart(text)
    inner = apart.removeprefix(BEGIN).removesuffix(END)
    assert not set(ORDERS) & set(inner)
    assert apart in (inner, f"{BEGIN}{inner}{END}")


@given(texts)
def test_what_is_taken_back_is_the_text_without_orders(text: str) -> None:
    plain = "".join(letter for letter in text if letter not in ORDERS)
    assert not_set_apart(f"The “{set_apart(text)}” stays.") == f"The “{plain}” stays."


@pytest.mark.parametrize("text", ["", "Tasting bars", "Dégustation à Zürich", "试饮吧", "Bars 😀"])
def test_what_runs_from_the_left_comes_back_as_it_is(text: str) -> None:
    assert set_apart(text) == text


@pytest.mark.parametrize("text", ["שלום", "Cafe שלום", "١٢ a", "\u200fA"])
def test_what_has_anything_from_the_right_is_isolated(text: str) -> None:
    assert set_apart(text) == f"{BEGIN}{text}{END}"
