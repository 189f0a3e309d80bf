"""The fields in which people fill in what a fix asks for, each fit for what the record holds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from campaignplanner.domain.aim import Kpi
from campaignplanner.domain.bridge import Bridge, Mechanism
from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.known_words import WordKind
from campaignplanner.ui.fields.amounts import MoneyField, NumberField
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.days import DayField
from campaignplanner.ui.fields.suggest import SuggestField
from campaignplanner.ui.fields.text import LineField, TextField
from campaignplanner.ui.plan.inspector.choices import optional_choices_of

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.planning.review.fix import Blank
    from campaignplanner.ui.fields.field import Field
    from campaignplanner.ui.pages import PageTools


def field_for(tools: PageTools, plan: Plan, blank: Blank) -> Field:
    """The field in which a blank is filled in; what the plan says already stands in it."""
    field = _made(tools, plan, blank)
    field.show_value(value_now(plan, blank))
    return field


def value_now(plan: Plan, blank: Blank) -> object:
    """What the plan has in the place of a blank; None for a record that the fix is still to make."""
    record: Any = plan.campaign if blank.record_type is Campaign else None
    if record is None:
        known: Any = blank.record_type
        record = plan.table(known).get(blank.record_id)
    for name in blank.field.split("."):
        record = None if record is None else getattr(record, name)
    return record


def _made(tools: PageTools, plan: Plan, blank: Blank) -> Field:
    match blank.record_type, blank.field:
        case (record_type, "due_day") if record_type is Kpi:
            field = DayField(blank.asked)
            field.show_near(plan.dated_span())
            return field
        case (record_type, "baseline" | "target") if record_type is Kpi:
            return NumberField(blank.asked)
        case (record_type, "unit") if record_type is Kpi:
            return SuggestField(blank.asked, partial(tools.words.of, WordKind.UNIT))
        case (record_type, "by_whom") if record_type is Kpi:
            return SuggestField(blank.asked, partial(tools.words.of, WordKind.OWNER))
        case (record_type, "name") if record_type is Kpi:
            return LineField(blank.asked)
        case (record_type, "mechanism") if record_type is Bridge:
            return ChoiceField(blank.asked, optional_choices_of(Mechanism))
        case (record_type, "planned") if record_type is BudgetLine:
            return MoneyField(blank.asked, _currency_of(plan, blank))
        case _:
            return TextField(blank.asked)


def _currency_of(plan: Plan, blank: Blank) -> str:
    line = plan.lines.get(blank.record_id)
    return plan.campaign.currency if line is None else line.currency or plan.campaign.currency
