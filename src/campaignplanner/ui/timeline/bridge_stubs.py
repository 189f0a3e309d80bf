"""Open bridges: only one end has dates, so a stub leads from its bar to the waterline and no further."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_layout import Bar


@dataclass(frozen=True, slots=True)
class BridgeStub:
    """What is known of an open bridge.

    Attributes:
        bridge_id: the bridge.
        bar: the dated end: the last bar of a source, the first of a target, in its own lane.
        leaves: whether the bar is the source.
    """

    bridge_id: str
    bar: Bar
    leaves: bool


def stubs_of(
    plan: Plan, open_bridge_ids: Iterable[str], bars_of: Callable[[str], Iterable[Bar]]
) -> tuple[BridgeStub, ...]:
    """The open bridges of which one end is dated, by the day at which their stub lies.

    Args:
        plan: whose bridges.
        open_bridge_ids: those that are open.
        bars_of: gives the bars of a bridged activity, ghosts among them; none of one that has no dates.
    """
    stubs = [
        BridgeStub(bridge.id, max(found, key=_last_day) if leaves else min(found, key=_first_day), leaves)
        for bridge in map(plan.bridges.__getitem__, open_bridge_ids)
        for leaves, end in ((True, bridge.source_id), (False, bridge.target_id))
        if (found := [bar for bar in bars_of(end) if not bar.ghost])
    ]
    return tuple(sorted(stubs, key=lambda stub: (stub.bar.first_day, stub.bridge_id)))


def _first_day(bar: Bar) -> tuple[int, str]:
    return bar.first_day.toordinal(), bar.flight_id


def _last_day(bar: Bar) -> tuple[int, str]:
    return bar.last_day.toordinal(), bar.flight_id
