"""The workspace as the window sees it: one signal for what changed, one for what was refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from campaignplanner.domain.errors import FileTrouble, PlanError

if TYPE_CHECKING:  # the window is painted before the store behind these is imported
    from campaignplanner.domain.plan import Plan
    from campaignplanner.services.commands.command import Command
    from campaignplanner.services.history import HistoryLine
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
        self._held: list[WorkspaceEvent] | None = None
        workspace.subscribe(self._pass_on)

    @property
    def workspace(self) -> Workspace:
        """For reading; whoever writes goes through `succeeds`, so that refusals are told."""
        return self._workspace

    @property
    def plan(self) -> Plan | None:
        """The open campaign, or None while the portfolio is shown."""
        return self._workspace.plan

    def execute(self, command: Command) -> bool:
        """Carries out a command on the open campaign; False when it was refused, and told so."""
        return self.succeeds(partial(self._workspace.execute, command))

    def refusal_of(self, command: Command) -> PlanError | FileTrouble | None:
        """Carries out a command; gives why it was refused, for whoever says so where it was typed.

        Trouble with the store's file is told to everybody besides.
        """
        try:
            self._workspace.execute(command)
        except PlanError as error:
            return error
        except FileTrouble as trouble:
            self.refused.emit(trouble.sentence)
            return trouble
        return None

    def undo(self, scope: str | None) -> bool:
        """Takes back the last step of a campaign, or of the portfolio where scope is None."""
        return self.succeeds(partial(self._workspace.undo, scope))

    def redo(self, scope: str | None) -> bool:
        """Does again what was taken back last."""
        return self.succeeds(partial(self._workspace.redo, scope))

    def go_to(self, scope: str | None, line_id: int | None) -> bool:
        """Goes back or forth to where a step of the history had just been taken.

        Pages are told once, at the end, however many steps lie between.

        Args:
            scope: whose history, see `undo`.
            line_id: the step; None is the beginning, before the first.
        """
        self._held = []
        try:
            return self.succeeds(partial(self._walk_to, scope, line_id))
        finally:
            held, self._held = self._held, None
            if held:
                moved = any(event.portfolio_changed for event in held)
                self.changed.emit(replace(held[-1], change_set=None, portfolio_changed=moved))

    def _walk_to(self, scope: str | None, line_id: int | None) -> None:
        lines = self._workspace.history(scope)
        for _ in range(steps_forward(lines, line_id)):
            self._workspace.redo(scope)
        for _ in range(steps_back(lines, line_id)):
            self._workspace.undo(scope)

    def succeeds(self, step: Callable[[], object]) -> bool:
        """Takes a step that may be refused; says whether it was taken and tells why not."""
        try:
            step()
        except (PlanError, FileTrouble) as error:
            self.refused.emit(error.sentence)
            return False
        return True

    def asked(self, question: Callable[[], T]) -> T | None:
        """Reads something that may be refused; tells why not and gives None then."""
        try:
            return question()
        except (PlanError, FileTrouble) as error:
            self.refused.emit(error.sentence)
            return None

    def close(self) -> None:
        """Closes the store; nothing of the workspace may be used afterwards."""
        self._workspace.unsubscribe(self._pass_on)
        self._workspace.close()

    def _pass_on(self, event: WorkspaceEvent) -> None:
        if self._held is None:
            self.changed.emit(event)
        else:
            self._held.append(event)


def steps_forward(lines: Sequence[HistoryLine], line_id: int | None) -> int:
    """How often to redo until the step is done again; 0 where it is not taken back.

    Args:
        lines: the history, newest first: what was taken back is always the newest.
        line_id: the step, or None for the beginning.
    """
    undone = [line.id for line in lines if line.undone]
    return len(undone) - undone.index(line_id) if line_id in undone else 0


def steps_back(lines: Sequence[HistoryLine], line_id: int | None) -> int:
    """How often to undo until the step is the last one done; for None, until nothing is."""
    done = [line.id for line in lines if not line.undone]
    if line_id is None:
        return len(done)
    return done.index(line_id) if line_id in done else 0
