"""Activities as text on the clipboard, from one campaign to another and from one window to another.

The text is a small campaign file: the chosen activities with what belongs to them, and of the campaign only
its title and currency. So a copy survives closing the program, and a mail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from campaignplanner.domain.activity import Activity, Side
from campaignplanner.domain.errors import FileTrouble
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFile
from campaignplanner.exchange.pasted_rows import rows_text
from campaignplanner.exchange.row_words import Column
from campaignplanner.planning.budgeting import totals_of_lines
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


def copied_rows(
    plan: Plan,
    activity_ids: Iterable[str],
    written_day: Callable[[date], str],
    written_amount: Callable[[int], str],
) -> str:
    """Return activities as rows for a spreadsheet, which ``pasted_rows`` understands again.

    Args:
        plan: the campaign.
        activity_ids: which activities, in the order of the rows.
        written_day: writes a day as people of the locale do, with its year.
        written_amount: writes minor units of the campaign's currency.
    """
    activities = [plan.find(Activity, each) for each in dict.fromkeys(activity_ids)]
    rows = (_row_of(plan, activity, written_day, written_amount) for activity in activities)
    return rows_text((column.value for column in _ROW), rows)


_ROW = (
    Column.TITLE,
    Column.SIDE,
    Column.KIND,
    Column.FIRST_DAY,
    Column.LAST_DAY,
    Column.STATUS,
    Column.OWNER,
    Column.WHERE,
    Column.PLANNED,
)


def _row_of(
    plan: Plan, activity: Activity, written_day: Callable[[date], str], written_amount: Callable[[int], str]
) -> Iterator[str]:
    own_kind = None if activity.own_kind_id is None else plan.own_kinds[activity.own_kind_id]
    span = plan.span_of(activity.id)
    lines = plan.lines_of(activity.id)
    yield activity.title
    yield activity.side.value
    yield activity.kind.value if own_kind is None else own_kind.name
    yield from ("", "") if span is None else (written_day(span.first_day), written_day(span.last_day))
    yield activity.status.value
    yield activity.owner
    yield activity.channel if activity.side is Side.ONLINE else activity.place
    yield written_amount(totals_of_lines(plan, lines).total) if lines else ""
