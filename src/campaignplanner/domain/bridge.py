"""How one activity carries another: the typed, dated tie that this app exists for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from campaignplanner.domain import checks
from campaignplanner.domain.errors import PlanError

LONGEST_GAP = 3660


class Pattern(Enum):
    """What sort of tie a bridge is; ``planning.bridges`` says when each holds."""

    ANNOUNCES = "announces"
    CARRIES_ON_AS = "carries on as"
    IS_TALKED_ABOUT_IN = "is talked about in"
    IS_SHOWN_AT = "is shown at"
    IS_REWARDED_BY = "is rewarded by"
    IS_STREAMED_AS = "is streamed as"
    LEADS_TO = "leads to"
    OWN = "own"


class Mechanism(Enum):
    """How people cross from one activity to the other."""

    QR_CODE = "QR code"
    PROMO_CODE = "promo code"
    HASHTAG = "hashtag"
    STAFF_PROMPT = "staff prompt"
    INVITATION = "invitation"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPattern:
    """A pattern that users added; it holds while the gap in days lies within its bounds.

    The gap runs from the source's last day to the target's first day; it is negative where they
    overlap. A bound that is None does not bind.
    """

    id: str
    name: str
    earliest_gap_days: int | None = None
    latest_gap_days: int | None = None

    def check(self) -> None:
        """Raise PlanError when the pattern breaks a rule."""
        checks.check_id(self.id)
        checks.check_named(self.name, "name", "A pattern of your own needs a name.")
        earliest, latest = self.earliest_gap_days, self.latest_gap_days
        for field, gap in (("earliest_gap_days", earliest), ("latest_gap_days", latest)):
            if gap is not None and abs(gap) > LONGEST_GAP:
                raise PlanError("A gap is at most 3660 days.", field)
        if earliest is not None and latest is not None and latest < earliest:
            raise PlanError("The latest gap is shorter than the earliest.", "latest_gap_days")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """A tie from one activity to another, with its pattern and how people cross.

    ``mechanism_detail`` is the code, the hashtag or the words; ``ask_after_days`` counts the days after
    which people are asked for something. It is crossing when its ends lie on different sides.
    """

    id: str
    source_id: str
    target_id: str
    pattern: Pattern
    own_pattern_id: str | None = None
    mechanism: Mechanism | None = None
    mechanism_detail: str = ""
    ask_after_days: int | None = None
    note: str = ""

    def check(self) -> None:
        """Raise PlanError when the bridge breaks a rule."""
        checks.check_id(self.id)
        checks.check_texts(self, "mechanism_detail", "note")
        if self.source_id == self.target_id:
            raise PlanError("A bridge joins two different activities.", "target_id")
        if (self.pattern is Pattern.OWN) != (self.own_pattern_id is not None):
            raise PlanError("A bridge of your own pattern must name that pattern.", "own_pattern_id")
        if self.ask_after_days is not None and not 0 <= self.ask_after_days <= LONGEST_GAP:
            raise PlanError("People are asked after 0 to 3660 days.", "ask_after_days")
