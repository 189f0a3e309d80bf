"""The fields of one run of an activity, and what its row says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QTime
from PySide6.QtWidgets import QWidget

from campaignplanner.domain.activity import Flight
from campaignplanner.domain.days import Span
from campaignplanner.domain.direction import set_apart
from campaignplanner.domain.known_words import WordKind
from campaignplanner.services.commands.flight import ChangeFlight, RescheduleFlight
from campaignplanner.ui.fields.amounts import WholeField
from campaignplanner.ui.fields.days import SpanField, TimeField
from campaignplanner.ui.fields.suggest import SuggestField
from campaignplanner.ui.formats import counted, span_text
from campaignplanner.ui.plan.inspector.form import InspectorForm
from campaignplanner.ui.plan.inspector.rows import Row

if TYPE_CHECKING:
    from datetime import time

    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import Record
    from campaignplanner.services.commands.command import Command
    from campaignplanner.ui.pages import PageTools


class FlightFields(InspectorForm):
    """First and last day, times, place and how many people are expected."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, Flight, ChangeFlight, parent)
        self.days = SpanField(self.tr("First and last day"), required=True)
        self.bind(self.days, ("first_day", "last_day"), write=_reschedule)
        self.bind(TimeField(self.tr("From, time of day")), "start_time", half=True)
        self.bind(TimeField(self.tr("Until, time of day")), "end_time", half=True)
        self.bind(SuggestField(self.tr("Place, if another"), self.words(WordKind.PLACE)), "place", half=True)
        self.bind(WholeField(self.tr("Expected people")), "expected_people", half=True)

    def prepare(self, plan: Plan, record: Record) -> None:
        """Years that are not typed are those near the flight."""
        super().prepare(plan, record)
        if isinstance(record, Flight):
            self.days.show_near(record.span)


def flight_row(flight: Flight) -> Row:
    """Its days, and below them times and place."""
    people = "" if flight.expected_people is None else _people(flight.expected_people)
    said = " · ".join(part for part in (_times(flight), set_apart(flight.place)) if part)
    return Row(flight.id, span_text(flight.first_day, flight.last_day), end=people, second=said)


def _reschedule(record_id: str, value: object) -> Command:
    assert isinstance(value, Span)  # noqa: S101 - the field is required
    return RescheduleFlight(record_id, value.first_day, value.last_day)


def _people(count: int) -> str:
    one = QCoreApplication.translate("inspector", "%1 person")
    return counted(count, one, QCoreApplication.translate("inspector", "%1 people"))


def _times(flight: Flight) -> str:
    translate = QCoreApplication.translate
    match (flight.start_time, flight.end_time):
        case (None, None):
            return ""
        case (start, None) if start is not None:
            return translate("inspector", "from %1").replace("%1", _time_text(start))
        case (None, end) if end is not None:
            return translate("inspector", "until %1").replace("%1", _time_text(end))
        case (start, end) if start is not None and end is not None:
            return f"{_time_text(start)} – {_time_text(end)}"
    return ""


def _time_text(moment: time) -> str:
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
