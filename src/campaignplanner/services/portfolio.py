"""All campaigns of the store at a glance, without opening any."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.budgeting import MoneyTotals, totals
from campaignplanner.store.database import CampaignHeader


@dataclass(frozen=True, slots=True)
class PortfolioEntry:
    """One campaign in the list of all.

    Attributes:
        campaign: its own record.
        totals: planned money by where the customer meets it, in the campaign's currency, with the lines
            left out because no exchange rate is known.
    """

    campaign: Campaign
    totals: MoneyTotals

    @property
    def planned(self) -> int:
        """All planned money, in minor units of the campaign's currency."""
        return self.totals.total

    @property
    def online_share(self) -> Decimal | None:
        """Online over all planned money, a fraction of 1; None while there is no money."""
        return self.totals.online_share


def portfolio_of(headers: Iterable[CampaignHeader]) -> tuple[PortfolioEntry, ...]:
    """Return the list of all campaigns, by title."""
    entries = (_entry_of(header) for header in headers)
    return tuple(sorted(entries, key=lambda each: (each.campaign.title.casefold(), each.campaign.id)))


def _entry_of(header: CampaignHeader) -> PortfolioEntry:
    return PortfolioEntry(header.campaign, totals(Plan.of(header.campaign, header.lines)))
