"""What cannot be printed becomes a visible mark and is listed; everything else stays as it is."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.brief.fonts import FontShelf
from campaignplanner.brief.lettering import elided
from campaignplanner.brief.printable import BOX, PrintableText, signs_of


def printed(text: str) -> str:
    return PrintableText(FontShelf()).marked(text)


def listed(text: str) -> list[str]:
    looked_at = PrintableText(FontShelf())
    looked_at.text(text)
    return [each.code for each in looked_at.unprintable]


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd") <img src=x> *bold*',
        "Ünïcödé – “q” €5 → ½ ★",
        "two\nlines\tand a tab",
        "soft\u00adhyphen",
        "",
    ],
)
def test_what_inter_has_stays_as_it_is(text: str) -> None:
    assert printed(text) == text
    assert listed(text) == []


@pytest.mark.parametrize(
    ("character", "mark"),
    [
        ("\u202e", "<U+202E>"),
        ("\u2066", "<U+2066>"),
        ("\u200f", "<U+200F>"),
        ("\u0007", "<U+0007>"),
        ("\u0000", "<U+0000>"),
        ("\u0085", "<U+0085>"),
        ("\ue000", "<U+E000>"),
        ("\U0010fffd", "<U+10FFFD>"),
        ("\ud800", "<U+D800>"),
        ("\ufffe", "<U+FFFE>"),
        ("\ufeff", "<U+FEFF>"),
        ("\U000e0041", "<U+E0041>"),
    ],
)
def test_a_character_without_a_meaning_in_print_shows_its_code(character: str, mark: str) -> None:
    assert printed(f"a{character}b") == f"a{mark}b"
    assert listed(f"a{character}b") == [f"U+{ord(character):04X}"]


def test_a_character_that_no_font_has_becomes_a_box() -> None:
    assert printed("a中文b") == f"a{BOX}{BOX}b"
    assert listed("a中文b") == ["U+4E2D", "U+6587"]


@pytest.mark.parametrize("sign", ["😀", "👩‍🚀", "🇩🇪", "👍🏽", "❤️‍🔥"])
def test_an_emoji_with_its_parts_becomes_one_box(sign: str) -> None:
    assert printed(f"a{sign}b") == f"a{BOX}b"


def test_a_letter_stays_when_only_its_accent_is_missing() -> None:
    assert printed("z\u0336") == f"z{BOX}"
    assert listed("z\u0336") == ["U+0336"]


def test_an_accent_that_the_font_has_stays_on_its_letter() -> None:
    assert printed("a\u0301") == "a\u0301"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029"])
def test_all_ends_of_lines_are_one(end: str) -> None:
    assert printed(f"é{end}é") == "é\né"


def test_each_listed_character_names_the_texts_that_it_is_in() -> None:
    looked_at = PrintableText(FontShelf())
    looked_at.value({"title": "Launch 中", "aims": ["More 中 and 文", {"why": "中"}]})
    found = {each.character: each for each in looked_at.unprintable}
    assert found["中"].texts == (f"Launch {BOX}", f"More {BOX} and {BOX}", BOX)
    assert found["中"].name == "cjk unified ideograph-4e2d"
    assert found["文"].texts == (f"More {BOX} and {BOX}",)


def test_a_long_text_is_listed_around_its_first_mark() -> None:
    looked_at = PrintableText(FontShelf())
    looked_at.text("x" * 500 + "\ue000" + "y" * 500)
    (excerpt,) = looked_at.unprintable[0].texts
    assert "<U+E000>" in excerpt
    assert len(excerpt) < 100


def test_text_that_runs_from_right_to_left_is_isolated_line_by_line() -> None:
    looked_at = PrintableText(_Everything())
    hebrew = "\u05e9\u05dc\u05d5\u05dd"
    assert looked_at.text(f"{hebrew}\nabc") == f"\u2068{hebrew}\u2069\n\u2068abc\u2069"


def test_isolates_that_are_closed_on_their_line_stay_and_others_show_their_code() -> None:
    assert printed("by \u2068abc\u2069, \u2068d\u2069") == "by \u2068abc\u2069, \u2068d\u2069"
    assert printed("\u2068abc") == "<U+2068>abc"
    assert printed("abc\u2069") == "abc<U+2069>"
    assert printed("\u2068é\n\u2069") == "<U+2068>é\n<U+2069>"


def test_a_line_that_is_cut_keeps_its_isolates_closed() -> None:
    cut = elided("\u2068" + "abc " * 40 + "\u2069", 10, 60)
    assert cut.endswith("…\u2069")
    assert printed(cut) == cut


def test_names_of_fields_and_numbers_are_left_alone() -> None:
    assert PrintableText(FontShelf()).value({"中": 1.5, "b": [True, None]}) == {"中": 1.5, "b": [True, None]}


@given(st.text())
def test_what_was_looked_through_needs_no_second_look(text: str) -> None:
    once = printed(text)
    assert listed(once) == []
    assert printed(once) == once


@given(st.text())
def test_signs_put_together_are_the_text(text: str) -> None:
    assert "".join(signs_of(text)) == text


class _Everything:
    def prints(self, codes: list[int]) -> bool:
        return True


@given(
    st.lists(st.text(st.sampled_from('ab"\\\n\t\r\b\x00\u202e\u05d0\u2009–€中\ud800')), max_size=4),
)
def test_json_is_made_printable_as_each_of_its_texts_is(texts: list[str]) -> None:
    whole, alone = PrintableText(FontShelf()), PrintableText(FontShelf())
    printed = json.loads(whole.json_text(json.dumps({"texts": texts}, ensure_ascii=False)))
    assert printed == {"texts": [alone.text(each) for each in texts]}
    assert whole.unprintable == alone.unprintable
