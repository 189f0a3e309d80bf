"""Which aims an activity serves, with which weights, and the shares that these make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from campaignplanner.domain.aim import Aim
from campaignplanner.domain.money import percentages
from campaignplanner.services.commands.activity import SetWeight
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.plan.inspector.contribution_row import ContributionRow
from campaignplanner.ui.plan.inspector.form import FormPart
from campaignplanner.ui.plan.inspector.section import SectionHead
from campaignplanner.ui.widgets.lines import label

if TYPE_CHECKING:
    from campaignplanner.domain.activity import Contribution
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import PlanRecord, Record
    from campaignplanner.ui.pages import PageTools


class ContributionsPart(FormPart):
    """A row for each aim that is served, and a choice of those that are not yet.

    While a weight is typed, all shares show at once what it would make of them.
    """

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._activity_id = ""
        self._rows: dict[str, ContributionRow] = {}
        self.head = SectionHead(self.tr("Aims it serves"))
        self._empty = label(self.tr("No aim yet: give it one, or drop it."), role="error", font=small_font())
        self.add_aim = ChoiceField(self.tr("Serve an aim"))
        self.add_aim.show_label_hidden()
        self.add_aim.edited.connect(self._add)
        self._build()

    def _build(self) -> None:
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self._empty)
        column.addLayout(self._list)
        column.addWidget(self.add_aim)

    @property
    def rows(self) -> tuple[ContributionRow, ...]:
        """The rows in the order of the aims."""
        return tuple(self._rows.values())

    def show_part(self, plan: Plan, record: Record) -> None:
        """Shows the aims of an activity; a weight that is being typed stays."""
        if record.id != self._activity_id:
            self._drop(list(self._rows))
            self._activity_id = record.id
        contributions = plan.contributions_of(record.id)
        self._lay_out(contributions)
        for each in contributions:
            self._rows[each.id].show_contribution(each.weight, plan.aims[each.aim_id].statement)
        self._empty.setVisible(not contributions)
        self.head.say(self.tr("weights, and the shares they make") if contributions else "")
        self._offer_aims(plan, {each.aim_id for each in contributions})
        self._show_shares()

    def show_child(self, child: PlanRecord) -> None:
        """Leads to the weight of a contribution."""
        if child.id in self._rows:
            self._rows[child.id].weight.editor.setFocus()

    def finish(self) -> bool:
        """Takes the weights that are typed."""
        unfinished = [row for row in self.rows if not row.weight.finish()]
        return not unfinished

    def _lay_out(self, contributions: tuple[Contribution, ...]) -> None:
        wanted = [each.id for each in contributions]
        self._drop([key for key in self._rows if key not in wanted])
        known = self._rows
        self._rows = {}
        for place, each in enumerate(contributions):
            row = known.get(each.id) or self._made(each)
            self._rows[each.id] = row
            if self._list.indexOf(row) != place:
                self._list.insertWidget(place, row)
        self._order_tabs()

    def _made(self, contribution: Contribution) -> ContributionRow:
        row = ContributionRow(contribution.aim_id)
        row.weighed.connect(self._write)
        row.typing.connect(self._show_shares)
        row.aim_wanted.connect(self._inspect_aim)
        return row

    def _order_tabs(self) -> None:
        """Tab comes to the rows before the choice below them, though they were made later."""
        stops = [stop for row in self.rows for stop in row.stops]
        before = _stop_before(self.add_aim.editor, set(stops))
        for stop in (*stops, self.add_aim.editor):
            QWidget.setTabOrder(before, stop)
            before = stop

    def _drop(self, keys: list[str]) -> None:
        for key in keys:
            row = self._rows.pop(key)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _offer_aims(self, plan: Plan, served: set[str]) -> None:
        others = [(aim.id, aim.statement) for aim in plan.aims_in_order if aim.id not in served]
        more = self.tr("Serve another aim…") if served else self.tr("Choose an aim…")
        self.add_aim.show_choices([(None, more), *others])
        self.add_aim.show_value(None)
        self.add_aim.setVisible(bool(others))

    @Slot()
    def _show_shares(self) -> None:
        """The shares that the weights make as they are typed now, exactly 100 % together."""
        weights = [row.weight_typed for row in self.rows]
        for row, percent in zip(self.rows, percentages(weights), strict=True):
            row.show_share(percent)

    @Slot(object)
    def _write(self, row: ContributionRow) -> None:
        weight = row.weight.value
        refusal = self.tools.live.refusal_of(
            SetWeight(self._activity_id, row.aim_id, weight if isinstance(weight, int) else 0)
        )
        if refusal is not None:
            row.weight.show_error(refusal.sentence)

    @Slot(object)
    def _add(self, aim_id: str) -> None:
        refusal = self.tools.live.refusal_of(SetWeight(self._activity_id, aim_id, 1))
        if refusal is not None:
            self.add_aim.show_error(refusal.sentence)

    @Slot(object)
    def _inspect_aim(self, aim_id: str) -> None:
        plan = self.tools.live.plan
        if plan is not None and aim_id in plan.aims:
            self.inspect(plan.find(Aim, aim_id))


def _stop_before(widget: QWidget, passed_over: set[QWidget]) -> QWidget:
    """Where Tab stops before it comes to a widget, leaving out some."""
    before = widget.previousInFocusChain()
    while before is not None and before is not widget:
        is_stop = before.focusPolicy() is not Qt.FocusPolicy.NoFocus and before.focusProxy() is None
        if is_stop and before not in passed_over:
            return before
        before = before.previousInFocusChain()
    return widget
