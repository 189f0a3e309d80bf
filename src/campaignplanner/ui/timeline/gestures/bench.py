"""What gestures work on: the plan as it is shown, and its bars by activity."""

from __future__ import annotations

from dataclasses import dataclass

from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_layout import Bar
from campaignplanner.ui.timeline.content import TimelineContent
from campaignplanner.ui.timeline.scene import Scene


class BarIndex:
    """The bars of a content by activity, ghosts among them; made when first asked for."""

    def __init__(self, content: TimelineContent) -> None:
        self._content = content
        self._found: dict[str, list[Bar]] | None = None

    def of(self, activity_id: str) -> list[Bar]:
        """The bars of an activity, lane by lane."""
        if self._found is None:
            self._found = {}
            for lane in self._content.arrangement.lanes:
                for track in (*lane.online, *lane.offline):
                    for bar in track.bars:
                        self._found.setdefault(bar.activity_id, []).append(bar)
        return self._found.get(activity_id, [])


@dataclass(frozen=True, slots=True)
class Bench:
    """One state of the plan on show; another state is another bench.

    Attributes:
        scene: what is on show.
        bars: its bars by activity.
    """

    scene: Scene
    bars: BarIndex

    @property
    def content(self) -> TimelineContent:
        """What is shown."""
        return self.scene.content

    @property
    def plan(self) -> Plan:
        """Whose timeline it is."""
        return self.scene.content.plan
