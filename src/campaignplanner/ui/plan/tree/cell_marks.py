"""Which cell of a row has the mark of a finding."""

from __future__ import annotations

from collections.abc import Collection

from campaignplanner.domain.review import Finding, Severity
from campaignplanner.planning.marks import FieldMarks
from campaignplanner.ui.plan.tree.columns import FIELD_OF, Column

_GRAVITY = {severity: place for place, severity in enumerate(Severity)}


def mark_in(marks: FieldMarks, column: Column, marked_in: Collection[str]) -> Finding | None:
    """Return what is marked in a cell of a row.

    Args:
        marks: what the review says of the row's activity.
        column: the cell's column.
        marked_in: what has a column in sight; the side has the gravest mark of all the rest.
    """
    if column is not Column.SIDE:
        return marks.get(FIELD_OF[column])
    rest = (finding for field, finding in marks.items() if field not in marked_in)
    return min(rest, key=lambda finding: _GRAVITY[finding.severity], default=None)
