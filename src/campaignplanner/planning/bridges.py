"""Whether bridges hold, what each pattern expects, and which patterns fit two activities.

Public: ``judge`` and ``judgements`` give a ``BridgeJudgement``; ``patterns_for`` says which patterns fit and
``fitting_patterns`` how each of them would stand; ``glyph`` says what a pattern is drawn as. The rules
themselves are in ``bridge_rules``, one function per pattern. Days are those of the whole activity: from its
first flight to its last.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from campaignplanner.domain.activity import Activity, Kind, Side
from campaignplanner.domain.bridge import Bridge, Pattern
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.review import Severity
from campaignplanner.planning.bridge_rules import BridgeFix, Ends, expectation, verdict_on
from campaignplanner.planning.sentences import quoted

__all__ = [
    "BridgeFix",
    "BridgeJudgement",
    "BridgeState",
    "Fitting",
    "Glyph",
    "fitting_patterns",
    "glyph",
    "judge",
    "judgements",
    "patterns_for",
    "timing_rule",
]


class BridgeState(Enum):
    """Whether people get across."""

    HOLDS = "holds"
    OPEN = "open"
    """An end has no dates yet: neither holding nor broken."""
    BROKEN = "broken"


class Glyph(Enum):
    """What a pattern is drawn as where it crosses; the value is a character that stands for it in text."""

    EXCLAMATION_MARK = "!"
    ELLIPSIS = "…"
    QUOTE_MARK = "”"
    SCREEN = "▣"
    STAR = "★"
    WAVE = "~"
    ARROW = "→"
    DOT = "•"


@dataclass(frozen=True, slots=True)
class BridgeJudgement:
    """How a bridge stands.

    Attributes:
        bridge: the bridge judged.
        state: holds, open or broken.
        severity: of what is wrong; a HINT goes with a bridge that holds but could do better, None with one
            that simply holds or is open.
        crossing: whether its ends lie on different sides; only those count as integration.
        gap_days: from the source's last day to the target's first: 1 for the next day, 0 for the same day,
            negative where the target starts earlier; None while open.
        days_off: by how many days it misses what is expected; 0 when nothing is to be improved.
        message: one plain sentence or two: how it stands and, when broken, the way on.
        expected: one plain sentence: when this pattern holds between these two.
        fix: the day on which one of the two would better start, where moving one mends it.
    """

    bridge: Bridge
    state: BridgeState
    severity: Severity | None
    crossing: bool
    gap_days: int | None
    days_off: int
    message: str
    expected: str
    fix: BridgeFix | None = None


def judge(plan: Plan, bridge: Bridge) -> BridgeJudgement:
    """Judge a bridge of the plan by its pattern and the campaign's thresholds."""
    source, target = plan.activities[bridge.source_id], plan.activities[bridge.target_id]
    own_pattern = None if bridge.own_pattern_id is None else plan.own_patterns[bridge.own_pattern_id]
    thresholds = plan.campaign.thresholds
    crossing = source.side is not target.side
    expected = expectation(bridge, source, target, thresholds, own_pattern)
    source_span, target_span = plan.span_of(source.id), plan.span_of(target.id)
    if source_span is None or target_span is None:
        undated = [
            activity for activity, span in ((source, source_span), (target, target_span)) if span is None
        ]
        message = _undated_sentence(undated)
        return BridgeJudgement(bridge, BridgeState.OPEN, None, crossing, None, 0, message, expected)
    ends = Ends(bridge, source, target, source_span, target_span, thresholds, own_pattern)
    verdict = verdict_on(ends)
    return BridgeJudgement(
        bridge=bridge,
        state=BridgeState.BROKEN if verdict.broken else BridgeState.HOLDS,
        severity=verdict.severity,
        crossing=crossing,
        gap_days=ends.gap_days,
        days_off=verdict.days_off,
        message=verdict.message,
        expected=expected,
        fix=verdict.fix,
    )


def judgements(plan: Plan) -> dict[str, BridgeJudgement]:
    """Judge every bridge of the plan, by the bridge's identifier."""
    return {bridge.id: judge(plan, bridge) for bridge in plan.bridges.values()}


def _undated_sentence(undated: list[Activity]) -> str:
    if len(undated) == 1:
        return f"{quoted(undated[0].title)} has no dates yet."
    return f"{quoted(undated[0].title)} and {quoted(undated[1].title)} have no dates yet."


_GLYPHS = {
    Pattern.ANNOUNCES: Glyph.EXCLAMATION_MARK,
    Pattern.CARRIES_ON_AS: Glyph.ELLIPSIS,
    Pattern.IS_TALKED_ABOUT_IN: Glyph.QUOTE_MARK,
    Pattern.IS_SHOWN_AT: Glyph.SCREEN,
    Pattern.IS_REWARDED_BY: Glyph.STAR,
    Pattern.IS_STREAMED_AS: Glyph.WAVE,
    Pattern.LEADS_TO: Glyph.ARROW,
    Pattern.OWN: Glyph.DOT,
}


def glyph(pattern: Pattern) -> Glyph:
    """Return what a pattern is drawn as."""
    return _GLYPHS[pattern]


def timing_rule(pattern: Pattern) -> str:
    """Return what dismissals call the review's rule about a pattern's timing: ``bridge.carries_on_as``."""
    return f"bridge.{pattern.value.replace(' ', '_')}"


_ANNOUNCING_OFFLINE = frozenset({Kind.PRINT, Kind.OUTDOOR, Kind.TV, Kind.RADIO})
_ANNOUNCED = frozenset(
    {
        Kind.EVENT,
        Kind.MEET_UP,
        Kind.PRODUCT_TRIAL,
        Kind.POP_UP,
        Kind.SERVICE_CLINIC,
        Kind.DISPLAY,
        Kind.REWARD,
    }
)
_CARRIED_ON = frozenset({Kind.EVENT, Kind.MEET_UP, Kind.SERVICE_CLINIC, Kind.POP_UP})
_TALKED_ABOUT = frozenset({Kind.PRODUCT_TRIAL, Kind.SAMPLING})
_SHOWING = frozenset({Kind.DISPLAY, Kind.POP_UP, Kind.EVENT})
_MADE_BY_PEOPLE = frozenset(
    {
        Kind.CONVERSATION,
        Kind.CONTENT,
        Kind.CHALLENGE,
        Kind.REVIEW_DRIVE,
        Kind.AMBASSADOR_CIRCLE,
    }
)
"""Online kinds whose outcome is worth showing in a place; the others rather announce."""


def patterns_for(source: Activity, target: Activity) -> tuple[Pattern, ...]:
    """Return the patterns that fit the kinds of two activities, likeliest first.

    ``LEADS_TO`` fits any two and comes last. Patterns of the users' own are theirs to choose and not
    among them.
    """
    fitting = [pattern for pattern in _by_likelihood(source, target) if _fits(pattern, source, target)]
    return (*fitting, Pattern.LEADS_TO)


@dataclass(frozen=True, slots=True)
class Fitting:
    """A bridge that could be built.

    Attributes:
        pattern: its pattern.
        own_pattern_id: which one of the users' own, where it is one.
        name: what it is called.
        judgement: how it would stand.
        is_there: whether there is such a bridge between the two already.
    """

    pattern: Pattern
    own_pattern_id: str | None
    name: str
    judgement: BridgeJudgement
    is_there: bool


def fitting_patterns(plan: Plan, source_id: str, target_id: str) -> tuple[Fitting, ...]:
    """Return what could be built between two activities of a plan, likeliest first, the users' own last."""
    source, target = plan.activities[source_id], plan.activities[target_id]
    own = sorted(plan.own_patterns.values(), key=lambda each: (each.name.casefold(), each.id))
    known = [(each, None, each.value) for each in patterns_for(source, target)]
    there = {
        (each.pattern, each.own_pattern_id)
        for each in plan.bridges_from(source_id)
        if each.target_id == target_id
    }
    return tuple(
        Fitting(
            pattern,
            own_id,
            name,
            judge(plan, _tentative(source_id, target_id, pattern, own_id)),
            (pattern, own_id) in there,
        )
        for pattern, own_id, name in [*known, *((Pattern.OWN, each.id, each.name) for each in own)]
    )


def _tentative(source_id: str, target_id: str, pattern: Pattern, own_pattern_id: str | None) -> Bridge:
    return Bridge(
        id="tentative",
        source_id=source_id,
        target_id=target_id,
        pattern=pattern,
        own_pattern_id=own_pattern_id,
    )


def _by_likelihood(source: Activity, target: Activity) -> tuple[Pattern, ...]:
    shown_rather_than_announced = source.kind in _MADE_BY_PEOPLE and target.kind is Kind.DISPLAY
    first, second = Pattern.ANNOUNCES, Pattern.IS_SHOWN_AT
    if shown_rather_than_announced:
        first, second = second, first
    # The narrower the target, the likelier the pattern: a live stream, a reward, then the rest.
    return (
        Pattern.IS_STREAMED_AS,
        Pattern.IS_REWARDED_BY,
        Pattern.IS_TALKED_ABOUT_IN,
        Pattern.CARRIES_ON_AS,
        first,
        second,
    )


def _fits(pattern: Pattern, source: Activity, target: Activity) -> bool:
    from_online, to_online = source.side is Side.ONLINE, target.side is Side.ONLINE
    match pattern:
        case Pattern.ANNOUNCES:
            return (from_online or source.kind in _ANNOUNCING_OFFLINE) and target.kind in _ANNOUNCED
        case Pattern.CARRIES_ON_AS:
            return source.kind in _CARRIED_ON and to_online
        case Pattern.IS_TALKED_ABOUT_IN:
            return source.kind in _TALKED_ABOUT and to_online
        case Pattern.IS_SHOWN_AT:
            return from_online and target.kind in _SHOWING
        case Pattern.IS_REWARDED_BY:
            return from_online and target.kind is Kind.REWARD
        case Pattern.IS_STREAMED_AS:
            return source.kind is Kind.EVENT and target.kind is Kind.LIVE_STREAM
        case _:
            return pattern is Pattern.LEADS_TO
