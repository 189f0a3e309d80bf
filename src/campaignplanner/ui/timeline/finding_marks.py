"""Marks on bars and bridges about which the review has something to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from campaignplanner.domain.review import Finding, Severity
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.timeline.bridge_shapes import BridgeShape
from campaignplanner.ui.timeline.card_texts import Card, CardRow
from campaignplanner.ui.timeline.lane_painter import Frame, drawn_box
from campaignplanner.ui.timeline.selection import Selected
from campaignplanner.ui.timeline.words import translate
from campaignplanner.ui.widgets.severity_mark import SeverityStamps

_SIZE = 13.0
_REACH = _SIZE / 2
_INSIDE = 4.0
"""How far the middle of a mark lies inside the end of its bar."""
_CLEAR = 2.5
"""How much further out than its corner the mark of a glyph lies, so that the glyph can be read."""


class FindingMarks:
    """Marks what is in view, and knows where it did."""

    def __init__(self, theme: Theme) -> None:
        self._stamps = SeverityStamps(theme, _SIZE)
        self._placed: list[tuple[QPointF, Finding]] = []

    def paint(self, frame: Frame, shapes: list[BridgeShape], findings: Mapping[str, Finding]) -> None:
        """Marks the first bar in view of each activity, and each bridge at its glyph; hints stay quiet."""
        self._placed.clear()
        if not findings:
            return
        painter, view = frame.painter, frame.view
        marked: set[str] = set()
        for seen in frame.part.tracks:
            for bar in seen.bars:
                finding = findings.get(bar.activity_id)
                if finding is None or bar.activity_id in marked:
                    continue
                marked.add(bar.activity_id)
                if finding.severity is not Severity.HINT:
                    box = drawn_box(frame, bar, seen.top)
                    self._stamp(painter, finding, QPointF(box.right() - _INSIDE, box.top()))
        left, top = view.x(view.scale.origin), view.y(0)
        for shape in shapes:
            finding = findings.get(shape.bridge_id)
            if finding is not None and finding.severity is not Severity.HINT:
                aside = shape.radius + _CLEAR
                at = shape.glyph + QPointF(left + aside, top - aside)
                self._stamp(painter, finding, at)

    def finding_at(self, point: QPointF) -> Finding | None:
        """The finding whose mark was painted at a point, as of the last frame."""
        for at, finding in reversed(self._placed):
            if max(abs(point.x() - at.x()), abs(point.y() - at.y())) <= _REACH:
                return finding
        return None

    def _stamp(self, painter: QPainter, finding: Finding, at: QPointF) -> None:
        self._placed.append((at, finding))
        self._stamps.paint(painter, at, finding.severity)


def with_finding(card: Card, selected: Selected, findings: Mapping[str, Finding]) -> Card:
    """The card with what the review says about its subject, unless the card says it already."""
    finding = findings.get(selected.id)
    if finding is None or finding.message == card.sentence:
        return card
    row = CardRow(translate("Timeline", "Review"), " ".join(finding.message.split()))
    return replace(card, rows=(*card.rows, row))
