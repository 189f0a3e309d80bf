"""Asks what a new bridge joins, and says at once whether it would hold."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from campaignplanner.domain.bridge import Bridge, Pattern
from campaignplanner.domain.ids import new_id
from campaignplanner.planning.bridges import judge, patterns_for
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.formats import span_text
from campaignplanner.ui.plan.inspector.adder import Adder
from campaignplanner.ui.plan.inspector.pick_field import PickField
from campaignplanner.ui.timeline.card_texts import capitalised

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.ui.pages import PageTools


class Direction(Enum):
    """From where to where a new bridge leads."""

    ONWARD = "onward"
    INWARD = "inward"


class BridgeAdder(Adder):
    """The other activity, the direction, and a pattern of those that fit the two."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("inspector", "Add bridge"), parent)
        self._tools = tools
        self._activity_id = ""
        self.other = self.put(
            PickField(self.tr("Other activity"), self.tr("a few letters of its title")), 0, blank=None
        )
        directions = (
            (Direction.ONWARD, self.tr("This one leads to it")),
            (Direction.INWARD, self.tr("It leads to this one")),
        )
        onward = Direction.ONWARD
        self.direction = self.put(ChoiceField(self.tr("Direction"), directions), 1, 0, blank=onward)
        self.pattern = self.put(ChoiceField(self.tr("Pattern")), 1, 1, blank=None)
        self.sentence = self.put_sentence(2)
        self.other.edited.connect(self._propose)
        self.direction.edited.connect(self._propose)
        self.pattern.edited.connect(self._say_whether_it_holds)

    def show_ends(self, plan: Plan, activity_id: str) -> None:
        """Offers every activity but this one."""
        self._activity_id = activity_id
        others = (each for each in plan.activities.values() if each.id != activity_id)
        self.other.show_choices(((each.id, each.title) for each in others), partial(_told_apart_by, plan))
        self._offer_patterns(plan)
        self._say_whether_it_holds()

    def bridge(self) -> Bridge | None:
        """The bridge that the fields say; None, after marking a field, while something is missing."""
        bridge = self._tentative()
        if bridge is None:
            self.other.show_error(self.tr("Choose the other activity."))
        return bridge

    @Slot()
    def _propose(self) -> None:
        """Chooses the likeliest pattern for the two."""
        plan = self._tools.live.plan
        if plan is not None:
            choices = self._offer_patterns(plan)
            self.pattern.restore()
            self.pattern.show_value(choices[0][0] if choices else None)
            self._say_whether_it_holds()

    def _offer_patterns(self, plan: Plan) -> tuple[tuple[object, str], ...]:
        ends = self._ends()
        choices: tuple[tuple[object, str], ...] = ()
        if ends is not None and all(each in plan.activities for each in ends):
            source, target = (plan.activities[each] for each in ends)
            own = sorted(plan.own_patterns.values(), key=lambda each: each.name.casefold())
            choices = (
                *((each, capitalised(each.value)) for each in patterns_for(source, target)),
                *((each.id, each.name) for each in own),
            )
        self.pattern.show_choices(choices)
        return choices

    @Slot()
    def _say_whether_it_holds(self) -> None:
        plan, bridge = self._tools.live.plan, self._tentative()
        if plan is None or bridge is None or not {bridge.source_id, bridge.target_id} <= set(plan.activities):
            self.sentence.clear()
            return
        self.sentence.setText(judge(plan, bridge).message)

    def _ends(self) -> tuple[str, str] | None:
        other = self.other.value
        if not isinstance(other, str):
            return None
        onward = self.direction.value is Direction.ONWARD
        return (self._activity_id, other) if onward else (other, self._activity_id)

    def _tentative(self) -> Bridge | None:
        ends, pattern = self._ends(), self.pattern.value
        if ends is None or pattern is None:
            return None
        is_own = isinstance(pattern, str)
        return Bridge(
            id=new_id(),
            source_id=ends[0],
            target_id=ends[1],
            pattern=pattern if isinstance(pattern, Pattern) else Pattern.OWN,
            own_pattern_id=str(pattern) if is_own else None,
        )


def _told_apart_by(plan: Plan, activity_id: str) -> str:
    """What tells an activity from another of the same title."""
    activity, span = plan.activities[activity_id], plan.span_of(activity_id)
    days = span_text(None, None) if span is None else span_text(span.first_day, span.last_day)
    return f"{activity.side.value}, {days}"
