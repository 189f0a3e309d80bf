"""Activities as text on the clipboard."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given

from campaignplanner.domain.activity import Kind
from campaignplanner.domain.errors import FileTrouble
from campaignplanner.domain.money import plain_amount
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFile
from campaignplanner.exchange.clipboard import copied_rows, copied_text, pasted_plan
from campaignplanner.exchange.pasted_rows import Surroundings, understood
from campaignplanner.planning.day_words import DayWords
from campaignplanner.planning.excerpt import excerpt
from campaignplanner.planning.typed_amounts import NumberWords
from tests.builders import a_dated_activity, a_line, a_plan, an_activity
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


# -- rows for a spreadsheet --------------------------------------------------------------------------


def rows_of(plan: Plan, activity_ids: Iterable[str]) -> str:
    return copied_rows(plan, activity_ids, date.isoformat, lambda amount: plain_amount(amount, "EUR"))


def test_activities_are_rows_with_a_heading_for_other_programs() -> None:
    plan = a_plan(
        a_dated_activity("Bars", "2026-09-10", "2026-09-27", kind=Kind.EVENT, owner="Meera", place="Leeds"),
        a_line(1250, activity="bars"),
        a_line(50, activity="bars"),
        an_activity("Reviews", channel="Forum"),
    )
    assert rows_of(plan, ["bars", "reviews"]).splitlines() == [
        "Title\tSide\tKind\tFirst day\tLast day\tStatus\tOwner\tChannel/place\tPlanned",
        "Bars\toffline\tevent\t2026-09-10\t2026-09-27\tplanned\tMeera\tLeeds\t13.00",
        "Reviews\tonline\tconversation\t\t\tplanned\t\tForum\t",
    ]


def test_rows_that_were_copied_are_understood_when_they_are_pasted(sample_plan: Plan) -> None:
    around = Surroundings(
        days=DayWords(),
        numbers=NumberWords(),
        today=date(2026, 6, 1),
        own_kinds=tuple(sample_plan.own_kinds.values()),
    )
    pasted = understood(rows_of(sample_plan, sample_plan.activities), around)
    assert [row.troubles for row in pasted.rows] == [()] * len(sample_plan.activities)
    for row, activity in zip(pasted.rows, sample_plan.activities.values(), strict=True):
        assert (row.title, row.side, row.kind) == (activity.title, activity.side, activity.kind)
        assert (row.status, row.owner) == (activity.status, activity.owner)
        assert row.span == sample_plan.span_of(activity.id)
