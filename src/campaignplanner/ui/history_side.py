"""The steps at the right of the page: shown and hidden by an action, always those of where one is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from campaignplanner.services.history import SHOWN_AT_MOST
from campaignplanner.ui.live_plan import LivePlan

if TYPE_CHECKING:  # imported when it is first shown
    from campaignplanner.ui.history_panel import HistoryPanel, Step


class HistorySide(QObject):
    """Builds the panel when it is first wanted. `hidden` comes when the focus has to go elsewhere."""

    hidden = Signal()

    def __init__(self, live: LivePlan, area: QHBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._area = area
        self._scope: str | None = None
        self._panel: HistoryPanel | None = None

    @property
    def panel(self) -> HistoryPanel | None:
        """The panel, once it was asked for."""
        return self._panel

    def show_scope(self, scope: str | None) -> None:
        """Shows the steps of a campaign, or of the portfolio for None, as they are now."""
        self._scope = scope
        if self._panel is not None and self._panel.isVisible():
            lines = self._live.asked(partial(self._live.workspace.history, scope)) or ()
            self._panel.show_history(lines, is_whole=len(lines) < SHOWN_AT_MOST)

    @Slot()
    def turn(self) -> None:
        """Shows the panel, or hides it again."""
        if self._panel is None:
            from campaignplanner.ui.history_panel import HistoryPanel

            self._panel = HistoryPanel()
            self._panel.step_wanted.connect(self._go_to)
            self._panel.closed.connect(self.hide)
            self._area.addWidget(self._panel)
        elif self._panel.isVisible():
            self.hide()
            return
        self._panel.show()
        self.show_scope(self._scope)
        self._panel.list.setFocus()

    @Slot()
    def hide(self) -> None:
        """Hides the panel."""
        if self._panel is not None:
            self._panel.hide()
            self.hidden.emit()

    def forget(self) -> None:
        """Lets go of the panel; it is built anew when it is next wanted, at once where it is shown now."""
        if self._panel is None:
            return
        was_shown = self._panel.isVisible()
        self._panel.hide()
        self._panel.deleteLater()
        self._panel = None
        if was_shown:
            self.turn()

    def ink(self) -> None:
        """Draws icons in the colours of the theme."""
        if self._panel is not None:
            self._panel.ink()

    @Slot(object)
    def _go_to(self, step: Step) -> None:
        if not step.is_now:
            self._live.go_to(self._scope, step.line_id)
