"""What gestures and keys do in the end: carry out a command, select, open what is elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaignplanner.domain.plan import Plan
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.timeline.canvas import TimelineCanvas
from campaignplanner.ui.timeline.selection import Selected

if TYPE_CHECKING:  # the window is painted before the commands are imported
    from campaignplanner.services.commands.editing import Command


class Deeds:
    """The one way from a gesture to the plan.

    Args:
        tools: what the page works with.
        canvas: the timeline.
    """

    def __init__(self, tools: PageTools, canvas: TimelineCanvas) -> None:
        self.tools = tools
        self.canvas = canvas

    @property
    def plan(self) -> Plan | None:
        """The open plan as it is now."""
        return self.tools.live.plan

    def carry_out(self, command: Command | None) -> bool:
        """Carries out a command; why not, where it is refused, is told in the message bar."""
        return command is not None and self.tools.live.execute(command)

    def select(self, selected: Selected | None) -> None:
        """Selects a thing or nothing."""
        self.canvas.select(selected)
