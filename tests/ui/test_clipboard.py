"""Copy, cut and paste through the actions of the real window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import Activity, Kind, Side
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.row_words import Column
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.actions import Name
from campaignplanner.ui.clipboard import PlanClipboard
from campaignplanner.ui.dialogs.paste_rows import PasteRowsDialog
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.selection import Picked
from tests.builders import a_bridge, a_contribution, a_flight, a_plan, an_activity, an_aim
from tests.ui.test_every_control import nameless

TASTING = an_activity("Tasting", kind=Kind.PRODUCT_TRIAL)
REVIEWS = an_activity("Reviews")


class Desk:
    """A person on the plan page, with two activities that a bridge joins."""

    def __init__(self, window: MainWindow) -> None:
        assert window.places is not None
        self.window = window
        self.places = window.places

    @property
    def plan(self) -> Plan:
        plan = self.places._live.plan
        assert plan is not None
        return plan

    @property
    def titles(self) -> list[str]:
        return sorted(each.title for each in self.plan.activities.values())

    @property
    def clipboard(self) -> PlanClipboard:
        return self.places.pages.plan_page.clipboard

    @property
    def sentence(self) -> str:
        message = self.window._messages.message
        return "" if message is None else message.sentence

    def do(self, name: Name) -> None:
        action = self.window._actions[name]
        assert action.isEnabled()
        action.trigger()

    def pick(self, *ids: str) -> None:
        self.places.selection.pick(*(Picked(Activity, each) for each in ids))

    def paste_text(self, text: str) -> PasteRowsDialog:
        QGuiApplication.clipboard().setText(text)
        self.do(Name.PASTE)
        dialog = self.clipboard.dialog
        assert dialog is not None
        return dialog


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: object) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def desk(window: MainWindow, workspace: Workspace) -> Desk:
    plan = a_plan(
        an_aim("Win members"),
        *(TASTING, REVIEWS),
        a_flight(TASTING, "2026-09-10", "2026-09-27"),
        a_contribution(TASTING, "win-members"),
        a_bridge(TASTING, REVIEWS),
        first_day="2026-09-01",
        last_day="2026-11-30",
        currency="EUR",
    )
    desk = Desk(window)
    desk.places.show_campaign(workspace.import_plan(plan))
    desk.do(Name.PLAN)
    return desk


def test_copied_activities_are_pasted_with_what_belongs_to_them_and_selected(desk: Desk) -> None:
    desk.pick("tasting", "reviews")
    desk.do(Name.COPY)
    desk.do(Name.PASTE)
    assert desk.titles == ["Reviews", "Reviews", "Tasting", "Tasting"]
    assert len(desk.plan.bridges) == 2
    assert len(desk.plan.contributions) == 2
    assert not {"tasting", "reviews"} & set(desk.places.selection.ids(Activity))


def test_a_paste_is_one_step_of_undo(desk: Desk) -> None:
    desk.pick("tasting", "reviews")
    desk.do(Name.COPY)
    desk.do(Name.PASTE)
    desk.do(Name.UNDO)
    assert desk.titles == ["Reviews", "Tasting"]


def test_what_was_cut_can_be_pasted_into_another_campaign(desk: Desk, workspace: Workspace) -> None:
    desk.pick("tasting")
    desk.do(Name.CUT)
    assert desk.titles == ["Reviews"]
    desk.places.show_campaign(workspace.import_plan(a_plan(id="other", title="Other")))
    desk.do(Name.PLAN)
    desk.do(Name.PASTE)
    assert desk.titles == ["Tasting"]
    assert "Win members" in desk.sentence


def test_a_spreadsheet_gets_rows_beside_the_activities(desk: Desk) -> None:
    desk.pick("tasting")
    desk.do(Name.COPY)
    heading, row = QGuiApplication.clipboard().text().splitlines()
    assert heading.startswith("Title\tSide\tKind")
    assert row.startswith("Tasting\toffline\tproduct trial\t10 Sept 2026")


def test_rows_of_a_spreadsheet_are_shown_before_they_become_activities(desk: Desk) -> None:
    dialog = desk.paste_text(
        "Title\tSide\tFirst day\tPlanned\nSampling\tOffline\t10 Sep\t1,200\nPosts\t\t\t\n"
    )
    assert desk.titles == ["Reviews", "Tasting"]
    assert dialog.yes_button.text() == "Make 2 activities"
    dialog.aim.choose("win-members")
    dialog.accept()
    assert desk.titles == ["Posts", "Reviews", "Sampling", "Tasting"]
    sampling = next(each for each in desk.plan.activities.values() if each.title == "Sampling")
    span = desk.plan.span_of(sampling.id)
    assert sampling.side is Side.OFFLINE
    assert span is not None
    assert span.first_day == date(2026, 9, 10)
    assert [line.planned for line in desk.plan.lines_of(sampling.id)] == [120_000]
    assert [each.aim_id for each in desk.plan.contributions_of(sampling.id)] == ["win-members"]


def test_pasted_rows_are_one_step_of_undo(desk: Desk) -> None:
    desk.paste_text("Sampling\t10 Sep\nPosts\t11 Sep").accept()
    desk.do(Name.UNDO)
    assert desk.titles == ["Reviews", "Tasting"]


def test_a_cell_that_is_not_understood_is_marked_and_said(desk: Desk) -> None:
    dialog = desk.paste_text("Title\tFirst day\nSampling\tsome day\nPosts\t11 Sep")
    assert "1 cell was not understood" in dialog.said.text()
    model = dialog.table.model()
    marked = [
        model.index(row, column).data()
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if dialog._model.sentence_at(model.index(row, column))
    ]
    assert marked == ["some day"]
    dialog.reject()


def said_of(dialog: PasteRowsDialog) -> list[Column | None]:
    return [field.value for field in dialog.columns.fields if not field.isHidden()]


def shown(dialog: PasteRowsDialog, row: int) -> list[str]:
    model = dialog.table.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_what_a_column_says_can_be_corrected_and_the_preview_follows_at_once(desk: Desk) -> None:
    dialog = desk.paste_text("Sampling\tMeera\t10 Sep\nPosts\tJon\t11 Sep")
    assert said_of(dialog) == [Column.TITLE, None, Column.FIRST_DAY]
    dialog.columns.fields[1].choose(Column.OWNER)
    assert [row.owner for row in dialog.rows] == ["Meera", "Jon"]
    dialog.columns.fields[2].choose(Column.KIND)
    assert "“10 Sep” is no kind" in dialog.said.text()
    assert shown(dialog, 0) == ["Sampling", "Meera", "10 Sep", "Online"]
    dialog.reject()


def test_a_correction_is_kept_while_other_things_are_chosen(desk: Desk) -> None:
    dialog = desk.paste_text("Title\tComment\nSampling\tMeera")
    dialog.columns.fields[1].choose(Column.OWNER)
    dialog.side.choose(Side.OFFLINE)
    dialog.headings.tick.click()
    assert [row.title for row in dialog.rows] == ["Title", "Sampling"]
    dialog.headings.tick.click()
    assert said_of(dialog) == [Column.TITLE, Column.OWNER]
    assert [(row.title, row.owner) for row in dialog.rows] == [("Sampling", "Meera")]
    dialog.reject()


def test_a_meaning_that_is_taken_away_comes_back_when_it_is_free_again(desk: Desk) -> None:
    dialog = desk.paste_text("Title\tOwner\nSampling\tMeera")
    dialog.columns.fields[1].choose(Column.TITLE)
    assert said_of(dialog) == [None, Column.TITLE]
    dialog.columns.fields[1].choose(Column.OWNER)
    assert said_of(dialog) == [Column.TITLE, Column.OWNER]
    dialog.reject()


def test_rows_without_a_column_of_titles_make_nothing_and_say_what_to_choose(desk: Desk) -> None:
    dialog = desk.paste_text("Title\tOwner\nSampling\tMeera")
    dialog.columns.fields[0].choose(None)
    assert not dialog.yes_button.isEnabled()
    assert "holds the titles" in dialog.said.text()
    assert shown(dialog, 0)[:2] == ["Sampling", "Meera"]
    dialog.reject()


def test_the_columns_are_corrected_by_keyboard_too(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.paste_text("Sampling\tMeera\nPosts\tJon")
    dialog.activateWindow()
    dialog.table.setCurrentIndex(dialog.table.model().index(0, 1))
    qtbot.keyClick(dialog.table, Qt.Key.Key_F2)
    box = dialog.columns.fields[1].box
    assert box.view().isVisible()
    qtbot.keyClicks(box.view(), "Ow")
    qtbot.keyClick(box.view(), Qt.Key.Key_Return)
    assert [row.owner for row in dialog.rows] == ["Meera", "Jon"]
    dialog.reject()


def test_tab_goes_from_the_first_row_over_the_columns_to_the_table(desk: Desk) -> None:
    dialog = desk.paste_text("Sampling\tMeera\nPosts\tJon")
    reached: list[QWidget] = [dialog.headings.editor]
    while dialog.table not in reached and len(reached) < 10:
        reached.append(reached[-1].nextInFocusChain())
    boxes = [field.editor for field in dialog.columns.fields]
    assert [each for each in reached if each in (*boxes, dialog.table)] == [*boxes, dialog.table]
    dialog.reject()


def test_every_control_of_the_preview_has_a_name(desk: Desk) -> None:
    dialog = desk.paste_text("Title\tOwner\nSampling\tMeera")
    assert nameless(dialog) == []
    assert [each.editor.accessibleName() for each in dialog.columns.fields] == [
        "What “Title” says",
        "What “Owner” says",
    ]
    dialog.reject()


def test_cells_that_are_not_understood_are_kept_in_the_notes(desk: Desk) -> None:
    desk.paste_text("Title\tType\nSampling\tzeppelin").accept()
    sampling = next(each for each in desk.plan.activities.values() if each.title == "Sampling")
    assert sampling.notes == "Type: zeppelin"


def test_the_side_of_rows_that_do_not_say_theirs_can_be_chosen(desk: Desk) -> None:
    dialog = desk.paste_text("Sampling\t10 Sep\nTasting table\t11 Sep")
    dialog.side.choose(Side.OFFLINE)
    assert {row.side for row in dialog.rows} == {Side.OFFLINE}
    dialog.reject()


def test_the_proposed_aim_is_that_of_the_selected_activity(desk: Desk) -> None:
    desk.pick("tasting")
    dialog = desk.paste_text("Sampling\t10 Sep")
    assert dialog.aim_id == "win-members"
    dialog.reject()


def test_an_empty_clipboard_is_told(desk: Desk) -> None:
    desk.do(Name.PASTE)
    assert "nothing to paste" in desk.sentence


def test_something_damaged_on_the_clipboard_changes_nothing_and_is_told(desk: Desk) -> None:
    desk.pick("tasting")
    desk.do(Name.COPY)
    mime = QGuiApplication.clipboard().mimeData()
    (format_name,) = [each for each in mime.formats() if "campaignplanner" in each]
    broken = QMimeData()
    broken.setData(format_name, b"{")
    QGuiApplication.clipboard().setMimeData(broken)
    desk.do(Name.PASTE)
    assert desk.titles == ["Reviews", "Tasting"]
    assert "cannot be pasted" in desk.sentence
