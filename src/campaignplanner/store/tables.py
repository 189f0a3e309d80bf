# No `from __future__ import annotations` here: SQLModel needs the annotations themselves.
"""The tables, one per type of record, and the journal.

Columns bear the names of the records' fields. Enums are stored by value, days and times as ISO text, decimals
as text (a REAL would round them), amounts as 64-bit integers, and values embedded in a record as JSON text.
What a row may hold is checked by the domain: a table model of SQLModel checks nothing.

This is where the schema is defined. Migrations, which are pictures of their own time, must end at it, and
``light_tables``, by which rows are read and written without importing this, must agree with it; tests hold
both to it.
"""

from typing import ClassVar

from sqlalchemy import LargeBinary, Text
from sqlmodel import Field

from campaignplanner.domain.activity import Activity, Contribution, Flight, OwnKind
from campaignplanner.domain.aim import Aim, Kpi, Reading
from campaignplanner.domain.approval import Approval, Version, VersionState
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.bridge import Bridge, OwnPattern
from campaignplanner.domain.budget import BudgetLine, Posting, ReserveDraw, Scenario
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.play import Play
from campaignplanner.domain.records import Record
from campaignplanner.domain.review import Dismissal
from campaignplanner.store.columns import Row, amount_column, json_column, key_column, reference_column


class CampaignRow(Row, table=True):
    """A campaign; every other record but a play belongs to one."""

    id: str = key_column()
    title: str
    brand: str
    first_day: str | None
    last_day: str | None
    country: str
    time_zone: str
    currency: str
    budget_total: int | None = amount_column()
    contingency_rate: str
    online_share_from: str | None
    online_share_to: str | None
    status: str
    brief: str = json_column()
    brief_layout: str = json_column()
    thresholds: str = json_column()
    notes: str


class AimRow(Row, table=True):
    """An aim of the business."""

    id: str = key_column()
    campaign_id: str = reference_column("campaign")
    statement: str
    why: str
    business_area: str | None
    owner: str
    position: int
    one_side_reason: str


class AudienceRow(Row, table=True):
    """An audience."""

    id: str = key_column()
    campaign_id: str = reference_column("campaign")
    name: str
    behaviour_now: str
    behaviour_wanted: str
    gathers_online: str
    gathers_offline: str
    position: int


class InfluenceRow(Row, table=True):
    """Who passes what on to whom."""

    id: str = key_column()
    campaign_id: str = reference_column("campaign")
    from_audience_id: str | None = reference_column("audience")
    to_audience_id: str = reference_column("audience")
    passed_on: str
    given_to_pass_on: str


class OwnKindRow(Row, table=True):
    """A kind of activity that users added."""

    id: str = key_column()
    campaign_id: str = reference_column("campaign")
    side: str
    name: str


class ActivityRow(Row, table=True):
    """An activity; its audiences are in ``activity_audience``."""

    id: str = key_column()
    campaign_id: str = reference_column("campaign")
    side: str
    kind: str
    title: str
    own_kind_id: str | None = reference_column("own_kind")
    what_people_do: str
    status: str
    channel: str
    place: str
    capacity: int | None
    units: int | None
    unit: str
    owner: str
    preparation_from: str | None
    notes: str


class ActivityAudienceRow(Row, table=True):
    """An audience of an activity; ``position`` keeps the order in which the activity names them."""

    activity_id: str = reference_column("activity", key=True, index=False)  # the key begins with it
    audience_id: str = reference_column("audience", key=True)
    campaign_id: str = reference_column("campaign")
    position: int


class FlightRow(Row, table=True):
    """One run of an activity."""

    id: str = key_column()
    campaign_id: str = reference_column("campaign")
    activity_id: str = reference_column("activity")
    first_day: str
    last_day: str
    start_time: str | None
    end_time: str | None
    place: str
    expected_people: int | None


class ContributionRow(Row, table=True):
    """An activity serves an aim."""

    id: str = key_column()
    campaign_id: str = reference_column("campaign")
    activity_id: str = reference_column("activity")
    aim_id: str = reference_column("aim")
    weight: int


class KpiRow(Row, table=True):
    """A measure of an aim or of an activity."""

    id: str = key_column()
    campaign_id: str = reference_column("campaign")
    name: str
    aim_id: str | None = reference_column("aim")
    activity_id: str | None = reference_column("activity")
    unit: str
    baseline: str | None
    target: str | None
    due_day: str | None
    how_measured: str
    by_whom: str
    stage: str | None
    better: str
    position: int


class ReadingRow(Row, table=True):
    """A measured value of a KPI."""

    id: str = key_column()
    campaign_id: str = reference_column("campaign")
    kpi_id: str = reference_column("kpi")
    day: str
    value: str


class OwnPatternRow(Row, table=True):
    """A pattern of bridges that users added."""

    id: str = key_column()
    campaign_id: str = reference_column("campaign")
    name: str
    earliest_gap_days: int | None
    latest_gap_days: int | None


class BridgeRow(Row, table=True):
    """A tie from an activity to an activity."""

    id: str = key_column()
    campaign_id: str = reference_column("campaign")
    source_id: str = reference_column("activity")
    target_id: str = reference_column("activity")
    pattern: str
    own_pattern_id: str | None = reference_column("own_pattern")
    mechanism: str | None
    mechanism_detail: str
    ask_after_days: int | None
    note: str


class BudgetLineRow(Row, table=True):
    """Money for an activity or for the campaign."""

    id: str = key_column()
    campaign_id: str = reference_column("campaign")
    label: str
    activity_id: str | None = reference_column("activity")
    cost_type: str
    meets: str
    filed_under: str
    working: bool
    supplier: str
    quantity: str | None
    unit_price: int | None = amount_column()
    planned: int = amount_column()
    forecast: int | None = amount_column()
    closed: bool
    frozen: bool
    phasing: str = json_column()
    currency: str | None
    exchange_rate: str | None
    exchange_rate_day: str | None
    tax_note: str
    note: str
    position: int


class PostingRow(Row, table=True):
    """Money that happened on a line."""

    id: str = key_column()
    campaign_id: str = reference_column("campaign")
    line_id: str = reference_column("budget_line")
    day: str
    kind: str
    amount: int = amount_column()
    reference: str


class ReserveDrawRow(Row, table=True):
    """A step that takes from the contingency."""

    id: str = key_column()
    campaign_id: str = reference_column("campaign")
    day: str
    amount: int = amount_column()
    reason: str


class VersionRow(Row, table=True):
    """A numbered state of the brief."""

    id: str = key_column()
    campaign_id: str = reference_column("campaign")
    number: int
    day: str
    note: str


class ApprovalRow(Row, table=True):
    """One person's decision on a version."""

    id: str = key_column()
    campaign_id: str = reference_column("campaign")
    version_id: str = reference_column("version")
    who: str
    role: str
    decision: str
    day: str
    note: str


class ScenarioRow(Row, table=True):
    """A named what-if on the money."""

    id: str = key_column()
    campaign_id: str = reference_column("campaign")
    name: str
    amounts: str = json_column()


class DismissalRow(Row, table=True):
    """A finding set aside."""

    id: str = key_column()
    campaign_id: str = reference_column("campaign")
    rule: str
    subject_ids: str = json_column()
    reason: str
    day: str


class VersionStateRow(Row, table=True):
    """The plan as it stood at a version."""

    id: str = key_column()
    campaign_id: str = reference_column("campaign")
    version_id: str = reference_column("version")
    content: str = Field(sa_type=Text)


class PlayRow(Row, table=True):
    """A building block; it belongs to the store."""

    id: str = key_column()
    title: str
    description: str
    activities: str = json_column()
    bridges: str = json_column()
    lines: str = json_column()


class JournalRow(Row, table=True):
    """One step of a history. No foreign keys: the history of a deleted campaign stays, so it can come back.

    ``scope`` is the campaign's identifier, or null for the portfolio; ``made_at`` is an instant of UTC as ISO
    text; ``content`` holds the change set and is last, so that listing a history reads none of it.
    """

    # A number is never given twice, even after the newest step was dropped: a list may still show that one.
    __table_args__: ClassVar[dict[str, bool]] = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    scope: str | None = Field(index=True)
    campaign_id: str | None
    label: str
    made_at: str
    undone: bool
    content: bytes = Field(sa_type=LargeBinary)


TABLES: dict[type[Record], type[Row]] = {
    Campaign: CampaignRow,
    Aim: AimRow,
    Audience: AudienceRow,
    Influence: InfluenceRow,
    OwnKind: OwnKindRow,
    Activity: ActivityRow,
    Flight: FlightRow,
    Contribution: ContributionRow,
    Kpi: KpiRow,
    Reading: ReadingRow,
    OwnPattern: OwnPatternRow,
    Bridge: BridgeRow,
    BudgetLine: BudgetLineRow,
    Posting: PostingRow,
    ReserveDraw: ReserveDrawRow,
    Version: VersionRow,
    Approval: ApprovalRow,
    Scenario: ScenarioRow,
    Dismissal: DismissalRow,
    VersionState: VersionStateRow,
    Play: PlayRow,
}
"""The table of each type of record."""
