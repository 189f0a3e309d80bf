"""Words: one line, or a text that grows with what is written in it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from campaignplanner.ui.fields.field import Field, Several
from campaignplanner.ui.fields.typed import TypedField

_PARAGRAPH, _LINE = "\u2029", "\u2028"
_MOST_LINES = 14
"""A longer text scrolls inside its field, so that the fields below stay within reach."""


class LineField(TypedField):
    """One line of words; blanks around them do not count."""

    def __init__(self, label: str, placeholder: str = "") -> None:
        super().__init__(label, placeholder=placeholder)

    def value_of(self, text: str) -> str:
        """The text without the blanks around it."""
        return text.strip()


class CurrencyField(LineField):
    """A code of three letters, which may be typed small."""

    def value_of(self, text: str) -> str:
        """The code as it is written."""
        return super().value_of(text).upper()


class TextField(Field):
    """A text of any length that grows line by line; Ctrl+Enter or leaving the field finishes the edit."""

    def __init__(
        self, label: str, placeholder: str = "", *, least_lines: int = 1, enter_finishes: bool = False
    ) -> None:
        """A field for a text.

        Args:
            label: what the text is about.
            placeholder: an example.
            least_lines: how high it is at least.
            enter_finishes: whether Enter finishes too, as in the lines beside it; Shift+Enter begins a line.
        """
        super().__init__(label)
        self._enter_finishes = enter_finishes
        self._placeholder = placeholder
        self._text = GrowingText(least_lines)
        self._text.setPlaceholderText(placeholder)
        self._text.leaves_enter = enter_finishes
        self._text.textChanged.connect(self._note)
        self._adopt(self._text)

    @property
    def text(self) -> GrowingText:
        """The editor itself."""
        return self._text

    def put(self, value: object) -> None:
        """See `Field`."""
        self._text.setPlaceholderText(self._placeholder)
        self.put_typed("" if value is None else _unified(str(value)))

    def put_several(self) -> None:
        """See `Field`."""
        self.put_typed("")
        self._text.setPlaceholderText(self.tr("Several"))

    def typed(self) -> object:
        """See `Field`."""
        return self._text.words

    def put_typed(self, typed: object) -> None:
        """See `Field`."""
        if self._text.words != typed:
            self._text.blockSignals(True)
            self._text.setPlainText(str(typed))
            self._text.blockSignals(False)
            self._text.updateGeometry()

    def typed_for(self, value: object) -> object:
        """See `Field`."""
        return "" if value is None or value is Several.SEVERAL else _unified(str(value))

    def read(self, typed: object) -> object:
        """The text as it stands, without blank lines at its ends."""
        return str(typed).strip()

    def set_read_only(self, is_read_only: bool) -> None:
        """Lets people read, choose and copy, but not write."""
        self._text.setReadOnly(is_read_only)

    def is_finished_by(self, event: QKeyEvent) -> bool:
        """Enter alone begins a new line, unless it finishes here."""
        if self._enter_finishes:
            return not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        return event.modifiers() == Qt.KeyboardModifier.ControlModifier

    @Slot()
    def _note(self) -> None:
        self.note_typing()


class GrowingText(QTextEdit):
    """As high as its text, within bounds; Tab goes on to the next field.

    It takes plain text only, yet is no `QPlainTextEdit`: that would leave lines in Arabic or Hebrew at the
    left. Here each paragraph stands on the side where its own script begins.
    """

    def __init__(self, least_lines: int = 1) -> None:
        super().__init__()
        self._least_lines = least_lines
        self.leaves_enter = False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    @property
    def words(self) -> str:
        """The text; unlike `toPlainText` this keeps spaces that do not break."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n").replace(_LINE, "\n")

    def sizeHint(self) -> QSize:
        """As high as the lines that the text takes at this width."""
        lines = max(self._least_lines, min(self._lines_taken(), _MOST_LINES))
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing() + self._edges())

    def minimumSizeHint(self) -> QSize:
        """The same height: it is the form that scrolls."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes another number of lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves Enter to the form where that finishes."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.leaves_enter and is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _lines_taken(self) -> int:
        """How many lines the text takes; counted no further than the field can show.

        The document's own size leaves out how paragraphs wrap that were never painted.
        """
        layout = self.document().documentLayout()
        block = self.document().begin()
        lines = 0
        while block.isValid() and lines <= _MOST_LINES:
            layout.blockBoundingRect(block)
            lines += max(1, block.layout().lineCount())
            block = block.next()
        return max(1, lines)

    def _edges(self) -> int:
        """What frame and padding take: the outside less what the text can show."""
        margins = self.contentsMargins()
        return margins.top() + margins.bottom() + 2

    @Slot()
    def _grow(self) -> None:
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if self._lines_taken() > _MOST_LINES
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.updateGeometry()


def _unified(text: str) -> str:
    """The text with one sort of line end, as the editor gives it back."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace(_PARAGRAPH, "\n").replace(_LINE, "\n")
