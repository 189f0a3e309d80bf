"""The tabs in the head of the window: one for each page of a campaign."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from campaignplanner.ui import theme
from campaignplanner.ui.actions import Actions, Name
from campaignplanner.ui.fonts import sized
from campaignplanner.ui.formats import counted
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.widgets.lines import set_role

ACTION_OF_PAGE = {
    PageName.PLAN: Name.PLAN,
    PageName.TIMELINE: Name.TIMELINE,
    PageName.BUDGET: Name.BUDGET,
    PageName.REVIEW: Name.REVIEW,
    PageName.BRIEF: Name.BRIEF,
}
"""The action that shows each page, in the order of the tabs."""
_MOST_COUNTED = 99
_WIDE, _NARROW = "pages", "narrow pages"
_PADDINGS = {_WIDE: 17, _NARROW: 8}
"""Beside the word of a tab; see the style sheet."""


class PageTabs(QTabBar):
    """A segment for each page, the shown one raised. `wanted` carries the PageName that people choose.

    They are tabs to screen readers too, and arrow keys go through them while they have the focus.
    """

    wanted = Signal(object)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badges: dict[PageName, int] = {}
        self.setAccessibleName(self.tr("Pages of the campaign"))
        self.setProperty("role", _WIDE)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for page, name in ACTION_OF_PAGE.items():
            index = self.addTab(actions[name].text())
            self.setTabData(index, page)
            self.setTabToolTip(index, actions[name].toolTip())
        self.currentChanged.connect(self._want)

    @property
    def page(self) -> PageName:
        """The page whose tab is raised."""
        page: PageName = self.tabData(self.currentIndex())
        return page

    def show_page(self, page: PageName) -> None:
        """Raises the tab of a page that is shown already."""
        with QSignalBlocker(self):
            self.setCurrentIndex(list(ACTION_OF_PAGE).index(page))

    def fit(self, room: int) -> None:
        """Stands closer together where there are not so many pixels."""
        self._take_role(_WIDE)
        if self.sizeHint().width() > room:
            self._take_role(_NARROW)

    def _take_role(self, role: str) -> None:
        if self.property("role") != role:
            set_role(self, role)
            QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))  # else it keeps its old widths

    def show_badge(self, page: PageName, count: int) -> None:
        """Shows at a page's tab how much there is to do on it, and tells it to screen readers."""
        if self._badges.get(page, 0) == count:
            return
        self._badges[page] = count
        index = list(ACTION_OF_PAGE).index(page)
        said = counted(count, self.tr("1 thing to mend"), self.tr("%1 things to mend"))
        self.setAccessibleTabName(index, f"{self.tabText(index)}, {said}" if count else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the tabs, and a red pill with a number where there is something to do."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, page in enumerate(ACTION_OF_PAGE):
            if count := self._badges.get(page, 0):
                self._paint_badge(painter, QRectF(self.tabRect(place)), count)

    def _paint_badge(self, painter: QPainter, tab: QRectF, count: int) -> None:
        text = str(count) if count <= _MOST_COUNTED else f"{_MOST_COUNTED}+"
        font = sized(QApplication.font(), 11, QFont.Weight.Medium)
        height = 16.0
        width = max(height, QFontMetricsF(font).horizontalAdvance(text) + 9)
        left = min(tab.right() - _PADDINGS[self.property("role")] - 2, self.width() - width)
        pill = QRectF(left, max(tab.top(), tab.center().y() - height - 1), width, height)
        now = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.today)
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(now.on_today)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)

    @Slot(int)
    def _want(self, index: int) -> None:
        self.wanted.emit(self.tabData(index))
