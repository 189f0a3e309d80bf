"""Fields under one another: two narrow ones side by side, with headings where a form has parts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from campaignplanner.domain.errors import PlanError
from campaignplanner.ui.fields.field import Field
from campaignplanner.ui.fonts import strong_font
from campaignplanner.ui.widgets.lines import hairline, label

_COLUMNS = 2
_GAP = 10


class Form(QWidget):
    """A column of fields in the order in which they are added, which is the order of Tab too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: list[Field] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(_GAP)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 0)
        self._row = -1
        self._has_room_beside = False

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields, in their order."""
        return tuple(self._fields)

    def add_section(self, heading: str) -> None:
        """Begins a part of the form with a hairline and a heading."""
        if self._row >= 0:
            self.add_widget(hairline())
        self.add_widget(label(heading, font=strong_font()))

    def add_sentence(self, text: str) -> None:
        """Puts a sentence that explains what comes next."""
        sentence = label(text, role="muted")
        sentence.setWordWrap(True)
        self.add_widget(sentence)

    def add_field(self, field: Field, *, half: bool = False) -> None:
        """Puts a field below; one of half the width stands beside another of half the width."""
        self._fields.append(field)
        if not half:
            self.add_widget(field)
        elif self._has_room_beside:
            self._has_room_beside = False
            self._grid.addWidget(field, self._row, 1, Qt.AlignmentFlag.AlignTop)
        else:
            self._row += 1
            self._has_room_beside = True
            self._grid.addWidget(field, self._row, 0, Qt.AlignmentFlag.AlignTop)

    def add_beside(self, widget: QWidget) -> None:
        """Puts any widget beside a field of half the width."""
        self._has_room_beside = False
        self._grid.addWidget(widget, self._row, 1, Qt.AlignmentFlag.AlignTop)

    def add_widget(self, widget: QWidget) -> None:
        """Puts any widget below, as wide as the form."""
        self._row += 1
        self._has_room_beside = False
        self._grid.addWidget(widget, self._row, 0, 1, _COLUMNS)

    def finish(self) -> bool:
        """Takes what is typed and not taken yet; says whether nothing is left of it."""
        unfinished = [field for field in self._fields if not field.finish()]
        return not unfinished

    def show_error(self, error: PlanError) -> bool:
        """Puts a refusal at the field that it names; says whether there is one."""
        field = self.field_at_fault(error)
        if field is not None:
            field.show_error(error.sentence)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        return field is not None

    def field_at_fault(self, error: PlanError) -> Field | None:
        """The field that a refusal is about; None in a form whose fields have no names."""
        del error
        return None

    def focus_first(self) -> None:
        """Begins with the first field that can be written to."""
        for field in self._fields:
            if field.editor.isEnabled() and not field.isHidden():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
