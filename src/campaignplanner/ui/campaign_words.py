"""What the window says about a campaign in its head: brand, dates and how far the brief has come."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from campaignplanner.domain.approval import Approval, Decision
from campaignplanner.domain.direction import set_apart
from campaignplanner.domain.plan import Plan
from campaignplanner.ui.formats import span_text
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP

SEPARATOR = " · "

_DECISIONS = {
    Decision.APPROVED: QT_TRANSLATE_NOOP("header", "brief v%1 approved"),
    Decision.APPROVED_WITH_CHANGES: QT_TRANSLATE_NOOP("header", "brief v%1 approved with changes"),
    Decision.REJECTED: QT_TRANSLATE_NOOP("header", "brief v%1 rejected"),
}


def subtitle_of(plan: Plan) -> str:
    """`Northwind Coffee · 24 Aug - 30 Nov 2026 · brief v2 approved`."""
    campaign = plan.campaign
    dates = _dates_of(plan)
    parts = (set_apart(" ".join(campaign.brand.split())), dates, brief_status_of(plan))
    return SEPARATOR.join(part for part in parts if part)


def _dates_of(plan: Plan) -> str:
    """The campaign's own days; those of its activities while it has none."""
    campaign, activities = plan.campaign, plan.dated_span()
    if campaign.first_day is None and campaign.last_day is None and activities is not None:
        return span_text(activities.first_day, activities.last_day)
    return span_text(campaign.first_day, campaign.last_day)


def brief_status_of(plan: Plan) -> str:
    """The newest version of the brief with its newest decision; nothing before there is one."""
    versions = plan.versions_in_order
    if not versions:
        return ""
    newest = versions[-1]
    decisions = plan.approvals_of(newest.id)
    said = _decided(decisions) if decisions else QCoreApplication.translate("header", "brief v%1 undecided")
    return said.replace("%1", str(newest.number))


def _decided(decisions: tuple[Approval, ...]) -> str:
    """One rejection weighs more than approvals of the same day: the brief needs another look then."""
    last_day = max(each.day for each in decisions)
    newest = {each.decision for each in decisions if each.day == last_day}
    order = (Decision.REJECTED, Decision.APPROVED_WITH_CHANGES, Decision.APPROVED)
    decision = next(each for each in order if each in newest)
    return QCoreApplication.translate("header", _DECISIONS[decision])
