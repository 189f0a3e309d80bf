"""Bridges, and the users' own patterns of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from campaignplanner.domain.bridge import Bridge, OwnPattern, Pattern
from campaignplanner.domain.records import PlanRecord
from campaignplanner.services.commands.editing import ChangeRecord, DeleteRecord, MakeRecord


@dataclass(frozen=True, slots=True)
class MakeBridge(MakeRecord[Bridge]):
    """Let one activity carry another."""


@dataclass(frozen=True, slots=True)
class ChangeBridge(ChangeRecord):
    """Change a bridge's fields. A new pattern replaces one of the users' own, and the other way round."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Bridge

    def complete(self, record: PlanRecord) -> Mapping[str, object]:
        """Return the fields, with only one of the two sorts of pattern set."""
        del record
        fields = dict(self.fields)
        if fields.get("own_pattern_id") is not None:
            fields.setdefault("pattern", Pattern.OWN)
        elif fields.get("pattern", Pattern.OWN) is not Pattern.OWN:
            fields.setdefault("own_pattern_id", None)
        return fields


@dataclass(frozen=True, slots=True)
class DeleteBridge(DeleteRecord):
    """Delete a bridge; the activities stay."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Bridge


@dataclass(frozen=True, slots=True)
class MakeOwnPattern(MakeRecord[OwnPattern]):
    """Add a pattern with its own gap."""


@dataclass(frozen=True, slots=True)
class ChangeOwnPattern(ChangeRecord):
    """Change a pattern's name or gap."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = OwnPattern


@dataclass(frozen=True, slots=True)
class DeleteOwnPattern(DeleteRecord):
    """Delete a pattern of the users' own; bridges of that pattern become "leads to"."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = OwnPattern
