"""What the review says of each field of each record: looked up for every cell that is painted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from campaignplanner.domain.review import Finding

FieldMarks: TypeAlias = Mapping[str, Finding]
"""The gravest finding about each field of a record, see ``Spot``; empty text: about the record as a whole."""

Marks: TypeAlias = Mapping[str, FieldMarks]
"""What is marked of each record, by its identifier; the gravest mark of a record comes first."""

NO_MARKS: FieldMarks = {}

_PAGE = 1_000
"""So many marks take about a millisecond."""


class Marking:
    """Finds out what is marked where, page by page.

    Attributes:
        marks: what is marked, after all steps.
        gravest: the gravest finding about each subject.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Take findings, the gravest first; nothing is marked before the steps are run."""
        self._findings = findings
        self.marks: dict[str, dict[str, Finding]] = {}
        self.gravest: dict[str, Finding] = {}

    def steps(self) -> Iterator[None]:
        """Mark a page of spots at a time; of several findings in one spot the first counts."""
        done = 0
        for finding in self._findings:
            for subject_id in finding.subject_ids:
                self.gravest.setdefault(subject_id, finding)
                if not finding.named_spots:
                    self.marks.setdefault(subject_id, {}).setdefault(finding.field, finding)
                done += 1
                if done % _PAGE == 0:
                    yield
            for spot in finding.named_spots:
                self.marks.setdefault(spot.record_id, {}).setdefault(spot.field, finding)


def marks_of(findings: Iterable[Finding]) -> Marks:
    """Return what is marked where."""
    marking = Marking(findings)
    for _ in marking.steps():
        pass
    return marking.marks
