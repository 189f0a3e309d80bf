"""The tree in the hands of somebody: selecting, editing in place, finding, changing many at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import Activity, ActivityStatus, Flight, Kind, Side
from campaignplanner.domain.aim import Aim
from campaignplanner.domain.budget import Meets
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.budget import MakeBudgetLine
from campaignplanner.ui.actions import Name
from campaignplanner.ui.dialogs.move_campaign import MoveActivitiesDialog
from campaignplanner.ui.fonts import with_figures
from campaignplanner.ui.plan.tree.cell_delegate import CellEditor
from campaignplanner.ui.plan.tree.columns import COLUMNS, Column
from campaignplanner.ui.plan.tree.row_painter import PADDING
from campaignplanner.ui.plan.tree.row_texts import count_text
from campaignplanner.ui.selection import Picked
from tests.builders import a_contribution, a_dated_activity, a_flight, a_line, a_plan, an_activity, an_aim
from tests.ui.plan.tree.conftest import Stage
from tests.ui.test_move_campaign import days_of

Show = Callable[[Plan], Stage]
KEY = Qt.Key


def the_plan() -> Plan:
    aim = an_aim("Win members", id="a" * 32)
    return a_plan(
        aim,
        a_dated_activity("Tasting bars", "2026-09-10", "2026-09-27", kind=Kind.SAMPLING, aims=[aim]),
        a_dated_activity("Recipe talk", "2026-09-01", "2026-11-30", aims=[aim], owner="Ada"),
        an_activity("Clinic", Kind.SERVICE_CLINIC),
        a_flight("clinic", "2026-10-01", "2026-10-02"),
        a_flight("clinic", "2026-11-01", "2026-11-02"),
        an_activity("Loose end"),
        a_line(500_00, activity="loose-end", id="money"),
    )


@pytest.fixture
def stage(show: Show) -> Stage:
    return show(the_plan())


def open_cell(stage: Stage, activity_id: str, column: Column) -> CellEditor:
    """Goes to a cell and presses F2."""
    view = stage.tree.view
    view.setCurrentIndex(stage.tree.model.index_of(activity_id, column))
    press(stage, KEY.Key_F2)
    assert view.cells.editors, "no field opened"
    return view.cells.editors[-1]


def press(stage: Stage, key: Qt.Key) -> None:
    from PySide6.QtTest import QTest

    QTest.keyClick(stage.tree.view, key)


def type_and_press(qtbot: QtBot, editor: CellEditor, text: str, key: Qt.Key) -> None:
    line = editor.field.editor
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, key)


def plan_of(stage: Stage) -> Plan:
    plan = stage.tools.live.plan
    assert plan is not None
    return plan


def steps(stage: Stage) -> int:
    return len(stage.tools.live.workspace.history(plan_of(stage).campaign.id))


def picked_titles(stage: Stage) -> list[str]:
    plan = plan_of(stage)
    return [plan.activities[each].title for each in stage.tools.selection.ids(Activity)]


# -- editing -------------------------------------------------------------------------------------------


def test_a_title_is_typed_over_in_its_cell_in_one_step(stage: Stage, qtbot: QtBot) -> None:
    before = steps(stage)
    type_and_press(qtbot, open_cell(stage, "loose-end", Column.TITLE), "Tied up", KEY.Key_Return)
    assert plan_of(stage).activities["loose-end"].title == "Tied up"
    assert steps(stage) == before + 1
    assert stage.tree.view.cells.editors == ()


def test_an_edit_that_is_refused_stays_open_with_what_was_typed_and_a_sentence(
    stage: Stage, qtbot: QtBot
) -> None:
    editor = open_cell(stage, "loose-end", Column.TITLE)
    type_and_press(qtbot, editor, " ", KEY.Key_Return)
    assert "needs a title" in editor.field.error
    stage.tree.view.setCurrentIndex(stage.tree.model.index_of("clinic"))
    assert stage.tree.view.cells.editors == (editor,)
    assert plan_of(stage).activities["loose-end"].title == "Loose end"


def test_dates_are_typed_freely_and_give_an_undated_activity_a_flight(stage: Stage, qtbot: QtBot) -> None:
    editor = open_cell(stage, "loose-end", Column.DATES)
    type_and_press(qtbot, editor, "3 - 9 Oct 2026", KEY.Key_Return)
    span = plan_of(stage).span_of("loose-end")
    assert span is not None
    assert (span.first_day.isoformat(), span.last_day.isoformat()) == ("2026-10-03", "2026-10-09")


def test_dates_that_nobody_understands_stay_in_the_cell(stage: Stage, qtbot: QtBot) -> None:
    editor = open_cell(stage, "tasting-bars", Column.DATES)
    type_and_press(qtbot, editor, "30 Feb", KEY.Key_Return)
    assert editor.field.error
    assert editor.field.typed() == "30 Feb"
    qtbot.keyClick(editor.field.editor, KEY.Key_Escape)
    assert stage.tree.view.cells.editors == ()


def test_emptied_dates_leave_an_activity_undated(stage: Stage, qtbot: QtBot) -> None:
    editor = open_cell(stage, "tasting-bars", Column.DATES)
    editor.field.editor.clear()
    qtbot.keyClick(editor.field.editor, KEY.Key_Return)
    assert plan_of(stage).span_of("tasting-bars") is None


def message(stage: Stage) -> str:
    said = stage.tools.messages.message
    return "" if said is None else said.sentence


def clinic_days(stage: Stage) -> list[str]:
    flights = plan_of(stage).flights_of("clinic")
    return [f"{each.first_day:%d.%m} {each.last_day:%d.%m}" for each in flights]


def test_dates_as_long_as_before_move_all_flights_and_say_so(stage: Stage, qtbot: QtBot) -> None:
    editor = open_cell(stage, "clinic", Column.DATES)
    assert editor.field.message == "2 flights move together; another length changes the ends."
    type_and_press(qtbot, editor, "8 Oct - 9 Nov 2026", KEY.Key_Return)
    assert clinic_days(stage) == ["08.10 09.10", "08.11 09.11"]
    assert message(stage) == "The 2 flights of “Clinic” moved 7 days later."


def test_a_single_day_is_where_several_flights_begin(stage: Stage, qtbot: QtBot) -> None:
    type_and_press(qtbot, open_cell(stage, "clinic", Column.DATES), "30 Sep 2026", KEY.Key_Return)
    assert clinic_days(stage) == ["30.09 01.10", "31.10 01.11"]
    assert message(stage) == "The 2 flights of “Clinic” moved 1 day earlier."


def test_another_last_day_changes_the_last_flight_only(stage: Stage, qtbot: QtBot) -> None:
    editor = open_cell(stage, "clinic", Column.DATES)
    type_and_press(qtbot, editor, "1 Oct - 9 Nov 2026", KEY.Key_Return)
    assert clinic_days(stage) == ["01.10 02.10", "01.11 09.11"]
    assert message(stage) == "The last of the 2 flights of “Clinic” ends on 9 Nov 2026 now; the others stay."


def test_what_was_done_to_flights_is_undone_in_one_step(stage: Stage, qtbot: QtBot) -> None:
    before = clinic_days(stage)
    editor = open_cell(stage, "clinic", Column.DATES)
    type_and_press(qtbot, editor, "8 Oct - 9 Nov 2026", KEY.Key_Return)
    stage.tools.messages.answer_buttons[0].click()
    assert clinic_days(stage) == before


def test_emptied_dates_delete_several_flights_in_one_step(stage: Stage, qtbot: QtBot) -> None:
    before = steps(stage)
    editor = open_cell(stage, "clinic", Column.DATES)
    editor.field.editor.clear()
    qtbot.keyClick(editor.field.editor, KEY.Key_Return)
    assert clinic_days(stage) == []
    assert steps(stage) == before + 1
    assert message(stage) == "The 2 flights of “Clinic” were deleted: it has no dates now."


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("3 Nov - 9 Nov 2026", "from 1 October 2026 to 2 October 2026"), ("31 Dec 9999", "beyond the calendar")],
)
def test_dates_that_the_flights_cannot_have_stay_in_the_cell(
    stage: Stage, qtbot: QtBot, typed: str, sentence: str
) -> None:
    before = clinic_days(stage)
    editor = open_cell(stage, "clinic", Column.DATES)
    type_and_press(qtbot, editor, typed, KEY.Key_Return)
    assert sentence in editor.field.error
    assert editor.field.typed() == typed
    assert clinic_days(stage) == before


def test_a_status_is_chosen_from_its_list(stage: Stage) -> None:
    editor = open_cell(stage, "tasting-bars", Column.STATUS)
    box = editor.field.editor
    assert isinstance(box, QComboBox)
    assert box.view().isVisible()
    box.setCurrentIndex(3)
    box.activated.emit(3)
    assert plan_of(stage).activities["tasting-bars"].status is ActivityStatus.LIVE
    assert stage.tree.view.cells.editors == ()


def test_only_kinds_of_the_activitys_side_are_offered(stage: Stage) -> None:
    editor = open_cell(stage, "tasting-bars", Column.KIND)
    offered = {value for value, _ in editor.field.choices}
    assert Kind.SAMPLING in offered
    assert Kind.CONVERSATION not in offered
    assert Kind.OTHER in offered


def test_tab_takes_an_edit_and_opens_the_next_cell(stage: Stage, qtbot: QtBot) -> None:
    type_and_press(qtbot, open_cell(stage, "loose-end", Column.TITLE), "Tied up", KEY.Key_Tab)
    assert plan_of(stage).activities["loose-end"].title == "Tied up"
    assert [each.column for each in stage.tree.view.cells.editors] == [Column.DATES]


def test_escape_leaves_everything_as_it_was(stage: Stage, qtbot: QtBot) -> None:
    before = steps(stage)
    type_and_press(qtbot, open_cell(stage, "loose-end", Column.TITLE), "Other", KEY.Key_Escape)
    assert steps(stage) == before
    assert stage.tree.view.cells.editors == ()


def test_undo_takes_back_one_edit_of_a_cell(stage: Stage, qtbot: QtBot) -> None:
    type_and_press(qtbot, open_cell(stage, "recipe-talk", Column.OWNER), "Zoe", KEY.Key_Return)
    stage.tools.live.undo(plan_of(stage).campaign.id)
    assert stage.tree.model.index_of("recipe-talk", Column.OWNER).data() == "Ada"


def test_an_open_cell_stays_open_while_other_rows_change(stage: Stage, qtbot: QtBot) -> None:
    from campaignplanner.services.commands.activity import ChangeActivity

    editor = open_cell(stage, "recipe-talk", Column.TITLE)
    editor.field.editor.selectAll()
    qtbot.keyClicks(editor.field.editor, "Half typ")
    stage.tools.live.execute(ChangeActivity("tasting-bars", {"title": "Bars"}))
    assert stage.tree.view.cells.editors == (editor,)
    assert editor.field.typed() == "Half typ"


def test_bridges_and_money_of_several_lines_open_the_details(stage: Stage, qtbot: QtBot) -> None:
    line = a_line(100_00, activity="loose-end", id="more")
    stage.tools.live.execute(MakeBudgetLine(line))
    for column in (Column.PLANNED, Column.BRIDGES, Column.SIDE):
        with qtbot.waitSignal(stage.tree.details_asked):
            stage.tree.view.edit_cell(stage.tree.model.index_of("loose-end", column))


# -- keys ----------------------------------------------------------------------------------------------


def test_arrows_go_from_cell_to_cell_and_back_to_the_aim(stage: Stage) -> None:
    view = stage.tree.view
    view.setCurrentIndex(stage.tree.model.index_of("tasting-bars", Column.KIND))
    press(stage, KEY.Key_Right)
    assert view.currentIndex().column() == Column.TITLE.place
    press(stage, KEY.Key_Left)
    press(stage, KEY.Key_Left)
    press(stage, KEY.Key_Left)
    assert stage.tree.model.group_at(view.currentIndex()) is not None


def test_space_and_enter_open_and_close_an_aim(stage: Stage) -> None:
    view = stage.tree.view
    aim = stage.tree.model.index(0, 0)
    view.setCurrentIndex(aim)
    press(stage, KEY.Key_Space)
    assert not view.isExpanded(aim)
    press(stage, KEY.Key_Return)
    assert view.isExpanded(aim)


def test_typing_goes_to_the_title_that_begins_so(stage: Stage, qtbot: QtBot) -> None:
    qtbot.keyClicks(stage.tree.view, "loo")
    assert picked_titles(stage) == ["Loose end"]


def test_insert_adds_an_activity_under_the_same_aim_and_opens_its_title(stage: Stage, qtbot: QtBot) -> None:
    stage.tree.view.setCurrentIndex(stage.tree.model.index_of("tasting-bars"))
    press(stage, KEY.Key_Insert)
    (editor,) = stage.tree.view.cells.editors
    type_and_press(qtbot, editor, "Second bar", KEY.Key_Return)
    made = next(each for each in plan_of(stage).activities.values() if each.title == "Second bar")
    assert (made.side, made.kind) == (Side.OFFLINE, Kind.SAMPLING)
    assert list(plan_of(stage).aim_shares(made.id)) == ["a" * 32]


def test_large_amounts_of_money_are_never_cut(show: Show) -> None:
    dear = a_dated_activity("Dear", "2026-09-10", "2026-09-27", aims=["win"])
    stage = show(a_plan(an_aim("Win", id="win"), dear, a_line(1_234_567_890_12, activity="dear")))
    view = stage.tree.view
    text = stage.tree.model.index_of("dear", Column.PLANNED).data()
    assert text == "€1,234,567,890.12"
    room = view.columns.sectionSize(Column.PLANNED.place) - 2 * PADDING
    assert QFontMetrics(with_figures(view.font())).horizontalAdvance(text) <= room


# -- selection -----------------------------------------------------------------------------------------


def test_what_is_selected_here_is_selected_everywhere(stage: Stage) -> None:
    stage.tree.view.setCurrentIndex(stage.tree.model.index_of("recipe-talk"))
    assert stage.tools.selection.picked == (Picked(Activity, "recipe-talk"),)
    stage.tree.view.setCurrentIndex(stage.tree.model.index(0, 0))
    assert stage.tools.selection.picked == (Picked(Aim, "a" * 32),)


def test_what_is_selected_elsewhere_is_selected_here(stage: Stage) -> None:
    stage.tools.selection.pick(Picked(Activity, "loose-end"), Picked(Activity, "clinic"))
    assert set(stage.tree.view.picked_activities()) == {"loose-end", "clinic"}
    assert stage.tree.view.currentIndex() == stage.tree.model.index_of("clinic")


def test_of_a_flight_that_is_selected_elsewhere_the_activity_is_shown(stage: Stage) -> None:
    flight = plan_of(stage).flights_of("clinic")[0]
    stage.tools.selection.pick(Picked(Flight, flight.id))
    assert stage.tree.view.picked_activities() == ("clinic",)
    assert stage.tools.selection.picked == (Picked(Flight, flight.id),)


def test_the_selection_survives_an_edit_and_a_search(stage: Stage) -> None:
    stage.tools.selection.pick(Picked(Activity, "loose-end"))
    stage.tree.find_bar.line.setText("tasting")
    assert stage.tools.selection.picked == (Picked(Activity, "loose-end"),)
    stage.tree.find_bar.line.clear()
    assert stage.tree.view.picked_activities() == ("loose-end",)


# -- finding -------------------------------------------------------------------------------------------


def test_typing_in_the_line_keeps_what_has_the_words_and_hides_empty_aims(stage: Stage) -> None:
    stage.tree.find_bar.line.setText("clinic")
    assert list(stage.tree.model.shown_ids()) == ["clinic"]
    assert stage.tree.view.isRowHidden(0, stage.tree.view.rootIndex())
    stage.tree.find_bar.clear()
    assert not stage.tree.view.isRowHidden(0, stage.tree.view.rootIndex())


def test_side_status_and_done_are_chosen_beside_the_line(stage: Stage) -> None:
    stage.tree.find_bar.choose_side(Side.OFFLINE)
    assert set(stage.tree.model.shown_ids()) == {"tasting-bars", "clinic"}
    stage.tree.find_bar.choose_status(ActivityStatus.DONE)
    assert list(stage.tree.model.shown_ids()) == []
    stage.tree.find_bar.clear()
    assert stage.tree.model.shown_count == 4


def test_where_nothing_is_found_one_click_shows_all_again(stage: Stage, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QPushButton

    stage.tree.find_bar.line.setText("no such thing")
    button = next(each for each in stage.tree.findChildren(QPushButton) if each.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert stage.tree.model.shown_count == 4
    assert stage.tree.view.isVisible()


def test_an_empty_campaign_leads_on_with_one_button(show: Show, qtbot: QtBot) -> None:
    from campaignplanner.ui.widgets.buttons import MainButton

    stage = show(a_plan(an_aim()))
    button = next(each for each in stage.tree.findChildren(MainButton) if each.isVisible())
    with qtbot.waitSignal(stage.tools.actions[Name.NEW_ACTIVITY].triggered):
        button.click()


# -- many at once --------------------------------------------------------------------------------------


@pytest.fixture
def many(stage: Stage) -> Stage:
    stage.tools.selection.pick(Picked(Activity, "tasting-bars"), Picked(Activity, "clinic"))
    return stage


def test_a_bar_appears_for_several_and_goes_for_one(many: Stage) -> None:
    assert many.tree.many_bar.isVisible()
    assert many.tree.many_bar.said == "2 selected"
    many.tools.selection.pick(Picked(Activity, "clinic"))
    assert not many.tree.many_bar.isVisible()


def test_no_row_moves_as_the_bar_for_several_comes(stage: Stage) -> None:
    def top_of_clinic() -> int:
        QApplication.processEvents()
        view = stage.tree.view
        return (
            view.viewport()
            .mapTo(stage.tree, view.visualRect(stage.tree.model.index_of("clinic")).topLeft())
            .y()
        )

    before = top_of_clinic()
    stage.tools.selection.pick(Picked(Activity, "loose-end"), Picked(Activity, "clinic"))
    assert stage.tree.many_bar.isVisible()
    assert top_of_clinic() == before


def test_several_get_a_status_in_one_step(many: Stage) -> None:
    before = steps(many)
    choose(many, "Status", "Booked")
    statuses = {plan_of(many).activities[each].status for each in ("tasting-bars", "clinic")}
    assert statuses == {ActivityStatus.BOOKED}
    assert steps(many) == before + 1


def test_several_get_an_owner_by_typing(many: Stage, qtbot: QtBot) -> None:
    line = many.tree.many_bar.owner.line
    line.setFocus()
    qtbot.keyClicks(line, "Zoe")
    qtbot.keyClick(line, KEY.Key_Return)
    assert {plan_of(many).activities[each].owner for each in ("tasting-bars", "clinic")} == {"Zoe"}
    assert line.text() == ""


def test_several_get_a_kind_that_fits_their_side(many: Stage) -> None:
    choose(many, "Kind", "Event")
    assert {plan_of(many).activities[each].kind for each in ("tasting-bars", "clinic")} == {Kind.EVENT}


def test_no_kind_is_offered_for_both_sides_at_once(many: Stage) -> None:
    many.tools.selection.pick(Picked(Activity, "tasting-bars"), Picked(Activity, "recipe-talk"))
    menu = many.tree.context_menu()
    kinds = next(each.menu() for each in menu.actions() if each.text() == "Kind")
    assert [each.isEnabled() for each in kinds.actions()] == [False]
    menu.deleteLater()


def moving(many: Stage) -> MoveActivitiesDialog:
    many.tools.actions[Name.MOVE_PICKED].trigger()
    dialog: MoveActivitiesDialog = many.findChild(MoveActivitiesDialog)
    return dialog


def test_several_move_by_days_in_one_step_and_the_page_says_so(many: Stage) -> None:
    many.tools.selection.pick(*(Picked(Activity, each) for each in ("tasting-bars", "clinic", "loose-end")))
    before = steps(many)
    dialog = moving(many)
    days_of(dialog).setText("-3")
    assert dialog.preview.startswith("10 Sept \u2013 2 Nov 2026 becomes 7 Sept \u2013 30 Oct 2026.")
    dialog.accept()
    assert clinic_days(many) == ["28.09 29.09", "29.10 30.10"]
    assert steps(many) == before + 1
    assert message(many) == "2 activities moved 3 days earlier. 1 has no dates yet."


def test_one_activity_moves_by_days_too(many: Stage) -> None:
    many.tools.selection.pick(Picked(Activity, "clinic"))
    dialog = moving(many)
    days_of(dialog).setText("1w")
    dialog.accept()
    assert clinic_days(many) == ["08.10 09.10", "08.11 09.11"]
    assert message(many) == "“Clinic” moved 7 days later."


def test_where_nothing_has_dates_nobody_is_asked(many: Stage) -> None:
    many.tools.selection.pick(Picked(Activity, "loose-end"))
    assert moving(many) is None
    assert message(many) == "Nothing that is selected has dates to move yet."


def test_several_serve_an_aim_in_one_step(many: Stage) -> None:
    choose(many, "Aim", "Win members")
    assert {tuple(plan_of(many).aim_shares(each)) for each in ("tasting-bars", "clinic")} == {("a" * 32,)}


def choose(stage: Stage, title: str, words: str) -> None:
    """Chooses a line of a menu in the context menu."""
    menu = stage.tree.context_menu()
    part = next(each.menu() for each in menu.actions() if each.text() == title)
    next(each for each in part.actions() if each.text() == words).trigger()
    menu.deleteLater()


def test_deleting_says_what_went_and_offers_the_way_back(stage: Stage) -> None:
    stage.tools.selection.pick(Picked(Activity, "loose-end"))
    stage.tools.actions[Name.DELETE_PICKED].trigger()
    assert "loose-end" not in plan_of(stage).activities
    message = stage.tools.messages.message
    assert message is not None
    assert message.sentence.startswith("Deleted ")
    assert [answer.text for answer in message.answers] == ["Undo"]


def test_what_approved_money_keeps_can_be_cancelled_instead(stage: Stage) -> None:
    stage.tools.live.execute(MakeBudgetLine(a_line(100_00, activity="clinic", id="beans")))
    stage.tools.live.workspace.approve("Kim", date(2026, 9, 1))
    stage.tree.view.setCurrentIndex(stage.tree.model.index_of("clinic"))
    stage.tools.actions[Name.DELETE_PICKED].trigger()
    assert "has money that was approved" in message(stage)
    (button,) = stage.tools.messages.answer_buttons
    assert button.text() == "Mark as cancelled"
    button.click()
    assert plan_of(stage).activities["clinic"].status is ActivityStatus.CANCELLED


def test_several_are_deleted_in_one_step_and_keys_go_on_where_they_were(many: Stage) -> None:
    before = steps(many)
    many.tools.actions[Name.DELETE_PICKED].trigger()
    assert set(plan_of(many).activities) == {"recipe-talk", "loose-end"}
    assert steps(many) == before + 1
    assert many.tree.view.currentIndex().isValid()


def test_copies_are_selected_after_duplicating(stage: Stage) -> None:
    stage.tools.selection.pick(Picked(Activity, "tasting-bars"))
    stage.tools.actions[Name.DUPLICATE_PICKED].trigger()
    assert len(plan_of(stage).activities) == 5
    (copied,) = stage.tools.selection.ids(Activity)
    assert copied != "tasting-bars"


# -- columns -------------------------------------------------------------------------------------------


def test_widths_order_hidden_columns_and_sorting_are_remembered(stage: Stage, show: Show) -> None:
    header = stage.tree.view.columns
    header.resizeSection(Column.OWNER.place, 177)
    header.moveSection(header.visualIndex(Column.STATUS.place), 1)
    header.setSectionHidden(Column.BRIDGES.place, True)
    stage.tree.view.sortByColumn(Column.OWNER.place, Qt.SortOrder.DescendingOrder)
    state = stage.tree.state()
    another_stage = show(a_plan(an_activity("Other"), id="other"))
    other = another_stage.tree
    other.restore(state)
    columns = other.view.columns
    assert columns.sectionSize(Column.OWNER.place) == 177
    assert columns.in_sight()[1] is Column.STATUS
    assert columns.isSectionHidden(Column.BRIDGES.place)
    assert other.model.sorted_by == (Column.OWNER, True)


@pytest.mark.parametrize("damaged", [b"", b"something else", b"activities-1:\x00\x01"])
def test_a_damaged_state_leaves_the_columns_as_they_are(stage: Stage, damaged: bytes) -> None:
    before = [stage.tree.view.columns.sectionSize(column.place) for column in COLUMNS]
    stage.tree.restore(damaged)
    assert [stage.tree.view.columns.sectionSize(column.place) for column in COLUMNS] == before


# -- everything at once --------------------------------------------------------------------------------


def test_qts_rules_are_kept_while_people_sort_search_edit_delete_and_undo(stage: Stage, qtbot: QtBot) -> None:
    model = stage.tree.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    stage.tree.find_bar.line.setText("t")
    stage.tree.view.sortByColumn(Column.TITLE.place, Qt.SortOrder.DescendingOrder)
    stage.tree.find_bar.line.clear()
    type_and_press(qtbot, open_cell(stage, "loose-end", Column.TITLE), "A first", KEY.Key_Return)
    from campaignplanner.services.commands.aim import DeleteAim

    stage.tools.live.execute(DeleteAim("a" * 32))
    stage.tools.live.undo(plan_of(stage).campaign.id)
    stage.tools.live.undo(plan_of(stage).campaign.id)
    assert list(model.shown_ids()) == ["tasting-bars", "recipe-talk", "loose-end", "clinic"]


def test_a_row_under_the_mouse_may_go(stage: Stage) -> None:
    from campaignplanner.services.commands.activity import DeleteActivity

    stage.tree.view.entered.emit(stage.tree.model.index_of("loose-end"))
    stage.tools.live.execute(DeleteActivity("loose-end"))
    assert not stage.tree.grab().isNull()


def test_titles_in_other_scripts_long_ones_and_pictures_are_shown(show: Show) -> None:
    titles = ["x" * 400, "عنوان طويل جدا", "🎉👩‍👩‍👧 day", "<b>bold</b>\n&amp;"]
    activities = [an_activity(title, id=f"strange-{place}") for place, title in enumerate(titles)]
    stage = show(a_plan(*activities))
    assert stage.tree.model.shown_count == 4
    assert not stage.tree.grab().isNull()


def test_the_first_amount_in_a_cell_becomes_a_line_and_the_next_changes_it(
    stage: Stage, qtbot: QtBot
) -> None:
    for typed, planned in (("45k", 4_500_000), ("50,000", 5_000_000)):
        editor = open_cell(stage, "clinic", Column.PLANNED)
        type_and_press(qtbot, editor, typed, KEY.Key_Return)
        (line,) = plan_of(stage).lines_of("clinic")
        assert line.planned == planned
    assert line.meets is Meets.OFFLINE
    assert steps(stage) == 2


def test_an_aim_that_only_shares_activities_does_not_say_that_it_has_none(show: Show) -> None:
    talk = an_activity("Talk")
    plan = a_plan(
        an_aim("Sell", position=0),
        an_aim("Share", position=1),
        talk,
        a_contribution(talk, "sell", weight=2),
        a_contribution(talk, "share"),
    )
    stage = show(plan)
    facts, groups = stage.tree.model.facts, stage.tree.model.groups
    assert facts is not None
    assert [count_text(facts, group) for group in groups] == ["1 activity", "1 activity of another aim"]


@pytest.mark.parametrize("width", [500, 800, 1400])
def test_titles_keep_room_to_be_told_apart(stage: Stage, width: int) -> None:
    stage.tree.resize(width, 600)
    assert stage.tree.view.columns.sectionSize(Column.TITLE.place) >= 160
