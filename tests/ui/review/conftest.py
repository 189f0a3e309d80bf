"""A window that shows the review of the sample campaign, on the day on which it is half way through."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from campaignplanner.domain.plan import Plan
from campaignplanner.preferences import Preferences
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.review.page import ReviewPage

OpenWindow = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def half_way(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("live_review", "mending"):
        monkeypatch.setattr(f"campaignplanner.ui.review.{module}.today", lambda: date(2026, 10, 8))


@pytest.fixture
def reviewing(open_window: OpenWindow, workspace: Workspace, sample_plan: Plan) -> MainWindow:
    """A window on the review of the sample campaign, read to the end."""
    campaign_id = workspace.import_plan(sample_plan)
    return shown(open_window(Preferences(last_campaign_id=campaign_id)))


@pytest.fixture
def page(reviewing: MainWindow) -> ReviewPage:
    return reviewing.places.pages.review_page


def shown(window: MainWindow) -> MainWindow:
    """The window on its review, which is read to the end."""
    assert window.places is not None
    window.places.show_page(PageName.REVIEW)
    window.places.review.bring().finish()
    return window
