"""The panel as a whole: audiences, what to do while there is nothing, and names for a screen reader."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.domain.aim import Aim
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.audience import MakeAudience
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.aims.ordering import gap_at, moved_by, moved_to_gap
from campaignplanner.ui.plan.aims.panel import AimsPanel
from campaignplanner.ui.selection import Picked
from tests.builders import a_plan, an_aim
from tests.ui.plan.aims.test_aim_list import drag

PlanNow = Callable[[], Plan]
OpenPanel = Callable[[Plan], AimsPanel]


def button(panel: AimsPanel, words: str) -> QPushButton:
    return next(each for each in panel.findChildren(QPushButton) if each.text() == words)


def test_an_empty_plan_says_what_to_do_first(open_panel: OpenPanel, plan_now: PlanNow) -> None:
    panel = open_panel(a_plan())
    first = button(panel, "New aim")
    assert first.isVisible()
    first.click()
    assert panel.aims.is_adding
    assert not first.isVisible()
    assert panel.aims.editor is not None
    QTest.keyClicks(panel.aims.editor.field.editor, "Win members")
    QTest.keyClick(panel.aims.editor.field.editor, Qt.Key.Key_Return)
    assert [aim.statement for aim in plan_now().aims.values()] == ["Win members"]


def test_the_first_audience_is_one_click_away(open_panel: OpenPanel, plan_now: PlanNow) -> None:
    panel = open_panel(a_plan())
    button(panel, "New audience").click()
    assert panel.audiences.editor is not None
    QTest.keyClicks(panel.audiences.editor.field.editor, "Drinkers")
    QTest.keyClick(panel.audiences.editor.field.editor, Qt.Key.Key_Return)
    assert [each.name for each in plan_now().audiences.values()] == ["Drinkers"]
    assert panel.map.isVisible()


def test_an_empty_part_offers_one_button(open_panel: OpenPanel) -> None:
    panel = open_panel(a_plan())
    assert not panel.new_aim.isVisible()
    panel.begin_new_aim()
    assert panel.new_aim.isVisible()


def test_the_map_is_there_once_there_is_an_audience(open_panel: OpenPanel, tools: PageTools) -> None:
    panel = open_panel(a_plan())
    assert not panel.map.isVisible()
    tools.live.execute(MakeAudience(Audience(id="drinkers", name="Drinkers")))
    assert panel.map.isVisible()


def test_an_audience_says_what_people_do_now_and_what_they_should_do(panel: AimsPanel) -> None:
    assert panel.audiences.rows[0].below == ("Buy on price", "→ Ask where it grows")


def test_an_audience_is_renamed_where_it_stands(panel: AimsPanel, plan_now: PlanNow) -> None:
    panel.audiences.setFocus()
    panel.audiences.go_to(Picked(Audience, "regulars"))
    QTest.keyClick(panel.audiences, Qt.Key.Key_Return)
    assert panel.audiences.editor is not None
    line = panel.audiences.editor.field.editor
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "Friends")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert plan_now().audiences["regulars"].name == "Friends"


def audience_order(plan: Plan) -> list[str]:
    return [audience.id for audience in plan.audiences_in_order]


def test_alt_and_an_arrow_move_an_audience(panel: AimsPanel, tools: PageTools, plan_now: PlanNow) -> None:
    panel.audiences.setFocus()
    panel.audiences.go_to(Picked(Audience, "regulars"))
    QTest.keyClick(panel.audiences, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert audience_order(plan_now()) == ["regulars", "drinkers"]
    assert tools.selection.current == Picked(Audience, "regulars")
    tools.live.undo(plan_now().campaign.id)
    assert audience_order(plan_now()) == ["drinkers", "regulars"]


def test_dragging_moves_an_audience_to_the_line(panel: AimsPanel, plan_now: PlanNow) -> None:
    rows = panel.audiences
    end = rows.rect_of_group("regulars").bottomLeft() + QPoint(60, -3)
    drag(rows, rows.rect_of_group("drinkers").center(), end)
    assert (rows.dragged, rows.gap) == ("drinkers", 2)
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert audience_order(plan_now()) == ["regulars", "drinkers"]


def test_an_audience_that_is_dragged_to_the_edge_rolls_the_panel(
    open_panel: OpenPanel, page: QWidget
) -> None:
    many = [Audience(id=f"a{each:02}", name=f"Audience {each}", position=each) for each in range(40)]
    panel = open_panel(a_plan(an_aim(), many))
    QApplication.processEvents()
    rows, bar = panel.audiences, panel.audiences.scrolled().verticalScrollBar()
    assert bar.maximum() > 0
    seen = panel.audiences.scrolled().viewport()
    edge = rows.viewport().mapFrom(seen, QPoint(60, seen.height() - 4))
    drag(rows, rows.rect_of_group("a00").center(), edge)
    rows._scroll_on()
    assert bar.value() > 0
    QTest.keyClick(rows, Qt.Key.Key_Escape)
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=edge)


def test_an_audience_takes_the_selection_from_an_aim(panel: AimsPanel, tools: PageTools) -> None:
    panel.aims.go_to(Picked(Aim, "win-members"))
    panel.audiences.go_to(Picked(Audience, "regulars"))
    assert tools.selection.picked == (Picked(Audience, "regulars"),)
    assert not panel.aims.selectionModel().hasSelection()


def test_every_control_has_an_accessible_name(panel: AimsPanel) -> None:
    nameless = [
        type(each).__name__
        for each in panel.findChildren(QWidget)
        if each.window() is panel.window()
        if each.focusPolicy().value and each.focusProxy() is None and not _named(each)
    ]
    assert nameless == []


def test_tab_goes_through_the_panel_from_top_to_bottom(panel: AimsPanel) -> None:
    wanted = [panel.new_aim, panel.aims, panel.new_audience, panel.audiences, panel.new_influence, panel.map]
    reached = [wanted[0]]
    widget = wanted[0].nextInFocusChain()
    while widget is not wanted[0]:
        if widget in wanted:
            reached.append(widget)
        widget = widget.nextInFocusChain()
    assert reached == wanted


def test_an_adder_of_another_campaign_is_closed(panel: AimsPanel) -> None:
    panel.begin_new_influence()
    panel.show_plan(a_plan(Audience(id="others", name="Others"), id="another"))
    assert panel.adder.isHidden()


def test_what_is_joined_is_asked_for_within_sight(qtbot: QtBot, panel: AimsPanel, page: QWidget) -> None:
    page.resize(300, 420)
    panel.map.joined.emit(None, "regulars")
    qtbot.waitUntil(lambda: not panel.adder.add.visibleRegion().isEmpty())
    assert panel.adder.passed_on.editor.hasFocus()


def test_a_gap_is_found_by_height() -> None:
    assert [gap_at(y, (10, 30)) for y in (0, 20, 40)] == [0, 1, 2]


def test_an_order_is_changed_by_a_gap_or_by_steps() -> None:
    assert moved_to_gap("abc", "a", 2) == ("b", "a", "c")
    assert moved_to_gap("abc", "c", 0) == ("c", "a", "b")
    assert moved_to_gap("abc", "b", 2) == ("a", "b", "c")
    assert moved_by("abc", "a", 1) == ("b", "a", "c")
    assert moved_by("abc", "c", 1) == ("a", "b", "c")


def _named(widget: QWidget) -> bool:
    text = getattr(widget, "text", None)
    return bool(widget.accessibleName() or (callable(text) and text()))


def test_rows_are_as_high_as_their_words_need_beside_a_scroll_bar(open_panel: OpenPanel) -> None:
    words = "Win members for the new blend in the six cities of the launch "
    panel = open_panel(
        a_plan(*(an_aim(words * many, id=f"aim-{many}", position=many) for many in range(1, 30)))
    )
    rows = panel.aims
    for width in range(240, 300):
        rows.resize(width, 200)
        rows.executeDelayedItemsLayout()
        for row in range(rows.model().rowCount()):
            index = rows.model().index(row, 0)
            assert rows.visualRect(index).height() == rows.sizeHintForIndex(index).height()
