"""What the inspector shows while several records are selected: how many of what, and what they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.days import joined_spans
from campaignplanner.domain.records import NAMES, Record, counted
from campaignplanner.planning.budgeting import totals_of_lines
from campaignplanner.ui.formats import span_text
from campaignplanner.ui.plan.inspector.row_list import RowList
from campaignplanner.ui.plan.inspector.rows import Row
from campaignplanner.ui.plan.inspector.titles import title_in
from campaignplanner.ui.selection import Picked
from campaignplanner.ui.timeline.card_texts import totals_text
from campaignplanner.ui.widgets.lines import label

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.ui.pages import PageTools
    from campaignplanner.ui.plan.inspector.bulk_form import BulkActivityForm


class SeveralForm(QWidget):
    """Lists what is selected, sums it up, and offers the fields that activities can be given at once."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._picked: tuple[Picked, ...] = ()
        self.summary = ""
        self._bulk: BulkActivityForm | None = None
        self._facts = label(role="muted")
        self._facts.setWordWrap(True)
        self.list = RowList(self.tr("What is selected"))
        self.list.opened.connect(self._pick_one)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self._facts)
        self._column.addWidget(self.list)
        self._column.addStretch(1)

    @property
    def bulk(self) -> BulkActivityForm | None:
        """The fields of all selected activities; None until activities are selected."""
        return self._bulk

    @property
    def facts(self) -> str:
        """What they share, in words."""
        return self._facts.text()

    def show_picked(self, plan: Plan, picked: Sequence[Picked]) -> None:
        """Shows several records as the plan has them now."""
        self._picked = tuple(picked)
        counts = Counter[type[Record]](each.record_type for each in picked)
        self.summary = ", ".join(counted(each, counts[each]) for each in NAMES if counts[each])
        self.list.show_rows([_row(plan, each) for each in picked])
        activity_ids = tuple(each.id for each in picked if each.record_type is Activity)
        only_activities = len(activity_ids) == len(picked)
        self._facts.setText(_facts(plan, activity_ids) if only_activities else "")
        self._facts.setVisible(only_activities)
        self._show_bulk(plan, activity_ids if only_activities else ())

    def finish(self) -> bool:
        """Takes what is typed and not taken yet; says whether nothing is left of it."""
        return self._bulk is None or self._bulk.isHidden() or self._bulk.finish()

    def focus_first(self) -> None:
        """Begins with the first field, or with the list where there is none."""
        if self._bulk is None or self._bulk.isHidden():
            self.list.setFocus()
        else:
            self._bulk.focus_first()

    def _show_bulk(self, plan: Plan, activity_ids: tuple[str, ...]) -> None:
        if self._bulk is None and activity_ids:
            from campaignplanner.ui.plan.inspector.bulk_form import BulkActivityForm

            self._bulk = BulkActivityForm(self._tools)
            self._column.insertWidget(self._column.count() - 1, self._bulk)
        if self._bulk is not None:
            self._bulk.setVisible(bool(activity_ids))
            if activity_ids:
                self._bulk.show_records(plan, activity_ids)

    @Slot(object)
    def _pick_one(self, key: str) -> None:
        self._tools.selection.pick(*(each for each in self._picked if each.id == key))


def _row(plan: Plan, picked: Picked) -> Row:
    record = picked.found_in(plan)
    title = "" if record is None else title_in(plan, record)
    if isinstance(record, Activity):
        return Row(picked.id, title, end=record.side.value)
    return Row(picked.id, title, end=NAMES[picked.record_type][0])


def _facts(plan: Plan, activity_ids: tuple[str, ...]) -> str:
    """When they run together and what is planned for all of them."""
    spans = [span for span in map(plan.span_of, activity_ids) if span is not None]
    span = joined_spans(spans)
    lines = [line for each in activity_ids for line in plan.lines_of(each)]
    days = span_text(span.first_day, span.last_day) if span is not None else span_text(None, None)
    return f"{days} · {totals_text(plan, totals_of_lines(plan, lines))}"
