"""The last two steps: the first activities on both sides, and the bridges between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from campaignplanner.domain.activity import Activity, Contribution, Flight, Kind, Side
from campaignplanner.domain.days import Span
from campaignplanner.domain.ids import new_id
from campaignplanner.planning.first_steps import FirstStep, sides_without_activity
from campaignplanner.services.commands.activity import MakeActivity
from campaignplanner.ui.actions import Name
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.days import SpanField
from campaignplanner.ui.fields.text import LineField
from campaignplanner.ui.formats import span_text
from campaignplanner.ui.guide.step import GuideStep
from campaignplanner.ui.plan.inspector.kinds import SIDE_CHOICES, kind_choices, kind_fields
from campaignplanner.ui.plan.inspector.rows import Row
from campaignplanner.ui.timeline.card_texts import capitalised

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import PlanRecord
    from campaignplanner.services.commands.command import Command
    from campaignplanner.ui.pages import PageTools

_USUAL_KINDS = {Side.ONLINE: Kind.CONVERSATION, Side.OFFLINE: Kind.EVENT}


class ActivitiesStep(GuideStep):
    """First activities, some online and some offline: side, title, kind, dates, aim."""

    STEP = FirstStep.ACTIVITIES
    RECORD_TYPE = Activity

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self.say(
            self.tr("What will people do, online and offline?"),
            "",
            self.tr("Activities so far"),
        )
        self._is_side_chosen = False
        self.plays = QPushButton(self.tr("Begin with a play…"))
        self.plays.setToolTip(tools.actions[Name.PLAYS].toolTip())
        self.plays.setAutoDefault(True)
        self.plays.clicked.connect(tools.actions[Name.PLAYS].trigger)
        self.form.add_widget(self.plays)
        self._build_fields()

    def _build_fields(self) -> None:
        self.put(LineField(self.tr("Activity"), self.tr("such as Tasting bars")), "title")
        self.side = self.put_choice(ChoiceField(self.tr("Side"), SIDE_CHOICES), "side", half=True)
        self.kind = self.put_choice(ChoiceField(self.tr("Kind")), "kind", half=True)
        self.days = self.put(
            SpanField(self.tr("Dates"), placeholder=self.tr("such as 10 Sep – 27 Sep")),
            "first_day",
            blank=None,
        )
        self.aim = self.put_choice(ChoiceField(self.tr("Aim it serves")), "aim_id")
        self.side.show_value(Side.ONLINE)
        self.side.edited.connect(self._take_side)
        self.end_with(self.tr("Add activity"))

    def rows_of(self, plan: Plan) -> Sequence[Row]:
        """See `GuideStep`."""
        return [_row(plan, each) for side in Side for each in plan.activities.values() if each.side is side]

    def prepare(self, plan: Plan) -> None:
        """Proposes the side on which nothing happens yet, and the aim that was served last."""
        missing = sides_without_activity(plan)
        self.advice.setText(self._advice(missing))
        if len(missing) == 1 and not self._is_side_chosen:
            self.side.restore()
            self.side.show_value(missing[0])
        self._offer_kinds(plan)
        self.aim.show_choices(
            (*((aim.id, aim.statement) for aim in plan.aims_in_order), (None, self.tr("No aim yet")))
        )
        if self.aim.value not in plan.aims:
            aims = plan.aims_in_order
            self.aim.restore()
            self.aim.show_value(aims[0].id if aims else None)
        self.days.show_near(plan.dated_span())

    def _advice(self, missing: Sequence[Side]) -> str:
        if len(missing) != 1:
            return self.tr("One of each side is enough to begin with; they will carry each other.")
        if missing[0] is Side.OFFLINE:
            return self.tr("Nothing happens offline yet: where will people meet, try it or see it?")
        return self.tr("Nothing happens online yet: where will people talk about it and share it?")

    def _offer_kinds(self, plan: Plan) -> None:
        side = self.side.value
        if not isinstance(side, Side):
            return
        choices = kind_choices(plan, side)
        before = self.kind.value
        self.kind.show_choices(choices)
        if before not in [value for value, _ in choices]:
            self.kind.restore()
            self.kind.show_value(_USUAL_KINDS[side])

    @Slot()
    def _take_side(self) -> None:
        self._is_side_chosen = True
        plan = self.tools.live.plan
        if plan is not None:
            self._offer_kinds(plan)

    def command(self, plan: Plan) -> Command:
        """See `GuideStep`."""
        del plan
        side, span, aim_id = self.side.value, self.days.value, self.aim.value
        activity = Activity(
            id=new_id(),
            side=side if isinstance(side, Side) else Side.ONLINE,
            title=str(self.field("title").value),
            **kind_fields(self.kind.value),  # type: ignore[arg-type]
        )
        beside: list[PlanRecord] = []
        if isinstance(span, Span):
            beside.append(
                Flight(
                    id=new_id(),
                    activity_id=activity.id,
                    first_day=span.first_day,
                    last_day=span.last_day,
                )
            )
        if isinstance(aim_id, str):
            beside.append(Contribution(id=new_id(), activity_id=activity.id, aim_id=aim_id))
        self._is_side_chosen = False
        return MakeActivity(activity, tuple(beside))


def _row(plan: Plan, activity: Activity) -> Row:
    span = plan.span_of(activity.id)
    days = span_text(None, None) if span is None else span_text(span.first_day, span.last_day)
    own_kind = None if activity.own_kind_id is None else plan.own_kinds[activity.own_kind_id]
    kind = activity.kind.value if own_kind is None else own_kind.name
    return Row(activity.id, activity.title, second=f"{capitalised(activity.side.value)} · {kind} · {days}")
