"""What opens when a cell is edited: the same fields as in the inspector, without their labels."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from campaignplanner.domain.activity import Activity, ActivityStatus, Kind, Side
from campaignplanner.domain.budget import BudgetLine, Meets
from campaignplanner.domain.days import Span
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.known_words import WordKind
from campaignplanner.domain.plan import Plan
from campaignplanner.ui.fields.amounts import MoneyField
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.days import SpanField
from campaignplanner.ui.fields.field import Field
from campaignplanner.ui.fields.suggest import SuggestField
from campaignplanner.ui.fields.text import LineField
from campaignplanner.ui.known_words import KnownWords
from campaignplanner.ui.plan.telling import rescheduled_text
from campaignplanner.ui.plan.tree.columns import EDITED_IN_PLACE, Column
from campaignplanner.ui.plan.tree.facts import kind_text, status_text

if TYPE_CHECKING:  # the window is painted before the store behind these is imported
    from campaignplanner.services.commands.command import Command


def kinds_on(plan: Plan, side: Side) -> tuple[tuple[Kind | str, str], ...]:
    """The kinds that fit a side with their words; those of the users' own go by their identifiers."""
    own = [(each.id, each.name) for each in plan.own_kinds.records if each.side is side]
    fitting = [(kind, kind_text(kind)) for kind in Kind if side in kind.sides and kind is not Kind.OTHER]
    own.sort(key=lambda each: each[1].casefold())
    return (*fitting, *own, (Kind.OTHER, kind_text(Kind.OTHER)))


def statuses() -> tuple[tuple[ActivityStatus, str], ...]:
    """All statuses with their words."""
    return tuple((status, status_text(status)) for status in ActivityStatus)


def kind_fields(kind: object) -> dict[str, object]:
    """What a chosen kind is in the fields of an activity."""
    if isinstance(kind, Kind):
        return {"kind": kind, "own_kind_id": None}
    return {"kind": Kind.OTHER, "own_kind_id": kind}


def can_be_edited(column: Column, plan: Plan, activity_id: str) -> bool:
    """Whether a cell is written in; what else there is of an activity needs the room of the inspector."""
    if column is not Column.PLANNED:
        return column in EDITED_IN_PLACE
    lines = plan.lines.by("activity_id").get(activity_id, ())
    own = (None, plan.campaign.currency)
    return len(lines) < 2 and all(each.currency in own and each.quantity is None for each in lines)


def field_for(column: Column, plan: Plan, activity: Activity, words: KnownWords) -> Field:
    """The field that a cell opens, empty still."""
    field = _made(column, plan, activity, words)
    field.show_label_hidden()
    return field


def _made(column: Column, plan: Plan, activity: Activity, words: KnownWords) -> Field:
    label = column.heading
    match column:
        case Column.KIND:
            return ChoiceField(label, kinds_on(plan, activity.side))
        case Column.STATUS:
            return ChoiceField(label, statuses())
        case Column.OWNER:
            return SuggestField(label, partial(words.of, WordKind.OWNER))
        case Column.DATES:
            field = SpanField(label, placeholder=_said("10 Sep - 27 Sep"))
            field.show_near(plan.dated_span())
            flights = len(plan.flights_of(activity.id))
            if flights > 1:
                field.show_hint(_said("%1 flights move together; another length changes the ends.", flights))
            return field
        case Column.PLANNED:
            return MoneyField(label, plan.campaign.currency)
        case _:
            return LineField(label)


def value_in(column: Column, plan: Plan, activity: Activity) -> object:
    """What the field is to show."""
    match column:
        case Column.KIND:
            return activity.kind if activity.own_kind_id is None else activity.own_kind_id
        case Column.STATUS:
            return activity.status
        case Column.OWNER:
            return activity.owner
        case Column.DATES:
            return plan.span_of(activity.id)
        case Column.PLANNED:
            lines = plan.lines_of(activity.id)
            return lines[0].planned if lines else None
        case _:
            return activity.title


def command_for(column: Column, plan: Plan, activity: Activity, value: object) -> Command:
    """The command that one finished edit of a cell is."""
    from campaignplanner.services.commands.activity import ChangeActivity

    match column:
        case Column.KIND:
            return ChangeActivity(activity.id, kind_fields(value))
        case Column.DATES:
            return _dating(plan, activity, value)
        case Column.STATUS:
            return ChangeActivity(activity.id, {"status": value})
        case Column.OWNER:
            return ChangeActivity(activity.id, {"owner": value})
        case Column.PLANNED:
            return _planning(plan, activity, value)
        case _:
            return ChangeActivity(activity.id, {"title": value})


def _planning(plan: Plan, activity: Activity, value: object) -> Command:
    """The first amount becomes a line for all of the activity, which customers meet on its side."""
    from campaignplanner.services.commands.budget import ChangeBudgetLine, MakeBudgetLine
    from campaignplanner.services.commands.editing import next_position

    planned, lines = value if isinstance(value, int) else 0, plan.lines_of(activity.id)
    if lines:
        return ChangeBudgetLine(lines[0].id, {"planned": planned})
    return MakeBudgetLine(
        BudgetLine(
            id=new_id(),
            activity_id=activity.id,
            label=_said("All of it"),
            planned=planned,
            meets=Meets.ONLINE if activity.side is Side.ONLINE else Meets.OFFLINE,
            position=next_position(plan.lines.values()),
        )
    )


def _dating(plan: Plan, activity: Activity, value: object) -> Command:
    from campaignplanner.services.commands.flight import ClearDates, DeleteFlight, Reschedule

    span, flights = meant_span(plan, activity, value), plan.flights_of(activity.id)
    if span is not None:
        return Reschedule(activity.id, span.first_day, span.last_day)
    return DeleteFlight(flights[0].id) if len(flights) == 1 else ClearDates(activity.id)


def meant_span(plan: Plan, activity: Activity, value: object) -> Span | None:
    """The dates that are meant: one day alone is where several flights are to begin."""
    before = plan.span_of(activity.id)
    if not isinstance(value, Span) or before is None or value.days > 1:
        return value if isinstance(value, Span) else None
    if len(plan.flights_of(activity.id)) < 2:
        return value
    return before.shifted((value.first_day - before.first_day).days)


def told(column: Column, plan: Plan, activity: Activity, value: object) -> str:
    """What one edit of a cell did that the cell alone does not show; `plan` is the one before."""
    before, flights = plan.span_of(activity.id), plan.flights_of(activity.id)
    if column is not Column.DATES or before is None or len(flights) < 2:
        return ""
    return rescheduled_text(activity.title, len(flights), before, meant_span(plan, activity, value))


def _said(text: str, number: int = 0) -> str:
    return QCoreApplication.translate("activities", text).replace("%1", str(number))
