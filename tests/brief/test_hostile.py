"""Whatever people type prints as those characters, or as a visible mark; the export never fails."""

from dataclasses import fields
from pathlib import Path

import pytest
from pypdf import PdfReader

from campaignplanner.brief.export import ExportResult, export_brief
from campaignplanner.brief.render import BriefRenderer
from campaignplanner.domain.activity import Kind
from campaignplanner.domain.aim import Kpi
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.campaign import BriefTexts
from campaignplanner.domain.plan import Plan
from tests.brief.reading import MARGIN, TODAY, overlaps, placed_texts, plain, text_of
from tests.builders import a_bridge, a_contribution, a_flight, a_line, a_plan, an_activity, an_aim

MARKUP = '#read("/etc/passwd") <img src=x> *bold*'
MORE_MARKUP = "= H _i_ $x^2$ `c` @ref \\ // /* [a] {b} #{panic()} \\u{41} ~ -- ... 'q' {page} {pages}"
STRANGE = {
    "direction": "a\u202eb",
    "control": "a\u0007b",
    "private": "a\ue000b",
    "chinese": "a\u4e2d\u6587b",
    "emoji": "a\U0001f600b \U0001f469\u200d\U0001f680 \U0001f1e9\U0001f1ea",
    "hebrew": "a\u05e9\u05dc\u05d5\u05ddb",
    "arabic": "a\u0645\u0631\u062d\u0628\u0627b",
    "devanagari": "a\u0928\u092e\u0938\u094d\u0924\u0947b",
    "stacked accents": "a\u0336\u0489\u0301b",
    "tags": "a\U000e0041b",
    "not a character": "a\ufffeb",
    "unassigned": "a\u0378b",
    "ligature of a word": "a\ufdfab",
    "mathematical": "a\U0001d538b",
    "replacement": "a\ufffdb",
    "byte order mark": "a\ufeffb",
    "lonely accent": "\u0301",
    "interlinear": "a\ufff9b\ufffac\ufffbd",
}


def everywhere(text: str) -> Plan:
    """A plan that says the same in every field that the brief prints."""
    aim = an_aim(text, id="aim", why=text, owner=text)
    event = an_activity(
        text, Kind.EVENT, id="event", what_people_do=text, place=text, owner=text, unit=text, notes=text
    )
    talk = an_activity(text, id="talk", channel=text)
    texts = BriefTexts(**{each.name: text for each in fields(BriefTexts)})
    return a_plan(
        aim,
        event,
        talk,
        a_flight(event, "2026-09-01", "2026-09-20", place=text),
        a_flight(talk, "2026-09-10", "2026-10-20"),
        a_contribution(event, aim),
        a_bridge(event, talk, mechanism_detail=text, note=text),
        a_line(12345, activity=event, label=text, filed_under=text, supplier=text, tax_note=text),
        Kpi(id="kpi", aim_id="aim", name=text, unit=text, how_measured=text, by_whom=text),
        Audience(id="audience", name=text, behaviour_now=text, behaviour_wanted=text, gathers_online=text),
        title=text,
        brand=text,
        brief=texts,
        notes=text,
    )


def export(plan: Plan, folder: Path, renderer: BriefRenderer) -> ExportResult:
    return export_brief(plan, folder / "brief.pdf", today=TODAY, renderer=renderer)


@pytest.mark.parametrize("text", [MARKUP, MORE_MARKUP])
def test_markup_prints_as_its_characters_and_nothing_else(
    text: str, folder: Path, renderer: BriefRenderer
) -> None:
    result = export(everywhere(text), folder, renderer)
    read = text_of(result.path)
    assert plain(read).count(plain(text)) > 20
    assert "root:" not in read
    assert result.unprintable == ()


def test_the_title_in_the_metadata_is_what_was_typed(folder: Path, renderer: BriefRenderer) -> None:
    result = export(everywhere(MARKUP), folder, renderer)
    metadata = PdfReader(result.path).metadata
    assert metadata is not None
    assert metadata.title == MARKUP


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE.keys())
def test_no_character_makes_the_export_fail(text: str, folder: Path, renderer: BriefRenderer) -> None:
    assert export(everywhere(text), folder, renderer).pages >= 4


@pytest.mark.parametrize(
    ("text", "mark"), [("a\u202eb", "a<U+202E>b"), ("a\u0007b", "a<U+0007>b"), ("a\ue000b", "a<U+E000>b")]
)
def test_what_could_mislead_prints_as_its_code_and_is_listed(
    text: str, mark: str, folder: Path, renderer: BriefRenderer
) -> None:
    result = export(everywhere(text), folder, renderer)
    assert mark in text_of(result.path)
    assert [each.character for each in result.unprintable] == [text[1]]
    assert result.unprintable[0].texts[0] == mark


def test_a_character_beyond_all_fonts_is_a_box_and_is_listed(folder: Path, renderer: BriefRenderer) -> None:
    result = export(everywhere("a\u0378b"), folder, renderer)
    assert "a□b" in text_of(result.path)
    assert [each.code for each in result.unprintable] == ["U+0378"]


@pytest.mark.parametrize(
    "word", ["x" * 400, "Kundenzufriedenheitsbefragungsergebnisse" * 3, "1234567890," * 30]
)
def test_words_without_a_blank_break_instead_of_running_into_their_neighbours(
    word: str, folder: Path, renderer: BriefRenderer
) -> None:
    result = export(everywhere(word), folder, renderer)
    for page in PdfReader(result.path).pages:
        texts = placed_texts(page)
        assert overlaps(texts) == []
        assert max(each.right for each in texts) < float(page.mediabox.width) - MARGIN
