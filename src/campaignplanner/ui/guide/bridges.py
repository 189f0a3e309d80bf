"""The last step: bridges, by which the two sides carry each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from campaignplanner.domain.bridge import Bridge, Mechanism, Pattern
from campaignplanner.domain.direction import set_apart
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.ids import new_id
from campaignplanner.planning.bridges import BridgeState, glyph, judge, patterns_for
from campaignplanner.planning.first_steps import FirstStep, likeliest_pattern, likely_bridges
from campaignplanner.services.commands.bridge import MakeBridge
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.text import LineField
from campaignplanner.ui.guide.step import GuideStep
from campaignplanner.ui.plan.inspector.choices import optional_choices_of
from campaignplanner.ui.plan.inspector.rows import Row
from campaignplanner.ui.timeline.card_texts import capitalised
from campaignplanner.ui.timeline.words import one_line

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.services.commands.command import Command
    from campaignplanner.ui.pages import PageTools


class BridgesStep(GuideStep):
    """From one activity to another, in a way that fits the two, by something that people are given."""

    STEP = FirstStep.BRIDGES
    RECORD_TYPE = Bridge

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self.say(
            self.tr("How does one side carry the other?"),
            self.tr("A bridge leads people across: from a tasting into a conversation, from a challenge to "
                    "its prize. The likeliest is proposed."),
            self.tr("Bridges so far"),
        )  # fmt: skip
        self._is_chosen = False
        self._build_fields()

    def _build_fields(self) -> None:
        self.source = self.put_choice(ChoiceField(self.tr("From")), "source_id")
        self.pattern = self.put_choice(ChoiceField(self.tr("Pattern")), "pattern")
        self.target = self.put_choice(ChoiceField(self.tr("To")), "target_id")
        mechanism = ChoiceField(self.tr("How people cross"), optional_choices_of(Mechanism))
        self.put(mechanism, "mechanism", half=True, blank=None)
        detail = LineField(self.tr("Code, hashtag or words"))
        self.put(detail, "mechanism_detail", half=True)
        self.source.edited.connect(self._take_end)
        self.target.edited.connect(self._take_end)
        self.pattern.edited.connect(self._take_pattern)
        self.end_with(self.tr("Add bridge"))

    def rows_of(self, plan: Plan) -> Sequence[Row]:
        """See `GuideStep`."""
        return [_row(plan, bridge) for bridge in plan.bridges.values()]

    def prepare(self, plan: Plan) -> None:
        """Proposes the likeliest bridge that is not there yet; what was chosen stays."""
        by_title = sorted(plan.activities.values(), key=lambda each: (each.title.casefold(), each.id))
        choices = tuple((each.id, f"{each.title} ({each.side.value})") for each in by_title)
        for field in (self.source, self.target):
            field.show_choices(choices)
        self.button.setEnabled(len(choices) > 1)
        is_there = self.source.value in plan.activities and self.target.value in plan.activities
        if not (self._is_chosen and is_there):
            self._propose(plan)
        self._offer_patterns(plan, is_new_pair=False)

    def _propose(self, plan: Plan) -> None:
        self._is_chosen = False
        proposal = next(likely_bridges(plan), None)
        ends = (None, None) if proposal is None else (proposal.source.id, proposal.target.id)
        for field, end in zip((self.source, self.target), ends, strict=True):
            field.restore()
            field.show_value(end)
        self._offer_patterns(plan, is_new_pair=True)

    @Slot()
    def _take_end(self) -> None:
        plan = self.tools.live.plan
        self._is_chosen = True
        if plan is not None:
            self._offer_patterns(plan, is_new_pair=True)

    @Slot()
    def _take_pattern(self) -> None:
        plan = self.tools.live.plan
        self._is_chosen = True
        if plan is not None:
            self._say_whether_it_holds(plan)

    def _offer_patterns(self, plan: Plan, *, is_new_pair: bool) -> None:
        source = plan.activities.get(str(self.source.value))
        target = plan.activities.get(str(self.target.value))
        fitting: tuple[Pattern, ...] = ()
        likeliest: Pattern | None = None
        if source is not None and target is not None:
            fitting, likeliest = patterns_for(source, target), likeliest_pattern(plan, source, target)
        self.pattern.show_choices((each, capitalised(each.value)) for each in fitting)
        if is_new_pair or self.pattern.value not in fitting:
            self.pattern.restore()
            self.pattern.show_value(likeliest)
        self._say_whether_it_holds(plan)

    def _say_whether_it_holds(self, plan: Plan) -> None:
        bridge = self._tentative(plan)
        self.target.show_hint("" if bridge is None else judge(plan, bridge).message)

    def _tentative(self, plan: Plan) -> Bridge | None:
        source_id, target_id = str(self.source.value), str(self.target.value)
        pattern, mechanism = self.pattern.value, self.field("mechanism").value
        is_pair = source_id in plan.activities and target_id in plan.activities and source_id != target_id
        if not is_pair or not isinstance(pattern, Pattern):
            return None
        return Bridge(
            id=new_id(),
            source_id=source_id,
            target_id=target_id,
            pattern=pattern,
            mechanism=mechanism if isinstance(mechanism, Mechanism) else None,
            mechanism_detail=str(self.field("mechanism_detail").value),
        )

    def command(self, plan: Plan) -> Command:
        """See `GuideStep`."""
        bridge = self._tentative(plan)
        if bridge is None:
            raise PlanError(self.tr("Choose two activities to join."), "target_id")
        self._is_chosen = False
        return MakeBridge(bridge)


def _row(plan: Plan, bridge: Bridge) -> Row:
    source, target = plan.activities[bridge.source_id], plan.activities[bridge.target_id]
    own_pattern = None if bridge.own_pattern_id is None else plan.own_patterns[bridge.own_pattern_id]
    pattern = bridge.pattern.value if own_pattern is None else own_pattern.name
    judgement = judge(plan, bridge)
    is_broken = judgement.state is BridgeState.BROKEN
    means = bridge.mechanism_detail or ("" if bridge.mechanism is None else bridge.mechanism.value)
    return Row(
        bridge.id,
        source.title,
        second=" · ".join(
            part
            for part in (f"{pattern} {set_apart(one_line(target.title))}", set_apart(one_line(means)))
            if part
        ),
        trouble=judgement.message if is_broken else "",
        glyph=glyph(bridge.pattern),
    )
