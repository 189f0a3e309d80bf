"""What can be selected on the timeline."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from campaignplanner.domain.plan import Plan


class Subject(Enum):
    """The sort of thing that is selected."""

    AIM = "aim"
    ACTIVITY = "activity"
    BRIDGE = "bridge"


@dataclass(frozen=True, slots=True)
class Selected:
    """One selected thing.

    Attributes:
        subject: what sort of thing it is.
        id: its identifier.
        flight_id: for an activity, the flight whose bar was meant; None for an undated one.
        aim_id: for an activity, the aim of the lane in which its bar was meant; None in "No aim yet".
    """

    subject: Subject
    id: str
    flight_id: str | None = None
    aim_id: str | None = None

    @classmethod
    def aim(cls, aim_id: str) -> Selected:
        """An aim."""
        return cls(Subject.AIM, aim_id)

    @classmethod
    def activity(cls, activity_id: str, flight_id: str | None = None, aim_id: str | None = None) -> Selected:
        """An activity, by one of its bars where it has any."""
        return cls(Subject.ACTIVITY, activity_id, flight_id, aim_id)

    @classmethod
    def bridge(cls, bridge_id: str) -> Selected:
        """A bridge."""
        return cls(Subject.BRIDGE, bridge_id)

    def same_thing(self, other: Selected | None) -> bool:
        """Whether both mean one thing, whichever of its bars was clicked."""
        return other is not None and (self.subject, self.id) == (other.subject, other.id)

    def is_in(self, plan: Plan) -> bool:
        """Whether the plan has the thing."""
        if self.subject is Subject.AIM:
            return self.id in plan.aims
        return self.id in (plan.activities if self.subject is Subject.ACTIVITY else plan.bridges)
