"""The whole brief as a screen reader meets it: the structure tree of the PDF, walked with pikepdf.

`outloud` reads it besides: 91 rules of PDF/UA-1 and of what a conformant file still gets wrong. Neither the
typesetter nor `pdfua` has a part in it. Conformance as a whole is not claimed: no human being has checked it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import outloud
import pikepdf
import pytest
from outloud.findings import Finding
from PIL import Image

from campaignplanner.brief.export import ExportResult, export_brief
from campaignplanner.brief.logo import Logo
from campaignplanner.brief.options import BriefOptions
from campaignplanner.brief.render import BriefRenderer
from campaignplanner.brief.words import languages
from campaignplanner.planning.money_review import MoneyReview
from tests.brief.reading import TODAY, Brief, structure_elements
from tests.planning.real_campaigns import sample

BLOCKS = {"/P", "/H1", "/H2", "/Title", "/Table", "/Figure", "/Div", "/L", "/Document", "/Span"}
PARTS = {"/THead", "/TBody", "/TFoot", "/TR", "/TH", "/TD", "/LI", "/Lbl", "/LBody", "/Strong", "/Em"}
"""Types of ISO 32000-1 that a reader knows without being told what they stand for."""


def logo() -> Logo:
    file = BytesIO()
    Image.new("RGB", (60, 20), "navy").save(file, "PNG")
    return Logo(file.getvalue())


@pytest.fixture(scope="module", params=["en_GB", "de_DE"])
def whole(
    request: pytest.FixtureRequest, renderer: BriefRenderer, tmp_path_factory: pytest.TempPathFactory
) -> Brief:
    """The sample with all sections and a logo."""
    plan, path = sample("autumn_blend"), tmp_path_factory.mktemp("whole") / "brief.pdf"
    options = BriefOptions(language=request.param[:2], locale=request.param, logo=logo())
    result: ExportResult = export_brief(plan, path, options, today=TODAY, renderer=renderer)
    return Brief(plan, path, result)


@pytest.fixture
def pdf(whole: Brief) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(whole.path) as opened:
        yield opened


def of_type(pdf: pikepdf.Pdf, *kinds: str) -> list[Any]:
    return [each for each in structure_elements(pdf) if each.S in kinds]


def attributes(element: Any) -> dict[str, Any]:
    """What is said of an element, whatever it is about."""
    given = element.get("/A", pikepdf.Array())
    each = given if isinstance(given, pikepdf.Array) else [given]
    return {
        key: value for entry in each if isinstance(entry, pikepdf.Dictionary) for key, value in entry.items()
    }


def children(element: Any) -> list[Any]:
    kids = element.get("/K", pikepdf.Array())
    each = kids if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in each if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def test_every_element_is_of_a_type_that_readers_know(pdf: pikepdf.Pdf) -> None:
    assert {str(each.S) for each in structure_elements(pdf)} <= BLOCKS | PARTS


def test_the_language_of_the_words_is_that_of_the_document(pdf: pikepdf.Pdf, whole: Brief) -> None:
    assert str(pdf.Root.Lang) in ("en-GB", "de-DE")
    assert ("The money" if str(pdf.Root.Lang) == "en-GB" else "Das Geld").replace(" ", "") in whole.text


def test_the_metadata_say_which_version_it_is(pdf: pikepdf.Pdf) -> None:
    stamp = {"en-GB": "Version 2, live", "de-DE": "Version 2, läuft"}[str(pdf.Root.Lang)]
    with pdf.open_metadata() as found:
        assert stamp in str(found.get("pdf:Keywords"))
        assert found.get("dc:title") == "Autumn Blend launch"


# -- figures ---------------------------------------------------------------------------------------------


def figures(pdf: pikepdf.Pdf) -> list[str]:
    return [str(each.Alt) for each in of_type(pdf, "/Figure")]


def test_there_are_the_logo_the_timeline_the_spend_and_the_share(pdf: pikepdf.Pdf) -> None:
    assert len(figures(pdf)) == 4


def test_each_figure_has_the_box_that_it_lies_in(pdf: pikepdf.Pdf) -> None:
    largest = max(max(map(float, page.mediabox)) for page in pdf.pages)
    for figure in of_type(pdf, "/Figure"):
        left, bottom, right, top = map(float, attributes(figure)["/BBox"])
        assert 0 < left < right < largest
        assert 0 < bottom < top < largest


def test_the_logo_says_whose_it_is(pdf: pikepdf.Pdf) -> None:
    assert any(re.fullmatch("Logo (of|von) Northwind Coffee", each) for each in figures(pdf))


def digits(text: str) -> str:
    return "".join(each for each in text if each.isdigit())


def test_the_share_says_every_amount_that_the_plan_has(pdf: pikepdf.Pdf, whole: Brief) -> None:
    (alt,) = [each for each in figures(pdf) if "Bar of" in each or "Balken" in each]
    for part in MoneyReview(whole.plan).totals().parts:
        assert str(part) in digits(alt)


def test_the_spend_says_its_highest_week_as_the_plan_has_it(pdf: pikepdf.Pdf, whole: Brief) -> None:
    (alt,) = [each for each in figures(pdf) if "Columns" in each or "Säulen" in each]
    highest = max(each.total for each in MoneyReview(whole.plan).spending().by_week().periods)
    assert str(highest) in digits(alt)


def test_the_timeline_says_how_much_it_shows(pdf: pikepdf.Pdf, whole: Brief) -> None:
    (alt,) = [each for each in figures(pdf) if "Timeline" in each or "Zeitplan" in each]
    for count in (len(whole.plan.aims), len(whole.plan.bridges)):
        assert f"{count} " in alt


# -- tables ----------------------------------------------------------------------------------------------


def test_every_header_cell_says_what_it_heads_and_is_not_silent(pdf: pikepdf.Pdf) -> None:
    headers = of_type(pdf, "/TH")
    assert len(headers) > 60
    assert {str(attributes(each).get("/Scope")) for each in headers} <= {"/Column", "/Row", "/Both"}
    assert all(each.get("/K") is not None for each in headers)


def test_every_table_begins_with_its_head_and_holds_rows_only(pdf: pikepdf.Pdf) -> None:
    for table in of_type(pdf, "/Table"):
        groups = children(table)
        assert groups[0].S == "/THead"
        assert {str(each.S) for each in groups} <= {"/THead", "/TBody", "/TFoot"}
        for group in groups:
            assert {str(each.S) for each in children(group)} == {"/TR"}


def test_every_row_of_a_table_has_as_many_columns(pdf: pikepdf.Pdf) -> None:
    for table in of_type(pdf, "/Table"):
        assert len(set(widths(table))) == 1


def widths(table: Any) -> list[int]:
    """How many columns each row of a table takes, with cells that reach down from the rows above."""
    reaching: list[int] = []
    found = []
    for row in (row for group in children(table) for row in children(group)):
        held = sum(1 for each in reaching if each > 0)
        reaching = [each - 1 for each in reaching if each > 1]
        width = held
        for cell in children(row):
            span = int(attributes(cell).get("/ColSpan", 1))
            width += span
            reaching += [int(attributes(cell).get("/RowSpan", 1)) - 1] * span
        found.append(width)
    return found


# -- headings and bookmarks ------------------------------------------------------------------------------


def test_headings_go_down_one_level_at_a_time_and_are_the_bookmarks_in_their_order(pdf: pikepdf.Pdf) -> None:
    levels = [int(str(each.S)[2:]) for each in of_type(pdf, "/H1", "/H2", "/H3")]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    with pdf.open_outline() as outline:
        marks = [(level, item.title) for level, item in flat(outline.root, 1)]
    assert [level for level, _ in marks] == levels
    assert all(title.strip() for _, title in marks)


def flat(items: Any, level: int) -> Iterator[tuple[int, Any]]:
    for item in items:
        yield level, item
        yield from flat(item.children, level + 1)


# -- pages -----------------------------------------------------------------------------------------------


def test_whatever_is_shown_is_tagged_or_marked_as_of_no_meaning(pdf: pikepdf.Pdf) -> None:
    shows = {"Tj", "TJ", "'", '"', "Do", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh"}
    for page in pdf.pages:
        depth = 0
        for _, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
            assert depth > 0 or name not in shows
        assert depth == 0


def test_every_page_is_walked_in_the_order_of_its_structure(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        assert page.obj.Tabs == "/S"
        assert "/StructParents" in page.obj


def test_every_font_is_embedded_and_says_which_characters_it_shows(pdf: pikepdf.Pdf) -> None:
    fonts = [font for page in pdf.pages for font in page.obj.Resources.get("/Font", {}).values()]
    assert fonts
    for font in fonts:
        assert "/ToUnicode" in font
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


# -- a second opinion ------------------------------------------------------------------------------------

GROUPS_ARE_HEADERS = re.compile(r"header cells look shredded: \d+ header rows")
"""A table with many header rows is suspected of having been torn by a converter. Here each is a group of
budget lines, whose name and sums come again on the next page."""


def is_meant(found: Finding, words: set[str]) -> bool:
    """Tell whether a finding is about groups, or a header that a reader hears once and sees on every page."""
    is_header_again = found.rule == "TAG-002" and set((found.evidence or "").split()) <= words
    return is_header_again or GROUPS_ARE_HEADERS.fullmatch(found.message) is not None


def test_outloud_finds_nothing_that_breaks_a_rule_or_would_be_read_out_wrongly(
    pdf: pikepdf.Pdf, whole: Brief
) -> None:
    table = languages()[str(pdf.Root.Lang)[:2]]
    words = {word for text in table.words.values() for word in text.split()}
    found = outloud.check(str(whole.path)).findings
    said = [(each.rule, each.message, each.evidence) for each in found if not is_meant(each, words)]
    assert said == []


def test_outloud_finds_what_is_wrong(tmp_path: Path, whole: Brief) -> None:
    with pikepdf.open(whole.path) as pdf:
        del of_type(pdf, "/Figure")[0].Alt
        pdf.save(tmp_path / "wrong.pdf")
    found = {each.rule for each in outloud.check(str(tmp_path / "wrong.pdf")).findings}
    assert "FIG-001" in found
