"""Whole timelines drawn as text, compared with files that a person can read in ``golden/``.

To accept a change of the layout: run with ``UPDATE_GOLDEN=1`` set and read the difference before committing.
"""

from __future__ import annotations

import os
from pathlib import Path

from campaignplanner.domain.activity import Kind, Side
from campaignplanner.domain.bridge import Pattern
from campaignplanner.domain.plan import Plan
from tests.builders import a_bridge, a_contribution, a_dated_activity, a_flight, a_plan, an_activity, an_aim
from tests.planning.timeline_text import timeline_text

GOLDEN = Path(__file__).parent / "golden"


def check_golden(name: str, plan: Plan) -> None:
    path = GOLDEN / f"{name}.txt"
    found = timeline_text(plan)
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


WIN = an_aim("Win 12,000 new subscribers", position=0)
ADVOCATES = an_aim("Turn regulars into advocates", position=1)
ANSWERS = an_aim("Halve time-to-answer", position=2)


def test_the_campaign_of_the_picture_lies_as_in_the_picture() -> None:
    plan = a_plan(
        WIN,
        ADVOCATES,
        ANSWERS,
        a_dated_activity("Barista answers", "2026-08-31", "2026-11-27", aims=[WIN]),
        a_dated_activity("Invite to tastings", "2026-08-24", "2026-09-07", aims=[WIN], kind=Kind.INVITATION),
        a_dated_activity("Tasting bars", "2026-09-10", "2026-09-24", aims=[WIN], kind=Kind.POP_UP),
        a_dated_activity("First sip reviews", "2026-09-25", "2026-10-24", aims=[WIN]),
        a_dated_activity("Sampling", "2026-10-05", "2026-10-18", aims=[WIN], kind=Kind.SAMPLING),
        a_dated_activity("Live brew-along", "2026-10-29", "2026-11-12", aims=[WIN]),
        a_dated_activity("Store screens", "2026-10-26", "2026-11-22", aims=[WIN], kind=Kind.DISPLAY),
        a_dated_activity("Ambassador circle", "2026-08-31", "2026-11-30", aims=[ADVOCATES]),
        a_dated_activity("Bring a friend", "2026-09-07", "2026-10-04", aims=[ADVOCATES]),
        a_dated_activity("Bag", "2026-10-08", "2026-10-27", aims=[ADVOCATES], kind=Kind.REWARD),
        a_dated_activity("Meet-up", "2026-10-29", "2026-10-30", aims=[ADVOCATES], kind=Kind.MEET_UP),
        a_dated_activity("Members share photos", "2026-11-01", "2026-11-20", aims=[ADVOCATES]),
        a_dated_activity("Customers answer", "2026-08-31", "2026-11-15", aims=[ANSWERS]),
        a_dated_activity("Clinic", "2026-09-28", "2026-10-18", aims=[ANSWERS], kind=Kind.SERVICE_CLINIC),
        a_dated_activity("Tips thread", "2026-11-02", "2026-11-22", aims=[ANSWERS]),
        a_dated_activity("TikTok account", "2026-09-21", "2026-09-30"),
        a_bridge("invite-to-tastings", "tasting-bars", Pattern.ANNOUNCES),
        a_bridge("tasting-bars", "first-sip-reviews", Pattern.CARRIES_ON_AS),
        a_bridge("first-sip-reviews", "store-screens", Pattern.IS_SHOWN_AT),
        a_bridge("bring-a-friend", "bag", Pattern.IS_REWARDED_BY),
        a_bridge("meet-up", "members-share-photos", Pattern.CARRIES_ON_AS),
        a_bridge("clinic", "tips-thread", Pattern.CARRIES_ON_AS),
    )
    check_golden("picture", plan)


def test_an_activity_shows_as_a_ghost_in_the_other_lanes_that_it_serves() -> None:
    thread, fair = an_activity("Thread"), an_activity("Fair", Kind.EVENT)
    plan = a_plan(
        WIN,
        ADVOCATES,
        thread,
        fair,
        a_flight(thread, "2026-09-01", "2026-09-20"),
        a_flight(fair, "2026-09-05", "2026-09-12"),
        a_contribution(thread, WIN, 1),
        a_contribution(thread, ADVOCATES, 3),
        a_contribution(fair, WIN, 2),
        a_contribution(fair, ADVOCATES, 2),
        a_bridge(fair, thread, Pattern.CARRIES_ON_AS),
    )
    check_golden("ghosts", plan)


def test_flights_of_an_activity_are_joined_and_those_that_overlap_lie_above_one_another() -> None:
    tour = an_activity("Six cities", Kind.EVENT)
    cities = [
        a_flight(tour, "2026-09-01", "2026-09-05"),
        a_flight(tour, "2026-09-08", "2026-09-12"),
        a_flight(tour, "2026-09-13", "2026-09-15"),
        a_flight(tour, "2026-09-10", "2026-09-20"),
        a_flight(tour, "2026-09-24"),
    ]
    plan = a_plan(
        WIN,
        tour,
        cities,
        a_contribution(tour, WIN),
        a_dated_activity("In the pause", "2026-09-06", "2026-09-07", aims=[WIN], side=Side.OFFLINE),
        a_dated_activity("After", "2026-09-25", "2026-09-30", aims=[WIN], side=Side.OFFLINE),
        a_dated_activity("Stream", "2026-09-12", "2026-09-26", aims=[WIN]),
        a_bridge("stream", tour, Pattern.LEADS_TO),
        a_bridge(tour, "stream", Pattern.CARRIES_ON_AS, id="back"),
    )
    check_golden("hairlines", plan)


def test_undated_activities_wait_in_the_tray_and_their_bridges_are_open() -> None:
    poster, idea = an_activity("Poster", Kind.OUTDOOR), an_activity("Idea")
    plan = a_plan(
        WIN,
        poster,
        idea,
        a_contribution(poster, WIN),
        a_dated_activity("Opening", "2026-09-01", "2026-09-30", aims=[WIN], kind=Kind.EVENT),
        a_bridge(poster, "opening", Pattern.ANNOUNCES),
    )
    check_golden("undated", plan)


def test_bridges_between_lanes_sit_on_the_waterline_they_cross_or_halfway() -> None:
    plan = a_plan(
        WIN,
        ADVOCATES,
        a_dated_activity("Teaser", "2026-09-01", "2026-09-08", aims=[WIN]),
        a_dated_activity("TV spot", "2026-09-01", "2026-09-06", aims=[WIN], kind=Kind.TV),
        a_dated_activity("Fair", "2026-09-20", "2026-09-26", aims=[ADVOCATES], kind=Kind.EVENT),
        a_dated_activity("Photos", "2026-09-24", "2026-10-06", aims=[ADVOCATES]),
        a_bridge("teaser", "fair", Pattern.ANNOUNCES),
        a_bridge("tv-spot", "photos", Pattern.LEADS_TO),
        a_bridge("tv-spot", "fair", Pattern.ANNOUNCES),
        a_bridge("fair", "photos", Pattern.CARRIES_ON_AS),
        a_bridge("photos", "tv-spot", Pattern.LEADS_TO),
    )
    check_golden("across", plan)


def test_a_plan_with_nothing_in_it_has_no_lanes() -> None:
    check_golden("nothing", a_plan())


def test_an_aim_that_nothing_serves_yet_has_its_lane() -> None:
    check_golden("empty", a_plan(WIN, ADVOCATES))
