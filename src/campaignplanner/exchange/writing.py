"""A plan as the tree of a campaign file: nested, in a stable order, without what goes without saying."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from campaignplanner.domain.aim import Aim, Kpi
from campaignplanner.domain.approval import Version, VersionState
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.budget import BudgetLine, Posting, Scenario
from campaignplanner.domain.encoding import encode
from campaignplanner.domain.money import plain_amount
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord
from campaignplanner.exchange.json_text import Json, PlaceTrouble, parsed
from campaignplanner.exchange.layout import (
    FORMAT,
    GROUPS,
    STATE,
    VERSION,
    VERSIONS,
    Group,
    Positions,
    file_name,
)


def tree_of(plan: Plan, states: Iterable[VersionState] = ()) -> dict[str, Json]:
    """Return the tree of a campaign file.

    Args:
        plan: the campaign.
        states: the plans kept with its versions; each goes into the version that it belongs to.

    Raises:
        PlaceTrouble: a kept plan is no longer JSON.
    """
    return _Writer(plan, states).tree(GROUPS)


def tree_without_versions(plan: Plan) -> dict[str, Json]:
    """Return the tree of a campaign file as a version keeps it: the plan without versions and approvals."""
    return _Writer(plan, ()).tree(tuple(group for group in GROUPS if group is not VERSIONS))


class _Writer:
    """What it takes to write one plan: the plan itself and what its versions kept."""

    def __init__(self, plan: Plan, states: Iterable[VersionState]) -> None:
        self._plan = plan
        self._positions = Positions()
        self._states = {state.version_id: state for state in states}

    def tree(self, groups: Iterable[Group]) -> dict[str, Json]:
        return {
            "format": FORMAT,
            "version": VERSION,
            "campaign": self._campaign(),
            **self._lists(groups, None),
        }

    def _campaign(self) -> dict[str, Json]:
        fields = encode(self._plan.campaign, without_defaults=True)
        if self._plan.campaign.budget_total is not None:
            fields["budget_total"] = self._amount(self._plan.campaign.budget_total)
        return fields

    def _lists(self, groups: Iterable[Group], parent_id: str | None) -> dict[str, Json]:
        lists = {}
        for group in groups:
            records = group.records(self._plan, parent_id)
            written = [self._record(group, record, index) for index, record in enumerate(records)]
            if written:
                lists[group.name] = written
        return lists

    def _record(self, group: Group, record: PlanRecord, index: int) -> dict[str, Json]:
        fields = encode(record, without_defaults=True)
        self._say_amounts(group, record, fields)
        for name, value in group.may_be_absent.items():
            if fields[name] == value:
                del fields[name]
        if isinstance(record, Aim | Audience | Kpi | BudgetLine):
            _say_position(fields, record.position, self._positions.usual(group, index))
        written = {file_name(name): value for name, value in fields.items() if name != group.parent_field}
        if isinstance(record, Version) and record.id in self._states:
            written[STATE] = _state(self._states[record.id], record)
        return {**written, **self._lists(group.groups, record.id)}

    def _say_amounts(self, group: Group, record: PlanRecord, fields: dict[str, Json]) -> None:
        line = self._plan.lines[record.line_id] if isinstance(record, Posting) else record
        for name in group.money:
            if fields.get(name) is not None:
                fields[name] = self._amount(fields[name], line)
        if isinstance(record, BudgetLine) and record.phasing.typed:
            fields["phasing"]["typed"] = [
                {
                    "day": each.day.isoformat(),
                    "amount": self._amount(each.amount, record),
                    **({} if each.typed_by is None else {"typed_by": each.typed_by.value}),
                }
                for each in record.phasing.typed
            ]
        if isinstance(record, Scenario) and record.amounts:
            fields["amounts"] = [self._scenario_amount(asdict(each)) for each in record.amounts]

    def _scenario_amount(self, fields: Mapping[str, Any]) -> dict[str, Json]:
        line = self._plan.lines[fields["line_id"]]
        written = {"line": line.id, "planned": self._amount(fields["planned"], line)}
        return {**written, "locked": True} if fields["locked"] else written

    def _amount(self, amount: int, line: object = None) -> str:
        named = line.currency if isinstance(line, BudgetLine) else None
        return plain_amount(amount, named or self._plan.campaign.currency)


def _say_position(fields: dict[str, Json], position: int, usual: int) -> None:
    """Leave out a position that the place in the file says already."""
    fields.pop("position", None)
    if position != usual:
        fields["position"] = position


def _state(state: VersionState, version: Version) -> dict[str, Json]:
    try:
        return {"id": state.id, "content": parsed(state.content)}
    except PlaceTrouble:
        sentence = f"The plan that was kept with version {version.number} is damaged and cannot be written."
        raise PlaceTrouble("", sentence) from None
