"""Pages as pictures, one below another, to look at, to page through and to click on."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from campaignplanner.ui import theme

POINTS_PER_INCH = 72.0
_GAP = 18
_SHADOW = 3
_LEAST_ZOOM, _MOST_ZOOM, _STEP = 0.25, 4.0, 1.2
_LINE = 48
_ZOOMS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_IN_THE_MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class PagePoint:
    """A point on a page: its number from 1, and where, in points from its upper left corner."""

    page: int
    x: float
    y: float


class PagesView(QAbstractScrollArea):
    """Shows pages; fitted to its width until somebody zooms.

    Signals:
        pointed: carries the PagePoint that was clicked.
        page_changed: another page lies at the top, or there are more or fewer.
        sharper_wanted: the pictures have fewer dots than they are shown with.
    """

    pointed = Signal(object)
    page_changed = Signal()
    sharper_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: list[QImage] = []
        self._sizes: list[QSizeF] = []
        self._zoom: float | None = None
        self._tops: list[int] = []
        self._instead = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages of the brief"))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._scrolled)

    # -- what is shown -------------------------------------------------------------------------------

    def show_pages(self, pictures: list[QImage], pixels_per_inch: float) -> None:
        """Shows all pages anew; where one was looking stays."""
        self._pictures = pictures
        self._sizes = [_size_in_points(each, pixels_per_inch) for each in pictures]
        self._lay_out()
        self.page_changed.emit()

    def replace_pages(self, first: int, pictures: list[QImage], pixels_per_inch: float) -> None:
        """Shows some pages anew, from the one with this number on."""
        for number, picture in enumerate(pictures, start=first - 1):
            if number < len(self._pictures):
                self._pictures[number] = picture
                self._sizes[number] = _size_in_points(picture, pixels_per_inch)
        self.viewport().update()

    def say_instead(self, sentence: str) -> None:
        """Says in the middle what goes on while there are no pages."""
        self._instead = sentence
        self.viewport().update()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pictures)

    @property
    def page(self) -> int:
        """The number of the page that lies highest in view, from 1; 0 without pages."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        return bisect_right(self._tops, middle) if self._tops else 0

    @property
    def pixels_per_inch(self) -> float:
        """With how many dots an inch of a page is shown now."""
        return POINTS_PER_INCH * self.zoom * self.devicePixelRatioF()

    # -- looking around ------------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """Logical pixels for a point of the page."""
        return self._fitting_zoom() if self._zoom is None else self._zoom

    @property
    def is_fitted(self) -> bool:
        """Whether the widest page is as wide as the view."""
        return self._zoom is None

    def zoom_by(self, steps: float) -> None:
        """Shows pages larger, or smaller where negative."""
        self._zoom = min(_MOST_ZOOM, max(_LEAST_ZOOM, self.zoom * _STEP**steps))
        self._zoomed()

    def fit(self) -> None:
        """Shows pages as wide as the view."""
        self._zoom = None
        self._zoomed()

    def go_to_page(self, number: int) -> None:
        """Brings a page to the top."""
        if self._tops:
            index = min(max(number, 1), len(self._tops)) - 1
            self.verticalScrollBar().setValue(self._tops[index] - _GAP // 2)

    def reveal(self, point: PagePoint) -> None:
        """Scrolls to a point by as little as it takes."""
        if not 1 <= point.page <= self.count:
            return
        y = self._tops[point.page - 1] + round(point.y * self.zoom)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + _LINE <= y <= bar.value() + height - 2 * _LINE:
            bar.setValue(y - height // 4)

    # -- events --------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the pages that are in view."""
        painter = QPainter(self.viewport())
        colours = theme.current()
        painter.fillRect(event.rect(), colours.surface_raised)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self.count:
            painter.setPen(colours.text_muted)
            middle = self.viewport().rect().adjusted(_LINE, 0, -_LINE, -self.viewport().height() // 3)
            painter.drawText(middle, _IN_THE_MIDDLE, self._instead)
        shadow = QColor(0, 0, 0, 26)
        for index in range(self.count):
            box = self._box(index)
            if box.intersects(event.rect()):
                painter.fillRect(box.translated(_SHADOW, _SHADOW), shadow)
                painter.drawImage(QRectF(box), self._pictures[index])
                is_chosen = self.hasFocus() and index == self.page - 1
                painter.setPen(colours.accent if is_chosen else colours.hairline)
                painter.drawRect(box.adjusted(0, 0, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps pages as wide as the view while they are fitted."""
        super().resizeEvent(event)
        self._zoomed()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Says what was pointed at."""
        point = self.point_at(event.position())
        if point is not None and event.button() == Qt.MouseButton.LeftButton:
            self.pointed.emit(point)

    def point_at(self, position: QPointF) -> PagePoint | None:
        """The point of a page under a point of the view; None between pages."""
        for index in range(self.count):
            box = self._box(index)
            if box.contains(position.toPoint()):
                return PagePoint(
                    index + 1, (position.x() - box.left()) / self.zoom, (position.y() - box.top()) / self.zoom
                )
        return None

    def place_of(self, point: PagePoint) -> QPoint | None:
        """Where in the view a point of a page lies, in sight or not; None where there is no such page."""
        if not 1 <= point.page <= self.count:
            return None
        return (
            self._box(point.page - 1).topLeft() + QPointF(point.x * self.zoom, point.y * self.zoom).toPoint()
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls; zooms with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / 120)
            event.accept()
        else:
            super().wheelEvent(event)

    def take_key_from_beside(self, event: QKeyEvent) -> bool:
        """Zooms, fits and pages through with Ctrl, wherever around it one types; says whether it did."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        key = event.key()
        if key in _ZOOMS:
            self.zoom_by(_ZOOMS[Qt.Key(key)])
        elif key in _PAGES:
            self.go_to_page(self.page + _PAGES[Qt.Key(key)])
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            return False
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows which page the keys go on from."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Shows no such page any more."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages through, goes to the ends, zooms and fits."""
        if self.take_key_from_beside(event):
            return
        bar, key = self.verticalScrollBar(), event.key()
        ends = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: self.count}
        scrolls = {Qt.Key.Key_Down: _LINE, Qt.Key.Key_Up: -_LINE}
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in _PAGES:
            self.go_to_page(self.page + _PAGES[Qt.Key(key)])
        elif key in ends:
            self.go_to_page(ends[Qt.Key(key)])
        elif key in scrolls:
            bar.setValue(bar.value() + scrolls[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    # -- inside --------------------------------------------------------------------------------------

    def _fitting_zoom(self) -> float:
        widest = max((each.width() for each in self._sizes), default=0.0)
        room = self.viewport().width() - 2 * _GAP
        return max(_LEAST_ZOOM, min(_MOST_ZOOM, room / widest)) if widest else 1.0

    def _zoomed(self) -> None:
        share = self.verticalScrollBar().value() / max(1, self.verticalScrollBar().maximum())
        self._lay_out()
        self.verticalScrollBar().setValue(round(share * self.verticalScrollBar().maximum()))
        if self._pictures and self._dots_of(0) < 0.85 * self.pixels_per_inch:
            self.sharper_wanted.emit()
        self.page_changed.emit()

    def _dots_of(self, index: int) -> float:
        return self._pictures[index].width() / self._sizes[index].width() * POINTS_PER_INCH

    def _lay_out(self) -> None:
        """Gives every page its place, and the scroll bars their ranges."""
        self._tops = []
        top = _GAP
        for size in self._sizes:
            self._tops.append(top)
            top += round(size.height() * self.zoom) + _GAP
        widest = max((each.width() for each in self._sizes), default=0.0) * self.zoom + 2 * _GAP
        room = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setPageStep(room.height())
        down.setSingleStep(_LINE)
        down.setRange(0, max(0, top - room.height()))
        across.setPageStep(room.width())
        across.setRange(0, max(0, round(widest) - room.width()))
        self.viewport().update()

    def _box(self, index: int) -> QRect:
        """Where a page lies in the view."""
        size = (self._sizes[index] * self.zoom).toSize()
        spare = self.viewport().width() - size.width()
        left = spare // 2 if spare > 2 * _GAP else _GAP - self.horizontalScrollBar().value()
        return QRect(QPoint(left, self._tops[index] - self.verticalScrollBar().value()), QSize(size))

    def _scrolled(self) -> None:
        self.viewport().update()
        self.page_changed.emit()


def _size_in_points(picture: QImage, pixels_per_inch: float) -> QSizeF:
    return QSizeF(picture.size()) * (POINTS_PER_INCH / pixels_per_inch)
