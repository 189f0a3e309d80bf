"""How far a brief has come: its stamp, and the watermark of what nobody has approved."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from campaignplanner.brief.words import capitalised
from campaignplanner.domain.approval import Decision
from campaignplanner.domain.campaign import CampaignStatus

if TYPE_CHECKING:
    from campaignplanner.brief.context import BriefContext


class Standing(Enum):
    """What a stamp says at a glance; the templates colour it by this."""

    DRAFT = "draft"
    APPROVED = "approved"
    REJECTED = "rejected"


_STANDINGS = {
    Decision.APPROVED: Standing.APPROVED,
    Decision.APPROVED_WITH_CHANGES: Standing.APPROVED,
    Decision.REJECTED: Standing.REJECTED,
    None: Standing.DRAFT,
}


def standing_of(context: BriefContext) -> Standing:
    """How far the state that is printed has come.

    A version as it was kept stands as it was decided about. The plan as it is now is a draft until its
    campaign is approved, and again from its first change after the latest version.
    """
    edition = context.edition
    if edition.is_kept:
        return _STANDINGS[edition.decision]
    is_draft = context.plan.campaign.status is CampaignStatus.DRAFT
    return Standing.DRAFT if is_draft or context.changes else Standing.APPROVED


def stamp_of(context: BriefContext) -> str:
    """Draft, or the version and how it stands."""
    edition, words, status = context.edition, context.words, context.plan.campaign.status
    if edition.version is None:
        name = words.say("draft") if status is CampaignStatus.DRAFT else words.choice(status)
        return capitalised(name)
    number = edition.version.number
    if edition.is_kept:
        decision = edition.decision
        said = words.say("undecided") if decision is None else words.choice(decision)
    elif context.changes:
        return words.say("draft_after", number=number)
    elif status is CampaignStatus.DRAFT:
        return words.say("draft")
    else:
        said = words.choice(status)
    return f"{words.say('version', number=number)}, {said}"


def watermark_of(context: BriefContext) -> str:
    """What stands behind the pages of a draft; empty for what was approved."""
    return context.words.say("draft") if standing_of(context) is Standing.DRAFT else ""
