"""Finding by a few typed letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.planning.finding import Finder, folded
from tests.strategies import names


def found(typed: str, *texts: str) -> list[str]:
    return [texts[number] for number in Finder(texts).found(typed)]


def test_a_beginning_comes_before_a_word_before_the_inside_of_one_before_scattered_letters() -> None:
    texts = ("Two abaci run", "Mozambar", "Tasting bars", "Bars in Leeds")
    assert found("bar", *texts) == ["Bars in Leeds", "Tasting bars", "Mozambar", "Two abaci run"]


def test_what_is_equally_likely_stays_in_its_order() -> None:
    assert found("bar", "Bar C", "Bar A", "Bar B") == ["Bar C", "Bar A", "Bar B"]


def test_letters_that_are_not_there_find_nothing() -> None:
    assert found("xyz", "Tasting bars") == []


def test_nothing_typed_shows_the_first() -> None:
    assert Finder(["a", "b", "c"]).found("", most=2) == [0, 1]


def test_punctuation_alone_is_nothing_typed() -> None:
    assert found("…", "Tasting bars") == ["Tasting bars"]


@pytest.mark.parametrize("typed", ["cafe", "CAFÉ", "café", "cafe\u0301"])
def test_case_and_accents_do_not_matter(typed: str) -> None:
    assert found(typed, "Busy Cafés", "Bars") == ["Busy Cafés"]


def test_sharp_s_and_its_double_are_one() -> None:
    assert found("strasse", "Straßenfest") == found("straße", "Straßenfest") == ["Straßenfest"]


def test_several_words_may_stand_in_any_order() -> None:
    assert found("bars tast", "Tasting bars", "Bars") == ["Tasting bars"]


def test_words_divided_by_marks_are_words() -> None:
    assert found("up", "Group", "Pop-up") == ["Pop-up", "Group"]


def test_other_scripts_and_pictures_can_be_typed() -> None:
    assert found("发布", "新品发布会 🎉") == ["新品发布会 🎉"]
    assert found("🎉", "Launch", "发布会 🎉") == ["发布会 🎉"]
    assert found("מבצע", "מבצע סתיו") == ["מבצע סתיו"]


def test_letters_of_several_words_may_be_scattered_in_this_order() -> None:
    assert found("tst brs", "Tasting bars", "Bars for tasting") == ["Tasting bars"]


def test_no_text_is_found_twice() -> None:
    assert found("bar", "Bar by bar", "Bar") == ["Bar by bar", "Bar"]


def test_at_most_so_many_are_found_and_they_are_the_likeliest() -> None:
    texts = [*(f"Tasting bar {number}" for number in range(90)), "Bar none"]
    numbers = Finder(texts).found("bar", most=3)
    assert numbers == [90, 0, 1]


def test_typing_on_and_taking_back_finds_what_a_new_search_finds() -> None:
    texts = ["Tasting bars", "Bars in Leeds", "Tea", "Barter", "Rabat"]
    finder = Finder(texts)
    for typed in ("b", "ba", "br", "brs", "brsl", "br", "b", "rt", "ts", "tsr", "te", "t", ""):
        assert finder.found(typed) == Finder(texts).found(typed), typed


@given(st.lists(names, max_size=6), st.lists(names, max_size=4), st.integers(1, 3))
def test_what_was_typed_before_never_changes_what_is_found(
    texts: list[str], typed: list[str], most: int
) -> None:
    finder = Finder(texts)
    for each in typed:
        for end in range(min(len(each), 30) + 1):
            assert finder.found(each[:end], most) == Finder(texts).found(each[:end], most)


@given(st.lists(names, max_size=8), st.data())
def test_every_text_is_found_by_its_own_beginning(texts: list[str], data: st.DataObject) -> None:
    if not texts:
        return
    text = data.draw(st.sampled_from(texts))
    typed = text[: data.draw(st.integers(0, len(text)))]
    assert texts.index(text) in Finder(texts).found(typed)


@given(names)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_among_ten_thousand_titles_every_letter_narrows_what_is_found() -> None:
    towns = ("Leeds", "York", "Hull", "Derby", "Bath")
    sorts = ("Tasting bar", "Kitchen party", "Review drive", "Café conversation")
    texts = [f"{sorts[n % 4]} {n} in {towns[n % 5]} with members and friends" for n in range(10_000)]
    finder = Finder(texts)
    counts = [len(finder.found(typed)) for typed in ("bar", "bar 99", "bar 99 leeds", "bar 99 leeds xq")]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] == 0
