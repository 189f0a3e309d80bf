"""The keys that the list of flights knows besides those of every list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from campaignplanner.domain.days import DAYS_PER_WEEK
from campaignplanner.ui.plan.inspector.row_list import RowList

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_DIRECTIONS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class FlightKeys(QObject):
    """Ctrl+D copies; Ctrl+Left and Ctrl+Right shift by a day, with Shift by a week.

    Signals:
        copy_wanted: the current flight is to be copied.
        shift_wanted: carries the number of days, negative for earlier.
    """

    copy_wanted = Signal()
    shift_wanted = Signal(object)

    def __init__(self, flights: RowList) -> None:
        super().__init__(flights)
        flights.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes its keys before they are shortcuts of the window."""
        if isinstance(event, QKeyEvent) and event.type() in (
            QEvent.Type.ShortcutOverride,
            QEvent.Type.KeyPress,
        ):
            is_copy = event.key() == Qt.Key.Key_D and event.modifiers() == _CONTROL
            days = _days_of(event)
            if is_copy or days:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self._tell(days)
                return True
        return super().eventFilter(watched, event)

    def _tell(self, days: int) -> None:
        if days:
            self.shift_wanted.emit(days)
        else:
            self.copy_wanted.emit()


def _days_of(event: QKeyEvent) -> int:
    """By how many days the keys shift; 0 for other keys."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    direction = _DIRECTIONS.get(Qt.Key(event.key()), 0)
    if held == _CONTROL:
        return direction
    return direction * DAYS_PER_WEEK if held == _CONTROL | _SHIFT else 0
