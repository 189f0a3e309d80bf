"""The spend below the timeline on paper: columns where the weeks are, and how they add up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from campaignplanner.brief.context import BriefContext
from campaignplanner.brief.figures import sheet_size, timeline_drawing
from campaignplanner.brief.options import BriefOptions, Paper
from campaignplanner.brief.spend_drawing import COLUMN_HEIGHT, SPEND_HEIGHT
from campaignplanner.domain.budget import Meets
from campaignplanner.domain.plan import Plan
from tests.builders import a_dated_activity, a_line, a_plan, an_aim

MONDAY = date(2026, 8, 31)


def drawing(plan: Plan, **options: Any) -> dict[str, Any]:
    found = timeline_drawing(BriefContext(plan, BriefOptions(**options), date(2026, 8, 3)))
    assert found is not None
    return found


def two_weeks(*lines: object) -> Plan:
    """One activity in each of the first two weeks of fourteen."""
    first, second = a_dated_activity("First", MONDAY), a_dated_activity("Second", "2026-09-08")
    return a_plan(first, second, *lines, first_day=MONDAY, last_day="2026-12-06")


def test_columns_are_as_high_as_their_money_and_stand_on_their_weeks() -> None:
    made = drawing(two_weeks(a_line(4_000, activity="first"), a_line(1_000, Meets.OFFLINE, "second")))
    first, second = made["spend"]["columns"]
    assert [each["kind"] for each in (*first["parts"], *second["parts"])] == ["online", "offline"]
    assert first["parts"][0]["height"] == pytest.approx(4 * second["parts"][0]["height"])
    monday, next_monday = (tick["x"] for tick in made["ruler"][1]["ticks"][:2])
    assert monday <= first["x"] <= next_monday <= second["x"]
    assert first["x"] + first["width"] <= next_monday


def test_the_line_climbs_from_nothing_to_all_of_it() -> None:
    made = drawing(two_weeks(a_line(4_000, activity="first"), a_line(1_000, activity="second")))
    heights = [y for _, y in made["spend"]["line"]]
    assert heights == pytest.approx([COLUMN_HEIGHT, COLUMN_HEIGHT / 5, 0])


def test_parts_of_a_column_add_up_to_it() -> None:
    parts = [
        a_line(amount, meets, "first") for amount, meets in zip((3_00, 2_00, 1_00, 4_00), Meets, strict=True)
    ]
    (column,) = drawing(two_weeks(parts))["spend"]["columns"]
    assert sum(part["height"] for part in column["parts"]) == pytest.approx(COLUMN_HEIGHT, abs=0.05)
    assert column["text"] == "10"


@pytest.mark.parametrize("lines", [[], [a_line(0, activity="first")]])
def test_without_money_there_is_no_spend(lines: list[object]) -> None:
    assert drawing(two_weeks(lines))["spend"] is None


def test_a_brief_without_money_has_no_spend() -> None:
    assert drawing(two_weeks(a_line(4_000, activity="first")), with_money=False)["spend"] is None


def test_where_weeks_are_too_narrow_columns_are_months() -> None:
    long = a_plan(a_dated_activity("Long", "2026-01-01", "2028-12-31"), a_line(900_000, activity="long"))
    spend = drawing(long)["spend"]
    assert spend["title"] == "Spend per month"
    assert len(spend["columns"]) == 36


@pytest.mark.parametrize("count", [3, 9, 15, 25])
def test_the_spend_never_runs_over_the_sheet(count: int) -> None:
    aim = an_aim()
    talks = [a_dated_activity(f"Talk {n}", MONDAY, "2026-10-11", aims=[aim]) for n in range(count)]
    made = drawing(a_plan(aim, talks, a_line(4_000, activity="talk-0")))
    _, height = sheet_size(Paper.A4)
    assert made["spend_alone"] or made["sheets"][-1]["height"] + SPEND_HEIGHT <= height


def test_weeks_have_their_number_beside_their_monday_where_there_is_room() -> None:
    ticks = drawing(two_weeks())["ruler"][1]["ticks"]
    assert (ticks[0]["text"], ticks[0]["iso"]) == ("31", f"W{MONDAY.isocalendar().week}")
    narrow = drawing(a_plan(a_dated_activity("Long", "2026-01-01", "2026-12-31")))["ruler"][1]["ticks"]
    assert {tick["iso"] for tick in narrow} == {""}


def test_the_patterns_of_the_columns_are_named_beside_them_and_no_others() -> None:
    talk = a_dated_activity("Talk", MONDAY, "2026-09-27")
    lines = [a_line(4_000, Meets.BOTH, "talk"), a_line(4_000, Meets.OFFLINE, "talk")]
    names = [each["name"] for each in drawing(a_plan(talk, lines))["spend"]["kinds"]]
    assert names == ["Offline", "Both"]


def test_amounts_too_long_for_a_column_are_all_written_in_short() -> None:
    talk = a_dated_activity("Talk", MONDAY, "2026-12-27")
    short = drawing(a_plan(talk, a_line(119_000_00, activity="talk")))["spend"]["columns"]
    long = drawing(a_plan(talk, a_line(119_000_000_000_00, activity="talk")))["spend"]["columns"]
    assert {each["text"] for each in short} == {"7,000"}
    assert {each["text"] for each in long} == {"7bn"}


def test_amounts_stand_below_all_columns_or_below_none() -> None:
    talk = a_dated_activity("Talk", "2026-01-05", "2026-12-27")
    columns = drawing(a_plan(talk, a_line(123_456_789_00, activity="talk")))["spend"]["columns"]
    assert {each["text"] for each in columns} == {""}
