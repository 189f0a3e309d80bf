"""The controls in the corner above the aims: zoom, fit, and what the two sides look like."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QToolButton, QVBoxLayout, QWidget

from campaignplanner.ui import theme as themes
from campaignplanner.ui.actions import Actions, Name
from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.timeline.lane_menu import LaneMenu
from campaignplanner.ui.timeline.zoom_menu import MoreMenu, ZoomMenu
from campaignplanner.ui.timeline.zooming import ZoomLevel
from campaignplanner.ui.widgets.buttons import quiet_button

SLIDER_STEPS = 1000
_TRIANGLE = 9.0
_LEFT = 20
_BUTTON_PADDING = 9
"""What a flat button has around its words: without its frame it would stand out of line with them."""


class TimelineControls(QWidget):
    """Zoom slider, fit button, legend, and what lanes there are; it knows nothing of the timeline.

    Attributes:
        lanes: says by what lanes are made.

    Signals:
        zoom_asked: carries a position from 0 (zoomed out) to 1 (zoomed in).
        level_asked: carries the ``ZoomLevel`` that is wanted.
        fit_asked: the whole campaign is wanted in view.
    """

    zoom_asked = Signal(object)
    level_asked = Signal(object)
    fit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = ZoomMenu()
        self._level.level_asked.connect(self.level_asked)
        self._more = MoreMenu()
        self.lanes = LaneMenu()
        self._build_slider()
        self._build_fit()
        self._build_rows()
        for button in (self._level, self._fit, self._more, self.lanes):
            button.setProperty("role", "slim")

    def show_position(self, position: float) -> None:
        """Moves the slider without asking for a zoom."""
        with QSignalBlocker(self._slider):
            self._slider.setValue(round(position * SLIDER_STEPS))

    def show_level(self, level: ZoomLevel) -> None:
        """Says how finely days are shown."""
        self._level.show_level(level)

    def offer(self, actions: Actions) -> None:
        """Offers the window's actions that are about the timeline."""
        self._level.offer(actions)
        self._more.offer(actions)
        self.lanes.offer(actions)
        find = quiet_button(actions[Name.FIND], with_text=False)
        find.setProperty("role", "slim")
        self._second_row.addWidget(find)

    def ink(self) -> None:
        """Draws icons in the colours of the theme."""
        self._more.ink()

    def set_zoomable(self, zoomable: bool) -> None:
        """Hides what zooms while there are no days to zoom."""
        self._zoom.setVisible(zoomable)

    def _build_slider(self) -> None:
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, SLIDER_STEPS)
        self._slider.setSingleStep(SLIDER_STEPS // 50)
        self._slider.setPageStep(SLIDER_STEPS // 10)
        self._slider.setAccessibleName(self.tr("Zoom of the timeline"))
        self._slider.setToolTip(self.tr("Zoom (Ctrl + wheel, Ctrl + plus, Ctrl + minus)"))
        self._slider.setMinimumWidth(60)
        self._slider.valueChanged.connect(self._ask_for_zoom)

    def _build_fit(self) -> None:
        self._fit = QToolButton()
        self._fit.setText(self.tr("Fit"))
        self._fit.setAccessibleName(self.tr("Fit the campaign into the window"))
        self._fit.setToolTip(self.tr("Show the whole campaign (Ctrl + 0)"))
        self._fit.clicked.connect(self.fit_asked)

    def _build_rows(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_LEFT - _BUTTON_PADDING, 4, 8, 4)
        column.setSpacing(0)
        self._zoom = QWidget()
        zoom = QHBoxLayout(self._zoom)
        zoom.setContentsMargins(0, 0, 0, 0)
        zoom.setSpacing(8)
        zoom.addWidget(self._level)
        zoom.addWidget(self._slider, 1)
        zoom.addWidget(self._fit)
        zoom.addWidget(self._more)
        column.addWidget(self._zoom)
        legend = QHBoxLayout()
        legend.setContentsMargins(_BUTTON_PADDING, 0, 0, 0)
        legend.setSpacing(0)
        legend.addWidget(Legend())
        legend.addWidget(self.lanes)
        column.addLayout(legend)
        self._second_row = legend

    @Slot(int)
    def _ask_for_zoom(self, value: int) -> None:
        self.zoom_asked.emit(value / SLIDER_STEPS)


_BESIDE = 42.0
"""Around and between the words of the legend and their signs."""


class Legend(QWidget):
    """A blue triangle up for online, an amber one down for offline: above and below the waterline."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(small_font())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._online, self._offline = self.tr("online"), self.tr("offline")
        self.setAccessibleName(self.tr("Online is above the line, offline below"))
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:
        """A line of text."""
        metrics = QFontMetricsF(self.font())
        width = metrics.horizontalAdvance(self._online + self._offline) + 2 * _TRIANGLE + _BESIDE
        return QSize(round(width), round(metrics.height() * 1.4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints both signs with their words."""
        del event
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        middle = self.height() / 2
        x = 1.0
        has_room = self.width() >= self.sizeHint().width()
        most = max(0.0, (self.width() - 2 * _TRIANGLE - _BESIDE) / 2)
        for whole, colour, up in ((self._online, theme.online, True), (self._offline, theme.offline, False)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPolygon(_triangle(x, middle, up))
            painter.setPen(theme.text_muted)
            word = whole if has_room else metrics.elidedText(whole, Qt.TextElideMode.ElideRight, most)
            width = metrics.horizontalAdvance(word)
            box = QRectF(x + _TRIANGLE + 6, 0, width + 2, self.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), word)
            x += _TRIANGLE + width + 26


def _triangle(left: float, middle: float, up: bool) -> QPolygonF:
    half = _TRIANGLE * 0.45
    tip, base = (middle - half, middle + half) if up else (middle + half, middle - half)
    return QPolygonF(
        [QPointF(left, base), QPointF(left + _TRIANGLE, base), QPointF(left + _TRIANGLE / 2, tip)]
    )
