"""The first two steps: what the business wants, and how it will know."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from campaignplanner.domain.aim import Aim, BusinessArea, Kpi
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.known_words import WordKind
from campaignplanner.planning.first_steps import FirstStep, aims_without_kpi
from campaignplanner.services.commands.aim import MakeAim, MakeKpi
from campaignplanner.services.commands.editing import next_position
from campaignplanner.ui.fields.amounts import NumberField
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.days import DayField
from campaignplanner.ui.fields.field import Field
from campaignplanner.ui.fields.suggest import SuggestField
from campaignplanner.ui.fields.text import LineField, TextField
from campaignplanner.ui.guide.step import GuideStep
from campaignplanner.ui.plan.inspector.choices import optional_choices_of
from campaignplanner.ui.plan.inspector.rows import Row
from campaignplanner.ui.timeline.card_texts import capitalised
from campaignplanner.ui.timeline.kpi_progress import figures_text

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.services.commands.command import Command
    from campaignplanner.ui.pages import PageTools


class AimsStep(GuideStep):
    """Aims: statement, why, business area."""

    STEP = FirstStep.AIMS
    RECORD_TYPE = Aim

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self.say(
            self.tr("What should be different for the business?"),
            self.tr("Begin with aims, not with channels. Two or three are plenty."),
            self.tr("Aims so far"),
        )
        example = self.tr("such as Win 2,000 subscribers for the new blend")
        self.put(LineField(self.tr("Aim"), example), "statement")
        self.put(TextField(self.tr("Why"), self.tr("What makes it matter now?"), enter_finishes=True), "why")
        areas = ChoiceField(self.tr("Business area"), optional_choices_of(BusinessArea))
        self.put(areas, "business_area", blank=None)
        self.end_with(self.tr("Add aim"))

    def rows_of(self, plan: Plan) -> Sequence[Row]:
        """See `GuideStep`."""
        return [
            Row(aim.id, aim.statement, end=_area(aim), second=" ".join(aim.why.split()))
            for aim in plan.aims_in_order
        ]

    def command(self, plan: Plan) -> Command:
        """See `GuideStep`."""
        area = self.field("business_area").value
        return MakeAim(
            Aim(
                id=new_id(),
                statement=str(self.field("statement").value),
                why=str(self.field("why").value),
                business_area=area if isinstance(area, BusinessArea) else None,
                position=next_position(plan.aims.values()),
            )
        )


class KpisStep(GuideStep):
    """One KPI for each aim: what, from where, to where, by when."""

    STEP = FirstStep.KPIS
    RECORD_TYPE = Kpi

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self.say(
            self.tr("How will you know that it worked?"),
            self.tr("One KPI for each aim: where it stands now, where it should be, and by when."),
            self.tr("KPIs so far"),
        )
        self._is_chosen = False
        self.aim = self.put_choice(ChoiceField(self.tr("Aim")), "aim_id")
        self.aim.edited.connect(self._note_choice)
        self.put(LineField(self.tr("What is measured"), self.tr("such as New subscribers")), "name")
        self._put_measures(tools)

    def _put_measures(self, tools: PageTools) -> None:
        self.put(NumberField(self.tr("Baseline")), "baseline", half=True, blank=None)
        self.put(NumberField(self.tr("Target")), "target", half=True, blank=None)
        units = partial(tools.words.of, WordKind.UNIT)
        unit = SuggestField(self.tr("Unit"), units, self.tr("such as % or hours"))
        self.put(unit, "unit", half=True)
        self.due = self.put(DayField(self.tr("Due")), "due_day", half=True, blank=None)
        self.end_with(self.tr("Add KPI"))

    def rows_of(self, plan: Plan) -> Sequence[Row]:
        """See `GuideStep`."""
        return [
            Row(kpi.id, kpi.name, second=figures_text(plan, kpi) or " ".join(aim.statement.split()))
            for aim in plan.aims_in_order
            for kpi in plan.kpis_of_aim(aim.id)
        ]

    def prepare(self, plan: Plan) -> None:
        """Proposes the first aim that nothing measures yet."""
        unmeasured = aims_without_kpi(plan)
        self.aim.show_choices(tuple((aim.id, aim.statement) for aim in plan.aims_in_order))
        proposed = (*unmeasured, *plan.aims_in_order)
        if not (self._is_chosen and self.aim.value in plan.aims):
            self._is_chosen = False
            self.aim.restore()
            self.aim.show_value(proposed[0].id if proposed else None)
        count = len(unmeasured)
        missing = self.tr("%1 of the aims have none yet.").replace("%1", str(count))
        self.aim.show_hint(missing if 1 < count < len(plan.aims) else "")
        self.due.show_near(plan.dated_span())

    @property
    def first_field(self) -> Field:
        """One begins with what is measured: the aim is proposed."""
        return self.field("name")

    @Slot()
    def _note_choice(self) -> None:
        self._is_chosen = True

    def command(self, plan: Plan) -> Command:
        """See `GuideStep`."""
        aim_id = self.aim.value
        if not isinstance(aim_id, str):
            raise PlanError(self.tr("There is no aim yet that could be measured: go back and add one."))
        values = {name: self.field(name).value for name in ("name", "baseline", "target", "unit", "due_day")}
        position = next_position(plan.kpis_of_aim(aim_id))
        self._is_chosen = False
        return MakeKpi(Kpi(id=new_id(), aim_id=aim_id, position=position, **values))  # type: ignore[arg-type]


def _area(aim: Aim) -> str:
    return "" if aim.business_area is None else capitalised(aim.business_area.value)
