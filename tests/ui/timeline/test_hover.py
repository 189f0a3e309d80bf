"""The card that tells, when the mouse rests, of what is under it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from campaignplanner.domain.days import Span
from campaignplanner.ui.timeline.card_texts import Card, activity_card, bridge_card
from campaignplanner.ui.timeline.hover import Hover
from campaignplanner.ui.timeline.hover_texts import moved_text, week_text
from campaignplanner.ui.timeline.kpi_flags import flag_box
from campaignplanner.ui.timeline.page import TimelinePage
from tests.builders import a_dated_activity, a_plan, an_aim
from tests.ui.timeline.looking import Show, activity, bar, box, bridge, click, content_of, glyph


def told(page: TimelinePage, point: QPointF) -> Card | None:
    """What the card says once the mouse has rested on a point."""
    page.hover.end()
    page.hover.point_at(point)
    page.hover.show_now()
    return page.hover.card.card


def test_the_mouse_that_rests_on_a_bar_brings_its_card(page: TimelinePage, qtbot: QtBot) -> None:
    plan = content_of(page).plan
    QTest.mouseMove(page.canvas.viewport(), box(page, "Live brew-along").center().toPoint())
    qtbot.waitUntil(lambda: page.hover.card.card is not None)
    assert page.hover.card.card == activity_card(plan, activity(plan, "Live brew-along"))
    shown = {each.text() for each in page.hover.card.findChildren(QLabel)}
    assert "Live brew-along" in shown


def test_a_bridge_tells_both_ends_the_gap_what_is_expected_and_by_how_much_it_is_off(
    page: TimelinePage,
) -> None:
    card = told(page, glyph(page, "Service clinic", "Clinic tips"))
    plan = content_of(page).plan
    assert card == bridge_card(plan, bridge(plan, "Service clinic", "Clinic tips"))
    rows = {row.label: row for row in card.rows}
    assert {"From", "To", "Gap", "Carries on as"} <= rows.keys()
    assert rows["Off by"].text == "8 days"


def test_the_same_words_reach_the_keyboard_through_the_card_of_the_selection(page: TimelinePage) -> None:
    hovered = told(page, box(page, "Live brew-along").center())
    page.select(None)
    assert hovered is not None
    plan = content_of(page).plan
    page.select(scene_selected(page, "Live brew-along"))
    shown = {each.text() for each in page.card.findChildren(QLabel)}
    assert {row.label for row in activity_card(plan, activity(plan, "Live brew-along")).rows} <= shown


def scene_selected(page: TimelinePage, title: str):  # noqa: ANN201 - a Selected
    scene = page.canvas.scene
    assert scene is not None
    return scene.order.selected_bar(bar(page, title))


def test_what_is_pointed_at_is_never_covered(page: TimelinePage) -> None:
    for title in ("Live brew-along", "Invite to tastings", "TikTok account", "Reviews on store screens"):
        found = box(page, title)
        told(page, found.center())
        assert not QRectF(page.hover.card.geometry()).intersects(found)


def test_the_card_never_takes_mouse_or_focus(page: TimelinePage, qtbot: QtBot) -> None:
    page.canvas.setFocus()
    told(page, box(page, "Live brew-along").center())
    assert page.hover.card.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert page.canvas.hasFocus()


def test_it_goes_when_the_mouse_leaves(page: TimelinePage) -> None:
    told(page, box(page, "Live brew-along").center())
    QApplication.sendEvent(page.canvas.viewport(), QEvent(QEvent.Type.Leave))
    assert page.hover.card.card is None


def test_it_goes_when_the_mouse_is_pressed(page: TimelinePage, qtbot: QtBot) -> None:
    told(page, box(page, "Live brew-along").center())
    click(qtbot, page, QPointF(page.canvas.view.regions.lanes.center()))
    assert page.hover.card.card is None


def test_it_goes_when_the_view_moves(page: TimelinePage) -> None:
    told(page, box(page, "Live brew-along").center())
    page.canvas.scroll_by(40, 0)
    assert page.hover.card.card is None


def test_it_goes_when_the_mouse_goes_to_a_card_over_the_canvas(page: TimelinePage) -> None:
    told(page, box(page, "Live brew-along").center())
    here = QPointF(1, 1)
    QApplication.sendEvent(page.card, QEnterEvent(here, here, here))
    assert page.hover.card.card is None


def test_what_is_selected_has_its_card_already(page: TimelinePage, qtbot: QtBot) -> None:
    middle = box(page, "Live brew-along").center()
    click(qtbot, page, middle)
    page.hover.point_at(middle)
    assert not page.hover.is_waiting


def test_nothing_comes_while_something_is_dragged(page: TimelinePage) -> None:
    hover = Hover(page.canvas, is_busy=lambda: True)
    hover.point_at(box(page, "Live brew-along").center())
    hover.show_now()
    assert hover.card.card is None


def test_a_day_of_the_ruler_says_its_weekday_its_week_and_its_holiday(
    page: TimelinePage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(page.canvas.wanted.holidays))
    view = page.canvas.view
    card = told(page, QPointF(view.x(date(2026, 10, 3)) + 3, view.regions.header_height - 20))
    assert card is not None
    assert card.headline == "Saturday, 3 October 2026"
    assert card.subtitle == "Week 40 of 2026 (ISO 8601)"
    assert card.sentence == "German Unity Day"


def test_an_empty_place_on_a_holiday_says_its_name(page: TimelinePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(page.canvas.wanted.holidays))
    view = page.canvas.view
    foot = view.regions.lanes.bottom() - 5
    card = told(page, QPointF(view.x(date(2026, 10, 3)) + 3, foot))
    assert card is not None
    assert card.sentence == "German Unity Day"
    assert told(page, QPointF(view.x(date(2026, 10, 14)) + 3, foot)) is None


def test_the_ends_of_the_campaign_say_what_they_are(page: TimelinePage) -> None:
    view = page.canvas.view
    card = told(page, QPointF(view.x_after(date(2026, 11, 30)), view.regions.header_height - 5))
    assert card is not None
    assert (card.headline, card.subtitle) == ("The campaign ends", "Monday, 30 November 2026")


def test_a_flag_says_its_kpi_its_way_and_its_latest_reading(page: TimelinePage) -> None:
    view = page.canvas.view
    top = QPointF(view.x_after(date(2026, 11, 30)) - 1, view.y(0) + 3)
    card = told(page, flag_box(top).center())
    assert card is not None
    assert card.headline == "Subscribers"
    assert card.subtitle == "Due Monday, 30 November 2026"
    assert card.rows[0].text.startswith("Subscribers 3,100 → 12,000")
    assert "Latest: " in card.rows[0].text


def test_a_week_of_the_strip_says_each_part_and_what_adds_up(page: TimelinePage) -> None:
    view = page.canvas.view
    card = told(page, QPointF(view.x(date(2026, 10, 7)), view.regions.spend.center().y()))
    assert card is not None
    assert card.headline == "Mon 5 Oct – Sun 11 Oct 2026"
    labels = [row.label for row in card.rows]
    assert labels == ["Online", "Offline", "Both", "Together", "So far"]
    assert page.canvas.wanted.period is not None
    page.hover.end()
    assert page.canvas.wanted.period is None


def test_hostile_words_are_shown_as_they_are(show: Show) -> None:
    title = "<b>Tour</b> & <img src=x>"
    page = show(
        a_plan(an_aim(), a_dated_activity(title, "2026-09-10", "2026-09-30", what_people_do="<i>x</i>"))
    )
    told(page, box(page, title).center())
    labels = page.hover.card.findChildren(QLabel)
    assert {title, "<i>x</i>"} <= {each.text() for each in labels}
    assert all(each.textFormat() is Qt.TextFormat.PlainText for each in labels)


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (Span(date(2026, 9, 6), date(2026, 9, 15)), "5 days later"),
        (Span(date(2026, 8, 31), date(2026, 9, 9)), "1 day earlier"),
        (Span(date(2026, 9, 1), date(2026, 9, 12)), "2 days longer"),
        (Span(date(2026, 9, 3), date(2026, 9, 11)), "2 days later, 1 day shorter"),
    ],
)
def test_a_move_is_told_in_days(now: Span, words: str) -> None:
    assert moved_text(Span(date(2026, 9, 1), date(2026, 9, 10)), now) == words


def test_the_week_of_the_turn_of_the_year_belongs_to_the_year_of_its_thursday() -> None:
    assert week_text(date(2027, 1, 1)) == "Week 53 of 2026 (ISO 8601)"
