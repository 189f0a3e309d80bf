"""A campaign: what it is called, when it runs, its money and the brief's own texts."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from enum import Enum

from campaignplanner.domain import checks
from campaignplanner.domain.days import Span, check_order
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.money import check_amount

USUAL_CONTINGENCY_RATE = Decimal("0.10")
LONGEST_THRESHOLD = 3660
MOST_EXPECTED = 1_000


class CampaignStatus(Enum):
    """How far a campaign has come."""

    DRAFT = "draft"
    APPROVED = "approved"
    LIVE = "live"
    CLOSED = "closed"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefTexts:
    """The texts of the brief that belong to the campaign as a whole; any may be empty."""

    author: str = ""
    organisation: str = ""
    situation: str = ""
    problem: str = ""
    learnt: str = ""
    competitors: str = ""
    message: str = ""
    reason_to_believe: str = ""
    tone: str = ""
    mandatories: str = ""
    legal: str = ""
    brand_rules: str = ""
    fixed_dates: str = ""
    suppliers: str = ""

    def check(self) -> None:
        """Raise PlanError when a text cannot be kept."""
        checks.check_texts(self, *(each.name for each in fields(self)))


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLayout:
    """How the brief is to be; what is empty is as usual where it is made.

    Attributes:
        language: of the fixed words, such as ``en``.
        locale: of days, numbers and money, such as ``en_GB``.
        paper: the size of the pages, such as ``a4``.
        sections: what it consists of, in order.
        with_money: whether amounts are shown at all.
        accent: a colour such as ``#0b6bcb``.
    """

    language: str = ""
    locale: str = ""
    paper: str = ""
    sections: tuple[str, ...] = ()
    with_money: bool = True
    accent: str = ""

    def check(self) -> None:
        """Raise PlanError when a word cannot be kept; which words there are is for the brief to say."""
        checks.check_texts(self, "language", "locale", "paper", "accent")
        for section in self.sections:
            checks.check_text(section, "sections")


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """What the review expects; the evidence for the usual values is in its rules.

    The first six are days after which the timing of a bridge no longer holds.

    Attributes:
        least_reserve: the share of the budget that is kept back at least.
        no_show_free: the share of those who register for free and stay away.
        no_show_paid: the same of those who pay.
        message_words: so many words the message has at most.
        most_aims: so many aims a campaign has at most.
        short_run_days: what runs longer than this may have a public holiday in it.
        begun_activities: with fewer activities a plan has only just been begun, and gaps are no news.
        one_side_activities: so many serve an aim before a side that is missing is worth a word.
    """

    announce_warning_days: int = 14
    announce_hint_days: int = 28
    carry_on_days: int = 7
    ask_after_least_days: int = 2
    ask_after_usual_days: int = 13
    reward_days: int = 30
    least_reserve: Decimal = Decimal("0.05")
    no_show_free: Decimal = Decimal("0.28")
    no_show_paid: Decimal = Decimal("0.17")
    message_words: int = 20
    most_aims: int = 3
    short_run_days: int = 3
    begun_activities: int = 3
    one_side_activities: int = 2

    def check(self) -> None:
        """Raise PlanError when a number is too small or too large to mean anything."""
        for name in ("least_reserve", "no_show_free", "no_show_paid"):
            checks.check_share(getattr(self, name), name, "What the review expects")
        for name in ("message_words", "most_aims", "begun_activities", "one_side_activities"):
            if not 1 <= getattr(self, name) <= MOST_EXPECTED:
                raise PlanError("The review can expect from 1 to 1000 of these.", name)
        for name in (each.name for each in fields(self) if each.name.endswith("_days")):
            if not 0 <= getattr(self, name) <= LONGEST_THRESHOLD:
                raise PlanError("A timing threshold must be between 0 and 3660 days.", name)
        if self.announce_hint_days < self.announce_warning_days:
            raise PlanError(
                "The hint for announcing must not be later than the warning.",
                "announce_hint_days",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """One campaign. Both days are optional: real plans start without.

    ``budget_total`` is in minor units of ``currency``. ``contingency_rate`` and the target band of the
    online share (``online_share_from``, ``online_share_to``) are fractions of 1.
    """

    id: str
    title: str
    brand: str = ""
    first_day: date | None = None
    last_day: date | None = None
    country: str = ""
    time_zone: str = ""
    currency: str = "EUR"
    budget_total: int | None = None
    contingency_rate: Decimal = USUAL_CONTINGENCY_RATE
    online_share_from: Decimal | None = None
    online_share_to: Decimal | None = None
    status: CampaignStatus = CampaignStatus.DRAFT
    brief: BriefTexts = field(default_factory=BriefTexts)
    brief_layout: BriefLayout = field(default_factory=BriefLayout)
    thresholds: Thresholds = field(default_factory=Thresholds)
    notes: str = ""

    @property
    def span(self) -> Span | None:
        """Its own days; None while one of them is open."""
        if self.first_day is None or self.last_day is None:
            return None
        return Span(self.first_day, self.last_day)

    def check(self) -> None:
        """Raise PlanError when the campaign breaks a rule."""
        checks.check_id(self.id)
        checks.check_named(self.title, "title", "A campaign needs a title.")
        checks.check_texts(self, "brand", "country", "time_zone", "notes")
        check_order(self.first_day, self.last_day)
        check_currency(self.currency)
        self._check_money()
        self.brief.check()
        self.brief_layout.check()
        self.thresholds.check()

    def _check_money(self) -> None:
        if self.budget_total is not None:
            if self.budget_total < 0:
                raise PlanError("The budget total must not be negative.", "budget_total")
            check_amount(self.budget_total, "budget_total")
        checks.check_share(self.contingency_rate, "contingency_rate", "The contingency rate")
        checks.check_share(self.online_share_from, "online_share_from", "The target for the online share")
        checks.check_share(self.online_share_to, "online_share_to", "The target for the online share")
        low, high = self.online_share_from, self.online_share_to
        if low is not None and high is not None and high < low:
            raise PlanError("The target band ends below its beginning.", "online_share_to")


def check_currency(currency: str) -> None:
    """Raise PlanError unless this looks like an ISO 4217 code such as EUR."""
    if not (len(currency) == 3 and currency.isascii() and currency.isalpha() and currency.isupper()):
        raise PlanError("A currency is three capital letters, such as EUR.", "currency")
