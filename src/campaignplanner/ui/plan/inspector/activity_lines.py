"""The money of an activity: what is planned, and where the customer meets what it pays for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from campaignplanner.domain.activity import Activity, Side
from campaignplanner.domain.budget import BudgetLine, Meets
from campaignplanner.domain.direction import set_apart
from campaignplanner.domain.ids import new_id
from campaignplanner.planning.budgeting import totals_of_lines
from campaignplanner.services.commands.budget import MakeBudgetLine
from campaignplanner.services.commands.editing import next_position
from campaignplanner.ui.fields.amounts import MoneyField
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.text import LineField
from campaignplanner.ui.formats import money_text
from campaignplanner.ui.plan.inspector.adder import Adder
from campaignplanner.ui.plan.inspector.list_part import ListPart
from campaignplanner.ui.plan.inspector.rows import Row
from campaignplanner.ui.timeline.card_texts import capitalised, totals_text

if TYPE_CHECKING:
    from campaignplanner.domain.errors import FileTrouble, PlanError
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import Record
    from campaignplanner.ui.pages import PageTools

_MEETS_CHOICES = tuple((meets, capitalised(meets.value)) for meets in Meets)


class LinesPart(ListPart):
    """Each budget line with its planned amount, and their sum with its split."""

    record_type = BudgetLine

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        adder = Adder(self.tr("Add budget line"))
        self.label = adder.put(LineField(self.tr("What it pays for"), self.tr("such as Venue")), 0)
        self.planned = adder.put(MoneyField(self.tr("Planned"), "EUR"), 1, 0, blank=None)
        self.meets = adder.put(ChoiceField(self.tr("Customers meet it"), _MEETS_CHOICES), 1, 1, blank=None)
        self.build(self.tr("Money"), self.tr("No money is planned yet."), adder)

    def show_part(self, plan: Plan, record: Record) -> None:
        """Shows the lines and their sum; a new line is met where the activity happens."""
        super().show_part(plan, record)
        lines = plan.lines_of(record.id)
        self.head.say(totals_text(plan, totals_of_lines(plan, lines)) if lines else "")
        self.planned.show_currency(plan.campaign.currency)

    def begin_adding(self) -> None:
        """Proposes that customers meet it on the activity's side."""
        if isinstance(self.holder, Activity):
            online = self.holder.side is Side.ONLINE
            self.meets.show_value(Meets.ONLINE if online else Meets.OFFLINE)
        super().begin_adding()

    def rows_of(self, plan: Plan, holder: Record) -> Sequence[Row]:
        """See `ListPart`."""
        return [_row(plan, line) for line in plan.lines_of(holder.id)]

    def add_new(self, plan: Plan, holder: Record) -> str | None:
        """See `ListPart`."""
        planned, meets = self.planned.value, self.meets.value
        line = BudgetLine(
            id=new_id(),
            activity_id=holder.id,
            label=str(self.label.value),
            planned=planned if isinstance(planned, int) else 0,
            meets=meets if isinstance(meets, Meets) else Meets.NOT_SAID,
            position=next_position(plan.lines.values()),
        )
        refusal = self.tools.live.refusal_of(MakeBudgetLine(line))
        if refusal is not None:
            self.adder.show_refusal(refusal, self.planned if _is_about_money(refusal) else None)
            return None
        return line.id


def _is_about_money(refusal: PlanError | FileTrouble) -> bool:
    return getattr(refusal, "field", None) == "planned"


def _row(plan: Plan, line: BudgetLine) -> Row:
    said = (line.meets.value, line.cost_type.value, set_apart(line.filed_under), set_apart(line.supplier))
    end = money_text(line.planned, line.currency or plan.campaign.currency)
    return Row(line.id, line.label, end=end, second=capitalised(" · ".join(part for part in said if part)))
