"""Every kind of record, parents before children, and what refers to what.

This registry is the one place that knows the shape of a campaign: the plan, the store, the campaign file
and the commands' cascades all read it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from campaignplanner.domain.activity import Activity, Contribution, Flight, OwnKind
from campaignplanner.domain.aim import Aim, Kpi, Reading
from campaignplanner.domain.approval import Approval, Version, VersionState
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.bridge import Bridge, OwnPattern
from campaignplanner.domain.budget import BudgetLine, Posting, ReserveDraw, Scenario
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.play import Play
from campaignplanner.domain.review import Dismissal

PlanRecord: TypeAlias = (
    Aim
    | Kpi
    | Reading
    | Audience
    | Influence
    | OwnKind
    | Activity
    | Flight
    | Contribution
    | OwnPattern
    | Bridge
    | BudgetLine
    | Posting
    | ReserveDraw
    | Version
    | Approval
    | Scenario
    | Dismissal
)
"""A record that is part of a ``Plan`` beside its campaign."""

Record: TypeAlias = Campaign | PlanRecord | VersionState | Play
"""Any record that is stored and journalled."""

RECORD_TYPES: dict[type[PlanRecord], str] = {
    Aim: "aims",
    Audience: "audiences",
    Influence: "influences",
    OwnKind: "own_kinds",
    Activity: "activities",
    Flight: "flights",
    Contribution: "contributions",
    Kpi: "kpis",
    Reading: "readings",
    OwnPattern: "own_patterns",
    Bridge: "bridges",
    BudgetLine: "lines",
    Posting: "postings",
    ReserveDraw: "reserve_draws",
    Version: "versions",
    Approval: "approvals",
    Scenario: "scenarios",
    Dismissal: "dismissals",
}
"""The records of a plan and the attribute of ``Plan`` that holds each; parents come before children."""

STORED_TYPES: tuple[type[Record], ...] = (Campaign, *RECORD_TYPES, VersionState, Play)
"""Everything that is stored; parents come before children."""

NAMES: dict[type[Record], tuple[str, str]] = {
    Campaign: ("campaign", "campaigns"),
    Aim: ("aim", "aims"),
    Audience: ("audience", "audiences"),
    Influence: ("influence", "influences"),
    OwnKind: ("kind of activity", "kinds of activity"),
    Activity: ("activity", "activities"),
    Flight: ("flight", "flights"),
    Contribution: ("contribution", "contributions"),
    Kpi: ("KPI", "KPIs"),
    Reading: ("reading", "readings"),
    OwnPattern: ("pattern", "patterns"),
    Bridge: ("bridge", "bridges"),
    BudgetLine: ("budget line", "budget lines"),
    Posting: ("posting", "postings"),
    ReserveDraw: ("draw on the reserve", "draws on the reserve"),
    Version: ("version", "versions"),
    Approval: ("approval", "approvals"),
    Scenario: ("scenario", "scenarios"),
    Dismissal: ("dismissal", "dismissals"),
    VersionState: ("kept plan", "kept plans"),
    Play: ("play", "plays"),
}
"""What to call one and several of each in a sentence."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One way in which records of a type name records of another.

    Attributes:
        holder: the type that refers.
        field: its field.
        target: the type referred to.
        identifiers: the identifiers that a holder names, none where the field is empty.
        single: whether the field is one identifier, so that ``Table.by(field)`` finds the holders.
    """

    holder: type[PlanRecord]
    field: str
    target: type[PlanRecord]
    identifiers: Callable[[Any], tuple[str, ...]]
    single: bool = True


def _one(holder: type[PlanRecord], field: str, target: type[PlanRecord]) -> Reference:
    def identifiers(record: PlanRecord) -> tuple[str, ...]:
        identifier: str | None = getattr(record, field)
        return () if identifier is None else (identifier,)

    return Reference(holder, field, target, identifiers)


def _audiences_of(activity: Activity) -> tuple[str, ...]:
    return activity.audience_ids


def _lines_of(scenario: Scenario) -> tuple[str, ...]:
    return tuple(amount.line_id for amount in scenario.amounts)


REFERENCES: tuple[Reference, ...] = (
    _one(Influence, "from_audience_id", Audience),
    _one(Influence, "to_audience_id", Audience),
    _one(Activity, "own_kind_id", OwnKind),
    Reference(Activity, "audience_ids", Audience, _audiences_of, single=False),
    _one(Flight, "activity_id", Activity),
    _one(Contribution, "activity_id", Activity),
    _one(Contribution, "aim_id", Aim),
    _one(Kpi, "aim_id", Aim),
    _one(Kpi, "activity_id", Activity),
    _one(Reading, "kpi_id", Kpi),
    _one(Bridge, "source_id", Activity),
    _one(Bridge, "target_id", Activity),
    _one(Bridge, "own_pattern_id", OwnPattern),
    _one(BudgetLine, "activity_id", Activity),
    _one(Posting, "line_id", BudgetLine),
    _one(Approval, "version_id", Version),
    Reference(Scenario, "amounts", BudgetLine, _lines_of, single=False),
)
"""Every reference that must lead somewhere. Dismissals name their subjects loosely and are not listed."""

REFERENCES_FROM: dict[type[PlanRecord], tuple[Reference, ...]] = {
    record_type: tuple(reference for reference in REFERENCES if reference.holder is record_type)
    for record_type in RECORD_TYPES
}
REFERENCES_TO: dict[type[PlanRecord], tuple[Reference, ...]] = {
    record_type: tuple(reference for reference in REFERENCES if reference.target is record_type)
    for record_type in RECORD_TYPES
}


def title_of(record: Record) -> str:
    """Return what people call the record: its title, name, statement or label; empty where it has none."""
    for field in ("title", "statement", "name", "label", "who", "reason"):
        text: str | None = getattr(record, field, None)
        if text:
            return text
    return ""


def counted(record_type: type[Record], count: int) -> str:
    """Return a count in words: ``1 flight``, ``6 flights``."""
    one, several = NAMES[record_type]
    return f"{count} {one if count == 1 else several}"
