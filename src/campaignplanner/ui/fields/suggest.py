"""A line that completes from what was typed before, in any campaign."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel

from campaignplanner.ui.fields.completion import Completion
from campaignplanner.ui.fields.text import LineField

Words = Callable[[], Sequence[str]]
"""Gives what was typed before; asked each time that the field is entered."""


class SuggestField(LineField):
    """A line of words with completion: letters anywhere in a word find it, whatever their case."""

    def __init__(self, label: str, words: Words, placeholder: str = "") -> None:
        super().__init__(label, placeholder)
        self._words = words
        self._model = QStringListModel(self)
        Completion(self.line, self._model, self).activated.connect(self._take)

    @property
    def words(self) -> tuple[str, ...]:
        """What is offered."""
        return tuple(self._model.stringList())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Asks for the words when the field is entered."""
        if watched is self.editor and event.type() == QEvent.Type.FocusIn:
            self._ask()
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        found = list(self._words())
        if found != self._model.stringList():
            self._model.setStringList(found)

    def _take(self, word: str) -> None:
        # The line takes the word over only after this signal.
        self.put_typed(word)
        self.finish(again=True)
