"""The open store with the open plan: the one door through which anything changes."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from campaignplanner.domain.approval import Approval, Decision, VersionState
from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.changes import ChangeSet
from campaignplanner.domain.errors import PlanError, StaleChange
from campaignplanner.domain.known_words import SUGGESTIONS, WordKind
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.play import Play
from campaignplanner.planning.sentences import quoted
from campaignplanner.services.commands.command import Command, PortfolioCommand
from campaignplanner.services.commands.overtaken import without_overtaken_dismissals
from campaignplanner.services.history import SHOWN_AT_MOST, HistoryLine, line_of
from campaignplanner.services.plan_format import PlanFormat
from campaignplanner.services.portfolio import PortfolioEntry, portfolio_of
from campaignplanner.store.database import Database
from campaignplanner.store.journal import JournalEntry

if TYPE_CHECKING:  # what is about whole campaigns is imported when somebody copies or deletes one
    from campaignplanner.services.importing import Copied

__all__ = ["HistoryLine", "PlanFormat", "PortfolioEntry", "Workspace", "WorkspaceEvent"]


@dataclass(frozen=True, slots=True)
class WorkspaceEvent:
    """What listeners are told, after it is written.

    Attributes:
        plan: the open plan as it is now; None when no campaign is open.
        change_set: what was done to the open plan; None when another one is open now, or it was read again.
        portfolio_changed: whether the list of campaigns, their totals or the plays are different now.
    """

    plan: Plan | None
    change_set: ChangeSet | None
    portfolio_changed: bool


Listener = Callable[[WorkspaceEvent], None]


class Workspace:
    """One store, at most one open campaign, and who wants to know of changes.

    Every change is checked against the plan first, then written, then shown: when writing fails, plan and
    store are as they were. All methods may raise FileTrouble for what the world does to the store's file.
    A StaleChange means that the store held something newer; the plan has then been read again and the
    listeners told.
    """

    def __init__(self, database: Database, plan_format: PlanFormat) -> None:
        """Take over an open store; see ``open``.

        Args:
            database: the store; closed with the workspace.
            plan_format: how the plans that versions keep are written down.
        """
        self._database = database
        self._plan_format = plan_format
        self._plan: Plan | None = None
        self._listeners: list[Listener] = []

    @classmethod
    def open(cls, path: Path, plan_format: PlanFormat) -> Workspace:
        """Open the store at the path, made when it is not there; raise FileTrouble when that cannot be."""
        return cls(Database.open(path), plan_format)

    def close(self) -> None:
        """Let go of the store; nothing may be asked of the workspace any more."""
        self._listeners.clear()
        self._plan = None
        self._database.close()

    def subscribe(self, listener: Listener) -> None:
        """Tell a listener of every change after it is written."""
        self._listeners.append(listener)

    def unsubscribe(self, listener: Listener) -> None:
        """Stop telling a listener, if it was told."""
        if listener in self._listeners:
            self._listeners.remove(listener)

    # -- looking -------------------------------------------------------------------------------------

    @property
    def plan(self) -> Plan | None:
        """The open plan."""
        return self._plan

    @property
    def path(self) -> Path:
        """The file of the store."""
        return self._database.path

    @property
    def backup_trouble(self) -> str | None:
        """Why today's backup could not be made, in a sentence; None when all is well."""
        return self._database.backup_trouble

    def portfolio(self) -> tuple[PortfolioEntry, ...]:
        """Return all campaigns with their totals, by title."""
        return portfolio_of(self._database.headers())

    def campaigns(self) -> tuple[Campaign, ...]:
        """Return the own record of every campaign, by title."""
        return tuple(sorted(self._database.campaigns(), key=lambda each: (each.title.casefold(), each.id)))

    def audience_names(self) -> Mapping[str, Sequence[str]]:
        """Return whom each campaign is for, by the campaign's identifier."""
        return self._database.audience_names()

    def known_words(self, kind: WordKind) -> tuple[str, ...]:
        """Return what was typed for something in any campaign, and what is offered before, by alphabet.

        Each is on one line without space around it; what differs in nothing else is there once.
        """
        typed = (" ".join(word.split()) for word in self._database.known_words(kind))
        words = {*typed, *SUGGESTIONS.get(kind, ())} - {""}
        return tuple(sorted(words, key=lambda word: (word.casefold(), word)))

    def plays(self) -> tuple[Play, ...]:
        """Return all plays by title."""
        return tuple(sorted(self._database.plays(), key=lambda each: (each.title.casefold(), each.id)))

    def read_plan(self, campaign_id: str) -> Plan:
        """Return a campaign whole without opening it; raise FileTrouble when it is not there."""
        if self._plan is not None and self._plan.campaign.id == campaign_id:
            return self._plan
        return self._database.load(campaign_id)

    def open_campaign(self, campaign_id: str) -> Plan:
        """Open a campaign as the store holds it now; raise FileTrouble when it is not there."""
        plan = self._plan = self._database.load(campaign_id)
        self._tell(WorkspaceEvent(plan, None, portfolio_changed=False))
        return plan

    def close_campaign(self) -> None:
        """Open no campaign."""
        self._plan = None
        self._tell(WorkspaceEvent(None, None, portfolio_changed=False))

    # -- changing ------------------------------------------------------------------------------------

    def execute(self, command: Command | PortfolioCommand) -> Plan | None:
        """Carry out a command on the open plan, or on the store; return the open plan after it.

        Raises:
            PlanError: the command cannot be, says why; nothing was changed.
        """
        if isinstance(command, PortfolioCommand):
            self._write(command.changes(self._plan))
        else:
            plan = self._open_plan()
            self._write(without_overtaken_dismissals(plan, command.changes(plan)))
        return self._plan

    def undo(self, scope: str | None) -> HistoryLine | None:
        """Take back the last step of a campaign's history, or of the portfolio's for None.

        Returns:
            The step; None when there was nothing to take back.
        """
        entry = self._database.undoable(scope)
        return None if entry is None else self._turn(entry, entry.change_set.inverted(), self._database.undo)

    def redo(self, scope: str | None) -> HistoryLine | None:
        """Do again what was taken back last in a campaign's history, or the portfolio's for None.

        Returns:
            The step; None when there was nothing to do again.
        """
        entry = self._database.redoable(scope)
        return None if entry is None else self._turn(entry, entry.change_set, self._database.redo)

    # -- history -------------------------------------------------------------------------------------

    def history(self, scope: str | None, limit: int = SHOWN_AT_MOST) -> tuple[HistoryLine, ...]:
        """Return the steps of a campaign, or of the portfolio for None, newest first, undone ones too."""
        return tuple(line_of(entry) for entry in self._database.history(scope, limit))

    def step_labels(self, scope: str | None) -> tuple[str | None, str | None]:
        """Return the labels of the steps that ``undo`` and ``redo`` would take; None where there is none."""
        undo, redo = self._database.next_steps(scope)
        return None if undo is None else undo.label, None if redo is None else redo.label

    # -- whole campaigns -----------------------------------------------------------------------------

    def import_plan(self, plan: Plan, states: Iterable[VersionState] = ()) -> str:
        """Put a plan into the store in one step and return its campaign's identifier.

        What is stored already, or was once, comes in as a copy with identifiers of its own.

        Args:
            plan: from a campaign file or a sample.
            states: the plans that its versions keep.

        Raises:
            PlanError: the plan breaks a rule; nothing is stored.
        """
        from campaignplanner.services.importing import NewIds, states_with_new_ids, with_new_ids

        label, kept = f"Import {quoted(plan.campaign.title)}", tuple(states)
        if not self._was_ever_stored(plan.campaign.id):
            try:
                return self._store_plan(label, plan, kept)
            except StaleChange:  # another campaign holds records of it: a file copied and edited by hand
                pass
        ids = NewIds()
        copied_states = states_with_new_ids(kept, ids, self._plan_format)
        return self._store_plan(label, with_new_ids(plan, ids), copied_states)

    def duplicate(self, campaign_id: str, first_day: date | None = None, title: str = "") -> Copied:
        """Copy a campaign as a draft without what happened in it, in one step; see ``importing.copied``.

        Args:
            campaign_id: the campaign to copy.
            first_day: when the copy begins, every date shifted with it; None leaves the dates.
            title: of the copy; "Copy of" and the title when empty.
        """
        from campaignplanner.services.importing import copied

        source = self.read_plan(campaign_id)
        copy = copied(source, first_day, title)
        self._store_plan(f"Duplicate {quoted(source.campaign.title)}", copy.plan, ())
        return copy

    def deletion_consequences(self, campaign_id: str) -> str:
        """Say what goes with a campaign, to be asked before ``delete_campaign``."""
        from campaignplanner.services.commands.campaign import DeleteCampaign

        return DeleteCampaign(self.read_plan(campaign_id)).consequences()

    def delete_campaign(self, campaign_id: str) -> None:
        """Delete a campaign with all that is in it; ``undo(None)`` brings it back."""
        from campaignplanner.services.commands.campaign import DeleteCampaign

        self.execute(DeleteCampaign(self.read_plan(campaign_id)))

    # -- versions ------------------------------------------------------------------------------------

    def approve(
        self, who: str, day: date, *, role: str = "", decision: Decision = Decision.APPROVED, note: str = ""
    ) -> Plan | None:
        """Keep the open plan as its next version with somebody's decision; see ``Approve``."""
        from campaignplanner.services.commands.approval import Approve, MakeVersion

        return self.execute(Approve(MakeVersion(day, self._plan_format), who, role, decision, note))

    def make_version(self, day: date, note: str = "") -> Plan | None:
        """Keep the open plan as its next version before anybody decides on it."""
        from campaignplanner.services.commands.approval import MakeVersion

        return self.execute(MakeVersion(day, self._plan_format, note))

    def add_approval(self, approval: Approval) -> Plan | None:
        """Add somebody's decision to a version; approving freezes what still stands as it has it.

        A version of which no plan is kept, as in a campaign file written by hand, freezes nothing.
        """
        from campaignplanner.services.commands.approval import MakeApproval
        from campaignplanner.services.commands.frozen_money import APPROVING

        kept = self._kept_plan(approval.version_id) if approval.decision in APPROVING else None
        return self.execute(MakeApproval(approval, kept))

    def version_plan(self, version_id: str) -> Plan:
        """Return the plan as it stood at a version; raise FileTrouble when none is kept of it."""
        return self._plan_format.read(self._database.version_state(version_id))

    def version_states(self, campaign_id: str) -> tuple[VersionState, ...]:
        """Return the plans that the versions of a campaign keep, as an export takes them along."""
        return self._database.version_states(campaign_id)

    # -- inside --------------------------------------------------------------------------------------

    def _open_plan(self) -> Plan:
        if self._plan is None:
            raise PlanError("Open a campaign first.")
        return self._plan

    def _kept_plan(self, version_id: str) -> Plan | None:
        """Return what a version of the open plan keeps, None where it keeps nothing."""
        states = self._database.version_states(self._open_plan().campaign.id)
        contents = {state.version_id: state.content for state in states}
        content = contents.get(version_id)
        return None if content is None else self._plan_format.read(content)

    def _was_ever_stored(self, campaign_id: str) -> bool:
        """Tell whether an identifier is taken: a deleted campaign may come back, and its history stays."""
        return campaign_id in self._database.campaign_ids() or bool(self._database.history(campaign_id, 1))

    def _store_plan(self, label: str, plan: Plan, states: tuple[VersionState, ...]) -> str:
        from campaignplanner.services.commands.campaign import StorePlan

        self.execute(StorePlan(label, plan, states))
        return plan.campaign.id

    def _write(self, change_set: ChangeSet) -> None:
        if not change_set:
            return
        with self._reading_again_when_stale():
            candidate = self._candidate(change_set)
            self._database.append(change_set)
        self._adopt(candidate, change_set)

    def _turn(
        self, entry: JournalEntry, wanted: ChangeSet, turn: Callable[[str | None], JournalEntry | None]
    ) -> HistoryLine | None:
        """Carry out a step of the history backwards or again, as far as the open plan agrees."""
        with self._reading_again_when_stale():
            candidate = self._candidate(wanted)
            turned = turn(entry.scope)
            if turned is None or turned.id != entry.id:
                raise StaleChange("The history has been changed elsewhere in the meantime.")
        self._adopt(candidate, wanted)
        return line_of(turned)

    def _candidate(self, change_set: ChangeSet) -> Plan | None:
        """Return the open plan after a change set, checked; the same where it is about another campaign."""
        if not self._is_about_open_plan(change_set):
            return self._plan
        return None if change_set.deletes_campaign else self._open_plan().applying(change_set)

    def _is_about_open_plan(self, change_set: ChangeSet) -> bool:
        return self._plan is not None and self._plan.campaign.id == change_set.campaign_id

    def _adopt(self, candidate: Plan | None, change_set: ChangeSet) -> None:
        shown = change_set if self._is_about_open_plan(change_set) else None
        self._plan = candidate
        self._tell(WorkspaceEvent(candidate, shown, _changes_portfolio(change_set)))

    @contextmanager
    def _reading_again_when_stale(self) -> Generator[None]:
        try:
            yield
        except StaleChange as stale:
            self._read_again()
            sentence = f"{stale.sentence} What you see now has been read again."
            raise StaleChange(sentence, stale.field, stale.record_id) from stale

    def _read_again(self) -> None:
        if self._plan is not None:
            campaign_id = self._plan.campaign.id
            is_there = campaign_id in self._database.campaign_ids()
            self._plan = self._database.load(campaign_id) if is_there else None
        self._tell(WorkspaceEvent(self._plan, None, portfolio_changed=True))

    def _tell(self, event: WorkspaceEvent) -> None:
        for listener in tuple(self._listeners):
            listener(event)


def _changes_portfolio(change_set: ChangeSet) -> bool:
    return change_set.scope is None or any(
        isinstance(change.record, Campaign | BudgetLine) for change in change_set.changes
    )
