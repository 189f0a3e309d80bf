"""Asks by how many days a flight, or the whole activity, is to move."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from campaignplanner.domain.days import DAYS_PER_WEEK
from campaignplanner.services.commands.flight import MoveActivity, MoveFlight
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.shift import ShiftField
from campaignplanner.ui.plan.inspector.adder import Adder

if TYPE_CHECKING:
    from campaignplanner.domain.activity import Flight
    from campaignplanner.services.commands.command import Command
    from campaignplanner.ui.pages import PageTools


class _What(Enum):
    FLIGHT = "flight"
    ACTIVITY = "activity"


class Shifter(Adder):
    """A number of days, later when positive, and what they are for."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("inspector", "Shift"), parent)
        self._tools = tools
        self._flight: Flight | None = None
        self.days = self.put(ShiftField(self.tr("Days, − for earlier")), 0, 0, blank=DAYS_PER_WEEK)
        choices = (
            (_What.FLIGHT, self.tr("This flight")),
            (_What.ACTIVITY, self.tr("All flights, with preparation")),
        )
        self.what = self.put(ChoiceField(self.tr("What moves"), choices), 0, 1, blank=_What.FLIGHT)
        self.wanted.connect(self._shift)

    def show_flight(self, flight: Flight) -> None:
        """Takes over which flight is meant."""
        self._flight = flight

    def begin(self, flights: int) -> None:
        """Opens; with one flight there is nothing to choose between it and all."""
        if flights == 1:
            self.what.show_value(_What.ACTIVITY)
        self.open()

    @Slot(object)
    def shift_flight(self, days: int) -> None:
        """Moves the flight at once."""
        if self._flight is not None:
            self._tools.live.execute(MoveFlight(self._flight.id, days))

    @Slot()
    def _shift(self) -> None:
        days, flight = self.days.value, self._flight
        if flight is None or not isinstance(days, int) or days == 0:
            self.days.show_error(self.tr("Say by how many days."))
            return
        whole = self.what.value is _What.ACTIVITY
        command: Command = MoveActivity(flight.activity_id, days) if whole else MoveFlight(flight.id, days)
        refusal = self._tools.live.refusal_of(command)
        if refusal is None:
            self.close_up()
        else:
            self.show_refusal(refusal)
