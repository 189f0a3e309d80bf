"""What something on the timeline says of itself: plain values that ask the sight for all that may change."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible

from campaignplanner.ui.timeline.accessible.sight import Sight
from campaignplanner.ui.timeline.selection import Selected


class Thing(ABC):
    """Something on the timeline, the same from one state of the plan to the next.

    Attributes:
        role: what sort of thing it is to a screen reader.
    """

    __slots__ = ()

    role: ClassVar[QAccessible.Role] = QAccessible.Role.ListItem

    @abstractmethod
    def is_there(self, sight: Sight) -> bool:
        """Whether the timeline has it now; only then anything else may be asked."""

    def parent(self, sight: Sight) -> Thing | None:
        """What it is a part of; None for what is a part of the whole timeline."""
        del sight
        return None

    @abstractmethod
    def name(self, sight: Sight) -> str:
        """What is said of it at once."""

    @abstractmethod
    def box(self, sight: Sight) -> QRectF | None:
        """Where it lies on the canvas, however far that reaches; None where it has no place."""

    def description(self, sight: Sight) -> str:
        """What is said of it to who listens on."""
        del sight
        return ""

    def region(self, sight: Sight) -> QRectF:
        """The part of the canvas in which it can be seen."""
        return sight.view.regions.lanes

    def child_count(self, sight: Sight) -> int:
        """How many parts it has."""
        del sight
        return 0

    def child(self, sight: Sight, place: int) -> Thing | None:
        """One of its parts; None where there are not so many."""
        del sight, place
        return None

    def index_of(self, sight: Sight, child: Thing) -> int:
        """The place of a part; -1 for what is none."""
        del sight, child
        return -1

    def child_at(self, sight: Sight, point: QPointF) -> Thing | None:
        """The part under a point of the canvas."""
        del sight, point
        return None

    def selected(self, sight: Sight) -> Selected | None:
        """What selecting it selects; None for what cannot be selected."""
        del sight
        return None

    def is_expanded(self, sight: Sight) -> bool | None:
        """Whether its parts are shown; None for what cannot be collapsed."""
        del sight
        return None
