"""Which form shows which record. Forms are imported when they are first needed."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias, cast

from campaignplanner.domain.activity import Activity, Contribution, Flight
from campaignplanner.domain.aim import Aim, Kpi, Reading
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.budget import BudgetLine, Posting
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord
from campaignplanner.ui.selection import Picked

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from campaignplanner.ui.pages import PageTools
    from campaignplanner.ui.plan.inspector.form import InspectorForm

RecordType: TypeAlias = type[PlanRecord] | type[Campaign]


@dataclass(frozen=True, slots=True)
class FormPlace:
    """Where a form is found.

    Attributes:
        module: its module in this package.
        name: its class, made as `name(tools, parent)`.
    """

    module: str
    name: str

    def make(self, tools: PageTools, parent: QWidget | None = None) -> InspectorForm:
        """The form, whose module is imported only now."""
        module = import_module(f"{__package__}.{self.module}")
        form_type = cast("Callable[[PageTools, QWidget | None], InspectorForm]", getattr(module, self.name))
        return form_type(tools, parent)


FORMS: dict[RecordType, FormPlace] = {
    Activity: FormPlace("activity_form", "ActivityForm"),
    Aim: FormPlace("aim_form", "AimForm"),
    Audience: FormPlace("audience_form", "AudienceForm"),
    Bridge: FormPlace("bridge_form", "BridgeForm"),
    BudgetLine: FormPlace("line_form", "LineForm"),
    Campaign: FormPlace("campaign_form", "CampaignForm"),
    Influence: FormPlace("audience_form", "InfluenceForm"),
    Kpi: FormPlace("kpi_form", "KpiForm"),
}
"""The form of each type of record that has one; the campaign's is shown while nothing is selected."""

SHOWN_WITH: dict[RecordType, tuple[RecordType, str]] = {
    Flight: (Activity, "activity_id"),
    Contribution: (Activity, "activity_id"),
    Reading: (Kpi, "kpi_id"),
    Posting: (BudgetLine, "line_id"),
}
"""Records without a form of their own: the type that lists them, and the field that names it."""


def shown_for(plan: Plan, picked: Picked) -> Picked | None:
    """What the inspector shows for something selected: itself or what lists it; None when it is gone."""
    record = picked.found_in(plan)
    if record is None:
        return None
    if picked.record_type not in SHOWN_WITH:
        return picked
    holder_type, field = SHOWN_WITH[picked.record_type]
    return Picked(holder_type, getattr(record, field))
