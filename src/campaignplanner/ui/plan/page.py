"""The plan page: aims at the left, activities in the middle, details of what is selected at the right."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.plan import Plan
from campaignplanner.ui.actions import Listens, Name
from campaignplanner.ui.clipboard import PlanClipboard
from campaignplanner.ui.guide.side import GuideSide
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.aims.panel import AimsPanel
from campaignplanner.ui.plan.inspector.deleting import DELETABLE, delete
from campaignplanner.ui.plan.inspector.panel import Inspector
from campaignplanner.ui.plan.quick_row import QuickRowBar
from campaignplanner.ui.plan.tree.activity_tree import ActivityTree

_USUAL_WIDTHS = (260, 800, 380)
_LARGEST_SHARES = (0.24, 0.38)
"""Of the window's width, what the parts at the sides take at most until somebody chose."""

_COLUMNS = "plan columns"


class PlanPage(QWidget):
    """Where a campaign is made: three parts side by side, their widths up to the person."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._plan: Plan | None = None
        self._waiting: Plan | None = None
        self._wanted: tuple[int, ...] = _USUAL_WIDTHS
        # From the outside in: whatever is moved into another widget is styled anew, with all that is in it.
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self.aims = AimsPanel(tools, self._split)
        self._middle = QWidget(self._split)
        self.quick_row = QuickRowBar(tools, self._middle)
        self.tree = ActivityTree(tools, self._middle)
        self.inspector = Inspector(tools)
        self.side = GuideSide(tools, self.inspector, self._split)
        self.clipboard = PlanClipboard(tools, self)
        self._begins_with: QWidget = self.tree.view
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Plan of the campaign"))
        self._lay_out_middle()
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        for part in (self.aims, self._middle, self.side):
            self._split.addWidget(part)
        self._split.splitterMoved.connect(self._note_widths)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._split)

    def _lay_out_middle(self) -> None:
        """The quick row above the tree of activities."""
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.quick_row)
        column.addWidget(self.tree, 1)

    def _connect(self) -> None:
        self._tools.actions.add_local(self, Listens.PLAN_PAGE)
        self._tools.actions[Name.DELETE_PICKED].triggered.connect(self._delete_picked)
        self.side.turned.connect(self._begin_where_it_leads)
        for part in (self.aims, self.tree):
            part.details_asked.connect(self._begin_details)

    @Slot()
    def _begin_where_it_leads(self) -> None:
        """The keyboard begins in the guide while that leads, else at the activities."""
        guide = self.side.guide
        self._begins_with = guide if guide is not None and self.side.leads else self.tree.view

    # -- showing -------------------------------------------------------------------------------------

    def show_plan(self, plan: Plan) -> None:
        """Shows a plan, at once or when the page is next seen."""
        if not self.isVisible():
            self._waiting = plan
            return
        self._waiting = None
        self._plan = plan
        for part in (self.aims, self.quick_row, self.tree, self.side):
            part.show_plan(plan)

    def showEvent(self, event: QShowEvent) -> None:
        """Shows what came in while the page was hidden."""
        super().showEvent(event)
        if self._waiting is not None:
            self.show_plan(self._waiting)

    def begin(self) -> None:
        """Gives the focus to where people begin."""
        self._begins_with.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Passes the focus on to where people begin; a proxy would make Tab leave out what is before that."""
        super().focusInEvent(event)
        self._begins_with.setFocus(event.reason())

    # -- what is remembered --------------------------------------------------------------------------

    def widths(self) -> tuple[int, ...]:
        """The widths of the three parts as the person chose them."""
        return self._wanted

    def set_widths(self, widths: tuple[int, ...]) -> None:
        """Gives the three parts widths, the usual ones where these are not three."""
        usable = len(widths) == len(_USUAL_WIDTHS) and all(widths)
        self._wanted = widths if usable else _USUAL_WIDTHS
        self._share_width()

    @Slot()
    def _note_widths(self) -> None:
        self._wanted = tuple(self._split.sizes())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The parts at the sides keep their widths as long as the middle has room left."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        room = self.width()
        sides = (self._wanted[0], self._wanted[2])
        left, right = (
            min(side, round(room * share)) for side, share in zip(sides, _LARGEST_SHARES, strict=True)
        )
        self._split.setSizes([left, max(room - left - right, 1), right])

    def state(self) -> Mapping[str, str]:
        """The columns of the tree and whether the guide leads, to be remembered with the campaign."""
        return {_COLUMNS: self.tree.state().hex(), **self.side.state()}

    def restore(self, states: Mapping[str, str]) -> None:
        """Takes back what was remembered; columns that cannot be read stay as they are."""
        self.side.restore(states)
        try:
            columns = bytes.fromhex(states.get(_COLUMNS, ""))
        except ValueError:
            return
        if columns:
            self.tree.restore(columns)

    # -- what the window's actions do here -----------------------------------------------------------

    def begin_aim(self) -> None:
        """Opens a field in which a new aim is written."""
        self.aims.begin_new_aim()

    def begin_activity(self) -> None:
        """Puts the cursor where a new activity is typed."""
        self.quick_row.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin_details(self) -> None:
        """Brings the inspector with what is selected, and puts the cursor into its first field."""
        self.side.inspect()
        self.inspector.focus_first()

    def begin_setting(self, name: str) -> None:
        """Brings the fields of the campaign, and puts the cursor into that of a setting of the review."""
        self.side.inspect()
        self.inspector.begin_field(f"thresholds.{name}")

    def show_guide(self) -> None:
        """Brings the guide, at the step that comes next."""
        self.side.lead()

    def begin_find(self) -> None:
        """Puts the cursor where activities are looked for."""
        self.tree.focus_find()

    @Slot()
    def _begin_details(self) -> None:
        self.side.inspect()

    @Slot()
    def _delete_picked(self) -> None:
        """Deletes what is selected but no activity: those are deleted together, by the tree."""
        picked = self._tools.selection.picked
        if any(each.record_type is Activity for each in picked):
            return
        for each in picked:
            if each.record_type in DELETABLE:
                delete(self._tools, each)
