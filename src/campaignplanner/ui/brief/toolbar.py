"""The line above the pages: which page one is on, larger and smaller, print, picture, and what goes on."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from campaignplanner.ui.actions import Name
from campaignplanner.ui.brief.pages_view import PagesView
from campaignplanner.ui.brief.preview import Pictures
from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.formats import counted
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.inspector.section import quiet_text_button
from campaignplanner.ui.widgets.buttons import quiet_button
from campaignplanner.ui.widgets.lines import ElidedLabel, label


class PagesBar(QWidget):
    """Goes with a view of pages."""

    def __init__(self, view: PagesView, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._page = label("", role="muted")
        self._said = ElidedLabel(role="muted", font=small_font())
        self.smaller = quiet_text_button("−", self.tr("Show the pages smaller"))
        self.larger = quiet_text_button("+", self.tr("Show the pages larger"))
        self.fit = quiet_text_button(self.tr("Fit"), self.tr("Show the pages as wide as the window has room"))
        self.smaller.clicked.connect(self._show_smaller)
        self.larger.clicked.connect(self._show_larger)
        self.fit.clicked.connect(view.fit)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(6)
        row.addWidget(self._page)
        for button in (self.smaller, self.larger, self.fit):
            row.addWidget(button)
        self.which = quiet_text_button(
            self.tr("Which?"), self.tr("List the characters that cannot be printed")
        )
        self.which.hide()
        row.addWidget(self._said)
        row.addWidget(self.which)
        row.addStretch(1)
        for name in (Name.PRINT_BRIEF, Name.BRIEF_PICTURE):
            row.addWidget(quiet_button(tools.actions[name]))
        view.page_changed.connect(self._say_page)
        self._say_page()

    @property
    def said(self) -> str:
        """What is said about the pages."""
        return self._said.text()

    @Slot(object)
    def show_busy(self, is_busy: bool) -> None:
        """Says that pages are being made, while there are none to look at."""
        if is_busy and not self._view.count:
            self._view.say_instead(self.tr("Typesetting the pages…"))

    @Slot(object)
    def say_trouble(self, sentence: str) -> None:
        """Says why the pages are not what they should be; the last good ones stay."""
        self._said.show_text(sentence)
        self.which.hide()
        self._view.say_instead(sentence)

    def say_made(self, made: Pictures) -> None:
        """Says what cannot be printed, if anything."""
        if not made.is_whole:
            return
        one = self.tr("%1 character cannot be printed; a sign stands in its place.")
        many = self.tr("%1 characters cannot be printed; a sign stands in place of each.")
        count = len(made.unprintable)
        self._said.show_text(counted(count, one, many) if count else "")
        self.which.setVisible(bool(count))

    @Slot()
    def _say_page(self) -> None:
        view = self._view
        words = self.tr("Page %1 of %2").replace("%1", str(view.page)).replace("%2", str(view.count))
        self._page.setText(words if view.count else "")
        for button in (self.smaller, self.larger, self.fit):
            button.setEnabled(bool(view.count))

    @Slot()
    def _show_smaller(self) -> None:
        self._view.zoom_by(-1)

    @Slot()
    def _show_larger(self) -> None:
        self._view.zoom_by(1)
