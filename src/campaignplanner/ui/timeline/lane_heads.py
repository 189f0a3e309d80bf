"""What stands at the heads of lanes, whatever lanes are made by: a name, what there is to know, the money."""

from __future__ import annotations

from collections.abc import Mapping

from campaignplanner.domain.activity import ActivityStatus, Kind
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_heads import NOTHING, LaneSum
from campaignplanner.planning.timeline_layout import Grouping, Lane, LaneKey
from campaignplanner.ui.formats import counted
from campaignplanner.ui.timeline.card_texts import capitalised
from campaignplanner.ui.timeline.head_texts import HeadWriter, LaneHead
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.words import one_line, translate


def lane_heads(
    plan: Plan, lanes: tuple[Lane, ...], sums: Mapping[str | None, LaneSum], ink: Ink, width: float
) -> dict[LaneKey, LaneHead]:
    """The heads of all lanes, broken and elided for the width of their column."""
    writer = HeadWriter(plan, ink, width)
    return {lane.key: _head(writer, lane, sums.get(lane.key.value, NOTHING)) for lane in lanes}


def lane_name(plan: Plan, key: LaneKey) -> str:
    """What a lane is called, on one line."""
    if key.value is None:
        return _unsaid_name(key.grouping)
    name = key.value
    if key.grouping is Grouping.AIM:
        name = plan.aims[key.value].statement
    elif key.grouping is Grouping.AUDIENCE:
        name = plan.audiences[key.value].name
    elif key.grouping is Grouping.KIND:
        own = plan.own_kinds.get(key.value)
        name = translate("activities", capitalised(Kind(key.value).value)) if own is None else own.name
    elif key.grouping is Grouping.STATUS:
        name = translate("activities", capitalised(ActivityStatus(key.value).value))
    return one_line(name)


def _unsaid_name(grouping: Grouping) -> str:
    return {
        Grouping.AIM: translate("Timeline", "No aim yet"),
        Grouping.PLACE: translate("Timeline", "No channel or place yet"),
        Grouping.OWNER: translate("Timeline", "No owner yet"),
        Grouping.AUDIENCE: translate("Timeline", "No audience yet"),
        Grouping.KIND: translate("Timeline", "No kind yet"),
        Grouping.STATUS: translate("Timeline", "No status yet"),
        Grouping.FLAT: translate("Timeline", "All activities"),
    }[grouping]


def _head(writer: HeadWriter, lane: Lane, found: LaneSum) -> LaneHead:
    key, plan = lane.key, writer.plan
    count = _count_text(found.activities)
    if key.grouping is Grouping.AIM:
        return writer.aim(None if key.value is None else plan.aims[key.value], found, count)
    notes = [count]
    if key.grouping is Grouping.AUDIENCE and key.value is not None:
        wanted = one_line(plan.audiences[key.value].behaviour_wanted)
        notes = [wanted, count] if wanted else notes
    return writer.other(lane_name(plan, key), tuple(notes), found, count, is_unsaid=key.is_unsaid)


def _count_text(count: int) -> str:
    if count == 0:
        return translate("Timeline", "No activities")
    one, many = translate("Timeline", "%1 activity"), translate("Timeline", "%1 activities")
    return counted(count, one, many)
