"""What the command ``check`` prints: the findings of the review, for people or as JSON."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from campaignplanner.domain.direction import not_set_apart
from campaignplanner.domain.records import NAMES, RECORD_TYPES, title_of
from campaignplanner.domain.review import Finding, Severity

if TYPE_CHECKING:  # each command imports only what it needs
    from campaignplanner.domain.plan import Plan
    from campaignplanner.planning.review.engine import Review

FOUND = 3
"""The exit status when there are findings at or above the level."""

_LEVELS = [each.value for each in Severity]


def add_check_words(command: ArgumentParser) -> None:
    """Add the words of the command."""
    command.add_argument("--json", action="store_true", help="as JSON, for other programs")
    command.add_argument(
        "--fail-on",
        choices=_LEVELS,
        default=Severity.ERROR.value,
        metavar="LEVEL",
        help=f"end with {FOUND} when there are findings of this level or a graver one: "
        f"{', '.join(_LEVELS)} (usually error)",
    )


def status_of(findings: tuple[Finding, ...], level: str) -> int:
    """Return the exit status: whether there is a finding at or above a level."""
    grave = _LEVELS[: _LEVELS.index(level) + 1]
    return FOUND if any(each.severity.value in grave for each in findings) else 0


def lines_of(review: Review) -> Iterator[str]:
    """Yield what is printed for people: a line per finding, the gravest first, and a summary."""
    from campaignplanner.planning.review.summary import summary_of

    if not review.plan.aims and not review.plan.activities:
        yield "There is nothing to read yet: add an aim, and activities that serve it."
        return
    for finding in review.findings:
        yield f"{finding.severity.value:<7}  {not_set_apart(finding.message)}  [{finding.rule}]"
    counts = Counter(each.severity for each in review.findings)
    parts = [_counted(counts[each], each.value) for each in Severity if counts[each]]
    aside = f", {len(review.set_aside)} set aside" if review.set_aside else ""
    yield f"{', '.join(parts) or 'nothing found'}{aside}".capitalize() + "."
    yield summary_of(review.sight).sentence


def json_of(review: Review) -> str:
    """Return what is printed for other programs."""
    from dataclasses import asdict

    from campaignplanner.planning.review.summary import summary_of

    plan = review.plan
    content = {
        "campaign": {"id": plan.campaign.id, "title": plan.campaign.title},
        "findings": [_finding(plan, each) for each in review.findings],
        "set_aside": [
            {
                "rule": each.dismissal.rule,
                "subjects": [_subject(plan, identifier) for identifier in each.dismissal.subject_ids],
                "reason": each.dismissal.reason,
                "day": each.dismissal.day.isoformat(),
            }
            for each in review.set_aside
        ],
        "summary": asdict(summary_of(review.sight)),
    }
    return json.dumps(content, indent=2, ensure_ascii=False)


def _finding(plan: Plan, finding: Finding) -> dict[str, Any]:
    from campaignplanner.planning.review.rules import RULES_BY_CODE

    rule = RULES_BY_CODE[finding.rule]
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "family": rule.family.value,
        "title": rule.title,
        "message": not_set_apart(finding.message),
        "why": rule.why,
        "evidence": rule.evidence.text,
        "source": rule.evidence.source or None,
        "subjects": [_subject(plan, each) for each in finding.subject_ids],
        "spots": [{"id": each.record_id, "field": each.field or None} for each in finding.spots],
    }


def _subject(plan: Plan, identifier: str) -> dict[str, str]:
    """Return a subject by its identifier; another campaign and what is gone have no title here."""
    if identifier == plan.campaign.id:
        return {"id": identifier, "type": "campaign", "title": plan.campaign.title}
    for record_type in RECORD_TYPES:
        record = plan.table(record_type).get(identifier)
        if record is not None:
            return {"id": identifier, "type": NAMES[record_type][0], "title": title_of(record)}
    return {"id": identifier}


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
