"""What people do with fields."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTextEdit

from campaignplanner.ui.fields.field import Field


def type_into(field: Field, text: str) -> None:
    """Replaces what is in a field, without finishing."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    editor = field.editor
    assert isinstance(editor, QLineEdit | QTextEdit)
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    if text.isascii():
        QTest.keyClicks(editor, text)
    elif isinstance(editor, QLineEdit):
        editor.insert(text)
    else:
        editor.insertPlainText(text)


def press(field: Field, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(field.editor, key, modifier)


def enter(field: Field, text: str) -> None:
    """Types into a field and presses Enter."""
    type_into(field, text)
    press(field, Qt.Key.Key_Return)


def text_in(field: Field) -> str:
    editor = field.editor
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()  # type: ignore[attr-defined]


class Edits(list[object]):
    """The values that a field tells as edited."""

    def __init__(self, field: Field, refusal: str = "") -> None:
        super().__init__()
        self._field = field
        self.refusal = refusal
        field.edited.connect(self.note)

    def note(self, value: object) -> None:
        self.append(value)
        if self.refusal:
            self._field.show_error(self.refusal)
