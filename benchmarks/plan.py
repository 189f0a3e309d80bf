"""How soon the plan page shows 10,000 activities, an edited cell, and what somebody looks for.

The floors are Qt's own tree view and filter over the same rows, as ready texts, measured in turns with the
page, so that a slow minute of the machine is in both.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTreeView, QWidget

from benchmarks.generator import plan_of_size
from benchmarks.report import Measurement
from campaignplanner.domain.changes import ChangeSet
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFileFormat
from campaignplanner.services.commands.activity import ChangeActivity
from campaignplanner.services.workspace import Workspace
from campaignplanner.store.database import Database
from campaignplanner.store.journal import JournalEntry
from campaignplanner.ui import theme
from campaignplanner.ui.actions import Actions
from campaignplanner.ui.dialogs.files import SystemFileDoor
from campaignplanner.ui.fonts import install_fonts
from campaignplanner.ui.known_words import KnownWords
from campaignplanner.ui.live_plan import LivePlan
from campaignplanner.ui.messages import MessageBar
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.page import PlanPage
from campaignplanner.ui.plan.tree.activity_tree import ActivityTree
from campaignplanner.ui.plan.tree.columns import COLUMNS, Column
from campaignplanner.ui.selection import SelectionKeeper
from campaignplanner.ui.tasks import TaskRunner
from campaignplanner.ui.typesetter import TypesetterKeeper

RUNS = 7
ACTIVITIES = 10_000
WINDOW = (1440, 900)
KEYSTROKES = ("r", "re", "rev", "revi", "review 7", "")
"""What stands in the line after each; the last shows all again."""

BOUNDS = {"open": 250.0, "edit": 50.0, "keystroke": 60.0}
"""Milliseconds."""

_MEASURES = {
    "open": f"plan: page of {ACTIVITIES:,} activities open",
    "edit": "plan: edited cell shown, beyond the store's commit",
    "keystroke": "plan: slowest keystroke in the filter",
}


def measure(runs: int = RUNS) -> list[Measurement]:
    """Opens, edits and filters so many times, each in turns with its floor."""
    application = QApplication([])
    install_fonts(application)
    theme.ThemeKeeper(application, theme.ThemeChoice.LIGHT)
    taken: dict[str, list[float]] = {}
    with TemporaryDirectory() as folder:
        stage = Stage(Path(folder))
        rows = texts_of(stage)
        for run in range(runs + 1):
            for name, milliseconds in {**one_run(stage, run), **floors_of_one_run(rows, run)}.items():
                if run:  # the first one fills caches and is not counted
                    taken.setdefault(name, []).append(milliseconds)
        stage.close()
    return [measurement(name, taken) for name in BOUNDS]


def measurement(name: str, taken: dict[str, list[float]]) -> Measurement:
    """A figure beside its floor."""
    figure, floor = median(taken[name]), median(taken[f"{name} floor"])
    return Measurement(_MEASURES[name], figure, "ms", floor, BOUNDS[name], is_absolute=True)


# -- the page --------------------------------------------------------------------------------------------


class TimedDatabase(Database):
    """Notes how long the last commit took, and how much of that the processor was busy with it."""

    last_commit = 0.0
    last_commit_of_processor = 0.0

    def append(self, change_set: ChangeSet) -> JournalEntry:
        """See `Database`."""
        began, busy = time.perf_counter(), time.process_time()
        entry = super().append(change_set)
        TimedDatabase.last_commit = (time.perf_counter() - began) * 1e3
        TimedDatabase.last_commit_of_processor = (time.process_time() - busy) * 1e3
        return entry


class Stage:
    """A store with the campaign, and a window for the page."""

    def __init__(self, folder: Path, plan: Plan | None = None) -> None:
        self.workspace = Workspace(TimedDatabase.open(folder / "campaigns.sqlite"), CampaignFileFormat())
        self.window = QWidget()
        self.window.resize(*WINDOW)
        live = LivePlan(self.workspace, self.window)
        self.tools = PageTools(
            live=live,
            selection=SelectionKeeper(self.window),
            actions=Actions(self.window, theme.current()),
            messages=MessageBar(self.window),
            files=SystemFileDoor(),
            words=KnownWords(live, self.window),
            tasks=TaskRunner(self.window),
            typesetter=TypesetterKeeper(),
        )
        self._campaign_id = self.workspace.import_plan(plan or plan_of_size(ACTIVITIES))
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()

    def opened(self) -> Plan:
        """The plan as the store holds it, without anything worked out from it before."""
        plan = self.workspace.open_campaign(self._campaign_id)
        gc.collect()
        gc.freeze()  # as after the program's start
        return plan

    def close(self) -> None:
        """Closes the window and the store."""
        self.window.close()
        self.workspace.close()


def one_run(stage: Stage, run: int) -> dict[str, float]:
    """Opens the page anew, edits a cell and types a word."""
    plan = stage.opened()
    pages: list[PlanPage] = []

    def open_page() -> None:
        page = PlanPage(stage.tools, stage.window)
        page.resize(*WINDOW)
        page.show()
        page.show_plan(plan)
        pages.append(page)

    opened = milliseconds(open_page)
    page = pages[0]
    tree = page.findChild(ActivityTree)
    edited = edit(stage, page, tree, f"Owner of run {run}")
    tree.focus_find()  # nobody types there without going there
    typed = [milliseconds(lambda text=text: tree.find_bar.line.setText(text)) for text in KEYSTROKES]
    page.setParent(None)
    page.deleteLater()
    settle()
    return {"open": opened, "edit": edited, "keystroke": max(typed)}


def edit(stage: Stage, page: PlanPage, tree: ActivityTree, owner: str) -> float:
    """Writes an owner into a cell in sight; what is beyond the commit counts."""
    activity_id = next(tree.model.shown_ids())
    show = _Follower(page)
    stage.tools.live.changed.connect(show.follow)
    whole = milliseconds(lambda: stage.tools.live.execute(ChangeActivity(activity_id, {"owner": owner})))
    stage.tools.live.changed.disconnect(show.follow)
    if tree.model.index_of(activity_id, Column.OWNER).data() != owner:
        raise RuntimeError("The edit is not shown.")
    return whole - TimedDatabase.last_commit


class _Follower:
    def __init__(self, page: PlanPage) -> None:
        self._page = page

    def follow(self, event: object) -> None:
        """Shows the new state, as the window does."""
        self._page.show_plan(event.plan)  # type: ignore[attr-defined]


# -- the floor -------------------------------------------------------------------------------------------

Rows = dict[str, list[list[str]]]
"""The texts of the rows under each aim."""


def texts_of(stage: Stage) -> Rows:
    """The same rows as words."""
    tree = ActivityTree(stage.tools)
    tree.show_plan(stage.opened())
    model = tree.model
    if model.facts is None:
        raise RuntimeError("No campaign is shown.")
    return {
        model.index(place, 0).data(): [
            [model.facts.text(activity_id, column) for column in COLUMNS] for activity_id in group.shown
        ]
        for place, group in enumerate(model.groups)
    }


def floors_of_one_run(rows: Rows, run: int) -> dict[str, float]:
    """The same with Qt's own tree view over ready texts, filtered by Qt's own proxy."""
    source = plain_model(rows)
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(source)
    proxy.setRecursiveFilteringEnabled(True)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    proxy.setFilterKeyColumn(Column.TITLE.place)
    view = QTreeView()
    view.setUniformRowHeights(True)
    view.resize(*WINDOW)

    def open_view() -> None:
        view.setModel(proxy)
        for place in range(proxy.rowCount()):
            view.setExpanded(proxy.index(place, 0), True)
        view.show()

    opened = milliseconds(open_view)
    cell = source.item(0).child(0, Column.OWNER.place)
    edited = milliseconds(lambda: cell.setText(f"Owner of run {run}"))
    typed = [milliseconds(lambda text=text: proxy.setFilterFixedString(text)) for text in KEYSTROKES]
    view.close()
    view.deleteLater()
    settle()
    return {"open floor": opened, "edit floor": edited, "keystroke floor": max(typed)}


def plain_model(rows: Rows) -> QStandardItemModel:
    """The rows as Qt's own items."""
    model = QStandardItemModel(0, len(COLUMNS))
    model.setHorizontalHeaderLabels([column.heading for column in COLUMNS])
    for statement, texts in rows.items():
        parent = QStandardItem(statement)
        for row in texts:
            parent.appendRow([QStandardItem(text) for text in row])
        model.appendRow(parent)
    return model


def milliseconds(step: Callable[[], object]) -> float:
    """How long a step takes until all is painted."""
    began = time.perf_counter()
    step()
    settle()
    return (time.perf_counter() - began) * 1e3


def settle() -> None:
    """Lets Qt lay out and paint what waits for it."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
