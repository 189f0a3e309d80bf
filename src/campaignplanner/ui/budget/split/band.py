"""The online share beside its target band: drawn on a scale from nothing to all, and said in sentences."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from campaignplanner.planning.money_gaps import BandGap, band_gap
from campaignplanner.planning.money_review import MoneyReview
from campaignplanner.planning.money_sums import MoneyState, MoneyTotals
from campaignplanner.ui import theme
from campaignplanner.ui.budget.bars import paint_bar
from campaignplanner.ui.budget.words import money_of, said, share_text
from campaignplanner.ui.fonts import small_font, with_figures

_LANE = 16.0
_TOP = 20.0
_SIDE = 6.0
_TICK = 5.0


class BandScale(QWidget):
    """The money as one bar from 0 to 100 percent, the band bracketed above it, the share marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._totals = MoneyTotals()
        self._band: tuple[Decimal | None, Decimal | None] = (None, None)
        self._is_within = True
        self.setAccessibleName(self.tr("Online share and its target band"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(
        self, totals: MoneyTotals, band: tuple[Decimal | None, Decimal | None], *, is_within: bool, told: str
    ) -> None:
        """Shows money and the band that its online share is to lie in."""
        self._totals, self._band, self._is_within = totals, band, is_within
        self.setAccessibleDescription(told)
        self.setToolTip(told)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the band above the bar and the numbers below."""
        return QSize(320, int(_TOP + _LANE + 6 + self.fontMetrics().height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints bar, band, and the mark of the share."""
        del event
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lane = QRectF(_SIDE, _TOP, self.width() - 2 * _SIDE, _LANE)
        painter.fillRect(lane, now.track)
        paint_bar(painter, lane, self._totals.parts, self._totals.total, now)
        self._paint_band(painter, lane)
        self._paint_mark(painter, lane)

    def _paint_band(self, painter: QPainter, lane: QRectF) -> None:
        low, high = self._band
        if low is None and high is None:
            return
        now = theme.current()
        left = lane.left() + lane.width() * float(low or 0)
        right = lane.left() + lane.width() * float(1 if high is None else high)
        ink = now.good if self._is_within else now.error
        veil = QColor(ink)
        veil.setAlphaF(0.14)
        painter.fillRect(QRectF(left, lane.top() - 10, right - left, lane.height() + 14), veil)
        painter.setPen(QPen(ink, 1.5))
        for x in (left, right):
            painter.drawLine(QPointF(x, lane.top() - 10), QPointF(x, lane.bottom() + 4))
        painter.setFont(with_figures(small_font()))
        painter.setPen(now.text_muted)
        metrics = painter.fontMetrics()
        texts = [(left, low), (right, high)]
        spaced = right - left > 60
        for (x, share), leftwards in zip(texts, (not spaced, False), strict=True):
            if share is not None:
                text = share_text(share)
                width = metrics.horizontalAdvance(text)
                at = x - width - 4 if leftwards else x - width / 2
                at = min(max(at, lane.left()), lane.right() - width)
                painter.drawText(QPointF(at, lane.bottom() + 6 + metrics.ascent()), text)

    def _paint_mark(self, painter: QPainter, lane: QRectF) -> None:
        share = self._totals.online_share
        if share is None:
            return
        x = lane.left() + lane.width() * min(1.0, max(0.0, float(share)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().text)
        top = lane.top() - 3
        painter.drawPolygon(
            QPolygonF([QPointF(x, top), QPointF(x - _TICK, top - 8), QPointF(x + _TICK, top - 8)])
        )
        painter.fillRect(QRectF(x - 0.75, lane.top() - 3, 1.5, lane.height() + 6), theme.current().text)


def sentences(review: MoneyReview, state: MoneyState) -> tuple[str, bool]:
    """Say how the online share stands to its band, and whether nothing is to be closed."""
    campaign, totals = review.plan.campaign, review.totals(state)
    share = totals.online_share
    if share is None:
        return said("There is no money of this kind yet."), True
    if campaign.online_share_from is None and campaign.online_share_to is None:
        return said("%1 of the money is met online. No target band is set for it.", share_text(share)), True
    found = band_gap(campaign, totals)
    if found is None:
        return said("%1 of the money is met online.", share_text(share)), True
    if found.is_within:
        text = "%1 of the money is met online: within the target band of %2."
        return said(text, share_text(share), _band(found)), True
    return _off(review, found), False


def _off(review: MoneyReview, found: BandGap) -> str:
    plan = review.plan
    points = share_text(abs(found.off))
    if found.from_online:
        return said(
            "%1 of the money is met online, %2 above the target band of %3. "
            "Moving %4 from online to elsewhere would close it.",
            share_text(found.share), points, _band(found), money_of(plan, found.from_online),
        )  # fmt: skip
    text = said(
        "%1 of the money is met online, %2 below the target band of %3. Moving %4 to online would close it",
        share_text(found.share), points, _band(found), money_of(plan, found.to_online),
    )  # fmt: skip
    if found.to_add is not None:
        text += said(", and so would adding %1 of online money", money_of(plan, found.to_add))
    text += "."
    if found.not_said > 0:
        text += " " + said("Of %1 nobody has said yet what it is met as.", money_of(plan, found.not_said))
    return text


def _band(found: BandGap) -> str:
    if found.low is None:
        return said("at most %1", share_text(found.high or Decimal(1)))
    if found.high is None:
        return said("at least %1", share_text(found.low))
    return said("%1 to %2", share_text(found.low), share_text(found.high))
