"""Shows what pasted rows of a spreadsheet mean, and lets people correct it, before they become activities."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from campaignplanner.domain.activity import Side
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.pasted_cells import PastedRow, Surroundings
from campaignplanner.exchange.pasted_rows import PastedRows, understood
from campaignplanner.exchange.row_words import Column
from campaignplanner.ui.dialogs.pasted_header import PastedHeader
from campaignplanner.ui.dialogs.pasted_table import PastedTable
from campaignplanner.ui.dialogs.question import Question
from campaignplanner.ui.fields.choices import ChoiceField, YesNoField
from campaignplanner.ui.fields.days import today
from campaignplanner.ui.fields.form import Form
from campaignplanner.ui.fields.locale_words import day_words, number_words
from campaignplanner.ui.formats import counted
from campaignplanner.ui.plan.inspector.kinds import SIDE_CHOICES
from campaignplanner.ui.widgets.lines import label

_WIDTH = 720
_AROUND = 120
"""Pixels beside the columns: the numbers of the rows, the margins and the scroll bar."""

_MOST_ROWS_IN_SIGHT = 12
_WIDEST_COLUMN = 260


class PasteRowsDialog(Question):
    """The pasted table as it was understood, the aim that all of it serves, and one button.

    Above each column stands what it says; whoever chooses otherwise sees at once what becomes of it. Cells
    that were not understood are marked; the line below says why, for the current cell or the first.
    """

    def __init__(self, text: str, plan: Plan, aim_id: str | None, parent: QWidget) -> None:
        """Shows rows.

        Args:
            text: what was pasted.
            plan: the campaign that the activities are for.
            aim_id: the aim that is proposed; None for no aim yet.
            parent: the window that is blocked meanwhile.
        """
        super().__init__(parent)
        self.ask(self.tr("Make activities from rows"))
        self.setMinimumWidth(_WIDTH)
        self._text, self._plan = text, plan
        self._understood = PastedRows((), (), ())
        self._chosen: dict[int, Column | None] = {}
        self._has_headings: bool | None = None
        self._model = PastedTable(plan, self)
        self.headings = self._build_headings()
        self.add(self.headings)
        self.table = self._build_table()
        self.add(self.table)
        self.said = label(role="error")
        self.said.setWordWrap(True)
        self.add(self.said)
        self.add(self._build_form(plan, aim_id))
        self.add_buttons(self.tr("Make activities"), self.tr("Cancel"))
        self._read()
        self._widen(parent)
        self._order_tab()
        self.table.setFocus()

    def _build_headings(self) -> YesNoField:
        headings = YesNoField(self.tr("The first row names the columns"))
        headings.edited.connect(self._choose_headings)
        return headings

    def _build_table(self) -> PastedView:
        table = PastedView()
        table.setModel(self._model)
        self.columns = PastedHeader(table)
        table.setHorizontalHeader(self.columns)
        table.setAccessibleName(self.tr("What the rows mean"))
        table.setToolTip(self.tr("F2 changes what the column says."))
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.columns.setMaximumSectionSize(_WIDEST_COLUMN)
        self.columns.setStretchLastSection(True)
        self.columns.chosen.connect(self._choose)
        self.columns.reached.connect(table.bring_into_sight)
        table.horizontalScrollBar().valueChanged.connect(self.columns.place_fields)
        table.selectionModel().currentChanged.connect(self._say)
        table.meaning_asked.connect(self._ask_meaning)
        return table

    def _build_form(self, plan: Plan, aim_id: str | None) -> Form:
        form = Form()
        aims = ((aim.id, aim.statement) for aim in plan.aims_in_order)
        self.aim = ChoiceField(self.tr("Aim they serve"), (*aims, (None, self.tr("No aim yet"))))
        self.aim.show_value(aim_id)
        self.side = ChoiceField(self.tr("Side, where a row does not say"), SIDE_CHOICES)
        self.side.show_value(Side.ONLINE)
        self.side.edited.connect(self._read)
        form.add_field(self.aim, half=True)
        form.add_field(self.side, half=True)
        return form

    def _widen(self, parent: QWidget) -> None:
        """Takes the room that the columns need, as far as the window has it."""
        self.resize(max(_WIDTH, min(self.columns.length() + _AROUND, parent.width() - 40)), self.height())

    def _order_tab(self) -> None:
        """From the first row over the columns to the table, as they stand."""
        before = self.headings.editor
        for field in self.columns.fields:
            QWidget.setTabOrder(before, field.editor)
            before = field.editor
        for after in (self.table, self.aim.editor, self.side.editor, self.no_button, self.yes_button):
            QWidget.setTabOrder(before, after)
            before = after

    # -- what people correct -------------------------------------------------------------------------

    @Slot(object, object)
    def _choose(self, place: int, column: object) -> None:
        """Remembers what a column says; what was chosen last counts where two say the same."""
        self._chosen.pop(place, None)
        self._chosen[place] = column if isinstance(column, Column) else None
        self._read()

    @Slot(object)
    def _choose_headings(self, has_headings: object) -> None:
        self._has_headings = bool(has_headings)
        self._read()

    @Slot(object)
    def _ask_meaning(self, place: int) -> None:
        """Opens what the column of the current cell may say."""
        if place < len(self.columns.fields):
            box = self.columns.fields[place].box
            box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            box.showPopup()

    @property
    def rows(self) -> tuple[PastedRow, ...]:
        """The rows that become activities."""
        return self._understood.usable

    @property
    def aim_id(self) -> str | None:
        """The aim that they serve."""
        return self.aim.value if isinstance(self.aim.value, str) else None

    @Slot()
    def _read(self) -> None:
        """Reads the rows, anew after something was chosen that they are read with."""
        side = self.side.value
        around = Surroundings(
            days=day_words(),
            numbers=number_words(),
            today=today(),
            near=self._plan.dated_span(),
            currency=self._plan.campaign.currency,
            own_kinds=tuple(self._plan.own_kinds.values()),
            usual_side=side if isinstance(side, Side) else Side.ONLINE,
        )
        self._understood = understood(self._text, around, self._chosen, has_headings=self._has_headings)
        current, across = self.table.currentIndex(), self.table.horizontalScrollBar().value()
        place = (current.row(), current.column())
        self._model.show_rows(self._understood)
        self.headings.show_value(bool(self._understood.headings))
        self.columns.show_columns(self._model.names, self._understood.columns)
        self._fit()
        self.table.setCurrentIndex(self._model.index(*place))
        self.table.horizontalScrollBar().setValue(across)
        count = len(self.rows)
        self.yes_button.setText(counted(count, self.tr("Make 1 activity"), self.tr("Make %1 activities")))
        self.yes_button.setEnabled(count > 0)
        self._say(self.table.currentIndex())

    def _fit(self) -> None:
        self.table.resizeColumnsToContents()
        for column in range(self._model.columnCount()):
            self.table.setColumnHidden(column, self._model.is_empty(column))
        row_height = self.table.verticalHeader().defaultSectionSize()
        shown = min(max(len(self._understood.rows), 2), _MOST_ROWS_IN_SIGHT)
        heading = self.columns.sizeHint().height()
        rolling = self.table.horizontalScrollBar().sizeHint().height()
        self.table.setMinimumHeight(heading + shown * row_height + rolling + 4)

    @Slot(QModelIndex)
    def _say(self, current: QModelIndex) -> None:
        self.said.setText(self._model.sentence_at(current) or self._summary())
        self.said.setVisible(bool(self.said.text()))

    def _summary(self) -> str:
        """What is missing, what was not understood with the first reason, and what does not fit any more."""
        pasted = self._understood
        if pasted.rows and Column.TITLE not in pasted.columns:
            return self.tr("Choose the column that holds the titles: each title becomes an activity.")
        said = [*self._not_understood(), *self._without_title()]
        if pasted.left_out:
            many = self.tr("%1 more rows do not fit.")
            said.append(counted(pasted.left_out, self.tr("1 more row does not fit."), many))
        return " ".join(said)

    def _not_understood(self) -> Iterator[str]:
        troubles = [(row, each) for row in self.rows for each in row.troubles]
        if troubles:
            one = self.tr("1 cell was not understood: its words go into the notes.")
            many = self.tr("%1 cells were not understood: their words go into the notes.")
            row, first = troubles[0]
            where = self.tr("Row %1:").replace("%1", str(row.number))
            yield f"{counted(len(troubles), one, many)} {where} {first.sentence}"

    def _without_title(self) -> Iterator[str]:
        count = len(self._understood.rows) - len(self.rows)
        if count:
            one = self.tr("1 row has no title and is left out.")
            yield counted(count, one, self.tr("%1 rows have no title and are left out."))


class PastedView(QTableView):
    """The table; F2 or Alt+Down in it asks what its column says.

    Signals:
        meaning_asked: carries the place of the column.
    """

    meaning_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that open a choice elsewhere open the one of the current column."""
        is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F2 or (is_alt and event.key() == Qt.Key.Key_Down):
            self.meaning_asked.emit(max(0, self.currentIndex().column()))
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def bring_into_sight(self, place: int) -> None:
        """Rolls sideways until a column is in sight."""
        self.scrollTo(self.model().index(max(0, self.rowAt(0)), place))
