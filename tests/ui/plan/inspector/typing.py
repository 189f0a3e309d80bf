"""What a person does with fields: the focus goes in, letters come, Enter ends it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from campaignplanner.ui.fields.field import Field


def type_into(field: Field, text: str, *, enter: bool = True) -> None:
    """Replaces what is in a field."""
    field.editor.setFocus()
    QTest.keySequence(field.editor, QKeySequence(QKeySequence.StandardKey.SelectAll))
    QTest.keyClicks(field.editor, text) if text else QTest.keyClick(field.editor, Qt.Key.Key_Delete)
    if enter:
        QTest.keyClick(field.editor, Qt.Key.Key_Return)


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, held)
