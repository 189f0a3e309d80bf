"""The view of the budget page in which lines are typed: a bar, the grid, and the postings beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from campaignplanner.domain.budget import BudgetLine
from campaignplanner.exchange.line_words import LineColumn
from campaignplanner.exchange.pasted_lines import lines_text
from campaignplanner.exchange.pasted_rows import table_of
from campaignplanner.planning.marks import Marks
from campaignplanner.planning.money_review import MoneyReview
from campaignplanner.ui.actions import Name
from campaignplanner.ui.budget.lines.arranging import Sieve, Wish
from campaignplanner.ui.budget.lines.bar import LinesBar
from campaignplanner.ui.budget.lines.columns import COLUMNS, STATE_OF
from campaignplanner.ui.budget.lines.folding import GroupFolding
from campaignplanner.ui.budget.lines.found import LineMarks
from campaignplanner.ui.budget.lines.grid import LinesGrid
from campaignplanner.ui.budget.lines.grouping import Grouping
from campaignplanner.ui.budget.lines.keys import Deed
from campaignplanner.ui.budget.lines.model import LinesModel
from campaignplanner.ui.budget.lines.postings import PostingsPanel
from campaignplanner.ui.budget.lines.writing import LineWriting
from campaignplanner.ui.budget.view import BudgetView
from campaignplanner.ui.budget.words import said
from campaignplanner.ui.fields.locale_words import number_words
from campaignplanner.ui.fields.message import FieldMessage, Tone
from campaignplanner.ui.fonts import strong_font
from campaignplanner.ui.formats import day_text
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.selection import Picked
from campaignplanner.ui.widgets.empty import EmptyState

E = TypeVar("E", bound=Enum)

_COLUMNS, _GROUPING, _SIEVE = "budget line columns", "budget line grouping", "budget line filter"
_SORTED, _POSTINGS = "budget line order", "budget line postings"


class LinesView(BudgetView):
    """All lines of the plan, as in a spreadsheet."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self.model = LinesModel(self)
        self.writing = LineWriting(tools, self.model, self)
        self.grid = LinesGrid(tools, self.model, self.writing, self)
        self.found = LineMarks(self.grid, self.model)
        self.bar = LinesBar(self)
        self.message = FieldMessage(self)
        self.panel = PostingsPanel(tools, self)
        self.empty = self._build_empty()
        self._stack = QStackedWidget(self)
        self._build()
        self._connect()

    def _build_empty(self) -> EmptyState:
        state = EmptyState(
            said("No money is planned yet"),
            said("Add a first line, or copy rows of a spreadsheet and paste them here (Ctrl+V)."),
            self,
        )
        self.first = QPushButton(self.tr("Add a line"))
        self.first.setProperty("role", "primary")
        self.first.setFont(strong_font())
        state.add(self.first)
        return state

    def _build(self) -> None:
        self.message.setContentsMargins(14, 4, 14, 6)
        grid = QWidget(self)
        column = QVBoxLayout(grid)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.grid, 1)
        column.addWidget(self.message)
        self._stack.addWidget(grid)
        self._stack.addWidget(self.empty)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._stack, 1)
        row.addWidget(self.panel)

    def _connect(self) -> None:
        self.bar.line.textChanged.connect(self._look_for)
        self.bar.line.left.connect(self._go_to_grid)
        self.bar.sieve.chosen.connect(self._sift)
        self.bar.grouping.chosen.connect(self._group)
        self.bar.columns.clicked.connect(self._offer_columns)
        self.bar.postings.toggled.connect(self._show_postings)
        self.bar.add.clicked.connect(self.add_line)
        self.first.clicked.connect(self.add_line)
        self.grid.heads.sectionClicked.connect(self._sort)
        GroupFolding(self.grid, self.model)
        self.found.asked.connect(self.finding_asked)
        self.grid.picked.connect(self._note_picked)
        self.grid.told.connect(self._tell)
        self.grid.deed_asked.connect(self._do)
        self.grid.customContextMenuRequested.connect(self._offer_deeds)
        self.tools.selection.changed.connect(self._follow_selection)

    # -- showing -------------------------------------------------------------------------------------

    def show_review(self, review: MoneyReview) -> None:
        """Shows the lines of a plan; of the same campaign only what is different."""
        shown = self.model.plan
        self.grid.hold_still(True)
        self.model.show_review(review)
        if shown is None or shown.campaign.id != review.plan.campaign.id:
            self.grid.begin_at_top()
        self.grid.hold_still(False)
        self.grid.heads.show_other_currencies()
        self.grid.heads.fit_amounts()
        self._stack.setCurrentIndex(0 if review.plan.lines else 1)
        self._follow_selection()
        self._show_panel()

    def show_marks(self, marks: Marks) -> None:
        """See `BudgetView`."""
        self.found.show(marks)

    def begin(self) -> None:
        """Gives the focus to the grid, or to the way to the first line."""
        if self._stack.currentIndex():
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._go_to_grid()

    @Slot()
    def _go_to_grid(self) -> None:
        if not self.grid.currentIndex().isValid():
            self.grid.setCurrentIndex(self.model.index(0, 0))
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_panel(self) -> None:
        plan = self.model.plan
        if plan is not None and not self.panel.isHidden():
            line = self.model.line_at(self.grid.currentIndex())
            self.panel.show_line(plan, None if line is None else line.id)

    @Slot(bool)
    def _show_postings(self, is_shown: bool) -> None:
        self.panel.setVisible(is_shown)
        self._show_panel()

    @Slot(object)
    def _tell(self, sentence: str) -> None:
        self.message.say(sentence, Tone.ERROR)

    # -- what is chosen ------------------------------------------------------------------------------

    @Slot()
    def _note_picked(self) -> None:
        lines = list(self.grid.picked_lines())
        current = self.model.line_at(self.grid.currentIndex())
        if current is not None and current.id in lines:
            lines.remove(current.id)
            lines.append(current.id)
        if lines:
            self.tools.selection.pick(*(Picked(BudgetLine, each) for each in lines))
        self._show_panel()

    @Slot()
    def _follow_selection(self) -> None:
        """Shows lines that are chosen elsewhere; whatever else is chosen leaves the grid as it is."""
        picked = self.tools.selection.ids(BudgetLine)
        if picked and self.isVisible():
            self.grid.follow(picked)
            self._show_panel()

    # -- order ---------------------------------------------------------------------------------------

    @Slot(str)
    def _look_for(self, text: str) -> None:
        self._wish(self.model.wish.looking_for(text))

    @Slot(object)
    def _sift(self, sieve: Sieve) -> None:
        self._wish(replace(self.model.wish, sieve=sieve))

    @Slot(object)
    def _group(self, grouping: Grouping) -> None:
        self._wish(replace(self.model.wish, grouping=grouping, collapsed=frozenset()))

    @Slot(int)
    def _sort(self, place: int) -> None:
        """First as one reads, money the largest first; then the other way; then as lines were made."""
        column, wish = COLUMNS[place], self.model.wish
        begins_descending = column in STATE_OF
        if wish.column is not column:
            self._wish(replace(wish, column=column, is_descending=begins_descending))
        elif wish.is_descending is begins_descending:
            self._wish(replace(wish, is_descending=not begins_descending))
        else:
            self._wish(replace(wish, column=None, is_descending=False))

    def _wish(self, wish: Wish) -> None:
        self.grid.hold_still(True)
        self.model.wish_for(wish)
        self.grid.hold_still(False)
        self.grid.heads.viewport().update()

    @Slot()
    def _offer_columns(self) -> None:
        button = self.bar.columns
        self.grid.heads.columns_menu(self).popup(button.mapToGlobal(QPoint(0, button.height())))

    # -- deeds ---------------------------------------------------------------------------------------

    @Slot()
    def add_line(self) -> None:
        """Makes a line and opens its first cell to be typed."""
        line_id = self.writing.add()
        if line_id is None:
            return
        if not self.model.index_of(line_id).isValid():  # a filter hides it
            self.bar.line.clear()
            self.bar.sieve.show_value(Sieve.ALL)
            self._sift(Sieve.ALL)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grid.go_to(line_id)
        self.grid.edit_cell()

    @Slot(object)
    def _do(self, deed: Deed) -> None:
        deeds = {
            Deed.COPY: self.copy,
            Deed.CUT: self.cut,
            Deed.PASTE: self.paste,
            Deed.CLEAR: self.clear,
            Deed.FILL: self.fill_down,
            Deed.DELETE: self.delete_lines,
            Deed.ADD: self.add_line,
        }
        deeds[deed]()

    @Slot()
    def copy(self) -> None:
        """Puts the selected cells on the clipboard, as a spreadsheet takes them."""
        self._copy(with_headings=False)

    @Slot()
    def copy_with_headings(self) -> None:
        """The same, with a first row that names the columns."""
        self._copy(with_headings=True)

    def _copy(self, *, with_headings: bool) -> bool:
        plan, lines, columns = self.model.plan, self.grid.picked_lines(), self.grid.picked_columns()
        if plan is None or not lines or not columns:
            return False
        text = lines_text(plan, lines, columns, number_words(), day_text, with_headings=with_headings)
        QGuiApplication.clipboard().setText(text)
        return True

    @Slot()
    def cut(self) -> None:
        """Copies the selected cells and empties them."""
        if self._copy(with_headings=False):
            self.writing.clear(self.grid.picked_columns(), self.grid.picked_lines())

    @Slot()
    def paste(self) -> None:
        """Writes what was copied from the first selected cell on; one cell goes into all selected ones."""
        text = QGuiApplication.clipboard().text()
        lines, columns, table = self.grid.picked_lines(), self.grid.picked_columns(), table_of(text)
        is_one = len(table) == 1 and len(table[0]) == 1
        if is_one and lines and len(lines) * len(columns) > 1:
            self.writing.paste_everywhere(text, columns, lines)
        else:
            self.writing.paste(text, *self.grid.place_to_paste())

    @Slot()
    def clear(self) -> None:
        """Empties the selected cells; where whole lines are selected, deletes them."""
        if self.grid.are_whole_lines_picked():
            self.delete_lines()
        else:
            self.writing.clear(self.grid.picked_columns(), self.grid.picked_lines())

    @Slot()
    def fill_down(self) -> None:
        """Gives the selected cells what the first of them says; a single one takes what is above it."""
        lines = self.grid.picked_lines()
        above = self.grid.line_above()
        if len(lines) == 1 and above is not None:
            lines = (above, *lines)
        self.writing.fill_down(self.grid.picked_columns(), lines)

    @Slot()
    def delete_lines(self) -> None:
        """Deletes the lines in which a cell is selected."""
        row = self.grid.currentIndex().row()
        if self.writing.delete(self.grid.picked_lines()):
            last = self.model.rowCount() - 1
            self.grid.setCurrentIndex(self.model.index(max(0, min(row, last)), 0))

    @Slot()
    def open_details(self) -> None:
        """Shows every field of the chosen line in the inspector."""
        self.tools.actions[Name.OPEN_DETAILS].trigger()

    @Slot(QPoint)
    def _offer_deeds(self, where: QPoint) -> None:
        self.deeds_menu().popup(self.grid.viewport().mapToGlobal(where))

    def deeds_menu(self) -> QMenu:
        """What can be done with the selected cells."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        has_lines = bool(self.grid.picked_lines())
        standard = QKeySequence.StandardKey
        for words, key, step, needs_lines in (
            (self.tr("Cut"), standard.Cut, self.cut, True),
            (self.tr("Copy"), standard.Copy, self.copy, True),
            (self.tr("Copy with headings"), "", self.copy_with_headings, True),
            (self.tr("Paste"), standard.Paste, self.paste, False),
            (self.tr("Clear cells"), "Del", self.clear, True),
            (self.tr("Fill down"), "Ctrl+D", self.fill_down, True),
            (self.tr("Select whole lines"), "Shift+Space", self.grid.pick_whole_lines, True),
            (self.tr("Add a line"), "Ctrl+Return", self.add_line, False),
            (self.tr("Delete lines"), "Ctrl+-", self.delete_lines, True),
            (self.tr("All fields"), "", self.open_details, True),
        ):
            action = menu.addAction(words)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setEnabled(has_lines or not needs_lines)
            action.triggered.connect(step)
        menu.addAction(self.tools.actions[Name.SHOW_FINDING])
        return menu

    # -- keys ----------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Find is the view's own: it looks for lines."""
        if _is_override(event, QKeySequence.StandardKey.Find):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+F looks for lines; on the empty page, paste makes the first ones."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.bar.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.bar.line.selectAll()
        elif event.matches(QKeySequence.StandardKey.Paste) and self._stack.currentIndex():
            self.paste()
        else:
            super().keyPressEvent(event)

    # -- what is remembered --------------------------------------------------------------------------

    def state(self) -> Mapping[str, str]:
        """Columns, order, groups and filter of this campaign, and whether postings are shown."""
        wish = self.model.wish
        order = "" if wish.column is None else f"{wish.column.value}{'-' if wish.is_descending else '+'}"
        return {
            _COLUMNS: self.grid.heads.remembered().hex(),
            _GROUPING: wish.grouping.value,
            _SIEVE: wish.sieve.value,
            _SORTED: order,
            _POSTINGS: "shown" if self.bar.postings.isChecked() else "",
        }

    def restore(self, states: Mapping[str, str]) -> None:
        """Takes back what was remembered; what cannot be read is as when first seen."""
        grouping = _member(Grouping, states.get(_GROUPING, ""), Grouping.NONE)
        sieve = _member(Sieve, states.get(_SIEVE, ""), Sieve.ALL)
        order = states.get(_SORTED, "")
        column = next((each for each in LineColumn if each.value == order[:-1]), None)
        self.bar.grouping.show_value(grouping)
        self.bar.sieve.show_value(sieve)
        self.bar.postings.setChecked(states.get(_POSTINGS) == "shown")
        self._wish(Wish((), sieve, grouping, column, order.endswith("-")))
        try:
            self.grid.heads.take_back(bytes.fromhex(states.get(_COLUMNS, "")))
        except ValueError:
            return


def _member(members: type[E], value: str, usual: E) -> E:
    return next((each for each in members if each.value == value), usual)


def _is_override(event: QEvent, key: QKeySequence.StandardKey) -> bool:
    """Whether Qt asks if a key is wanted here rather than as a shortcut of the window."""
    is_asked = event.type() == QEvent.Type.ShortcutOverride
    return is_asked and isinstance(event, QKeyEvent) and event.matches(key)
