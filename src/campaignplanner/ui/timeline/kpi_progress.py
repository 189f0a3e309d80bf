"""A KPI in one line, and how far its latest reading has come."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from campaignplanner.domain.aim import Kpi
from campaignplanner.domain.plan import Plan
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.timeline.words import near_day_text, number_text, one_line, translate

_SHORT_UNIT = 3
"""Units of up to so many characters (%, h, min) stand behind every number, longer ones once."""


@dataclass(frozen=True, slots=True)
class KpiProgress:
    """What is shown of a KPI.

    Attributes:
        text: such as `Subscribers 3,100 → 12,000 by 30 Nov`.
        fraction: the way from the baseline to the target that the latest reading has come, from 0 to 1;
            None while a number is missing.
        latest: the latest reading in words; empty while there is none.
    """

    text: str
    fraction: float | None
    latest: str


def progress_of(plan: Plan, kpi: Kpi) -> KpiProgress:
    """The KPI with its latest reading."""
    readings = plan.readings_of(kpi.id)
    if not readings:
        return KpiProgress(kpi_text(plan, kpi), _fraction(kpi, kpi.baseline), "")
    latest = readings[-1]
    words = f"{_with_unit(latest.value, kpi)}, {near_day_text(latest.day, plan.campaign.span)}"
    return KpiProgress(kpi_text(plan, kpi), _fraction(kpi, latest.value), words)


def kpi_text(plan: Plan, kpi: Kpi) -> str:
    """The KPI as name, baseline, target and due day, as far as they are known."""
    return f"{directed(one_line(kpi.name))} {figures_text(plan, kpi)}".rstrip()


def figures_text(plan: Plan, kpi: Kpi) -> str:
    """Baseline, target and due day, as far as they are known: `3,100 → 12,000 by 30 Nov`.

    The year goes without saying where it is the campaign's only one.
    """
    parts: list[str] = []
    if kpi.baseline is not None and kpi.target is not None:
        parts.append(f"{_with_unit(kpi.baseline, kpi, short_only=True)} → {_with_unit(kpi.target, kpi)}")
    elif kpi.target is not None:
        parts.append(f"→ {_with_unit(kpi.target, kpi)}")
    if kpi.due_day is not None:
        by = translate("Timeline", "by %1")
        parts.append(by.replace("%1", near_day_text(kpi.due_day, plan.campaign.span)))
    return " ".join(parts)


def _with_unit(value: Decimal, kpi: Kpi, short_only: bool = False) -> str:
    unit = one_line(kpi.unit)
    said_by_name = unit.casefold() in kpi.name.casefold().split()
    if not unit or said_by_name or (short_only and len(unit) > _SHORT_UNIT):
        return number_text(value)
    return f"{number_text(value)}\N{NO-BREAK SPACE}{unit}"


def _fraction(kpi: Kpi, value: Decimal | None) -> float | None:
    """The same formula serves measures that should fall: both differences are negative then."""
    if value is None or kpi.baseline is None or kpi.target is None or kpi.target == kpi.baseline:
        return None
    return float(min(Decimal(1), max(Decimal(0), (value - kpi.baseline) / (kpi.target - kpi.baseline))))
