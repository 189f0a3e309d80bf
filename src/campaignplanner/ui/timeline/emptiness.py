"""What stands in the lanes while there is no bar in them, and the way on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from campaignplanner.ui.actions import Actions, Name
from campaignplanner.ui.timeline.content import TimelineContent
from campaignplanner.ui.widgets.buttons import MainButton
from campaignplanner.ui.widgets.empty import EmptyState


class NoBars(EmptyState):
    """Says why there is no bar, with a button that leads on where there is a window to lead on in."""

    def __init__(self, parent: QWidget, actions: Actions | None) -> None:
        super().__init__("", "", parent)
        self._actions = actions
        self.setAutoFillBackground(True)
        self._way_on = MainButton()
        if actions is not None:
            self.add(self._way_on)
        self.hide()

    def tell(self, content: TimelineContent | None) -> None:
        """Says what there is to say of a content; nothing where it has bars."""
        self.setVisible(content is not None and not content.has_bars)
        if content is None:
            return
        if content.shown.kept is not None and content.plan.flights:
            self._say_nothing_found(content)
        elif content.plan.activities:
            self.say(
                self.tr("No activity has a date yet"),
                self.tr("They wait in the tray below. Give one a first and a last day, and it appears here."),
            )
            self._lead_on(Name.PLAN)
        else:
            self.say(
                self.tr("No activities yet"),
                self.tr(
                    "What people meet or do appears here on its days: online above the line, offline below."
                ),
            )
            self._lead_on(Name.NEW_ACTIVITY)

    def _say_nothing_found(self, content: TimelineContent) -> None:
        waiting = self.tr("What is like that has no dates and waits in the tray below.")
        nothing = self.tr("No activity is like that.")
        self.say(self.tr("Nothing found"), waiting if content.arrangement.tray else nothing)
        self._lead_on(Name.SHOW_ALL)

    def _lead_on(self, name: Name) -> None:
        if self._actions is not None:
            self._way_on.stand_for(self._actions[name])
