"""What an edit does: records before and after. Undo writes the same, inverted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.play import Play
from campaignplanner.domain.records import STORED_TYPES, Record

_RANKS = {record_type: rank for rank, record_type in enumerate(STORED_TYPES)}


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None before it is made and after it is deleted."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        """Refuse a change of nothing, or of one record into another."""
        if self.before is None and self.after is None:
            raise ValueError("A change needs a record.")
        if (
            self.before is not None
            and self.after is not None
            and (type(self.before) is not type(self.after) or self.before.id != self.after.id)
        ):
            raise ValueError("A change is about one record.")

    @property
    def record(self) -> Record:
        """The record after the change, or before it where it is deleted."""
        record = self.after if self.after is not None else self.before
        assert record is not None  # noqa: S101 - held by __post_init__
        return record

    def inverted(self) -> Change:
        """Return the change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One step of the history: all of it happens, or none.

    Attributes:
        label: what the history list says, such as ``Move “Tasting bars” by 3 days``.
        changes: in an order in which nothing ever refers to what is not there; see ``ordered``.
        campaign_id: the campaign it is about; None for plays, which belong to the store.
    """

    label: str
    changes: tuple[Change, ...]
    campaign_id: str | None

    def __bool__(self) -> bool:
        """Tell whether anything changes at all."""
        return bool(self.changes)

    @property
    def scope(self) -> str | None:
        """Whose history it belongs to: the campaign's identifier, or None for the portfolio."""
        for change in self.changes:
            if isinstance(change.record, Play) or self._makes_or_deletes_campaign(change):
                return None
        return self.campaign_id

    @staticmethod
    def _makes_or_deletes_campaign(change: Change) -> bool:
        return isinstance(change.record, Campaign) and (change.before is None or change.after is None)

    @property
    def deletes_campaign(self) -> bool:
        """Whether the campaign itself is deleted by this."""
        return any(isinstance(change.before, Campaign) and change.after is None for change in self.changes)

    def inverted(self) -> ChangeSet:
        """Return the change set that takes this one back, in the opposite order."""
        return ChangeSet(
            self.label, tuple(change.inverted() for change in reversed(self.changes)), self.campaign_id
        )


def ordered(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return changes in an order that satisfies every reference.

    Records are made parents first, then changed, then deleted children first.
    """
    known = list(changes)
    made = sorted((each for each in known if each.before is None), key=_rank)
    changed = [each for each in known if each.before is not None and each.after is not None]
    deleted = sorted((each for each in known if each.after is None), key=_rank, reverse=True)
    return (*made, *changed, *deleted)


def making(records: Iterable[Record]) -> tuple[Change, ...]:
    """Return the changes that make all the records."""
    return ordered(Change(None, record) for record in records)


def deleting(records: Iterable[Record]) -> tuple[Change, ...]:
    """Return the changes that delete all the records."""
    return ordered(Change(record, None) for record in records)


def _rank(change: Change) -> int:
    return _RANKS[type(change.record)]
