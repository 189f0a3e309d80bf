"""What the app asks of the process that typesets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from campaignplanner.brief.options import BriefOptions
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord

MAIN_TEMPLATE = "main.typ"


@dataclass(frozen=True, slots=True)
class WorkerSetup:
    """What a worker is given once, when it starts.

    Attributes:
        templates: the sources by name, `main.typ` among them.
        empty_folder: a folder with nothing in it, the only one that Typst is shown.
        memory_limit: bytes that the worker may hold; the system refuses it more, where it can.
    """

    templates: Mapping[str, bytes]
    empty_folder: str
    memory_limit: int


@dataclass(frozen=True, slots=True)
class BriefOrder:
    """A plan to be made into a brief. Records instead of the plan: its indexes stay at home.

    Attributes:
        campaign: the plan's campaign.
        records: all its other records.
        options: how the brief is to be.
        today: the day that stands on it.
        pixels_per_inch: of the pictures, one for each page; None asks for a PDF.
    """

    campaign: Campaign
    records: tuple[PlanRecord, ...]
    options: BriefOptions
    today: date
    pixels_per_inch: float | None = None

    @classmethod
    def of(
        cls, plan: Plan, options: BriefOptions, today: date, pixels_per_inch: float | None = None
    ) -> BriefOrder:
        """The order for a plan."""
        return cls(plan.campaign, tuple(plan.records()), options, today, pixels_per_inch)

    @property
    def plan(self) -> Plan:
        """The plan, put together again."""
        return Plan.of(self.campaign, self.records)
