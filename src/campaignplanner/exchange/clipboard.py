"""Activities as text on the clipboard, from one campaign to another and from one window to another.

The text is a small campaign file: the chosen activities with what belongs to them, and of the campaign only
its title and currency. So a copy survives closing the program, and a mail.
"""

from __future__ import annotations

from collections.abc import Iterable

from campaignplanner.domain.errors import FileTrouble
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFile
from campaignplanner.planning.excerpt import excerpt

MIME_TYPE = "application/x-campaignplanner-activities+json"
"""Under what the text lies on the clipboard, beside plain text for other programs."""


def copied_text(plan: Plan, activity_ids: Iterable[str]) -> str:
    """Return activities as text; raise PlanError when one of them is not there any more."""
    return CampaignFile(excerpt(plan, activity_ids)).text()


def pasted_plan(text: str) -> Plan:
    """Return the activities of a text, as ``planning.excerpt`` gives them.

    Raises:
        FileTrouble: the text is not of this program, or something else has changed it.
    """
    try:
        plan = CampaignFile.of_text(text).plan
    except FileTrouble as trouble:
        raise FileTrouble(f"What was copied cannot be pasted as activities. {trouble.sentence}") from None
    return excerpt(plan, plan.activities)
