"""A plan with one of each of what most tests of the workspace touch."""

from campaignplanner.domain.plan import Plan
from tests.builders import a_dated_activity, a_line, a_plan, an_aim


def small_plan(campaign_id: str = "campaign", **fields: object) -> Plan:
    aim = an_aim("Win members", id=f"{campaign_id}-aim")
    reviews = a_dated_activity("Reviews", "2026-03-02", aims=[aim], id=f"{campaign_id}-reviews")
    return a_plan(aim, reviews, a_line(500, id=f"{campaign_id}-line"), id=campaign_id, **fields)
