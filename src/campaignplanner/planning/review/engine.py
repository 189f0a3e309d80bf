"""Judging a whole plan in small steps, and after an edit again only what it touches.

Public: ``Review``; ``reviewed`` for those who can wait. A page runs ``steps`` for a few milliseconds at a
time and shows ``findings`` when they are through; ``follow`` tells of an edit, at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from campaignplanner.domain.activity import Kind
from campaignplanner.domain.bridge import Pattern
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.changes import ChangeSet
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.review import Dismissal, Finding, Severity
from campaignplanner.planning.review.affected import affected, everything_is_affected
from campaignplanner.planning.review.facts import COUNTERS, Facts, Unit
from campaignplanner.planning.review.fix import Fix, changes_of
from campaignplanner.planning.review.listing import FindingList
from campaignplanner.planning.review.rule import Judged, Place, ReviewContext, Rule, Sight, sort_of
from campaignplanner.planning.review.rules import RULES, RULES_BY_CODE

UNITS_PER_STEP = 40
"""So many records take about a millisecond."""

MOST_TRIED = 200
"""A fix that changes more than this is offered untried."""

GROUPINGS = (
    ("contributions", "activity_id"),
    ("contributions", "aim_id"),
    ("flights", "activity_id"),
    ("bridges", "source_id"),
    ("bridges", "target_id"),
    ("lines", "activity_id"),
    ("postings", "line_id"),
    ("kpis", "aim_id"),
    ("kpis", "activity_id"),
)
"""Made once per plan and kept; page by page, for ten thousand records take some milliseconds."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A dismissal, and the finding that it keeps quiet; None where nothing would be found any more."""

    dismissal: Dismissal
    finding: Finding | None


class Review:
    """What the rules find in a plan, kept up with its edits.

    After ``begin`` and after ``follow`` the ``steps`` are to be run through. Until then ``findings`` and
    ``set_aside`` are those of the last time.
    """

    def __init__(self, plan: Plan, context: ReviewContext) -> None:
        """Take a plan to judge; nothing is judged before ``steps`` run."""
        self.findings: tuple[Finding, ...] = ()
        self.set_aside: tuple[SetAside, ...] = ()
        self.begin(plan, context)

    @property
    def plan(self) -> Plan:
        """The plan as it was told last."""
        return self._sight.plan

    @property
    def sight(self) -> Sight:
        """The plan with its context and what is counted over the whole plan."""
        return self._sight

    @property
    def is_done(self) -> bool:
        """Whether ``findings`` are those of the plan as it is now."""
        return self._is_done

    def begin(self, plan: Plan, context: ReviewContext) -> None:
        """Judge a plan from scratch, such as another one or on another day."""
        self._facts = Facts()
        self._sight = Sight(plan, context, self._facts)
        self._listing = FindingList()
        self._found: dict[Unit, tuple[Finding, ...]] = {}
        self._whole: Iterator[Unit] = _all_units(plan)
        self._waiting: dict[Unit, None] = {}
        self._late: dict[Unit, None] = {(Campaign, plan.campaign.id): None}
        self._is_whole = False
        self._is_done = False

    def follow(self, plan: Plan, change_set: ChangeSet | None) -> None:
        """Take the plan after an edit; without a change set it is judged from scratch."""
        before, context = self._sight.plan, self._sight.context
        if change_set is None or everything_is_affected(before, plan, change_set):
            self.begin(plan, context)
            return
        self._sight = Sight(plan, context, self._facts)
        for unit in affected(before, plan, change_set):
            waiting = self._late if unit[0] in _LATE else self._waiting
            waiting[unit] = None
        self._is_done = False

    def steps(self) -> Iterator[None]:
        """Judge what is to be judged, a millisecond or so at a time."""
        if not self._is_done and not self._is_whole:
            yield from self._grouping_steps()
        while not self._is_done:  # an edit may come in between any two steps
            if units := list(islice(self._early_units(), UNITS_PER_STEP)):
                self._judge_all(units)
                yield
            elif not self._is_whole:
                self._late.update(dict.fromkeys((Place, name) for name in self._facts.places()))
                self._is_whole = True
            elif self._late:
                yield from self._late_steps()
            else:
                yield from self._listing.steps()
                if not (self._waiting or self._late):
                    self._tell()

    def fixes(self, finding: Finding) -> tuple[Fix, ...]:
        """Return what would mend one of the ``findings`` without breaking anything else.

        What needs no filling in is tried on the plan first, so that nothing is offered that does not help.
        """
        if not self._is_done or finding not in self.findings:
            return ()
        rule, proposed = RULES_BY_CODE[finding.rule], list[Fix]()
        with suppress(PlanError):  # a day beyond the calendar: nothing more to propose
            proposed.extend(rule.fixes(self._sight, finding))
        return tuple(fix for fix in proposed if fix.blanks or self._mends(finding, fix))

    def _mends(self, finding: Finding, fix: Fix) -> bool:
        before = self._sight
        try:
            step = ChangeSet(fix.label, changes_of(before.plan, fix), before.plan.campaign.id)
            after = before.plan.applying(step)
        except PlanError:
            return False
        if len(step.changes) > MOST_TRIED or everything_is_affected(before.plan, after, step):
            return True  # it takes too long to try while somebody waits
        if not step:
            return False
        units = sorted(dict.fromkeys(affected(before.plan, after, step)), key=_is_late)
        kept = {unit: self._found.get(unit, ()) for unit in units}
        self._sight = Sight(after, before.context, self._facts)
        self._judge_all(units)
        found = [each for unit in units for each in self._found.get(unit, ())]
        self._sight = before
        self._judge_all(units)
        errors = {_key(each) for several in kept.values() for each in several if _is_error(each)}
        return all(
            _key(each) != _key(finding) and (not _is_error(each) or _key(each) in errors) for each in found
        )

    def _judge_all(self, units: Iterable[Unit]) -> None:
        for unit in units:
            record = self._sight.record(*unit)
            self._facts.take(self._sight, unit, record)
            self._judge(unit, record)

    def _grouping_steps(self) -> Iterator[None]:
        for table, field in GROUPINGS:
            yield from getattr(self.plan, table).grouping(field)

    def _late_steps(self) -> Iterator[None]:
        unit = self._late.popitem()[0]
        if unit[0] is not Campaign:
            self._judge_all([unit])
            yield
            return
        sight, found = self._sight, list[Finding]()
        for rule in _rules_about(Campaign.__name__, None, True):
            found += rule.findings(sight, sight.plan.campaign)
            yield
            if self._sight is not sight:  # an edit came in between
                self._late[unit] = None
                return
        self._put(unit, tuple(found))

    def _early_units(self) -> Iterator[Unit]:
        while self._waiting:
            yield self._waiting.popitem()[0]
        for unit in self._whole:  # noqa: UP028 - “yield from” would end it with this generator
            yield unit

    def _judge(self, unit: Unit, record: Judged | None) -> None:
        self._put(unit, () if record is None else tuple(_findings(self._sight, record)))

    def _put(self, unit: Unit, found: tuple[Finding, ...]) -> None:
        before = self._found.get(unit, ())
        if not before and not found:
            return
        if found:
            self._found[unit] = found
        else:
            del self._found[unit]
        self._listing.replace(before, found)

    def _tell(self) -> None:
        found = self._listing.all()
        self.set_aside = tuple(_set_aside(self.plan, found)) if self.plan.dismissals else ()
        quiet = {id(each.finding) for each in self.set_aside}
        self.findings = tuple(each for each in found if id(each) not in quiet)
        self._is_done = True


def reviewed(plan: Plan, context: ReviewContext) -> Review:
    """Return the finished review of a plan."""
    review = Review(plan, context)
    for _ in review.steps():
        pass
    return review


def _set_aside(plan: Plan, found: Iterable[Finding]) -> Iterator[SetAside]:
    by_subjects = {_key(each): each for each in found}
    for dismissal in sorted(plan.dismissals.values(), key=lambda each: (each.day, each.id)):
        yield SetAside(dismissal, by_subjects.get((dismissal.rule, frozenset(dismissal.subject_ids))))


def _key(finding: Finding) -> tuple[str, frozenset[str]]:
    return finding.rule, frozenset(finding.subject_ids)


def _is_error(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR


def _is_late(unit: Unit) -> bool:
    return unit[0] in _LATE


# -- which rule looks at what ----------------------------------------------------------------------------


def _all_units(plan: Plan) -> Iterator[Unit]:
    for record_type in _EARLY:
        for identifier in plan.table(record_type):
            yield record_type, identifier


_LATE = (Campaign, Place)
"""Judged when all the rest is counted."""

_EARLY: tuple[type[Any], ...] = tuple(
    dict.fromkeys((*COUNTERS, *(rule.judges for rule in RULES if rule.judges not in _LATE)))
)
"""Judged one by one; first of all what counts for something."""


def _findings(sight: Sight, record: Judged) -> list[Finding]:
    """Return what all rules find of one record; asks only those that are about such a one."""
    found: list[Finding] = []
    for rule in _rules_about(type(record).__name__, *sort_of(sight, record)):
        found += rule.findings(sight, record)
    return found


@cache
def _rules_about(judged: str, sort: Kind | Pattern | None, is_alive: bool) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if rule.judges.__name__ == judged and rule.is_about(sort, is_alive))
