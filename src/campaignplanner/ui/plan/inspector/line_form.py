"""Every field of a budget line, and what happened on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from campaignplanner.domain.budget import BudgetLine, CostType, Meets, PhasingMode, Posting, PostingKind
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.known_words import WordKind
from campaignplanner.services.commands.budget import ChangeBudgetLine, ChangePosting, MakePosting
from campaignplanner.ui.fields.amounts import MoneyField, NumberField
from campaignplanner.ui.fields.choices import ChoiceField, YesNoField
from campaignplanner.ui.fields.days import DayField
from campaignplanner.ui.fields.suggest import SuggestField
from campaignplanner.ui.fields.text import LineField, TextField
from campaignplanner.ui.formats import day_text, money_text
from campaignplanner.ui.plan.inspector.adder import Adder
from campaignplanner.ui.plan.inspector.choices import choices_of
from campaignplanner.ui.plan.inspector.form import InspectorForm
from campaignplanner.ui.plan.inspector.rewriting_part import RewritingPart
from campaignplanner.ui.plan.inspector.rows import Row
from campaignplanner.ui.timeline.card_texts import capitalised

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import PlanRecord, Record
    from campaignplanner.services.commands.command import Command
    from campaignplanner.ui.pages import PageTools


class LineForm(InspectorForm):
    """What is paid for, how much is planned, whom it meets and whose budget it is."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, BudgetLine, ChangeBudgetLine, parent)
        self._build_what()
        self._build_amounts()
        self.postings = self.add_part(PostingsPart(tools))
        self._build_more()

    def _build_what(self) -> None:
        self.bind(LineField(self.tr("What it pays for")), "label")
        self.activity = self.bind(ChoiceField(self.tr("Belongs to")), "activity_id")
        self.bind(ChoiceField(self.tr("Customers meet it"), choices_of(Meets)), "meets", half=True)
        filed = SuggestField(self.tr("Filed under"), self.words(WordKind.FILED_UNDER))
        self.bind(filed, "filed_under", half=True)
        self.bind(ChoiceField(self.tr("Cost type"), choices_of(CostType)), "cost_type", half=True)
        self.bind(SuggestField(self.tr("Supplier"), self.words(WordKind.SUPPLIER)), "supplier", half=True)
        self.bind(YesNoField(self.tr("Working money: it reaches people")), "working")

    def _build_amounts(self) -> None:
        self.add_section(self.tr("Money"))
        self.money = [
            self.bind(MoneyField(self.tr("Planned"), "EUR", required=True), "planned", half=True),
            self.bind(MoneyField(self.tr("Forecast"), "EUR"), "forecast", half=True),
        ]
        self.bind(NumberField(self.tr("Quantity")), "quantity", half=True)
        self.money.append(self.bind(MoneyField(self.tr("Price of one"), "EUR"), "unit_price", half=True))
        phasing = ChoiceField(self.tr("Spread over time"), choices_of(PhasingMode))
        self.bind(phasing, "phasing.mode")
        self.bind(YesNoField(self.tr("Closed: nothing more will come")), "closed")

    def _build_more(self) -> None:
        self.add_section(self.tr("Another currency"))
        currency = LineField(self.tr("Currency"), self.tr("the campaign's"))
        self.bind(currency, "currency", half=True, read=_currency_of, write=_with_currency)
        self.bind(NumberField(self.tr("Exchange rate")), "exchange_rate", half=True)
        self.bind(DayField(self.tr("Rate of")), "exchange_rate_day", half=True)
        self.add_section(self.tr("More"))
        self.bind(LineField(self.tr("Tax note")), "tax_note")
        self.bind(TextField(self.tr("Note")), "note")

    def prepare(self, plan: Plan, record: Record) -> None:
        """Writes money in the line's currency, and offers the activities of the plan."""
        super().prepare(plan, record)
        if not isinstance(record, BudgetLine):
            return
        for field in self.money:
            field.show_currency(record.currency or plan.campaign.currency)
        activities = sorted(plan.activities.values(), key=lambda each: (each.title.casefold(), each.id))
        whole = (None, self.tr("The campaign as a whole"))
        self.activity.show_choices((whole, *((each.id, each.title) for each in activities)))


class PostingsPart(RewritingPart):
    """What was promised and paid, the newest first; Enter corrects one."""

    record_type = Posting

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        adder = Adder(self.tr("Add posting"))
        kinds = choices_of(PostingKind)
        self.day = adder.put(DayField(self.tr("Day"), required=True), 0, 0, blank=None)
        self.kind = adder.put(ChoiceField(self.tr("Kind"), kinds), 0, 1, blank=PostingKind.COMMITTED)
        self.amount = adder.put(MoneyField(self.tr("Amount"), "EUR", required=True), 1, 0, blank=None)
        self.reference = adder.put(LineField(self.tr("Reference")), 1, 1)
        self.build(self.tr("What happened"), self.tr("Nothing is committed or paid yet."), adder)

    def begin_adding(self) -> None:
        """Proposes today."""
        self.day.show_value(date.today())  # noqa: DTZ011 - the person's own day
        self.kind.show_value(PostingKind.COMMITTED)
        super().begin_adding()

    def show_part(self, plan: Plan, record: Record) -> None:
        """Shows the postings in the line's currency."""
        super().show_part(plan, record)
        if isinstance(record, BudgetLine):
            self.amount.show_currency(record.currency or plan.campaign.currency)

    def rows_of(self, plan: Plan, holder: Record) -> Sequence[Row]:
        """See `ListPart`."""
        currency = getattr(holder, "currency", None) or plan.campaign.currency
        return [
            Row(
                each.id,
                day_text(each.day),
                end=money_text(each.amount, currency),
                second=" · ".join(part for part in (capitalised(each.kind.value), each.reference) if part),
            )
            for each in reversed(plan.postings_of(holder.id))
        ]

    def show_fields_of(self, record: PlanRecord) -> None:
        """See `RewritingPart`."""
        if isinstance(record, Posting):
            self.day.show_value(record.day)
            self.kind.show_value(record.kind)
            self.amount.show_value(record.amount)
            self.reference.show_value(record.reference)

    def fields(self) -> dict[str, object]:
        """See `RewritingPart`."""
        return {
            "day": self.day.value,
            "kind": self.kind.value,
            "amount": self.amount.value,
            "reference": self.reference.value,
        }

    def make(self, holder_id: str, fields: dict[str, object]) -> tuple[str, Command]:
        """See `RewritingPart`."""
        day, kind, amount = fields["day"], fields["kind"], fields["amount"]
        assert isinstance(day, date)  # noqa: S101 - these fields refuse to be empty
        assert isinstance(kind, PostingKind)  # noqa: S101
        assert isinstance(amount, int)  # noqa: S101
        posting = Posting(
            id=new_id(),
            line_id=holder_id,
            day=day,
            kind=kind,
            amount=amount,
            reference=str(fields["reference"]),
        )
        return posting.id, MakePosting(posting)

    def change(self, record_id: str, fields: dict[str, object]) -> Command:
        """See `RewritingPart`."""
        return ChangePosting(record_id, fields)


def _currency_of(plan: Plan, line: BudgetLine) -> str:
    del plan
    return line.currency or ""


def _with_currency(line_id: str, typed: object) -> Command:
    """An empty currency is the campaign's."""
    return ChangeBudgetLine(line_id, {"currency": str(typed).strip().upper() or None})
