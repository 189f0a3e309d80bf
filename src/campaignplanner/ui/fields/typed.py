"""Fields of one line that people type into."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit

from campaignplanner.domain.errors import PlanError
from campaignplanner.ui.fields.field import Field, Several

_LONGEST = 10_000_000
"""Characters; Qt would cut texts after 32,767 without a word."""


class TypedField(Field):
    """One line. Subclasses say how a value is written (`text_of`) and what a text means (`value_of`)."""

    def __init__(self, label: str, *, placeholder: str = "") -> None:
        super().__init__(label)
        self._placeholder = placeholder
        self._line = QLineEdit()
        self._line.setMaxLength(_LONGEST)
        self._line.setPlaceholderText(placeholder)
        self._line.setMinimumWidth(0)
        self._line.textEdited.connect(self._note)
        self._adopt(self._line)

    # What subclasses say.

    def text_of(self, value: object) -> str:
        """The value as people of the locale write it; None is written as nothing."""
        return "" if value is None else str(value)

    def value_of(self, text: str) -> object:
        """The value that a text means; raises PlanError with a sentence when that cannot be told."""
        return text

    def understood(self, text: str) -> str:
        """What the text is taken for, said below while it is typed; raises PlanError as `value_of` does."""
        del text
        return ""

    # What the field is made of.

    @property
    def line(self) -> QLineEdit:
        """The line itself."""
        return self._line

    def put(self, value: object) -> None:
        """See `Field`."""
        self._line.setPlaceholderText(self._placeholder)
        self.put_typed(self.text_of(value))
        if not self._line.hasFocus():
            self._line.setCursorPosition(0)

    def put_several(self) -> None:
        """See `Field`."""
        self.put_typed("")
        self._line.setPlaceholderText(self.tr("Several"))

    def typed(self) -> object:
        """See `Field`."""
        return self._line.text()

    def put_typed(self, typed: object) -> None:
        """See `Field`."""
        if self._line.text() != typed:
            self._line.setText(str(typed))

    def typed_for(self, value: object) -> object:
        """See `Field`."""
        return "" if value is Several.SEVERAL else self.text_of(value)

    def read(self, typed: object) -> object:
        """See `Field`."""
        return self.value_of(str(typed))

    def set_read_only(self, is_read_only: bool) -> None:
        """Lets people read, choose and copy, but not write."""
        self._line.setReadOnly(is_read_only)

    def show_typing(self) -> None:
        """Says what the text means so far; what is not understood yet is not called wrong yet."""
        self.note_typing()
        try:
            understood = self.understood(self._line.text()) if self.is_dirty else ""
        except PlanError:
            return
        if understood:
            self.show_passing(understood)

    @Slot()
    def _note(self) -> None:
        self.show_typing()
