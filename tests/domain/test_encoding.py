import json
from dataclasses import fields, replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from campaignplanner.domain.activity import Activity, Flight, Kind, Side
from campaignplanner.domain.budget import BudgetLine, PhasedAmount, Phasing, PhasingMode
from campaignplanner.domain.campaign import BriefTexts, Campaign
from campaignplanner.domain.encoding import DecodeError, codecs_of, decode, encode
from campaignplanner.domain.records import STORED_TYPES

FLIGHT = Flight(
    id="f",
    activity_id="a",
    first_day=date(2026, 9, 10),
    last_day=date(2026, 9, 27),
    start_time=time(18, 30),
    end_time=time(21, 0, 5),
)
LINE = BudgetLine(
    id="l",
    label="Media",
    quantity=Decimal("2.50"),
    unit_price=100,
    planned=250,
    phasing=Phasing(mode=PhasingMode.BY_MONTH, typed=(PhasedAmount(date(2026, 9, 1), 250),)),
)
CAMPAIGN = Campaign(id="c", title="Autumn", brief=BriefTexts(message="Sip"), contingency_rate=Decimal("0.05"))


@pytest.mark.parametrize("record", [FLIGHT, LINE, CAMPAIGN])
@pytest.mark.parametrize("short", [False, True])
def test_a_record_survives_the_way_through_json(record: Any, short: bool) -> None:
    text = json.dumps(encode(record, without_defaults=short))
    assert decode(type(record), json.loads(text)) == record


@pytest.mark.parametrize("record_type", STORED_TYPES)
def test_every_field_of_every_stored_record_can_be_written_and_read(record_type: type[Any]) -> None:
    assert [codec.name for codec in codecs_of(record_type)] == [each.name for each in fields(record_type)]


def test_defaults_can_be_left_out_also_inside() -> None:
    assert encode(CAMPAIGN, without_defaults=True) == {
        "id": "c",
        "title": "Autumn",
        "contingency_rate": "0.05",
        "brief": {"message": "Sip"},
    }


def test_times_without_seconds_are_written_the_way_people_write_them() -> None:
    assert encode(FLIGHT)["start_time"] == "18:30"
    assert encode(FLIGHT)["end_time"] == "21:00:05"


def test_decimals_keep_their_places_and_tiny_ones_their_value() -> None:
    assert encode(LINE)["quantity"] == "2.50"
    tiny = replace(LINE, quantity=Decimal("1E-200"), unit_price=None)
    assert decode(BudgetLine, encode(tiny)) == tiny


@pytest.mark.parametrize(
    ("value", "path", "words"),
    [
        ({}, "id", "missing"),
        ({"id": "f", "first_dai": "x"}, "first_dai", "did you mean first_day"),
        ({"id": "f", "zzzz": 1}, "zzzz", "there is no such field"),
        ({"id": 7}, "id", "text in quotation marks"),
        ({"id": "f", "activity_id": "a", "first_day": "10.9.2026"}, "first_day", "a day such as"),
        ({"id": "f", "activity_id": "a", "first_day": "20260910"}, "first_day", "a day such as"),
        (
            {"id": "f", "activity_id": "a", "first_day": "2026-02-30"},
            "first_day",
            "not a day of the calendar",
        ),
        ({**encode(FLIGHT), "start_time": "25:00"}, "start_time", "not a time of day"),
        ({**encode(FLIGHT), "start_time": "18:30+02:00"}, "start_time", "a time such as"),
        ({**encode(FLIGHT), "expected_people": 1.5}, "expected_people", "whole number"),
        ({**encode(FLIGHT), "expected_people": True}, "expected_people", "whole number"),
        ([], "", "in braces"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(value: Any, path: str, words: str) -> None:
    with pytest.raises(DecodeError, match=words) as caught:
        decode(Flight, value)
    assert caught.value.path == path


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1_000", " 1", "1,5", "", "9" * 61, 0.1, True, None])
def test_only_plain_exact_numbers_are_decimals(number: Any) -> None:
    with pytest.raises(DecodeError, match="a number in quotation marks"):
        decode(Campaign, {"id": "c", "title": "T", "contingency_rate": number})


def test_the_place_inside_a_list_is_named() -> None:
    value = encode(LINE)
    value["phasing"]["typed"][0]["amount"] = "250"
    with pytest.raises(DecodeError) as caught:
        decode(BudgetLine, value, "lines[2]")
    assert caught.value.path == "lines[2].phasing.typed[0].amount"


def test_a_list_and_an_enum_of_the_wrong_sort_are_refused() -> None:
    value = encode(Activity(id="a", side=Side.ONLINE, kind=Kind.CONTENT, title="T"))
    with pytest.raises(DecodeError, match="square brackets"):
        decode(Activity, {**value, "audience_ids": "u"})
    with pytest.raises(DecodeError, match="one of these is expected: online, offline"):
        decode(Activity, {**value, "side": "Online"})
