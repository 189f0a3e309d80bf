"""The message bar: what happened in one plain sentence, with what can be done about it.

Never modal and never timed: a message stays until it is answered, closed or overtaken by the next.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from campaignplanner.ui import icons, theme
from campaignplanner.ui.plain_text import menu_text
from campaignplanner.ui.tasks import Task
from campaignplanner.ui.widgets.lines import hairline, label

_BESIDE_SENTENCE = 120
"""Pixels of the row that are neither sentence nor answers: margins, sign, gaps and the close button."""

_LEAST_SENTENCE = 160


class Tone(Enum):
    """Whether a message tells of something done, or of something that could not be done."""

    DONE = "done"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class Answer:
    """A button in a message. The step is called once; the message is gone by then."""

    text: str
    step: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence for people, with its answers from left to right."""

    sentence: str
    tone: Tone = Tone.DONE
    answers: tuple[Answer, ...] = ()


class _AnswerButton(QPushButton):
    """Carries its answer, so that no closure has to hold the bar."""

    answered = Signal(object)

    def __init__(self, answer: Answer) -> None:
        super().__init__(menu_text(answer.text))
        self._answer = answer
        self.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.answered.emit(self._answer)


class MessageBar(QFrame):
    """The strip at the foot of the window: the last message, and below it what is still running."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "raised")
        self.setAccessibleName(self.tr("Messages"))
        self._message: Message | None = None
        self._answers: list[_AnswerButton] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(hairline())
        self._rows.addWidget(self._build_message_row())
        self.hide()

    def _build_message_row(self) -> QWidget:
        self._row = QWidget()
        self._layout = QHBoxLayout(self._row)
        self._layout.setContentsMargins(20, 8, 12, 8)
        self._layout.setSpacing(8)
        self._sign = QLabel()
        self._sentence = label()
        self._sentence.setWordWrap(True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton()
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.setToolTip(self.tr("Close the message"))
        self._close.clicked.connect(self.dismiss)
        self._layout.addWidget(self._sign)
        self._layout.addWidget(self._sentence)
        self._layout.addStretch(1)
        self._layout.addWidget(self._close)
        return self._row

    @property
    def message(self) -> Message | None:
        """What is being said, or None."""
        return self._message

    @property
    def answer_buttons(self) -> tuple[QPushButton, ...]:
        """The buttons of the message, from left to right."""
        return tuple(self._answers)

    def say(self, sentence: str, *answers: Answer) -> None:
        """Tells of something done."""
        self._show_message(Message(sentence, Tone.DONE, answers))

    def say_trouble(self, sentence: str, *answers: Answer) -> None:
        """Tells why something could not be done."""
        self._show_message(Message(sentence, Tone.TROUBLE, answers))

    @Slot()
    def dismiss(self) -> None:
        """Takes the message away; what is running stays."""
        self._message = None
        self._drop_answers()
        self._show_or_hide()

    def follow(self, task: Task) -> None:
        """Shows a row with progress and Cancel until the task has ended."""
        row = TaskRow(task, self)
        self._rows.addWidget(row)
        task.ended.connect(row.leave)
        row.left.connect(self._drop_row)
        self._show_or_hide()

    def _show_message(self, message: Message) -> None:
        self._drop_answers()
        self._message = message
        self._sentence.setText(message.sentence)
        self.ink()
        for place, answer in enumerate(message.answers):
            button = _AnswerButton(answer)
            button.answered.connect(self._take_answer)
            self._layout.insertWidget(2 + place, button)
            self._answers.append(button)
        self._show_or_hide()
        self._fit_sentence()
        self._announce(message.sentence)

    def _fit_sentence(self) -> None:
        """The answers stand right behind the sentence, which wraps only where it has to."""
        buttons = sum(button.sizeHint().width() + 8 for button in self._answers)
        room = self.width() - buttons - _BESIDE_SENTENCE
        needed = self._sentence.fontMetrics().horizontalAdvance(self._sentence.text()) + 4
        self._sentence.setFixedWidth(max(_LEAST_SENTENCE, min(needed, room)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the sentence the room that there is now."""
        super().resizeEvent(event)
        self._fit_sentence()

    def _announce(self, sentence: str) -> None:
        """A screen reader reads the sentence although the focus stays where it is."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    @Slot(object)
    def _take_answer(self, answer: Answer) -> None:
        self.dismiss()
        answer.step()

    @Slot(object)
    def _drop_row(self, row: QWidget) -> None:
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._show_or_hide()

    def _drop_answers(self) -> None:
        for button in self._answers:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._answers.clear()

    def _show_or_hide(self) -> None:
        self._row.setVisible(self._message is not None)
        running = self._rows.count() > 2
        self.setVisible(self._message is not None or running)

    def ink(self) -> None:
        """Draws the signs in the colours of the theme."""
        now = theme.current()
        self._close.setIcon(icons.icon("close", now))
        if self._message is None:
            return
        trouble = self._message.tone is Tone.TROUBLE
        sign = icons.inked_icon("problem", now.error) if trouble else icons.inked_icon("check", now.good)
        self._sign.setPixmap(sign.pixmap(icons.SIZE, icons.SIZE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the message while the focus is on one of its buttons."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)


class TaskRow(QFrame):
    """What is running, how far it has come, and Cancel. `left` carries the row when the task has ended."""

    left = Signal(object)

    def __init__(self, task: Task, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 12, 8)
        row.setSpacing(12)
        self._bar = self._build_bar(task)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel: %1").replace("%1", task.title))
        self._cancel.clicked.connect(task.cancel)
        self._cancel.clicked.connect(self._say_cancelling)
        task.progressed.connect(self._show_progress)
        self._title = label(task.title)
        row.addWidget(self._title)
        row.addWidget(self._bar)
        row.addStretch(1)
        row.addWidget(self._cancel)

    def _build_bar(self, task: Task) -> QProgressBar:
        bar = QProgressBar()
        bar.setAccessibleName(task.title)
        bar.setTextVisible(False)
        bar.setRange(0, 0)
        bar.setFixedWidth(220)
        return bar

    @Slot(object)
    def _show_progress(self, fraction: float) -> None:
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(1000 * fraction))

    @Slot()
    def _say_cancelling(self) -> None:
        self._cancel.setEnabled(False)
        self._title.setText(self.tr("Cancelling…"))

    @Slot()
    def leave(self) -> None:
        """Says that the row is no longer needed."""
        self.left.emit(self)
