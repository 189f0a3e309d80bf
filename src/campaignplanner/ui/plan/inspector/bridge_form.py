"""Every field of a bridge, and whether it holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from campaignplanner.domain.bridge import Bridge, Mechanism, Pattern
from campaignplanner.planning.bridges import BridgeState, judge
from campaignplanner.services.commands.bridge import ChangeBridge
from campaignplanner.ui.fields.amounts import WholeField
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.text import LineField, TextField
from campaignplanner.ui.plan.inspector.choices import Choices, optional_choices_of
from campaignplanner.ui.plan.inspector.form import FormPart, InspectorForm
from campaignplanner.ui.plan.inspector.own_pattern_part import OwnPatternPart
from campaignplanner.ui.plan.inspector.section import quiet_text_button
from campaignplanner.ui.timeline.card_texts import capitalised
from campaignplanner.ui.widgets.lines import label

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import Record
    from campaignplanner.domain.review import Finding
    from campaignplanner.planning.marks import Marks
    from campaignplanner.services.commands.command import Command
    from campaignplanner.ui.pages import PageTools


class BridgeForm(InspectorForm):
    """From which activity to which, in which way, and how people cross."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, Bridge, ChangeBridge, parent)
        self.judgement = self.add_part(JudgementPart(tools))
        self.source = self.bind(ChoiceField(self.tr("From")), "source_id")
        self.pattern = self.bind(
            ChoiceField(self.tr("Pattern")), "pattern", read=_pattern_of, write=_with_pattern
        )
        self.own_pattern = self.add_part(OwnPatternPart(tools))
        self.target = self.bind(ChoiceField(self.tr("To")), "target_id")
        mechanism = ChoiceField(self.tr("How people cross"), optional_choices_of(Mechanism))
        self.bind(mechanism, "mechanism", half=True)
        self.bind(WholeField(self.tr("Asked after, days")), "ask_after_days", half=True)
        self.bind(LineField(self.tr("Code, hashtag or words")), "mechanism_detail")
        self.bind(TextField(self.tr("Note")), "note")

    def prepare(self, plan: Plan, record: Record) -> None:
        """Offers the activities and the patterns of the plan."""
        super().prepare(plan, record)
        activities = sorted(plan.activities.values(), key=lambda each: (each.title.casefold(), each.id))
        choices = tuple((each.id, each.title) for each in activities)
        self.source.show_choices(choices)
        self.target.show_choices(choices)
        self.pattern.show_choices(_pattern_choices(plan))

    def show_marks(self, marks: Marks) -> list[Finding]:
        """What the review says of the bridge is not said twice."""
        besides = super().show_marks(marks)
        self.judgement.leave_out({each.message for each in besides})
        return besides


class JudgementPart(FormPart):
    """Whether the bridge holds and what it expects, with ways to both ends."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._bridge: Bridge | None = None
        self._told: Collection[str] = ()
        self.sentence = label()
        self.expected = label(role="muted")
        for words in (self.sentence, self.expected):
            words.setWordWrap(True)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        self.to_source = quiet_text_button(self.tr("Show where it starts"), self.tr("Show where it starts"))
        self.to_target = quiet_text_button(self.tr("Show where it leads"), self.tr("Show where it leads"))
        self.to_source.clicked.connect(self._show_source)
        self.to_target.clicked.connect(self._show_target)
        row.addWidget(self.to_source)
        row.addWidget(self.to_target)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.addWidget(self.sentence)
        column.addWidget(self.expected)
        column.addLayout(row)

    def show_part(self, plan: Plan, record: Record) -> None:
        """Judges the bridge as it is now."""
        if not isinstance(record, Bridge):
            return
        self._bridge = record
        judgement = judge(plan, record)
        self.sentence.setText(judgement.message)
        self.sentence.setProperty("role", "error" if judgement.state is BridgeState.BROKEN else "")
        self.sentence.style().polish(self.sentence)
        self.sentence.setHidden(judgement.message in self._told)
        self.expected.setText(judgement.expected)

    def leave_out(self, told: Collection[str]) -> None:
        """Leaves out the sentence where it is among those that are told above."""
        self._told = told
        self.sentence.setHidden(self.sentence.text() in told)

    def _show_source(self) -> None:
        self._show(self._bridge.source_id if self._bridge is not None else "")

    def _show_target(self) -> None:
        self._show(self._bridge.target_id if self._bridge is not None else "")

    def _show(self, activity_id: str) -> None:
        plan = self.tools.live.plan
        activity = None if plan is None else plan.activities.get(activity_id)
        if activity is not None:
            self.inspect(activity)


def _pattern_of(plan: Plan, bridge: Bridge) -> Pattern | str:
    """What is chosen: a built-in pattern, or the identifier of one of the users' own."""
    del plan
    return bridge.own_pattern_id if bridge.own_pattern_id is not None else bridge.pattern


def _with_pattern(bridge_id: str, chosen: object) -> Command:
    fields: Mapping[str, object] = {"pattern": chosen, "own_pattern_id": None}
    if isinstance(chosen, str):
        fields = {"pattern": Pattern.OWN, "own_pattern_id": chosen}
    return ChangeBridge(bridge_id, fields)


def _pattern_choices(plan: Plan) -> Choices:
    built_in = tuple((each, capitalised(each.value)) for each in Pattern if each is not Pattern.OWN)
    own = sorted(plan.own_patterns.values(), key=lambda each: (each.name.casefold(), each.id))
    return (*built_in, *((each.id, each.name) for each in own))
