"""Every field of a KPI, and what was measured."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from campaignplanner.domain.aim import Better, Kpi, KpiStage, Reading
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.known_words import WordKind
from campaignplanner.services.commands.aim import ChangeKpi, ChangeReading, MakeReading
from campaignplanner.ui.fields.amounts import NumberField
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.days import DayField
from campaignplanner.ui.fields.suggest import SuggestField
from campaignplanner.ui.fields.text import LineField, TextField
from campaignplanner.ui.formats import day_text
from campaignplanner.ui.plan.inspector.adder import Adder
from campaignplanner.ui.plan.inspector.choices import choices_of, optional_choices_of
from campaignplanner.ui.plan.inspector.form import InspectorForm
from campaignplanner.ui.plan.inspector.rewriting_part import RewritingPart
from campaignplanner.ui.plan.inspector.rows import Row
from campaignplanner.ui.timeline.words import number_text

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import PlanRecord, Record
    from campaignplanner.services.commands.command import Command
    from campaignplanner.ui.pages import PageTools


class KpiForm(InspectorForm):
    """What is measured, from where to where, by when, how and by whom."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, Kpi, ChangeKpi, parent)
        self.bind(LineField(self.tr("What is measured")), "name")
        unit = SuggestField(self.tr("Unit"), self.words(WordKind.UNIT), self.tr("such as % or hours"))
        self.bind(unit, "unit", half=True)
        self.bind(ChoiceField(self.tr("Better is"), choices_of(Better)), "better", half=True)
        self.bind(NumberField(self.tr("Baseline")), "baseline", half=True)
        self.bind(NumberField(self.tr("Target")), "target", half=True)
        self.due = self.bind(DayField(self.tr("Due")), "due_day", half=True)
        stage = ChoiceField(self.tr("Tells about"), optional_choices_of(KpiStage))
        self.bind(stage, "stage", half=True)
        self.bind(TextField(self.tr("How it is measured")), "how_measured")
        self.bind(SuggestField(self.tr("By whom"), self.words(WordKind.OWNER)), "by_whom")
        self.readings = self.add_part(ReadingsPart(tools))

    def prepare(self, plan: Plan, record: Record) -> None:
        """Reads days near the campaign's."""
        super().prepare(plan, record)
        self.due.show_near(plan.dated_span())


class ReadingsPart(RewritingPart):
    """The measured values, the newest first; Enter corrects one."""

    record_type = Reading

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        adder = Adder(self.tr("Add reading"))
        self.day = adder.put(DayField(self.tr("Measured on"), required=True), 0, 0, blank=None)
        self.value = adder.put(NumberField(self.tr("Value"), required=True), 0, 1, blank=None)
        self.build(self.tr("Readings"), self.tr("Nothing was measured yet."), adder)

    def begin_adding(self) -> None:
        """Proposes today."""
        self.day.show_value(date.today())  # noqa: DTZ011 - the person's own day
        super().begin_adding()

    def rows_of(self, plan: Plan, holder: Record) -> Sequence[Row]:
        """See `ListPart`."""
        unit = holder.unit if isinstance(holder, Kpi) else ""
        return [
            Row(each.id, f"{number_text(each.value)} {unit}".strip(), end=day_text(each.day))
            for each in reversed(plan.readings_of(holder.id))
        ]

    def show_fields_of(self, record: PlanRecord) -> None:
        """See `RewritingPart`."""
        if isinstance(record, Reading):
            self.day.show_value(record.day)
            self.value.show_value(record.value)

    def fields(self) -> dict[str, object]:
        """See `RewritingPart`."""
        return {"day": self.day.value, "value": self.value.value}

    def make(self, holder_id: str, fields: dict[str, object]) -> tuple[str, Command]:
        """See `RewritingPart`."""
        day, value = fields["day"], fields["value"]
        assert isinstance(day, date)  # noqa: S101 - both fields refuse to be empty
        assert isinstance(value, Decimal)  # noqa: S101
        reading = Reading(id=new_id(), kpi_id=holder_id, day=day, value=value)
        return reading.id, MakeReading(reading)

    def change(self, record_id: str, fields: dict[str, object]) -> Command:
        """See `RewritingPart`."""
        return ChangeReading(record_id, fields)
