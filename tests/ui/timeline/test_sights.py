"""Days that are not like others, flags, lead-ins and what changed since approval, as they are painted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import Kind
from campaignplanner.domain.aim import Kpi, Reading
from campaignplanner.domain.approval import Version
from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.since_approval import changes_since
from campaignplanner.planning.timeline_lanes import Grouping
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.timeline.hover_texts import flags_card
from campaignplanner.ui.timeline.kpi_flags import FlagState
from campaignplanner.ui.timeline.page import TimelinePage
from tests.builders import a_dated_activity, a_plan, an_aim
from tests.ui.timeline.conftest import TODAY
from tests.ui.timeline.looking import Show, bar, box, colour_at, content_of, is_near, picture, scene_of

LIGHT = Theme.light()
AIM = an_aim("Win")


CAMPAIGN: dict[str, Any] = {"first_day": date(2026, 9, 1), "last_day": date(2026, 10, 31), "country": "DE"}


def a_small_plan(*more: Any, **fields: Any) -> Plan:
    reviews = a_dated_activity("Reviews", "2026-09-10", "2026-09-20", aims=[AIM])
    return a_plan(AIM, *reviews, *more, **{**CAMPAIGN, **fields})


def ground(page: TimelinePage, day: date) -> str:
    """The colour of a day where nothing stands on it, below all lanes."""
    view = page.canvas.view
    middle = (view.x(day) + view.x_after(day)) / 2 + 2
    return colour_at(picture(page), middle, view.regions.lanes.bottom() - 6).name()


def test_weekends_are_shaded(show: Show) -> None:
    page = show(a_small_plan())
    assert ground(page, date(2026, 9, 17)) == LIGHT.surface.name()
    assert ground(page, date(2026, 9, 19)) == LIGHT.surface_raised.name()
    assert ground(page, date(2026, 9, 20)) == LIGHT.surface_raised.name()


def test_days_outside_the_campaign_are_dimmed(show: Show) -> None:
    late = a_dated_activity("Late", "2026-11-09", "2026-11-20", aims=[AIM])
    page = show(a_small_plan(*late))
    assert ground(page, date(2026, 10, 29)) == LIGHT.surface.name()
    assert ground(page, date(2026, 11, 5)) == LIGHT.surface_raised.name()


def test_public_holidays_come_a_moment_after_the_timeline(show: Show, qtbot: QtBot) -> None:
    page = show(a_small_plan())
    unity = date(2026, 10, 3)
    before = ground(page, unity)
    qtbot.waitUntil(lambda: bool(page.canvas.wanted.holidays))
    assert page.canvas.wanted.holidays[unity] == "German Unity Day"
    assert ground(page, unity) != before


def test_another_country_brings_other_holidays(show: Show, qtbot: QtBot) -> None:
    page = show(a_small_plan())
    qtbot.waitUntil(lambda: date(2026, 10, 3) in page.canvas.wanted.holidays)
    page.show_plan(a_small_plan(country="US"))
    qtbot.waitUntil(lambda: date(2026, 9, 7) in page.canvas.wanted.holidays)
    assert date(2026, 10, 3) not in page.canvas.wanted.holidays


def test_without_a_country_there_are_none(show: Show, qtbot: QtBot) -> None:
    page = show(a_small_plan())
    qtbot.waitUntil(lambda: bool(page.canvas.wanted.holidays))
    page.show_plan(a_small_plan(country=""))
    assert page.canvas.wanted.holidays == {}


def a_kpi(name: str, due_day: date) -> Kpi:
    return Kpi(id=name, name=name, aim_id=AIM.id, baseline=Decimal(10), target=Decimal(20), due_day=due_day)


@pytest.mark.parametrize(
    ("reading", "due_day", "state"),
    [
        (None, date(2026, 10, 20), FlagState.AHEAD),
        (Decimal(15), TODAY, FlagState.AHEAD),
        (Decimal(15), date(2026, 10, 1), FlagState.MISSED),
        (Decimal(20), date(2026, 10, 1), FlagState.REACHED),
    ],
)
def test_a_flag_says_whether_its_kpi_was_reached(
    show: Show, reading: Decimal | None, due_day: date, state: FlagState
) -> None:
    kpi = a_kpi("Members", due_day)
    readings = [] if reading is None else [Reading(id="r", kpi_id=kpi.id, day=due_day, value=reading)]
    page = show(a_small_plan(kpi, *readings))
    ((_, flag),) = scene_of(page).stage.sights.flags[0].touching(page.canvas.view.days())
    assert flag.state(TODAY) is state


def test_a_flag_stands_at_the_end_of_its_day_at_the_top_of_the_lane(show: Show) -> None:
    due = date(2026, 10, 14)
    page = show(a_small_plan(a_kpi("Members", due)))
    view = page.canvas.view
    found = colour_at(picture(page), view.x_after(due) - 1, view.y(0) + 12)
    assert is_near(found, LIGHT.text_muted, 60)


def test_kpis_that_are_due_on_one_day_share_a_flag(show: Show) -> None:
    due = date(2026, 10, 14)
    page = show(a_small_plan(a_kpi("Members", due), a_kpi("Reviews", due)))
    ((_, flag),) = scene_of(page).stage.sights.flags[0].touching(page.canvas.view.days())
    assert [each.name for each in flag.kpis] == ["Members", "Reviews"]


def flagged(page: TimelinePage) -> dict[int, list[str]]:
    """The names of KPIs on flags by the place of their lane."""
    days = Span(date.min, date.max)
    flags = scene_of(page).stage.sights.flags
    return {
        lane: [kpi.name for _, flag in index.touching(days) for kpi in flag.kpis]
        for lane, index in flags.items()
    }


def a_measure(name: str, activity_id: str) -> Kpi:
    return Kpi(id=name, name=name, activity_id=activity_id, target=Decimal(20), due_day=date(2026, 10, 14))


def test_the_kpi_of_an_activity_has_its_flag_in_the_lane_of_the_activity(show: Show) -> None:
    talk = a_dated_activity("Talk", "2026-10-12", "2026-10-20", owner="Ada")
    page = show(a_small_plan(*talk, a_kpi("Members", date(2026, 10, 14)), a_measure("Heard", "talk")))
    assert flagged(page) == {0: ["Members"], 1: ["Heard"]}
    page.canvas.show_lanes(page.canvas.shown.grouped_by(Grouping.OWNER))
    assert flagged(page) == {0: ["Heard"]}


def test_what_is_hidden_has_no_flag(show: Show) -> None:
    page = show(a_small_plan(*a_dated_activity("Talk", "2026-10-12"), a_measure("Heard", "talk")))
    page.canvas.show_lanes(page.canvas.shown.keeping(frozenset({"reviews"})))
    assert flagged(page) == {}
    page.canvas.show_lanes(page.canvas.shown.keeping(None))
    assert flagged(page) == {1: ["Heard"]}


def test_a_new_reading_and_another_owner_move_flags_on(show: Show) -> None:
    talk = a_dated_activity("Talk", "2026-10-12", owner="Ada")
    page = show(a_small_plan(*talk, a_measure("Heard", "talk")))
    page.canvas.show_lanes(page.canvas.shown.grouped_by(Grouping.OWNER))
    assert flagged(page) == {0: ["Heard"]}
    reading = Reading(id="r", kpi_id="Heard", day=date(2026, 10, 13), value=Decimal(20))
    nobody = replace(talk[0], owner="")
    page.show_plan(a_small_plan(nobody, *talk[1:], a_measure("Heard", "talk"), reading))
    ((_, flag),) = scene_of(page).stage.sights.flags[0].touching(page.canvas.view.days())
    assert content_of(page).arrangement.lanes[0].key.value is None
    assert flag.kpis[0].name == "Heard"


def test_the_card_of_a_flag_says_which_activity_its_kpi_measures(show: Show) -> None:
    page = show(a_small_plan(*a_dated_activity("Talk", "2026-10-12"), a_measure("Heard", "talk")))
    ((_, flag),) = scene_of(page).stage.sights.flags[1].touching(page.canvas.view.days())
    (row,) = flags_card(content_of(page).plan, flag, TODAY).rows
    assert row.text == "Heard → 20 by 14 Oct\nOf “Talk”\nNo reading yet"


def test_preparation_is_a_line_to_the_foot_of_the_first_bar(show: Show) -> None:
    tour = a_dated_activity(
        "Tour", "2026-10-12", "2026-10-20", aims=[AIM], kind=Kind.EVENT, preparation_from=date(2026, 10, 2)
    )
    page = show(a_small_plan(*tour))
    found, view = box(page, "Tour"), page.canvas.view
    image = picture(page)
    inside = view.x(date(2026, 10, 6)) + 3
    assert not is_near(colour_at(image, inside, found.bottom() - 1), LIGHT.surface)
    assert is_near(colour_at(image, view.x(date(2026, 9, 30)), found.bottom() - 1), LIGHT.surface)


def since_plan(then: Plan, now: Plan) -> Any:
    return changes_since(Version(id="v", number=1, day=date(2026, 8, 1)), then, now)


def test_where_a_bar_was_approved_lies_thin_under_where_it_is(show: Show) -> None:
    now = a_small_plan()
    flight = next(iter(now.flights.values()))
    earlier = replace(flight, first_day=date(2026, 9, 3), last_day=date(2026, 9, 8))
    then = a_plan(*[earlier if each.id == flight.id else each for each in now.records()], **CAMPAIGN)
    page = show(now)
    page.canvas.wanted.since = since_plan(then, now)
    found, view = box(page, "Reviews"), page.canvas.view
    image = picture(page)
    assert not is_near(colour_at(image, view.x(date(2026, 9, 4)) + 3, found.bottom() + 2), LIGHT.surface)
    assert is_near(colour_at(image, view.x(date(2026, 9, 16)) + 3, found.bottom() + 2), LIGHT.surface)


def test_new_activities_wear_a_plus(show: Show) -> None:
    now = a_small_plan()
    page = show(now)
    plain = picture(page)
    page.canvas.wanted.since = since_plan(a_plan(AIM, **CAMPAIGN), now)
    corner = box(page, "Reviews").topLeft()
    marked = picture(page)
    assert colour_at(marked, corner.x() - 2, corner.y() + 1) != colour_at(
        plain, corner.x() - 2, corner.y() + 1
    )


def test_what_was_dropped_lies_at_the_foot_of_its_lane(show: Show) -> None:
    now = a_small_plan()
    gone = a_dated_activity("Radio", "2026-10-12", "2026-10-20", aims=[AIM], kind=Kind.RADIO)
    page = show(now)
    page.canvas.wanted.since = since_plan(a_small_plan(*gone), now)
    view, scene = page.canvas.view, scene_of(page)
    part = scene.stage.part(view)
    foot = view.y(content_of(page).layout.lanes[0].bottom) - 6
    point = box(page, "Reviews").center()
    point.setX(view.x(date(2026, 10, 15)))
    point.setY(foot)
    found = scene.stage.sights.approved.dropped_at(view, part, point)
    assert found is not None
    assert found[0].activity.title == "Radio"
    assert bar(page, "Reviews")


def test_the_title_of_what_was_dropped_stands_after_its_mark(show: Show) -> None:
    now = a_small_plan()
    gone = a_dated_activity("Radio", "2026-09-20", "2026-09-26", aims=[AIM], kind=Kind.RADIO)
    page = show(now)
    page.canvas.wanted.since = since_plan(a_small_plan(*gone), now)
    view, image = page.canvas.view, picture(page)
    after, foot = (
        round(view.x_after(date(2026, 9, 26))),
        round(view.y(content_of(page).layout.lanes[0].bottom)),
    )
    points = [(x, y) for x in range(after + 6, after + 40) for y in range(foot - 14, foot - 2)]
    assert any(is_near(colour_at(image, x, y), LIGHT.text_muted, 40) for x, y in points)


def test_a_collapsed_lane_shows_neither_preparation_nor_what_was_approved(show: Show) -> None:
    tour = a_dated_activity(
        "Tour", "2026-10-12", "2026-10-20", aims=[AIM], kind=Kind.EVENT, preparation_from=date(2026, 10, 2)
    )
    page = show(a_small_plan(*tour))
    lane = content_of(page).arrangement.lanes[0]
    page.canvas.turn_lane(lane.key)
    view = page.canvas.view
    part = scene_of(page).stage.part(view)
    assert part.lanes[0].collapsed
    image = picture(page)
    top, foot = view.y(0) + 1, view.y(content_of(page).layout.height) - 1
    x = view.x(date(2026, 10, 6)) + 3
    amber = {y for y in range(round(top), round(foot)) if is_near(colour_at(image, x, y), LIGHT.offline, 60)}
    assert amber == set()
