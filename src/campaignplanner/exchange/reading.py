"""A plan from the tree of a campaign file; whatever is wrong is said with its place."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar, cast

from campaignplanner.domain.approval import VersionState
from campaignplanner.domain.budget import BudgetLine, Posting, Scenario
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.encoding import DecodeError, decode, decode_decimal
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.money import from_decimal
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import REFERENCES_FROM, PlanRecord, Record
from campaignplanner.domain.references import check_record
from campaignplanner.domain.review import Dismissal
from campaignplanner.exchange.items import Item, Items, derived_id
from campaignplanner.exchange.json_text import Json, PlaceTrouble, joined, rendered
from campaignplanner.exchange.layout import GROUPS, HEAD, KEY, STATE, VERSIONS, Group, Positions, file_name
from campaignplanner.exchange.migrations import at_current_version

R = TypeVar("R")

_WITHOUT_VERSIONS = tuple(group for group in GROUPS if group is not VERSIONS)


def plan_of(tree: Json) -> tuple[Plan, tuple[VersionState, ...]]:
    """Return the plan of a campaign file's tree and the plans kept with its versions.

    Raises:
        PlaceTrouble: something is wrong, with its place.
    """
    reader = _Reader(tree, GROUPS, "")
    return reader.plan(), reader.states()


class _Reader:
    """What is known while one file is read, or one kept plan inside it."""

    def __init__(self, tree: Json, groups: tuple[Group, ...], place: str) -> None:
        tree = at_current_version(tree, place)
        check_names(tree, (*HEAD, *(group.name for group in groups)), place)
        self._campaign = _campaign(tree.get("campaign"), joined(place, "campaign"))
        self._items = Items(tree, groups, place, self._campaign.id)
        self._positions = Positions()
        self._currencies: dict[str, str] = {}

    def plan(self) -> Plan:
        """Return the whole plan, checked."""
        placed = [(item, self._record(item)) for item in self._items.found]
        plan = Plan.of(self._campaign, (record for _, record in placed))
        for item, record in placed:
            try:
                check_record(plan, record)
            except PlanError as error:
                raise _trouble(item.place, record, error) from None
        return plan

    def states(self) -> tuple[VersionState, ...]:
        """Return the plans kept with the versions, each read once to see that it can be."""
        states: dict[str, VersionState] = {}
        for item in self._items.found:
            if item.group is VERSIONS and STATE in item.raw:
                place = joined(item.place, STATE)
                state = self._state(item, place)
                if states.setdefault(state.id, state) is not state:
                    raise PlaceTrouble(joined(place, "id"), "another kept plan has this identifier already")
        return tuple(states.values())

    def _state(self, item: Item, place: str) -> VersionState:
        state = item.raw[STATE]
        if not isinstance(state, dict):
            raise PlaceTrouble(place, "a group of fields in braces is expected here")
        check_names(state, ("id", "content"), place)
        content = state.get("content")
        _Reader(content, _WITHOUT_VERSIONS, joined(place, "content")).plan()
        written = {
            "id": state.get("id", derived_id(item.id, STATE)),
            "version_id": item.id,
            "content": rendered(content),
        }
        decoded = _decoded(VersionState, written, place)
        try:
            decoded.check()
        except PlanError as error:
            raise _trouble(place, decoded, error) from None
        return decoded

    def _record(self, item: Item) -> PlanRecord:
        group = item.group
        names = _field_names(cast("Hashable", group.record_type), group.parent_field)
        extra = (KEY, STATE) if group is VERSIONS else (KEY,)
        check_names(item.raw, (*names, *extra, *(inner.name for inner in group.groups)), item.place)
        written = {names[name]: value for name, value in item.raw.items() if name in names}
        written = {**group.may_be_absent, **written, "id": item.id}
        if group.parent_field is not None:
            written[group.parent_field] = item.parent.id if item.parent else None
        if "position" in names:
            written = {"position": self._positions.usual(group, item.index), **written}
        self._follow_references(item, written)
        self._count_amounts(item, written)
        return _decoded(group.record_type, written, item.place)

    # -- references ----------------------------------------------------------------------------------

    def _follow_references(self, item: Item, written: dict[str, Json]) -> None:
        for reference in REFERENCES_FROM[item.group.record_type]:
            if reference.field in written and reference.field not in (item.group.parent_field, "amounts"):
                place = joined(item.place, file_name(reference.field))
                written[reference.field] = self._followed(written[reference.field], reference.target, place)
        if item.group.record_type is Dismissal and "subject_ids" in written:
            written["subject_ids"] = self._followed(written["subject_ids"], None, item.place)

    def _followed(self, names: Json, target: type[PlanRecord] | None, place: str) -> Json:
        """Return identifiers for names, which may lead to anything or nowhere where no target is given."""
        if isinstance(names, list):
            return [self._followed(each, target, f"{place}[{index}]") for index, each in enumerate(names)]
        if not isinstance(names, str):
            return names
        return self._items.named(names) if target is None else self._items.referred(names, target, place)

    # -- amounts -------------------------------------------------------------------------------------

    def _count_amounts(self, item: Item, written: dict[str, Json]) -> None:
        currency = self._currency(item, written)
        for name in item.group.money:
            if written.get(name) is not None:
                written[name] = amount_of(written[name], joined(item.place, name), currency)
        if item.group.record_type is BudgetLine:
            self._currencies[item.id] = currency
            _count_phased(written, joined(item.place, "phasing.typed"), currency)
        if item.group.record_type is Scenario:
            self._count_scenario(written, joined(item.place, "amounts"))

    def _currency(self, item: Item, written: Mapping[str, Json]) -> str:
        if item.group.record_type is Posting and item.parent is not None:
            return self._currencies[item.parent.id]
        named = written.get("currency")
        return named if isinstance(named, str) else self._campaign.currency

    def _count_scenario(self, written: dict[str, Json], place: str) -> None:
        amounts = written.get("amounts")
        if not isinstance(amounts, list):
            return
        written["amounts"] = [
            self._scenario_amount(each, f"{place}[{index}]") if isinstance(each, dict) else each
            for index, each in enumerate(amounts)
        ]

    def _scenario_amount(self, raw: Mapping[str, Json], place: str) -> dict[str, Json]:
        check_names(raw, ("line", "planned", "locked"), place)
        counted = {("line_id" if name == "line" else name): value for name, value in raw.items()}
        if isinstance(raw.get("line"), str):
            line_id = self._items.referred(raw["line"], BudgetLine, joined(place, "line"))
            counted["line_id"] = line_id
            if "planned" in raw:
                currency = self._currencies[line_id]
                counted["planned"] = amount_of(raw["planned"], joined(place, "planned"), currency)
        return counted


def _campaign(raw: Json, place: str) -> Campaign:
    if not isinstance(raw, dict):
        raise PlaceTrouble(place, "the campaign is missing: a group of fields in braces is expected here")
    written = {"id": new_id(), **raw}
    total = written.pop("budget_total", None)
    campaign = _decoded(Campaign, written, place)
    if total is not None:
        amount = amount_of(total, joined(place, "budget_total"), campaign.currency)
        campaign = replace(campaign, budget_total=amount)
    try:
        campaign.check()
    except PlanError as error:
        raise _trouble(place, campaign, error) from None
    return campaign


def _count_phased(written: dict[str, Json], place: str, currency: str) -> None:
    phasing = written.get("phasing")
    if not isinstance(phasing, dict) or not isinstance(phasing.get("typed"), list):
        return
    counted = [
        {**each, "amount": amount_of(each["amount"], f"{place}[{index}].amount", currency)}
        if isinstance(each, dict) and "amount" in each
        else each
        for index, each in enumerate(phasing["typed"])
    ]
    written["phasing"] = {**phasing, "typed": counted}


@cache
def _field_names(record_type: Any, parent_field: str | None) -> dict[str, str]:  # noqa: ANN401 - a class, hashable
    """Return the names in a file of a type's fields, and what the domain calls them."""
    known = (each.name for each in fields(record_type))
    return {file_name(name): name for name in known if name != parent_field}


def amount_of(value: Json, place: str, currency: str) -> int:
    """Return the minor units of an amount as it is written in a file, in whole units of its currency."""
    try:
        return from_decimal(decode_decimal(value, place), currency)
    except DecodeError:
        raise PlaceTrouble(place, 'an amount in quotation marks such as "1313.64" is expected here') from None
    except PlanError as error:
        raise PlaceTrouble(place, error.sentence) from None


def check_names(raw: Iterable[str], known: Collection[str], place: str) -> None:
    """Refuse a field that there is not, with the nearest name that there is."""
    for name in raw:
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"; did you mean “{near[0]}”?" if near else "."
            raise PlaceTrouble(joined(place, name), f"there is no such field here{hint}")


def _decoded(record_type: type[R], written: Mapping[str, Json], place: str) -> R:
    try:
        return decode(record_type, written)
    except DecodeError as error:
        raise PlaceTrouble(_below(place, error.path), error.sentence) from None


def _below(place: str, path: str) -> str:
    """Return the place in the file of a path of the domain's field names."""
    for part in path.split("."):
        name, bracket, index = part.partition("[")
        place = joined(place, f"{file_name(name)}{bracket}{index}")
    return place


def _trouble(place: str, record: Record, error: PlanError) -> PlaceTrouble:
    return PlaceTrouble(_place_of(place, record, error.field), error.sentence)


def _place_of(place: str, record: Record, field: str | None) -> str:
    """Return the place of a record's field, which may be that of a group of fields inside the record."""
    names = {each.name for each in fields(record)}
    if field is None or field in names:
        return joined(place, file_name(field)) if field else place
    for name in names:
        value = getattr(record, name)
        if is_dataclass(value) and field in {each.name for each in fields(value)}:
            return joined(joined(place, name), field)
    return place
