"""Finishing what is being typed before something needs it: closing, leaving, exporting."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QApplication, QWidget

from campaignplanner.ui.fields.field import Field


@runtime_checkable
class InPlace(Protocol):
    """Something that is written where it stands, without being a field of a form."""

    def finish_in_place(self) -> bool:
        """Take what is typed; say whether nothing is left of it."""
        ...


def field_with_focus() -> Field | None:
    """The field that is being typed into."""
    widget: QWidget | None = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, Field):
        widget = widget.parentWidget()
    return widget


def finish_typing() -> bool:
    """Takes what is typed in the field that has the focus; says whether nothing is left of it."""
    focused: object = QApplication.focusWidget()
    if isinstance(focused, InPlace):
        return focused.finish_in_place()
    field = field_with_focus()
    return field is None or field.finish()
