"""Open bridges: only one end has dates, so a stub leads from its bar to the waterline and no further."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_layout import Arrangement, Bar


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


def stubs_of(plan: Plan, arrangement: Arrangement) -> tuple[BridgeStub, ...]:
    """The open bridges of which one end is dated, by the day at which their stub lies."""
    bridges = [plan.bridges[bridge_id] for bridge_id in arrangement.open_bridge_ids]
    ends = {end for bridge in bridges for end in (bridge.source_id, bridge.target_id)}
    bars: dict[str, list[Bar]] = {}
    for bar in _own_bars(arrangement) if ends else ():
        if bar.activity_id in ends:
            bars.setdefault(bar.activity_id, []).append(bar)
    stubs = [
        BridgeStub(bridge.id, max(found, key=_last_day) if leaves else min(found, key=_first_day), leaves)
        for bridge in bridges
        for leaves, end in ((True, bridge.source_id), (False, bridge.target_id))
        if (found := bars.get(end))
    ]
    return tuple(sorted(stubs, key=lambda stub: (stub.bar.first_day, stub.bridge_id)))


def _own_bars(arrangement: Arrangement) -> Iterator[Bar]:
    for lane in arrangement.lanes:
        for track in (*lane.online, *lane.offline):
            yield from (bar for bar in track.bars if not bar.ghost)


def _first_day(bar: Bar) -> tuple[int, str]:
    return bar.first_day.toordinal(), bar.flight_id


def _last_day(bar: Bar) -> tuple[int, str]:
    return bar.last_day.toordinal(), bar.flight_id
