"""The inspector: every field of what is selected, at the right of the plan page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.records import NAMES
from campaignplanner.ui.plan.inspector.deleting import DELETABLE, delete
from campaignplanner.ui.plan.inspector.finding_strip import FindingStrip
from campaignplanner.ui.plan.inspector.head import InspectorHead
from campaignplanner.ui.plan.inspector.registry import FORMS, RecordType, shown_for
from campaignplanner.ui.plan.inspector.several import SeveralForm
from campaignplanner.ui.plan.inspector.titles import title_in
from campaignplanner.ui.selection import Picked

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.planning.marks import Marks
    from campaignplanner.ui.pages import PageTools
    from campaignplanner.ui.plan.inspector.form import InspectorForm

_WIDTH = 392
_LEAST_WIDTH = 300
_LONGEST_TRAIL = 20


class Inspector(QFrame):
    """Shows the form of what is selected; of the campaign while nothing is; of what several have in common.

    Each form is made when it is first needed. A change of the plan reaches the visible form only; the focus
    and what is being typed stay where they are.

    Signals:
        finding_asked: carries the Finding whose mark was clicked.
    """

    finding_asked = Signal(object)

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._plan: Plan | None = None
        self._forms: dict[RecordType, InspectorForm] = {}
        self._places: dict[QWidget, FormPage] = {}
        self._shown: Picked | None = None
        self._trail: list[Picked] = []
        self._is_behind = False
        self._several: SeveralForm | None = None
        self._marks: Marks = {}
        self.setProperty("role", "page")
        self.setAccessibleName(self.tr("Inspector"))
        self.setMinimumWidth(_LEAST_WIDTH)
        self._build()
        tools.selection.changed.connect(self._follow)

    def _build(self) -> None:
        self.head = InspectorHead()
        self.head.back_wanted.connect(self._go_back)
        self.head.deletion_wanted.connect(self._delete)
        self.strip = FindingStrip()
        self.strip.asked.connect(self.finding_asked)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
        self.head.hide()

    def sizeHint(self) -> QSize:
        """Wide enough for two fields side by side."""
        return QSize(_WIDTH, super().sizeHint().height())

    @property
    def form(self) -> InspectorForm | SeveralForm | None:
        """The form that is shown."""
        place = self._stack.currentWidget()
        return next((form for form in self._made_forms() if self._places[form] is place), None)

    @property
    def shown(self) -> Picked | None:
        """The record that is shown; None while several are, or no campaign is open."""
        return self._shown

    def show_plan(self, plan: Plan) -> None:
        """Shows the plan as it is now."""
        if self._plan is not None and self._plan.campaign.id != plan.campaign.id:
            self._trail.clear()
        self._plan = plan
        self._show_or_wait()

    def show_marks(self, marks: Marks) -> None:
        """Marks what the review says of what is shown."""
        self._marks = marks
        self._mark()

    def _mark(self) -> None:
        form = self.form
        if form is None or isinstance(form, SeveralForm):
            self.strip.show_findings(())
        else:
            self.strip.show_findings(form.show_marks(self._marks))

    def finish(self) -> bool:
        """Takes what is typed and not taken yet; says whether nothing is left of it."""
        return self.form is None or self.form.finish()

    def focus_first(self) -> None:
        """Begins with the first field."""
        if self.form is not None:
            self.form.focus_first()

    def begin_field(self, name: str) -> None:
        """Puts the cursor into a field of the form, and scrolls to it."""
        form = self.form
        if form is not None and not isinstance(form, SeveralForm):
            field = form.field(name)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            # It may be new, and gets its place only when this is through.
            QTimer.singleShot(0, partial(self._places[form].ensureWidgetVisible, field))

    @Slot(object)
    def _follow(self, picked: tuple[Picked, ...]) -> None:
        del picked
        if self._plan is not None:
            self._plan = self._tools.live.plan or self._plan
            self._show_or_wait()

    def showEvent(self, event: QShowEvent) -> None:
        """Catches up with what happened while the page was hidden."""
        super().showEvent(event)
        if self._is_behind:
            self._show_or_wait()

    def _show_or_wait(self) -> None:
        self._is_behind = not self.isVisible()
        if self._plan is not None and not self._is_behind:
            self._show(self._plan, self._tools.selection.picked)

    def _show(self, plan: Plan, picked: tuple[Picked, ...]) -> None:
        there = [each for each in picked if each.found_in(plan) is not None]
        shown = _shown_records(plan, there)
        if len(shown) > 1:
            self._show_several(plan, shown)
        else:
            self._show_one(plan, shown[0] if shown else Picked.record(plan.campaign))
            self._lead_to(plan, there)
        self._mark()

    def _show_one(self, plan: Plan, picked: Picked) -> None:
        form = self._form_for(picked.record_type)
        self._remember_way(picked)
        is_another = picked != self._shown
        self._shown = picked
        self._say_head(plan, picked)
        if form is None:
            return
        if is_another:
            self._finish_before(form)
        form.show_record(plan, picked.id)
        self._bring_up(form, to_top=is_another)

    def _show_several(self, plan: Plan, picked: list[Picked]) -> None:
        if self._several is None:
            place = self._add_place()
            self._several = SeveralForm(self._tools, place.page)
            self._put_in_place(self._several, place)
        self._trail.clear()
        is_another = self._shown is not None or self.form is not self._several
        self._shown = None
        self._finish_before(self._several)
        self._several.show_picked(plan, picked)
        self.head.show()
        self.head.say(self.tr("Selected"), self._several.summary)
        self.head.offer_back(None)
        self.head.offer_deletion(None)
        self._bring_up(self._several, to_top=is_another)

    def _lead_to(self, plan: Plan, there: list[Picked]) -> None:
        """Leads to a flight or the like inside the form of what it belongs to."""
        record = there[-1].found_in(plan) if there else None
        form = self.form
        if record is None or isinstance(record, Campaign) or isinstance(form, SeveralForm) or form is None:
            return
        if there[-1] != self._shown:
            form.show_child(record)

    def _finish_before(self, form: QWidget) -> None:
        """Another form takes the place of one in which something may just be typed."""
        before = self.form
        if before is not None and before is not form:
            before.finish()

    def _bring_up(self, form: QWidget, *, to_top: bool) -> None:
        place = self._places[form]
        if self._stack.currentWidget() is not place:
            self._stack.setCurrentWidget(place)
        if to_top:
            place.verticalScrollBar().setValue(0)

    def _say_head(self, plan: Plan, picked: Picked) -> None:
        record = picked.found_in(plan)
        if record is None:
            return
        noun = NAMES[picked.record_type][0]
        self.head.show()
        self.head.say(noun, title_in(plan, record))
        self.head.offer_deletion(noun if picked.record_type in DELETABLE else None)
        before = next((each for each in reversed(self._trail) if each.found_in(plan) is not None), None)
        known = None if before is None else before.found_in(plan)
        self.head.offer_back(None if known is None else title_in(plan, known))

    def _remember_way(self, picked: Picked) -> None:
        """Keeps what was shown before, when what comes now was opened from within the inspector."""
        before = self._shown
        if before is None or before == picked:
            return
        if self._trail and self._trail[-1] == picked:
            self._trail.pop()
        elif self._has_focus():
            self._trail = [*self._trail, before][-_LONGEST_TRAIL:]
        else:
            self._trail.clear()

    @Slot()
    def _go_back(self) -> None:
        while self._trail and self._plan is not None:
            before = self._trail[-1]
            if before.found_in(self._plan) is not None:
                self._tools.selection.pick(before)
                return
            self._trail.pop()

    @Slot()
    def _delete(self) -> None:
        if self._shown is not None and delete(self._tools, self._shown):
            self._go_back()

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _form_for(self, record_type: RecordType) -> InspectorForm | None:
        if record_type not in self._forms and record_type in FORMS:
            place = self._add_place()
            form = FORMS[record_type].make(self._tools, place.page)
            self._forms[record_type] = form
            form.finding_asked.connect(self.finding_asked)
            self._put_in_place(form, place)
        return self._forms.get(record_type)

    def _made_forms(self) -> list[InspectorForm | SeveralForm]:
        several = [] if self._several is None else [self._several]
        return [*self._forms.values(), *several]

    def _add_place(self) -> FormPage:
        """Where a form will scroll; it is there before the form, so that the form is made in its place.

        Whatever is moved into another widget is styled anew, with all that is in it.
        """
        place = FormPage(self._stack)
        self._stack.addWidget(place)
        return place

    def _put_in_place(self, form: QWidget, place: FormPage) -> None:
        place.hold(form)
        self._places[form] = place


class FormPage(QScrollArea):
    """Lets a form scroll; what room is left stays below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = QWidget(self)
        self.page.setMinimumWidth(1)  # never wider than the panel, whatever is in it
        self._column = QVBoxLayout(self.page)
        self._column.setContentsMargins(18, 14, 18, 24)
        self.setWidget(self.page)

    def hold(self, form: QWidget) -> None:
        """Takes in the form, which is the only one."""
        self._column.addWidget(form)
        self._column.addStretch(1)


def _shown_records(plan: Plan, picked: list[Picked]) -> list[Picked]:
    """What the inspector shows for all that is selected, each once."""
    shown = (shown_for(plan, each) for each in picked)
    return list(dict.fromkeys(each for each in shown if each is not None))
