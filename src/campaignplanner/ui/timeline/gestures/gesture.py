"""What every gesture is: it begins with a press, follows the mouse, and ends with a release or with nothing.

The hands own the way there: press, the few pixels before anything moves, dragging, and then either the
release or Escape. A gesture only knows what it would do at each moment, and how that looks.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from campaignplanner.ui.timeline.gestures.bench import Bench
from campaignplanner.ui.timeline.gestures.deeds import Deeds
from campaignplanner.ui.timeline.gestures.pointer import Pointer
from campaignplanner.ui.timeline.gestures.tip import TipLine
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.view import View


@dataclass(frozen=True, slots=True)
class Easel:
    """What a gesture paints with, over the frame.

    Attributes:
        painter: clipped to the lanes.
        ink: fonts and pens.
        view: where the window looks.
    """

    painter: QPainter
    ink: Ink
    view: View


class Gesture(ABC):
    """One gesture from the moment when it is clear which one it is.

    Attributes:
        cursor: what the mouse looks like meanwhile.
        scrolls_across: whether the edges at the left and the right scroll.
        scrolls_down: whether the edges at the top and the bottom scroll.
        tells_above: whether what is said beside the mouse stands above it, off what the gesture is about.
    """

    cursor = Qt.CursorShape.ArrowCursor
    scrolls_across = True
    scrolls_down = False
    tells_above = False

    def __init__(self, bench: Bench) -> None:
        self.bench = bench

    @property
    def hidden_bridges(self) -> frozenset[str]:
        """The bridges that the frame leaves out, because the gesture paints them where they would be."""
        return frozenset()

    @abstractmethod
    def follow(self, pointer: Pointer) -> None:
        """Take in where the mouse is now."""

    @abstractmethod
    def paint(self, easel: Easel) -> None:
        """Paint over the frame what would be."""

    @abstractmethod
    def lines(self) -> Sequence[TipLine]:
        """Say beside the mouse what would be."""

    @abstractmethod
    def release(self, deeds: Deeds) -> None:
        """Do it; the gesture is over."""
