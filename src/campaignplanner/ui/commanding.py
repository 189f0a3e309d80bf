"""The command box over the window: what it finds where one is, and what happens then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.aim import Aim
from campaignplanner.ui.actions import SPECS, Actions, Name
from campaignplanner.ui.live_plan import LivePlan
from campaignplanner.ui.selection import Picked

if TYPE_CHECKING:  # imported when the box is first opened
    from campaignplanner.ui.command_box.box import CommandBox
    from campaignplanner.ui.command_box.choices import Choice
    from campaignplanner.ui.places import Places


class Commanding(QObject):
    """Opens the box with everything that can be done and everywhere one can go from here."""

    def __init__(self, places: Places, live: LivePlan, actions: Actions, body: QWidget) -> None:
        super().__init__(places)
        self._places = places
        self._live = live
        self._actions = actions
        self._body = body
        self._box: CommandBox | None = None

    @property
    def box(self) -> CommandBox | None:
        """The box, once it was asked for."""
        return self._box

    @Slot()
    def turn(self) -> None:
        """Opens the box, or closes it again."""
        if self._box is None:
            from campaignplanner.ui.command_box.box import CommandBox

            self._box = CommandBox(self._choices, self._body)
        self._places.finish_typing()
        self._box.turn()

    def forget(self) -> None:
        """Lets go of the box."""
        if self._box is not None:
            self._box.deleteLater()
            self._box = None

    def _choices(self) -> Iterator[Choice]:
        from campaignplanner.ui.command_box.choices import (
            action_choices,
            activity_choices,
            aim_choices,
            campaign_choices,
        )

        yield from action_choices(
            self._actions[spec.name] for spec in SPECS if spec.name is not Name.COMMANDS
        )
        plan = self._live.plan
        if plan is not None:
            yield from aim_choices(plan, self._go_to_aim)
            yield from activity_choices(plan, self._go_to_activity)
        campaigns = self._live.asked(self._live.workspace.campaigns) or ()
        yield from campaign_choices(campaigns, self._places.show_campaign)

    def _go_to_aim(self, aim_id: str) -> None:
        self._places.show_picked(Picked(Aim, aim_id))

    def _go_to_activity(self, activity_id: str) -> None:
        self._places.show_picked(Picked(Activity, activity_id))
