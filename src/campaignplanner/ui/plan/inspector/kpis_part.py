"""The KPIs of an aim or of an activity: by what it is measured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from campaignplanner.domain.aim import Aim, Kpi
from campaignplanner.domain.ids import new_id
from campaignplanner.services.commands.aim import MakeKpi
from campaignplanner.services.commands.editing import next_position
from campaignplanner.ui.fields.text import LineField
from campaignplanner.ui.plan.inspector.adder import Adder
from campaignplanner.ui.plan.inspector.list_part import ListPart
from campaignplanner.ui.plan.inspector.rows import Row
from campaignplanner.ui.timeline.kpi_progress import progress_of

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import Record
    from campaignplanner.ui.pages import PageTools


class KpisPart(ListPart):
    """Each KPI with its way from the baseline to the target, and the latest reading."""

    record_type = Kpi

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        adder = Adder(self.tr("Add KPI"))
        self.name = adder.put(LineField(self.tr("What is measured"), self.tr("such as New subscribers")), 0)
        self.build(self.tr("KPIs"), self.tr("Nothing is measured yet."), adder)

    def rows_of(self, plan: Plan, holder: Record) -> Sequence[Row]:
        """See `ListPart`."""
        return [_row(plan, kpi) for kpi in _kpis_of(plan, holder)]

    def add_new(self, plan: Plan, holder: Record) -> str | None:
        """See `ListPart`."""
        is_of_aim = isinstance(holder, Aim)
        kpi = Kpi(
            id=new_id(),
            aim_id=holder.id if is_of_aim else None,
            activity_id=None if is_of_aim else holder.id,
            name=str(self.name.value),
            position=next_position(_kpis_of(plan, holder)),
        )
        refusal = self.tools.live.refusal_of(MakeKpi(kpi))
        if refusal is not None:
            self.adder.show_refusal(refusal)
            return None
        return kpi.id


def _kpis_of(plan: Plan, holder: Record) -> Sequence[Kpi]:
    if isinstance(holder, Aim):
        return plan.kpis_of_aim(holder.id)
    return plan.kpis_of_activity(holder.id)


def _row(plan: Plan, kpi: Kpi) -> Row:
    progress = progress_of(plan, kpi)
    return Row(kpi.id, progress.text, second=progress.latest)
