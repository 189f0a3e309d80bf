"""The campaigns that are shipped to look at; they lie in ``resources/samples`` as campaign files."""

from __future__ import annotations

from dataclasses import dataclass

from campaignplanner.domain.approval import VersionState
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.resources import read_text
from campaignplanner.services.plan_format import PlanFormat


@dataclass(frozen=True, slots=True)
class Sample:
    """One shipped campaign, as a list offers it."""

    name: str
    title: str
    description: str


SAMPLES = (
    Sample(
        "autumn_blend",
        "Autumn Blend launch",
        "Invented: a coffee brand online and in six cities, with bridges both ways and a full budget.",
    ),
    Sample(
        "lincolnshire_fix_our_funds",
        "Fix Our Funds To Fix Our Roads",
        "A real council campaign as published: five budget lines and no dates.",
    ),
    Sample(
        "click_it_or_ticket_2009",
        "Click It or Ticket 2009",
        "A real road-safety campaign in the USA: adverts lead the enforcement on the roads by a week.",
    ),
)
"""What is shipped, the fullest first; ``name`` is what the functions below take."""


def read_sample(name: str, plan_format: PlanFormat) -> tuple[Plan, tuple[VersionState, ...]]:
    """Return a sample's plan and the plans that its versions keep, ready for ``Workspace.import_plan``.

    Raises:
        PlanError: there is no sample of that name.
        FileTrouble: the shipped file is damaged.
    """
    if name not in {sample.name for sample in SAMPLES}:
        raise PlanError(f"There is no sample called “{name}”.")
    return plan_format.read_with_states(read_text(f"samples/{name}.campaign.json"))
