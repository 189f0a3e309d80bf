"""What all fields share: a label, an editor, a line below, and what happens between typing and taking."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.review import Finding
from campaignplanner.ui.fields.field_mark import FieldMark
from campaignplanner.ui.fields.message import FieldMessage, Tone
from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.formats import menu_text
from campaignplanner.ui.widgets.lines import label as plain_label

_STAYS_IN_FIELD = frozenset(
    {
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)
"""The focus goes and will come back: a menu, a list of words, another program. Typing is not over then."""

_KEYS_OF_TYPING = frozenset(map(Qt.Key, map(ord, "ACVXYZ")))
"""With Ctrl: select all, copy, paste, cut, and the two that `_overrides` looks at first."""
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Several(Enum):
    """Stands for the value where several records are shown that differ in it."""

    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and not taken, to be put back later.

    Attributes:
        typed: what the editor held.
        sentence: why it was not taken; empty where nobody tried yet.
    """

    typed: object
    sentence: str


class Field(QWidget):
    """A label above, an editor, and a line below for what is wrong or was understood.

    `typing` comes with every letter, for whoever shows what is typed before it is taken. `edited` carries the
    new value, and only when the person has finished an edit: by Enter, by leaving the
    field, or by choosing. A slot refuses an edit by calling `show_error`: what was typed stays, marked, and
    the value is what it was. Escape puts the value back.

    Subclasses say how a value is put into the editor (`put`), what the editor holds (`typed`), what it
    would hold for a value (`typed_for`) and what that means (`read`).

    `finding_asked` carries what the review says of the field when its mark was clicked.
    """

    edited = Signal(object)
    typing = Signal()
    finding_asked = Signal(object)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self._value: object = None
        self._newest: tuple[object] | None = None
        self._is_offering = False
        self._hint = ""
        self._refused: tuple[object] | None = None
        self._caption = plain_label(menu_text(label), role="muted", font=small_font())
        self._message: FieldMessage | None = None  # most fields never say anything
        self._mark: FieldMark | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)

    def _adopt(self, editor: QWidget) -> None:
        """Takes the editor in; ends a subclass's __init__."""
        self._editor = editor
        editor.setAccessibleName(self.label)
        editor.installEventFilter(self)
        self.setFocusProxy(editor)
        self._caption.setBuddy(editor)
        self._column.addWidget(self._caption)
        self._column.addWidget(editor)

    # What subclasses say.

    def put(self, value: object) -> None:
        """Puts a value into the editor, without any signal."""
        raise NotImplementedError

    def put_several(self) -> None:
        """Shows that several records differ in this."""
        raise NotImplementedError

    def typed(self) -> object:
        """What the editor holds."""
        raise NotImplementedError

    def put_typed(self, typed: object) -> None:
        """Puts back what the editor held once."""
        raise NotImplementedError

    def typed_for(self, value: object) -> object:
        """What the editor holds when it shows this value, which may be `Several.SEVERAL`."""
        raise NotImplementedError

    def read(self, typed: object) -> object:
        """The value that is meant; raises PlanError with a sentence when that cannot be told."""
        raise NotImplementedError

    def set_read_only(self, is_read_only: bool) -> None:
        """Lets people read but not write."""
        self._editor.setEnabled(not is_read_only)

    # What everybody may ask for.

    @property
    def editor(self) -> QWidget:
        """The widget that has the focus while people edit."""
        return self._editor

    @property
    def value(self) -> object:
        """The value that was shown or taken last; `Several.SEVERAL` where records differ."""
        return self._value

    @property
    def is_dirty(self) -> bool:
        """Whether the editor holds something that was not taken."""
        return self.typed() != self.typed_for(self._value)

    @property
    def error(self) -> str:
        """The sentence that marks the field; empty where nothing is wrong."""
        is_wrong = self._message is not None and self._message.tone is Tone.ERROR
        return self.message if is_wrong else ""

    @property
    def message(self) -> str:
        """What the line below says: an error, or what was understood."""
        return "" if self._message is None else self._message.text

    def show_value(self, value: object) -> None:
        """Shows what the plan says.

        While something is typed that was not taken yet, that stays, and the line below says what the
        value is now.
        """
        if self._is_offering:
            self._newest = (value,)
        elif not self.is_dirty:
            self._value = value
            self._put_value()
        elif value != self._value:
            self._value = value
            self._meet_typed()

    def show_several(self) -> None:
        """Shows that several records differ in this; an edit gives all of them one value."""
        self.show_value(Several.SEVERAL)

    def show_error(self, sentence: str) -> None:
        """Marks the field; what is in it stays. Within `edited` this refuses the edit."""
        self._refused = (self.typed(),)
        self._say(sentence, Tone.ERROR)

    def clear_error(self) -> None:
        """Takes the mark away."""
        self._refused = None
        self._say(self._hint, Tone.HINT)

    def show_hint(self, text: str) -> None:
        """Says something about the field while nothing is wrong with it."""
        self._hint = text
        if not self.error:
            self._say(text, Tone.HINT)

    def show_label_hidden(self) -> None:
        """Hides the label where the same words stand elsewhere; a screen reader still tells them."""
        self._caption.hide()

    def show_finding(self, finding: Finding | None) -> None:
        """Marks what the review says of the field beside its label, or nothing."""
        if self._mark is None and finding is not None:
            self._mark = FieldMark(self)
            self._mark.asked.connect(self.finding_asked)
            line = QHBoxLayout()
            line.setSpacing(4)
            line.addWidget(self._caption)
            line.addWidget(self._mark)
            line.addStretch(1)
            self._column.insertLayout(0, line)
            QWidget.setTabOrder(self._editor, self._mark)
        if self._mark is not None:
            self._mark.show_finding(finding)

    def restore(self) -> None:
        """Puts the value back that the plan has."""
        self._put_value()

    def finish(self, *, again: bool = False) -> bool:
        """Takes what is typed; says whether nothing is left that was not taken.

        Args:
            again: also tries what was refused before, as Enter does and leaving the field does not.
        """
        if not self.is_dirty:
            if self._refused is None:
                self.clear_error()
            return not self.error
        typed = self.typed()
        if self._refused == (typed,) and not again:
            return False
        try:
            value = self.read(typed)
        except PlanError as error:
            self.show_error(error.sentence)
            return False
        return self._offer(value)

    def draft(self) -> Draft | None:
        """What is typed and not taken, to be put back with `show_draft`."""
        return Draft(self.typed(), self.error) if self.is_dirty else None

    def show_draft(self, draft: Draft) -> None:
        """Puts back what was typed and not taken."""
        self.put_typed(draft.typed)
        if draft.sentence:
            self.show_error(draft.sentence)

    # Between typing and taking.

    def _offer(self, value: object) -> bool:
        """Offers a value to whoever listens; it counts unless somebody calls `show_error` meanwhile."""
        self.clear_error()
        if value == self._value:
            self._put_value()
            return True
        before, self._value = self._value, value
        self._newest, self._is_offering = None, True
        try:
            self.edited.emit(value)
        finally:
            self._is_offering = False
        return self._settle(before)

    def _settle(self, before: object) -> bool:
        """Shows what counts after an offer; says whether it was the offered value."""
        is_refused = bool(self.error)
        if self._newest is not None:
            self._value = self._newest[0]
        elif is_refused:
            self._value = before
        if not is_refused:
            self._put_value()
        return not is_refused

    def _put_value(self) -> None:
        self.clear_error()
        if self._value is Several.SEVERAL:
            self.put_several()
        else:
            self.put(self._value)

    def _meet_typed(self) -> None:
        """The value changed elsewhere while something else was being typed."""
        if not self.is_dirty:
            self._put_value()
            return
        if not self.error:
            said = self.tr("Changed elsewhere: it is now “%1”. Escape takes that over.")
            self._say(said.replace("%1", self.value_text()), Tone.HINT)

    def value_text(self) -> str:
        """The value in words, for sentences."""
        return str(self.typed_for(self._value))

    def show_passing(self, text: str) -> None:
        """Says something below until the edit is finished or given up."""
        self._say(text, Tone.HINT)

    def note_typing(self) -> None:
        """Something was typed: what was wrong before is not said of the new text."""
        self.clear_error()
        self.typing.emit()

    def _say(self, text: str, tone: Tone) -> None:
        is_wrong = tone is Tone.ERROR and bool(text)
        if self._message is None and text:
            self._message = FieldMessage(self)
            self._column.addWidget(self._message)
        if self._message is not None:
            self._message.say(text, tone)
        self._editor.setAccessibleDescription(text)
        if bool(self._editor.property("wrong")) != is_wrong:
            self._editor.setProperty("wrong", is_wrong)
            self._editor.style().unpolish(self._editor)
            self._editor.style().polish(self._editor)

    # Keys and focus.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes, Escape puts back, leaving takes; undo is the plan's while nothing is typed."""
        if watched is not self._editor:
            return super().eventFilter(watched, event)
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() not in _STAYS_IN_FIELD:
                self.finish()
        elif isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                return self._overrides(event)
            if event.type() == QEvent.Type.KeyPress:
                return self._takes_key(event)
        return super().eventFilter(watched, event)

    def _overrides(self, event: QKeyEvent) -> bool:
        """Whether a key is the field's own before it is anybody's shortcut."""
        if event.key() == Qt.Key.Key_Escape and (self.is_dirty or self.error):
            event.accept()
            return True
        is_undo = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        if (is_undo and not self.is_dirty) or _is_of_the_window(event):
            event.ignore()
            return True
        return False

    def _takes_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and (self.is_dirty or self.error):
            self.restore()
            return True
        if event.key() in _ENTER and self.is_finished_by(event):
            return not self.finish(again=True)
        return False

    def is_finished_by(self, event: QKeyEvent) -> bool:
        """Whether Enter, held with these other keys, finishes the edit."""
        del event
        return True


def _is_of_the_window(event: QKeyEvent) -> bool:
    """Whether a key is the window's before it is a field's.

    On some systems Qt moves about in a line with Ctrl and E or K, as terminals do; here the window exports a
    brief and finds actions with them, in every field too.
    """
    is_letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
    is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return is_control and is_letter and event.key() not in _KEYS_OF_TYPING
