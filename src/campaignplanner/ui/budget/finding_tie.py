"""Keeps the marks of the budget page those of the review."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from campaignplanner.ui.budget.page import BudgetPage
from campaignplanner.ui.review_door import ReviewDoor


class BudgetFindingTie(QObject):
    """Marks lines as soon as the review is through; the page owns it."""

    def __init__(self, page: BudgetPage, review: ReviewDoor) -> None:
        super().__init__(page)
        self._page = page
        self._review = review
        page.finding_asked.connect(review.ask)
        review.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        current = self._review.current
        if current is not None:
            self._page.show_marks(current.marks)
