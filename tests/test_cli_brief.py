"""The words of the brief command: how a brief is to be, and which state of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from campaignplanner.cli import main
from campaignplanner.domain.campaign import BriefLayout
from campaignplanner.exchange.campaign_file import CampaignFileFormat, read_campaign_file
from campaignplanner.resources import resource_path
from tests.test_cli import refusal

SAMPLE = str(resource_path("samples/autumn_blend.campaign.json"))


def brief(tmp_path: Path, *words: str) -> PdfReader:
    out = tmp_path / "brief.pdf"
    assert main(["brief", SAMPLE, "-o", str(out), *words]) == 0
    return PdfReader(out)


def first_page(found: PdfReader) -> str:
    return found.pages[0].extract_text()


def test_one_page_in_german_without_money(tmp_path: Path) -> None:
    found = brief(tmp_path, "--one-page", "--no-money", "--language", "de", "--locale", "de_AT")
    assert len(found.pages) == 1
    assert "Wie es zu" in first_page(found)
    assert "€" not in first_page(found)


def test_a_version_comes_as_it_was_kept(tmp_path: Path) -> None:
    assert "Version 1, rejected" in first_page(brief(tmp_path, "--version", "1"))
    assert "Version 2, approved" in first_page(brief(tmp_path, "--version", "2"))


def test_the_plan_as_it_is_says_that_it_has_gone_on_since_its_version(tmp_path: Path) -> None:
    assert "Draft after version 2" in first_page(brief(tmp_path))


def test_sections_come_as_they_were_asked_for(tmp_path: Path) -> None:
    assert "The money" in first_page(brief(tmp_path, "--sections", "money, campaign"))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--sections", "money,maps"], "There is no section “maps”; there are campaign, integration"),
        (["--paper", "a5"], "There is no paper “a5”; there are a4, letter, a3."),
        (["--language", "tlh"], "The brief has no words for the language “tlh”"),
        (["--locale", "klingon"], "“klingon” is no locale: write it like en_GB or de_AT."),
        (["--accent", "#ffee00"], "#ffee00 is too pale to be read on white"),
        (["--version", "7"], "There is no version 7 of “Autumn Blend launch”."),
        (["--logo", "nowhere.png"], "The logo nowhere.png could not be read"),
    ],
)
def test_a_choice_that_means_nothing_is_refused_in_a_sentence(
    words: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = refusal(["brief", SAMPLE, "-o", str(tmp_path / "brief.pdf"), *words], capsys)
    assert sentence in told
    assert not (tmp_path / "brief.pdf").exists()


def test_what_is_not_said_is_as_the_campaign_asks_for(tmp_path: Path) -> None:
    plan = read_campaign_file(Path(SAMPLE))
    layout = BriefLayout(language="de", locale="de_DE", sections=("campaign",), paper="us-letter")
    path = tmp_path / "own.campaign.json"
    path.write_text(
        CampaignFileFormat().write(replace(plan, campaign=replace(plan.campaign, brief_layout=layout))),
        encoding="utf-8",
    )
    out = tmp_path / "brief.pdf"
    assert main(["brief", str(path), "-o", str(out), "--paper", "a3"]) == 0
    (page,) = PdfReader(out).pages
    assert "Wie es zu" in page.extract_text()
    assert round(float(page.mediabox.width)) == 842
