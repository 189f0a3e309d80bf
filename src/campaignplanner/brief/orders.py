"""What the app asks of the process that typesets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from campaignplanner.brief.edition import Edition, KeptPlan
from campaignplanner.brief.options import BriefOptions
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.plan import Plan

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
    """A plan to be made into a brief.

    Attributes:
        kept: the plan.
        options: how the brief is to be.
        today: the day that stands on it.
        edition: which state of the brief it is.
        pixels_per_inch: of the pictures, one for each page; None asks for a PDF.
        pages_before: how many pages of the whole brief come before those that are made.
        pages: how many pages the whole brief has; 0 where these are all.
    """

    kept: KeptPlan
    options: BriefOptions
    today: date
    edition: Edition
    pixels_per_inch: float | None = None
    pages_before: int = 0
    pages: int = 0

    @classmethod
    def of(
        cls,
        plan: Plan,
        options: BriefOptions,
        today: date,
        pixels_per_inch: float | None = None,
        edition: Edition | None = None,
    ) -> BriefOrder:
        """The order for a plan; without an edition for the plan as it is now."""
        known = Edition.now(plan) if edition is None else edition
        return cls(KeptPlan.of(plan), options, today, known, pixels_per_inch)

    @classmethod
    def of_nothing(cls) -> BriefOrder:
        """A brief without contents, for a worker that is to load fonts and templates before it is needed."""
        nothing = Plan(campaign=Campaign(id="nothing", title=""))
        return cls.of(nothing, BriefOptions(), date(2000, 1, 1), pixels_per_inch=1.0)

    @property
    def plan(self) -> Plan:
        """The plan, put together again."""
        return self.kept.plan
