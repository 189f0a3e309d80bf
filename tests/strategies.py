"""Hypothesis strategies for plans: every type of record, every field, awkward text and numbers included.

Whatever they give passes ``check``. Plans are small, because a small plan that breaks something says more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any, TypeAlias

from hypothesis import strategies as st

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
    TypedBy,
)
from campaignplanner.domain.campaign import BriefTexts, Campaign, CampaignStatus, Thresholds
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.play import Play, PlayActivity, PlayBridge, PlayLine
from campaignplanner.domain.records import PlanRecord
from campaignplanner.domain.review import Dismissal

Draw: TypeAlias = Callable[[st.SearchStrategy[Any]], Any]
Ids: TypeAlias = Iterator[str]

AWKWARD_TEXTS = (
    '#read("/etc/passwd") <img src=x> *bold*',
    "'; DROP TABLE campaign; --",
    "right to left: \u202eabc\u202c, bell: \u0007, private: \ue000",
    "发布会 🎉 e\u0301 \u200d \ufeff",
    "two\nlines\r\nand\ta tab\u2028and a separator",
    "  spaces around  ",
    '{"mode": "even"}',
    "100 % \\ \u00a0 “quoted” ‘so’",
    "=1+1",
    "long " * 200,
)
LARGEST = 10**15 - 1

characters = st.characters(codec="utf-8", exclude_characters="\0")
texts = st.one_of(st.just(""), st.sampled_from(AWKWARD_TEXTS), st.text(characters, max_size=8))
names = st.one_of(
    st.sampled_from(AWKWARD_TEXTS), st.text(characters, min_size=1, max_size=8).filter(str.strip)
)
days = st.one_of(
    st.dates(date(2025, 1, 1), date(2027, 12, 31)), st.sampled_from((date.min, date.max, date(2028, 2, 29)))
)
amounts = st.one_of(st.sampled_from((0, 1, LARGEST)), st.integers(0, 10**8))
counts = st.integers(0, 10**9)
decimals = st.one_of(
    st.decimals(-(10**9), 10**9, places=4),
    st.sampled_from(
        [Decimal(each) for each in ("0.10", "1E+3", "-0", "0.1234567890123456789", "999999999999999")]
    ),
)
shares = st.decimals(0, 1, places=4)
currencies = st.sampled_from(("EUR", "GBP", "JPY", "KWD"))
phasings = st.builds(
    Phasing,
    mode=st.sampled_from(PhasingMode),
    typed=st.lists(
        st.builds(
            PhasedAmount,
            days,
            st.integers(0, LARGEST),
            st.sampled_from((None, *TypedBy)),
        ),
        unique_by=lambda each: each.day,
        max_size=2,
    ).map(tuple),
)


def optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return the strategy or None."""
    return st.one_of(st.none(), strategy)


def ids_from(seed: int) -> Ids:
    """Yield identifiers that differ from each other and from those of every other seed."""
    return (f"{seed:016x}{number:016x}" for number in count())


@st.composite
def campaigns(draw: Draw, campaign_id: str) -> Campaign:
    """Return a campaign with all its fields."""
    first_day, last_day = draw(_two_days())
    low, high = sorted((draw(shares), draw(shares)))
    warning, hint = sorted((draw(st.integers(0, 3660)), draw(st.integers(0, 3660))))
    usual = Thresholds()
    others = [each.name for each in fields(Thresholds)[2:]]
    shares_expected = [each for each in others if isinstance(getattr(usual, each), Decimal)]
    counts_expected = [each for each in others if each not in shares_expected]
    return Campaign(
        id=campaign_id,
        title=draw(names),
        brand=draw(texts),
        first_day=draw(st.sampled_from((None, first_day))),
        last_day=draw(st.sampled_from((None, last_day))),
        country=draw(texts),
        time_zone=draw(st.sampled_from(("", "Europe/Berlin"))),
        currency=draw(currencies),
        budget_total=draw(optional(amounts)),
        contingency_rate=draw(shares),
        online_share_from=draw(st.sampled_from((None, low))),
        online_share_to=draw(st.sampled_from((None, high))),
        status=draw(st.sampled_from(CampaignStatus)),
        brief=BriefTexts(**{each.name: draw(texts) for each in fields(BriefTexts)}),
        thresholds=Thresholds(
            announce_warning_days=warning,
            announce_hint_days=hint,
            **{name: draw(shares) for name in shares_expected},
            **{name: draw(st.integers(1, 1000)) for name in counts_expected},
        ),
        notes=draw(texts),
    )


@st.composite
def plans(draw: Draw, seed: int | None = None) -> Plan:
    """Return a plan that may hold records of every type.

    Args:
        draw: given by hypothesis.
        seed: plans of different seeds share no identifier; drawn when None.
    """
    ids = ids_from(draw(st.integers(0, 2**64 - 1)) if seed is None else seed)
    campaign = draw(campaigns(next(ids)))
    records = [*_people_and_aims(draw, ids)]
    records += _doing(draw, ids, records)
    records += _measures(draw, ids, records)
    records += _ties(draw, ids, records)
    records += _money(draw, ids, records)
    records += _answers(draw, ids, records)
    return Plan.of(campaign, records)


@st.composite
def version_states(draw: Draw, plan: Plan) -> tuple[VersionState, ...]:
    """Return what could be kept of the versions of a plan, which holds none of it."""
    return tuple(
        VersionState(id=f"state of {version.id}", version_id=version.id, content=draw(names))
        for version in plan.versions.values()
    )


@st.composite
def plays(draw: Draw, play_id: str) -> Play:
    """Return a play with all its parts."""
    activities = tuple(draw(st.lists(_play_activities(), min_size=2, max_size=3)))
    places = st.permutations(range(len(activities)))
    pairs = draw(st.lists(places, max_size=2))
    return Play(
        id=play_id,
        title=draw(names),
        description=draw(texts),
        activities=activities,
        bridges=tuple(
            PlayBridge(
                source=source,
                target=target,
                pattern=draw(st.sampled_from([each for each in Pattern if each is not Pattern.OWN])),
                mechanism=draw(optional(st.sampled_from(Mechanism))),
                ask_after_days=draw(optional(st.integers(0, 3660))),
            )
            for source, target, *_ in pairs
        ),
        lines=tuple(draw(st.lists(_play_lines(len(activities)), max_size=2))),
    )


@st.composite
def _play_activities(draw: Draw) -> PlayActivity:
    side, kind = draw(_sides_and_kinds())
    first, last = sorted((draw(st.integers(-3660, 3660)), draw(st.integers(-3660, 3660))))
    return PlayActivity(
        side=side,
        kind=kind,
        title=draw(names),
        what_people_do=draw(texts),
        first_day_offset=first,
        last_day_offset=last,
    )


def _play_lines(activity_count: int) -> st.SearchStrategy[PlayLine]:
    return st.builds(
        PlayLine,
        activity=st.integers(0, activity_count - 1),
        label=names,
        cost_type=st.sampled_from(CostType),
        meets=st.sampled_from(Meets),
        filed_under=texts,
        planned=amounts,
    )


def _two_days() -> st.SearchStrategy[tuple[date, date]]:
    return st.tuples(days, days).map(lambda pair: (min(pair), max(pair)))


def _sides_and_kinds() -> st.SearchStrategy[tuple[Side, Kind]]:
    return st.sampled_from([(side, kind) for kind in Kind for side in Side if side in kind.sides])


def _several(draw: Draw, least: int = 0, most: int = 2) -> range:
    return range(draw(st.integers(least, most)))


def _of(records: Sequence[PlanRecord], record_type: type[Any]) -> list[Any]:
    return [record for record in records if isinstance(record, record_type)]


def _one_of(draw: Draw, records: Sequence[Any]) -> str | None:
    """Return an identifier of one of the records, or None."""
    return draw(st.sampled_from([None, *(record.id for record in records)]))


def _people_and_aims(draw: Draw, ids: Ids) -> Iterator[PlanRecord]:
    for _ in _several(draw):
        yield Aim(
            id=next(ids),
            statement=draw(names),
            why=draw(texts),
            business_area=draw(optional(st.sampled_from(BusinessArea))),
            owner=draw(texts),
            position=draw(counts),
            one_side_reason=draw(texts),
        )
    audiences = [
        Audience(
            id=next(ids),
            name=draw(names),
            behaviour_now=draw(texts),
            behaviour_wanted=draw(texts),
            gathers_online=draw(texts),
            gathers_offline=draw(texts),
            position=draw(counts),
        )
        for _ in _several(draw)
    ]
    yield from audiences
    for audience in audiences:
        source = _one_of(draw, audiences)
        yield Influence(
            id=next(ids),
            from_audience_id=source,
            to_audience_id=audience.id,
            passed_on=draw(names if source == audience.id else texts),
            given_to_pass_on=draw(texts),
        )


def _doing(draw: Draw, ids: Ids, known: Sequence[PlanRecord]) -> Iterator[PlanRecord]:
    own_kinds = [
        OwnKind(id=next(ids), side=draw(st.sampled_from(Side)), name=draw(names))
        for _ in _several(draw, most=1)
    ]
    yield from own_kinds
    aims, audiences = _of(known, Aim), [audience.id for audience in _of(known, Audience)]
    for _ in _several(draw, most=3):
        activity = draw(_activities(next(ids), audiences))
        if own_kinds and draw(st.booleans()):
            (own_kind,) = own_kinds
            activity = replace(activity, side=own_kind.side, kind=Kind.OTHER, own_kind_id=own_kind.id)
        yield activity
        for _ in _several(draw):
            yield draw(_flights(next(ids), activity.id))
        for aim in aims:
            if draw(st.booleans()):
                yield Contribution(
                    id=next(ids), activity_id=activity.id, aim_id=aim.id, weight=draw(st.integers(1, 1000))
                )


@st.composite
def _activities(draw: Draw, activity_id: str, audience_ids: Sequence[str]) -> Activity:
    side, kind = draw(_sides_and_kinds())
    chosen = st.lists(st.sampled_from(audience_ids), unique=True) if audience_ids else st.just([])
    return Activity(
        id=activity_id,
        side=side,
        kind=kind,
        title=draw(names),
        what_people_do=draw(texts),
        status=draw(st.sampled_from(ActivityStatus)),
        channel=draw(texts),
        place=draw(texts),
        capacity=draw(optional(counts)),
        units=draw(optional(counts)),
        unit=draw(texts),
        owner=draw(texts),
        audience_ids=tuple(draw(chosen)),
        preparation_from=draw(optional(days)),
        notes=draw(texts),
    )


@st.composite
def _flights(draw: Draw, flight_id: str, activity_id: str) -> Flight:
    first_day, last_day = draw(_two_days())
    return Flight(
        id=flight_id,
        activity_id=activity_id,
        first_day=first_day,
        last_day=last_day,
        start_time=draw(optional(st.times())),
        end_time=draw(optional(st.times())),
        place=draw(texts),
        expected_people=draw(optional(counts)),
    )


def _measures(draw: Draw, ids: Ids, known: Sequence[PlanRecord]) -> Iterator[PlanRecord]:
    measured = [*_of(known, Aim), *_of(known, Activity)]
    for _ in _several(draw) if measured else ():
        of = draw(st.sampled_from(measured))
        kpi = Kpi(
            id=next(ids),
            name=draw(names),
            aim_id=of.id if isinstance(of, Aim) else None,
            activity_id=of.id if isinstance(of, Activity) else None,
            unit=draw(texts),
            baseline=draw(optional(decimals)),
            target=draw(optional(decimals)),
            due_day=draw(optional(days)),
            how_measured=draw(texts),
            by_whom=draw(texts),
            stage=draw(optional(st.sampled_from(KpiStage))),
            better=draw(st.sampled_from(Better)),
            position=draw(counts),
        )
        yield kpi
        for _ in _several(draw):
            yield Reading(id=next(ids), kpi_id=kpi.id, day=draw(days), value=draw(decimals))


def _ties(draw: Draw, ids: Ids, known: Sequence[PlanRecord]) -> Iterator[PlanRecord]:
    own_patterns = [draw(_own_patterns(next(ids))) for _ in _several(draw, most=1)]
    yield from own_patterns
    activity_ids = [activity.id for activity in _of(known, Activity)]
    for _ in _several(draw) if len(activity_ids) > 1 else ():
        source_id, target_id, *_ = draw(st.permutations(activity_ids))
        own_pattern_id = _one_of(draw, own_patterns)
        given = st.sampled_from([pattern for pattern in Pattern if pattern is not Pattern.OWN])
        yield Bridge(
            id=next(ids),
            source_id=source_id,
            target_id=target_id,
            pattern=draw(given) if own_pattern_id is None else Pattern.OWN,
            own_pattern_id=own_pattern_id,
            mechanism=draw(optional(st.sampled_from(Mechanism))),
            mechanism_detail=draw(texts),
            ask_after_days=draw(optional(st.integers(0, 3660))),
            note=draw(texts),
        )


@st.composite
def _own_patterns(draw: Draw, pattern_id: str) -> OwnPattern:
    earliest, latest = sorted((draw(st.integers(-3660, 3660)), draw(st.integers(-3660, 3660))))
    return OwnPattern(
        id=pattern_id,
        name=draw(names),
        earliest_gap_days=draw(st.sampled_from((None, earliest))),
        latest_gap_days=draw(st.sampled_from((None, latest))),
    )


def _money(draw: Draw, ids: Ids, known: Sequence[PlanRecord]) -> Iterator[PlanRecord]:
    activities = _of(known, Activity)
    lines = [draw(_lines(next(ids), _one_of(draw, activities))) for _ in _several(draw, most=3)]
    yield from lines
    for line in lines:
        for _ in _several(draw, most=1):
            yield Posting(
                id=next(ids),
                line_id=line.id,
                day=draw(days),
                kind=draw(st.sampled_from(PostingKind)),
                amount=draw(st.integers(-LARGEST, LARGEST)),
                reference=draw(texts),
            )
    for _ in _several(draw, most=1):
        yield ReserveDraw(
            id=next(ids), day=draw(days), amount=draw(st.integers(1, LARGEST)), reason=draw(names)
        )
    for _ in _several(draw, most=1):
        chosen = draw(st.lists(st.sampled_from(lines), unique_by=lambda line: line.id)) if lines else []
        what_if = tuple(ScenarioAmount(line.id, draw(amounts), draw(st.booleans())) for line in chosen)
        yield Scenario(id=next(ids), name=draw(names), amounts=what_if)


@st.composite
def _lines(draw: Draw, line_id: str, activity_id: str | None) -> BudgetLine:
    line = BudgetLine(
        id=line_id,
        label=draw(names),
        activity_id=activity_id,
        cost_type=draw(st.sampled_from(CostType)),
        meets=draw(st.sampled_from(Meets)),
        filed_under=draw(texts),
        working=draw(st.booleans()),
        supplier=draw(texts),
        quantity=draw(optional(st.decimals(0, 1000, places=3))),
        unit_price=draw(optional(st.integers(0, 10**9))),
        planned=draw(amounts),
        forecast=draw(optional(amounts)),
        closed=draw(st.booleans()),
        frozen=draw(st.booleans()),
        phasing=draw(phasings),
        currency=draw(optional(currencies)),
        exchange_rate=draw(optional(st.decimals("0.0001", 1000, places=4))),
        exchange_rate_day=draw(optional(days)),
        tax_note=draw(texts),
        note=draw(texts),
        position=draw(counts),
    )
    by_quantity = line.planned_by_quantity
    return line if by_quantity is None else replace(line, planned=by_quantity)


def _answers(draw: Draw, ids: Ids, known: Sequence[PlanRecord]) -> Iterator[PlanRecord]:
    for number in _several(draw):
        version = Version(id=next(ids), number=number + 1, day=draw(days), note=draw(texts))
        yield version
        for _ in _several(draw):
            yield Approval(
                id=next(ids),
                version_id=version.id,
                who=draw(names),
                role=draw(texts),
                decision=draw(st.sampled_from(Decision)),
                day=draw(days),
                note=draw(texts),
            )
    subjects = [record.id for record in known]
    for _ in _several(draw, most=1) if subjects else ():
        yield Dismissal(
            id=next(ids),
            rule=draw(names),
            subject_ids=tuple(draw(st.lists(st.sampled_from(subjects), min_size=1, max_size=2, unique=True))),
            reason=draw(names),
            day=draw(days),
        )
