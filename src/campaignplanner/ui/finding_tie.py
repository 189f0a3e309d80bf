"""What keeps the marks of a page those of the review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from campaignplanner.ui.review_door import ReviewDoor

if TYPE_CHECKING:  # nothing of the review is imported before it is brought
    from campaignplanner.ui.review.live_review import LiveReview


class FindingTie(QObject):
    """Shows what the review finds as soon as it is known, and whenever that changes.

    Subclasses end their ``__init__`` with `follow_review`, and say in `show_found` where marks appear.
    """

    def __init__(self, page: QObject, review: ReviewDoor) -> None:
        """A tie of a page, which owns it."""
        super().__init__(page)
        self._review = review

    def follow_review(self) -> None:
        """Begins, with what is known already."""
        self._review.changed.connect(self._follow)
        self._follow()

    def show_found(self, review: LiveReview) -> None:
        """Marks what the review says."""
        raise NotImplementedError

    @Slot()
    def _follow(self) -> None:
        current = self._review.current
        if current is not None:
            self.show_found(current)
