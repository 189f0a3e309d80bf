"""Plans with money of every sort, for tests of what adds it up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from campaignplanner.domain.activity import Kind
from campaignplanner.domain.budget import BudgetLine, CostType, Meets, Posting, PostingKind
from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.plan import Plan
from tests.builders import a_bridge, a_contribution, a_flight, a_line, a_plan, an_activity, an_aim

DAY = date(2026, 10, 1)
AIMS = [an_aim("Sell more", position=0), an_aim("Keep members", position=1), an_aim("Answer", position=2)]
ACTIVITIES = [
    an_activity("Thread", channel="Instagram"),
    an_activity("Stream", Kind.LIVE_STREAM, channel="instagram "),
    an_activity("Tasting", Kind.SAMPLING, place="Berlin"),
    an_activity("Clinic", Kind.SERVICE_CLINIC),
]
FLIGHTS = [
    a_flight("clinic", "2026-10-01", "2026-10-03", place="Ulm"),
    a_flight("clinic", "2026-10-10", "2026-10-16", place="Bonn"),
    a_flight("tasting", "2026-09-20", "2026-11-02"),
    a_flight("thread", "2026-09-01", "2026-12-31"),
]
CURRENCIES = ("EUR", "JPY", "KWD")
LARGEST = 10**11


def postings(line_id: str) -> st.SearchStrategy[Posting]:
    return st.builds(
        Posting,
        id=st.uuids().map(lambda each: each.hex),
        line_id=st.just(line_id),
        day=st.dates(date(2026, 8, 1), date(2027, 1, 31)),
        kind=st.sampled_from(PostingKind),
        amount=st.integers(-LARGEST, LARGEST),
    )


def some_lines(least: int = 0, most: int = 10) -> st.SearchStrategy[list[BudgetLine]]:
    one = st.builds(
        a_line,
        st.integers(0, LARGEST),
        st.sampled_from(Meets),
        st.sampled_from([None, *ACTIVITIES]),
        filed_under=st.sampled_from(["digital", "events", "Digital ", ""]),
        supplier=st.sampled_from(["", "Print House"]),
        cost_type=st.sampled_from(CostType),
        working=st.booleans(),
        closed=st.booleans(),
        forecast=st.one_of(st.none(), st.integers(0, LARGEST)),
        currency=st.sampled_from([None, "USD", *CURRENCIES]),
        exchange_rate=st.sampled_from([None, Decimal("0.917"), Decimal("151.3")]),
        position=st.integers(0, 5),
    )
    return st.lists(one, min_size=least, max_size=most)


@st.composite
def money_plans(draw: st.DrawFn, least: int = 0) -> Plan:
    """A plan with lines, postings, contributions and bridges of any sort, in any currency."""
    weights = draw(st.lists(st.tuples(*[st.integers(0, 9)] * 3), min_size=4, max_size=4))
    contributions = [
        a_contribution(activity, aim, weight)
        for activity, row in zip(ACTIVITIES, weights, strict=True)
        for aim, weight in zip(AIMS, row, strict=True)
        if weight
    ]
    pairs = [("thread", "tasting"), ("thread", "stream"), ("tasting", "stream"), ("clinic", "thread")]
    bridges = [a_bridge(*pair) for pair in draw(st.lists(st.sampled_from(pairs), unique=True))]
    lines = draw(some_lines(least))
    posted: list[Any] = []
    for line in lines:
        posted += draw(st.lists(postings(line.id), max_size=2))
    campaign = {"currency": draw(st.sampled_from(CURRENCIES)), "first_day": "2026-09-01"}
    return a_plan(
        AIMS, ACTIVITIES, FLIGHTS, contributions, bridges, lines, posted, **campaign, last_day="2026-12-31"
    )


def changed(plan: Plan, *changes: Change) -> Plan:
    """The plan after changes."""
    return plan.applying(ChangeSet("", changes, plan.campaign.id))
