"""The drawing on paper has the numbers of the layout, cut into sheets."""

import re
from datetime import date
from typing import Any

import pytest

from campaignplanner.brief.context import BriefContext
from campaignplanner.brief.figures import GLYPH_WIDTH, LABEL_COLUMN, sheet_size, timeline_drawing
from campaignplanner.brief.fonts import text_width
from campaignplanner.brief.lane_labels import STATEMENT_SIZE
from campaignplanner.brief.lettering import elided, wrapped
from campaignplanner.brief.options import BriefOptions, Paper
from campaignplanner.domain.activity import ActivityStatus, Kind
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timescale import TimeScale
from tests.builders import a_bridge, a_dated_activity, a_plan, an_activity, an_aim

WIDTH, SHEET_HEIGHT = sheet_size(Paper.A4)
CHART_WIDTH = WIDTH - LABEL_COLUMN
MONDAY = date(2026, 8, 31)


def drawing(plan: Plan, today: date = date(2026, 8, 3)) -> dict[str, Any]:
    found = timeline_drawing(BriefContext(plan, BriefOptions(), today))
    assert found is not None
    return found


def many(count: int) -> Plan:
    aim = an_aim()
    return a_plan(
        aim, [a_dated_activity(f"Talk {n}", MONDAY, "2026-10-11", aims=[aim]) for n in range(count)]
    )


def test_a_plan_without_dates_has_no_drawing() -> None:
    assert timeline_drawing(BriefContext(a_plan(an_activity()), BriefOptions(), MONDAY)) is None


def bars_of(sheet: dict[str, Any], kind: str = "bars") -> list[dict[str, Any]]:
    """Where the shapes of a sheet lie, read from their path data: each ends where it began, with Z."""
    found = []
    for side, shapes in sheet["shapes"].items():
        for each in shapes[kind].split("Z")[:-1]:
            xs = [float(x) for x in re.findall(r"(?:[MH]|0 0 1 )([\d.]+)", each)]
            ys = [float(y) for y in re.findall(r"(?:V|M[\d.]+ |0 0 1 [\d.]+ )([\d.]+)", each)]
            found.append({"side": side, "x": min(xs), "y": min(ys), "width": max(xs) - min(xs)})
    return found


def test_bars_lie_where_the_scale_says() -> None:
    plan = a_plan(
        a_dated_activity("Talk", "2026-09-02", "2026-09-30"), first_day=MONDAY, last_day="2026-10-11"
    )
    scale = TimeScale(MONDAY, CHART_WIDTH / 42)
    (bar,) = bars_of(drawing(plan)["sheets"][0])
    assert bar["x"] == round(scale.x_of_day(date(2026, 9, 2)), 2)
    assert bar["width"] == pytest.approx(29 * scale.pixels_per_day, abs=0.01)
    assert bar["side"] == "online"


def test_the_range_is_padded_to_whole_weeks() -> None:
    made = drawing(a_plan(a_dated_activity("Talk", "2026-09-02", "2026-11-04")))
    mondays = ["31", "7", "14", "21", "28", "5", "12", "19", "26", "2"]
    assert [tick["text"] for tick in made["ruler"][1]["ticks"]] == mondays
    assert made["shows_weeks"]


def test_a_short_plan_still_shows_two_weeks() -> None:
    days = drawing(a_plan(a_dated_activity("Evening", MONDAY)))["ruler"][1]["ticks"]
    assert len(days) == 14


def test_today_is_drawn_only_where_the_timeline_shows_it() -> None:
    plan = many(1)
    assert drawing(plan, date(2026, 8, 3))["today"] is None
    assert drawing(plan, date(2026, 9, 3))["today"] == round(3 * CHART_WIDTH / 42, 2)


def test_the_word_beside_today_stays_on_the_sheet() -> None:
    plan = many(1)
    assert not drawing(plan, date(2026, 9, 3))["today_at_left"]
    assert drawing(plan, date(2026, 10, 10))["today_at_left"]


def test_each_week_is_numbered_also_the_one_with_today_in_it() -> None:
    plan = a_plan(a_dated_activity("Talk", MONDAY, "2026-11-08"))
    weeks = drawing(plan, date(2026, 9, 3))["ruler"][1]["ticks"]
    assert [each["iso"] for each in weeks] == [f"W{number}" for number in range(36, 46)]


def test_what_would_stick_out_at_the_right_is_named_before_its_bar() -> None:
    plan = a_plan(
        a_dated_activity("A long name that nobody could cut well", "2026-10-09", "2026-10-11"),
        first_day=MONDAY,
        last_day="2026-10-11",
    )
    (sheet,) = drawing(plan)["sheets"]
    (label,), (bar,) = sheet["labels"], bars_of(sheet)
    assert label["text"] == "A long name that nobody could cut well"
    assert label["x"] + text_width(label["text"], drawing(plan)["label_size"]) < bar["x"]


def test_the_number_of_a_bridge_is_whole_also_at_the_edge_of_the_sheet() -> None:
    last = date(2026, 10, 11)
    plan = a_plan(
        a_dated_activity("Talk", last),
        a_dated_activity("Event", last, kind=Kind.EVENT),
        a_bridge("talk", "event"),
        first_day="2023-01-02",
        last_day=last,
    )
    (sheet,) = drawing(plan)["sheets"]
    (bridge,) = sheet["bridges"]
    assert bridge["glyph"][0] <= CHART_WIDTH - GLYPH_WIDTH / 2


def test_the_number_of_a_bridge_is_whole_also_at_the_foot_of_the_sheet() -> None:
    aims = [an_aim(f"Aim {n}", position=n, why="") for n in range(14)]
    pairs = [
        [
            a_dated_activity(f"Talk {n}", MONDAY, "2026-10-11", aims=[aims[n]]),
            a_dated_activity(f"Event {n}", MONDAY, "2026-10-11", aims=[aims[n]], kind=Kind.EVENT),
        ]
        for n in range(14)
    ]
    ties = [a_bridge(f"event-{n}", f"talk-{n + 1}") for n in range(13)]
    sheets = drawing(a_plan(aims, pairs, ties))["sheets"]
    assert len(sheets) > 1
    for sheet in sheets:
        ys = [each["glyph"][1] for each in sheet["bridges"] if each["number"]]
        assert all(5.6 <= y <= sheet["height"] - 5.59 for y in ys)


def test_names_of_activities_are_never_larger_than_those_of_aims() -> None:
    assert drawing(many(1))["label_size"] <= STATEMENT_SIZE


def test_a_timeline_that_fits_is_one_sheet() -> None:
    sheets = drawing(many(8))["sheets"]
    assert len(sheets) == 1
    assert sheets[0]["height"] <= SHEET_HEIGHT


def test_a_small_timeline_is_set_larger_than_a_full_one() -> None:
    assert drawing(many(2))["bar_height"] > drawing(many(17))["bar_height"]


def test_letters_never_get_smaller_than_six_points() -> None:
    assert drawing(many(200))["label_size"] >= 6


def test_a_long_timeline_is_cut_into_sheets_and_no_bar_with_it() -> None:
    made = drawing(many(120))
    sheets = made["sheets"]
    assert len(sheets) > 2
    assert sum(len(bars_of(sheet)) for sheet in sheets) == 120
    for sheet in sheets:
        assert sheet["height"] <= SHEET_HEIGHT + 0.01
        assert all(0 <= bar["y"] <= sheet["height"] - made["bar_height"] for bar in bars_of(sheet))


def test_each_of_several_sheets_says_which_it_is() -> None:
    sheets = drawing(many(60))["sheets"]
    assert len(sheets) > 1
    assert [each["map"]["here"] for each in sheets] == list(range(len(sheets)))
    assert sheets[-1]["map"]["text"] == f"Sheet {len(sheets)} of {len(sheets)}"
    for each in sheets:
        assert sum(each["map"]["parts"]) == pytest.approx(1, abs=0.01)
    heights = [each["height"] for each in sheets]
    assert sheets[0]["map"]["parts"] == pytest.approx([each / sum(heights) for each in heights], abs=0.01)


def test_the_only_sheet_needs_no_map() -> None:
    assert drawing(many(2))["sheets"][0]["map"] is None


def test_lanes_that_fit_are_not_cut() -> None:
    aims = [an_aim(f"Aim {n}", position=n) for n in range(12)]
    plan = a_plan(
        aims, [a_dated_activity(f"Talk {n}", MONDAY, "2026-10-11", aims=[aims[n]]) for n in range(12)]
    )
    statements = [lane["statement"] for sheet in drawing(plan)["sheets"] for lane in sheet["lanes"]]
    assert statements == [(f"Aim {n}",) for n in range(12)]


def test_the_lane_goes_on_with_its_label_on_the_next_sheet() -> None:
    for sheet in drawing(many(120))["sheets"]:
        assert [lane["statement"] for lane in sheet["lanes"]] == [("Win members",)]


def test_labels_stay_within_the_chart() -> None:
    made = drawing(a_plan([a_dated_activity("A long title " * 9, f"2026-09-{n:02}") for n in range(1, 29)]))
    for label in made["sheets"][0]["labels"]:
        assert label["x"] + text_width(label["text"], made["label_size"]) <= CHART_WIDTH + 0.1


def test_a_bridge_has_its_number_on_the_sheet_with_its_glyph_only() -> None:
    plan = many(120)
    target = a_dated_activity("Evening", "2026-10-01", kind=Kind.EVENT)
    bridged = a_plan(list(plan.records()), target, a_bridge("talk-119", "evening"))
    numbers = [bridge["number"] for sheet in drawing(bridged)["sheets"] for bridge in sheet["bridges"]]
    assert numbers.count("1") == 1


def test_a_cancelled_activity_is_drawn_as_one_that_only_might_be() -> None:
    plan = a_plan(a_dated_activity("Tour", MONDAY, status=ActivityStatus.CANCELLED))
    sheet = drawing(plan)["sheets"][0]
    assert (len(bars_of(sheet, "ghosts")), len(bars_of(sheet, "bars"))) == (1, 0)
    assert sheet["labels"][0]["cancelled"]


def test_each_sheet_says_in_words_what_it_shows() -> None:
    first, *others = [sheet["alt"] for sheet in drawing(many(120))["sheets"]]
    assert first.replace("\u2009", " ").startswith(
        "Timeline, 31 Aug – 11 Oct 2026: 1 aim, 120 runs, 0 bridges."
    )
    assert set(others) == {"Timeline, continued: Win members."}


def test_a_text_that_fits_is_not_cut() -> None:
    assert elided("Talk", 10, text_width("Talk", 10)) == "Talk"


def test_a_text_that_does_not_fit_ends_in_an_ellipsis_within_its_room() -> None:
    cut = elided("A title that is too long", 10, 60)
    assert cut.endswith("…")
    assert text_width(cut, 10) <= 60


def test_a_text_is_wrapped_at_its_blanks_and_cut_on_the_last_line() -> None:
    room = text_width("one two", 10)
    assert wrapped("one two three four five six", 10, room, 2) == (
        "one two",
        elided("three four five six", 10, room),
    )


def test_chinese_and_japanese_break_between_two_signs_but_before_no_full_stop() -> None:
    assert wrapped("秋季拼配咖啡。上市", 10, 40, 3) == ("秋季拼配", "咖啡。上", "市")
    assert wrapped("秋季拼配。咖啡", 10, 40, 3) == ("秋季拼", "配。咖啡")
    assert wrapped("QR 秋季拼配", 10, text_width("QR 秋季", 10), 3) == ("QR 秋季", "拼配")


def test_letters_of_other_scripts_are_as_wide_as_in_their_own_fonts() -> None:
    assert text_width("إطلاق", 10) < 40
    assert text_width("秋", 10) == 10


def test_a_word_that_no_line_holds_is_cut() -> None:
    assert wrapped("x" * 100, 10, 50, 3)[0].endswith("…")
