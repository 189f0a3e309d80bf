"""Pens, brushes and fonts of the timeline: made once per theme, so that a frame makes none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen
from PySide6.QtWidgets import QApplication

from campaignplanner.ui.fonts import sized, with_figures
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.timeline.writing import Writing

BAR_LINE = 1.25
BRIDGE_LINE = 1.6
_DASHES = (5.0, 3.0)
_DOTS = (1.4, 1.8)
_PALENESS = 0.35
"""Of thin lines of bridges that hold: where there are many, bars and titles stay easy to read."""


class Ink:
    """What the painters of the timeline draw with.

    Hairlines are cosmetic: one dot of the screen wide at any scale; lines that mean something grow with the
    scale. Fonts come from the application's, so
    that all heights of the timeline follow the writing.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._make_fonts()
        self._make_pens()

    def _make_fonts(self) -> None:
        base = QApplication.font()
        size = base.pixelSize() if base.pixelSize() > 0 else 13
        self.label_font = sized(base, size - 1)
        self.small_font = sized(base, size - 1)
        self.ruler_font = with_figures(self.small_font)
        self.strong_font = sized(base, size + 1, QFont.Weight.Medium)
        self.month_font = sized(base, size, QFont.Weight.Medium)
        self.struck_font = QFont(self.label_font)
        self.struck_font.setStrikeOut(True)
        self.small_writing = Writing(self.small_font)
        self.ruler_writing = Writing(self.ruler_font)
        self.month_writing = Writing(self.month_font)
        self.label_metrics = QFontMetricsF(self.label_font)
        self.small_metrics = QFontMetricsF(self.small_font)
        self.strong_metrics = QFontMetricsF(self.strong_font)
        self.month_metrics = QFontMetricsF(self.month_font)

    def _make_pens(self) -> None:
        theme = self.theme
        self.text = QPen(theme.text)
        self.muted = QPen(theme.text_muted)
        self.error = QPen(theme.error)
        self.good = QPen(theme.good)
        self.hairline = hairline_pen(theme.hairline)
        self.waterline = QPen(theme.waterline, 1.5)
        self.joint = hairline_pen(theme.text_disabled)
        self.today = QPen(theme.today, 2.0)
        self.focus = QPen(theme.accent, 2.0)
        self.holding = _round_pen(theme.bridge, BRIDGE_LINE)
        self.broken = _round_pen(theme.error, BRIDGE_LINE)
        self.broken.setDashPattern(list(_DASHES))
        self.same_side = _round_pen(theme.text_muted, 1.0)
        self.open = _round_pen(theme.text_muted, 1.4)
        self.open.setDashPattern(list(_DOTS))
        self.sum = _flat_pen(theme.text, 1.5)
        self.sum_halo = _flat_pen(theme.surface_raised, 3.5)
        self._thin = {
            id(pen): _thinned(pen, theme.surface, paleness)
            for pen, paleness in (
                (self.holding, _PALENESS),
                (self.broken, 0.0),
                (self.same_side, _PALENESS),
                (self.open, 0.0),
            )
        }

    def thin(self, pen: QPen) -> QPen:
        """A thin pen with the same dashes for one of those of bridges; paler where there is no trouble."""
        return self._thin[id(pen)]


def hairline_pen(colour: QColor, width: float = 1.0) -> QPen:
    """A pen that keeps its width in dots of the screen."""
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _flat_pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)


def _thinned(pen: QPen, ground: QColor, paleness: float) -> QPen:
    thin = QPen(pen)
    thin.setWidthF(1.0)
    thin.setColor(_mixed(pen.color(), ground, paleness))
    return thin


def _mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """Opaque: that is drawn faster than a colour that one sees through."""
    pairs = zip(colour.getRgb()[:3], ground.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(one + (other - one) * share) for one, other in pairs))


def _round_pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
