"""The bar that says how money is split: online, both, not said, offline, from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from campaignplanner.domain.money import percentages
from campaignplanner.ui.theme import Theme

HEIGHT = 7.0
"""Height of the bar in logical pixels."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Money by what the customer meets, in minor units of one currency."""

    online: int
    both: int
    not_said: int
    offline: int

    @property
    def parts(self) -> tuple[int, int, int, int]:
        """The segments in the order in which they are drawn."""
        return (self.online, self.both, self.not_said, self.offline)


def paint_share_bar(painter: QPainter, rect: QRectF, shares: Shares, theme: Theme) -> None:
    """Paints the segments edge to edge: round where online is, square where offline ends.

    What is both or not said keeps its own segments in the middle, so that both ends can be trusted.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(_outline(rect))
    painter.fillRect(rect, theme.track)
    for segment, colour in segments(rect, shares, theme):
        painter.fillRect(segment, colour)
    painter.restore()


def segments(rect: QRectF, shares: Shares, theme: Theme) -> list[tuple[QRectF, QColor]]:
    """Where each segment lies; they touch and together fill the bar, unless there is no money."""
    whole = sum(shares.parts)
    if whole <= 0:
        return []
    colours = (theme.online, theme.both, theme.not_said, theme.offline)
    placed: list[tuple[QRectF, QColor]] = []
    left = rect.left()
    for part, colour in zip(shares.parts, colours, strict=True):
        width = rect.width() * part / whole
        if part > 0:
            placed.append((QRectF(left, rect.top(), width, rect.height()), colour))
        left += width
    return placed


def share_sentence(shares: Shares) -> str:
    """The bar in words: `46 % online, 54 % offline`, leaving out what is nothing."""
    names: Sequence[str] = (
        QCoreApplication.translate("share_bar", "online"),
        QCoreApplication.translate("share_bar", "both"),
        QCoreApplication.translate("share_bar", "not said"),
        QCoreApplication.translate("share_bar", "offline"),
    )
    rounded = percentages(shares.parts)
    said = [
        f"{percent}\u00a0% {name}"
        for percent, part, name in zip(rounded, shares.parts, names, strict=True)
        if part > 0
    ]
    return ", ".join(said) or QCoreApplication.translate("share_bar", "No money planned yet")


def _outline(rect: QRectF) -> QPainterPath:
    radius = rect.height() / 2
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    square = QPainterPath()
    square.addRoundedRect(rect.adjusted(rect.width() / 2, 0, 0, 0), 2, 2)
    return path.united(square)
