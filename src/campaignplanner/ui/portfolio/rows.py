"""One campaign as the portfolio shows it: words and numbers, without any widget."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from campaignplanner.domain.campaign import Campaign, CampaignStatus
from campaignplanner.domain.money import percentages
from campaignplanner.ui.formats import counted, days_text, money_text, span_text
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP
from campaignplanner.ui.widgets.share_bar import Shares

if TYPE_CHECKING:  # the services bring the store, which must not be imported before the first paint
    from campaignplanner.services.workspace import PortfolioEntry


class Column(Enum):
    """The columns from left to right, with their headings."""

    CAMPAIGN = QT_TRANSLATE_NOOP("portfolio", "Campaign")
    DATES = QT_TRANSLATE_NOOP("portfolio", "Dates")
    STATUS = QT_TRANSLATE_NOOP("portfolio", "Status")
    PLANNED = QT_TRANSLATE_NOOP("portfolio", "Planned")
    SHARE = QT_TRANSLATE_NOOP("portfolio", "Online share")

    @property
    def heading(self) -> str:
        """The heading in the window's language."""
        return QCoreApplication.translate("portfolio", self.value)


COLUMNS = tuple(Column)

_STATUS_WORDS = {
    CampaignStatus.DRAFT: QT_TRANSLATE_NOOP("portfolio", "Draft"),
    CampaignStatus.APPROVED: QT_TRANSLATE_NOOP("portfolio", "Approved"),
    CampaignStatus.LIVE: QT_TRANSLATE_NOOP("portfolio", "Live"),
    CampaignStatus.CLOSED: QT_TRANSLATE_NOOP("portfolio", "Closed"),
    CampaignStatus.ARCHIVED: QT_TRANSLATE_NOOP("portfolio", "Archived"),
}
_STATUS_ORDER = tuple(CampaignStatus)


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """What a row needs: the campaign, its planned money by what is met, and what could not be counted.

    Money is in minor units of the campaign's currency. `unconverted` counts the lines in another
    currency without a rate; they are in no amount.
    """

    campaign: Campaign
    shares: Shares
    unconverted: int

    @classmethod
    def of(cls, entry: PortfolioEntry) -> CampaignRow:
        """Takes from the services' entry what is shown."""
        totals = entry.totals
        shares = Shares(totals.online, totals.both, totals.not_said, totals.offline)
        return cls(entry.campaign, shares, len(totals.unconverted))

    @property
    def planned(self) -> int:
        """All planned money."""
        return sum(self.shares.parts)

    def text(self, column: Column) -> str:
        """The first line of a cell."""
        campaign = self.campaign
        match column:
            case Column.CAMPAIGN:
                return " ".join(campaign.title.split())
            case Column.DATES:
                return span_text(campaign.first_day, campaign.last_day)
            case Column.STATUS:
                return status_text(campaign.status)
            case Column.PLANNED:
                return money_text(self.planned, campaign.currency)
            case Column.SHARE:
                return self._share_text()

    def second_text(self, column: Column) -> str:
        """The muted line below; empty where there is nothing to add."""
        match column:
            case Column.CAMPAIGN:
                return " ".join(self.campaign.brand.split())
            case Column.DATES:
                return self._length_text()
            case Column.PLANNED:
                return self._unconverted_text()
            case _:
                return ""

    def sort_key(self, column: Column, *, undated: date = date.max) -> tuple[object, ...]:
        """What the column is sorted by; campaigns without dates stand where `undated` would."""
        campaign = self.campaign
        match column:
            case Column.CAMPAIGN:
                return (campaign.title.casefold(), campaign.brand.casefold())
            case Column.DATES:
                return (campaign.first_day or undated, campaign.last_day or undated)
            case Column.STATUS:
                return (_STATUS_ORDER.index(campaign.status),)
            case Column.PLANNED:
                return (campaign.currency, self.planned)
            case Column.SHARE:
                return (self.shares.online / self.planned if self.planned else -1.0,)

    def matches(self, words: tuple[str, ...]) -> bool:
        """Whether every typed word occurs somewhere in what identifies the campaign."""
        campaign = self.campaign
        known = (campaign.title, campaign.brand, status_text(campaign.status), self.text(Column.DATES))
        found_in = "\n".join(known).casefold()
        return all(word in found_in for word in words)

    def _share_text(self) -> str:
        if not self.planned:
            return ""
        if self.shares.not_said == self.planned:
            return QCoreApplication.translate("portfolio", "Not said yet")
        online = percentages(self.shares.parts)[0]
        return QCoreApplication.translate("portfolio", "%1\u00a0% online").replace("%1", str(online))

    def _length_text(self) -> str:
        first, last = self.campaign.first_day, self.campaign.last_day
        if first is None or last is None:
            return ""
        return days_text((last - first).days + 1)

    def _unconverted_text(self) -> str:
        if not self.unconverted:
            return ""
        one = QCoreApplication.translate("portfolio", "and a line without a rate")
        many = QCoreApplication.translate("portfolio", "and %1 lines without a rate")
        return counted(self.unconverted, one, many)


def status_text(status: CampaignStatus) -> str:
    """The status in the window's language."""
    return QCoreApplication.translate("portfolio", _STATUS_WORDS[status])
