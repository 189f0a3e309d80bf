"""The line above the activities: type a title with dates, see what it means, press Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from campaignplanner.domain.activity import Activity, Contribution, Flight, Kind, Side
from campaignplanner.domain.aim import Aim
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord
from campaignplanner.planning.quick_row import QuickRow, understand
from campaignplanner.services.commands.activity import MakeActivity
from campaignplanner.ui.fields.days import today
from campaignplanner.ui.fields.locale_words import day_words
from campaignplanner.ui.fields.message import FieldMessage, Tone
from campaignplanner.ui.formats import days_text, shortened, span_text
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.selection import Picked

_SEPARATOR = " · "
_TITLE_LETTERS = 40


class QuickRowBar(QWidget):
    """Makes an activity from one line, on the side of the toggle and for the aim that is selected.

    `made` carries the identifier of each activity that was made; it is selected then, and the line is empty
    for the next one.
    """

    made = Signal(object)

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._plan: Plan | None = None
        self._is_side_chosen = False
        self._line = self._build_line()
        self._sides = self._build_sides()
        self._message = FieldMessage()
        self._build()
        tools.selection.changed.connect(self._show)

    def _build_line(self) -> QLineEdit:
        line = QLineEdit()
        line.setMaxLength(10_000)
        line.setAccessibleName(self.tr("New activity"))
        line.textEdited.connect(self._show)
        line.installEventFilter(self)
        return line

    def _build_sides(self) -> dict[Side, QToolButton]:
        group = QButtonGroup(self)
        words = {Side.ONLINE: self.tr("Online"), Side.OFFLINE: self.tr("Offline")}
        buttons = {}
        for side, said in words.items():
            button = QToolButton()
            button.setText(said)
            button.setAccessibleName(self.tr("New activity is %1").replace("%1", said.lower()))
            button.setCheckable(True)
            button.clicked.connect(self._choose_side)
            group.addButton(button)
            buttons[side] = button
        buttons[Side.ONLINE].setChecked(True)
        return buttons

    def _build(self) -> None:
        policy = self._message.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that nothing below moves while people type
        self._message.setSizePolicy(policy)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._line, 1)
        for button in self._sides.values():
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._message)
        self.setFocusProxy(self._line)

    @property
    def line(self) -> QLineEdit:
        """Where the activity is typed."""
        return self._line

    @property
    def message(self) -> str:
        """What is said below the line."""
        return self._message.text

    @property
    def side(self) -> Side:
        """The side that the activity will be on."""
        return Side.ONLINE if self._sides[Side.ONLINE].isChecked() else Side.OFFLINE

    def choose_side(self, side: Side) -> None:
        """Chooses a side as the person does."""
        self._sides[side].setChecked(True)
        self._choose_side()

    def show_plan(self, plan: Plan) -> None:
        """Takes the plan that the next activity goes into."""
        self._plan = plan
        span = plan.dated_span()
        begin = plan.campaign.first_day or (today() if span is None else span.first_day)
        example = span_text(begin, begin)
        said = self.tr("Add an activity: title and dates, such as Tasting bars %1").replace("%1", example)
        self._line.setPlaceholderText(said)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter makes the activity, Escape empties the line."""
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.make()
                return True
            if event.key() == Qt.Key.Key_Escape and self._line.text():
                self._clear()
                return True
        return super().eventFilter(watched, event)

    def make(self) -> bool:
        """Makes the activity that is typed; says whether it could."""
        row = self._understood()
        if self._plan is None or not self._line.text().strip():
            return False
        if row.problem:
            self._message.say(row.problem, Tone.ERROR)
            return False
        command = self._command(row)
        refusal = self._tools.live.refusal_of(command)
        if refusal is not None:
            self._message.say(refusal.sentence, Tone.ERROR)
            return False
        self._clear()
        self._tools.selection.pick(Picked(Activity, command.record.id))
        self.made.emit(command.record.id)
        return True

    def _command(self, row: QuickRow) -> MakeActivity:
        side = self.side
        kind = row.kind if row.kind is not None and side in row.kind.sides else Kind.OTHER
        activity = Activity(id=new_id(), side=side, kind=kind, title=row.title)
        beside: list[PlanRecord] = []
        if row.span is not None:
            first_day, last_day = row.span.first_day, row.span.last_day
            beside.append(
                Flight(id=new_id(), activity_id=activity.id, first_day=first_day, last_day=last_day)
            )
        aim = self._aim()
        if aim is not None:
            beside.append(Contribution(id=new_id(), activity_id=activity.id, aim_id=aim.id))
        return MakeActivity(activity, tuple(beside))

    def _aim(self) -> Aim | None:
        """The aim that is selected, the one that the selected activity serves first, or the only one."""
        current = self._tools.selection.current
        if self._plan is None:
            return None
        if len(self._plan.aims) == 1:
            return self._plan.aims_in_order[0]
        if current is None:
            return None
        if current.record_type is Aim:
            return self._plan.aims.get(current.id)
        served = self._plan.contributions_of(current.id) if current.record_type is Activity else ()
        return self._plan.aims.get(served[0].aim_id) if served else None

    def _understood(self) -> QuickRow:
        span = self._plan.dated_span() if self._plan is not None else None
        return understand(self._line.text(), day_words(), today(), span)

    @Slot()
    def _choose_side(self) -> None:
        self._is_side_chosen = True
        self._show()

    @Slot()
    def _show(self) -> None:
        """Says below what the line means, before Enter."""
        if not self._line.text().strip():
            self._message.say("", Tone.HINT)
            return
        row = self._understood()
        if row.side is not None and not self._is_side_chosen:
            self._sides[row.side].setChecked(True)
        self._message.say(row.problem or self._said(row), Tone.ERROR if row.problem else Tone.HINT)

    def _said(self, row: QuickRow) -> str:
        """`“Tasting bars” · 10 - 27 Sept 2026, 18 days · offline event · for “More regulars”`."""
        side = self.tr("online") if self.side is Side.ONLINE else self.tr("offline")
        fits = row.kind is not None and self.side in row.kind.sides
        sort = f"{side} ({row.kind.value})" if fits and row.kind is not None else side
        parts = [f"“{shortened(row.title, _TITLE_LETTERS)}”", self._dates(row), sort]
        aim = self._aim()
        if aim is not None:
            for_aim = self.tr("for “%1”")
            parts.append(for_aim.replace("%1", shortened(aim.statement, _TITLE_LETTERS)))
        elif self._plan is not None and self._plan.aims:
            parts.append(self.tr("no aim yet: select one at the left"))
        return _SEPARATOR.join(parts)

    def _dates(self, row: QuickRow) -> str:
        if row.span is None:
            return self.tr("no dates yet")
        return f"{span_text(row.span.first_day, row.span.last_day)}, {days_text(row.span.days)}"

    @Slot()
    def _clear(self) -> None:
        self._line.clear()
        self._is_side_chosen = False
        self._show()
