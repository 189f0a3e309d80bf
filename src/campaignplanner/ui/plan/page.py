"""The plan page: aims at the left, activities in the middle, details of what is selected at the right."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from campaignplanner.domain.plan import Plan
from campaignplanner.ui.actions import Listens
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.widgets.empty import EmptyState

_USUAL_WIDTHS = (260, 760, 380)
_SMALLEST_WIDTHS = (180, 260, 240)


class PlanPage(QWidget):
    """Where a campaign is made: three parts side by side, their widths up to the person."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: Plan | None = None
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        for part, width in zip(self._build(tools), _SMALLEST_WIDTHS, strict=True):
            part.setMinimumWidth(width)
            self._split.addWidget(part)
        self._split.setStretchFactor(1, 1)
        self.set_widths(())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._split)
        tools.actions.add_local(self, Listens.PLAN_PAGE)

    def _build(self, tools: PageTools) -> tuple[QWidget, QWidget, QWidget]:
        return EmptyState("Aims", ""), self._build_middle(tools), EmptyState("Inspector", "")

    def _build_middle(self, tools: PageTools) -> QWidget:
        """The quick row above the tree of activities."""
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(EmptyState("Activities", ""))
        return middle

    def show_plan(self, plan: Plan) -> None:
        """Shows a plan, at once or when the page is next seen."""
        if not self.isVisible():
            self._waiting = plan
            return
        self._waiting = None

    def showEvent(self, event: QShowEvent) -> None:
        """Shows what came in while the page was hidden."""
        super().showEvent(event)
        if self._waiting is not None:
            self.show_plan(self._waiting)

    def widths(self) -> tuple[int, ...]:
        """The widths of the three parts."""
        return tuple(self._split.sizes())

    def set_widths(self, widths: tuple[int, ...]) -> None:
        """Gives the three parts widths, the usual ones where these are not three."""
        usable = len(widths) == len(_USUAL_WIDTHS) and all(widths)
        self._split.setSizes(list(widths if usable else _USUAL_WIDTHS))

    def state(self) -> Mapping[str, str]:
        """What to remember of the page for this campaign."""
        return {}

    def restore(self, states: Mapping[str, str]) -> None:
        """Takes back what was remembered."""
        del states
