"""Numbered states of the brief, and who signed them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from campaignplanner.domain import checks
from campaignplanner.domain.errors import PlanError


class Decision(Enum):
    """What an approver said."""

    APPROVED = "approved"
    APPROVED_WITH_CHANGES = "approved with changes"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A numbered state of the brief on a day; the plan as it stood is its ``VersionState``."""

    id: str
    number: int
    day: date
    note: str = ""

    def check(self) -> None:
        """Raise PlanError when the version breaks a rule."""
        checks.check_id(self.id)
        checks.check_texts(self, "note")
        if not 1 <= self.number <= checks.LARGEST_COUNT:
            raise PlanError("Versions are numbered from 1.", "number")


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionState:
    """The plan as it stood at a version: a campaign file without its versions.

    Stored and journalled like every record, but not part of a ``Plan``: it is read on demand.
    """

    id: str
    version_id: str
    content: str

    def check(self) -> None:
        """Raise PlanError when nothing was kept."""
        checks.check_id(self.id)
        checks.check_named(self.content, "content", "The version holds no plan.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """One person's decision on a version; a version may carry many."""

    id: str
    version_id: str
    who: str
    role: str = ""
    decision: Decision = Decision.APPROVED
    day: date
    note: str = ""

    def check(self) -> None:
        """Raise PlanError when the approval breaks a rule."""
        checks.check_id(self.id)
        checks.check_named(self.who, "who", "An approval needs a name.")
        checks.check_texts(self, "role", "note")
