"""Over time, what split, what if and the reserve: each by what people do in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campaignplanner.domain.budget import BudgetLine, Meets, PhasingMode, ScenarioAmount
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.typed_phasing import SpreadHow
from campaignplanner.services.commands.budget import ChangeBudgetLine
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.budget.over_time.view import OverTimeView
from campaignplanner.ui.budget.page import BudgetPage
from campaignplanner.ui.budget.reserve import ReserveView
from campaignplanner.ui.budget.views import VIEWS, ViewName
from campaignplanner.ui.budget.what_if.view import WhatIfView
from campaignplanner.ui.budget.what_split.view import WhatSplitView
from campaignplanner.ui.selection import Picked
from tests.builders import a_line, a_plan

OpenBudget = Callable[[Plan], BudgetPage]


def a_quarter(**fields: object) -> Plan:
    """Two lines over three months."""
    lines = [
        a_line(90_000, Meets.ONLINE, id="online", label="Ads", position=0),
        a_line(30_000, Meets.OFFLINE, id="offline", label="Venue", position=1),
    ]
    return a_plan(lines, first_day="2026-04-01", last_day="2026-06-30", budget_total=200_000, **fields)


def type_into(qtbot: QtBot, field: object, text: str) -> None:
    line = field.line  # type: ignore[attr-defined]
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


@pytest.mark.parametrize("name", [spec.name for spec in VIEWS])
def test_every_view_shows_an_empty_campaign_the_sample_and_the_way_between(
    open_budget: OpenBudget, sample_plan: Plan, name: ViewName
) -> None:
    page = open_budget(a_plan(id="nothing"))
    page.show_view(name)
    page.begin()
    page.show_plan(sample_plan)
    QApplication.processEvents()
    assert page.view_name is name
    assert page.view.isVisible()
    assert not page.grab().isNull()


# -- over time -----------------------------------------------------------------------------------------


@pytest.fixture
def over_time(open_budget: OpenBudget) -> OverTimeView:
    page = open_budget(a_quarter())
    page.show_view(ViewName.OVER_TIME)
    assert isinstance(page.view, OverTimeView)
    return page.view


def test_months_are_told_in_a_table(over_time: OverTimeView) -> None:
    assert [row.cells[0].text for row in over_time.table.rows] == ["April 2026", "May 2026", "June 2026"]
    assert over_time.table.rows[-1].cells[4].text == "€1,200"


def test_weeks_add_up_to_the_same(over_time: OverTimeView) -> None:
    over_time.by.setCurrentIndex(1)
    assert len(over_time.table.rows) == 14
    assert over_time.table.rows[-1].cells[4].text == "€1,200"


def test_enter_on_a_month_opens_its_lines(over_time: OverTimeView, qtbot: QtBot) -> None:
    over_time.table.setCurrentIndex(over_time.table.model().index(0, 0))
    qtbot.keyClick(over_time.table, Qt.Key.Key_Return)
    page = over_time.window().findChild(BudgetPage)
    assert [row.key for row in page.drawer.table.rows] == ["online", "offline"]


def test_the_pace_is_a_sentence_about_the_phasing(over_time: OverTimeView) -> None:
    spent = "€0 was spent of €1,200 that the phasing planned by then: €1,200 less."
    assert over_time.pace.text().endswith(spent)


def choose_line(view: OverTimeView, identifier: str) -> None:
    view.tools.selection.pick(Picked(BudgetLine, identifier))


def test_the_phasing_of_the_selected_line_is_shown_and_changed(
    over_time: OverTimeView, workspace: Workspace
) -> None:
    choose_line(over_time, "online")
    over_time.editor.modes.setCurrentIndex(list(PhasingMode).index(PhasingMode.AT_START))
    assert workspace.plan.lines["online"].phasing.mode is PhasingMode.AT_START
    assert over_time.table.rows[0].cells[2].text == "€999"


def test_typed_months_are_kept_when_the_total_changes_and_it_is_asked_how_to_spread_the_difference(
    over_time: OverTimeView, workspace: Workspace, qtbot: QtBot
) -> None:
    choose_line(over_time, "online")
    editor = over_time.editor
    editor.modes.setCurrentIndex(list(PhasingMode).index(PhasingMode.BY_MONTH))
    for day, amount in zip(list(editor.fields), ("500", "300", "100"), strict=True):
        type_into(qtbot, editor.fields[day], amount)
    assert not editor.question.isVisible()
    workspace.execute(ChangeBudgetLine("online", {"planned": 180_000}))
    assert [field.value for field in editor.fields.values()] == [50_000, 30_000, 10_000]
    assert editor.question.isVisible()
    assert editor.asks.text() == "€900 of the planned €1,800 is in no period. How is it to be spread?"
    editor.ways[SpreadHow.PROPORTIONALLY].click()
    assert [field.value for field in editor.fields.values()] == [100_000, 60_000, 20_000]
    assert not editor.question.isVisible()


def test_what_is_left_as_it_is_is_not_asked_again(
    over_time: OverTimeView, workspace: Workspace, qtbot: QtBot
) -> None:
    choose_line(over_time, "online")
    editor = over_time.editor
    editor.modes.setCurrentIndex(list(PhasingMode).index(PhasingMode.BY_MONTH))
    type_into(qtbot, editor.fields[date(2026, 4, 1)], "500")
    editor.ways[SpreadHow.KEEP].click()
    assert editor.asks.text() == "€400 of the planned €900 is in no period."
    assert workspace.plan.lines["online"].phasing.typed_in_force[0].amount == 50_000


def test_another_mode_throws_no_typed_month_away(
    over_time: OverTimeView, workspace: Workspace, qtbot: QtBot
) -> None:
    choose_line(over_time, "online")
    editor = over_time.editor
    modes = list(PhasingMode)
    editor.modes.setCurrentIndex(modes.index(PhasingMode.BY_MONTH))
    type_into(qtbot, editor.fields[date(2026, 4, 1)], "900")
    editor.modes.setCurrentIndex(modes.index(PhasingMode.EVEN))
    assert editor.fields == {}
    editor.modes.setCurrentIndex(modes.index(PhasingMode.BY_MONTH))
    assert editor.fields[date(2026, 4, 1)].value == 90_000


def test_a_typed_month_that_means_nothing_stays_marked(
    over_time: OverTimeView, workspace: Workspace, qtbot: QtBot
) -> None:
    choose_line(over_time, "online")
    over_time.editor.modes.setCurrentIndex(list(PhasingMode).index(PhasingMode.BY_MONTH))
    field = over_time.editor.fields[date(2026, 4, 1)]
    type_into(qtbot, field, "lots")
    assert field.line.text() == "lots"
    assert field.error
    assert workspace.plan.lines["online"].phasing.typed == ()
    field.restore()


# -- what split ----------------------------------------------------------------------------------------


@pytest.fixture
def what_split(open_budget: OpenBudget) -> WhatSplitView:
    page = open_budget(a_quarter())
    page.show_view(ViewName.WHAT_SPLIT)
    assert isinstance(page.view, WhatSplitView)
    return page.view


def judge(view: WhatSplitView, qtbot: QtBot, *outcomes: str) -> None:
    for field, outcome in zip(view.fields, outcomes, strict=True):
        type_into(qtbot, field, outcome)


def test_nothing_is_said_before_all_three_are_typed(what_split: WhatSplitView) -> None:
    assert what_split.words.text() == "Type all three to see which split is best."
    assert not what_split.table.isVisible()


def test_equal_sides_that_help_each_other_are_best_half_and_half(
    what_split: WhatSplitView, qtbot: QtBot
) -> None:
    judge(what_split, qtbot, "100", "100", "160")
    words = what_split.words.text().replace("\u00a0", " ")
    assert "Best would be 50 % online, which brings 160." in words
    assert "Today's plan is 75 % online. Moving €300 from online to offline would bring" in words
    assert "the two sides help each other: half and half brings 160, more than the 141" in words


def test_sides_that_do_not_help_are_said_so_with_what_it_would_take(
    what_split: WhatSplitView, qtbot: QtBot
) -> None:
    judge(what_split, qtbot, "100", "100", "120")
    assert "do not help each other: half and half brings 120. It must exceed 141" in what_split.words.text()


def test_it_is_said_that_these_are_judgements_and_no_data(what_split: WhatSplitView) -> None:
    from PySide6.QtWidgets import QLabel

    assert any("your judgements and not data" in each.text() for each in what_split.findChildren(QLabel))


def test_judgements_that_say_nothing_are_refused_in_a_sentence(
    what_split: WhatSplitView, qtbot: QtBot
) -> None:
    judge(what_split, qtbot, "0", "0", "0")
    assert what_split.message.text == "At least one of the three outcomes must be above zero."


def test_judgements_are_remembered_with_the_campaign_and_never_written_into_it(
    what_split: WhatSplitView, qtbot: QtBot, workspace: Workspace
) -> None:
    before = workspace.plan
    judge(what_split, qtbot, "100", "80", "150")
    states = what_split.state()
    what_split.restore({})
    assert [field.value for field in what_split.fields] == [None, None, None]
    what_split.restore(states)
    assert [field.value for field in what_split.fields] == [Decimal(100), Decimal(80), Decimal(150)]
    assert workspace.plan is before


# -- what if -------------------------------------------------------------------------------------------


@pytest.fixture
def what_if(open_budget: OpenBudget) -> WhatIfView:
    page = open_budget(a_quarter())
    page.show_view(ViewName.WHAT_IF)
    assert isinstance(page.view, WhatIfView)
    page.view.first.click()
    return page.view


def choose(view: WhatIfView, *places: int) -> None:
    selection, model = view.lines.selectionModel(), view.lines.model()
    selection.clear()
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for place in places:
        selection.setCurrentIndex(model.index(place, 0), rows)


def planned(workspace: Workspace) -> list[int]:
    return [line.planned for line in workspace.plan.lines_in_order]


def test_a_what_if_changes_nothing_until_it_is_applied_as_one_step(
    what_if: WhatIfView, workspace: Workspace, qtbot: QtBot
) -> None:
    choose(what_if, 0)
    type_into(qtbot, what_if.hands.factor, "50 %")
    what_if.hands.scale.click()
    assert planned(workspace) == [90_000, 30_000]
    assert what_if.split.rows[0].cells[3].text == "−€450"
    assert what_if.sentence.text() == "1 line would change, −€450 in all."
    what_if.apply.click()
    assert planned(workspace) == [45_000, 30_000]
    workspace.undo(workspace.plan.campaign.id)
    assert planned(workspace) == [90_000, 30_000]


def test_money_moves_from_one_line_to_the_one_chosen_last(
    what_if: WhatIfView, workspace: Workspace, qtbot: QtBot
) -> None:
    choose(what_if, 0, 1)
    assert what_if.hands.move_words.text() == "Money moves from “Ads” to “Venue”."
    type_into(qtbot, what_if.hands.moved, "200")
    what_if.hands.move_money.click()
    assert [row.cells[2].text for row in what_if.lines.rows] == ["€700", "€500"]
    assert what_if.sentence.text() == "2 lines would change; the sum stays."


def test_locked_lines_are_left_alone_when_all_are_scaled(
    what_if: WhatIfView, workspace: Workspace, qtbot: QtBot
) -> None:
    choose(what_if, 0)
    what_if.hands.lock.click()
    type_into(qtbot, what_if.hands.total, "1,000")
    what_if.hands.scale_all.click()
    assert [row.cells[2].text for row in what_if.lines.rows] == ["€900", "€100"]


def test_a_total_below_the_locked_lines_is_refused_where_it_was_typed(
    what_if: WhatIfView, qtbot: QtBot
) -> None:
    choose(what_if, 0)
    what_if.hands.lock.click()
    type_into(qtbot, what_if.hands.total, "100")
    what_if.hands.scale_all.click()
    assert what_if.hands.total.error == "The locked lines alone exceed this total: unlock some of them."
    assert what_if.hands.total.line.text() == "€100"


def test_discarding_leaves_the_plan_and_shows_the_way_to_a_new_one(
    what_if: WhatIfView, workspace: Workspace
) -> None:
    what_if.hands.changed.emit((ScenarioAmount("online", 1),))
    what_if.discard.click()
    assert not workspace.plan.scenarios
    assert planned(workspace) == [90_000, 30_000]
    assert what_if.first.isVisible()


def test_a_what_if_is_renamed_and_others_are_made_beside_it(
    what_if: WhatIfView, workspace: Workspace, qtbot: QtBot
) -> None:
    type_into(qtbot, what_if.name, "Less ads")
    what_if.new.click()
    assert sorted(each.name for each in workspace.plan.scenarios.values()) == ["Less ads", "What-if 1"]
    assert what_if.name.value == "What-if 1"


def test_approved_money_stays_and_its_forecast_gets_the_amount(
    open_budget: OpenBudget, sample_plan: Plan, workspace: Workspace
) -> None:
    page = open_budget(sample_plan)
    page.show_view(ViewName.WHAT_IF)
    view = page.view
    assert isinstance(view, WhatIfView)
    view.first.click()
    line = workspace.plan.lines_in_order[0]
    view.hands.changed.emit((ScenarioAmount(line.id, 1_000),))
    assert "1 line approved: the forecast changes there." in view.sentence.text()
    view.apply.click()
    after = workspace.plan.lines[line.id]
    assert (after.planned, after.forecast) == (line.planned, 1_000)


# -- the reserve ---------------------------------------------------------------------------------------


@pytest.fixture
def reserve(open_budget: OpenBudget) -> ReserveView:
    page = open_budget(a_quarter(contingency_rate=Decimal("0.1")))
    page.show_view(ViewName.RESERVE)
    assert isinstance(page.view, ReserveView)
    return page.view


def draw(view: ReserveView, qtbot: QtBot, amount: str, reason: str) -> None:
    type_into(qtbot, view.amount, amount)
    type_into(qtbot, view.reason, reason)
    view.draw.click()


def test_drawing_on_the_reserve_is_a_step_with_a_reason_that_undo_takes_back(
    reserve: ReserveView, workspace: Workspace, qtbot: QtBot
) -> None:
    type_into(qtbot, reserve.day, "3 May 2026")
    draw(reserve, qtbot, "50", "Rain tent")
    assert [[cell.text for cell in row.cells] for row in reserve.log.rows] == [
        ["3 May 2026", "Rain tent", "€50", "€150"]
    ]
    workspace.undo(workspace.plan.campaign.id)
    assert list(reserve.log.rows) == []


def test_a_draw_without_a_reason_is_refused_and_nothing_typed_is_lost(
    reserve: ReserveView, workspace: Workspace, qtbot: QtBot
) -> None:
    draw(reserve, qtbot, "50", "")
    assert reserve.reason.error == "Say what the reserve is drawn for."
    assert reserve.amount.value == 5_000
    assert not workspace.plan.reserve_draws


def test_more_than_there_is_can_be_drawn_and_is_said_plainly(reserve: ReserveView, qtbot: QtBot) -> None:
    draw(reserve, qtbot, "250", "Storm")
    assert reserve.sentence.text().endswith("More than that was drawn, by €50.")
    assert reserve.log.rows[0].cells[3].is_wrong


def test_delete_takes_a_draw_out_of_the_log(reserve: ReserveView, workspace: Workspace, qtbot: QtBot) -> None:
    draw(reserve, qtbot, "50", "Rain tent")
    reserve.log.setFocus()
    reserve.log.setCurrentIndex(reserve.log.model().index(0, 0))
    qtbot.keyClick(reserve.log, Qt.Key.Key_Delete)
    assert not workspace.plan.reserve_draws


def test_without_a_total_the_way_to_it_is_shown(open_budget: OpenBudget) -> None:
    page = open_budget(a_plan(a_line()))
    page.show_view(ViewName.RESERVE)
    assert isinstance(page.view, ReserveView)
    assert page.view._set_total.isVisible()
