"""The runs of an activity: listed, and the current one with every field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from campaignplanner.domain.activity import Activity, Flight
from campaignplanner.domain.days import Span
from campaignplanner.domain.ids import new_id
from campaignplanner.services.commands.flight import MakeFlight
from campaignplanner.ui.fields.days import SpanField
from campaignplanner.ui.formats import days_text
from campaignplanner.ui.plan.inspector.adder import Adder
from campaignplanner.ui.plan.inspector.deleting import delete
from campaignplanner.ui.plan.inspector.flight_fields import FlightFields, flight_row
from campaignplanner.ui.plan.inspector.flight_keys import FlightKeys
from campaignplanner.ui.plan.inspector.list_part import ListPart
from campaignplanner.ui.plan.inspector.rows import Row
from campaignplanner.ui.plan.inspector.shifting import Shifter
from campaignplanner.ui.selection import Picked

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import PlanRecord, Record
    from campaignplanner.ui.pages import PageTools


class FlightsPart(ListPart):
    """Every run of the activity; the fields below the list are those of the current one."""

    record_type = Flight

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        adder = Adder(self.tr("Add flight"))
        self.days = adder.put(
            SpanField(self.tr("First and last day"), placeholder=self.tr("such as 10 Sep – 27 Sep")),
            0,
            blank=None,
        )
        self.build(self.tr("Flights"), self.tr("No dates yet, so it waits in the tray."), adder)
        self.fields = FlightFields(tools)
        self.shifter = Shifter(tools)
        self._column.addWidget(self.shifter)
        self._column.addWidget(self.fields)
        self._keys = FlightKeys(self.list)
        self.list.current_moved.connect(self._show_current)
        self._keys.copy_wanted.connect(self.copy)
        self._keys.shift_wanted.connect(self.shifter.shift_flight)

    def put_buttons(self) -> None:
        """See `ListPart`."""
        super().put_buttons()
        head = self.head
        self.copy_button = head.add_button(self.tr("Copy"), self.tr("Copy this flight (Ctrl+D)"), self.copy)
        self.shift_button = head.add_button(
            self.tr("Shift…"), self.tr("Shift by days (Ctrl+Left, Ctrl+Right: by one)"), self.begin_shifting
        )
        self.delete_button = head.add_button(
            self.tr("Delete"), self.tr("Delete this flight (Del)"), self.delete_current
        )

    @property
    def current(self) -> Flight | None:
        """The flight whose fields are shown."""
        plan, key = self.tools.live.plan, self.list.current_key
        return None if plan is None or key is None else plan.flights.get(key)

    def rows_of(self, plan: Plan, holder: Record) -> Sequence[Row]:
        """See `ListPart`."""
        return [flight_row(flight) for flight in plan.flights_of(holder.id)]

    def show_part(self, plan: Plan, record: Record) -> None:
        """Shows the flights; of another activity the first one is the current one."""
        is_another = self.holder is None or self.holder.id != record.id
        if is_another:
            self.shifter.close_up()
        super().show_part(plan, record)
        flights = plan.flights_of(record.id)
        if flights and (is_another or self.list.current_key is None):
            self.list.make_current(flights[0].id)
        span = plan.span_of(record.id)
        self.head.say(_summary(len(flights), span))
        self.days.show_near(span or plan.dated_span())
        for button in (self.copy_button, self.shift_button, self.delete_button):
            button.setVisible(bool(flights))
        # One flight alone is all in the fields below.
        self.list.setVisible(len(flights) > 1)
        self._show_fields(plan)

    def finish(self) -> bool:
        """Takes what is typed in the current flight's fields."""
        return super().finish() and self.fields.finish()

    def open_record(self, record: PlanRecord) -> None:
        """Leads to the fields of the flight."""
        self.list.make_current(record.id)
        self.fields.focus_first()

    def add_new(self, plan: Plan, holder: Record) -> str | None:
        """See `ListPart`."""
        del plan
        if not isinstance(self.days.value, Span):
            self.days.show_error(self.tr("Say from when to when."))
            return None
        place = holder.place if isinstance(holder, Activity) else ""
        span = self.days.value
        flight = Flight(
            id=new_id(), activity_id=holder.id, first_day=span.first_day, last_day=span.last_day, place=place
        )
        return self._made(flight)

    def _made(self, flight: Flight) -> str | None:
        refusal = self.tools.live.refusal_of(MakeFlight(flight))
        if refusal is not None:
            self.days.show_error(refusal.sentence)
            return None
        return flight.id

    @Slot()
    def copy(self) -> None:
        """Makes one more flight like the current one, which is then the current one."""
        flight = self.current
        if flight is not None and self.fields.finish():
            flight = self.current or flight
            made = replace(flight, id=new_id())
            if self.execute(MakeFlight(made)):
                self.list.make_current(made.id)
                self.list.setFocus()

    @Slot()
    def begin_shifting(self) -> None:
        """Asks by how many days."""
        if self.current is not None and self.fields.finish():
            self.shifter.begin(len(self.list.rows))

    @Slot()
    def delete_current(self) -> None:
        """Deletes the current flight, with a way back."""
        if self.current is not None:
            delete(self.tools, Picked.record(self.current))

    @Slot()
    def _show_current(self) -> None:
        plan = self.tools.live.plan
        if plan is not None:
            self._show_fields(plan)

    def _show_fields(self, plan: Plan) -> None:
        key = self.list.current_key
        has_flight = key is not None and key in plan.flights
        self.fields.setVisible(has_flight)
        if has_flight and key is not None:
            self.fields.show_record(plan, key)
            self.shifter.show_flight(plan.flights[key])


def _summary(count: int, span: Span | None) -> str:
    if span is None:
        return ""
    return days_text(span.days) if count == 1 else str(count)
