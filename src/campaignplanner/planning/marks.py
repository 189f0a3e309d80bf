"""What the review says of each field of each record: looked up for every cell that is painted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from campaignplanner.domain.review import Finding

FieldMarks: TypeAlias = Mapping[str, Finding]
"""The gravest finding about each field of a record, see ``Spot``; empty text: about the record as a whole."""

Marks: TypeAlias = Mapping[str, FieldMarks]
"""What is marked of each record, by its identifier."""

NO_MARKS: FieldMarks = {}


def marks_of(findings: Iterable[Finding]) -> Marks:
    """Return what is marked where; of several findings in one spot the first, which is the gravest."""
    marks: dict[str, dict[str, Finding]] = {}
    for finding in findings:
        for spot in finding.spots:
            marks.setdefault(spot.record_id, {}).setdefault(spot.field, finding)
    return marks
