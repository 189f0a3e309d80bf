"""The tabs in the head of the window: one for each page of a campaign."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QTabBar, QWidget

from campaignplanner.ui.actions import Actions, Name
from campaignplanner.ui.page_names import PageName

ACTION_OF_PAGE = {
    PageName.PLAN: Name.PLAN,
    PageName.TIMELINE: Name.TIMELINE,
    PageName.BUDGET: Name.BUDGET,
    PageName.BRIEF: Name.BRIEF,
}
"""The action that shows each page, in the order of the tabs."""


class PageTabs(QTabBar):
    """A segment for each page, the shown one raised. `wanted` carries the PageName that people choose.

    They are tabs to screen readers too, and arrow keys go through them while they have the focus.
    """

    wanted = Signal(object)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pages of the campaign"))
        self.setProperty("role", "pages")
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

    @Slot(int)
    def _want(self, index: int) -> None:
        self.wanted.emit(self.tabData(index))
