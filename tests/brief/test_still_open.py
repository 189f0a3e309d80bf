"""A draft says what it still lacks; what was approved does not."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from campaignplanner.brief.document import document_of
from campaignplanner.brief.export import export_brief
from campaignplanner.brief.options import BriefOptions, Section
from campaignplanner.brief.render import BriefRenderer
from campaignplanner.brief.words import languages
from campaignplanner.domain.campaign import BriefTexts, CampaignStatus, Thresholds
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.review import brief_points
from tests.brief.reading import TODAY, Brief, structure_elements
from tests.builders import a_plan, an_activity, an_aim

BEGUN = BriefTexts(situation="Sales fall.", message="Come in.")


def said(plan: Plan, language: str = "en", *sections: Section) -> tuple[str, ...]:
    options = BriefOptions(language=language, sections=sections or tuple(Section))
    return document_of(plan, options, TODAY).open_points


def test_texts_that_are_missing_are_named_in_the_language_of_the_brief() -> None:
    plan = a_plan(brief=BEGUN)
    assert "Not said yet: Problem, Reason to believe." in said(plan)
    assert any(each.startswith("Noch nicht gesagt: Problem") for each in said(plan, "de"))


def test_a_brief_that_nobody_has_begun_says_what_it_has_to_say() -> None:
    assert said(a_plan()) == ("No aim is named yet.", "Not said yet: Problem, Message, Reason to believe.")


def test_aims_of_one_rule_make_one_sentence() -> None:
    aims = [an_aim(f"Aim {number}", position=number) for number in range(7)]
    plan = a_plan(aims, [an_activity(f"Tasting {number}") for number in range(Thresholds().begun_activities)])
    named = "“Aim 0”, “Aim 1”, “Aim 2”, “Aim 3”, “Aim 4” and 2 more"
    assert f"Nothing measures {named}." in said(plan)


def test_only_a_draft_says_what_is_open() -> None:
    plan = a_plan(brief=BEGUN)
    approved = replace(plan, campaign=replace(plan.campaign, status=CampaignStatus.APPROVED))
    assert said(plan)
    assert not said(approved)


def test_the_section_can_be_left_out_and_is_absent_where_nothing_is_open() -> None:
    assert said(a_plan(brief=BEGUN), "en", Section.CAMPAIGN) == ()
    document = document_of(a_plan(), BriefOptions(), TODAY)
    assert (Section.OPEN_POINTS.value in document.sections) == bool(document.open_points)


@pytest.mark.parametrize("code", list(languages()))
def test_every_rule_that_asks_has_its_words(code: str) -> None:
    words = languages()[code].words
    missing = [
        rule.code for rule in brief_points._rules() if f"open_{rule.code.replace('.', '_')}" not in words
    ]
    assert missing == []


def test_the_list_is_read_back_from_the_pdf(renderer: BriefRenderer, tmp_path: Path) -> None:
    plan = a_plan(an_aim("Win more regular customers"), brief=BEGUN)
    path = tmp_path / "draft.pdf"
    brief = Brief(plan, path, export_brief(plan, path, today=TODAY, renderer=renderer))
    assert brief.says("Still open")
    assert brief.says("Not said yet: Problem, Reason to believe.")


def test_it_is_a_list_under_a_heading_for_readers_who_listen(renderer: BriefRenderer, tmp_path: Path) -> None:
    path, options = tmp_path / "entwurf.pdf", BriefOptions(language="de", locale="de_DE")
    export_brief(a_plan(brief=BEGUN), path, options, today=TODAY, renderer=renderer)
    with pikepdf.open(path) as pdf:
        names = [str(each.S) for each in structure_elements(pdf)]
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
        assert str(pdf.Root.Lang) == "de-DE"
    assert {"/L", "/LI", "/LBody"} <= set(names)
    assert "Noch offen" in titles
