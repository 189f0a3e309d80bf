"""Shows what pasted rows of a spreadsheet mean, before they become activities."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from campaignplanner.domain.activity import Side
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.pasted_rows import PastedRow, PastedRows, Surroundings, understood
from campaignplanner.ui.dialogs.pasted_table import PastedTable
from campaignplanner.ui.dialogs.question import Question
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.days import today
from campaignplanner.ui.fields.form import Form
from campaignplanner.ui.fields.locale_words import day_words, number_words
from campaignplanner.ui.formats import counted
from campaignplanner.ui.plan.inspector.kinds import SIDE_CHOICES
from campaignplanner.ui.widgets.lines import label

_WIDTH = 860
_MOST_ROWS_IN_SIGHT = 12
_WIDEST_COLUMN = 260


class PasteRowsDialog(Question):
    """A table of what was understood, the aim that all of it serves, and one button.

    Cells that were not understood are marked; the line below says why, for the current cell or the first.
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
        self._model = PastedTable(plan, self)
        self.table = self._build_table()
        self.add(self.table)
        self.said = label(role="error")
        self.said.setWordWrap(True)
        self.add(self.said)
        self.add(self._build_form(plan, aim_id))
        self.add_buttons(self.tr("Make activities"), self.tr("Cancel"))
        self._read()
        self.table.setFocus()

    def _build_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._model)
        table.setAccessibleName(self.tr("What the rows mean"))
        table.setShowGrid(False)
        table.setAlternatingRowColors(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.horizontalHeader().setMaximumSectionSize(_WIDEST_COLUMN)
        table.horizontalHeader().setStretchLastSection(True)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.selectionModel().currentChanged.connect(self._say)
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
        self._understood = understood(self._text, around)
        self._model.show_rows(self._understood)
        self._fit()
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
        heading = self.table.horizontalHeader().sizeHint().height()
        self.table.setMinimumHeight(heading + shown * row_height + 4)

    @Slot(QModelIndex)
    def _say(self, current: QModelIndex) -> None:
        self.said.setText(self._model.sentence_at(current) or self._summary())
        self.said.setVisible(bool(self.said.text()))

    def _summary(self) -> str:
        """How much was not understood, and the first reason; what does not fit any more."""
        troubles = [(row, each) for row in self._understood.rows for each in row.troubles]
        said = []
        if troubles:
            one = self.tr("1 cell was not understood and is left off.")
            many = self.tr("%1 cells were not understood and are left off.")
            row, first = troubles[0]
            where = self.tr("Row %1:").replace("%1", str(row.number))
            said.append(f"{counted(len(troubles), one, many)} {where} {first.sentence}")
        if self._understood.left_out:
            many = self.tr("%1 more rows do not fit.")
            said.append(counted(self._understood.left_out, self.tr("1 more row does not fit."), many))
        return " ".join(said)
