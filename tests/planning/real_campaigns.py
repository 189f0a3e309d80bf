"""Real campaigns, as plans: published figures of public bodies."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

from campaignplanner.domain.budget import Meets
from campaignplanner.domain.money import from_decimal
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFile
from campaignplanner.resources import read_text
from tests.builders import a_line, a_plan

DATA = Path(__file__).resolve().parents[1] / "data"

SCOTTISH_TOTAL = 19_813_078_25
"""As printed: https://www.thedrum.com/news/2010/03/18/foi-request-reveals-scottish-government-media-buying-spend"""


CLICK_IT_TOTAL = 7_495_052_00
"""As printed: https://docslib.org/doc/7733480/click-it-or-ticket-may-2009-mobilization-strategic-media-work-plan"""


def scottish_media_2009() -> Plan:
    """Nine lines of media buying, January 2009 to January 2010, that fall short of the printed total."""
    return _plan("scottish_media_2009", "GBP", SCOTTISH_TOTAL)


def click_it_or_ticket_2008() -> Plan:
    """The national media buy, whose lines reach the printed total to the dollar."""
    return _plan("click_it_or_ticket_2008", "USD", CLICK_IT_TOTAL)


def _plan(name: str, currency: str, total: int) -> Plan:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    lines = [
        a_line(
            from_decimal(Decimal(row["amount"]), currency),
            Meets(row["meets"]),
            label=row["label"],
            id=row["label"],
            position=place,
        )
        for place, row in enumerate(rows)
    ]
    return a_plan(lines, currency=currency, budget_total=total, contingency_rate=Decimal(0))


def sample(name: str) -> Plan:
    """A sample campaign that is shipped."""
    return CampaignFile.of_text(read_text(f"samples/{name}.campaign.json")).plan
