"""Makes plans of any size to measure with: the same size always gives the same plan.

18 months, five aims; online and offline in turns; from every tenth activity a bridge to the next one; every
twelfth activity in two flights; two budget lines to three activities. One in fifty serves no aim and one in
fifty has no date.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from campaignplanner.domain.activity import Activity, Contribution, Flight, Kind, Side
from campaignplanner.domain.aim import Aim, BusinessArea, Kpi
from campaignplanner.domain.bridge import Bridge, Pattern
from campaignplanner.domain.budget import BudgetLine, CostType, Meets
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord

SIZES = (100, 1_000, 10_000, 50_000)
FIRST_DAY = date(2026, 1, 5)
DAYS = 546
"""18 months."""

_KINDS = {
    Side.ONLINE: (Kind.CONVERSATION, Kind.CONTENT, Kind.CHALLENGE, Kind.REVIEW_DRIVE, Kind.PAID_SOCIAL),
    Side.OFFLINE: (Kind.EVENT, Kind.MEET_UP, Kind.PRODUCT_TRIAL, Kind.SAMPLING, Kind.DISPLAY),
}
_AREAS = (
    BusinessArea.SALES,
    BusinessArea.SERVICE,
    BusinessArea.MARKETING,
    BusinessArea.PRODUCT,
    BusinessArea.PEOPLE,
)
_FILED_UNDER = ("Digital", "Events", "Trade", "Service", "Brand")
_LONGEST_RUN = 60


def plan_of_size(activities: int) -> Plan:
    """A campaign with so many activities.

    Raises:
        PlanError: the generator breaks a rule of the domain.
    """
    campaign = Campaign(
        id=_id("campaign", activities),
        title=f"Measured with {activities:,} activities",
        brand="Northwind",
        first_day=FIRST_DAY,
        last_day=FIRST_DAY + timedelta(days=DAYS - 1),
        budget_total=activities * 1_000_00,
    )
    plan = Plan.of(campaign, _records(activities, Random(activities)))  # noqa: S311 - made to repeat
    plan.check()
    return plan


def _records(activities: int, chance: Random) -> Iterator[PlanRecord]:
    for number, area in enumerate(_AREAS):
        yield from _aim(number, area)
    sides = tuple(Side)
    for number in range(activities):
        side = sides[number % 2]
        yield _activity(number, side, chance)
        if number % 50 != 7:
            yield from _flights(number, chance)
        if number % 50 != 13:
            yield _contribution(number, chance)
        if number % 3:
            yield _line(number, side, chance)
    for number in range(0, activities - 1, 10):
        yield _bridge(number)


def _aim(number: int, area: BusinessArea) -> Iterator[PlanRecord]:
    yield Aim(
        id=_id("aim", number),
        statement=f"Aim {number + 1} of {area.value}",
        business_area=area,
        position=number,
    )
    yield Kpi(
        id=_id("kpi", number),
        aim_id=_id("aim", number),
        name="Subscribers",
        baseline=Decimal(3_100),
        target=Decimal(12_000),
        due_day=FIRST_DAY + timedelta(days=DAYS - 1),
    )


def _activity(number: int, side: Side, chance: Random) -> Activity:
    kind = chance.choice(_KINDS[side])
    return Activity(
        id=_id("activity", number),
        side=side,
        kind=kind,
        title=f"{kind.value.capitalize()} {number + 1}",
        what_people_do="People try it, talk about it and bring somebody along.",
        owner=f"Owner {number % 17}",
    )


def _flights(number: int, chance: Random) -> Iterator[Flight]:
    first_day = FIRST_DAY + timedelta(days=chance.randrange(DAYS - 2 * _LONGEST_RUN))
    for run in range(2 if number % 12 == 0 else 1):
        last_day = first_day + timedelta(days=chance.randrange(1, _LONGEST_RUN // 2))
        yield Flight(
            id=_id("flight", 2 * number + run),
            activity_id=_id("activity", number),
            first_day=first_day,
            last_day=last_day,
        )
        first_day = last_day + timedelta(days=chance.randrange(2, _LONGEST_RUN // 2))


def _contribution(number: int, chance: Random) -> Contribution:
    return Contribution(
        id=_id("contribution", number),
        activity_id=_id("activity", number),
        aim_id=_id("aim", chance.randrange(len(_AREAS))),
    )


def _line(number: int, side: Side, chance: Random) -> BudgetLine:
    return BudgetLine(
        id=_id("line", number),
        activity_id=_id("activity", number),
        label="Production",
        cost_type=CostType.PRODUCTION,
        meets=Meets.ONLINE if side is Side.ONLINE else Meets.OFFLINE,
        filed_under=chance.choice(_FILED_UNDER),
        planned=chance.randrange(100_00, 2_000_00),
    )


def _bridge(number: int) -> Bridge:
    return Bridge(
        id=_id("bridge", number),
        source_id=_id("activity", number),
        target_id=_id("activity", number + 1),
        pattern=Pattern.LEADS_TO,
    )


def _id(kind: str, number: int) -> str:
    """32 hexadecimal digits, as ids have, that say what they stand for."""
    return f"{kind.encode().hex()[:16]:0<16}{number:016x}"
