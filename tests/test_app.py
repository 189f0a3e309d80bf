"""How the program starts and ends, with a real window and a real store."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from campaignplanner import paths
from campaignplanner.app import CampaignPlanner, store_to_open
from campaignplanner.cli import main
from campaignplanner.preferences import Preferences, read_preferences, write_preferences
from campaignplanner.resources import resource_path

SAMPLE = resource_path("samples/autumn_blend.campaign.json")
Opened = Callable[..., CampaignPlanner]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    """Starts the program and waits until something is in its window."""
    planners: list[CampaignPlanner] = []

    def start(store: Path | None = None, *, sample: bool = False) -> CampaignPlanner:
        planner = CampaignPlanner(store, sample=sample)
        planners.append(planner)
        with qtbot.waitSignal(planner.opened):
            planner.start()
        return planner

    yield start
    for planner in planners:
        end(planner)


def end(planner: CampaignPlanner) -> None:
    """Closes the window as a person does; a test may have done so already."""
    if isValid(planner.window):
        planner.window.close()
        planner.window.deleteLater()


def open_campaign(planner: CampaignPlanner) -> str | None:
    return planner.window.places.campaign_id


def test_the_first_start_shows_an_empty_portfolio(opened: Opened) -> None:
    assert open_campaign(opened()) is None
    assert paths.default_store_path().exists()


def test_the_sample_is_opened_at_once(opened: Opened) -> None:
    planner = opened(sample=True)
    assert planner.window.places.timeline.isVisible()
    assert "Autumn Blend launch" in planner.window.windowTitle()


def test_the_sample_is_stored_only_once(opened: Opened, capsys: pytest.CaptureFixture[str]) -> None:
    end(opened(sample=True))
    end(opened(sample=True))
    main(["list"])
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_the_next_start_shows_the_campaign_that_was_open_last(opened: Opened) -> None:
    first = opened(sample=True)
    campaign_id = open_campaign(first)
    end(first)
    assert open_campaign(opened()) == campaign_id


def test_a_store_named_on_the_command_line_is_opened_and_opened_again(opened: Opened, tmp_path: Path) -> None:
    store = tmp_path / "plans.sqlite"
    end(opened(store, sample=True))
    assert open_campaign(opened()) is not None
    assert not paths.default_store_path().exists()


def test_a_store_that_cannot_be_opened_is_told_in_the_window(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "notes.sqlite").write_text("these are no campaigns" * 100)
    planner = opened(tmp_path / "notes.sqlite")
    assert planner.window.isVisible()
    assert planner.window.places is None


def test_the_size_of_the_window_is_remembered(opened: Opened) -> None:
    first = opened()
    size = first.window.minimumSize() + QSize(15, 25)
    first.window.resize(size)
    end(first)
    assert opened().window.size() == size


def test_preferences_that_cannot_be_written_do_not_keep_the_window_open(
    opened: Opened, caplog: pytest.LogCaptureFixture, own_folders: Path
) -> None:
    planner = opened()
    paths.preferences_path().parent.mkdir(parents=True, exist_ok=True)
    paths.preferences_path().unlink(missing_ok=True)
    paths.preferences_path().mkdir()
    assert planner.window.close()
    assert "The preferences cannot be written" in caplog.text


def test_a_remembered_store_on_a_missing_drive_gives_way_to_the_usual_one(tmp_path: Path) -> None:
    path, (sentence,) = store_to_open(None, tmp_path / "drive" / "plans.sqlite")
    assert path == paths.default_store_path()
    assert "plans.sqlite” is not there today" in sentence


def test_a_store_that_somebody_names_now_may_be_new(tmp_path: Path) -> None:
    assert store_to_open(tmp_path / "new.sqlite", None) == (tmp_path / "new.sqlite", ())


def test_a_missing_drive_does_not_make_the_program_forget_the_store(opened: Opened, tmp_path: Path) -> None:
    lost = tmp_path / "drive" / "plans.sqlite"
    write_preferences(Preferences(last_store=lost), paths.preferences_path())
    end(opened())
    assert read_preferences(paths.preferences_path()).last_store == lost
    assert not lost.exists()


FIRST_PAINT = """
import sys
from campaignplanner import app

application = app.make_application()
planner = app.CampaignPlanner()

def look():
    late = ("sqlalchemy", "sqlmodel", "typst", "babel", "campaignplanner.store", "campaignplanner.services")
    print([name for name in late if name in sys.modules])
    sys.stdout.flush()
    application.quit()

planner.painted.connect(look)
planner.start()
application.exec()
"""


def test_the_window_is_painted_before_the_store_is_imported(qapp: QApplication) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ended.stderr, ended.stdout.splitlines()[0]) == ("", "[]")


def test_another_store_is_opened_in_the_same_window_and_at_the_next_start(
    opened: Opened, tmp_path: Path
) -> None:
    planner = opened(sample=True)
    other = tmp_path / "other.sqlite"
    planner.window.store_wanted.emit(other)
    assert planner.window.places.store_path == other
    assert open_campaign(planner) is None
    assert planner.window.places.portfolio.list.count == 0
    end(planner)
    assert opened().window.places.store_path == other


def test_a_store_that_cannot_be_opened_leaves_the_one_before(opened: Opened, tmp_path: Path) -> None:
    planner = opened(sample=True)
    before, campaign_id = planner.window.places.store_path, open_campaign(planner)
    notes = tmp_path / "notes.sqlite"
    notes.write_text("these are no campaigns" * 100)
    planner.window.store_wanted.emit(notes)
    assert planner.window.places.store_path == before
    assert open_campaign(planner) == campaign_id
    message = planner.window._messages.message
    assert message is not None
    assert "notes.sqlite" in message.sentence


def test_the_store_that_is_open_is_not_opened_again(opened: Opened) -> None:
    planner = opened(sample=True)
    places = planner.window.places
    planner.window.store_wanted.emit(places.store_path)
    assert planner.window.places is places


def test_from_a_window_without_a_store_another_one_is_opened(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "notes.sqlite").write_text("these are no campaigns" * 100)
    planner = opened(tmp_path / "notes.sqlite")
    planner.window.store_wanted.emit(tmp_path / "other.sqlite")
    assert planner.window.places.store_path == tmp_path / "other.sqlite"
