"""The lines behind a figure, beside the view that shows it; a line that is chosen is chosen on every page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from campaignplanner.domain.budget import BudgetLine
from campaignplanner.planning.money_review import LinePart, MoneyReview
from campaignplanner.ui import icons, theme
from campaignplanner.ui.actions import Name
from campaignplanner.ui.budget.table import Cell, Column, LazyRows, TableRow
from campaignplanner.ui.budget.table_view import MoneyTable
from campaignplanner.ui.budget.view import LinesAsked
from campaignplanner.ui.budget.words import lines_counted, meets_name, money_of
from campaignplanner.ui.fonts import strong_font
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.selection import Picked
from campaignplanner.ui.widgets.lines import ElidedLabel, label

_WIDTH = 400


class LinesDrawer(QFrame):
    """Hidden until lines are asked for; Escape or its button closes it and gives the focus back."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._asked: LinesAsked | None = None
        self._came_from: QWidget | None = None
        self._title = ElidedLabel(font=strong_font())
        self._sum = label(role="muted")
        self._close = QToolButton(self)
        self.table = MoneyTable(
            self.tr("Lines behind the figure"),
            (
                Column(title=self.tr("Line"), is_number=False, stretches=True),
                Column(title=self.tr("Part of the figure")),
            ),
            self,
            two_lines=True,
            most_rows=0,
            by_row=True,
        )
        self._open = QPushButton(self.tr("Open details"), self)
        self._build()
        self.hide()

    def _build(self) -> None:
        self.setProperty("role", "side")
        self.setFixedWidth(_WIDTH)
        self._close.setAccessibleName(self.tr("Close the lines"))
        self._close.setToolTip(self.tr("Close the lines (Esc)"))
        self._close.setIcon(icons.icon("close", theme.current()))
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 8, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 12)
        foot.addWidget(self._sum, 1)
        foot.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self._close.clicked.connect(self.close_lines)
        self._open.clicked.connect(self._open_details)
        self.table.row_reached.connect(self._pick)
        self.table.opened.connect(self._pick)
        self.table.doubleClicked.connect(self._open_details)
        self.table.enter_pressed.connect(self._open_details)
        self._tools.selection.changed.connect(self._follow_selection)

    @property
    def title(self) -> str:
        """What the lines are behind; empty while closed."""
        return "" if self._asked is None else self._asked.title

    def show_lines(self, asked: LinesAsked, review: MoneyReview) -> None:
        """Opens with the lines behind a figure and takes the focus."""
        if self._asked is None:
            self._came_from = self.window().focusWidget()
        self._asked = asked
        self.show_review(review)
        self.show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_review(self, review: MoneyReview) -> None:
        """Shows the same figure of another state of the plan."""
        if self._asked is None:
            return
        parts = self._asked.lines(review)
        self._title.show_text(self._asked.title)
        total = money_of(review.plan, sum(part.amount for part in parts))
        self._sum.setText(f"{lines_counted(len(parts))} \u00b7 {total}")
        self.table.show_rows(LazyRows(len(parts), lambda place: _row(review, parts[place])))
        self._follow_selection()

    @Slot()
    def close_lines(self) -> None:
        """Closes, and gives the focus back to where the lines were asked for."""
        focused: QWidget | None = self.window().focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._asked = None
        self.hide()
        if had_focus and self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_lines()
            return
        super().keyPressEvent(event)

    @Slot(object)
    def _pick(self, line_id: str) -> None:
        self._tools.selection.pick(Picked(BudgetLine, line_id))

    @Slot()
    def _open_details(self) -> None:
        key = self.table.current_key
        if key is not None:
            self._pick(str(key))
            self._tools.actions[Name.OPEN_DETAILS].trigger()

    @Slot()
    def _follow_selection(self) -> None:
        """Shows a line that is chosen elsewhere; whatever else is chosen leaves the table as it is."""
        current = self._tools.selection.current
        if self._asked is None or current is None or current.record_type is not BudgetLine:
            return
        if self.table.current_key != current.id:
            self.table.go_to(current.id)


def _row(review: MoneyReview, part: LinePart) -> TableRow:
    line, plan = part.line, review.plan
    activity = plan.activities.get(line.activity_id) if line.activity_id else None
    words = [activity.title if activity is not None else "", meets_name(line.meets), line.filed_under]
    said = Cell(text=line.label, small=" \u00b7 ".join(filter(None, words)), told=line.label)
    return TableRow(line.id, (said, Cell(text=money_of(plan, part.amount))))
