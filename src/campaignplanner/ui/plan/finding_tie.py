"""Keeps the marks of the plan page those of the review."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from campaignplanner.ui.plan.page import PlanPage
from campaignplanner.ui.review_door import ReviewDoor


class PlanFindingTie(QObject):
    """Marks activities, aims, KPIs and audiences as soon as the review is through; the page owns it."""

    def __init__(self, page: PlanPage, review: ReviewDoor) -> None:
        super().__init__(page)
        self._page = page
        self._review = review
        review.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        current = self._review.current
        if current is None:
            return
        self._page.tree.model.findings = current.gravest
        self._page.tree.view.viewport().update()
        for panel in (self._page.aims.aims, self._page.aims.audiences):
            panel.show_findings(current.gravest)
