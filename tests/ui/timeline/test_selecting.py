from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from campaignplanner.domain.plan import Plan
from campaignplanner.ui.timeline.card import LinkButton
from campaignplanner.ui.timeline.page import TimelinePage
from campaignplanner.ui.timeline.selection import Selected, Subject
from tests.builders import a_bridge, a_dated_activity, a_plan, an_activity, an_aim
from tests.ui.timeline.looking import (
    Show,
    activity,
    bar,
    box,
    bridge,
    click,
    content_of,
    glyph,
    press,
    scene_of,
    title_of,
)

KEY = Qt.Key


def test_a_click_on_the_middle_of_a_bar_selects_its_activity(
    page: TimelinePage, qtbot: QtBot, sample_plan: Plan
) -> None:
    with qtbot.waitSignal(page.selection_changed) as caught:
        click(qtbot, page, box(page, "Sampling on trains").center())
    assert caught.args is not None
    selected = caught.args[0]
    assert selected.id == activity(sample_plan, "Sampling on trains").id
    assert selected.flight_id == bar(page, "Sampling on trains").flight_id


def test_a_click_on_each_flight_selects_that_flight(
    page: TimelinePage, qtbot: QtBot, sample_plan: Plan
) -> None:
    view, layout = page.canvas.view, content_of(page).layout
    tasting = activity(sample_plan, "Tasting bars")
    for flight in sample_plan.flights_of(tasting.id):
        middle = (view.x(flight.first_day) + view.x_after(flight.last_day)) / 2
        y = view.y(layout.bar_top(bar(page, "Tasting bars"))) + 8
        click(qtbot, page, QPointF(middle, y))
        assert page.canvas.selected is not None
        assert page.canvas.selected.flight_id == flight.id


def test_a_click_on_a_glyph_selects_the_bridge(page: TimelinePage, qtbot: QtBot, sample_plan: Plan) -> None:
    click(qtbot, page, glyph(page, "Service clinic", "Clinic tips"))
    late = bridge(sample_plan, "Service clinic", "Clinic tips")
    assert page.canvas.selected == Selected.bridge(late.id)


def test_a_click_on_the_curve_of_a_bridge_selects_it(
    page: TimelinePage, qtbot: QtBot, sample_plan: Plan
) -> None:
    late = bridge(sample_plan, "Service clinic", "Clinic tips")
    at_glyph, _, at_target = (
        mark.center() for mark in scene_of(page).bridge_marks(late.id, page.canvas.view)
    )
    between = QPointF((at_glyph.x() + at_target.x()) / 2, (at_glyph.y() + at_target.y()) / 2)
    click(qtbot, page, between)
    assert page.canvas.selected == Selected.bridge(late.id)


def test_a_click_on_the_head_of_a_lane_selects_the_aim(
    page: TimelinePage, qtbot: QtBot, sample_plan: Plan
) -> None:
    click(qtbot, page, QPointF(60, page.canvas.view.regions.header_height + 20))
    assert page.canvas.selected == Selected.aim(sample_plan.aims_in_order[0].id)


def test_a_click_on_a_ghost_selects_the_activity_in_that_lane(page: TimelinePage, qtbot: QtBot) -> None:
    click(qtbot, page, box(page, "Barista answers", ghost=True).center())
    ghost = bar(page, "Barista answers", ghost=True)
    assert page.canvas.selected is not None
    assert page.canvas.selected.aim_id == content_of(page).arrangement.lanes[ghost.lane].aim_id


def test_a_click_on_nothing_selects_nothing(page: TimelinePage, qtbot: QtBot) -> None:
    click(qtbot, page, box(page, "Sampling on trains").center())
    regions = page.canvas.view.regions
    click(qtbot, page, QPointF(regions.width - 30, regions.lanes.bottom() - 4))
    assert page.canvas.selected is None
    assert not page.card.isVisible()


def test_a_bar_of_one_day_can_be_hit_as_wide_as_it_is_drawn(show: Show, qtbot: QtBot) -> None:
    plan = a_plan(
        an_aim(),
        a_dated_activity("Launch", "2026-09-01", aims=["win-members"]),
        first_day="2025-01-01",
        last_day="2027-12-31",
    )
    page = show(plan)
    found = box(page, "Launch")
    assert found.width() < 2
    click(qtbot, page, QPointF(found.left() + 3, found.center().y()))
    assert page.canvas.selected is not None


def test_the_arrows_read_the_aim_first_and_then_its_bars_by_day(page: TimelinePage, qtbot: QtBot) -> None:
    press(qtbot, page, KEY.Key_Home)
    read = [title_of(page, page.canvas.selected)]
    for _ in range(3):
        press(qtbot, page, KEY.Key_Right)
        read.append(title_of(page, page.canvas.selected))
    assert read == [
        "Win 12,000 new subscribers in six launch cities",
        "Invite to tastings",
        "Barista answers, 7 days a week",
        "Tasting bars",
    ]


def test_the_arrow_back_undoes_the_arrow_on_all_the_way_through(page: TimelinePage, qtbot: QtBot) -> None:
    press(qtbot, page, KEY.Key_Home)
    there = [page.canvas.selected]
    order = scene_of(page).order
    while page.canvas.selected != order.last():
        press(qtbot, page, KEY.Key_Right)
        there.append(page.canvas.selected)
    back = [page.canvas.selected]
    while page.canvas.selected != order.first():
        press(qtbot, page, KEY.Key_Left)
        back.append(page.canvas.selected)
    assert back == there[::-1]


def test_end_selects_the_last_bar_of_the_lane_without_an_aim(page: TimelinePage, qtbot: QtBot) -> None:
    press(qtbot, page, KEY.Key_End)
    assert title_of(page, page.canvas.selected) == "TikTok account"


def test_down_goes_to_the_nearest_bar_across_the_waterline(page: TimelinePage, qtbot: QtBot) -> None:
    click(qtbot, page, box(page, "Live brew-along").center())
    press(qtbot, page, KEY.Key_Down)
    assert title_of(page, page.canvas.selected) == "Reviews on store screens"
    press(qtbot, page, KEY.Key_Up)
    assert title_of(page, page.canvas.selected) == "Live brew-along"


def test_page_down_and_page_up_go_from_aim_to_aim(
    page: TimelinePage, qtbot: QtBot, sample_plan: Plan
) -> None:
    aims = sample_plan.aims_in_order
    press(qtbot, page, KEY.Key_Home, KEY.Key_PageDown)
    assert page.canvas.selected == Selected.aim(aims[1].id)
    press(qtbot, page, KEY.Key_PageUp)
    assert page.canvas.selected == Selected.aim(aims[0].id)


def test_from_a_bridge_the_arrows_go_to_its_ends(page: TimelinePage, qtbot: QtBot) -> None:
    click(qtbot, page, glyph(page, "Service clinic", "Clinic tips"))
    press(qtbot, page, KEY.Key_Right)
    assert title_of(page, page.canvas.selected) == "Clinic tips thread"


def test_escape_takes_selection_and_card_away(page: TimelinePage, qtbot: QtBot) -> None:
    click(qtbot, page, box(page, "Live brew-along").center())
    assert page.card.isVisible()
    press(qtbot, page, KEY.Key_Escape)
    assert page.canvas.selected is None
    assert not page.card.isVisible()


def test_the_button_on_the_card_closes_it(page: TimelinePage, qtbot: QtBot) -> None:
    click(qtbot, page, box(page, "Live brew-along").center())
    close = page.card.findChild(QToolButton)
    assert close is not None
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert page.canvas.selected is None


def test_a_link_on_the_card_leads_to_the_bridge(page: TimelinePage, qtbot: QtBot, sample_plan: Plan) -> None:
    click(qtbot, page, box(page, "Clinic tips thread").center())
    link = next(each for each in page.card.findChildren(LinkButton) if "broken" in each.text())
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert page.canvas.selected == Selected.bridge(bridge(sample_plan, "Service clinic", "Clinic tips").id)


def test_a_key_scrolls_to_what_it_selects(page: TimelinePage, qtbot: QtBot) -> None:
    page.canvas.zoom_by(8)
    press(qtbot, page, KEY.Key_End)
    selected = page.canvas.selected
    assert selected is not None
    found = scene_of(page).box(selected, page.canvas.view)
    assert found is not None
    assert page.canvas.view.regions.lanes.contains(found)


def test_an_open_bridge_can_be_selected_where_its_stub_meets_the_waterline(show: Show, qtbot: QtBot) -> None:
    plan = a_plan(
        an_aim(),
        a_dated_activity("Challenge", "2026-09-01", "2026-09-20", aims=["win-members"]),
        an_activity("Reward", id="reward"),
        a_bridge("challenge", "reward"),
    )
    page = show(plan)
    click(qtbot, page, glyph(page, "Challenge", "Reward"))
    assert page.canvas.selected is not None
    assert page.canvas.selected.subject is Subject.BRIDGE
