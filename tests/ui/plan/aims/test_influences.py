"""The map of influences: picked, drawn by dragging, added and deleted by keys."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.plan import Plan
from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.aims.influence_map import InfluenceMap
from campaignplanner.ui.plan.aims.map_layout import MapNode, lay_out
from campaignplanner.ui.plan.aims.panel import AimsPanel
from campaignplanner.ui.selection import Picked
from tests.builders import a_plan
from tests.ui.plan.aims.conftest import coffee_plan
from tests.ui.plan.inspector.typing import type_into

PlanNow = Callable[[], Plan]


def node(shown: InfluenceMap, audience_id: str | None) -> MapNode:
    return next(each for each in shown.map.nodes if each.audience_id == audience_id)


def middle(shown: InfluenceMap, audience_id: str | None) -> QPoint:
    return node(shown, audience_id).box.center().toPoint()


def join(shown: InfluenceMap, source: str | None, target: str | None) -> None:
    start, end = middle(shown, source), middle(shown, target)
    QTest.mousePress(shown, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(shown, start + (end - start) * 0.5)
    QTest.mouseMove(shown, end)
    QTest.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=end)


def test_ambassadors_stand_first_and_audiences_below_in_their_order() -> None:
    shown = lay_out(coffee_plan(), 280, small_font())
    assert [each.audience_id for each in shown.nodes] == [None, "drinkers", "regulars"]
    tops = [each.box.top() for each in shown.nodes]
    assert tops == sorted(tops)


def test_another_influence_moves_no_audience() -> None:
    more = Influence(id="more", from_audience_id=None, to_audience_id="regulars", passed_on="Word")
    before = lay_out(coffee_plan(), 280, small_font())
    after = lay_out(a_plan(*coffee_plan().records(), more), 280, small_font())
    assert [each.box for each in after.nodes] == [each.box for each in before.nodes]


def test_words_on_the_map_never_lie_on_one_another() -> None:
    people = [Audience(id=f"p{number}", name=f"People {number}", position=number) for number in range(9)]
    told = [
        Influence(
            id=f"i{number}",
            from_audience_id=f"p{number % 9}" if number % 4 else None,
            to_audience_id=f"p{(number * 5 + 1) % 9}",
            passed_on="Everything that they know of it " * 4,
        )
        for number in range(30)
    ]
    labels = [arrow.label for arrow in lay_out(a_plan(people, told), 280, small_font()).arrows]
    assert all(upper.bottom() <= lower.top() for upper, lower in pairwise(labels))


def test_an_arrow_is_found_by_its_line_and_by_its_words() -> None:
    shown = lay_out(coffee_plan(), 280, small_font())
    arrow = shown.arrows[0]
    assert shown.arrow_at(arrow.label.center()) == arrow
    assert shown.arrow_at(arrow.path.pointAtPercent(0.3)) == arrow
    assert shown.arrow_at(QPointF(2, 2)) is None


def test_a_click_on_words_selects_the_influence(panel: AimsPanel, tools: PageTools) -> None:
    where = panel.map.map.arrows[0].label.center().toPoint()
    QTest.mouseClick(panel.map, Qt.MouseButton.LeftButton, pos=where)
    assert tools.selection.current == Picked(Influence, "tells")


def test_a_click_on_a_node_selects_the_audience_in_the_list_too(panel: AimsPanel) -> None:
    QTest.mouseClick(panel.map, Qt.MouseButton.LeftButton, pos=middle(panel.map, "regulars"))
    assert panel.audiences.current_row is not None
    assert panel.audiences.current_row.group == "regulars"


def test_dragging_joins_two_and_asks_what_is_passed_on(panel: AimsPanel, plan_now: PlanNow) -> None:
    join(panel.map, None, "regulars")
    assert (panel.adder.source.value, panel.adder.target.value) == (None, "regulars")
    assert panel.adder.passed_on.editor.hasFocus()
    type_into(panel.adder.passed_on, "What it is like")
    made = next(each for each in plan_now().influences.values() if each.id != "tells")
    assert (made.from_audience_id, made.to_audience_id) == (None, "regulars")
    assert made.passed_on == "What it is like"
    assert panel.adder.isHidden()


def test_a_new_influence_is_selected_and_keys_go_on_at_the_map(panel: AimsPanel, tools: PageTools) -> None:
    join(panel.map, "drinkers", "regulars")
    type_into(panel.adder.passed_on, "A photo")
    assert tools.selection.current is not None
    assert tools.selection.current.record_type is Influence
    assert panel.map.hasFocus()


def test_nothing_is_passed_on_to_ambassadors(panel: AimsPanel) -> None:
    join(panel.map, "drinkers", None)
    assert panel.adder.isHidden()


def test_an_audience_that_tells_itself_must_say_what(panel: AimsPanel, plan_now: PlanNow) -> None:
    panel.adder.open_between("regulars", "regulars")
    panel.adder.add.click()
    assert panel.adder.passed_on.error == "Say what people of one audience pass on to each other."
    assert len(plan_now().influences) == 1


def test_an_influence_is_added_without_a_mouse(panel: AimsPanel, plan_now: PlanNow) -> None:
    panel.map.setFocus()
    QTest.keyClick(panel.map, Qt.Key.Key_Insert)
    panel.adder.target.choose("drinkers")
    type_into(panel.adder.passed_on, "A word")
    assert len(plan_now().influences) == 2


def test_whom_it_reaches_must_be_chosen(panel: AimsPanel) -> None:
    panel.new_influence.click()
    panel.adder.add.click()
    assert panel.adder.target.error == "Choose whom it reaches."


def test_arrow_keys_go_to_an_influence_and_delete_deletes_it(
    panel: AimsPanel, tools: PageTools, plan_now: PlanNow
) -> None:
    panel.map.setFocus()
    QTest.keyClick(panel.map, Qt.Key.Key_Down)
    assert tools.selection.current == Picked(Influence, "tells")
    assert panel.map.accessibleDescription() == "Regulars → Drinkers: A bag"
    QTest.keyClick(panel.map, Qt.Key.Key_Delete)
    assert not plan_now().influences
    assert tools.messages.message is not None


def test_an_influence_selected_elsewhere_comes_into_view(
    qtbot: QtBot, panel: AimsPanel, tools: PageTools, page: QWidget
) -> None:
    page.resize(300, 420)
    panel.aims.setFocus()
    tools.selection.pick(Picked(Influence, "tells"))
    qtbot.waitUntil(lambda: panel.map.visibleRegion().contains(panel.map.map.arrows[0].label.toRect()))
    assert panel.aims.hasFocus()


def test_a_tooltip_tells_what_is_passed_on_whole(panel: AimsPanel) -> None:
    told = panel.map.tooltip_at(panel.map.map.arrows[0].label.center())
    assert "Regulars → Drinkers" in told
    assert "A bag" in told
