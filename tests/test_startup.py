"""The start in a hurry, the calm after it, and what is left for later."""

import builtins
import gc
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from campaignplanner import startup
from campaignplanner.exchange.campaign_file import CampaignFileFormat
from campaignplanner.preferences import Preferences, write_preferences
from campaignplanner.services.workspace import Workspace
from tests.builders import a_dated_activity, a_plan

LEFT_FOR_LATER = (
    "holidays",
    "typst",
    "icalendar",
    "recurring_ical_events",
    "babel",
    "xlsxwriter",
    "python_calamine",
    "pyqtgraph",
    "numpy",
    "sqlmodel",
    "pydantic",
    "campaignplanner.brief",
    "campaignplanner.exchange",
    "campaignplanner.planning.review",
    "campaignplanner.services.commands.approval",
    "campaignplanner.services.commands.campaign",
    "campaignplanner.services.commands.editing",
    "campaignplanner.services.importing",
    "campaignplanner.ui.brief_export",
    "campaignplanner.ui.fields",
    "campaignplanner.ui.plan.aims",
    "campaignplanner.ui.plan.inspector",
    "campaignplanner.ui.plan.page",
    "campaignplanner.ui.plan.tree.cell_fields",
    "campaignplanner.ui.plan.tree.facts",
    "campaignplanner.ui.plan.tree.find_bar",
    "campaignplanner.ui.timeline.filter_bar",
    "campaignplanner.ui.timeline.gestures.starting",
    "campaignplanner.ui.timeline_pictures",
    "campaignplanner.ui.guide",
    "campaignplanner.ui.review",
    "campaignplanner.ui.plays",
    "campaignplanner.ui.command_box",
)
"""What no timeline needs to be shown, and what costs tens of milliseconds each to import."""

LEFT_UNMADE = ("QFileDialog", "QWizard")
"""Classes that PySide makes when somebody asks for them: of the last, all widgets' are made at once."""

START = """
import os, sys
from pathlib import Path
from campaignplanner import startup
startup.hurry()
from campaignplanner import app
application = app.make_application()
planner = app.CampaignPlanner(preferences_path=Path(sys.argv[1]))
from PySide6 import QtWidgets
def look():
    print("painted", *sorted(sys.modules), flush=True)
def leave():
    print("opened", *sorted(sys.modules), flush=True)
    print("made", *vars(QtWidgets), flush=True)
    os._exit(0 if planner.window.places.timeline.isVisible() else 1)
planner.painted.connect(look)
planner.opened.connect(leave)
planner.start()
application.exec()
"""


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leaves Python's collector and imports as the other tests expect them."""
    monkeypatch.setattr(builtins, "__import__", builtins.__import__)
    yield
    gc.unfreeze()
    gc.enable()


def test_after_the_start_garbage_is_collected_again() -> None:
    startup.hurry()
    assert not gc.isenabled()
    startup.settle()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_without_a_hurry_nothing_is_changed() -> None:
    startup.settle()
    assert gc.get_freeze_count() == 0


def test_nothing_goes_between_an_import_and_python(monkeypatch: pytest.MonkeyPatch) -> None:
    own = partial(getattr(builtins, "__orig_import__", builtins.__import__))
    monkeypatch.setattr(builtins, "__orig_import__", own, raising=False)
    startup.import_plainly()
    assert builtins.__import__ is own


def test_where_pyside_keeps_python_s_import_elsewhere_nothing_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = getattr(builtins, "__orig_import__", builtins.__import__)
    monkeypatch.setattr(builtins, "__import__", own)
    monkeypatch.delattr(builtins, "__orig_import__", raising=False)
    startup.import_plainly()
    assert builtins.__import__ is own


@pytest.fixture
def last_campaign(tmp_path: Path) -> Path:
    """Preferences that say that a campaign with dates was open last."""
    store = tmp_path / "campaigns.sqlite"
    workspace = Workspace.open(store, CampaignFileFormat())
    campaign_id = workspace.import_plan(a_plan(a_dated_activity("Tasting", "2026-10-01")))
    workspace.close()
    write_preferences(
        Preferences(last_store=store, last_campaign_id=campaign_id), tmp_path / "preferences.json"
    )
    return tmp_path / "preferences.json"


def test_the_start_imports_nothing_that_the_first_page_does_not_need(last_campaign: Path) -> None:
    words = [sys.executable, "-c", START, str(last_campaign)]
    started = subprocess.run(words, check=True, capture_output=True, text=True, timeout=60)
    painted, opened, made = (line.split()[1:] for line in started.stdout.splitlines())
    assert "campaignplanner.ui.timeline.page" in opened
    assert [name for name in opened if _is_left(name, LEFT_FOR_LATER)] == []
    assert [name for name in painted if _is_left(name, ("sqlalchemy", "campaignplanner.store"))] == []
    assert [name for name in painted if _is_left(name, ("campaignplanner.planning",))] == []
    assert [name for name in LEFT_UNMADE if name in made] == []
    assert "QLabel" in made


def _is_left(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)
