"""The bridges of an activity: what carries it, and what it carries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.review import Severity
from campaignplanner.planning.bridges import BridgeJudgement, BridgeState, glyph, judge
from campaignplanner.services.commands.bridge import MakeBridge
from campaignplanner.ui.formats import counted, days_text
from campaignplanner.ui.plan.inspector.bridge_adder import BridgeAdder
from campaignplanner.ui.plan.inspector.list_part import ListPart
from campaignplanner.ui.plan.inspector.rows import Row
from campaignplanner.ui.timeline.card_texts import capitalised, pattern_name

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import Record
    from campaignplanner.ui.pages import PageTools


class BridgesPart(ListPart):
    """Bridges that lead here, then those that lead on; a broken one says why and what would mend it."""

    record_type = Bridge

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self.bridge_adder = BridgeAdder(tools)
        empty = self.tr("Nothing carries it, and it carries nothing on yet.")
        self.build(self.tr("Bridges"), empty, self.bridge_adder)

    def show_part(self, plan: Plan, record: Record) -> None:
        """Shows the bridges, and how many are broken."""
        super().show_part(plan, record)
        broken = sum(1 for row in self.list.rows if row.trouble)
        said = counted(broken, self.tr("%1 broken"), self.tr("%1 broken")) if broken else ""
        self.head.say(said)
        if not self.bridge_adder.isHidden():
            self.bridge_adder.show_ends(plan, record.id)

    def begin_adding(self) -> None:
        """Offers the other activities of the plan."""
        plan, holder = self.tools.live.plan, self.holder
        if plan is not None and holder is not None:
            self.bridge_adder.show_ends(plan, holder.id)
            super().begin_adding()

    def rows_of(self, plan: Plan, holder: Record) -> Sequence[Row]:
        """See `ListPart`."""
        onward = sorted(plan.bridges_from(holder.id), key=lambda each: plan.activities[each.target_id].title)
        inward = sorted(plan.bridges_to(holder.id), key=lambda each: plan.activities[each.source_id].title)
        return [_row(plan, bridge, holder.id) for bridge in (*inward, *onward)]

    def add_new(self, plan: Plan, holder: Record) -> str | None:
        """See `ListPart`."""
        del plan, holder
        bridge = self.bridge_adder.bridge()
        if bridge is None:
            return None
        refusal = self.tools.live.refusal_of(MakeBridge(bridge))
        if refusal is not None:
            self.adder.show_refusal(refusal)
            return None
        return bridge.id


def _row(plan: Plan, bridge: Bridge, activity_id: str) -> Row:
    judgement = judge(plan, bridge)
    is_onward = bridge.source_id == activity_id
    other = plan.activities[bridge.target_id if is_onward else bridge.source_id]
    is_broken = judgement.state is BridgeState.BROKEN
    return Row(
        bridge.id,
        f"{'→' if is_onward else '←'} {other.title}",
        end=gap_in_short(judgement),
        second=_state(judgement, _pattern_words(pattern_name(plan, bridge), is_onward=is_onward)),
        advice=judgement.message if judgement.severity is Severity.HINT else "",
        trouble=judgement.message if is_broken else "",
        glyph=glyph(bridge.pattern),
    )


def gap_in_short(judgement: BridgeJudgement) -> str:
    """The days from the end of one to the start of the other, in a word or two."""
    gap, translate = judgement.gap_days, QCoreApplication.translate
    if gap is None:
        return translate("inspector", "no dates")
    if gap <= 0:
        return translate("inspector", "overlap")
    return translate("inspector", "next day") if gap == 1 else days_text(gap)


def _pattern_words(name: str, *, is_onward: bool) -> str:
    return name if is_onward else QCoreApplication.translate("inspector", "%1 this").replace("%1", name)


def _state(judgement: BridgeJudgement, pattern: str) -> str:
    """The pattern, whether it holds, and whether it counts as integration; what is wrong is said below."""
    translate = QCoreApplication.translate
    words = {
        BridgeState.HOLDS: translate("inspector", "holds"),
        BridgeState.OPEN: translate("inspector", "open"),
        BridgeState.BROKEN: "",
    }[judgement.state]
    if judgement.severity is Severity.HINT:
        words = translate("inspector", "holds, could do better")
    same = "" if judgement.crossing else translate("inspector", "does not cross: both on one side")
    return capitalised(" · ".join(part for part in (pattern, words, same) if part))
