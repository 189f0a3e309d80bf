"""Going to a row by typing how its title begins."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication


class TypeAhead:
    """Letters typed quickly one after another are one beginning; after a pause a new one begins."""

    def __init__(self) -> None:
        self._typed = ""
        self._since = QElapsedTimer()

    def find(self, letters: str, titles: Sequence[str], current: int) -> int | None:
        """The place of the next title that begins so, from the current one on and round.

        The same letter again and again goes from one such title to the next.

        Args:
            letters: what was typed just now.
            titles: all of them, from top to bottom.
            current: the place of the current row, -1 where there is none.
        """
        is_going_on = self._since.isValid() and self._since.elapsed() < QApplication.keyboardInputInterval()
        self._typed = self._typed + letters.casefold() if is_going_on else letters.casefold()
        self._since.start()
        wanted = self._typed
        if len(set(wanted)) == 1:
            wanted = wanted[0]
        first = current if len(wanted) > 1 else current + 1
        count = len(titles)
        places = ((first + step) % count for step in range(count))
        return next((place for place in places if titles[place].casefold().startswith(wanted)), None)
