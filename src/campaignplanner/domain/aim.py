"""The aims of the business that a campaign starts from, and how each is measured."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from campaignplanner.domain import checks
from campaignplanner.domain.errors import PlanError


class BusinessArea(Enum):
    """The part of the business that an aim belongs to."""

    MARKETING = "marketing"
    SALES = "sales"
    SERVICE = "service"
    PRODUCT = "product"
    PEOPLE = "people"
    OPERATIONS = "operations"
    FINANCE = "finance"


class KpiStage(Enum):
    """What a measure tells about; the words are those of the AMEC integrated evaluation framework."""

    OUTPUT = "output"
    OUT_TAKE = "out-take"
    OUTCOME = "outcome"
    IMPACT = "impact"


class Better(Enum):
    """Which way a measure should move."""

    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A business aim. ``one_side_reason`` says why it is served online or offline only, if it is."""

    id: str
    statement: str
    why: str = ""
    business_area: BusinessArea | None = None
    owner: str = ""
    position: int = 0
    one_side_reason: str = ""

    def check(self) -> None:
        """Raise PlanError when the aim breaks a rule."""
        checks.check_id(self.id)
        checks.check_named(self.statement, "statement", "An aim needs a statement.")
        checks.check_texts(self, "why", "owner", "one_side_reason")
        checks.check_count(self.position, "position", "The position")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kpi:
    """A measure of an aim or of an activity: exactly one of ``aim_id`` and ``activity_id`` is set."""

    id: str
    name: str
    aim_id: str | None = None
    activity_id: str | None = None
    unit: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    due_day: date | None = None
    how_measured: str = ""
    by_whom: str = ""
    stage: KpiStage | None = None
    better: Better = Better.HIGHER
    position: int = 0

    def check(self) -> None:
        """Raise PlanError when the measure breaks a rule."""
        checks.check_id(self.id)
        checks.check_named(self.name, "name", "A KPI needs a name.")
        if (self.aim_id is None) == (self.activity_id is None):
            raise PlanError("A KPI measures either one aim or one activity.", "aim_id")
        checks.check_texts(self, "unit", "how_measured", "by_whom")
        checks.check_decimal(self.baseline, "baseline", "The baseline")
        checks.check_decimal(self.target, "target", "The target")
        checks.check_count(self.position, "position", "The position")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One measured value of a KPI on a day."""

    id: str
    kpi_id: str
    day: date
    value: Decimal

    def check(self) -> None:
        """Raise PlanError when the reading breaks a rule."""
        checks.check_id(self.id)
        checks.check_decimal(self.value, "value", "The value")
