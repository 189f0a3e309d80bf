"""The first schema: a table per type of record, and the journal.

A migration is a picture of its own time. It never reads the tables of today, for those will have moved on.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def upgrade(connection: Connection) -> None:
    """Make all tables in an empty store."""
    METADATA.create_all(connection, checkfirst=False)


def _key() -> Column[str]:
    return Column("id", String, primary_key=True)


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, String, nullable=False) for name in names]


def _reference(
    name: str, parent: str, *, nullable: bool = False, primary_key: bool = False, index: bool = True
) -> Column[Any]:
    parent_key = ForeignKey(f"{parent}.id", ondelete="RESTRICT")
    return Column(name, String, parent_key, nullable=nullable, primary_key=primary_key, index=index)


Table(
    "campaign",
    METADATA,
    _key(),
    *_texts("title", "brand"),
    Column("first_day", String, nullable=True),
    Column("last_day", String, nullable=True),
    *_texts("country", "time_zone", "currency"),
    Column("budget_total", BigInteger, nullable=True),
    *_texts("contingency_rate"),
    Column("online_share_from", String, nullable=True),
    Column("online_share_to", String, nullable=True),
    *_texts("status"),
    Column("brief", Text, nullable=False),
    Column("thresholds", Text, nullable=False),
    *_texts("notes"),
)
Table(
    "aim",
    METADATA,
    _key(),
    _reference("campaign_id", "campaign"),
    *_texts("statement", "why"),
    Column("business_area", String, nullable=True),
    *_texts("owner"),
    Column("position", Integer, nullable=False),
    *_texts("one_side_reason"),
)
Table(
    "audience",
    METADATA,
    _key(),
    _reference("campaign_id", "campaign"),
    *_texts("name", "behaviour_now", "behaviour_wanted", "gathers_online", "gathers_offline"),
    Column("position", Integer, nullable=False),
)
Table(
    "influence",
    METADATA,
    _key(),
    _reference("campaign_id", "campaign"),
    _reference("from_audience_id", "audience", nullable=True),
    _reference("to_audience_id", "audience"),
    *_texts("passed_on", "given_to_pass_on"),
)
Table(
    "own_kind",
    METADATA,
    _key(),
    _reference("campaign_id", "campaign"),
    *_texts("side", "name"),
)
Table(
    "activity",
    METADATA,
    _key(),
    _reference("campaign_id", "campaign"),
    *_texts("side", "kind", "title"),
    _reference("own_kind_id", "own_kind", nullable=True),
    *_texts("what_people_do", "status", "channel", "place"),
    Column("capacity", Integer, nullable=True),
    Column("units", Integer, nullable=True),
    *_texts("unit", "owner"),
    Column("preparation_from", String, nullable=True),
    *_texts("notes"),
)
Table(
    "activity_audience",
    METADATA,
    _reference("activity_id", "activity", primary_key=True, index=False),
    _reference("audience_id", "audience", primary_key=True),
    _reference("campaign_id", "campaign"),
    Column("position", Integer, nullable=False),
)
Table(
    "flight",
    METADATA,
    _key(),
    _reference("campaign_id", "campaign"),
    _reference("activity_id", "activity"),
    *_texts("first_day", "last_day"),
    Column("start_time", String, nullable=True),
    Column("end_time", String, nullable=True),
    *_texts("place"),
    Column("expected_people", Integer, nullable=True),
)
Table(
    "contribution",
    METADATA,
    _key(),
    _reference("campaign_id", "campaign"),
    _reference("activity_id", "activity"),
    _reference("aim_id", "aim"),
    Column("weight", Integer, nullable=False),
)
Table(
    "kpi",
    METADATA,
    _key(),
    _reference("campaign_id", "campaign"),
    *_texts("name"),
    _reference("aim_id", "aim", nullable=True),
    _reference("activity_id", "activity", nullable=True),
    *_texts("unit"),
    Column("baseline", String, nullable=True),
    Column("target", String, nullable=True),
    Column("due_day", String, nullable=True),
    *_texts("how_measured", "by_whom"),
    Column("stage", String, nullable=True),
    *_texts("better"),
    Column("position", Integer, nullable=False),
)
Table(
    "reading",
    METADATA,
    _key(),
    _reference("campaign_id", "campaign"),
    _reference("kpi_id", "kpi"),
    *_texts("day", "value"),
)
Table(
    "own_pattern",
    METADATA,
    _key(),
    _reference("campaign_id", "campaign"),
    *_texts("name"),
    Column("earliest_gap_days", Integer, nullable=True),
    Column("latest_gap_days", Integer, nullable=True),
)
Table(
    "bridge",
    METADATA,
    _key(),
    _reference("campaign_id", "campaign"),
    _reference("source_id", "activity"),
    _reference("target_id", "activity"),
    *_texts("pattern"),
    _reference("own_pattern_id", "own_pattern", nullable=True),
    Column("mechanism", String, nullable=True),
    *_texts("mechanism_detail"),
    Column("ask_after_days", Integer, nullable=True),
    *_texts("note"),
)
Table(
    "budget_line",
    METADATA,
    _key(),
    _reference("campaign_id", "campaign"),
    *_texts("label"),
    _reference("activity_id", "activity", nullable=True),
    *_texts("cost_type", "meets", "filed_under"),
    Column("working", Boolean, nullable=False),
    *_texts("supplier"),
    Column("quantity", String, nullable=True),
    Column("unit_price", BigInteger, nullable=True),
    Column("planned", BigInteger, nullable=False),
    Column("forecast", BigInteger, nullable=True),
    Column("closed", Boolean, nullable=False),
    Column("frozen", Boolean, nullable=False),
    Column("phasing", Text, nullable=False),
    Column("currency", String, nullable=True),
    Column("exchange_rate", String, nullable=True),
    Column("exchange_rate_day", String, nullable=True),
    *_texts("tax_note", "note"),
    Column("position", Integer, nullable=False),
)
Table(
    "posting",
    METADATA,
    _key(),
    _reference("campaign_id", "campaign"),
    _reference("line_id", "budget_line"),
    *_texts("day", "kind"),
    Column("amount", BigInteger, nullable=False),
    *_texts("reference"),
)
Table(
    "reserve_draw",
    METADATA,
    _key(),
    _reference("campaign_id", "campaign"),
    *_texts("day"),
    Column("amount", BigInteger, nullable=False),
    *_texts("reason"),
)
Table(
    "version",
    METADATA,
    _key(),
    _reference("campaign_id", "campaign"),
    Column("number", Integer, nullable=False),
    *_texts("day", "note"),
)
Table(
    "approval",
    METADATA,
    _key(),
    _reference("campaign_id", "campaign"),
    _reference("version_id", "version"),
    *_texts("who", "role", "decision", "day", "note"),
)
Table(
    "scenario",
    METADATA,
    _key(),
    _reference("campaign_id", "campaign"),
    *_texts("name"),
    Column("amounts", Text, nullable=False),
)
Table(
    "dismissal",
    METADATA,
    _key(),
    _reference("campaign_id", "campaign"),
    *_texts("rule"),
    Column("subject_ids", Text, nullable=False),
    *_texts("reason", "day"),
)
Table(
    "version_state",
    METADATA,
    _key(),
    _reference("campaign_id", "campaign"),
    _reference("version_id", "version"),
    Column("content", Text, nullable=False),
)
Table(
    "play",
    METADATA,
    _key(),
    *_texts("title", "description"),
    Column("activities", Text, nullable=False),
    Column("bridges", Text, nullable=False),
    Column("lines", Text, nullable=False),
)
Table(
    "journal",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("scope", String, nullable=True, index=True),
    Column("campaign_id", String, nullable=True),
    *_texts("label", "made_at"),
    Column("undone", Boolean, nullable=False),
    Column("content", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)
