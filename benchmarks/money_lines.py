"""How soon the grid of 10,000 budget lines is there, shows a typed amount, and is grouped otherwise.

The floors are Qt's own table over the same lines, as ready texts: shown, one cell changed, and put in another
order. Times are of the processor until all is painted; of an edit, what is beyond the store's commit.
"""

from __future__ import annotations

from PySide6.QtWidgets import QTableView

from benchmarks.money_page import edit, figures, measurement, milliseconds, plain_model
from benchmarks.plan import WINDOW, Stage, settle
from benchmarks.report import Measurement
from campaignplanner.domain.plan import Plan
from campaignplanner.ui.budget.lines.grouping import Grouping
from campaignplanner.ui.budget.lines.view import LinesView
from campaignplanner.ui.budget.page import BudgetPage
from campaignplanner.ui.budget.views import ViewName

RUNS = 7
BOUNDS = {"open": 300.0, "edit": 30.0, "group": 150.0}
"""Milliseconds."""

GROUPINGS = (Grouping.FILED_UNDER, Grouping.ACTIVITY, Grouping.AIM, Grouping.NONE)
"""One after another; the slowest counts."""

_MEASURES = {
    "open": "money: grid of {lines:,} lines open",
    "edit": "money: typed amount in the grid and all its totals, beyond the store's commit",
    "group": "money: slowest of {groupings} groupings of the grid",
}


def measure(runs: int = RUNS) -> list[Measurement]:
    """Opens, edits and groups so many times, each in turns with its floor."""
    taken, lines = figures(runs, one_run, floors_of_one_run)
    words = {name: _MEASURES[name].format(lines=lines, groupings=len(GROUPINGS)) for name in BOUNDS}
    return [measurement(taken, name, words[name], bound) for name, bound in BOUNDS.items()]


def one_run(stage: Stage, run: int) -> dict[str, float]:
    """Opens the page with its grid anew, types an amount, and groups the lines."""
    plan = stage.opened()
    pages: list[BudgetPage] = []

    def open_page() -> None:
        page = BudgetPage(stage.tools, stage.window)
        page.restore({"budget view": ViewName.LINES.value})
        page.resize(*WINDOW)
        page.show()
        page.show_plan(plan)
        pages.append(page)
        settle()  # what is laid out anew by being shown is painted twice, and both times count

    opened = milliseconds(open_page)
    view = pages[0].view
    if not isinstance(view, LinesView):
        raise TypeError(view)
    edited = edit(stage, pages[0], run)
    grouped = [milliseconds(lambda each=each: view.bar.grouping.chosen.emit(each)) for each in GROUPINGS]
    pages[0].setParent(None)
    pages[0].deleteLater()
    settle()
    return {"open": opened, "edit": edited, "group": max(grouped)}


def floors_of_one_run(plan: Plan) -> dict[str, float]:
    """Qt's own table over the lines: shown, one cell of it changed, and sorted by another column."""
    model, tables = plain_model(plan), list[QTableView]()

    def show() -> None:
        table = QTableView()
        table.resize(*WINDOW)
        table.setModel(model)
        table.show()
        tables.append(table)

    opened = milliseconds(show)
    edited = milliseconds(lambda: model.item(0, 3).setText("1"))
    grouped = milliseconds(lambda: model.sort(1))
    tables[0].close()
    tables[0].deleteLater()
    settle()
    return {"open floor": opened, "edit floor": edited, "group floor": grouped}
