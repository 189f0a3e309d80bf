"""A campaign with a record of every type, and the stores that tests make of it."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from pathlib import Path

from campaignplanner.domain.activity import (
    Activity,
    ActivityStatus,
    Contribution,
    Flight,
    Kind,
    OwnKind,
    Side,
)
from campaignplanner.domain.aim import Aim, Better, BusinessArea, Kpi, KpiStage, Reading
from campaignplanner.domain.approval import Approval, Decision, Version, VersionState
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.bridge import Bridge, Mechanism, OwnPattern, Pattern
from campaignplanner.domain.budget import (
    BudgetLine,
    CostType,
    Meets,
    PhasedAmount,
    Phasing,
    PhasingMode,
    Posting,
    PostingKind,
    ReserveDraw,
    Scenario,
    ScenarioAmount,
)
from campaignplanner.domain.campaign import BriefTexts, Campaign, CampaignStatus, Thresholds
from campaignplanner.domain.changes import Change, ChangeSet, making, ordered
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.play import Play, PlayActivity, PlayBridge, PlayLine
from campaignplanner.domain.records import RECORD_TYPES, PlanRecord, Record
from campaignplanner.domain.review import Dismissal
from campaignplanner.store.database import Database

STATE = VersionState(
    id="state", version_id="version", content='{"format": 1, "title": "Autumn Blend – “launch”"}'
)


def a_whole_plan(campaign_id: str = "campaign") -> Plan:
    """A plan with a record of every type."""
    campaign = Campaign(
        id=campaign_id,
        title="Autumn Blend",
        brand="Kettle & Co",
        first_day=date(2026, 9, 1),
        last_day=date(2026, 12, 20),
        country="DE",
        time_zone="Europe/Berlin",
        budget_total=12_345_678_901_234,
        contingency_rate=Decimal("0.075"),
        online_share_from=Decimal("0.40"),
        online_share_to=Decimal("0.6"),
        status=CampaignStatus.LIVE,
        brief=BriefTexts(author="Mia", message="Zum Herbst: 秋のブレンド"),
        thresholds=Thresholds(reward_days=45),
        notes="two\nlines",
    )
    return Plan.of(campaign, [*_aims_and_people(), *_activities(), *_ties(), *_money(), *_answers()])


def a_play() -> Play:
    """A play with a part of every type."""
    return Play(
        id="play",
        title="Tasting and talk",
        description="People taste, then tell.",
        activities=(
            PlayActivity(
                side=Side.OFFLINE,
                kind=Kind.PRODUCT_TRIAL,
                title="Tasting",
                first_day_offset=0,
                last_day_offset=2,
            ),
            PlayActivity(
                side=Side.ONLINE,
                kind=Kind.REVIEW_DRIVE,
                title="Reviews",
                first_day_offset=-1,
                last_day_offset=30,
            ),
        ),
        bridges=(
            PlayBridge(source=0, target=1, pattern=Pattern.IS_TALKED_ABOUT_IN, mechanism=Mechanism.QR_CODE),
        ),
        lines=(PlayLine(activity=0, label="Beans", cost_type=CostType.PRODUCT, planned=400),),
    )


def stored(database: Database, plan: Plan) -> Plan:
    """Put a plan into a store as an import would, and return it."""
    database.append(import_of(plan))
    return plan


def import_of(plan: Plan, *others: Record) -> ChangeSet:
    """The step that makes a whole plan, with what else belongs to the campaign."""
    return ChangeSet("Import", making([plan.campaign, *plan.records(), *others]), plan.campaign.id)


def edit(before: Record | None, after: Record | None, campaign_id: str | None = "campaign") -> ChangeSet:
    """A step that changes one record."""
    return ChangeSet("Edit", (Change(before, after),), campaign_id)


def fill(path: Path) -> Plan:
    """Make a store with rows in every table, some of its history undone; return its campaign."""
    database = Database.open(path)
    plan = a_whole_plan()
    database.append(import_of(plan, STATE))
    database.append(edit(None, a_play(), None))
    database.append(edit(None, Aim(id="undone", statement="Undone")))
    database.undo(plan.campaign.id)
    database.close()
    return plan


def _aims_and_people() -> list[PlanRecord]:
    return [
        Aim(
            id="aim",
            statement="Win members",
            why="They come back",
            business_area=BusinessArea.SALES,
            owner="Mia",
            position=1,
            one_side_reason="none",
        ),
        Audience(
            id="regulars",
            name="Regulars",
            behaviour_now="drink",
            behaviour_wanted="tell",
            gathers_online="Reddit",
            gathers_offline="bars",
        ),
        Audience(id="newcomers", name="Newcomers", position=2),
        Influence(
            id="influence",
            from_audience_id=None,
            to_audience_id="newcomers",
            passed_on="tips",
            given_to_pass_on="codes",
        ),
    ]


def _activities() -> list[PlanRecord]:
    return [
        OwnKind(id="own kind", side=Side.OFFLINE, name="Cupping"),
        Activity(
            id="cupping",
            side=Side.OFFLINE,
            kind=Kind.OTHER,
            title="Cupping evenings",
            own_kind_id="own kind",
            what_people_do="Taste",
            status=ActivityStatus.BOOKED,
            place="Berlin",
            capacity=40,
            units=120,
            unit="cups",
            owner="Jon",
            audience_ids=("newcomers", "regulars"),
            preparation_from=date(2026, 8, 1),
            notes="bring cups",
        ),
        Activity(id="reviews", side=Side.ONLINE, kind=Kind.REVIEW_DRIVE, title="Reviews", channel="Shop"),
        Flight(
            id="flight",
            activity_id="cupping",
            first_day=date(2026, 9, 10),
            last_day=date(2026, 9, 12),
            start_time=time(18, 30),
            end_time=time(22, 0, 0, 1),
            place="Mitte",
            expected_people=35,
        ),
        Contribution(id="contribution", activity_id="cupping", aim_id="aim", weight=3),
        Kpi(
            id="kpi",
            name="Members",
            aim_id="aim",
            unit="people",
            baseline=Decimal("1200"),
            target=Decimal("1500.5"),
            due_day=date(2026, 12, 31),
            how_measured="count",
            by_whom="Mia",
            stage=KpiStage.OUT_TAKE,
            better=Better.HIGHER,
        ),
        Reading(id="reading", kpi_id="kpi", day=date(2026, 10, 1), value=Decimal("1250.25")),
    ]


def _ties() -> list[PlanRecord]:
    return [
        OwnPattern(id="own pattern", name="is repeated as", earliest_gap_days=-3, latest_gap_days=10),
        Bridge(
            id="bridge",
            source_id="cupping",
            target_id="reviews",
            pattern=Pattern.OWN,
            own_pattern_id="own pattern",
            mechanism=Mechanism.QR_CODE,
            mechanism_detail="CUP26",
            ask_after_days=13,
            note="on the cup",
        ),
    ]


def _money() -> list[PlanRecord]:
    return [
        BudgetLine(
            id="line",
            label="Beans",
            activity_id="cupping",
            cost_type=CostType.PRODUCT,
            meets=Meets.OFFLINE,
            filed_under="events",
            working=False,
            supplier="Roaster",
            quantity=Decimal("2.5"),
            unit_price=101,
            planned=252,
            forecast=300,
            closed=True,
            phasing=Phasing(mode=PhasingMode.BY_MONTH, typed=(PhasedAmount(date(2026, 9, 1), 252),)),
            currency="GBP",
            exchange_rate=Decimal("1.17"),
            exchange_rate_day=date(2026, 6, 30),
            tax_note="net",
            note="first batch",
        ),
        Posting(
            id="posting",
            line_id="line",
            day=date(2026, 9, 3),
            kind=PostingKind.ACTUAL,
            amount=-9_007_199_254_741,
            reference="INV 7",
        ),
        ReserveDraw(id="draw", day=date(2026, 9, 4), amount=5000, reason="more cups"),
        Scenario(id="scenario", name="Half", amounts=(ScenarioAmount("line", 126, locked=True),)),
    ]


def _answers() -> list[PlanRecord]:
    return [
        Version(id="version", number=1, day=date(2026, 7, 1), note="first"),
        Approval(
            id="approval",
            version_id="version",
            who="Ada",
            role="head",
            decision=Decision.APPROVED_WITH_CHANGES,
            day=date(2026, 7, 2),
            note="shorter",
        ),
        Dismissal(
            id="dismissal",
            rule="one-sided",
            subject_ids=("aim", "reviews"),
            reason="on purpose",
            day=date(2026, 7, 3),
        ),
    ]


def between(before: Plan, after: Plan) -> ChangeSet:
    """The step from one state of a campaign to another."""
    changes = [Change(before.campaign, after.campaign)] if before.campaign != after.campaign else []
    for record_type in RECORD_TYPES:
        old, new = before.table(record_type), after.table(record_type)
        changes += [
            Change(old.get(each), new.get(each)) for each in {*old, *new} if old.get(each) != new.get(each)
        ]
    return ChangeSet("Rework", ordered(changes), before.campaign.id)
