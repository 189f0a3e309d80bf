"""What a draft still lacks, in the brief's own words: said on paper while there is time to answer it."""

from __future__ import annotations

from collections.abc import Iterable

from campaignplanner.brief.context import BriefContext, unique
from campaignplanner.brief.standing import Standing, standing_of
from campaignplanner.domain.review import Finding
from campaignplanner.planning.review.brief_points import open_points
from campaignplanner.planning.review.rule import ReviewContext

MOST_NAMED = 5
_TEXTS = ("problem", "message", "reason_to_believe")
"""What a brief has to say."""
_GAPS, _NO_AIM = "brief.gaps", "aim.none"


def still_open(context: BriefContext) -> tuple[str, ...]:
    """One sentence for each rule that has an open point; none once the brief is no draft any more."""
    if standing_of(context) is not Standing.DRAFT:
        return ()
    # The review keeps quiet of a brief that nobody has begun; who prints it has.
    unsaid = {_NO_AIM: not context.plan.aims, _GAPS: bool(_unsaid(context))}
    by_rule: dict[str, list[Finding]] = {rule: [] for rule, is_open in unsaid.items() if is_open}
    for point in open_points(context.plan, ReviewContext(context.today)):
        by_rule.setdefault(point.finding.rule, []).append(point.finding)
    return tuple(_sentence(context, rule, found) for rule, found in by_rule.items())


def _sentence(context: BriefContext, rule: str, found: list[Finding]) -> str:
    name = f"open_{rule.replace('.', '_')}"
    if rule == _GAPS:
        return context.words.say(name, names=", ".join(map(context.words.say, _unsaid(context))))
    return context.words.say(name, names=_named(context, found))


def _unsaid(context: BriefContext) -> list[str]:
    """The names of the words for what every brief has to say and this one does not."""
    brief = context.plan.campaign.brief
    return [f"field_{each}" for each in _TEXTS if not getattr(brief, each).strip()]


def _named(context: BriefContext, found: Iterable[Finding]) -> str:
    """What aims and measures are called; the first few, and how many more there are."""
    plan, words = context.plan, context.words
    names = []
    for each in (subject for finding in found for subject in finding.subject_ids):
        if each in plan.aims:
            names.append(words.say("quoted", text=plan.aims[each].statement))
        elif each in plan.kpis:
            names.append(words.say("quoted", text=plan.kpis[each].name))
    named = unique(names)
    rest = len(named) - MOST_NAMED
    shown = ", ".join(named[:MOST_NAMED])
    return f"{shown} {context.words.say('and_more', count=rest)}" if rest > 0 else shown
