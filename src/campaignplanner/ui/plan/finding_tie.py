"""Keeps the marks of the plan page those of the review."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from campaignplanner.ui.plan.page import PlanPage
from campaignplanner.ui.review_door import ReviewDoor
from campaignplanner.ui.widgets.mark_clicks import MarkClicks


class PlanFindingTie(QObject):
    """Marks activities, aims, KPIs and audiences as soon as the review is through; the page owns it."""

    def __init__(self, page: PlanPage, review: ReviewDoor) -> None:
        super().__init__(page)
        self._page = page
        self._review = review
        tree, panels = page.tree.view, (page.aims.aims, page.aims.audiences)
        for view in (tree, *panels):
            MarkClicks(view.viewport(), view.finding_at).asked.connect(review.ask)
        page.inspector.finding_asked.connect(review.ask)
        review.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        current = self._review.current
        if current is None:
            return
        self._page.tree.model.marks = current.marks
        self._page.tree.view.viewport().update()
        for panel in (self._page.aims.aims, self._page.aims.audiences):
            panel.show_marks(current.marks)
        self._page.inspector.show_marks(current.marks)
