"""Keeps the marks of the plan page those of the review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaignplanner.ui.finding_tie import FindingTie
from campaignplanner.ui.plan.page import PlanPage
from campaignplanner.ui.review_door import ReviewDoor
from campaignplanner.ui.widgets.mark_clicks import MarkClicks

if TYPE_CHECKING:
    from campaignplanner.ui.review.live_review import LiveReview


class PlanFindingTie(FindingTie):
    """Marks activities, aims, KPIs and audiences as soon as the review is through; the page owns it."""

    def __init__(self, page: PlanPage, review: ReviewDoor) -> None:
        super().__init__(page, review)
        self._page = page
        tree, panels = page.tree.view, (page.aims.aims, page.aims.audiences)
        for view in (tree, *panels):
            MarkClicks(view.viewport(), view.finding_at).asked.connect(review.ask)
        page.inspector.finding_asked.connect(review.ask)
        self.follow_review()

    def show_found(self, review: LiveReview) -> None:
        """See `FindingTie`."""
        self._page.tree.model.marks = review.marks
        self._page.tree.view.viewport().update()
        for panel in (self._page.aims.aims, self._page.aims.audiences):
            panel.show_marks(review.marks)
        self._page.inspector.show_marks(review.marks)
