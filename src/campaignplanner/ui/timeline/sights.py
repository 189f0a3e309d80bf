"""What is shown of a plan besides its lanes: holidays, flags, lead-ins, what changed since approval."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.review import Finding
from campaignplanner.planning.day_index import DayIndex
from campaignplanner.planning.phasing import SpendPeriod
from campaignplanner.planning.since_approval import SinceApproval
from campaignplanner.ui.timeline.approved_marks import ApprovedMarks
from campaignplanner.ui.timeline.content import TimelineContent
from campaignplanner.ui.timeline.kpi_flags import FlagsOfLanes, flags_of, have_same_flags
from campaignplanner.ui.timeline.lead_ins import LeadInsOfLanes, lead_ins_of


@dataclass(slots=True)
class Wanted:
    """What people want to see, and what is known of the world; outlives the plans that are shown.

    Attributes:
        holidays: public holidays by day; empty while none are known.
        since: what changed since approval; None while nobody wants to see it.
        findings: the gravest finding about each record; empty until the review has read the plan.
        period: the week or month of the spend strip that is pointed at.
    """

    holidays: Mapping[date, str] = field(default_factory=dict)
    since: SinceApproval | None = None
    period: SpendPeriod | None = None
    findings: Mapping[str, Finding] = field(default_factory=dict)


class Sights:
    """What the painters draw besides lanes and bars, worked out when it is first painted.

    Args:
        content: what is shown.
        before: of an earlier state; what has not changed since is taken over from it.
    """

    def __init__(self, content: TimelineContent, before: Sights | None = None) -> None:
        self._content = content
        self._plan: Plan | None = None
        self._flags: FlagsOfLanes | None = None if before is None else before.flags_for(content)
        self._lead_ins: LeadInsOfLanes = {}
        self._holiday_names: Mapping[date, str] = {}
        self._holidays: DayIndex[str] = DayIndex()
        self._since: SinceApproval | None = None
        self._approved = ApprovedMarks(None, content)
        self.wanted = Wanted()

    @property
    def holidays(self) -> DayIndex[str]:
        """Public holidays by day."""
        if self.wanted.holidays is not self._holiday_names:
            self._holiday_names = self.wanted.holidays
            self._holidays = DayIndex((Span(day, day), name) for day, name in self._holiday_names.items())
        return self._holidays

    @property
    def flags(self) -> FlagsOfLanes:
        """The due days of KPIs by lane."""
        if self._flags is None:
            self._flags = flags_of(self._content)
        return self._flags

    def flags_for(self, content: TimelineContent) -> FlagsOfLanes | None:
        """The flags that hold for another state too; None where they have to be worked out."""
        return self._flags if have_same_flags(self._content, content) else None

    @property
    def lead_ins(self) -> LeadInsOfLanes:
        """The times of preparation by lane."""
        self._keep_up()
        return self._lead_ins

    @property
    def approved(self) -> ApprovedMarks:
        """What changed since approval, placed in the lanes; empty while nobody wants to see it."""
        self._keep_up()
        return self._approved

    def _keep_up(self) -> None:
        is_other = self._plan is not self._content.plan
        if is_other:
            self._plan = self._content.plan
            self._lead_ins = lead_ins_of(self._content)
        if is_other or self._since is not self.wanted.since:
            self._since = self.wanted.since
            self._approved = ApprovedMarks(self._since, self._content)
