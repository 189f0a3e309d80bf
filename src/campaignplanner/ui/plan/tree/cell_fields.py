"""What opens when a cell is edited: the same fields as in the inspector, without their labels."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from campaignplanner.domain.activity import Activity, ActivityStatus, Kind, Side
from campaignplanner.domain.days import Span
from campaignplanner.domain.known_words import WordKind
from campaignplanner.domain.plan import Plan
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.days import SpanField
from campaignplanner.ui.fields.field import Field
from campaignplanner.ui.fields.suggest import SuggestField
from campaignplanner.ui.fields.text import LineField
from campaignplanner.ui.known_words import KnownWords
from campaignplanner.ui.plan.tree.columns import Column
from campaignplanner.ui.plan.tree.facts import kind_text, status_text

if TYPE_CHECKING:  # the window is painted before the store behind these is imported
    from campaignplanner.services.commands.editing import Command


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


def can_be_edited(plan: Plan, activity_id: str, column: Column) -> bool:
    """Whether a cell is written in; several flights need the room of the inspector."""
    if column is Column.DATES:
        return len(plan.flights.by("activity_id").get(activity_id, ())) < 2
    return column in (Column.KIND, Column.TITLE, Column.STATUS, Column.OWNER)


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
            example = QCoreApplication.translate("activities", "10 Sep - 27 Sep")
            field = SpanField(label, placeholder=example)
            field.show_near(plan.dated_span())
            return field
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
        case _:
            return ChangeActivity(activity.id, {"title": value})


def _dating(plan: Plan, activity: Activity, value: object) -> Command:
    from campaignplanner.services.commands.flight import DeleteFlight, Reschedule

    if isinstance(value, Span):
        return Reschedule(activity.id, value.first_day, value.last_day)
    return DeleteFlight(plan.flights_of(activity.id)[0].id)
