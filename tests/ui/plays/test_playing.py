"""Plays in the window: looked at, placed in one step, saved from what is selected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.builtin_plays import builtin_plays
from campaignplanner.preferences import Preferences
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.actions import Name
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.plays.gallery import PlayGallery


@pytest.fixture
def window(open_window: Callable[..., MainWindow], workspace: Workspace, sample_plan: Plan) -> MainWindow:
    return open_window(Preferences(last_campaign_id=workspace.import_plan(sample_plan)))


@pytest.fixture
def gallery(window: MainWindow) -> PlayGallery:
    window._actions[Name.PLAYS].trigger()
    found = window.places.playing.gallery
    assert found is not None
    return found


def test_the_gallery_shows_the_six_plays_and_what_the_first_would_make(gallery: PlayGallery) -> None:
    assert [row.key for row in gallery.list.rows] == [each.id for each in builtin_plays()]
    play = builtin_plays()[0]
    made = [row.key.split()[0] for row in gallery.preview.rows]
    wanted = (len(play.activities), len(play.bridges), len(play.lines))
    assert tuple(made.count(each) for each in ("activity", "bridge", "line")) == wanted


def test_another_day_moves_what_would_be_made(gallery: PlayGallery) -> None:
    before = [row.end for row in gallery.preview.rows]
    gallery.day.show_value(date(2027, 3, 1))
    gallery.day.edited.emit(date(2027, 3, 1))
    assert [row.end for row in gallery.preview.rows] != before
    assert "outside the campaign" in gallery._sentence.text()


def test_a_play_is_placed_in_one_step_with_its_aim_and_selected(
    window: MainWindow, gallery: PlayGallery, workspace: Workspace
) -> None:
    before = workspace.plan
    play = builtin_plays()[0]
    aim_id = before.aims_in_order[1].id
    gallery.aim.choose(aim_id)
    gallery.yes_button.click()
    made = set(workspace.plan.activities) - set(before.activities)
    assert len(made) == len(play.activities)
    assert all([each.aim_id for each in workspace.plan.contributions_of(one)] == [aim_id] for one in made)
    assert set(window.places.selection.ids(Activity)) == made
    window._messages.answer_buttons[0].click()
    assert workspace.plan == before


def test_escape_places_nothing(gallery: PlayGallery, workspace: Workspace, qtbot: QtBot) -> None:
    before = workspace.plan
    qtbot.keyClick(gallery, Qt.Key.Key_Escape)
    assert workspace.plan is before


def test_selected_activities_become_a_play_that_the_gallery_offers(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    chosen = [each for each in workspace.plan.activities.values() if workspace.plan.span_of(each.id)][:2]
    window.places.show_page(PageName.PLAN)
    window.places.selection.pick_records(chosen)
    window._actions[Name.SAVE_PLAY].trigger()
    dialog = window.places.playing._saving
    assert not dialog.yes_button.isEnabled()
    qtbot.keyClicks(dialog.title.line, "Roastery evening")
    dialog.yes_button.click()
    assert [each.title for each in workspace.plays()] == ["Roastery evening"]
    window._actions[Name.PLAYS].trigger()
    rows = window.places.playing.gallery.list.rows
    assert [(row.first, row.end) for row in rows if row.end] == [("Roastery evening", "yours")]


def test_a_play_of_ones_own_is_deleted_by_its_key_and_others_are_not(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    chosen = next(each for each in workspace.plan.activities.values() if workspace.plan.span_of(each.id))
    window.places.selection.pick_records([chosen])
    window._actions[Name.SAVE_PLAY].trigger()
    qtbot.keyClicks(window.places.playing._saving.title.line, "Mine")
    window.places.playing._saving.yes_button.click()
    window._actions[Name.PLAYS].trigger()
    listed = window.places.playing.gallery.list
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert len(listed.rows) == len(builtin_plays()) + 1
    listed.make_current(next(row.key for row in listed.rows if row.first == "Mine"))
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert workspace.plays() == ()
    assert len(listed.rows) == len(builtin_plays())


def test_nothing_selected_makes_no_play(window: MainWindow) -> None:
    window.places.selection.pick()
    assert not window._actions[Name.SAVE_PLAY].isEnabled()


def test_the_guide_offers_plays_after_the_audience(window: MainWindow) -> None:
    from campaignplanner.planning.first_steps import FirstStep

    window._actions[Name.GUIDE].trigger()
    guide = window.places.pages.plan_page.side.guide
    guide.show_step(FirstStep.AUDIENCE)
    guide.skip()
    guide.step.plays.click()
    assert window.places.playing.gallery is not None
