"""What can be selected on the timeline."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_lanes import Grouping, LaneKey


class Subject(Enum):
    """The sort of thing that is selected."""

    AIM = "aim"
    LANE = "lane"
    """The head of a lane that does not stand for an aim."""
    ACTIVITY = "activity"
    BRIDGE = "bridge"


@dataclass(frozen=True, slots=True)
class Selected:
    """One selected thing.

    Attributes:
        subject: what sort of thing it is.
        id: its identifier.
        flight_id: for an activity, the flight whose bar was meant; None for an undated one.
        lane: for an activity, the lane in which its bar was meant, None where any will do; for a lane, which.
    """

    subject: Subject
    id: str
    flight_id: str | None = None
    lane: LaneKey | None = None

    @property
    def aim_id(self) -> str | None:
        """For an activity, the aim of the lane in which its bar was meant; None in every other lane."""
        return None if self.lane is None else self.lane.aim_id

    @classmethod
    def aim(cls, aim_id: str) -> Selected:
        """An aim."""
        return cls(Subject.AIM, aim_id)

    @classmethod
    def head(cls, lane: LaneKey) -> Selected:
        """The head of a lane; that of an aim is the aim."""
        if lane.aim_id is not None:
            return cls.aim(lane.aim_id)
        return cls(Subject.LANE, lane.value or "", lane=lane)

    @classmethod
    def activity(
        cls, activity_id: str, flight_id: str | None = None, lane: LaneKey | None = None
    ) -> Selected:
        """An activity, by one of its bars where it has any."""
        return cls(Subject.ACTIVITY, activity_id, flight_id, lane)

    @classmethod
    def bridge(cls, bridge_id: str) -> Selected:
        """A bridge."""
        return cls(Subject.BRIDGE, bridge_id)

    @property
    def head_of(self) -> LaneKey | None:
        """The lane whose head this is; None for what is no head."""
        return LaneKey(Grouping.AIM, self.id) if self.subject is Subject.AIM else self._lane_itself

    @property
    def _lane_itself(self) -> LaneKey | None:
        return self.lane if self.subject is Subject.LANE else None

    def is_in(self, plan: Plan) -> bool:
        """Whether the plan has the thing; whether there is such a lane is known where lanes are."""
        if self.subject is Subject.LANE:
            return True
        if self.subject is Subject.AIM:
            return self.id in plan.aims
        return self.id in (plan.activities if self.subject is Subject.ACTIVITY else plan.bridges)
