"""Findings that users set aside; ``overtaken`` says when that ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from campaignplanner.domain.records import PlanRecord
from campaignplanner.domain.review import Dismissal
from campaignplanner.services.commands.editing import ChangeRecord, DeleteRecord, MakeRecord


@dataclass(frozen=True, slots=True)
class MakeDismissal(MakeRecord[Dismissal]):
    """Set a finding aside, with the reason."""


@dataclass(frozen=True, slots=True)
class ChangeDismissal(ChangeRecord):
    """Change the reason why a finding was set aside."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Dismissal


@dataclass(frozen=True, slots=True)
class DeleteDismissal(DeleteRecord):
    """Let a finding speak again."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Dismissal
