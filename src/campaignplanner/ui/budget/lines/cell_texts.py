"""What a cell says: its words, why it cannot be changed, and what a screen reader is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import QLocale

from campaignplanner.domain.budget import BudgetLine, Meets
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.review import Finding
from campaignplanner.exchange.line_words import FIELD_OF, LineColumn
from campaignplanner.planning.money_sums import in_campaign_currency, own_amount_of
from campaignplanner.services.commands.frozen_money import approved_in_words
from campaignplanner.ui.budget.lines.columns import APPROVED, STATE_OF, heading_of
from campaignplanner.ui.budget.lines.marks import Mark
from campaignplanner.ui.budget.words import meets_name, money_of, said
from campaignplanner.ui.formats import day_text, money_text, shortened
from campaignplanner.ui.timeline.card_texts import capitalised

TICK = "\u2713"


@dataclass(frozen=True, slots=True)
class CellLook:
    """How a cell is drawn.

    Attributes:
        text: what stands in it.
        is_muted: whether it steps back, as what follows from something else does.
        is_locked: whether it stays as it was approved.
        is_strong: whether it sums up.
        meets: the sides that are drawn before the text.
        mark: what is wrong.
        finding: what the review says of it.
        is_open: of the head of a group whether its lines are shown; None of everything else.
    """

    text: str = ""
    is_muted: bool = False
    is_locked: bool = False
    is_strong: bool = False
    meets: Meets | None = None
    mark: Mark | None = None
    finding: Finding | None = None
    is_open: bool | None = None


EMPTY = CellLook()


def look_of(plan: Plan, line: BudgetLine, column: LineColumn) -> CellLook:
    """How a cell of a line is drawn."""
    if column in STATE_OF:
        return _money_look(plan, line, column)
    if column is LineColumn.MEETS:
        return CellLook(meets_name(line.meets), is_muted=line.meets is Meets.NOT_SAID, meets=line.meets)
    if column is LineColumn.ACTIVITY:
        activity = plan.activities.get(line.activity_id) if line.activity_id is not None else None
        text = said("The campaign as a whole") if activity is None else activity.title
        return CellLook(text, is_muted=activity is None or line.closed)
    is_locked = line.frozen and column in APPROVED
    return CellLook(_text(plan, line, column), is_muted=line.closed or is_locked, is_locked=is_locked)


def _money_look(plan: Plan, line: BudgetLine, column: LineColumn) -> CellLook:
    amount = own_amount_of(plan, line, STATE_OF[column])
    text = money_text(amount, line.currency or plan.campaign.currency)
    if column is LineColumn.PLANNED:
        return CellLook(text, is_muted=line.frozen, is_locked=line.frozen)
    if column is LineColumn.FORECAST:
        return CellLook(text, is_muted=line.forecast is None)
    return CellLook(text if amount else "\u2013", is_muted=not amount)


def _text(plan: Plan, line: BudgetLine, column: LineColumn) -> str:
    if column is LineColumn.PHASING:
        return capitalised(line.phasing.mode.value)
    value = getattr(line, FIELD_OF[column])
    match value:
        case None:
            return ""
        case bool():
            return TICK if value else ""
        case int():
            return money_text(value, line.currency or plan.campaign.currency)
        case date():
            return day_text(value)
        case Enum():
            return capitalised(str(value.value))
        case str():
            return " ".join(value.split())
        case _:
            return f"{value:f}".replace(".", QLocale().decimalPoint())


def told_of(plan: Plan, line: BudgetLine, column: LineColumn, look: CellLook) -> str:
    """The whole of a cell in words: for the tooltip, and for screen readers behind its heading."""
    if look.mark is not None:
        return said("%1: %2", look.mark.text or said("empty"), look.mark.sentence)
    reason = why_locked(plan, line, column)
    if column is LineColumn.FORECAST and line.forecast is None:
        reason = said("No forecast is typed, so what is planned stands here.")
    in_campaign = _in_campaign_currency(plan, line, column)
    found = "" if look.finding is None else look.finding.message
    return "\n".join(filter(None, (look.text, in_campaign, found, reason)))


def _in_campaign_currency(plan: Plan, line: BudgetLine, column: LineColumn) -> str:
    """What money in another currency counts as."""
    if column not in STATE_OF or line.currency in (None, plan.campaign.currency):
        return ""
    amount = in_campaign_currency(plan.campaign, line, own_amount_of(plan, line, STATE_OF[column]))
    if amount is None:
        return said("Not in any sum: there is no exchange rate yet.")
    return said("Counts as %1.", money_of(plan, amount))


def why_locked(plan: Plan, line: BudgetLine, column: LineColumn) -> str:
    """Why a cell cannot be typed into, with the way on; empty where it can."""
    if column not in FIELD_OF:
        return said("%1 follows from what was posted on the line: add a posting.", heading_of(column))
    if line.frozen and column in APPROVED:
        return said(
            "The planned money of “%1” was approved in %2: change the forecast instead.",
            shortened(line.label),
            approved_in_words(plan),
        )
    return ""
