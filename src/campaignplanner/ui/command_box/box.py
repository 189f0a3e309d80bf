"""The command box: a line to type in over the window, and below it what the letters find."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from campaignplanner.planning.finding import Finder
from campaignplanner.ui import theme
from campaignplanner.ui.command_box.choices import Choice
from campaignplanner.ui.command_box.found_list import FoundDelegate, FoundModel
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.widgets.lines import hairline, label

ROWS_SHOWN = 10
"""How many choices are seen at once; the list scrolls."""

_WIDTH = 640
_MARGIN = 24
_ROUNDING = 6
_TOP_SHARE = 0.12
_SHADE_LIGHT = QColor(16, 24, 40, 40)
_SHADE_DARK = QColor(0, 0, 0, 110)

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: ROWS_SHOWN,
    Qt.Key.Key_PageUp: -ROWS_SHOWN,
}


class CommandBox(QWidget):
    """Lies over the whole of its parent while it is open; the keyboard alone is enough.

    Up and down choose, Enter does it, Escape leaves everything as it was; either way the focus goes back to
    where it came from. `left` is emitted when the box is gone.
    """

    left = Signal()

    def __init__(self, choices: Callable[[], Iterable[Choice]], parent: QWidget) -> None:
        """Makes the box without showing it.

        Args:
            choices: gives everything that can be chosen now; asked each time the box opens.
            parent: what the box lies over: the body of the window.
        """
        super().__init__(parent)
        self._ask = choices
        self._below = parent
        self._choices: list[Choice] = []
        self._finder = Finder(())
        self._came_from: QWidget | None = None
        self._model = FoundModel(self)
        self._typed = self._build_line()
        self._found = self._build_list()
        self._nothing = label(self.tr("Nothing has these letters."), role="muted")
        self._nothing.setContentsMargins(16, 12, 16, 8)
        self._frame = self._build_frame()
        self._typed.textChanged.connect(self._find)
        self._found.clicked.connect(self._take)
        parent.installEventFilter(self)
        self.hide()

    # -- building ------------------------------------------------------------------------------------

    def _build_line(self) -> QLineEdit:
        line = QLineEdit()
        line.setProperty("role", "bare")
        line.setPlaceholderText(self.tr("Go to or do: a few letters are enough"))
        line.setAccessibleName(self.tr("Go to or do"))
        line.installEventFilter(self)
        return line

    def _build_list(self) -> QListView:
        found = QListView()
        found.setAccessibleName(self.tr("What was found"))
        found.setModel(self._model)
        found.setItemDelegate(FoundDelegate(found))
        found.setUniformItemSizes(True)
        found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return found

    def _build_frame(self) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("role", "box")
        self._column = QVBoxLayout(frame)
        self._column.setContentsMargins(1, 1, 1, _ROUNDING)
        self._column.setSpacing(0)
        for part in (self._typed, hairline(), self._nothing, self._found):
            self._column.addWidget(part)
        return frame

    # -- opening and leaving -------------------------------------------------------------------------

    @property
    def line(self) -> QLineEdit:
        """Where one types."""
        return self._typed

    @property
    def found(self) -> list[str]:
        """The texts of what was found, the likeliest first."""
        return [choice.text for choice in self._model.choices]

    @property
    def chosen(self) -> Choice | None:
        """What Enter would do."""
        row = self._found.currentIndex().row()
        return self._model.choices[row] if 0 <= row < len(self._model.choices) else None

    @Slot()
    def turn(self) -> None:
        """Opens the box, or leaves it where it is open: what its key does."""
        if self.isVisible():
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Opens the box with nothing typed, over what can be chosen now."""
        self._came_from = self.window().focusWidget()
        self._choices = list(self._ask())
        self._finder = Finder(choice.text for choice in self._choices)
        self._typed.clear()
        self.setGeometry(self._below.rect())
        self.show()
        self.raise_()
        self._find()
        self._typed.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def leave(self) -> None:
        """Closes the box and gives the focus back to where it came from."""
        came_from, self._came_from = self._came_from, None
        self._go()
        if came_from is not None and shiboken6.isValid(came_from) and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self) -> None:
        if self.isVisible():
            self.hide()
            self._choices = []
            self._finder = Finder(())
            self._model.show_choices(())
            self.left.emit()

    # -- finding -------------------------------------------------------------------------------------

    @Slot()
    def _find(self) -> None:
        numbers = self._finder.found(self._typed.text())
        self._model.show_choices([self._choices[number] for number in numbers])
        self._found.setVisible(bool(numbers))
        self._nothing.setVisible(not numbers)
        self._choose(0)
        self._settle()

    def _choose(self, row: int) -> None:
        last = len(self._model.choices) - 1
        self._found.setCurrentIndex(self._model.index(max(0, min(row, last))))
        chosen = self.chosen
        self._typed.setAccessibleDescription(chosen.said() if chosen is not None else self._nothing.text())

    def _settle(self) -> None:
        """Makes the frame as high as what it shows."""
        rows = min(len(self._model.choices), ROWS_SHOWN)
        self._found.setFixedHeight(rows * max(self._found.sizeHintForRow(0), 0))
        width = min(_WIDTH, self.width() - 2 * _MARGIN)
        self._column.activate()
        height = min(self._column.sizeHint().height(), self.height() - 2 * _MARGIN)
        top = max(_MARGIN, round(self.height() * _TOP_SHARE))
        self._frame.setGeometry(QRect((self.width() - width) // 2, top, width, height))

    @Slot(object)
    def _take(self, index: Index) -> None:
        if not index.isValid():
            return
        choice = self._model.choices[index.row()]
        self.leave()
        choice.run()

    # -- events --------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps the size of the parent, and takes the keys that are not for writing."""
        if watched is self._below and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._below.rect())
            self._settle()
        elif watched is self._typed:
            if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                return self._takes_key(event)
            if isinstance(event, QFocusEvent) and event.lostFocus():
                self._follow_focus(event.reason())
        return super().eventFilter(watched, event)

    def _takes_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._found.currentIndex())
        elif key in _STEPS:
            self._choose(self._found.currentIndex().row() + _STEPS[key])
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            pass  # there is nowhere else to go: the list is worked from the line
        else:
            return False
        return True

    def _follow_focus(self, reason: Qt.FocusReason) -> None:
        """Goes away when something else takes the focus, but not when another window is looked at."""
        stays = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if reason not in stays:
            self._go()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the box leaves it."""
        if not self._frame.geometry().contains(event.position().toPoint()):
            self.leave()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shades what lies below."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), _SHADE_DARK if theme.current().is_dark else _SHADE_LIGHT)
