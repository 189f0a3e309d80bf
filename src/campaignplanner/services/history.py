"""The history as people see it; the store keeps it, so it survives closing the app."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from campaignplanner.store.journal import JournalEntry

SHOWN_AT_MOST = 200
"""How many steps a list of the history shows unless asked for more."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One step of the history.

    Attributes:
        id: its number in the store.
        label: what was done, such as ``Move “Tasting bars” by 3 days``.
        made_at: when, an aware instant in UTC.
        undone: whether it was taken back and can be done again.
    """

    id: int
    label: str
    made_at: datetime
    undone: bool


def line_of(entry: JournalEntry) -> HistoryLine:
    """Return what a list shows of a step, without reading what it changed."""
    return HistoryLine(entry.id, entry.label, entry.made_at, entry.undone)
