"""Keeps the marks of the timeline those of the review."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from campaignplanner.ui.review_door import ReviewDoor
from campaignplanner.ui.timeline.canvas import TimelineCanvas
from campaignplanner.ui.widgets.mark_clicks import MarkClicks


class FindingTie(QObject):
    """Shows on a canvas what the review finds, as soon as it is known; the canvas owns it."""

    def __init__(self, canvas: TimelineCanvas, review: ReviewDoor) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._review = review
        MarkClicks(canvas.viewport(), canvas.finding_at, lies_on_top=True).asked.connect(review.ask)
        review.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        current = self._review.current
        if current is not None:
            self._canvas.wanted.findings = current.gravest
            self._canvas.viewport().update()
