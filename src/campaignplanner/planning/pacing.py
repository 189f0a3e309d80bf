"""Pacing: what was spent up to a day beside what was planned up to that day.

The planned money is counted by its phasing, not by days elapsed: a campaign that begins with a big event and
goes on quietly is on pace when the event is paid. The budget page asks ``pacing`` with today and shows the
sentence; ``MoneyReview.spending`` gives the spreadings.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from campaignplanner.planning.phasing import Spreading


@dataclass(frozen=True, slots=True)
class Pacing:
    """Money up to a day, in minor units of the campaign's currency.

    Attributes:
        day: the day, that included.
        planned: what the phasing planned up to it.
        actual: what was spent up to it.
        planned_in_all: all planned money, also what is undated.
        undated: planned money that has no days, so that it is in no comparison.
    """

    day: date
    planned: int
    actual: int
    planned_in_all: int
    undated: int

    @property
    def ahead(self) -> int:
        """By how much more was spent than planned up to the day; negative when less."""
        return self.actual - self.planned

    @property
    def pace(self) -> Decimal | None:
        """Spent over planned up to the day: 1 is on pace; None where nothing was planned until then."""
        return Decimal(self.actual) / self.planned if self.planned else None


def pacing(planned: Spreading, actual: Spreading, day: date) -> Pacing:
    """Compare actual with planned money up to a day, that included."""
    spent, intended = actual.until(day).total, planned.until(day).total
    return Pacing(day, intended, spent, planned.whole, planned.undated.total)
