"""What people chose to see of the timeline: what lanes there are, which are collapsed, what is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

from campaignplanner.planning.timeline_lanes import Grouping, LaneKey


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a plan is shown, and how.

    Attributes:
        grouping: by what lanes are made.
        collapsed: the lanes that are only a line.
        kept: the activities that are shown; None shows all.
        besides: lanes that are there even where nothing lies in them: what was dropped lay there.
        density: how high bars are, as a part of their usual height.
    """

    grouping: Grouping = Grouping.AIM
    collapsed: frozenset[LaneKey] = frozenset()
    kept: frozenset[str] | None = None
    besides: frozenset[LaneKey] = frozenset()
    density: float = 1.0

    def at_density(self, density: float) -> Shown:
        """The same, with bars of another height."""
        return replace(self, density=density)

    def grouped_by(self, grouping: Grouping) -> Shown:
        """The same, with other lanes."""
        return replace(self, grouping=grouping)

    def keeping(self, kept: frozenset[str] | None) -> Shown:
        """The same, with other activities."""
        return replace(self, kept=kept)

    def having(self, besides: frozenset[LaneKey]) -> Shown:
        """The same, with these lanes even where nothing lies in them."""
        return replace(self, besides=besides)

    def turning(self, lane: LaneKey) -> Shown:
        """The same, with a lane collapsed that was not, or expanded that was collapsed."""
        return replace(self, collapsed=self.collapsed ^ {lane})

    def collapsing(self, lanes: frozenset[LaneKey]) -> Shown:
        """The same, with these lanes of the grouping collapsed and no other of it."""
        others = frozenset(each for each in self.collapsed if each.grouping is not self.grouping)
        return replace(self, collapsed=others | lanes)
