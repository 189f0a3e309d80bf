"""The workspace as the window sees it: one signal for what changed, one for what was refused."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from campaignplanner.domain.errors import FileTrouble, PlanError, StaleChange

if TYPE_CHECKING:  # the window is painted before the store behind these is imported
    from campaignplanner.domain.plan import Plan
    from campaignplanner.services.workspace import Workspace, WorkspaceEvent

T = TypeVar("T")


class LivePlan(QObject):
    """Carries the workspace's news to the pages, and turns its refusals into sentences.

    `changed` carries the WorkspaceEvent after everything is written. `refused` carries one sentence for
    people; the plan is then what it was. Lives on the main thread, where all writing happens.
    """

    changed = Signal(object)
    refused = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        workspace.subscribe(self._pass_on)

    @property
    def workspace(self) -> Workspace:
        """For reading; whoever writes goes through `succeeds`, so that refusals are told."""
        return self._workspace

    @property
    def plan(self) -> Plan | None:
        """The open campaign, or None while the portfolio is shown."""
        return self._workspace.plan

    def execute(self, command: object) -> bool:
        """Carries out a command on the open campaign; False when it was refused, and told so."""
        return self.succeeds(partial(self._workspace.execute, command))

    def undo(self, scope: str | None) -> bool:
        """Takes back the last step of a campaign, or of the portfolio where scope is None."""
        return self.succeeds(partial(self._workspace.undo, scope))

    def redo(self, scope: str | None) -> bool:
        """Does again what was taken back last."""
        return self.succeeds(partial(self._workspace.redo, scope))

    def succeeds(self, step: Callable[[], object]) -> bool:
        """Takes a step that may be refused; says whether it was taken and tells why not."""
        try:
            step()
        except StaleChange as error:
            self.refused.emit(error.sentence)
            self._read_again()
            return False
        except (PlanError, FileTrouble) as error:
            self.refused.emit(error.sentence)
            return False
        return True

    def asked(self, question: Callable[[], T], otherwise: T) -> T:
        """Reads something that may be refused; tells why not and gives the other value then."""
        try:
            return question()
        except (PlanError, FileTrouble) as error:
            self.refused.emit(error.sentence)
            return otherwise

    def close(self) -> None:
        """Closes the store; nothing of the workspace may be used afterwards."""
        self._workspace.unsubscribe(self._pass_on)
        self._workspace.close()

    def _pass_on(self, event: WorkspaceEvent) -> None:
        self.changed.emit(event)

    def _read_again(self) -> None:
        """What the window shows is older than the store: show what is there now."""
        plan = self._workspace.plan
        if plan is None:
            return
        try:
            self._workspace.open_campaign(plan.campaign.id)
        except (PlanError, FileTrouble) as error:
            self.refused.emit(error.sentence)
