"""What a view of the budget page is, and what it asks of the page around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from campaignplanner.planning.marks import Marks
from campaignplanner.planning.money_review import LinePart, MoneyReview
from campaignplanner.ui.pages import PageTools


@dataclass(frozen=True, slots=True)
class LinesAsked:
    """The lines behind a figure, to be shown beside the view and kept in step with the plan.

    Attributes:
        title: what the figure is.
        lines: finds them in a review.
    """

    title: str
    lines: Callable[[MoneyReview], tuple[LinePart, ...]]


class BudgetView(QWidget):
    """One of the views in which the budget page shows the money.

    Subclasses draw themselves anew in `show_review`, which is called only while the view can be seen.
    `lines_asked` carries LinesAsked; `view_wanted` carries the ViewName of another view; `finding_asked`
    carries the Finding whose mark was clicked.
    """

    lines_asked = Signal(object)
    view_wanted = Signal(object)
    finding_asked = Signal(object)

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = tools

    def show_review(self, review: MoneyReview) -> None:
        """Shows the money of a plan."""
        raise NotImplementedError

    def show_marks(self, marks: Marks) -> None:
        """Marks what the review says of what is shown; a view of sums has nothing to mark."""
        del marks

    def begin(self) -> None:
        """Gives the focus to where people begin in the view."""
        self.setFocus()

    def state(self) -> Mapping[str, str]:
        """What to remember of the view for this campaign, by names that no other page uses."""
        return {}

    def restore(self, states: Mapping[str, str]) -> None:
        """Takes back what was remembered; what is missing or damaged is as when first seen."""
        del states
