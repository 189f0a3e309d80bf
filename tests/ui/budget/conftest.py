"""The budget page in the real window, over the sample or over any plan."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from campaignplanner.domain.plan import Plan
from campaignplanner.preferences import Preferences
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.budget.page import BudgetPage
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName

OpenBudget = Callable[[Plan], BudgetPage]


@pytest.fixture
def open_budget(open_window: Callable[..., MainWindow], workspace: Workspace) -> OpenBudget:
    """Brings a plan into the store and shows its budget page."""

    windows = []  # qtbot holds them weakly

    def opened(plan: Plan) -> BudgetPage:
        window = open_window(Preferences(last_campaign_id=workspace.import_plan(plan)))
        windows.append(window)
        assert window.places is not None
        window.places.show_page(PageName.BUDGET)
        QApplication.processEvents()
        page = window.findChild(BudgetPage)
        assert page is not None
        return page

    return opened


@pytest.fixture
def page(open_budget: OpenBudget, sample_plan: Plan) -> BudgetPage:
    """The budget page of the sample campaign."""
    return open_budget(sample_plan)
