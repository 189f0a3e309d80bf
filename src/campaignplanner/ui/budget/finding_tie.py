"""Keeps the marks of the budget page those of the review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaignplanner.ui.budget.page import BudgetPage
from campaignplanner.ui.finding_tie import FindingTie
from campaignplanner.ui.review_door import ReviewDoor

if TYPE_CHECKING:
    from campaignplanner.ui.review.live_review import LiveReview


class BudgetFindingTie(FindingTie):
    """Marks lines as soon as the review is through; the page owns it."""

    def __init__(self, page: BudgetPage, review: ReviewDoor) -> None:
        super().__init__(page, review)
        self._page = page
        page.finding_asked.connect(review.ask)
        self.follow_review()

    def show_found(self, review: LiveReview) -> None:
        """See `FindingTie`."""
        self._page.show_marks(review.marks)
