"""Choosing one of several, and yes or no."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox

from campaignplanner.ui.fields.field import Field, Several
from campaignplanner.ui.formats import menu_text, shortened

_NOTHING_CHOSEN = -1
_ORDINARY = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_TABS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_FEW_LETTERS = 4
_MOST_LETTERS = 90
_MOVES = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


class ChoiceField(Field):
    """One of several, taken as soon as it is chosen. None may be one of the choices, as "not said"."""

    def __init__(self, label: str, choices: Iterable[tuple[object, str]] = ()) -> None:
        """A choice.

        Args:
            label: what is chosen.
            choices: each value with its words, in order.
        """
        super().__init__(label)
        self._box = _Choices()
        self._choices: tuple[tuple[object, str], ...] = ()
        self._box.activated.connect(self._take)
        self._adopt(self._box)
        self.show_choices(choices)

    @property
    def box(self) -> QComboBox:
        """The editor itself."""
        return self._box

    @property
    def choices(self) -> tuple[tuple[object, str], ...]:
        """Each value with its words."""
        return self._choices

    def show_choices(self, choices: Iterable[tuple[object, str]]) -> None:
        """Offers other choices; the value stays."""
        wanted = tuple(choices)
        if wanted == self._choices:
            return
        was_dirty, typed = self.is_dirty, self.typed()
        self._choices = wanted
        self._box.clear()
        self._box.addItems([shortened(words, _MOST_LETTERS) for _, words in wanted])
        self.put_typed(typed if was_dirty else self.typed_for(self.value))

    def choose(self, value: object) -> None:
        """Chooses as the person does."""
        self._box.setCurrentIndex(self._index_of(value))
        self._take()

    def put(self, value: object) -> None:
        """See `Field`."""
        self._box.setPlaceholderText("")
        self.put_typed(value)

    def put_several(self) -> None:
        """See `Field`."""
        self._box.setPlaceholderText(self.tr("Several"))
        self.put_typed(Several.SEVERAL)

    def typed(self) -> object:
        """See `Field`; nothing is chosen where records differ or the value is none of the choices."""
        index = self._box.currentIndex()
        return Several.SEVERAL if index == _NOTHING_CHOSEN else self._choices[index][0]

    def put_typed(self, typed: object) -> None:
        """See `Field`."""
        self._box.setCurrentIndex(self._index_of(typed))

    def typed_for(self, value: object) -> object:
        """See `Field`."""
        return Several.SEVERAL if self._index_of(value) == _NOTHING_CHOSEN else value

    def read(self, typed: object) -> object:
        """See `Field`."""
        return typed

    def value_text(self) -> str:
        """See `Field`."""
        return next((words for value, words in self._choices if value == self.value), "")

    def _index_of(self, value: object) -> int:
        return next(
            (index for index, (each, _) in enumerate(self._choices) if each == value), _NOTHING_CHOSEN
        )

    @Slot()
    def _take(self) -> None:
        self.finish(again=True)


class YesNoField(Field):
    """A tick; its words stand beside it instead of above."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self._tick = QCheckBox(menu_text(label))
        self._value = False
        self._tick.clicked.connect(self._take)
        self._adopt(self._tick)
        self.show_label_hidden()

    @property
    def tick(self) -> QCheckBox:
        """The editor itself."""
        return self._tick

    def put(self, value: object) -> None:
        """See `Field`."""
        self._tick.setTristate(False)
        self._tick.setChecked(bool(value))

    def put_several(self) -> None:
        """See `Field`."""
        self._tick.setCheckState(Qt.CheckState.PartiallyChecked)

    def typed(self) -> object:
        """See `Field`."""
        state = self._tick.checkState()
        return Several.SEVERAL if state is Qt.CheckState.PartiallyChecked else self._tick.isChecked()

    def put_typed(self, typed: object) -> None:
        """See `Field`."""
        self._tick.setChecked(bool(typed))

    def typed_for(self, value: object) -> object:
        """See `Field`."""
        return value if value is Several.SEVERAL else bool(value)

    def read(self, typed: object) -> object:
        """See `Field`."""
        return typed

    def value_text(self) -> str:
        """See `Field`."""
        return self.tr("yes") if self.value else self.tr("no")

    @Slot()
    def _take(self) -> None:
        self._tick.setTristate(False)
        self.finish(again=True)


class _Choices(QComboBox):
    """A box that never changes by chance: rolling over it scrolls the form, and keys open its list."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_FEW_LETTERS)
        self.setMaxVisibleItems(16)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel, which only passes over it

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab in the list takes what is marked there and goes on, as it does from the closed box."""
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and is_press and event.key() in _TABS and watched is self.view():
            self._take_marked()
            if self.hasFocus():  # a cell of a table closes with its choice and has none
                self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
            return True
        return super().eventFilter(watched, event)

    def _take_marked(self) -> None:
        row = self.view().currentIndex().row()
        self.hidePopup()
        if row >= 0:
            self.setCurrentIndex(row)
            self.activated.emit(row)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to the form."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Looks through the list first: choosing is one edit, however many choices lie between."""
        letter = event.text() if event.text().isprintable() and event.text().strip() else ""
        if event.modifiers() & ~_ORDINARY or not (letter or event.key() in _MOVES):
            super().keyPressEvent(event)
            return
        self.showPopup()
        if letter:
            self.view().keyboardSearch(letter)

    def showPopup(self) -> None:
        """Opens the list wide enough for its words."""
        self.view().installEventFilter(self)
        room = self.view().sizeHintForColumn(0) + 2 * self.view().verticalScrollBar().sizeHint().width()
        self.view().setMinimumWidth(max(self.width(), room))
        super().showPopup()
