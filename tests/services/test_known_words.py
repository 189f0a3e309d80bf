"""What was typed before, in any campaign."""

from __future__ import annotations

import pytest

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.aim import Aim, Kpi
from campaignplanner.domain.budget import FILED_UNDER_SUGGESTIONS
from campaignplanner.domain.known_words import FIELDS_OF, WordKind
from campaignplanner.domain.records import RECORD_TYPES
from campaignplanner.services.commands.activity import ChangeActivity
from campaignplanner.services.workspace import Workspace
from tests.builders import a_flight, a_line, a_plan, an_activity, an_aim


@pytest.fixture
def two_campaigns(workspace: Workspace) -> Workspace:
    bars = an_activity("Bars", owner="Meera", place="Leeds", unit="samples")
    first = a_plan(bars, a_flight(bars, "2026-05-01", place="York"), id="one")
    reviews = an_activity("Reviews", owner="ann", channel="Forum")
    second = a_plan(
        reviews,
        an_aim("More regulars", owner="Zoë"),
        Kpi(id="kpi", name="Joins", aim_id="more-regulars", by_whom="Meera", unit="people"),
        a_line(activity=reviews, supplier="Print & Co", filed_under="brand team"),
        id="two",
    )
    workspace.import_plan(first)
    workspace.open_campaign(workspace.import_plan(second))
    return workspace


def test_owners_are_those_of_activities_aims_and_measures_of_all_campaigns(two_campaigns: Workspace) -> None:
    assert two_campaigns.known_words(WordKind.OWNER) == ("ann", "Meera", "Zoë")


def test_places_are_those_of_activities_and_of_their_flights(two_campaigns: Workspace) -> None:
    assert two_campaigns.known_words(WordKind.PLACE) == ("Leeds", "York")


def test_channels_suppliers_and_units_are_known_too(two_campaigns: Workspace) -> None:
    assert two_campaigns.known_words(WordKind.CHANNEL) == ("Forum",)
    assert two_campaigns.known_words(WordKind.SUPPLIER) == ("Print & Co",)
    assert two_campaigns.known_words(WordKind.UNIT) == ("people", "samples")


def test_budget_holders_are_offered_before_anybody_typed_one(two_campaigns: Workspace) -> None:
    offered = two_campaigns.known_words(WordKind.FILED_UNDER)
    assert set(offered) == {*FILED_UNDER_SUGGESTIONS, "brand team"}


def test_an_empty_store_knows_nobody(workspace: Workspace) -> None:
    assert workspace.known_words(WordKind.OWNER) == ()


def test_space_around_a_word_makes_no_second_word(two_campaigns: Workspace) -> None:
    two_campaigns.execute(ChangeActivity("reviews", {"owner": " Meera\n"}))
    assert two_campaigns.known_words(WordKind.OWNER) == ("Meera", "Zoë")


def test_blank_texts_are_no_words(two_campaigns: Workspace) -> None:
    two_campaigns.execute(ChangeActivity("reviews", {"channel": "  "}))
    assert two_campaigns.known_words(WordKind.CHANNEL) == ()


def test_every_field_of_known_words_is_a_text_of_its_record() -> None:
    for places in FIELDS_OF.values():
        for record_type, field in places:
            assert record_type in RECORD_TYPES
            assert record_type.__dataclass_fields__[field].type == "str"


def test_every_owner_of_the_domain_is_a_known_word() -> None:
    owned = {each for each in RECORD_TYPES if "owner" in each.__dataclass_fields__}
    assert owned == {Activity, Aim}


def test_campaigns_come_by_title(workspace: Workspace) -> None:
    for title in ("winter", "Autumn", "Spring"):
        workspace.import_plan(a_plan(id=title, title=title))
    assert [each.title for each in workspace.campaigns()] == ["Autumn", "Spring", "winter"]
