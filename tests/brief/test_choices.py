"""What can be chosen for a brief: sections, paper, money, logo, accent, language."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from campaignplanner.brief.colours import contrast_on_white
from campaignplanner.brief.document import document_of
from campaignplanner.brief.export import BriefRenderer, export_brief
from campaignplanner.brief.logo import LARGEST, Logo
from campaignplanner.brief.options import (
    ONE_PAGE,
    BriefOptions,
    Paper,
    Section,
    layout_of,
    options_of,
)
from campaignplanner.domain.activity import Side
from campaignplanner.domain.campaign import BriefLayout
from campaignplanner.domain.errors import FileTrouble, PlanError
from campaignplanner.domain.plan import Plan
from tests.brief.reading import Brief, structure_elements
from tests.builders import a_bridge, a_dated_activity, a_line, a_plan, an_aim

TODAY = date(2026, 8, 3)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63e0ce3e0d0001"
    "c601423ca848b00000000049454e44ae426082"
)


def a_whole_plan() -> Plan:
    aim = an_aim()
    return a_plan(
        aim,
        a_dated_activity("Reviews", "2026-09-01", "2026-09-20", aims=[aim]),
        a_dated_activity("Tasting bars", "2026-09-03", "2026-09-24", aims=[aim], side=Side.OFFLINE),
        a_bridge("tasting-bars", "reviews"),
        a_line(123_456, activity="reviews"),
        budget_total=200_000,
        brand="Northwind",
    )


def made(options: BriefOptions, plan: Plan, path: Path, renderer: BriefRenderer) -> Brief:
    return Brief(plan, path, export_brief(plan, path, options, today=TODAY, renderer=renderer))


def test_sections_come_in_the_order_in_which_they_were_chosen() -> None:
    options = BriefOptions(sections=(Section.MONEY, Section.CAMPAIGN, Section.TIMELINE))
    assert document_of(a_whole_plan(), options, TODAY).sections == ("money", "campaign", "timeline")


def test_a_section_that_has_nothing_to_say_is_left_out() -> None:
    sections = document_of(a_plan(an_aim()), BriefOptions(), TODAY).sections
    silent = {"integration", "timeline", "money", "measures", "activities", "changes"}
    assert silent.isdisjoint(sections)
    assert {"campaign", "approvals"} <= set(sections)


def test_a_brief_may_be_one_page_only(tmp_path: Path, renderer: BriefRenderer) -> None:
    brief = made(BriefOptions(sections=ONE_PAGE), a_whole_plan(), tmp_path / "one.pdf", renderer)
    assert brief.result.pages == 1
    assert brief.says("How it integrates")


def test_without_money_no_amount_is_to_be_found(tmp_path: Path, renderer: BriefRenderer) -> None:
    brief = made(BriefOptions(with_money=False), a_whole_plan(), tmp_path / "free.pdf", renderer)
    assert "1,234" not in brief.text
    assert "2,000" not in brief.text
    assert not brief.says("The money")


@pytest.mark.parametrize(
    ("paper", "inches"),
    [(Paper.A4, (8.27, 11.69)), (Paper.LETTER, (8.5, 11.0)), (Paper.A3, (11.69, 16.54))],
)
def test_every_page_has_the_size_that_was_chosen(
    paper: Paper, inches: tuple[float, float], tmp_path: Path, renderer: BriefRenderer
) -> None:
    brief = made(BriefOptions(paper=paper), a_whole_plan(), tmp_path / "sized.pdf", renderer)
    with pikepdf.open(brief.path) as pdf:
        sizes = {
            tuple(sorted(round(float(each) / 72, 2) for each in page.mediabox[2:])) for page in pdf.pages
        }
    assert sizes == {inches}


def test_a_german_brief_says_so_and_speaks_german(tmp_path: Path, renderer: BriefRenderer) -> None:
    options = BriefOptions(language="de", locale="de_DE")
    brief = made(options, a_whole_plan(), tmp_path / "de.pdf", renderer)
    assert brief.says("Wie es zusammenspielt")
    assert brief.says("führt zu")
    assert brief.says("1.234,56 €")
    with pikepdf.open(brief.path) as pdf:
        assert str(pdf.Root.Lang).startswith("de")


def test_a_logo_says_to_whom_it_belongs(tmp_path: Path, renderer: BriefRenderer) -> None:
    brief = made(BriefOptions(logo=Logo(PIXEL)), a_whole_plan(), tmp_path / "logo.pdf", renderer)
    with pikepdf.open(brief.path) as pdf:
        alternatives = [str(each.Alt) for each in structure_elements(pdf) if "/Alt" in each]
    assert "Logo of Northwind" in alternatives


def test_a_file_that_is_no_picture_is_no_logo(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_text("<svg/>")
    with pytest.raises(FileTrouble, match=r"logo\.png cannot be used\. A logo is a PNG or JPEG picture"):
        Logo.read(path)


def test_a_logo_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match=r"none\.png could not be read"):
        Logo.read(tmp_path / "none.png")


def test_a_logo_that_is_too_large_is_refused() -> None:
    with pytest.raises(PlanError, match="at most 5 MB"):
        Logo(PIXEL + bytes(LARGEST)).check()


def png_head(width: int, height: int) -> bytes:
    return PIXEL[:16] + struct.pack(">II", width, height) + PIXEL[24:]


def jpeg_head(width: int, height: int) -> bytes:
    comment = b"\xff\xfe" + struct.pack(">H", 7) + b"hello"
    return b"\xff\xd8" + comment + b"\xff\xc2" + struct.pack(">HBHHB", 17, 8, height, width, 3) + bytes(9)


@pytest.mark.parametrize("head", [png_head, jpeg_head])
def test_a_small_file_that_unfolds_to_a_huge_picture_is_refused(head: Callable[[int, int], bytes]) -> None:
    Logo(head(2000, 1000)).check()
    with pytest.raises(PlanError, match="60,000 by 40,000 pixels is too large"):
        Logo(head(60_000, 40_000)).check()


@pytest.mark.parametrize("picture", [PIXEL[:14], b"\xff\xd8\xff", b"\xff\xd8\xff\xe0\x00\x00" * 40])
def test_a_picture_that_is_cut_off_is_refused(picture: bytes) -> None:
    with pytest.raises(PlanError, match="does not say how large it is"):
        Logo(picture).check()


@pytest.mark.parametrize("colour", ["#777777", "#ffee00", "#ffffff"])
def test_an_accent_that_cannot_be_read_on_white_is_refused(colour: str) -> None:
    with pytest.raises(PlanError, match="too pale to be read on white"):
        BriefOptions(accent=colour).check()


@pytest.mark.parametrize("colour", ["#767676", "#0b6bcb", "#000000"])
def test_an_accent_that_can_be_read_is_taken(colour: str) -> None:
    BriefOptions(accent=colour).check()


@pytest.mark.parametrize("text", ["red", "#12345", "#12345g", "#0b6bcb0"])
def test_what_is_no_colour_is_said(text: str) -> None:
    with pytest.raises(PlanError, match="is no colour"):
        BriefOptions(accent=text).check()


def test_black_stands_out_from_white_as_much_as_can_be() -> None:
    assert contrast_on_white("#000000") == pytest.approx(21)
    assert contrast_on_white("#ffffff") == pytest.approx(1)


def test_a_brief_needs_a_section_and_none_twice() -> None:
    for sections in ((), (Section.MONEY, Section.MONEY)):
        with pytest.raises(PlanError, match=r"[Ss]ection"):
            replace(BriefOptions(), sections=sections).check()


def test_a_campaign_keeps_every_choice_but_the_logo() -> None:
    chosen = BriefOptions(
        language="de",
        locale="de_AT",
        sections=(Section.MONEY, Section.CAMPAIGN),
        paper=Paper.LETTER,
        with_money=False,
        accent="#067647",
    )
    assert options_of(layout_of(replace(chosen, logo=Logo(PIXEL))), BriefOptions()) == chosen


def test_what_a_campaign_leaves_open_or_means_nothing_here_is_as_usual() -> None:
    usual = BriefOptions(language="de", locale="de_AT", paper=Paper.A3, accent="#067647")
    assert options_of(BriefLayout(), usual) == usual
    strange = BriefLayout(
        language="xx", locale="xx_YY_zz", paper="b5", sections=("poem", "money", "money"), accent="#ffee00"
    )
    assert options_of(strange, usual) == replace(usual, sections=(Section.MONEY,))
