"""What becomes of a campaign's dates when all of them move, in sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from campaignplanner.domain.days import Span
from campaignplanner.domain.errors import PlanError
from campaignplanner.ui.formats import counted, span_text


def span_shift_text(span: Span, days: int) -> str:
    """When a span runs before and after, and by how much every date moves."""
    try:
        moved = span.shifted(days)
    except PlanError as error:
        return error.sentence
    said = _said("%1 becomes %2.").replace("%1", span_text(span.first_day, span.last_day))
    return f"{said.replace('%2', span_text(moved.first_day, moved.last_day))} {shift_text(days)}"


def shift_text(days: int) -> str:
    """By how much all dates move, such as `Every date moves 7 days later`."""
    if days == 0:
        return _said("Every date stays as it is.")
    later = (_said("Every date moves %1 day later."), _said("Every date moves %1 days later."))
    earlier = (_said("Every date moves %1 day earlier."), _said("Every date moves %1 days earlier."))
    return counted(abs(days), *(later if days > 0 else earlier))


def _said(text: str) -> str:
    return QCoreApplication.translate("shift", text)
