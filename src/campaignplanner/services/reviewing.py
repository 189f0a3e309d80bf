"""What a review needs beside the plan: the day, the country's holidays, the other campaigns of the store.

Imported only when a review is made, not at the start of the window.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from campaignplanner.domain.campaign import Campaign, CampaignStatus
from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.public_holidays import public_holidays
from campaignplanner.planning.review.rule import OtherCampaign, ReviewContext, audience_key
from campaignplanner.services.workspace import Workspace

LONGEST_SPAN = 5 * 366
"""Days of which holidays are worked out; nobody plans further, but people mistype years."""
_SPEAKING = frozenset({CampaignStatus.DRAFT, CampaignStatus.APPROVED, CampaignStatus.LIVE})


def review_context(plan: Plan, today: date, others: Iterable[OtherCampaign] = ()) -> ReviewContext:
    """Return the context of a review of a plan that is made on a day."""
    return ReviewContext(today, _holidays_of(plan), tuple(others))


def other_campaigns(workspace: Workspace, campaign_id: str) -> tuple[OtherCampaign, ...]:
    """Return the other campaigns of the store that have days and are not over, by title."""
    names = workspace.audience_names()
    found = (_other(each, names.get(each.id, ())) for each in workspace.campaigns() if each.id != campaign_id)
    return tuple(each for each in found if each is not None)


def _other(campaign: Campaign, audience_names: Iterable[str]) -> OtherCampaign | None:
    first, last = campaign.first_day, campaign.last_day
    if first is None or last is None or campaign.status not in _SPEAKING:
        return None
    names = frozenset(audience_key(name) for name in audience_names)
    return OtherCampaign(campaign.id, campaign.title, Span(first, last), names)


def _holidays_of(plan: Plan) -> Mapping[date, str]:
    span = plan.dated_span()
    if not plan.campaign.country or span is None:
        return {}
    days = min(span.days + 31, LONGEST_SPAN, date.max.toordinal() - span.first_day.toordinal())
    return public_holidays(plan.campaign.country, Span(span.first_day, span.first_day + timedelta(days=days)))
