"""The rows of the review: groups of findings, and below them what was set aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from campaignplanner.domain.plan import Plan
from campaignplanner.domain.review import Finding, Severity
from campaignplanner.planning.review.engine import SetAside
from campaignplanner.planning.review.grouping import by_aim, by_family, subjects_of
from campaignplanner.planning.review.rules import RULES_BY_CODE
from campaignplanner.ui.formats import counted
from campaignplanner.ui.review.words import group_title, subject_title, translated
from campaignplanner.ui.widgets.severity_mark import severity_word

MOST_ROWS = 200
"""So many findings are listed at first; nobody reads more, and each group says how many it has besides."""

_LEAST_OF_GROUP = 3
_MOST_NAMED = 4
ASIDE = "aside"
"""The key of the fold with what was set aside."""


class RowKind(Enum):
    """What a row is."""

    HEADING = "heading"
    FINDING = "finding"
    MORE = "more"
    FOLD = "fold"
    ASIDE = "set aside"


class Grouping(Enum):
    """By what findings are put together; the values are what is remembered."""

    AIM = "aim"
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A row in words.

    Attributes:
        kind: what it is.
        key: what it is known by from one showing to the next.
        text: what leads; the sentence of a finding.
        second: more about it, muted.
        count: how many rows it stands for: of a group, of what is not listed, of what was set aside.
        severity: of a finding.
        finding: the finding, also of what was set aside, where it would still be found.
        aside: what was set aside.
        is_open: whether the rows of a fold are listed.
    """

    kind: RowKind
    key: str
    text: str
    second: str = ""
    count: int = 0
    severity: Severity | None = None
    finding: Finding | None = None
    aside: SetAside | None = None
    is_open: bool = False

    @property
    def can_be_chosen(self) -> bool:
        """Whether it is something that opens, and no heading."""
        return self.kind is not RowKind.HEADING

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        grave = "" if self.severity is None else severity_word(self.severity)
        number = str(self.count) if self.count and self.kind is RowKind.HEADING else ""
        return ", ".join(part for part in (grave, self.text, self.second, number) if part)


@dataclass(frozen=True, slots=True)
class Wanted:
    """How people want to see the findings.

    Attributes:
        grouping: by what they are put together.
        severities: which are listed.
        whole: keys of the groups of which all is listed, and of the fold where it is open.
    """

    grouping: Grouping = Grouping.AIM
    severities: frozenset[Severity] = field(default_factory=lambda: frozenset(Severity))
    whole: frozenset[str] = frozenset()


def key_of(finding: Finding) -> str:
    """What a finding is known by: it is the same as long as its rule says something of the same things."""
    return " ".join((finding.rule, *sorted(finding.subject_ids)))


def rows_of(
    plan: Plan, findings: Sequence[Finding], set_aside: Sequence[SetAside], wanted: Wanted
) -> tuple[ReviewRow, ...]:
    """Return the rows from top to bottom."""
    shown = [each for each in findings if each.severity in wanted.severities]
    return (*_finding_rows(plan, shown, wanted), *_aside_rows(set_aside, wanted))


def _finding_rows(plan: Plan, findings: Sequence[Finding], wanted: Wanted) -> Iterator[ReviewRow]:
    groups = by_aim(plan, findings) if wanted.grouping is Grouping.AIM else by_family(findings)
    most = max(_LEAST_OF_GROUP, MOST_ROWS // max(1, len(groups)))
    for group in groups:
        key = f"group {group.key}"
        count = len(group.findings)
        yield ReviewRow(RowKind.HEADING, key, group_title(plan, group), count=count)
        listed = group.findings if key in wanted.whole or count <= most + 1 else group.findings[:most]
        for finding in listed:
            yield _finding_row(plan, finding)
        if rest := count - len(listed):
            text = counted(rest, translated("Show %1 more"), translated("Show %1 more"))
            yield ReviewRow(RowKind.MORE, key, text, count=rest)


def _finding_row(plan: Plan, finding: Finding) -> ReviewRow:
    subjects = subjects_of(plan, finding)
    names = [subject_title(plan, each) for each in subjects[:_MOST_NAMED]]
    if len(subjects) > _MOST_NAMED:
        rest = len(subjects) - _MOST_NAMED
        names.append(counted(rest, translated("and %1 more"), translated("and %1 more")))
    return ReviewRow(
        RowKind.FINDING,
        key_of(finding),
        " ".join(finding.message.split()),
        second=" \u00b7 ".join((RULES_BY_CODE[finding.rule].title, *names)),
        severity=finding.severity,
        finding=finding,
    )


def _aside_rows(set_aside: Sequence[SetAside], wanted: Wanted) -> Iterator[ReviewRow]:
    if not set_aside:
        return
    is_open = ASIDE in wanted.whole
    yield ReviewRow(RowKind.FOLD, ASIDE, translated("Not for us"), count=len(set_aside), is_open=is_open)
    for each in set_aside if is_open else ():
        rule = RULES_BY_CODE.get(each.dismissal.rule)
        title = each.dismissal.rule if rule is None else rule.title
        yield ReviewRow(
            RowKind.ASIDE,
            f"aside {each.dismissal.id}",
            title if each.finding is None else " ".join(each.finding.message.split()),
            second=" ".join(each.dismissal.reason.split()),
            finding=each.finding,
            aside=each,
        )
