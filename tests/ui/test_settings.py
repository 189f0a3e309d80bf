"""The settings: taken at once, shown everywhere, remembered; and another store in the same window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campaignplanner.domain.plan import Plan
from campaignplanner.preferences import Preferences, ThemeChoice
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui import regional, theme
from campaignplanner.ui.actions import Name
from campaignplanner.ui.dialogs.settings import SettingsDialog
from campaignplanner.ui.fields.calendar import CalendarPopup
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.selection import Picked
from tests.ui.doors import PreparedFiles

OpenWindow = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def usual_weeks(qapp: QApplication) -> None:
    regional.begin_weeks_on(None)


@pytest.fixture
def inside(open_window: OpenWindow, workspace: Workspace, sample_plan: Plan) -> MainWindow:
    return open_window(Preferences(last_campaign_id=workspace.import_plan(sample_plan)))


def settings_of(window: MainWindow) -> SettingsDialog:
    window._actions[Name.SETTINGS].trigger()
    assert window._settings is not None
    return window._settings


def remembered_after(window: MainWindow, change: Callable[[], object]) -> Preferences:
    told: list[Preferences] = []
    window.remember.connect(told.append)
    change()
    return told[-1]


def test_a_key_opens_the_settings_and_escape_closes_them(inside: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(inside, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = inside._settings
    assert dialog is not None
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert inside._settings is None


def test_colours_change_at_once_and_are_remembered(inside: MainWindow) -> None:
    dialog = settings_of(inside)
    kept = remembered_after(inside, lambda: dialog.theme.choose(ThemeChoice.DARK))
    assert theme.current().is_dark
    assert kept.theme is ThemeChoice.DARK
    checked = [action.data() for action in inside._menu.theme_actions if action.isChecked()]
    assert checked == [ThemeChoice.DARK]
    dialog.theme.choose(ThemeChoice.LIGHT)


def test_dates_and_numbers_of_the_whole_window_are_written_as_in_another_country(inside: MainWindow) -> None:
    dialog = settings_of(inside)
    kept = remembered_after(inside, lambda: dialog.locale_field.choose("de_DE"))
    assert kept.locale == "de_DE"
    assert "24. Aug. \u2013 30. Nov. 2026" in inside._header.words.subtitle.text()
    assert dialog.locale_field.message == "24. Aug. \u2013 30. Nov. 2026 \u00b7 1.234,50\u00a0€"
    assert inside.places is not None
    inside.places.show_page(PageName.PLAN)
    form = inside.places.pages.plan_page.inspector.form
    assert form is not None
    assert form.field("first_day").editor.text() == "24. Aug. 2026"


def test_another_locale_keeps_the_page_and_what_is_selected(inside: MainWindow, sample_plan: Plan) -> None:
    assert inside.places is not None
    inside.places.show_page(PageName.PLAN)
    picked = Picked.record(next(iter(sample_plan.activities.values())))
    inside.places.selection.pick(picked)
    settings_of(inside).locale_field.choose("de_DE")
    assert inside.places.pages.name is PageName.PLAN
    assert inside.places.selection.picked == (picked,)
    assert inside.places.pages.plan_page.tree.view.picked_activities() == (picked.id,)


def test_the_locale_that_was_chosen_counts_at_the_next_start(open_window: OpenWindow) -> None:
    open_window(Preferences(locale="sv_SE"))
    assert QLocale().name() == "sv_SE"


def test_calendars_begin_the_week_on_the_day_that_was_chosen(inside: MainWindow) -> None:
    kept = remembered_after(inside, lambda: settings_of(inside).week.choose(7))
    assert kept.first_day_of_week == 7
    popup = CalendarPopup(inside)
    assert popup.calendar.firstDayOfWeek() is Qt.DayOfWeek.Sunday
    popup.close()


def test_calendars_begin_the_week_as_the_country_does_where_nothing_was_chosen(qapp: QApplication) -> None:
    QLocale.setDefault(QLocale("en_US"))
    assert regional.first_day_of_week() is Qt.DayOfWeek.Sunday
    QLocale.setDefault(QLocale("de_DE"))
    assert regional.first_day_of_week() is Qt.DayOfWeek.Monday


def test_the_currency_of_new_campaigns_is_remembered(inside: MainWindow) -> None:
    kept = remembered_after(inside, lambda: settings_of(inside).currency.choose("SEK"))
    assert kept.currency == "SEK"
    assert regional.currency_of(kept) == "SEK"


def test_money_of_new_campaigns_is_that_of_the_country_where_nothing_was_chosen(qapp: QApplication) -> None:
    QLocale.setDefault(QLocale("en_GB"))
    assert regional.currency_of(Preferences()) == "GBP"
    QLocale.setDefault(QLocale("eo"))
    assert regional.currency_of(Preferences()) in {"EUR", regional.currency_here()}


def test_every_locale_that_is_offered_can_be_written_in(qapp: QApplication) -> None:
    names = [each.name for each in regional.locale_choices()]
    assert len(names) == len(set(names)) > 100
    for name in ("de_AT", "en_US", "ja_JP", "ar_EG", "hi_IN", "sv_SE"):
        assert name in names
        regional.write_as_in(name)
        assert regional.example()


def test_the_settings_say_where_the_campaigns_are_kept(inside: MainWindow, store_path: Path) -> None:
    assert settings_of(inside)._path.text() == str(store_path)


def test_another_store_is_asked_for_with_its_path(
    inside: MainWindow, files: PreparedFiles, tmp_path: Path
) -> None:
    wanted: list[Path] = []
    inside.store_wanted.connect(wanted.append)
    dialog = settings_of(inside)
    dialog.open_button.click()
    assert wanted == []
    files.store = tmp_path / "other.sqlite"
    dialog.make_button.click()
    assert wanted == [tmp_path / "other.sqlite"]


def test_a_store_that_cannot_be_opened_is_said_in_the_settings(inside: MainWindow) -> None:
    dialog = settings_of(inside)
    inside.keep_store("That is no store.")
    assert dialog.trouble == "That is no store."
    assert inside.places is not None
    assert inside.places.campaign_id is not None


def test_without_a_store_another_can_be_chosen(qtbot: QtBot) -> None:
    window = MainWindow(replace(Preferences(), last_store=Path("/nowhere/campaigns.sqlite")))
    qtbot.addWidget(window)
    window.show()
    window.refuse("The store is not there.")
    dialog = settings_of(window)
    assert dialog.open_button.isEnabled()
    dialog.close()
