"""What the review says about a plan, and what users answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from campaignplanner.domain import checks
from campaignplanner.domain.errors import PlanError


class Severity(Enum):
    """How much a finding matters: impossible, measured or plain logic, convention."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the work of a finding is.

    Attributes:
        record_id: a record of the plan, or the campaign.
        field: its field, where a dot leads into a group; or what hangs on it, as the plan calls its table:
            ``flights`` are the dates of an activity. Empty: the record as a whole.
    """

    record_id: str
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule of the review found; never stored.

    Attributes:
        rule: the rule's code.
        severity: how much it matters.
        subject_ids: identifiers of the records that it is about; a dismissal names the same ones.
        message: a plain sentence or two.
        evidence: what stands behind it.
        field: of each subject, where the work is; see `Spot`.
        named_spots: where the work is instead, which is not always in the subjects.
    """

    rule: str
    severity: Severity
    subject_ids: tuple[str, ...]
    message: str
    evidence: str = ""
    field: str = ""
    named_spots: tuple[Spot, ...] = ()

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where the work is: it is marked there."""
        return self.named_spots or tuple(Spot(each, self.field) for each in self.subject_ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """A finding that is “not for us”, set aside with a reason; it goes when one of its subjects changes."""

    id: str
    rule: str
    subject_ids: tuple[str, ...]
    reason: str
    day: date

    def check(self) -> None:
        """Raise PlanError when the dismissal breaks a rule."""
        checks.check_id(self.id)
        checks.check_named(self.rule, "rule", "A dismissal names its rule.")
        checks.check_named(self.reason, "reason", "Say why this is not for you.")
        if not self.subject_ids:
            raise PlanError("A dismissal names what it is about.", "subject_ids")
        for subject_id in self.subject_ids:
            checks.check_id(subject_id, "subject_ids")
