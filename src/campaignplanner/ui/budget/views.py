"""The views of the budget page, as a table; who adds a view adds a row and a function that builds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtWidgets import QWidget

from campaignplanner.ui.budget.view import BudgetView
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP


class ViewName(Enum):
    """The views by name; the values are what is remembered."""

    LINES = "lines"
    SPLIT = "split"
    OVER_TIME = "over time"
    WHAT_SPLIT = "what split"
    WHAT_IF = "what if"
    RESERVE = "reserve"


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewSpec:
    """A segment of the switch, and how its view is built when it is first chosen.

    Attributes:
        name: of the view.
        text: what the segment says.
        tooltip: what the view is for.
        build: makes it; what it needs is imported only then.
    """

    name: ViewName
    text: str
    tooltip: str
    build: Callable[[PageTools, QWidget], BudgetView]


def _lines(tools: PageTools, parent: QWidget) -> BudgetView:
    from campaignplanner.ui.budget.lines.view import LinesView

    return LinesView(tools, parent)


def _split(tools: PageTools, parent: QWidget) -> BudgetView:
    from campaignplanner.ui.budget.split.view import SplitView

    return SplitView(tools, parent)


def _over_time(tools: PageTools, parent: QWidget) -> BudgetView:
    from campaignplanner.ui.budget.over_time.view import OverTimeView

    return OverTimeView(tools, parent)


def _what_split(tools: PageTools, parent: QWidget) -> BudgetView:
    from campaignplanner.ui.budget.what_split.view import WhatSplitView

    return WhatSplitView(tools, parent)


def _what_if(tools: PageTools, parent: QWidget) -> BudgetView:
    from campaignplanner.ui.budget.what_if.view import WhatIfView

    return WhatIfView(tools, parent)


def _reserve(tools: PageTools, parent: QWidget) -> BudgetView:
    from campaignplanner.ui.budget.reserve import ReserveView

    return ReserveView(tools, parent)


VIEWS = (
    ViewSpec(
        name=ViewName.LINES,
        text=QT_TRANSLATE_NOOP("budget", "Lines"),
        tooltip=QT_TRANSLATE_NOOP("budget", "Every line with all that is known of it, as in a spreadsheet"),
        build=_lines,
    ),
    ViewSpec(
        name=ViewName.SPLIT,
        text=QT_TRANSLATE_NOOP("budget", "Split"),
        tooltip=QT_TRANSLATE_NOOP("budget", "What customers meet beside whose budget it is filed under"),
        build=_split,
    ),
    ViewSpec(
        name=ViewName.OVER_TIME,
        text=QT_TRANSLATE_NOOP("budget", "Over time"),
        tooltip=QT_TRANSLATE_NOOP("budget", "Spend per week and month, planned against actual, and phasing"),
        build=_over_time,
    ),
    ViewSpec(
        name=ViewName.WHAT_SPLIT,
        text=QT_TRANSLATE_NOOP("budget", "What split?"),
        tooltip=QT_TRANSLATE_NOOP("budget", "The online share that follows from three judgements of yours"),
        build=_what_split,
    ),
    ViewSpec(
        name=ViewName.WHAT_IF,
        text=QT_TRANSLATE_NOOP("budget", "What if"),
        tooltip=QT_TRANSLATE_NOOP("budget", "Try other amounts before any of them is planned"),
        build=_what_if,
    ),
    ViewSpec(
        name=ViewName.RESERVE,
        text=QT_TRANSLATE_NOOP("budget", "Reserve"),
        tooltip=QT_TRANSLATE_NOOP("budget", "Draw on the contingency, and see what it was drawn for"),
        build=_reserve,
    ),
)
"""All views, in the order of the switch."""

FIRST_SHOWN = ViewName.SPLIT
"""What is shown until people choose: what the money does, not how it is typed."""
