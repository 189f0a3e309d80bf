"""How soon the budget page shows 10,000 lines, and all its figures again after an edited line.

The floors are Qt's own table over the same lines, as ready texts, measured in turns with the page. Times are
of the processor until all is painted, so that what else the machine does counts less.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from benchmarks import money
from benchmarks.generator import plan_of_size
from benchmarks.plan import WINDOW, Stage, TimedDatabase, settle
from benchmarks.report import Measurement
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.budget import ChangeBudgetLine
from campaignplanner.ui import theme
from campaignplanner.ui.budget.page import BudgetPage
from campaignplanner.ui.fonts import install_fonts
from campaignplanner.ui.formats import money_text

RUNS = 7
BOUNDS = {"open": 300.0, "edit": 30.0}
"""Milliseconds."""

_MEASURES = {
    "open": "money: budget page of {lines:,} lines open",
    "edit": "money: edited line in all figures shown, beyond the store's commit",
}


def measure(runs: int = RUNS) -> list[Measurement]:
    """Opens the page and edits a line so many times, each in turns with its floor."""
    taken, lines = figures(runs, one_run, floors_of_one_run)
    return [
        measurement(taken, name, _MEASURES[name].format(lines=lines), bound) for name, bound in BOUNDS.items()
    ]


def figures(
    runs: int, one: Callable[[Stage, int], dict[str, float]], floors: Callable[[Plan], dict[str, float]]
) -> tuple[dict[str, list[float]], int]:
    """What so many runs take, each in turns with its floors, by name; and how many lines the plan has."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)  # noqa: S101 - a window needs one
    install_fonts(application)
    theme.ThemeKeeper(application, theme.ThemeChoice.LIGHT)
    taken: dict[str, list[float]] = {}
    plan = money.with_postings(plan_of_size(money.ACTIVITIES))
    with TemporaryDirectory() as folder:
        stage = Stage(Path(folder), plan)
        for run in range(runs + 1):
            for name, figure in {**one(stage, run), **floors(plan)}.items():
                if run:  # the first one fills caches and is not counted
                    taken.setdefault(name, []).append(figure)
        stage.close()
    return taken, len(plan.lines)


def measurement(taken: dict[str, list[float]], name: str, words: str, bound: float) -> Measurement:
    """The medians of a figure and of its floor, which was taken under the same name."""
    figure, floor = median(taken[name]), median(taken[f"{name} floor"])
    return Measurement(words, figure, "ms", floor, bound, is_absolute=True)


def one_run(stage: Stage, run: int) -> dict[str, float]:
    """Opens the page anew and types another amount into a line."""
    plan = stage.opened()
    pages: list[BudgetPage] = []

    def open_page() -> None:
        page = BudgetPage(stage.tools, stage.window)
        page.resize(*WINDOW)
        page.show()
        page.show_plan(plan)
        pages.append(page)

    opened = milliseconds(open_page)
    edited = edit(stage, pages[0], run)
    pages[0].setParent(None)
    pages[0].deleteLater()
    settle()
    return {"open": opened, "edit": edited}


def edit(stage: Stage, page: BudgetPage, run: int) -> float:
    """Plans another amount; what is beyond the commit counts."""
    workspace = stage.workspace
    follow = _Follower(page)
    stage.tools.live.changed.connect(follow.follow)
    line = next(iter(workspace.plan.lines.values()))
    command = ChangeBudgetLine(line.id, {"planned": line.planned + run + 1})
    whole = milliseconds(lambda: stage.tools.live.execute(command))
    stage.tools.live.changed.disconnect(follow.follow)
    return whole - TimedDatabase.last_commit_of_processor


class _Follower:
    """Passes on what the window would."""

    def __init__(self, page: BudgetPage) -> None:
        self._page = page

    def follow(self, event: object) -> None:
        self._page.show_plan(event.plan)  # type: ignore[attr-defined]


def floors_of_one_run(plan: Plan) -> dict[str, float]:
    """Qt's own table over the lines: shown, and one cell of it changed."""
    tables: list[QTableView] = []
    model = plain_model(plan)

    def show() -> None:
        table = QTableView()
        table.resize(*WINDOW)
        table.setModel(model)
        table.show()
        tables.append(table)

    opened = milliseconds(show)
    edited = milliseconds(lambda: model.item(0, 3).setText("1"))
    tables[0].close()
    tables[0].deleteLater()
    settle()
    return {"open floor": opened, "edit floor": edited}


def milliseconds(step: Callable[[], object]) -> float:
    """How much of the processor's time a step takes until all is painted."""

    def painted() -> None:
        step()
        settle()

    return money.milliseconds(painted)


def plain_model(plan: Plan) -> QStandardItemModel:
    """The lines as ready texts in Qt's own model."""
    model = QStandardItemModel()
    for line in plan.lines.values():
        texts = (line.label, line.filed_under, line.meets.value, money_text(line.planned, "EUR"))
        model.appendRow([QStandardItem(text) for text in texts])
    return model
