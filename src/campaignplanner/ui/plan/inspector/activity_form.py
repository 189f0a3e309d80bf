"""Every field of an activity, and all that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from campaignplanner.domain.activity import Activity, Side
from campaignplanner.domain.known_words import WordKind
from campaignplanner.services.commands.activity import ChangeActivity
from campaignplanner.ui.fields.amounts import WholeField
from campaignplanner.ui.fields.audiences import AudiencesField
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.days import DayField
from campaignplanner.ui.fields.suggest import SuggestField
from campaignplanner.ui.fields.text import LineField, TextField
from campaignplanner.ui.plan.inspector.activity_bridges import BridgesPart
from campaignplanner.ui.plan.inspector.activity_lines import LinesPart
from campaignplanner.ui.plan.inspector.bulk_form import audience_choices
from campaignplanner.ui.plan.inspector.contributions import ContributionsPart
from campaignplanner.ui.plan.inspector.flights import FlightsPart
from campaignplanner.ui.plan.inspector.form import InspectorForm
from campaignplanner.ui.plan.inspector.kinds import STATUS_CHOICES
from campaignplanner.ui.plan.inspector.kpis_part import KpisPart
from campaignplanner.ui.plan.inspector.own_kind_part import OwnKindPart
from campaignplanner.ui.plan.inspector.side_and_kind import SideAndKind

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import Record
    from campaignplanner.ui.pages import PageTools


class ActivityForm(InspectorForm):
    """What people do, when, for which aims, with which bridges, and for how much money."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, Activity, ChangeActivity, parent)
        self._build_what()
        self.flights = self.add_part(FlightsPart(tools))
        self.contributions = self.add_part(ContributionsPart(tools))
        self.bridges = self.add_part(BridgesPart(tools))
        self.lines = self.add_part(LinesPart(tools))
        self.kpis = self.add_part(KpisPart(tools))
        self._build_more()

    def _build_what(self) -> None:
        self.bind(LineField(self.tr("Title")), "title")
        self.bind(TextField(self.tr("What people do")), "what_people_do")
        self.side_and_kind = self.add_part(SideAndKind(self.tools))
        self.own_kind = self.add_part(OwnKindPart(self.tools))
        self.bind(ChoiceField(self.tr("Status"), STATUS_CHOICES), "status", half=True)
        self.bind(SuggestField(self.tr("Owner"), self.words(WordKind.OWNER)), "owner", half=True)
        channel = SuggestField(
            self.tr("Channel"), self.words(WordKind.CHANNEL), self.tr("platform or community")
        )
        self.channel = self.bind(channel, "channel")
        self.place = self.bind(SuggestField(self.tr("Place"), self.words(WordKind.PLACE)), "place")

    def _build_more(self) -> None:
        self.add_section(self.tr("More"))
        self.audiences = self.bind(AudiencesField(self.tr("Audiences")), "audience_ids")
        self.bind(WholeField(self.tr("Capacity, people")), "capacity", half=True)
        self.preparation = self.bind(DayField(self.tr("Preparation from")), "preparation_from", half=True)
        self.bind(WholeField(self.tr("Units")), "units", half=True)
        unit = SuggestField(self.tr("Unit"), self.words(WordKind.UNIT), self.tr("such as samples"))
        self.bind(unit, "unit", half=True)
        self.bind(TextField(self.tr("Notes")), "notes")

    def prepare(self, plan: Plan, record: Record) -> None:
        """Sets what fields and parts need to know; shows a channel online and a place offline."""
        super().prepare(plan, record)
        if not isinstance(record, Activity):
            return
        self.audiences.show_choices(audience_choices(plan))
        self.preparation.show_near(plan.span_of(record.id) or plan.dated_span())
        self.channel.setVisible(record.side is Side.ONLINE or bool(record.channel))
        self.place.setVisible(record.side is Side.OFFLINE or bool(record.place))
