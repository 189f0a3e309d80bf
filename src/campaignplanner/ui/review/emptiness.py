"""What the review page says where nothing is listed: why that is, and what to do first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from campaignplanner.ui.actions import Name
from campaignplanner.ui.fonts import strong_font
from campaignplanner.ui.formats import counted
from campaignplanner.ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.ui.pages import PageTools


class NothingListed(EmptyState):
    """Leads to the first aim or the first activity where there is nothing to read yet."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._tools = tools
        self._way_on: Name | None = None
        self.button = QPushButton()
        self.button.setProperty("role", "primary")
        self.button.setFont(strong_font())
        self.button.clicked.connect(self._go_on)
        self.add(self.button)
        self.button.hide()

    def say_reading(self) -> None:
        """Says that the plan is being read."""
        self.say(self.tr("Reading the plan…"), "")
        self._offer(None, "")

    def say_filtered(self) -> None:
        """Says that what was found is of other sorts."""
        self.say(self.tr("Nothing of these sorts is found"), self.tr("Choose others above to see the rest."))
        self._offer(None, "")

    def say_nothing_found(self, plan: Plan) -> None:
        """Says that nothing was found, and how much there was to read."""
        if not plan.aims and not plan.activities:
            self.say(
                self.tr("There is nothing to read yet"),
                self.tr("Say first what should be different afterwards, then what people do for it."),
            )
            self._offer(Name.NEW_AIM, self.tr("Add an aim"))
        elif not plan.activities:
            self.say(
                self.tr("There are aims, and nothing to read about them yet"),
                self.tr("Add what people do, online or in person: the review reads along."),
            )
            self._offer(Name.NEW_ACTIVITY, self.tr("Add an activity"))
        elif len(plan.activities) < plan.campaign.thresholds.begun_activities:
            self.say(self.tr("Nothing to mend so far"), self._begun(plan))
            self._offer(Name.NEW_ACTIVITY, self.tr("Add an activity"))
        else:
            self.say(
                self.tr("Nothing to mend"),
                self.tr(
                    "Nothing is missing or broken in aims, bridges, people, money and dates of this plan."
                ),
            )
            self._offer(None, "")

    def _begun(self, plan: Plan) -> str:
        """From when on gaps count: of a plan just begun everybody knows that it has some."""
        rest = plan.campaign.thresholds.begun_activities - len(plan.activities)
        return counted(
            rest,
            self.tr("This plan has only just been begun. With one activity more its gaps are told, too."),
            self.tr("This plan has only just been begun. With %1 activities more its gaps are told, too."),
        )

    def _offer(self, way_on: Name | None, words: str) -> None:
        self._way_on = way_on
        self.button.setText(words)
        self.button.setVisible(way_on is not None)

    @Slot()
    def _go_on(self) -> None:
        if self._way_on is not None:
            self._tools.actions[self._way_on].trigger()
