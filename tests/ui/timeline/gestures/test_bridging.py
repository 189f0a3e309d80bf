"""Building a bridge by hand: from the handle of a bar, or by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from campaignplanner.domain.bridge import Pattern
from campaignplanner.planning.bridges import BridgeState, judge
from campaignplanner.ui.actions import Name
from campaignplanner.ui.timeline.card import AnswerButton
from campaignplanner.ui.timeline.gestures.bridge import BuildBridge, handle_at
from campaignplanner.ui.timeline.selection import Selected
from tests.ui.timeline.gestures.conftest import Table
from tests.ui.timeline.looking import activity, bar, box, bridge, content_of, glyph

KEY = Qt.Key


def handle(table: Table, title: str) -> QPointF:
    table.hover(box(table.page, title).center())
    return handle_at(content_of(table.page), table.page.canvas.view, bar(table.page, title))


def choices(table: Table) -> list[str]:
    menu = table.hands.deeds.menu
    assert menu is not None
    return [each.text() for each in menu.actions() if each.isEnabled() and not each.isSeparator()]


def choose(table: Table, words: str) -> None:
    menu = table.hands.deeds.menu
    assert menu is not None
    next(each for each in menu.actions() if words in each.text()).trigger()
    menu.close()


def test_a_line_from_the_handle_to_a_bar_offers_the_patterns_that_fit_and_one_click_builds(
    table: Table,
) -> None:
    before, steps = table.plan, table.steps
    table.drag(handle(table, "Ambassador circle"), box(table.page, "Bag for top sharers").center())
    assert choices(table) == ["Is rewarded by – holds", "Announces – holds", "Leads to – holds"]
    choose(table, "rewarded")
    built = bridge(table.plan, "Ambassador circle", "Bag for top sharers")
    assert built.pattern is Pattern.IS_REWARDED_BY
    assert table.page.canvas.selected == Selected.bridge(built.id)
    assert table.steps == steps + 1
    table.undo()
    assert table.plan == before


def test_while_the_line_is_pulled_it_is_told_what_would_be_built_and_whether_it_holds(table: Table) -> None:
    table.hold(handle(table, "Live brew-along"), box(table.page, "Sampling on trains").center())
    assert "leads to “Sampling on trains”" in table.told
    table.hands.cancel()


def test_a_line_to_nowhere_builds_nothing(table: Table) -> None:
    steps = table.steps
    table.drag(handle(table, "Ambassador circle"), QPointF(1300, 700))
    assert table.hands.deeds.menu is None
    assert table.steps == steps


def test_a_pattern_that_is_there_already_is_not_offered_again(table: Table) -> None:
    table.drag(handle(table, "Service clinic"), box(table.page, "Clinic tips").center())
    assert not any("Carries on" in each for each in choices(table))
    assert table.hands.deeds.menu is not None
    table.hands.deeds.menu.close()


def test_by_keys_b_begins_arrows_choose_and_enter_builds(table: Table) -> None:
    table.click(box(table.page, "Members' meet-up").center())
    QTest.keyClick(table.page.canvas, KEY.Key_B)
    gesture = table.hands.gesture
    assert isinstance(gesture, BuildBridge)
    assert gesture.target is None
    QTest.keyClick(table.page.canvas, KEY.Key_Up)
    assert gesture.target is not None
    meant = gesture.target.activity_id
    QTest.keyClick(table.page.canvas, KEY.Key_Return)
    menu = table.hands.deeds.menu
    assert menu is not None
    active = menu.activeAction()
    assert active is not None
    active.trigger()
    menu.close()
    meetup = activity(table.plan, "Members' meet-up")
    assert meant in {each.target_id for each in table.plan.bridges_from(meetup.id)}


def test_escape_leaves_a_bridge_that_was_begun(table: Table) -> None:
    table.click(box(table.page, "Members' meet-up").center())
    QTest.keyClick(table.page.canvas, KEY.Key_B)
    QTest.keyClick(table.page.canvas, KEY.Key_Escape)
    assert table.hands.gesture is None


def late(table: Table) -> None:
    table.click(glyph(table.page, "Service clinic", "Clinic tips"))


def answers(table: Table) -> dict[str, QPushButton]:
    shown = [each for each in table.page.card.findChildren(AnswerButton) if each.isVisible()]
    return {each.text(): each for each in shown}


def test_the_card_of_a_late_bridge_mends_it_by_one_click(table: Table) -> None:
    steps = table.steps
    late(table)
    assert list(answers(table)) == ["Start it on 19 Oct", "Not for us"]
    answers(table)["Start it on 19 Oct"].click()
    found = bridge(table.plan, "Service clinic", "Clinic tips")
    assert judge(table.plan, found).state is BridgeState.HOLDS
    assert table.steps == steps + 1


def test_what_is_not_for_us_is_drawn_calmly_until_it_may_speak_again(table: Table) -> None:
    late(table)
    found = bridge(table.plan, "Service clinic", "Clinic tips")
    answers(table)["Not for us"].click()
    assert content_of(table.page).is_set_aside(found.id)
    assert list(answers(table)) == ["Let it speak again"]
    answers(table)["Let it speak again"].click()
    assert not content_of(table.page).is_set_aside(found.id)


def test_the_action_mends_the_selected_bridge_and_says_when_there_is_none(table: Table) -> None:
    table.tools.actions[Name.MEND_BRIDGE].trigger()
    assert "Select a bridge" in table.message
    late(table)
    table.tools.actions[Name.MEND_BRIDGE].trigger()
    found = bridge(table.plan, "Service clinic", "Clinic tips")
    assert judge(table.plan, found).state is BridgeState.HOLDS


@pytest.mark.parametrize("title", ["Tasting bars", "Barista answers"])
def test_a_handle_lies_on_the_edge_that_faces_the_waterline(table: Table, title: str) -> None:
    found, at = box(table.page, title), handle(table, title)
    assert at.y() == (found.top() if title == "Tasting bars" else found.bottom())
