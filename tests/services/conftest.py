"""A real store on disk for each test, and a workspace over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFileFormat
from campaignplanner.services.workspace import Workspace, WorkspaceEvent
from tests.services.small_plans import small_plan


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    return tmp_path / "plans.campaigns"


@pytest.fixture
def workspace(store_path: Path) -> Iterator[Workspace]:
    workspace = Workspace.open(store_path, CampaignFileFormat())
    yield workspace
    workspace.close()


@pytest.fixture
def opened(workspace: Workspace, sample_plan: Plan) -> Workspace:
    """A workspace with the sample open; the sample's identifiers are those of `sample_plan`."""
    workspace.open_campaign(workspace.import_plan(sample_plan))
    return workspace


@pytest.fixture
def told(opened: Workspace) -> list[WorkspaceEvent]:
    """What listeners of the opened workspace are told from now on."""
    events: list[WorkspaceEvent] = []
    opened.subscribe(events.append)
    return events


@pytest.fixture
def small(workspace: Workspace) -> Workspace:
    workspace.open_campaign(workspace.import_plan(small_plan()))
    return workspace


@pytest.fixture
def told_by_small(small: Workspace) -> list[WorkspaceEvent]:
    events: list[WorkspaceEvent] = []
    small.subscribe(events.append)
    return events
