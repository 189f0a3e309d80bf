"""By how many days something moves: typed as `7`, `-3` or `2w`."""

from __future__ import annotations

import re
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from campaignplanner.domain.days import DAYS_PER_WEEK
from campaignplanner.domain.errors import PlanError
from campaignplanner.ui.fields.amounts import number_text
from campaignplanner.ui.fields.parsed import ParsedField
from campaignplanner.ui.formats import days_text

_TYPED = re.compile(r"\s*([+\-\u2212]?)\s*(\d{1,7})\s*(?:d|days?|(w|weeks?))?\s*", re.IGNORECASE)
"""A number of days or weeks; beyond seven digits no calendar goes."""


def days_meant(text: str) -> int | None:
    """The number of days that a text such as `-3`, `7 days` or `2w` means; None where it means none."""
    found = _TYPED.fullmatch(text)
    if found is None:
        return None
    sign, number, weeks = found.groups()
    return int(number) * (DAYS_PER_WEEK if weeks else 1) * (1 if sign in ("", "+") else -1)


def not_understood() -> str:
    """What is said of a text that means no number of days."""
    return QCoreApplication.translate("shift", "Type a number of days, such as 7 or \u22127, or weeks: 2w.")


class ShiftField(ParsedField):
    """A number of days, later when positive, or None."""

    def write(self, value: object) -> str:
        """See `ParsedField`."""
        return number_text(Decimal(value)) if isinstance(value, int) else ""

    def parse(self, text: str) -> int:
        """See `ParsedField`."""
        days = days_meant(text)
        if days is None:
            raise PlanError(not_understood())
        return days

    def understood(self, text: str) -> str:
        """The days, and whether they go earlier or later."""
        days = self.value_of(text)
        if not isinstance(days, int) or days == 0:
            return ""
        later, earlier = self.tr("%1 later"), self.tr("%1 earlier")
        return (later if days > 0 else earlier).replace("%1", days_text(abs(days)))
