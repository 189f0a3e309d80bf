"""Times of day as people type them: ``18:30``, ``18.30``, ``1830``, ``6 pm``, ``18h``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from campaignplanner.domain.errors import PlanError
from campaignplanner.planning.typed_amounts import plain_digits

_NOON = 12
_HOURS, _MINUTES = 24, 60
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h時시]\s*(\d{2})?|(\d{2}))?\s*(?:uhr|h|分|분)?")


@dataclass(frozen=True, slots=True)
class TimeWords:
    """What a locale writes with the hours of each half of the day."""

    before_noon: frozenset[str] = frozenset({"am"})
    after_noon: frozenset[str] = frozenset({"pm"})


def read_time(text: str, words: TimeWords) -> time:
    """Return the time of day that a text means.

    Raises:
        PlanError: it is not a time of day.
    """
    shown = text.strip()
    rest, half = _without_half(plain_digits(text).casefold(), words)
    match = _TIME.fullmatch(rest)
    if match is None:
        raise PlanError(f"“{shown}” is not a time of day; write it as 18:30.")
    hours, minutes = int(match[1]), int(match[2] or match[3] or 0)
    if half is not None:
        if not 1 <= hours <= _NOON:
            raise PlanError(f"“{shown}” is not a time of day; write it as 18:30.")
        hours = hours % _NOON + half
    if hours == _HOURS and minutes == 0:
        raise PlanError("The last minute of a day is 23:59.")
    if hours >= _HOURS or minutes >= _MINUTES:
        raise PlanError(f"“{shown}” is not a time of day; hours run to 23, minutes to 59.")
    return time(hours, minutes)


def _without_half(text: str, words: TimeWords) -> tuple[str, int | None]:
    """Take the word for the half of the day off; return the hours that it adds."""
    for marks, added in ((words.before_noon, 0), (words.after_noon, _NOON)):
        for mark in sorted((plain_digits(each).casefold() for each in marks), key=len, reverse=True):
            if mark and text.endswith(mark):
                return text.removesuffix(mark).strip(), added
            if mark and text.startswith(mark):
                return text.removeprefix(mark).strip(), added
    return text, None
