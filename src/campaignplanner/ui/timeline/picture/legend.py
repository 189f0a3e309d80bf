"""The legend below a picture: what its shapes, lines and colours stand for, as far as they are in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from campaignplanner.domain.activity import Side
from campaignplanner.planning.bridges import BridgeState, Glyph, glyph
from campaignplanner.planning.timeline_layout import VisibleTrack
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.timeline.card_texts import capitalised, pattern_name
from campaignplanner.ui.timeline.content import TimelineContent
from campaignplanner.ui.timeline.glyphs import draw_glyph
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.sights import Sights
from campaignplanner.ui.timeline.sprites import Standing, draw_bar, look_of
from campaignplanner.ui.timeline.words import translate
from campaignplanner.ui.timeline.wrapping import wrapped

_SIGN = 26.0
_GAP = 7.0
_BETWEEN = 22.0
_SIDE = 20.0
_AIR = 10.0
_SWATCH = 11.0
_MOST_LINES = 4
"""Of what is left out."""

Draw = Callable[[QPainter, QRectF], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign with its words."""

    words: str
    draw: Draw


@dataclass(slots=True)
class Contains:
    """What kinds of bars there are, found out track by track.

    Attributes:
        sides: where they happen.
        standings: how they stand.
    """

    sides: set[Side] = field(default_factory=set)
    standings: set[Standing] = field(default_factory=set)

    def look_at(self, content: TimelineContent, seen: VisibleTrack) -> None:
        """Adds the bars of a track."""
        self.sides.add(seen.track.side)
        self.standings.update(content.look(bar).standing for bar in seen.bars)


class PictureLegend:
    """Everything that a content shows, in lines as wide as the picture, and below it what is left out.

    Args:
        content: what is shown.
        sights: what is shown besides.
        ink: what to paint with.
        width: of the picture.
        contains: what kinds of bars there are.
        left_out: what is left out, in words; empty where nothing is.
    """

    def __init__(
        self,
        content: TimelineContent,
        sights: Sights,
        ink: Ink,
        width: float,
        contains: Contains,
        left_out: str = "",
    ) -> None:
        self._ink = ink
        self._left_out = wrapped(left_out, ink.small_font, width - 2 * _SIDE, _MOST_LINES) if left_out else []
        self._entries = [
            *_bars(contains, ink),
            *_bridges(content, ink),
            *_patterns(content, ink),
            *_marks(content, sights, ink),
            *_money(content, ink),
        ]
        self._line = round(ink.small_metrics.height() * 1.75)
        self._places = list(self._placed(width))

    @property
    def words(self) -> list[str]:
        """What is explained, in order."""
        return [entry.words for entry in self._entries]

    @property
    def height(self) -> float:
        """All lines, with air above and below."""
        return 2 * _AIR + (self._sign_lines + len(self._left_out)) * self._line

    @property
    def _sign_lines(self) -> int:
        return 1 + max(line for _, _, line in self._places) if self._places else 0

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Paints the legend into a box of its height."""
        ink = self._ink
        painter.fillRect(box, ink.theme.surface)
        painter.setPen(ink.hairline)
        painter.drawLine(QLineF(box.left(), box.top(), box.right(), box.top()))
        for entry, x, line in self._places:
            top = box.top() + _AIR + line * self._line
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            entry.draw(painter, QRectF(x, top, _SIGN, self._line))
            painter.restore()
            painter.setFont(ink.small_font)
            painter.setPen(ink.text)
            painter.drawText(QPointF(x + _SIGN + _GAP, top + self._baseline), entry.words)
        painter.setFont(ink.small_font)
        painter.setPen(ink.text)
        for line, words in enumerate(self._left_out, start=self._sign_lines):
            top = box.top() + _AIR + line * self._line
            painter.drawText(QPointF(_SIDE, top + self._baseline), directed(words))

    @property
    def _baseline(self) -> float:
        metrics = self._ink.small_metrics
        return (self._line - metrics.height()) / 2 + metrics.ascent()

    def _placed(self, width: float) -> Iterator[tuple[Entry, float, int]]:
        x, line = _SIDE, 0
        for entry in self._entries:
            needed = _SIGN + _GAP + self._ink.small_metrics.horizontalAdvance(entry.words)
            if x > _SIDE and x + needed > width - _SIDE:
                x, line = _SIDE, line + 1
            yield entry, x, line
            x += needed + _BETWEEN


def _bars(contains: Contains, ink: Ink) -> Iterator[Entry]:
    named = ((Side.ONLINE, translate("Timeline", "online")), (Side.OFFLINE, translate("Timeline", "offline")))
    for side, words in named:
        if side in contains.sides:
            yield Entry(capitalised(words), _bar(ink, side, Standing.OWN))
    some = Side.ONLINE if Side.ONLINE in contains.sides else Side.OFFLINE
    standings = (
        (Standing.GHOST, translate("Timeline", "Belongs here too")),
        (Standing.NO_AIM, translate("Timeline", "No aim yet")),
        (Standing.CANCELLED, translate("Timeline", "Cancelled")),
    )
    for standing, words in standings:
        if standing in contains.standings:
            yield Entry(words, _bar(ink, some, standing))


def _bridges(content: TimelineContent, ink: Ink) -> Iterator[Entry]:
    states = {content.judgement(bridge_id).state for bridge_id in _seen_bridges(content)}
    named = (
        (BridgeState.HOLDS, translate("Timeline", "Bridge holds"), ink.holding),
        (BridgeState.BROKEN, translate("Timeline", "Bridge is late or broken"), ink.broken),
        (BridgeState.OPEN, translate("Timeline", "Bridge to something without dates"), ink.open),
    )
    for state, words, pen in named:
        if state in states:
            yield Entry(words, _line(pen))


def _patterns(content: TimelineContent, ink: Ink) -> Iterator[Entry]:
    seen: set[str] = set()
    for bridge_id in _seen_bridges(content):
        bridge = content.plan.bridges[bridge_id]
        words = capitalised(pattern_name(content.plan, bridge))
        if words not in seen:
            seen.add(words)
            yield Entry(words, _glyph(ink, glyph(bridge.pattern)))


def _seen_bridges(content: TimelineContent) -> Iterator[str]:
    """The bridges that are drawn: with all that is left out not all of the plan's."""
    yield from (placed.path.bridge_id for group in content.layout.bridges for placed in group)
    yield from content.arrangement.open_bridge_ids


def _marks(content: TimelineContent, sights: Sights, ink: Ink) -> Iterator[Entry]:
    theme, days = ink.theme, content.known_days()
    if sights.lead_ins:
        yield Entry(translate("Timeline", "Preparation"), _stroke(theme.online, 2.0))
    if sights.flags:
        yield Entry(translate("Timeline", "A KPI is due"), _flag(ink))
    if days is not None and any(days.contains(day) for day in sights.wanted.holidays):
        yield Entry(translate("Timeline", "Public holiday"), _diamond(theme.both))
    if sights.wanted.since is not None:
        yield Entry(translate("Timeline", "Approved dates of what moved"), _stroke(theme.online, 3.0))


def _money(content: TimelineContent, ink: Ink) -> Iterator[Entry]:
    money, theme = content.strip.money, ink.theme
    if money.both:
        yield Entry(translate("Timeline", "Money met on both sides"), _swatch(theme.both))
    if money.not_said:
        yield Entry(translate("Timeline", "Money not said where"), _swatch(theme.not_said))
    if money.total:
        yield Entry(translate("Timeline", "Planned so far"), _line(QPen(theme.text, 1.5)))


def _bar(ink: Ink, side: Side, standing: Standing) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        height = 12.0
        rect = QRectF(box.left(), box.center().y() - height / 2, box.width(), height)
        draw_bar(painter, look_of(side, standing), rect, ink.theme)

    return draw


def _line(pen: QPen) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        painter.setPen(pen)
        painter.drawLine(QLineF(box.left(), box.center().y(), box.right(), box.center().y()))

    return draw


def _stroke(colour: QColor, width: float) -> Draw:
    faint = QColor(colour)
    faint.setAlphaF(0.6)
    return _line(QPen(faint, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))


def _glyph(ink: Ink, sign: Glyph) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        painter.translate(box.center())
        draw_glyph(painter, sign, ink.theme.bridge, ink.theme.surface)

    return draw


def _flag(ink: Ink) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        x, y = box.center().x() + 4, box.center().y() - 6
        painter.setPen(QPen(ink.theme.text_muted, 1.5))
        painter.drawLine(QLineF(x, y, x, y + 13))
        painter.setPen(QPen(ink.theme.text_muted, 1.2))
        points = [(0.0, 0.0), (-9.0, 0.0), (-6.5, 3.5), (-9.0, 7.0), (0.0, 7.0)]
        painter.drawPolygon([QPointF(x + dx, y + dy) for dx, dy in points])

    return draw


def _diamond(colour: QColor) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        corners = ((0.0, -4.0), (4.0, 0.0), (0.0, 4.0), (-4.0, 0.0))
        painter.drawPolygon([box.center() + QPointF(x, y) for x, y in corners])

    return draw


def _swatch(colour: QColor) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        half = _SWATCH / 2
        middle = box.center()
        painter.fillRect(QRectF(middle.x() - half, middle.y() - half, _SWATCH, _SWATCH), QBrush(colour))

    return draw
