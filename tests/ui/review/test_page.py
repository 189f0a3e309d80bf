"""The review page: what it lists, what opens, and what is done about it by mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import Activity, Kind
from campaignplanner.domain.aim import Kpi
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.review import Severity
from campaignplanner.planning.review.summary import Summary
from campaignplanner.preferences import Preferences
from campaignplanner.services.commands.aim import ChangeKpi
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.actions import Name
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.review.page import ReviewPage
from campaignplanner.ui.review.rows import Grouping, ReviewRow, RowKind
from campaignplanner.ui.review.words import summary_text
from tests.builders import a_contribution, a_flight, a_plan, an_activity, an_aim
from tests.ui.review.conftest import shown

LATE_CLINIC = "Service clinic in shops"
LONELY = "TikTok account"
REVIEW_TAB = list(PageName).index(PageName.REVIEW)
WITHOUT_TARGET = {
    "baseline": Decimal(3100),
    "target": None,
    "unit": "subscribers",
    "due_day": date(2026, 11, 30),
    "how_measured": "Shop system",
    "by_whom": "Ines",
}


def findings(page: ReviewPage) -> list[ReviewRow]:
    return [row for row in page.list.rows if row.kind is RowKind.FINDING]


def row_about(page: ReviewPage, words: str) -> ReviewRow:
    return next(row for row in page.list.rows if words in row.text)


def choose(page: ReviewPage, words: str) -> None:
    assert page.list.choose(row_about(page, words).key)


def said(page: ReviewPage) -> str:
    return "\n".join(each.text() for each in page.detail.widget().findChildren(QLabel))


def read_again(window: MainWindow) -> None:
    window.places.review.bring().finish()


def a_kpi_without_target(window: MainWindow, workspace: Workspace) -> Kpi:
    """A KPI that lacks nothing else."""
    kpi = next(each for each in workspace.plan.kpis.values() if each.aim_id is not None)
    workspace.execute(ChangeKpi(kpi.id, {**WITHOUT_TARGET}))
    read_again(window)
    return kpi


def test_the_first_finding_is_open_when_one_comes_to_the_page(page: ReviewPage) -> None:
    assert page.list.hasFocus()
    assert page.list.current == findings(page)[0]
    assert page.list.current.text in said(page)


def test_the_row_that_is_open_is_seen_to_be_chosen_however_the_focus_came(page: ReviewPage) -> None:
    page.list.clearFocus()
    page.list.selectionModel().clear()
    page.list.setFocus()
    (chosen,) = page.list.selectedIndexes()
    assert page.list.rows[chosen.row()] == page.list.current == findings(page)[0]


def test_findings_stand_under_the_aim_that_they_are_about(page: ReviewPage) -> None:
    rows = page.list.rows
    place = rows.index(row_about(page, LATE_CLINIC))
    heading = next(row for row in reversed(rows[:place]) if row.kind is RowKind.HEADING)
    assert heading.text == "Halve time-to-answer in customer service"


def test_the_switch_puts_them_together_by_topic(page: ReviewPage) -> None:
    before = {row.key for row in findings(page)}
    page.head.groupings[Grouping.FAMILY].click()
    headings = [row.text for row in page.list.rows if row.kind is RowKind.HEADING]
    assert headings[0] == "Aims and KPIs"
    assert {row.key for row in findings(page)} == before


def test_sorts_that_are_not_wanted_are_left_out_and_the_page_says_how_to_get_them_back(
    page: ReviewPage,
) -> None:
    page.head.filters[Severity.WARNING].click()
    assert not findings(page)
    page.head.filters[Severity.WARNING].click()
    assert findings(page)


def test_the_opened_finding_says_why_it_matters_and_what_stands_behind_it(page: ReviewPage) -> None:
    choose(page, LATE_CLINIC)
    text = said(page)
    assert "Why it matters" in text
    assert "no study of the right day is known to us" in text


def test_choosing_a_finding_selects_its_subjects_everywhere(reviewing: MainWindow, page: ReviewPage) -> None:
    choose(page, LATE_CLINIC)
    assert [each.record_type for each in reviewing.places.selection.picked] == [Bridge]
    choose(page, LONELY)
    assert [each.record_type for each in reviewing.places.selection.picked] == [Activity]


def test_enter_mends_in_one_step_and_undo_brings_the_finding_back(
    reviewing: MainWindow, page: ReviewPage, workspace: Workspace, qtbot: QtBot
) -> None:
    before = workspace.plan
    choose(page, LATE_CLINIC)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert workspace.plan != before
    assert not any("Nobody carries" in row.text for row in page.list.rows)
    message = reviewing._messages
    assert message.message is not None
    assert message.message.sentence == "Done: Start “Clinic tips thread” on 19 October."
    message.answer_buttons[0].click()
    read_again(reviewing)
    assert workspace.plan == before
    assert row_about(page, LATE_CLINIC)


def test_after_mending_the_next_finding_is_chosen(page: ReviewPage, qtbot: QtBot) -> None:
    choose(page, LATE_CLINIC)
    after = findings(page)[findings(page).index(row_about(page, LATE_CLINIC)) + 1]
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.list.hasFocus()
    assert page.list.current == after


def test_each_other_way_to_mend_has_its_own_button(page: ReviewPage, workspace: Workspace) -> None:
    choose(page, LATE_CLINIC)
    page.detail.cards[1].button.click()
    assert workspace.plan is not None
    titles = {each.title for each in workspace.plan.activities.values()}
    assert any(title.startswith("Follow-up to") for title in titles)


def test_a_field_is_filled_in_in_place(
    reviewing: MainWindow, page: ReviewPage, workspace: Workspace, qtbot: QtBot
) -> None:
    kpi = a_kpi_without_target(reviewing, workspace)
    choose(page, f"The KPI “{kpi.name}”")
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    (field,) = page.detail.cards[0].fields.values()
    assert field.editor.hasFocus()
    qtbot.keyClicks(field.editor, "12000")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert workspace.plan.kpis[kpi.id].target == 12000
    assert workspace.step_labels(workspace.plan.campaign.id)[0] == f"Complete “{kpi.name}”"


def test_a_blank_left_open_says_so_and_nothing_is_written(
    reviewing: MainWindow, page: ReviewPage, workspace: Workspace
) -> None:
    kpi = a_kpi_without_target(reviewing, workspace)
    before = workspace.plan
    choose(page, f"The KPI “{kpi.name}”")
    card = page.detail.cards[0]
    card.button.click()
    (field,) = card.fields.values()
    assert field.error == "This is still to be filled in."
    assert workspace.plan is before


def test_what_is_typed_stays_when_an_edit_elsewhere_is_read(
    reviewing: MainWindow, page: ReviewPage, workspace: Workspace, qtbot: QtBot
) -> None:
    kpi = a_kpi_without_target(reviewing, workspace)
    choose(page, f"The KPI “{kpi.name}”")
    (field,) = page.detail.cards[0].fields.values()
    qtbot.keyClicks(field.editor, "12")
    workspace.execute(ChangeKpi(kpi.id, {"unit": ""}))
    read_again(reviewing)
    assert [each.typed() for each in page.detail.cards[0].fields.values()] == ["12", ""]


def test_delete_asks_for_a_reason_and_sets_the_finding_aside_with_it(
    reviewing: MainWindow, page: ReviewPage, workspace: Workspace, qtbot: QtBot
) -> None:
    choose(page, LONELY)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    reason = page.detail.aside.reason.editor
    assert reason.hasFocus()
    qtbot.keyClicks(reason, "A test of the agency")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert any(each.reason == "A test of the agency" for each in workspace.plan.dismissals.values())
    assert not any(LONELY in row.text for row in findings(page))


def test_without_a_reason_nothing_is_set_aside(page: ReviewPage, workspace: Workspace) -> None:
    before = workspace.plan
    choose(page, LONELY)
    page.detail.begin_setting_aside()
    page.detail.aside.button.click()
    assert page.detail.aside.reason.error
    assert workspace.plan is before


def test_what_was_set_aside_waits_in_a_fold_and_comes_back(
    page: ReviewPage, workspace: Workspace, qtbot: QtBot
) -> None:
    fold = next(row for row in page.list.rows if row.kind is RowKind.FOLD)
    page.list.choose(fold.key)
    qtbot.keyClick(page.list, Qt.Key.Key_Right)
    aside = next(row for row in page.list.rows if row.kind is RowKind.ASIDE)
    page.list.choose(aside.key)
    assert aside.second in said(page)
    before = len(workspace.plan.dismissals)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert len(workspace.plan.dismissals) == before - 1


def test_the_summary_counts_and_gives_no_grade(page: ReviewPage) -> None:
    assert page.head.summary.text() == (
        "3 of 3 aims served on both sides · 2 of 4 offline touchpoints carried on · "
        "5 of 6 bridges between the sides hold"
    )


def test_the_tab_says_how_many_errors_and_warnings_there_are(reviewing: MainWindow) -> None:
    interface = QAccessible.queryAccessibleInterface(reviewing._header.tabs)
    names = [interface.child(place).text(QAccessible.Text.Name) for place in range(interface.childCount())]
    assert "Review, 4 things to mend" in names


def test_the_number_at_the_tab_follows_edits_made_on_other_pages(
    reviewing: MainWindow, page: ReviewPage, workspace: Workspace, qtbot: QtBot
) -> None:
    reviewing.places.show_page(PageName.PLAN)
    kpi = next(each for each in workspace.plan.kpis.values() if each.aim_id is not None)
    review = reviewing.places.review
    with qtbot.waitSignal(review.changed):
        workspace.execute(ChangeKpi(kpi.id, {"target": None}))
    assert review.current.count == 5
    assert reviewing._header.tabs.accessibleTabName(REVIEW_TAB) == "Review, 5 things to mend"


def said_where_nothing_is_listed(page: ReviewPage) -> str:
    assert page._review.findings == ()
    assert page.empty.isVisible()
    return "".join(each.text() for each in page.empty.findChildren(QLabel))


def test_a_plan_with_nothing_in_it_is_told_what_to_do_first(
    qtbot: QtBot, open_window: Callable[..., MainWindow], workspace: Workspace
) -> None:
    campaign_id = workspace.import_plan(a_plan(title="Bare"))
    window = shown(open_window(Preferences(last_campaign_id=campaign_id)))
    page = window.places.pages.review_page
    assert "There is nothing to read yet" in said_where_nothing_is_listed(page)
    qtbot.keyClick(page.empty.button, Qt.Key.Key_Space)
    assert window.places.pages.name is PageName.PLAN


def test_a_plan_just_begun_is_told_from_when_on_its_gaps_count(
    open_window: Callable[..., MainWindow], workspace: Workspace
) -> None:
    aim, talk = an_aim("Win members"), an_activity("Talk", Kind.CONTENT, what_people_do="Read and ask")
    plan = a_plan(aim, talk, a_contribution(talk, aim), a_flight(talk, "2026-11-02"))
    campaign_id = workspace.import_plan(plan)
    page = shown(open_window(Preferences(last_campaign_id=campaign_id))).places.pages.review_page
    assert "With 2 activities more its gaps are told, too." in said_where_nothing_is_listed(page)
    assert page.empty.button.text() == "Add an activity"


def test_the_summary_speaks_of_one_thing_as_of_one() -> None:
    assert summary_text(Summary(1, 1, 1, 0, 1, 0, 0)) == (
        "The aim is served on both sides \u00b7 The offline touchpoint is not carried on \u00b7 "
        "The bridge between the sides has no dates yet"
    )
    assert summary_text(Summary(2, 1, 0, 0, 3, 1, 2)) == (
        "1 of 2 aims served on both sides \u00b7 1 of 3 bridges between the sides hold"
    )


def test_a_finding_is_reached_from_elsewhere_even_where_it_is_filtered_out(
    reviewing: MainWindow, page: ReviewPage
) -> None:
    wanted = row_about(page, LATE_CLINIC).finding
    page.head.filters[Severity.WARNING].click()
    page.show_finding(wanted)
    assert page.list.current is not None
    assert page.list.current.finding == wanted


def test_groups_and_sorts_come_back_as_they_were_chosen(page: ReviewPage) -> None:
    page.head.groupings[Grouping.FAMILY].click()
    page.head.filters[Severity.HINT].click()
    state = page.state()
    page.restore({})
    assert page.head.groupings[Grouping.AIM].isChecked()
    page.restore(state)
    assert page.head.groupings[Grouping.FAMILY].isChecked()
    assert not page.head.filters[Severity.HINT].isChecked()


def test_a_subject_leads_to_its_fields_in_the_plan(reviewing: MainWindow, page: ReviewPage) -> None:
    choose(page, LONELY)
    reviewing._actions[Name.PLAN].trigger()
    assert reviewing.places.pages.name is PageName.PLAN
    assert reviewing.places.selection.current.record_type is Activity


def test_kpis_are_records_that_can_be_selected(
    reviewing: MainWindow, page: ReviewPage, workspace: Workspace
) -> None:
    kpi = a_kpi_without_target(reviewing, workspace)
    choose(page, f"The KPI “{kpi.name}”")
    assert reviewing.places.selection.current.record_type is Kpi


def test_a_finding_leads_to_the_number_by_which_it_was_judged(
    qtbot: QtBot, reviewing: MainWindow, page: ReviewPage
) -> None:
    choose(page, LATE_CLINIC)
    texts = {each.text(): each for each in page.detail.findChildren(QToolButton)}
    button = next(each for text, each in texts.items() if text.startswith("Change what is expected"))
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert reviewing.places.pages.name is PageName.PLAN
    form = reviewing.places.pages.plan_page.inspector.form
    assert form.field("thresholds.carry_on_days").editor.hasFocus()
    field = form.field("thresholds.carry_on_days")
    qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty())


def test_another_campaign_begins_at_its_first_finding(
    reviewing: MainWindow, page: ReviewPage, workspace: Workspace
) -> None:
    choose(page, LONELY)
    late = [an_activity(f"Talk {number}", Kind.CONTENT, what_people_do="Read") for number in range(9)]
    aims = [an_aim("Win"), an_aim("Keep", position=1)]
    other = workspace.import_plan(a_plan(aims, late, title="Other"))
    reviewing.places.show_campaign(other)
    reviewing.places.show_page(PageName.REVIEW)
    reviewing.places.review.current.finish()
    page.begin()
    assert page.list.current.key == findings(page)[0].key


def test_the_sorts_say_numbers_alone_where_there_is_no_room_for_words(page: ReviewPage) -> None:
    warnings = page.head.filters[Severity.WARNING]
    page.head.resize(700, page.head.height())
    assert warnings.text().strip() == "4 warnings"
    page.head.resize(330, page.head.height())
    assert warnings.text().strip() == "4"
    assert warnings.accessibleName() == "4 warnings"
