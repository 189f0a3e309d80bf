"""Whatever is wrong with a campaign file is said in a sentence, with its place, and nothing comes of it."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.exchange.files import a_file, a_line, an_activity, read, trouble_in, trouble_in_text

DAY = "2026-09-10"
FLIGHT = {"first_day": DAY, "last_day": DAY}
LEFT_OUT = object()


def test_a_last_day_before_the_first_is_named_with_its_place() -> None:
    flight = {"first_day": DAY, "last_day": "2026-09-09"}
    trouble = trouble_in(a_file(activities=[*[an_activity()] * 3, an_activity(flights=[flight])]))
    assert trouble.sentence == "activities[3].flights[0].last_day: The last day is before the first day."


def good_file() -> dict[str, Any]:
    """A file with something of everything that the places below lie in."""
    return a_file(
        aims=[{"key": "grow", "statement": "Grow", "kpis": [{"name": "Sales"}]}],
        activities=[an_activity(flights=[dict(FLIGHT)], contributions=[{"aim": "grow"}])],
        lines=[a_line(key="venue", phasing={"typed": [{"day": DAY, "amount": "1"}]})],
        scenarios=[{"name": "More", "amounts": [{"line": "venue", "planned": "1"}]}],
    )


def with_value(tree: dict[str, Any], place: str, value: object) -> dict[str, Any]:
    """The file with a value put at a place, or with the field there left out."""
    *way, last = re.findall(r"\w+", place)
    inside: Any = tree
    for step in way:
        inside = inside[int(step)] if step.isdigit() else inside.setdefault(step, {})
    if value is LEFT_OUT:
        del inside[last]
    else:
        inside[int(last) if last.isdigit() else last] = value
    return tree


@pytest.mark.parametrize(
    ("place", "value", "says"),
    [
        ("activities[0].flights[0].last_day", LEFT_OUT, "missing"),
        ("activities[0].flights[0].first_day", "10.9.2026", "2026-09-10"),
        ("activities[0].flights[0].first_day", "2026-02-30", "calendar"),
        ("activities[0].flights[0].start_time", "25:00", "time"),
        ("activities[0].capacity", "many", "whole number"),
        ("activities[0].capacity", True, "whole number"),
        ("activities[0].capacity", -1, "between 0 and"),
        ("activities[0].kind", "evnt", "event"),
        ("activities[0].kind", "content", "offline"),
        ("activities[0].titel", "x", "did you mean “title”?"),
        ("activities[0].frobnication", 1, "no such field"),
        ("activities[0].flights[0].activity", "x", "no such field"),
        ("activities[0].contributions[0].aim", "sell", "no aim “sell”"),
        ("activities[0].contributions[0].weight", 0, "from 1"),
        ("activities", {"a": 1}, "list"),
        ("activities[0]", "Tasting", "braces"),
        ("aims[0].statement", "  ", "statement"),
        ("aims[0].position", -1, "position"),
        ("aims[0].kpis[0].baseline", "lots", "number"),
        ("lines[0].planned", "12.345", "2 decimal places"),
        ("lines[0].planned", "-1", "negative"),
        ("lines[0].planned", "1e99", "too large"),
        ("lines[0].planned", [1], "amount"),
        ("lines[0].currency", "euro", "capital letters"),
        ("lines[0].phasing.typed[0].amount", "x", "amount"),
        ("lines[0].phasing.typed[0].day", 7, "day"),
        ("lines[0].phasing.mode", "odd", "even"),
        ("scenarios[0].amounts[0].line", "x", "no budget line “x”"),
        ("scenarios[0].amounts[0].line", LEFT_OUT, "missing"),
        ("scenarios[0].amounts[0].lne", "x", "did you mean “line”?"),
        ("version", "1", "from 1"),
        ("version", 0, "from 1"),
        ("campaign", None, "missing"),
        ("campaign.title", LEFT_OUT, "missing"),
        ("campaign.brief.problm", "", "problem"),
        ("campaign.brief.problem", "\0", "cannot be kept"),
        ("campaign.thresholds.reward_days", -1, "3660"),
        ("campaign.budget_total", "0.001", "2 decimal places"),
        ("activites", [], "did you mean “activities”?"),
    ],
)
def test_the_place_and_what_is_wrong_there_are_named(place: str, value: object, says: str) -> None:
    trouble = trouble_in(with_value(good_file(), place, value))
    assert trouble.place == place
    assert says in trouble.what
    assert trouble.sentence.endswith((".", "?"))
    assert "\n" not in trouble.sentence


def test_the_good_file_of_these_tests_is_one() -> None:
    assert read(good_file()).plan.campaign.title == "Autumn Blend"


def test_a_reference_to_nothing_names_the_nearest_key() -> None:
    activities = [an_activity(key="tasting"), an_activity(key="clinic")]
    bridges = [{"source": "tastng", "target": "clinic", "pattern": "leads to"}]
    trouble = trouble_in(a_file(activities=activities, bridges=bridges))
    assert (
        trouble.sentence
        == "bridges[0].source: there is no activity “tastng” in this file; did you mean “tasting”?"
    )


def test_a_reference_to_another_sort_of_record_leads_nowhere() -> None:
    trouble = trouble_in(
        a_file(
            aims=[{"key": "grow", "statement": "Grow"}],
            activities=[an_activity(audiences=["grow"])],
        )
    )
    assert trouble.place == "activities[0].audiences[0]"


def test_what_two_records_must_not_share_is_named_at_one_of_them() -> None:
    aims = [{"key": "grow", "statement": "Grow"}]
    twice = an_activity(contributions=[{"aim": "grow"}, {"aim": "grow"}])
    trouble = trouble_in(a_file(aims=aims, activities=[twice]))
    assert trouble.place == "activities[0].contributions[0].aim"
    assert "already" in trouble.what


def test_what_is_quoted_from_a_file_stays_on_one_line_of_bearable_length() -> None:
    name = "two\nlines \u202e" + "long " * 500
    trouble = trouble_in(a_file(activities=[an_activity(own_kind=name)]))
    assert "two lines long long" in trouble.sentence
    assert trouble.sentence.isprintable()
    assert len(trouble.sentence) < 600


def test_a_repeated_identifier_names_both_places() -> None:
    activities = [
        an_activity(id="a", flights=[{"id": "f", **FLIGHT}]),
        an_activity(flights=[{"id": "f", **FLIGHT}]),
    ]
    trouble = trouble_in(a_file(activities=activities))
    assert trouble.place == "activities[1].flights[0].id"
    assert "activities[0].flights[0]" in trouble.what


def test_a_repeated_key_names_both_places() -> None:
    trouble = trouble_in(a_file(aims=[{"key": "x", "statement": "Grow"}], activities=[an_activity(key="x")]))
    assert trouble.place == "activities[0].key"
    assert "aims[0]" in trouble.what


def test_a_key_that_is_anothers_identifier_is_refused() -> None:
    trouble = trouble_in(a_file(activities=[an_activity(id="x"), an_activity(key="x")]))
    assert trouble.place == "activities[1].key"


@pytest.mark.parametrize("name", ["id", "key"])
@pytest.mark.parametrize("value", ["", 7, None])
def test_a_name_must_be_text(name: str, value: object) -> None:
    assert trouble_in(a_file(activities=[an_activity(**{name: value})])).place == f"activities[0].{name}"


def test_a_newer_version_is_refused_with_what_to_do() -> None:
    trouble = trouble_in({**a_file(), "version": 2, "made_up_later": []})
    assert trouble.sentence == (
        "version: This file is of version 2 of the format and this program reads up to 1; "
        "install a newer one."
    )


@pytest.mark.parametrize("tree", [[], "text", 7, None, {}, {"format": "other", "version": 1}])
def test_other_json_is_not_a_campaign_file(tree: Any) -> None:
    assert "not a campaign file" in trouble_in(tree).sentence


def test_json_that_breaks_off_is_named_by_line_and_column() -> None:
    text = '{\n  "format": "campaignplanner.campaign",\n  "version": 1,,\n}'
    assert "line 3, column 16" in trouble_in_text(text).sentence


@pytest.mark.parametrize("text", ["", "  \n\t"])
def test_an_empty_text_is_said_to_be_empty(text: str) -> None:
    assert trouble_in_text(text).sentence == "The file is empty."


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[" * 60 + "]" * 60])
def test_deep_nesting_is_refused(text: str) -> None:
    assert "nested too deeply" in trouble_in_text(text).sentence


def test_a_field_that_is_there_twice_is_named() -> None:
    text = json.dumps(a_file(activities=[an_activity()])).replace(
        '"title": "Tasting"', '"title": "A", "title": "B"'
    )
    trouble = trouble_in_text(text)
    assert (trouble.place, trouble.what) == ("activities[0].title", "this field is there twice.")


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("NaN", "NaN is not a number"),
        ("-Infinity", "-Infinity is not a number"),
        ("1313.64", 'in quotation marks, so that it stays exact: "1313.64"'),
        ("1e400", "in quotation marks"),
        ("9" * 30, "too large"),
        ("9" * 10_000, "too large"),
    ],
)
def test_a_number_that_cannot_be_kept_is_named(number: str, says: str) -> None:
    text = json.dumps(a_file(lines=[a_line(planned="HERE")])).replace('"HERE"', number)
    trouble = trouble_in_text(text)
    assert trouble.place == "lines[0].planned"
    assert says in trouble.what


@pytest.mark.parametrize("field", ["title", "notes"])
def test_half_a_character_is_named(field: str) -> None:
    text = json.dumps(a_file(activities=[an_activity(**{field: "HERE"})])).replace("HERE", "\\ud83d")
    assert trouble_in_text(text).place == f"activities[0].{field}"


def test_half_a_character_in_a_fields_name_is_refused() -> None:
    text = json.dumps(a_file(activities=[an_activity(HERE=1)])).replace("HERE", "\\ud83d")
    assert trouble_in_text(text).place == "activities[0]"


def version_with(change: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
    content = change(a_file(activities=[an_activity()]))
    return a_file(versions=[{"number": 1, "day": DAY, "state": {"content": content}}])


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda kept: {**kept, "versions": []}, "versions[0].state.content.versions"),
        (lambda kept: {**kept, "activities": [{}]}, "versions[0].state.content.activities[0].side"),
        (lambda kept: {**kept, "version": 9}, "versions[0].state.content.version"),
        (lambda kept: "text", "versions[0].state.content"),
    ],
)
def test_a_kept_plan_is_looked_at_as_well(change: Callable[[dict[str, Any]], Any], place: str) -> None:
    assert trouble_in(version_with(change)).place == place


def test_two_kept_plans_of_one_identifier_are_refused() -> None:
    state = {"id": "s", "content": a_file()}
    versions = [{"number": number, "day": DAY, "state": state} for number in (1, 2)]
    assert trouble_in(a_file(versions=versions)).place == "versions[1].state.id"


@pytest.mark.parametrize(
    "state",
    [
        "text",
        [],
        {"id": "s"},
        {"id": 7, "content": a_file()},
        {"contents": {}},
        {"id": "", "content": a_file()},
    ],
)
def test_a_state_that_is_none_is_named(state: Any) -> None:
    versions = [{"number": 1, "day": DAY, "state": state}]
    assert trouble_in(a_file(versions=versions)).place.startswith("versions[0].state")
