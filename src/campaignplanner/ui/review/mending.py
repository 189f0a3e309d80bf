"""Carries out what people decide about a finding: each one step of the history, told with the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from campaignplanner.domain.ids import new_id
from campaignplanner.planning.review.fix import dismissal_of
from campaignplanner.services.commands.fixing import ApplyFix
from campaignplanner.services.commands.review import DeleteDismissal, MakeDismissal
from campaignplanner.ui.fields.days import today
from campaignplanner.ui.plan.telling import tell

if TYPE_CHECKING:
    from campaignplanner.domain.review import Dismissal, Finding
    from campaignplanner.ui.pages import PageTools
    from campaignplanner.ui.review.fix_card import FixCard


class Mending(QObject):
    """Mends and sets aside.

    Signals:
        done: something was written.
    """

    done = Signal()

    def __init__(self, tools: PageTools, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools

    @Slot(object)
    def carry_out(self, card: FixCard) -> None:
        """Carries out the fix of a card; a refusal is said at the field that it is about."""
        fix = card.fix
        refusal = self._tools.live.refusal_of(ApplyFix(fix, dict(card.answers)))
        if refusal is None:
            self._tell(self.tr("Done: %1.").replace("%1", fix.label))
        elif not card.show_refusal(refusal):
            self._tools.messages.say_trouble(refusal.sentence)

    def set_aside(self, finding: Finding, reason: str) -> None:
        """Sets a finding aside, with the reason."""
        dismissal = dismissal_of(finding, reason, today(), new_id())
        if self._tools.live.execute(MakeDismissal(dismissal)):
            self._tell(self.tr("Set aside. It speaks up again when one of its subjects changes."))

    def let_speak(self, dismissal: Dismissal) -> None:
        """Lets a finding speak again that was set aside."""
        if self._tools.live.execute(DeleteDismissal(dismissal.id)):
            self._tell(self.tr("It is among the findings again, as long as it is true."))

    def _tell(self, sentence: str) -> None:
        tell(self._tools, sentence)
        self.done.emit()
