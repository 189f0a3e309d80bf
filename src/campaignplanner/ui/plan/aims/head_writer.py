"""Opens a field over a head of a list, keeps it open while something is wrong in it, and closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from campaignplanner.ui.plan.aims.in_place import InPlaceEditor
from campaignplanner.ui.plan.aims.row_painter import TEXT_LEFT
from campaignplanner.ui.plan.aims.rows import DRAFT_GROUP

if TYPE_CHECKING:
    from campaignplanner.ui.plan.aims.panel_list import PanelList
    from campaignplanner.ui.selection import Picked

_BEFORE_TEXT = 11
"""What a field has between its edge and its words, so that they stand where the row has them."""

_AFTER = 8
_BELOW_EDGE = 5
_LEAST_WIDTH = 40


class HeadWriter(QObject):
    """What is being written in one list; at most one field is open."""

    def __init__(self, rows: PanelList) -> None:
        super().__init__(rows)
        self._rows = rows
        self._editor: InPlaceEditor | None = None
        self._made: Picked | None = None

    @property
    def editor(self) -> InPlaceEditor | None:
        """What is open."""
        return self._editor

    @property
    def is_adding(self) -> bool:
        """Whether something new is being written."""
        return self._editor is not None and self._editor.group == DRAFT_GROUP

    def open(self, group: str, text: str) -> bool:
        """Opens a field over a group, or over the draft; False while something wrong is left in another."""
        if self._editor is not None and self._editor.group == group:
            self._editor.setFocus()
            return True
        if not self._may_open():
            return False
        self._editor = InPlaceEditor(self._rows.make_field(), group, self._rows.viewport())
        self._editor.field.show_value(text)
        self._editor.field.edited.connect(self._write)
        self._editor.closed.connect(self._end)
        self._rows.show_rows()
        self._rows.bring_up(group)
        self._bring_up(self._editor)
        return True

    def _bring_up(self, editor: InPlaceEditor) -> None:
        self.place()
        editor.show()
        editor.setFocus()
        written = editor.field.editor
        if isinstance(written, QLineEdit | QTextEdit):
            written.selectAll()
        self._rows.content_changed.emit()
        self._rows.current_at.emit(editor.geometry())

    def show_text(self, text: str | None) -> None:
        """Shows what the plan says now; None where the aim or audience is gone."""
        if text is None:
            self.drop()
        elif self._editor is not None:
            self._editor.field.show_value(text)

    def place(self) -> None:
        """Puts the field where its row is."""
        if self._editor is None:
            return
        rect = self._rows.rect_of_group(self._editor.group)
        left = TEXT_LEFT - _BEFORE_TEXT
        width = max(_LEAST_WIDTH, self._rows.viewport().width() - left - _AFTER)
        self._editor.place(QRect(left, rect.top() + _BELOW_EDGE, width, 0))

    def drop(self) -> None:
        """Closes what is open; what is written and not taken is gone."""
        editor, self._editor = self._editor, None
        if editor is None:
            return
        had_focus = _has_focus(editor)
        editor.hide()
        editor.deleteLater()
        if had_focus:
            self._rows.setFocus()
        self._rows.show_rows()
        self._rows.content_changed.emit()

    def _may_open(self) -> bool:
        """Whether nothing wrong is left in what is open; takes it and closes it then."""
        if self._editor is None:
            return True
        if not self._editor.field.finish():
            self._editor.setFocus()
            return False
        self._close(with_focus=False)
        return True

    @Slot(object)
    def _write(self, text: object) -> None:
        editor = self._editor
        if editor is None:
            return
        refusal, made = self._rows.write(editor.group, str(text))
        if refusal is not None:
            editor.field.show_error(refusal.sentence)
        else:
            self._made = made

    @Slot(object)
    def _end(self, with_focus: object) -> None:
        self._close(with_focus=bool(with_focus))

    def _close(self, *, with_focus: bool) -> None:
        made, self._made = self._made, None
        self.drop()
        if with_focus:
            self._rows.setFocus()
        if made is not None:
            self._rows.go_to(made)


def _has_focus(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)
