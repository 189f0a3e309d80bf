"""What the benchmarks measure with, and how they tell it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import money, review, start
from benchmarks.generator import DAYS, FIRST_DAY, plan_of_size
from benchmarks.report import Measurement, json_text, table

REACHED = Measurement("start: first paint", 300.0, "ms", 200.0, 2.0)
MISSED = Measurement("start: last campaign", 900.0, "ms", 500.0, 1.5)


def measured_by(words: str) -> list[str]:
    """What the rows of a printed table begin with; in a process of its own, for it makes an application."""
    done = subprocess.run(
        [sys.executable, "-c", words],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[1],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    return [line.split(":")[0] for line in done.stdout.splitlines()[1:]]


def test_the_same_size_always_gives_the_same_plan() -> None:
    assert plan_of_size(100) == plan_of_size(100)


def test_a_plan_has_its_size_five_aims_and_a_bridge_to_ten_activities() -> None:
    plan = plan_of_size(100)
    assert (len(plan.activities), len(plan.aims), len(plan.bridges)) == (100, 5, 10)


def test_a_plan_keeps_within_its_18_months() -> None:
    span = plan_of_size(1_000).dated_span()
    flights = plan_of_size(1_000).flights.values()
    assert span.first_day == FIRST_DAY
    assert span.days == DAYS
    assert all(span.first_day <= flight.first_day and flight.last_day <= span.last_day for flight in flights)


def test_a_figure_is_held_against_its_floor() -> None:
    assert (REACHED.ratio, REACHED.reached) == (1.5, True)
    assert (MISSED.ratio, MISSED.reached) == (1.8, False)


def test_a_figure_without_a_floor_is_held_against_the_bound_itself() -> None:
    assert Measurement("frame", 3.0, "ms", None, 4.0).reached
    assert not Measurement("frame", 5.0, "ms", None, 4.0).reached


def test_the_table_has_a_line_for_each_figure() -> None:
    head, first, second = table([REACHED, MISSED]).splitlines()
    assert head.split() == ["measure", "figure", "unit", "floor", "ratio", "bound", "reached"]
    assert first.split()[-6:] == ["300.0", "ms", "200.0", "1.50", "2", "yes"]
    assert second.endswith("no")


def test_the_json_has_the_keys_that_other_programs_read() -> None:
    (first,) = json.loads(json_text([REACHED]))
    assert list(first) == ["measure", "figure", "unit", "floor", "ratio", "bound", "reached"]
    assert first["ratio"] == pytest.approx(1.5)
    assert first["reached"] is True


def test_an_absolute_bound_holds_beside_a_floor() -> None:
    assert Measurement("page", 200.0, "ms", 20.0, 250.0, is_absolute=True).reached
    assert not Measurement("page", 300.0, "ms", 200.0, 250.0, is_absolute=True).reached


def test_a_fresh_process_opens_the_last_campaign_and_says_how_long_that_took(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    start.prepare(tmp_path)
    assert start.milliseconds("first_paint", tmp_path) > 0
    assert start.milliseconds("last_campaign", tmp_path) > 0


def test_the_review_is_measured_whole_in_steps_and_after_an_edit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review, "ACTIVITIES", 60)
    whole, step, edit = review.measure(1)
    assert 0 < step.figure <= whole.figure
    assert whole.floor > 0
    assert step.floor > 0
    assert edit.floor > 0


def test_frames_are_measured_with_and_without_the_review_at_work() -> None:
    words = """
import benchmarks.review_frames as review_frames
from benchmarks.report import table
print(table(review_frames.measure(1, 2, 400)))
"""
    assert measured_by(words) == ["review"]


def test_the_plan_page_is_measured_beside_its_floors() -> None:
    words = """
import benchmarks.plan as plan
from benchmarks.report import table
plan.ACTIVITIES = 60
print(table(plan.measure(1)))
"""
    assert measured_by(words) == ["plan"] * 3


def test_the_figures_of_money_are_measured_beside_a_bare_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(money, "ACTIVITIES", 60)
    opened, edited = money.measure(1)
    assert opened.measure == "money: all totals and splits of 40 lines"
    assert edited.floor is not None
    assert edited.floor >= 0


def test_the_timeline_is_measured_frame_by_frame_and_edit_by_edit() -> None:
    words = """
import benchmarks.timeline as timeline
from benchmarks.report import table
timeline.MANY, timeline.MOST = 80, 200
print(table(timeline.measure(2)))
"""
    assert measured_by(words) == ["timeline"] * 8


def test_the_budget_page_and_its_grid_are_measured_beside_a_plain_table() -> None:
    words = """
import benchmarks.money as money
import benchmarks.money_lines as money_lines
import benchmarks.money_page as money_page
from benchmarks.report import table
money.ACTIVITIES = 60
print(table([*money_page.measure(1), *money_lines.measure(1)]))
"""
    assert measured_by(words) == ["money"] * 5
