"""Long random sequences of commands, undo, redo and closing: plan, store, history and a naive model agree."""

from __future__ import annotations

import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from campaignplanner.domain.changes import ChangeSet
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.play import Play
from campaignplanner.exchange.campaign_file import CampaignFileFormat
from campaignplanner.services.commands.overtaken import without_overtaken_dismissals
from campaignplanner.services.commands.play import ChangePlay, DeletePlay, MakePlay
from campaignplanner.services.workspace import Workspace
from campaignplanner.store.database import Database
from tests.builders import a_dated_activity, a_line, a_plan, an_aim
from tests.services.random_commands import any_command
from tests.services.random_records import Choice, a_play

SEEDS = st.integers(0, 2**32)
Records = dict[str, Any]


def as_records(plan: Plan) -> Records:
    return {each.id: each for each in (plan.campaign, *plan.records())}


class Model:
    """What a history should do, told in the plainest way: a list of states and a place in it."""

    def __init__(self, start: Records) -> None:
        self.states = [start]
        self.labels: list[str] = []
        self.place = 0

    @property
    def now(self) -> Records:
        return self.states[self.place]

    def step(self, change_set: ChangeSet) -> None:
        state = dict(self.now)
        for change in change_set.changes:
            if change.after is None:
                assert state.pop(change.record.id) == change.before
            else:
                assert state.get(change.record.id) == change.before
                state[change.record.id] = change.after
        self.step_to(state, change_set.label)

    def step_to(self, state: Records, label: str) -> None:
        self.states[self.place + 1 :] = [state]
        self.labels[self.place :] = [label]
        self.place += 1

    @property
    def undo_label(self) -> str | None:
        return self.labels[self.place - 1] if self.place else None

    @property
    def redo_label(self) -> str | None:
        return self.labels[self.place] if self.place < len(self.labels) else None


class RandomEdits(RuleBasedStateMachine):
    """One campaign is edited; copies of it and plays come and go in the history of the portfolio."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "plans.campaigns"
        self.plan_format = CampaignFileFormat()
        self.workspace = Workspace.open(self.path, self.plan_format)
        self.another = Database.open(self.path)
        aim = an_aim("Win members")
        start = a_plan(
            aim,
            a_dated_activity("Tasting bars", "2026-03-02", "2026-03-06", aims=[aim]),
            a_dated_activity("Reviews", "2026-03-09", "2026-03-20"),
            a_line(id="line"),
        )
        self.id = self.workspace.import_plan(start)
        self.workspace.open_campaign(self.id)
        self.model = Model({each.id: each for each in as_records(start).values()})
        # What else is in the store: plays, and copies as whole plans. Its first step is the import.
        self.portfolio = Model({})
        self.import_label = self.workspace.step_labels(None)[0]

    @rule(seed=SEEDS)
    def edit(self, seed: int) -> None:
        plan = self.workspace.plan
        command = any_command(Random(seed), plan, self.plan_format)
        if command is None:
            return
        try:
            expected = without_overtaken_dismissals(plan, command.changes(plan))
            self.workspace.execute(command)
        except PlanError:
            return
        if expected:
            kept = tuple(each for each in expected.changes if type(each.record).__name__ != "VersionState")
            self.model.step(ChangeSet(expected.label, kept, expected.campaign_id))

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            undone = self.workspace.undo(self.id)
            assert (undone and undone.label) == self.model.undo_label
            self.model.place -= undone is not None

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            redone = self.workspace.redo(self.id)
            assert (redone and redone.label) == self.model.redo_label
            self.model.place += redone is not None

    @rule()
    def close_and_open(self) -> None:
        self.workspace.close()
        self.workspace = Workspace.open(self.path, self.plan_format)
        self.workspace.open_campaign(self.id)

    @precondition(lambda self: sum(isinstance(each, Plan) for each in self.portfolio.now.values()) < 2)
    @rule(seed=SEEDS)
    def copy(self, seed: int) -> None:
        choice = Choice(Random(seed), self.workspace.plan)
        copied = self.workspace.duplicate(self.id, choice.maybe(choice.day()))
        state = {**self.portfolio.now, copied.campaign_id: copied.plan}
        self.portfolio.step_to(state, self.workspace.step_labels(None)[0] or "")
        self._check_portfolio()

    @precondition(lambda self: any(isinstance(each, Plan) for each in self.portfolio.now.values()))
    @rule()
    def delete_copy(self) -> None:
        copy_id = next(key for key, each in self.portfolio.now.items() if isinstance(each, Plan))
        self.workspace.delete_campaign(copy_id)
        state = {key: each for key, each in self.portfolio.now.items() if key != copy_id}
        self.portfolio.step_to(state, self.workspace.step_labels(None)[0] or "")
        self._check_portfolio()

    @rule(seed=SEEDS)
    def edit_plays(self, seed: int) -> None:
        choice = Choice(Random(seed), self.workspace.plan)
        made = a_play(choice)
        commands: list[Any] = [MakePlay(made)]
        plays = [each for each in self.portfolio.now.values() if isinstance(each, Play)]
        if plays:
            play = choice.of(plays)
            commands += [ChangePlay(play, {"title": made.title}), DeletePlay(play)]
        command = choice.of(commands)
        self.workspace.execute(command)
        expected = command.changes(None)
        if expected:
            self.portfolio.step(expected)
        self._check_portfolio()

    @rule()
    def undo_in_portfolio(self) -> None:
        if self.portfolio.place:
            undone = self.workspace.undo(None)
            assert undone is not None
            assert undone.label == self.portfolio.undo_label
            self.portfolio.place -= 1
            self._check_portfolio()

    @rule()
    def redo_in_portfolio(self) -> None:
        redone = self.workspace.redo(None)
        assert (redone and redone.label) == self.portfolio.redo_label
        self.portfolio.place += redone is not None
        self._check_portfolio()

    @invariant()
    def plan_store_and_model_agree(self) -> None:
        plan = self.workspace.plan
        assert as_records(plan) == self.model.now
        assert self._read_by_another() == plan
        plan.check()
        assert self.workspace.step_labels(self.id)[0] == self.model.undo_label
        assert self.workspace.step_labels(self.id)[1] == self.model.redo_label
        assert self._counted_rows() == self._expected_rows()

    def _read_by_another(self) -> Plan:
        return self.another.load(self.id)

    def _check_portfolio(self) -> None:
        stored: Records = {
            each: self.another.load(each) for each in self.another.campaign_ids() if each != self.id
        }
        stored |= {each.id: each for each in self.another.plays()}
        assert stored == self.portfolio.now
        assert self.workspace.step_labels(None)[0] == (self.portfolio.undo_label or self.import_label)
        assert self.workspace.step_labels(None)[1] == self.portfolio.redo_label

    def _counted_rows(self) -> dict[str, int]:
        with closing(sqlite3.connect(self.path)) as connection:
            tables = connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            ).fetchall()
            counts = {
                name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables
            }
        return {name: count for name, count in counts.items() if count}

    def _expected_rows(self) -> dict[str, int]:
        counts: Counter[str] = Counter()
        copies = [each for each in self.portfolio.now.values() if isinstance(each, Plan)]
        plays = [each for each in self.portfolio.now.values() if isinstance(each, Play)]
        for records in (self.model.now.values(), plays, *(as_records(each).values() for each in copies)):
            counts.update(_tables_of(records))
        counts["version_state"] = counts["version"]
        counts["journal"] = 1 + len(self.model.labels) + len(self.portfolio.labels)
        return {name: count for name, count in counts.items() if count}

    def teardown(self) -> None:
        if not hasattr(self, "workspace"):
            return
        try:
            self._walk_the_whole_history()
        finally:
            self.another.close()
            self.workspace.close()
            self.folder.cleanup()

    def _walk_the_whole_history(self) -> None:
        end = self.model.states[-1]
        lines = self.workspace.history(self.id, limit=10_000)
        assert [line.label for line in reversed(lines)] == self.model.labels
        while self.workspace.undo(self.id) is not None:
            pass
        assert as_records(self.workspace.plan) == self.model.states[0]
        assert as_records(self._read_by_another()) == self.model.states[0]
        while self.workspace.redo(self.id) is not None:
            pass
        assert as_records(self.workspace.plan) == end
        assert as_records(self._read_by_another()) == end


def _tables_of(records: Iterable[Any]) -> Iterable[str]:
    for record in records:
        name = type(record).__name__
        yield "".join(f"_{each.lower()}" if each.isupper() else each for each in name).lstrip("_")
        if name == "Activity":
            yield from ["activity_audience"] * len(record.audience_ids)


TestRandomEdits = RandomEdits.TestCase
TestRandomEdits.settings = settings(max_examples=6, stateful_step_count=40)
