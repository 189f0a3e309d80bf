"""Every field of an aim, and by what it is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from campaignplanner.domain.aim import Aim, BusinessArea
from campaignplanner.domain.known_words import WordKind
from campaignplanner.services.commands.aim import ChangeAim
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.suggest import SuggestField
from campaignplanner.ui.fields.text import TextField
from campaignplanner.ui.plan.inspector.choices import optional_choices_of
from campaignplanner.ui.plan.inspector.form import InspectorForm
from campaignplanner.ui.plan.inspector.kpis_part import KpisPart

if TYPE_CHECKING:
    from campaignplanner.ui.pages import PageTools


class AimForm(InspectorForm):
    """What the business wants, why, and how it will know."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, Aim, ChangeAim, parent)
        self.bind(TextField(self.tr("Statement")), "statement")
        self.bind(TextField(self.tr("Why")), "why")
        areas = ChoiceField(self.tr("Business area"), optional_choices_of(BusinessArea))
        self.bind(areas, "business_area", half=True)
        self.bind(SuggestField(self.tr("Owner"), self.words(WordKind.OWNER)), "owner", half=True)
        self.kpis = self.add_part(KpisPart(tools))
        self.add_section(self.tr("One side only"))
        self.bind(TextField(self.tr("Why it is served online or offline only")), "one_side_reason")
