"""What was typed before in any campaign, for fields that complete it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from campaignplanner.domain.known_words import FIELDS_OF, WordKind

if TYPE_CHECKING:  # the window is painted before the store behind these is imported
    from campaignplanner.domain.changes import ChangeSet
    from campaignplanner.services.workspace import WorkspaceEvent
    from campaignplanner.ui.live_plan import LivePlan


class KnownWords(QObject):
    """Owners, channels, places and the like, read from the store when they are first asked for.

    After an edit that touches them they are read again at the next question. A field asks each time it
    begins to complete, so nothing needs to be told to it.
    """

    def __init__(self, live: LivePlan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._words: dict[WordKind, tuple[str, ...]] = {}
        live.changed.connect(self._forget)

    def of(self, kind: WordKind) -> tuple[str, ...]:
        """The words by alphabet; none where the store cannot be read, which is told."""
        if kind not in self._words:
            read = self._live.asked(partial(self._live.workspace.known_words, kind))
            if read is None:
                return ()
            self._words[kind] = read
        return self._words[kind]

    @Slot(object)
    def _forget(self, event: WorkspaceEvent) -> None:
        if event.change_set is not None:
            for kind in [each for each in self._words if _touches(event.change_set, each)]:
                del self._words[kind]
        elif event.portfolio_changed:
            self._words.clear()


def _touches(change_set: ChangeSet, kind: WordKind) -> bool:
    """Tell whether a text of that kind is another one after the changes."""
    for change in change_set.changes:
        for record_type, field in FIELDS_OF[kind]:
            if isinstance(change.record, record_type) and (
                getattr(change.before, field, "") != getattr(change.after, field, "")
            ):
                return True
    return False
