"""Whether anybody could tell that an aim was reached: the KPIs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from campaignplanner.domain.aim import Aim, Better, Kpi, KpiStage
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.records import PlanRecord
from campaignplanner.domain.review import Finding, Severity, Spot
from campaignplanner.planning.review.aims import GOALS_FIRST
from campaignplanner.planning.review.facts import MEASURES, OUTPUTS
from campaignplanner.planning.review.fix import Blank, FieldEdit, Fix
from campaignplanner.planning.review.making import (
    Workshop,
    editing,
    filling,
)
from campaignplanner.planning.review.rule import (
    CONVENTION,
    NOTHING,
    PLAIN_LOGIC,
    Evidence,
    Family,
    Rule,
    Said,
    Sight,
    is_under_way,
    say,
)
from campaignplanner.planning.sentences import listed, quoted


def aim_without_kpi(sight: Sight, aim: Aim) -> tuple[Said, ...]:
    """Say so of an aim that nothing measures, once the plan is under way."""
    if not is_under_way(sight.plan) or aim.id in sight.plan.kpis.by("aim_id"):
        return NOTHING
    return say(f"Nothing measures {quoted(aim.statement)}: nobody could tell that it was reached.", aim.id)


def first_kpi(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Ask for a measure with its target and day."""
    aim = sight.plan.aims[finding.subject_ids[0]]
    kpi = Kpi(id=Workshop(sight.plan, finding, "kpi").id("kpi"), name="KPI", aim_id=aim.id)
    yield Fix(
        label="Add a KPI",
        preview=(f"New KPI of {quoted(aim.statement)}, with the name that you fill in.",),
        makes=(kpi,),
        blanks=(Blank(Kpi, kpi.id, "name", f"What is measured of {quoted(aim.statement)}"),),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    field: str
    noun: str


_PARTS = (
    _Part("baseline", "a baseline"),
    _Part("target", "a target"),
    _Part("unit", "a unit"),
    _Part("due_day", "a due day"),
    _Part("how_measured", "a way to measure it"),
    _Part("by_whom", "somebody who measures it"),
)
_JUDGED_BY = frozenset({"target", "due_day"})
"""Without these nobody can say whether it was reached."""


def _lacking(kpi: Kpi) -> list[_Part]:
    lacking = [part for part in _PARTS if getattr(kpi, part.field) in (None, "")]
    # “Subscribers” counts itself: a unit alone is not worth a word.
    return [] if [part.field for part in lacking] == ["unit"] else lacking


def kpi_lacking(sight: Sight, kpi: Kpi) -> tuple[Said, ...]:
    """Say in one sentence what a KPI lacks; of an activity's own counter only that it has no target."""
    lacking = _lacking(kpi)
    if kpi.aim_id is None:
        lacking = [part for part in lacking if part.field == "target"]
    if not lacking or not is_under_way(sight.plan):
        return NOTHING
    grave = kpi.aim_id is not None and any(part.field in _JUDGED_BY for part in lacking)
    nouns = listed([part.noun for part in lacking])
    return say(
        f"The KPI {quoted(kpi.name)} still lacks {nouns}.",
        kpi.id,
        severity=Severity.WARNING if grave else Severity.HINT,
        spots=tuple(Spot(kpi.id, part.field) for part in lacking),
    )


def complete_kpi(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Ask for all that is lacking."""
    kpi = sight.plan.kpis[finding.subject_ids[0]]
    lacking = _lacking(kpi) if kpi.aim_id is not None else [_PARTS[1]]
    name = quoted(kpi.name)
    yield filling(
        f"Complete {name}",
        (Blank(Kpi, kpi.id, part.field, f"{name}: {part.noun}") for part in lacking),
    )


def target_goes_nowhere(sight: Sight, kpi: Kpi) -> tuple[Said, ...]:
    """Say so when the target equals the baseline, or lies on the wrong side of it."""
    del sight
    baseline, target = kpi.baseline, kpi.target
    if baseline is None or target is None:
        return NOTHING
    if baseline == target:
        return say(f"The target of {quoted(kpi.name)} equals its baseline: nothing would change.", kpi.id)
    if (target > baseline) != (kpi.better is Better.HIGHER):
        message = (
            f"{quoted(kpi.name)} is to go from {baseline:f} to {target:f}, "
            f"but {kpi.better.value} is said to be better."
        )
        return say(message, kpi.id)
    return NOTHING


def mend_target(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer to turn the direction where it is wrong, and ask for another target."""
    kpi = sight.plan.kpis[finding.subject_ids[0]]
    name = quoted(kpi.name)
    if kpi.baseline != kpi.target:
        better = Better.LOWER if kpi.better is Better.HIGHER else Better.HIGHER
        yield editing(
            f"Count {better.value} as better",
            f"{name} counts as better the {better.value} it is.",
            FieldEdit(Kpi, kpi.id, {"better": better}),
        )
    yield filling("Change the target", (Blank(Kpi, kpi.id, "target", f"Target of {name}"),))


def due_before_start(sight: Sight, kpi: Kpi) -> tuple[Said, ...]:
    """Say so when a KPI is due before the campaign has begun."""
    first_day = sight.plan.campaign.first_day
    if kpi.due_day is None or first_day is None or kpi.due_day >= first_day:
        return NOTHING
    message = (
        f"{quoted(kpi.name)} is due on {sight.day_words(kpi.due_day)}, "
        f"before the campaign begins on {sight.day_words(first_day)}."
    )
    return say(message, kpi.id)


def due_later(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer the campaign's last day, and ask for another."""
    kpi, campaign = sight.plan.kpis[finding.subject_ids[0]], sight.plan.campaign
    name = quoted(kpi.name)
    days: Iterable[date] = () if campaign.last_day is None else (campaign.last_day,)
    for each in days:
        yield editing(
            f"Let it be due on {sight.day_words(each)}",
            f"{name} is due on the campaign's last day, {sight.day_words(each)}.",
            FieldEdit(Kpi, kpi.id, {"due_day": each}),
        )
    yield filling(
        "Choose another day", (Blank(Kpi, kpi.id, "due_day", f"The day by which {name} is reached"),)
    )


def all_outputs(sight: Sight, campaign: Campaign) -> tuple[Said, ...]:
    """Say so when every KPI counts what was put out, and none what came of it."""
    count = sight.facts.count(MEASURES)
    if not count or sight.facts.count(OUTPUTS) < count:
        return NOTHING
    measured = _ALL_OF.get(count, f"All {count} KPIs are outputs")
    del campaign
    message = f"{measured}: none says what people think or do differently afterwards."
    return say(message, *sorted(sight.facts.members(MEASURES)))


_ALL_OF = {1: "The only KPI is an output", 2: "Both KPIs are outputs"}


def outcome_kpi(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Ask for a measure of an outcome of the first aim."""
    aims = sight.plan.aims_in_order
    if not aims:
        return
    kpi_id = Workshop(sight.plan, finding, "kpi").id("kpi")
    made: PlanRecord = Kpi(id=kpi_id, name="KPI", aim_id=aims[0].id, stage=KpiStage.OUTCOME)
    yield Fix(
        label="Add an outcome",
        preview=(f"New KPI of {quoted(aims[0].statement)}: an outcome, with the name that you fill in.",),
        makes=(made,),
        blanks=(Blank(Kpi, kpi_id, "name", "What people do differently afterwards"),),
    )


_AMEC = Evidence(
    "The AMEC framework wants outcomes and impact beside outputs; an agreement of the trade, not a study.",
    "https://themarketingjuice.com/amec-integrated-evaluation-framework-public-relations",
)
RULES = (
    Rule(
        code="aim.no_kpi",
        title="Aim without KPI",
        family=Family.AIMS,
        severity=Severity.WARNING,
        why="What is not measured can be neither reached nor missed.",
        evidence=GOALS_FIRST,
        judges=Aim,
        judge=aim_without_kpi,
        fixes=first_kpi,
        field="kpis",
        settings=("begun_activities",),
    ),
    Rule(
        code="aim.kpi_lacking",
        title="KPI with gaps",
        family=Family.AIMS,
        severity=Severity.WARNING,
        why="A measure counts when everybody knows from where, to where, by when, how and by whom.",
        evidence=CONVENTION,
        judges=Kpi,
        judge=kpi_lacking,
        fixes=complete_kpi,
        settings=("begun_activities",),
    ),
    Rule(
        code="aim.kpi_target",
        title="Target that goes nowhere",
        family=Family.AIMS,
        severity=Severity.WARNING,
        why="A target that is where things stand already asks nothing of anybody.",
        evidence=PLAIN_LOGIC,
        judges=Kpi,
        judge=target_goes_nowhere,
        fixes=mend_target,
        field="target",
    ),
    Rule(
        code="aim.kpi_due_early",
        title="KPI due before the start",
        family=Family.AIMS,
        severity=Severity.WARNING,
        why="A campaign cannot move what is measured before it begins.",
        evidence=PLAIN_LOGIC,
        judges=Kpi,
        judge=due_before_start,
        fixes=due_later,
        field="due_day",
    ),
    Rule(
        code="aim.all_outputs",
        title="Outputs only",
        family=Family.AIMS,
        severity=Severity.HINT,
        why="Posts, cups and visitors count the work; whether it worked shows in what people do afterwards.",
        evidence=_AMEC,
        judges=Campaign,
        judge=all_outputs,
        fixes=outcome_kpi,
        field="stage",
    ),
)
