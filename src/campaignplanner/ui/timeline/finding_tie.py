"""Keeps the marks of the timeline those of the review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaignplanner.ui.finding_tie import FindingTie
from campaignplanner.ui.review_door import ReviewDoor
from campaignplanner.ui.timeline.canvas import TimelineCanvas
from campaignplanner.ui.widgets.mark_clicks import MarkClicks

if TYPE_CHECKING:
    from campaignplanner.ui.review.live_review import LiveReview


class TimelineFindingTie(FindingTie):
    """Shows on a canvas what the review finds, as soon as it is known; the canvas owns it."""

    def __init__(self, canvas: TimelineCanvas, review: ReviewDoor) -> None:
        super().__init__(canvas, review)
        self._canvas = canvas
        MarkClicks(canvas.viewport(), canvas.finding_at, lies_on_top=True).asked.connect(review.ask)
        self.follow_review()

    def show_found(self, review: LiveReview) -> None:
        """See `FindingTie`."""
        self._canvas.wanted.findings = review.gravest
        self._canvas.viewport().update()
