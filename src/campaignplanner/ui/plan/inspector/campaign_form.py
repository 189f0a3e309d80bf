"""Every field of the campaign itself: what it is called, its days and money, the brief's own texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from campaignplanner.domain.campaign import Campaign, CampaignStatus
from campaignplanner.ui.fields.amounts import MoneyField, ShareField
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.days import DayField
from campaignplanner.ui.fields.record_form import change_campaign
from campaignplanner.ui.fields.suggest import SuggestField
from campaignplanner.ui.fields.text import CurrencyField, LineField
from campaignplanner.ui.plan.inspector.choices import choices_of
from campaignplanner.ui.plan.inspector.expectations import ExpectationsForm
from campaignplanner.ui.regional import known_time_zones

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import Record
    from campaignplanner.ui.pages import PageTools


class CampaignForm(ExpectationsForm):
    """Shown while nothing is selected."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, Campaign, change_campaign, parent)
        self._build_head()
        self._build_money()
        self.build_texts()
        self.build_expectations()

    def _build_head(self) -> None:
        self.bind(LineField(self.tr("Title")), "title")
        self.bind(LineField(self.tr("Brand")), "brand", half=True)
        self.bind(ChoiceField(self.tr("Status"), choices_of(CampaignStatus)), "status", half=True)
        self.first_day = self.bind(DayField(self.tr("First day")), "first_day", half=True)
        self.last_day = self.bind(DayField(self.tr("Last day")), "last_day", half=True)
        self.bind(LineField(self.tr("Country"), self.tr("such as Germany")), "country", half=True)
        time_zone = SuggestField(self.tr("Time zone"), known_time_zones, self.tr("such as Europe/Berlin"))
        self.bind(time_zone, "time_zone", half=True)

    def _build_money(self) -> None:
        self.add_section(self.tr("Money"))
        self.bind(CurrencyField(self.tr("Currency"), self.tr("such as EUR")), "currency", half=True)
        self.total = self.bind(MoneyField(self.tr("Budget total"), "EUR"), "budget_total", half=True)
        reserve = ShareField(self.tr("Contingency, of the total"), required=True)
        self.bind(reserve, "contingency_rate")
        self.bind(ShareField(self.tr("Online share from")), "online_share_from", half=True)
        self.bind(ShareField(self.tr("Online share to")), "online_share_to", half=True)

    def prepare(self, plan: Plan, record: Record) -> None:
        """Writes money in the campaign's currency, and reads days near those that are known."""
        super().prepare(plan, record)
        self.total.show_currency(plan.campaign.currency)
        for field in (self.first_day, self.last_day):
            field.show_near(plan.dated_span())
