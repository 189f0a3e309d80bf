"""The way to the review of the open campaign, which is brought only after the window can be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from campaignplanner.ui.live_plan import LivePlan

if TYPE_CHECKING:  # nothing of the review is imported at the start
    from campaignplanner.domain.review import Finding
    from campaignplanner.ui.review.live_review import LiveReview

_SOON = 300
"""Milliseconds after the first campaign was shown: by then people can do what they came for."""


class ReviewDoor(QObject):
    """Builds the review a moment after the start, or when a page asks for it before.

    Signals:
        changed: what the review finds is that of the plan as it is now.
        asked: carries a Finding of which somebody clicked a mark, to be shown in full.
    """

    changed = Signal()
    asked = Signal(object)

    def __init__(self, live: LivePlan, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._review: LiveReview | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SOON)
        self._timer.timeout.connect(self.bring)
        live.changed.connect(self._begin_soon)

    @property
    def current(self) -> LiveReview | None:
        """The review; None as long as nobody needed it."""
        return self._review

    @Slot()
    def bring(self) -> LiveReview:
        """Gives the review, which begins to read the plan when it is first asked for."""
        self._timer.stop()
        if self._review is None:
            from campaignplanner.ui.review.live_review import LiveReview

            self._review = LiveReview(self._live, self)
            self._review.changed.connect(self.changed)
        return self._review

    def close(self) -> None:
        """Brings nothing any more and reads no further, for the store is closed next."""
        self._timer.stop()
        if self._review is not None:
            self._review.rest()

    def ask(self, finding: Finding) -> None:
        """Has a finding shown in full, with what mends it."""
        self.asked.emit(finding)

    @Slot()
    def _begin_soon(self) -> None:
        """Counts from the moment at which the page is there: a slow machine shows that first, too."""
        if self._review is None and self._live.plan is not None:
            QTimer.singleShot(0, self._timer, self._timer.start)
