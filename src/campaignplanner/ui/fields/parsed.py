"""Fields of one line whose text is read by a parser: days, money, numbers."""

from __future__ import annotations

from campaignplanner.domain.errors import PlanError
from campaignplanner.ui.fields.typed import TypedField


class ParsedField(TypedField):
    """Subclasses say how a value is written (`write`), what a text means (`parse`), and what is expected.

    Nothing typed means None, or is refused where the field is required.
    """

    def __init__(self, label: str, *, required: bool = False, placeholder: str = "") -> None:
        super().__init__(label, placeholder=placeholder)
        self._is_required = required

    def write(self, value: object) -> str:
        """A value as people of the locale write it."""
        raise NotImplementedError

    def parse(self, text: str) -> object:
        """The value that a text means; raises PlanError with a sentence when that cannot be told."""
        raise NotImplementedError

    def text_of(self, value: object) -> str:
        """See `TypedField`."""
        return "" if value is None else self.write(value)

    def value_of(self, text: str) -> object:
        """See `TypedField`."""
        if text.strip():
            return self.parse(text)
        if self._is_required:
            raise PlanError(self.tr("%1 cannot be empty.").replace("%1", self.label))
        return None
