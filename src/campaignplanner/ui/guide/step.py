"""What every step of the guide has: what is there already, a few fields, and a button that adds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from campaignplanner.domain.errors import FileTrouble, PlanError
from campaignplanner.planning.first_steps import FirstStep
from campaignplanner.ui.fields.field import Field
from campaignplanner.ui.fields.form import Form
from campaignplanner.ui.fonts import headline_font
from campaignplanner.ui.plan.inspector.deleting import delete
from campaignplanner.ui.plan.inspector.row_list import RowList
from campaignplanner.ui.plan.inspector.rows import Row
from campaignplanner.ui.selection import Picked
from campaignplanner.ui.widgets.lines import label

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import PlanRecord
    from campaignplanner.services.commands.command import Command
    from campaignplanner.ui.pages import PageTools

F = TypeVar("F", bound=Field)

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class GuideStep(QWidget):
    """One step; subclasses say what is listed (`rows_of`) and what the fields make (`command`).

    Enter adds what is typed; where nothing is, it asks to go on. Ctrl+Enter adds and goes on.

    Signals:
        next_wanted: Enter was pressed with nothing typed, or Ctrl+Enter.
    """

    STEP: ClassVar[FirstStep]
    RECORD_TYPE: ClassVar[type[PlanRecord]]

    next_wanted = Signal()

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = tools
        self._plan: Plan | None = None
        self._names: dict[str, Field] = {}
        self._blanks: dict[Field, object] = {}
        self.headline = label(font=headline_font())
        self.advice = label(role="muted")
        self.list = RowList("")
        self.form = Form()
        self._lay_out()

    def _lay_out(self) -> None:
        for words in (self.headline, self.advice):
            words.setWordWrap(True)
        self.list.opened.connect(self._show_record)
        self.list.deletion_wanted.connect(self._delete)
        self.list.new_wanted.connect(self.focus_first)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        for widget in (self.headline, self.advice, self.list, self.form):
            self._column.addWidget(widget)
        self.list.show_rows(())

    # -- for subclasses ------------------------------------------------------------------------------

    def say(self, headline: str, advice: str, listed: str) -> None:
        """Says what the step is about.

        Args:
            headline: the question that it asks.
            advice: a sentence that helps to answer.
            listed: what a screen reader calls the list of what is there.
        """
        self.headline.setText(headline)
        self.advice.setText(advice)
        self.list.setAccessibleName(listed)

    def put(self, field: F, name: str, *, half: bool = False, blank: object = "") -> F:
        """Puts a field below.

        Args:
            field: the field.
            name: of the record's field, at which a refusal is said.
            half: whether it stands beside another of half the width.
            blank: its value before anything is typed.
        """
        self._blanks[field] = blank
        field.show_value(blank)
        return self.put_choice(field, name, half=half)

    def put_choice(self, field: F, name: str, *, half: bool = False) -> F:
        """Puts a field that always holds a proposal, so that it alone is nothing typed."""
        self._names[name] = field
        self.form.add_field(field, half=half)
        return field

    def end_with(self, add_words: str) -> None:
        """Puts the button that adds below the fields; made last, it is where Tab goes after them."""
        self.button = QPushButton(add_words)
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.add)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        self._column.addLayout(row)
        self._column.addStretch(1)

    def rows_of(self, plan: Plan) -> Sequence[Row]:
        """Return what is there already."""
        raise NotImplementedError

    def command(self, plan: Plan) -> Command:
        """Return what adds what the fields say; raise PlanError, naming a field, where they do not."""
        raise NotImplementedError

    def prepare(self, plan: Plan) -> None:
        """Offers choices and proposals for a plan; called at every change of it."""
        del plan

    # -- for the guide -------------------------------------------------------------------------------

    def show_plan(self, plan: Plan) -> None:
        """Shows what is there now; what is being typed stays."""
        self._plan = plan
        self.list.show_rows(self.rows_of(plan))
        self.prepare(plan)

    def field(self, name: str) -> Field:
        """The field of that name."""
        return self._names[name]

    @property
    def has_typed(self) -> bool:
        """Whether something is typed that was not added."""
        return any(field.is_dirty or field.value != blank for field, blank in self._blanks.items())

    @property
    def first_field(self) -> Field:
        """Where one begins."""
        return self.form.fields[0]

    def focus_first(self) -> None:
        """Begins with the first field."""
        self.first_field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def add(self) -> bool:
        """Adds what the fields say, in one step of the history; says whether it could."""
        plan = self._plan
        if plan is None or not self._take():
            return False
        try:
            command = self.command(plan)
        except PlanError as error:
            self._show_refusal(error)
            return False
        refusal = self.tools.live.refusal_of(command)
        if refusal is not None:
            self._show_refusal(refusal)
            return False
        self._clear()
        return True

    def _take(self) -> bool:
        wrong = [field for field in self.form.fields if not field.finish(again=True)]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def _clear(self) -> None:
        for field, blank in self._blanks.items():
            field.restore()
            field.show_value(blank)
        plan = self.tools.live.plan
        if plan is not None:
            self.show_plan(plan)
        self.focus_first()

    def _show_refusal(self, refusal: PlanError | FileTrouble) -> None:
        name = refusal.field if isinstance(refusal, PlanError) else None
        field = self._names.get(name or "", self.form.fields[0])
        field.show_error(refusal.sentence)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _show_record(self, record_id: str) -> None:
        self.tools.selection.pick(Picked(self.RECORD_TYPE, record_id))

    @Slot(object)
    def _delete(self, record_id: str) -> None:
        delete(self.tools, Picked(self.RECORD_TYPE, record_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds, or asks to go on where nothing is typed; Ctrl+Enter does both."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self.has_typed:
            self.next_wanted.emit()
        else:
            self.add()
