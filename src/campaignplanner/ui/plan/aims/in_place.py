"""A field over a row, in which a statement or a name is written where it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from campaignplanner.ui.fields.field import Field

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STAYS = frozenset(
    {
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)


class InPlaceEditor(QFrame):
    """Enter takes, Escape gives up, leaving takes; what is refused stays open with its sentence.

    Signals:
        closed: it is done with; carries whether the focus should go back to the rows.
    """

    closed = Signal(object)

    def __init__(self, field: Field, group: str, over: QWidget) -> None:
        """Not placed yet.

        Args:
            field: what is written in.
            group: the aim or audience that it belongs to; the draft's for a new one.
            over: the part of the list that it lies on.
        """
        super().__init__(over)
        self.field = field
        self.group = group
        self._is_done = False
        self.setProperty("role", "page")
        self.setAutoFillBackground(True)
        self.setFocusProxy(field.editor)
        field.show_label_hidden()
        field.editor.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(field)

    def place(self, rect: QRect) -> None:
        """Lies at the top of this part of the list, as high as it needs to be."""
        self.setGeometry(rect.left(), rect.top(), rect.width(), self.height_at(rect.width()))

    def height_at(self, width: int) -> int:
        """The height that field and sentence take at a width."""
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            return max(layout.heightForWidth(width), layout.minimumSize().height())
        return self.sizeHint().height()

    def event(self, event: QEvent) -> bool:
        """Grows and shrinks with what is written, and with the sentence below it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.resize(self.width(), self.height_at(self.width()))
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the class; Shift+Enter begins a new line."""
        if watched is not self.field.editor or self._is_done:
            return False
        if isinstance(event, QKeyEvent):
            return self._takes(event)
        if _is_left(event) and self.field.finish():
            self._close(with_focus=False)
        return False

    def _takes(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key is not Qt.Key.Key_Escape and key not in _ENTER:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        if key is Qt.Key.Key_Escape:
            self.field.restore()
            self._close(with_focus=True)
        elif self.field.finish(again=True):
            self._close(with_focus=True)
        return True

    def _close(self, *, with_focus: bool) -> None:
        if not self._is_done:
            self._is_done = True
            self.closed.emit(with_focus)


def _is_left(event: QEvent) -> bool:
    if not isinstance(event, QFocusEvent) or event.type() != QEvent.Type.FocusOut:
        return False
    return event.reason() not in _STAYS
