"""Planned money and what became of it: lines, postings, draws on the reserve, what-ifs.

All amounts are integer minor units. A line's amounts are in the line's currency, or the campaign's where
the line names none.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from campaignplanner.domain import checks
from campaignplanner.domain.campaign import check_currency
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.money import check_amount

FILED_UNDER_SUGGESTIONS = ("digital", "brand", "events", "sales", "service", "people")
"""Budget holders to offer; users type their own words as well."""


class Meets(Enum):
    """Where the customer meets what a line pays for."""

    ONLINE = "online"
    OFFLINE = "offline"
    BOTH = "both"
    NOT_SAID = "not said"

    __hash__ = object.__hash__  # looked up for every line of every sum: by identity it costs nothing


class CostType(Enum):
    """What a line pays for."""

    MEDIA = "media"
    PRODUCTION = "production"
    PEOPLE = "people"
    VENUE = "venue"
    PRODUCT = "product and samples"
    REWARDS = "rewards"
    TRAVEL = "travel"
    TECHNOLOGY = "technology"
    RESEARCH = "research"
    AGENCY_FEE = "agency fee"
    OTHER = "other"


class PhasingMode(Enum):
    """How a line's money is spread over time."""

    EVEN = "even"
    AT_START = "at start"
    AT_END = "at end"
    BY_MONTH = "by month"
    BY_WEEK = "by week"


class TypedBy(Enum):
    """What an amount of the phasing was typed for."""

    MONTH = "month"
    WEEK = "week"


_TYPED_BY = {PhasingMode.BY_MONTH: TypedBy.MONTH, PhasingMode.BY_WEEK: TypedBy.WEEK}


class PostingKind(Enum):
    """Whether money is promised or spent."""

    COMMITTED = "committed"
    ACTUAL = "actual"


@dataclass(frozen=True, slots=True)
class PhasedAmount:
    """A typed amount for the week or month that begins on the day.

    ``typed_by`` is told where it was typed for a mode that is not in force any more; None: the mode in force.
    """

    day: date
    amount: int
    typed_by: TypedBy | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Phasing:
    """How money is spread; typed amounts are kept while another mode is in force."""

    mode: PhasingMode = PhasingMode.EVEN
    typed: tuple[PhasedAmount, ...] = ()

    def check(self) -> None:
        """Raise PlanError when the typed amounts cannot be kept."""
        for each in self.typed:
            if each.amount < 0:
                raise PlanError("A typed amount of the phasing is negative.", "phasing")
            check_amount(each.amount, "phasing")
        if len({(each.day, each.typed_by or self.typed_by) for each in self.typed}) != len(self.typed):
            raise PlanError("A week or month has two typed amounts.", "phasing")

    @property
    def typed_by(self) -> TypedBy | None:
        """What is typed in the mode in force; None where nothing is."""
        return _TYPED_BY.get(self.mode)

    @property
    def typed_in_force(self) -> tuple[PhasedAmount, ...]:
        """The amounts typed for the mode in force; none where it takes none."""
        if self.typed_by is None:
            return ()
        return tuple(each for each in self.typed if each.typed_by in (None, self.typed_by))

    def in_mode(self, mode: PhasingMode) -> Phasing:
        """Return the phasing in another mode, with every typed amount kept for what it was typed for."""
        if mode is self.mode:
            return self
        typed = (replace(each, typed_by=each.typed_by or self.typed_by) for each in self.typed)
        return Phasing(mode=mode, typed=tuple(typed))


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine:
    """Money for an activity, or for the campaign where ``activity_id`` is None.

    ``unit_price`` and ``planned`` and ``forecast`` are minor units. ``exchange_rate`` is what one unit of
    the line's currency is worth in the campaign's. ``frozen`` says that planned money was approved.
    """

    id: str
    label: str
    activity_id: str | None = None
    cost_type: CostType = CostType.OTHER
    meets: Meets = Meets.NOT_SAID
    filed_under: str = ""
    working: bool = True
    supplier: str = ""
    quantity: Decimal | None = None
    unit_price: int | None = None
    planned: int = 0
    forecast: int | None = None
    closed: bool = False
    frozen: bool = False
    phasing: Phasing = field(default_factory=Phasing)
    currency: str | None = None
    exchange_rate: Decimal | None = None
    exchange_rate_day: date | None = None
    tax_note: str = ""
    note: str = ""
    position: int = 0

    def check(self) -> None:
        """Raise PlanError when the line breaks a rule."""
        checks.check_id(self.id)
        checks.check_named(self.label, "label", "A budget line needs a label.")
        checks.check_texts(self, "filed_under", "supplier", "tax_note", "note")
        checks.check_count(self.position, "position", "The position")
        self._check_amounts()
        self._check_currency()
        self.phasing.check()

    def _check_amounts(self) -> None:
        for name in ("planned", "forecast", "unit_price"):
            amount: int | None = getattr(self, name)
            if amount is not None and amount < 0:
                raise PlanError(f"An amount of “{self.label}” is negative.", name)
            check_amount(amount or 0, name)
        checks.check_decimal(self.quantity, "quantity", "The quantity")
        if self.quantity is None or self.unit_price is None:
            return
        if self.quantity < 0:
            raise PlanError(f"The quantity of “{self.label}” is negative.", "quantity")
        if not self.frozen and self.planned != self.planned_by_quantity:
            raise PlanError(f"“{self.label}”: planned is not quantity times price.", "planned")

    @property
    def planned_by_quantity(self) -> int | None:
        """Quantity times unit price in minor units, rounded half to even; None for a fixed amount."""
        if self.quantity is None or self.unit_price is None:
            return None
        return round(Fraction(self.quantity) * self.unit_price)

    def _check_currency(self) -> None:
        if self.currency is not None:
            check_currency(self.currency)
        checks.check_decimal(self.exchange_rate, "exchange_rate", "The exchange rate")
        if self.exchange_rate is not None and self.exchange_rate <= 0:
            raise PlanError("An exchange rate must be above zero.", "exchange_rate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """Money that happened on a line, in the line's currency; a refund is negative."""

    id: str
    line_id: str
    day: date
    kind: PostingKind
    amount: int
    reference: str = ""

    def check(self) -> None:
        """Raise PlanError when the posting breaks a rule."""
        checks.check_id(self.id)
        checks.check_texts(self, "reference")
        check_amount(self.amount, "amount")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReserveDraw:
    """A step that takes an amount from the contingency, in the campaign's currency."""

    id: str
    day: date
    amount: int
    reason: str

    def check(self) -> None:
        """Raise PlanError when the draw breaks a rule."""
        checks.check_id(self.id)
        checks.check_named(self.reason, "reason", "Say what the reserve is drawn for.")
        if self.amount <= 0:
            raise PlanError("A draw on the reserve must be above zero.", "amount")
        check_amount(self.amount, "amount")


@dataclass(frozen=True, slots=True)
class ScenarioAmount:
    """What a line would get in a what-if; a locked line is left alone when others are scaled."""

    line_id: str
    planned: int
    locked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A named what-if on the money, not yet applied."""

    id: str
    name: str
    amounts: tuple[ScenarioAmount, ...] = ()

    def check(self) -> None:
        """Raise PlanError when the scenario breaks a rule."""
        checks.check_id(self.id)
        checks.check_named(self.name, "name", "A scenario needs a name.")
        for each in self.amounts:
            if each.planned < 0:
                raise PlanError(f"An amount in the scenario “{self.name}” is negative.", "amounts")
            check_amount(each.planned, "amounts")
        if len({each.line_id for each in self.amounts}) != len(self.amounts):
            raise PlanError(f"The scenario “{self.name}” names a line twice.", "amounts")
