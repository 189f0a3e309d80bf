"""Placing a play makes its activities, bridges and lines in one step."""

from datetime import date

import pytest

from campaignplanner.domain.activity import Kind, Side
from campaignplanner.domain.bridge import Pattern
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.play import Play, PlayActivity, PlayBridge, PlayLine
from campaignplanner.services.commands.play import ChangePlay, DeletePlay, PlacePlay, SavePlay
from campaignplanner.services.workspace import Workspace
from tests.builders import a_line, a_plan

EVENING = PlayActivity(
    side=Side.OFFLINE, kind=Kind.EVENT, title="Evening", first_day_offset=0, last_day_offset=1
)
FILM = PlayActivity(side=Side.ONLINE, kind=Kind.CONTENT, title="Film", first_day_offset=3, last_day_offset=9)
PLAY = Play(
    id="play",
    title="Evening and film",
    activities=(EVENING, FILM),
    bridges=(PlayBridge(source=0, target=1, pattern=Pattern.CARRIES_ON_AS),),
    lines=(PlayLine(activity=0, label="Room", planned=500),),
)
PLACE = PlacePlay(PLAY, date(2026, 3, 2))


def test_placing_a_play_makes_everything_in_one_step() -> None:
    step = PLACE.changes(a_plan())
    plan = a_plan().applying(step)
    assert step.label == "Place “Evening and film”"
    assert sorted(each.title for each in plan.activities.values()) == ["Evening", "Film"]
    (bridge,) = plan.bridges.values()
    assert plan.activities[bridge.source_id].title == "Evening"
    assert plan.activities[bridge.target_id].title == "Film"


def test_the_days_of_a_play_count_from_the_day_on_which_it_is_placed() -> None:
    plan = a_plan().applying(PLACE.changes(a_plan()))
    film = next(each for each in plan.activities.values() if each.title == "Film")
    assert plan.span_of(film.id).first_day == date(2026, 3, 5)
    assert plan.span_of(film.id).last_day == date(2026, 3, 11)


@pytest.mark.parametrize(("currency", "minor_units"), [("EUR", 50_000), ("JPY", 500)])
def test_the_money_of_a_play_is_in_whole_units_of_the_campaigns_currency(
    currency: str, minor_units: int
) -> None:
    plan = a_plan(currency=currency)
    (line,) = plan.applying(PLACE.changes(plan)).lines.values()
    assert line.planned == minor_units


def test_the_lines_of_a_play_come_after_those_that_are_there() -> None:
    plan = a_plan(a_line(id="first", position=4))
    assert [line.label for line in plan.applying(PLACE.changes(plan)).lines_in_order] == ["Costs", "Room"]


def test_a_play_can_be_placed_twice() -> None:
    plan = a_plan().applying(PLACE.changes(a_plan()))
    again = PlacePlay(PLAY, date(2026, 4, 2))
    assert len(plan.applying(again.changes(plan)).activities) == 4


def test_a_play_changes_by_field_like_everything_else() -> None:
    assert (
        ChangePlay(PLAY, {"title": "Film night"}).changes(None).label
        == "Change the title of “Evening and film”"
    )
    with pytest.raises(PlanError, match="has no activities"):
        ChangePlay(PLAY, {"activities": ()}).changes(None)


def test_deleting_a_play_says_that_what_it_made_stays() -> None:
    assert DeletePlay(PLAY).consequences() == (
        "Deletes “Evening and film”; campaigns in which it was placed keep what it made."
    )


def test_activities_of_a_campaign_are_kept_as_a_play_for_all_campaigns(opened: Workspace) -> None:
    plan = opened.plan
    chosen = [
        each.id
        for each in plan.activities.values()
        if each.title in ("Members' meet-up", "Members share photos")
    ]
    before = plan
    opened.execute(SavePlay(tuple(chosen), "Roastery evening"))
    (play,) = opened.plays()
    assert play.title == "Roastery evening"
    assert len(play.activities) == 2
    assert opened.plan == before
    opened.execute(PlacePlay(play, date(2027, 3, 1), aim_id=plan.aims_in_order[0].id))
    assert len(opened.plan.activities) == len(before.activities) + 2
    opened.undo(plan.campaign.id)
    assert opened.plan == before
    opened.undo(None)
    assert opened.plays() == ()


def test_without_a_campaign_there_is_nothing_to_keep_as_a_play() -> None:
    with pytest.raises(PlanError, match="Open a campaign first"):
        SavePlay(("a",), "Evening").changes(None)
