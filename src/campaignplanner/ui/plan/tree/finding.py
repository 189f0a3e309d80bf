"""Which activities the tree keeps while somebody looks for some."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from campaignplanner.domain.activity import ActivityStatus, Side
from campaignplanner.ui.plan.tree.facts import Facts

_OVER = frozenset({ActivityStatus.DONE, ActivityStatus.CANCELLED})


@dataclass(frozen=True, slots=True)
class Search:
    """What somebody looks for; nothing said keeps everything.

    Attributes:
        words: each must occur somewhere, in small letters.
        side: the one side that is kept; None keeps both.
        status: the one status that is kept; None keeps all.
        hides_done: whether what is done or cancelled is left out, unless that status is asked for.
    """

    words: tuple[str, ...] = ()
    side: Side | None = None
    status: ActivityStatus | None = None
    hides_done: bool = False

    def __bool__(self) -> bool:
        """Tell whether anything may be left out."""
        return bool(self.words or self.side or self.status or self.hides_done)

    def kept(self, activity_ids: Iterable[str], facts: Facts) -> list[str]:
        """Return those that are kept, in the order in which they came."""
        kept = list(activity_ids)
        activities = facts.activities
        for word in self.words:
            haystacks = facts.haystacks()
            kept = [each for each in kept if word in haystacks[each]]
        if self.side is not None:
            kept = [each for each in kept if activities[each].side is self.side]
        if self.status is not None:
            kept = [each for each in kept if activities[each].status is self.status]
        elif self.hides_done:
            kept = [each for each in kept if activities[each].status not in _OVER]
        return kept
