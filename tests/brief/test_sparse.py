"""What the brief says of bridges and of money where there is little of either, and how it parts names."""

from __future__ import annotations

from datetime import date

from campaignplanner.brief.contents import BriefDocument
from campaignplanner.brief.document import document_of
from campaignplanner.brief.options import BriefOptions, Section
from campaignplanner.domain.activity import Kind
from campaignplanner.domain.bridge import Pattern
from campaignplanner.domain.budget import Meets
from campaignplanner.domain.plan import Plan
from tests.builders import (
    a_bridge,
    a_contribution,
    a_dated_activity,
    a_flight,
    a_line,
    a_plan,
    an_activity,
    an_aim,
)

TODAY = date(2026, 8, 3)


def document(plan: Plan) -> BriefDocument:
    return document_of(plan, BriefOptions(), TODAY)


def joined(*records: object, sections: tuple[Section, ...] = tuple(Section)) -> BriefDocument:
    """A brief of an evening whose photos come too late, with what else there is."""
    plan = a_plan(
        a_dated_activity("Evening", "2026-10-01", kind=Kind.EVENT),
        a_dated_activity("Photos", "2026-11-02"),
        a_bridge("evening", "photos", Pattern.CARRIES_ON_AS),
        *records,
    )
    return document_of(plan, BriefOptions(sections=sections), TODAY)


def test_a_moment_says_what_is_broken_and_which_bridge_of_the_key_that_is() -> None:
    (photos,) = joined().integration_page.moments[0].after
    assert (photos.number, photos.trouble, photos.is_broken) == ("1", "broken", True)


def test_bridges_have_no_numbers_where_no_key_says_what_they_stand_for() -> None:
    page = joined(sections=(Section.CAMPAIGN, Section.INTEGRATION)).integration_page
    assert page.moments[0].after[0].number == ""
    assert "key" not in page.note
    assert "key" in joined().integration_page.note


def test_bridges_are_counted_by_how_they_stand_and_what_there_is_none_of_is_not_said() -> None:
    (fact,) = [each for each in joined().facts if each.label == "Bridges"]
    assert fact.note == "1 broken"
    held = a_bridge("evening", "reviews", Pattern.LEADS_TO)
    (fact,) = [
        each
        for each in joined(a_dated_activity("Reviews", "2026-10-02"), held).facts
        if each.label == "Bridges"
    ]
    assert fact.note == "1 holds, 1 broken"


def test_bridges_without_any_days_keep_their_key_though_there_is_no_timeline() -> None:
    plan = a_plan(an_activity("Evening", Kind.EVENT), an_activity("Photos"), a_bridge("evening", "photos"))
    assert "timeline" in document(plan).sections


def test_names_with_commas_are_parted_by_semicolons() -> None:
    tour = an_activity("Tour", Kind.EVENT)
    flights = [
        a_flight(tour, f"2026-10-0{day}", place=place)
        for day, place in ((1, "Hamburg, harbour"), (2, "Berlin"))
    ]
    assert document(a_plan(tour, flights)).activities.entries[0].where == "Hamburg, harbour; Berlin"


def test_money_for_one_aim_only_is_not_split_by_aim() -> None:
    served = [an_aim("One", id="one"), an_activity("Talk"), a_contribution("talk", "one")]
    assert document(a_plan(served, a_line(100, activity="talk"))).money.by_aim is None
    other = [an_aim("Two", id="two"), an_activity("Show"), a_contribution("show", "two")]
    split = document(a_plan(served, other, a_line(100, activity="talk"))).money.by_aim
    assert split is not None
    assert split.rows == (("One", "1", "–", "1", "100%"), ("Two", "–", "–", "–", "–"))
    assert split.note == ""
    shared = a_contribution("talk", "two")
    noted = document(a_plan(served, other, shared, a_line(100, activity="talk"))).money.by_aim
    assert noted is not None
    assert "weights" in noted.note


def test_money_that_meets_people_on_both_sides_is_spoken_of_only_where_there_is_some() -> None:
    apart = document(a_plan(a_line(75_00), a_line(25_00, Meets.OFFLINE))).money.share
    mixed = document(a_plan(a_line(75_00), a_line(25_00, Meets.BOTH))).money.share
    assert apart is not None
    assert mixed is not None
    assert apart.verdict == "Online is 75% of all money."
    assert "both sides" in mixed.verdict
