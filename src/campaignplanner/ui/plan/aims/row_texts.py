"""What the rows of aims and audiences say, in the words of the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from campaignplanner.planning.budgeting import split_by_aim
from campaignplanner.ui.plan.aims.rows import DRAFT_GROUP, PanelRow, Part
from campaignplanner.ui.selection import Picked
from campaignplanner.ui.timeline.aim_painter import shares_of
from campaignplanner.ui.timeline.card_texts import totals_text
from campaignplanner.ui.timeline.kpi_progress import progress_of
from campaignplanner.ui.timeline.words import one_line

if TYPE_CHECKING:
    from campaignplanner.domain.aim import Aim, Kpi
    from campaignplanner.domain.audience import Audience
    from campaignplanner.domain.plan import Plan
    from campaignplanner.planning.budgeting import MoneyTotals

translate = QCoreApplication.translate
"""For texts that are made outside a widget; their context is `Aims`."""


def aim_rows(plan: Plan) -> list[PanelRow]:
    """Each aim with its KPIs and its money, in the order of the campaign."""
    money = split_by_aim(plan)
    return [row for aim in plan.aims_in_order for row in _rows_of_aim(plan, aim, money.get(aim.id))]


def audience_rows(plan: Plan) -> list[PanelRow]:
    """Each audience with what it does now and should do."""
    return [_audience_row(audience) for audience in plan.audiences_in_order]


def draft_row() -> PanelRow:
    """The place of what is being added."""
    return PanelRow(Part.DRAFT, DRAFT_GROUP, "")


def behaviours(audience: Audience) -> tuple[str, ...]:
    """What people do now, and after an arrow what they should do."""
    now, wanted = one_line(audience.behaviour_now), one_line(audience.behaviour_wanted)
    return tuple(part for part in (now, f"→ {wanted}" if wanted else "") if part)


def _rows_of_aim(plan: Plan, aim: Aim, money: MoneyTotals | None) -> list[PanelRow]:
    kpis = plan.kpis_of_aim(aim.id)
    text = one_line(aim.statement)
    amount = totals_text(plan, money)
    has_money = money is not None and money.total > 0
    head = PanelRow(Part.HEAD, aim.id, text, Picked.record(aim), spoken=f"{text}, {amount}", is_last=False)
    last = PanelRow(
        Part.MONEY,
        aim.id,
        amount,
        shares=shares_of(money) if money is not None and has_money else None,
        is_first=False,
    )
    return [head, *(_kpi_row(plan, aim, kpi) for kpi in kpis), last]


def _kpi_row(plan: Plan, aim: Aim, kpi: Kpi) -> PanelRow:
    progress = progress_of(plan, kpi)
    latest = ""
    if progress.latest:
        latest = translate("Aims", "latest: %1").replace("%1", progress.latest)
    return PanelRow(
        Part.KPI,
        aim.id,
        progress.text,
        Picked.record(kpi),
        fraction=progress.fraction,
        spoken=", ".join(part for part in (progress.text, latest) if part),
        is_first=False,
        is_last=False,
    )


def _audience_row(audience: Audience) -> PanelRow:
    name, below = one_line(audience.name), behaviours(audience)
    return PanelRow(
        Part.HEAD,
        audience.id,
        name,
        Picked.record(audience),
        below=below,
        spoken=", ".join((name, *below)),
    )
