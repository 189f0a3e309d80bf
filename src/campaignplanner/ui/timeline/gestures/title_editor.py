"""The title of a bar, edited where it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_LEAST_WIDTH = 190
_TALLER = 6


class TitleEditor(QLineEdit):
    """A line over a bar: Enter takes the title, Escape leaves it as it was.

    Signals:
        taken: carries the title that was typed.
        closed: the line is gone; carries whether the timeline is to have the focus again.
    """

    taken = Signal(object)
    closed = Signal(object)

    def __init__(self, title: str, box: QRectF, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._title = title
        self._is_done = False
        self.setAccessibleName(self.tr("Title of the activity"))
        width = max(box.width(), _LEAST_WIDTH)
        left = max(0.0, min(box.left(), parent.width() - width))
        self.setGeometry(
            round(left), round(box.top()) - _TALLER // 2, round(width), round(box.height()) + _TALLER
        )
        self.returnPressed.connect(self._take)
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """While somebody types, no key is a shortcut of the timeline."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            event.setAccepted(is_plain)
            return is_plain or super().event(event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the title as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self._end(by_key=True)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is taken when people go on elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()

    @Slot()
    def finish(self) -> None:
        """Takes what is typed, and is gone."""
        typed = self.text().strip()
        if typed and typed != self._title and not self._is_done:
            self._is_done = True
            self.taken.emit(typed)
        self._end(by_key=False)

    def finish_in_place(self) -> bool:
        """Takes what is typed before something needs it; see ``finish_typing``."""
        self.finish()
        return True

    @Slot()
    def _take(self) -> None:
        typed = self.text().strip()
        if typed and typed != self._title and not self._is_done:
            self._is_done = True
            self.taken.emit(typed)
        self._end(by_key=True)

    def _end(self, *, by_key: bool) -> None:
        self._is_done = True
        if not self.isHidden():
            had_focus = self.hasFocus()
            self.hide()
            self.deleteLater()
            self.closed.emit(by_key or had_focus)
