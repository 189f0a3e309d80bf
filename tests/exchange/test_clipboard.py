"""Activities as text on the clipboard."""

from __future__ import annotations

import pytest
from hypothesis import given

from campaignplanner.domain.errors import FileTrouble
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFile
from campaignplanner.exchange.clipboard import copied_text, pasted_plan
from campaignplanner.planning.excerpt import excerpt
from tests.builders import a_plan, an_activity
from tests.strategies import plans


@given(plans())
def test_what_was_copied_comes_out_of_the_text_as_it_was(plan: Plan) -> None:
    assert pasted_plan(copied_text(plan, plan.activities)) == excerpt(plan, plan.activities)


def test_the_sample_survives_the_clipboard(sample_plan: Plan) -> None:
    text = copied_text(sample_plan, sample_plan.activities)
    assert pasted_plan(text) == excerpt(sample_plan, sample_plan.activities)


def test_of_the_campaign_only_title_and_currency_are_copied() -> None:
    plan = a_plan(an_activity("Bars"), notes="secret", brand="Northwind", currency="GBP")
    text = copied_text(plan, ["bars"])
    assert "secret" not in text
    assert "Northwind" not in text
    assert pasted_plan(text).campaign.currency == "GBP"


def test_the_text_of_a_whole_campaign_file_can_be_pasted(sample_plan: Plan) -> None:
    pasted = pasted_plan(CampaignFile(sample_plan).text())
    assert pasted == excerpt(sample_plan, sample_plan.activities)


@pytest.mark.parametrize("text", ["", "Bars\t4 May", '{"format": "another"}', "[1, 2"])
def test_a_text_that_is_none_of_ours_is_said_to_be_none(text: str) -> None:
    with pytest.raises(FileTrouble, match="cannot be pasted as activities"):
        pasted_plan(text)
