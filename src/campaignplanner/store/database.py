"""The store of a workspace as the rest of the program sees it: records in, records out, and their history."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path

from sqlalchemy import Connection, Engine

from campaignplanner.collecting import collecting_later
from campaignplanner.domain.approval import VersionState
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.changes import Change, ChangeSet, deleting
from campaignplanner.domain.errors import FileTrouble, StaleChange
from campaignplanner.domain.known_words import FIELDS_OF, WordKind
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.play import Play
from campaignplanner.domain.records import Record
from campaignplanner.store import backups, changing, engine, journal, reading, schema, trouble
from campaignplanner.store.journal import JournalEntry

USUAL_LIMIT = 100


@dataclass(frozen=True, slots=True)
class CampaignHeader:
    """What the portfolio shows of a campaign, read without the rest of its plan."""

    campaign: Campaign
    lines: tuple[BudgetLine, ...]


def utc_now() -> datetime:
    """Return the present instant."""
    return datetime.now(UTC)


class Database:
    """One file with all campaigns of a workspace.

    Every method may raise FileTrouble, with one sentence on what the world did to the file; then nothing was
    changed.

    Attributes:
        path: the file.
        backup_trouble: why today's backup could not be made, as a sentence for the message bar; else None.
    """

    def __init__(
        self, path: Path, open_engine: Engine, clock: Callable[[], datetime], patience_ms: int
    ) -> None:
        self.path = path
        self.backup_trouble: str | None = None
        self._engine = open_engine
        self._clock = clock
        self._patience_ms = patience_ms

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        clock: Callable[[], datetime] = utc_now,
        patience_ms: int = engine.USUAL_PATIENCE_MS,
    ) -> Database:
        """Open a store; make it when it is not there, back it up and bring it up to date when it needs that.

        Args:
            path: the file; its folder is made too.
            clock: gives the present instant, aware and of UTC.
            patience_ms: how long to wait for another program that is writing, in milliseconds.

        Raises:
            FileTrouble: the file is not ours, newer, damaged, read-only, in use or out of reach.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileTrouble(trouble.missing_folder(path)) from error
        database = cls(path, engine.make_engine(path, patience_ms), clock, patience_ms)
        try:
            database._prepare()
        except BaseException:
            database.close()
            raise
        return database

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    # -- reading -------------------------------------------------------------------------------------

    def load(self, campaign_id: str) -> Plan:
        """Return a campaign, whole.

        Raises:
            FileTrouble: the campaign is not in the file.
        """
        with self._reading() as connection:
            campaign = reading.campaign_in(connection, campaign_id)
            if campaign is None:
                raise FileTrouble(trouble.not_in(self.path, "campaign"))
            return Plan.of(campaign, reading.plan_records_in(connection, campaign_id))

    def headers(self) -> tuple[CampaignHeader, ...]:
        """Return what the portfolio shows of every campaign."""
        with self._reading() as connection:
            lines = reading.grouped_by_campaign(connection, BudgetLine)
            campaigns = reading.campaigns_in(connection)
        return tuple(CampaignHeader(each, tuple(lines.get(each.id, ()))) for each in campaigns)

    def campaigns(self) -> tuple[Campaign, ...]:
        """Return the own record of every campaign."""
        with self._reading() as connection:
            return tuple(reading.campaigns_in(connection))

    def known_words(self, kind: WordKind) -> frozenset[str]:
        """Return the different texts that were typed for something, in any campaign."""
        with self._reading() as connection:
            found = (reading.texts_in(connection, *place) for place in FIELDS_OF[kind])
            return frozenset(chain.from_iterable(found))

    def audience_names(self) -> dict[str, list[str]]:
        """Return whom each campaign is for, by the campaign's identifier."""
        with self._reading() as connection:
            return reading.names_by_campaign(connection, Audience)

    def campaign_ids(self) -> tuple[str, ...]:
        """Return the identifiers of all campaigns."""
        with self._reading() as connection:
            return tuple(campaign.id for campaign in reading.campaigns_in(connection))

    def plays(self) -> tuple[Play, ...]:
        """Return all plays."""
        with self._reading() as connection:
            return tuple(reading.plays_in(connection))

    def version_state(self, version_id: str) -> str:
        """Return the plan as it stood at a version: a campaign file.

        Raises:
            FileTrouble: nothing was kept of that version.
        """
        with self._reading() as connection:
            states = reading.states_of_versions(connection, [version_id])
        if not states:
            raise FileTrouble(trouble.not_in(self.path, "version"))
        return states[0].content

    def version_states(self, campaign_id: str) -> tuple[VersionState, ...]:
        """Return what was kept of all versions of a campaign."""
        with self._reading() as connection:
            return tuple(reading.of_campaign(connection, VersionState, campaign_id))

    # -- changing ------------------------------------------------------------------------------------

    def append(self, change_set: ChangeSet) -> JournalEntry:
        """Write a change set and append it to the history of its scope, both or neither.

        The kept plans of versions that it deletes are deleted with them, and the entry's change set says so.

        Args:
            change_set: what to do; it changes something.

        Raises:
            StaleChange: the store does not hold what the change set was made from.
        """
        if not change_set:
            raise ValueError("A step of the history changes something.")
        with self._writing() as connection:
            whole = changing.completed(connection, change_set)
            changing.carry_out(connection, whole)
            return journal.add(connection, whole, self._clock())

    def undo(self, scope: str | None) -> JournalEntry | None:
        """Take back the last step of a history that is in force.

        Undoing the making of a campaign deletes what it has become since, and the step keeps that, so that
        redoing it brings the edited campaign back.

        Args:
            scope: the campaign's identifier, or None for the portfolio.

        Returns:
            The step, whose change set was carried out inverted; None when there is nothing to undo.

        Raises:
            StaleChange: the store does not hold what the step left.
        """
        with self._writing() as connection:
            entry = journal.next_to_undo(connection, scope, self._change_set)
            return None if entry is None else self._turn(connection, entry, undoing=True)

    def redo(self, scope: str | None) -> JournalEntry | None:
        """Carry out the first undone step of a history again.

        Redoing the deletion of a campaign deletes what it has become since, and the step keeps that.

        Args:
            scope: the campaign's identifier, or None for the portfolio.

        Returns:
            The step, whose change set was carried out; None when there is nothing to redo.

        Raises:
            StaleChange: the store does not hold what the step was made from.
        """
        with self._writing() as connection:
            entry = journal.next_to_redo(connection, scope, self._change_set)
            return None if entry is None else self._turn(connection, entry, undoing=False)

    # -- history -------------------------------------------------------------------------------------

    def history(self, scope: str | None, limit: int = USUAL_LIMIT) -> tuple[JournalEntry, ...]:
        """Return the steps of a history, newest first, undone ones too.

        Args:
            scope: the campaign's identifier, or None for the portfolio.
            limit: how many at most.
        """
        with self._reading() as connection:
            return journal.listed(connection, scope, limit, self._change_set)

    def undoable(self, scope: str | None) -> JournalEntry | None:
        """Return the step that ``undo`` would take back."""
        with self._reading() as connection:
            return journal.next_to_undo(connection, scope, self._change_set)

    def redoable(self, scope: str | None) -> JournalEntry | None:
        """Return the step that ``redo`` would carry out again."""
        with self._reading() as connection:
            return journal.next_to_redo(connection, scope, self._change_set)

    def next_steps(self, scope: str | None) -> tuple[JournalEntry | None, JournalEntry | None]:
        """Return what ``undo`` would take back and what ``redo`` would carry out again, read at once."""
        with self._reading() as connection:
            return (
                journal.next_to_undo(connection, scope, self._change_set),
                journal.next_to_redo(connection, scope, self._change_set),
            )

    # -- backups -------------------------------------------------------------------------------------

    def back_up_daily(self) -> Path | None:
        """Make today's backup when the store has changed since the last one and has none of today.

        Where it cannot be made for want of room or of a right, ``backup_trouble`` says so and work goes on.

        Returns:
            The backup; None when none was due or none could be made.

        Raises:
            FileTrouble: the copy shows that the store is damaged.
        """
        now = self._clock().astimezone()
        with trouble.told_plainly(self.path):
            try:
                if not backups.daily_is_due(self.path, now):
                    return None
                made = backups.back_up_daily(self.path, now, self._patience_ms)
            except (OSError, sqlite3.OperationalError):
                self.backup_trouble = trouble.no_daily_backup(self.path)
                return None
        self.backup_trouble = None
        return made

    # -- inside --------------------------------------------------------------------------------------

    def _prepare(self) -> None:
        with trouble.told_plainly(self.path):
            with engine.reading(self._engine) as connection:
                identity = engine.identity_of(connection)
            if schema.is_up_to_date(self.path, identity):
                engine.try_to_write(self._engine)
                engine.use_rollback_journal(self._engine)
                self.back_up_daily()
            else:
                schema.bring_up_to_date(self.path, self._clock().astimezone(), self._patience_ms)

    @contextmanager
    def _reading(self) -> Generator[Connection]:
        with trouble.told_plainly(self.path), collecting_later(), engine.reading(self._engine) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Generator[Connection]:
        with trouble.told_plainly(self.path), collecting_later(), engine.writing(self._engine) as connection:
            yield connection

    def _change_set(self, entry_id: int) -> ChangeSet:
        with self._reading() as connection:
            return journal.change_set_of(connection, entry_id)

    def _turn(self, connection: Connection, entry: JournalEntry, *, undoing: bool) -> JournalEntry:
        """Carry out a step of the history, inverted or again, and mark it."""
        change_set = journal.change_set_of(connection, entry.id)
        wanted = change_set.inverted() if undoing else change_set
        became: ChangeSet | None = None
        if wanted.deletes_campaign:
            wanted = _deleting_what_is_there(connection, wanted)
            became = change_set = wanted.inverted() if undoing else wanted
        changing.carry_out(connection, wanted, just_read=became is not None)
        journal.mark(connection, entry.id, undone=undoing, change_set=became)
        return JournalEntry(
            entry.id, entry.scope, entry.label, entry.made_at, undone=undoing, read=partial(_same, change_set)
        )


def _same(change_set: ChangeSet) -> ChangeSet:
    return change_set


def _deleting_what_is_there(connection: Connection, change_set: ChangeSet) -> ChangeSet:
    """Return the deletion of a campaign as it stands now, with what else the change set does to the store."""
    campaign_id = change_set.campaign_id
    campaign = None if campaign_id is None else reading.campaign_in(connection, campaign_id)
    if campaign is None or campaign_id is None:
        raise StaleChange("That campaign is not there any more.")
    there: tuple[Record, ...] = (
        campaign,
        *chain(
            reading.plan_records_in(connection, campaign_id),
            reading.of_campaign(connection, VersionState, campaign_id),
        ),
    )
    others: tuple[Change, ...] = tuple(each for each in change_set.changes if isinstance(each.record, Play))
    return ChangeSet(change_set.label, (*others, *deleting(there)), campaign_id)
