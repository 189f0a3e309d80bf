"""What the forms of the inspector share: the tools of the page, ways to other records, and parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from campaignplanner.domain.known_words import WordKind
from campaignplanner.ui.fields.record_form import Change, ChangeMany, RecordForm
from campaignplanner.ui.selection import Picked

if TYPE_CHECKING:
    from campaignplanner.domain.campaign import Campaign
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import PlanRecord, Record
    from campaignplanner.domain.review import Finding
    from campaignplanner.planning.marks import Marks
    from campaignplanner.services.commands.command import Command
    from campaignplanner.ui.pages import PageTools

P = TypeVar("P", bound="FormPart")


class FormPart(QWidget):
    """A part of a form that is more than a field: a list of what belongs to the record.

    Subclasses override `show_part`, which is called with each change of the plan: what is typed in them and
    not taken must stay, and the focus where it is.

    Signals:
        finding_asked: carries the Finding whose mark was clicked.
    """

    finding_asked = Signal(object)

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = tools

    def show_part(self, plan: Plan, record: Record) -> None:
        """Shows what belongs to the record as the plan has it now."""
        raise NotImplementedError

    def show_child(self, child: PlanRecord) -> None:
        """Makes one of the listed records the current one, when it was selected somewhere else."""
        del child

    def show_marks(self, marks: Marks) -> None:
        """Marks what the review says of what is listed; a part that lists nothing has nothing to mark."""
        del marks

    def finish(self) -> bool:
        """Takes what is typed and not taken yet; says whether nothing is left of it."""
        return True

    def execute(self, command: Command) -> bool:
        """Carries out a command; False when it was refused, which is told in the message bar."""
        return self.tools.live.execute(command)

    def inspect(self, record: PlanRecord) -> None:
        """Shows another record in the inspector, and selects it everywhere."""
        self.tools.selection.pick(Picked.record(record))


class InspectorForm(RecordForm):
    """A form of the inspector: fields bound to a record, and parts that list what belongs to it.

    Every form is made as `XForm(tools, parent)` and shows a record by `show_record(plan, record_id)`.
    """

    def __init__(
        self,
        tools: PageTools,
        record_type: type[Campaign | PlanRecord],
        change: Change,
        parent: QWidget | None = None,
        *,
        change_many: ChangeMany | None = None,
    ) -> None:
        """Begins a form without fields; see `RecordForm`."""
        super().__init__(tools.live, record_type, change, parent, change_many=change_many)
        self.tools = tools
        self._parts: list[FormPart] = []

    def add_part(self, part: P) -> P:
        """Puts a part below, as wide as the form."""
        self._parts.append(part)
        part.finding_asked.connect(self.finding_asked)
        self.add_widget(part)
        return part

    def words(self, kind: WordKind) -> Callable[[], Sequence[str]]:
        """What a SuggestField asks for words that were typed before."""
        return partial(self.tools.words.of, kind)

    def execute(self, command: Command) -> bool:
        """Carries out a command that belongs to no field; a refusal is told in the message bar."""
        return self.tools.live.execute(command)

    def inspect(self, record: PlanRecord) -> None:
        """Shows another record in the inspector, and selects it everywhere."""
        self.tools.selection.pick(Picked.record(record))

    def prepare(self, plan: Plan, record: Record) -> None:
        """Tells the parts; a subclass that overrides this to set choices or currencies calls it too."""
        for part in self._parts:
            part.show_part(plan, record)

    def show_marks(self, marks: Marks) -> list[Finding]:
        """Marks fields, and what the parts list; gives what the review says besides of the record."""
        for part in self._parts:
            part.show_marks(marks)
        return super().show_marks(marks)

    def show_child(self, child: PlanRecord) -> None:
        """Leads to something that has no form of its own and is shown in a part of this one."""
        for part in self._parts:
            part.show_child(child)

    def finish(self) -> bool:
        """Takes what is typed in fields and parts; says whether nothing is left of it."""
        unfinished = [part for part in self._parts if not part.finish()]
        return super().finish() and not unfinished
