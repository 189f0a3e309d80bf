"""The schema says about a campaign file what the program does."""

from collections.abc import Iterator
from dataclasses import MISSING, fields
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from jsonschema import Draft202012Validator

from campaignplanner.domain.budget import PhasedAmount, Phasing, ScenarioAmount
from campaignplanner.domain.campaign import BriefTexts, Campaign, Thresholds
from campaignplanner.domain.encoding import encode_decimal
from campaignplanner.domain.money import plain_amount
from campaignplanner.exchange.layout import GROUPS, HEAD, KEY, STATE, VERSION, VERSIONS, Group, file_name
from tests.exchange.files import a_file, a_line, an_activity
from tests.exchange.schema import faults_in, the_schema

OTHER_GROUPS = {
    "campaign": Campaign,
    "brief": BriefTexts,
    "thresholds": Thresholds,
    "phasing": Phasing,
    "phased_amount": PhasedAmount,
    "scenario_amount": ScenarioAmount,
}


def all_groups(groups: tuple[Group, ...] = GROUPS) -> Iterator[Group]:
    for group in groups:
        yield group
        yield from all_groups(group.groups)


def definition_of(group: Group, properties: dict[str, Any]) -> str:
    """The name of the definition of a group's records."""
    name: str = properties[group.name]["items"]["$ref"].removeprefix("#/$defs/")
    return name


def described_types() -> dict[str, type]:
    """The record types by the name of the definition that describes them."""
    schema = the_schema()
    found: dict[str, type] = dict(OTHER_GROUPS)
    for group in GROUPS:
        name = definition_of(group, schema["properties"])
        found[name] = group.record_type
        for inner in all_groups(group.groups):
            holder = next(
                each for each in schema["$defs"].values() if inner.name in each.get("properties", {})
            )
            found[definition_of(inner, holder["properties"])] = inner.record_type
    return found


TYPES = described_types()


def known_to_the_reader(record_type: type) -> set[str]:
    names = {file_name(each.name) for each in fields(record_type)}
    for group in (each for each in all_groups() if each.record_type is record_type):
        names |= {KEY, *(inner.name for inner in group.groups)}
        names |= {STATE} if group is VERSIONS else set()
    for group in (each for each in all_groups() if each.record_type is record_type):
        names -= {file_name(group.parent_field)} if group.parent_field else set()
    return names


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(the_schema())


def test_the_file_holds_what_the_program_reads() -> None:
    schema = the_schema()
    assert set(schema["properties"]) == {*HEAD, *(group.name for group in GROUPS)}
    assert schema["properties"]["version"]["const"] == VERSION


@pytest.mark.parametrize("name", sorted(TYPES))
def test_the_fields_are_those_that_the_program_reads(name: str) -> None:
    definition = the_schema()["$defs"][name]
    assert set(definition["properties"]) == known_to_the_reader(TYPES[name])
    assert definition["additionalProperties"] is False


@pytest.mark.parametrize("name", sorted(TYPES))
def test_a_field_must_be_there_where_the_program_asks_for_it(name: str) -> None:
    asked = {
        file_name(each.name)
        for each in fields(TYPES[name])
        if each.default is MISSING and each.default_factory is MISSING and each.name != "id"
    }
    for group in (each for each in all_groups() if each.record_type is TYPES[name]):
        asked -= {file_name(each) for each in (group.parent_field or "", *group.may_be_absent)}
    assert set(the_schema()["$defs"][name].get("required", [])) == asked


def enum_in(hint: Any) -> type[Enum] | None:
    inner = get_args(hint)[0] if get_origin(hint) in (UnionType, Union) else hint
    return inner if isinstance(inner, type) and issubclass(inner, Enum) else None


@pytest.mark.parametrize("name", sorted(TYPES))
def test_choices_and_usual_values_are_those_of_the_program(name: str) -> None:
    properties = the_schema()["$defs"][name]["properties"]
    hints = get_type_hints(TYPES[name])
    for each in fields(TYPES[name]):
        described = properties.get(file_name(each.name), {})
        choices = enum_in(hints[each.name])
        if choices is not None:
            assert [value for value in described["enum"] if value is not None] == [
                one.value for one in choices
            ]
        if "default" in described:
            assert described["default"] == usual_value(TYPES[name], each.name)


def usual_value(record_type: type, field: str) -> object:
    """What the program takes for a field that is left out, as a file would say it."""
    default = record_type.__dataclass_fields__[field].default
    if field == "planned":
        return plain_amount(default, "EUR")
    if isinstance(default, Enum):
        return default.value
    return encode_decimal(default) if isinstance(default, Decimal) else default


@pytest.mark.parametrize("name", sorted(the_schema()["$defs"]))
def test_everything_is_described(name: str) -> None:
    definition = the_schema()["$defs"][name]
    assert definition["description"]
    for field, described in definition.get("properties", {}).items():
        reference = described.get("$ref", "").removeprefix("#/$defs/")
        assert described.get("description") or the_schema()["$defs"][reference]["description"], field


@pytest.mark.parametrize(
    "wrong",
    [
        a_file(version=2),
        a_file(activities=[an_activity(titel="x")]),
        a_file(activities=[an_activity(kind="evnt")]),
        a_file(activities=[an_activity(capacity="7")]),
        a_file(activities=[an_activity(flights=[{"first_day": "2026-09-10"}])]),
        a_file(activities=[an_activity(flights=[{"first_day": "10.9.2026", "last_day": "2026-09-12"}])]),
        a_file(lines=[a_line(planned=1.5)]),
        a_file(lines=[a_line(currency="euro")]),
        a_file(versions=[{"number": 1, "day": "2026-08-01", "state": {"content": a_file(versions=[])}}]),
        {"format": "other", "version": 1, "campaign": {"title": "A"}},
    ],
)
def test_the_schema_refuses_what_the_program_refuses(wrong: dict[str, Any]) -> None:
    assert faults_in(wrong) != []


def test_the_schema_takes_the_shortest_file() -> None:
    assert faults_in({"format": "campaignplanner.campaign", "version": 1, "campaign": {"title": "A"}}) == []
