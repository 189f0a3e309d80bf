from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPointF, QRectF
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import ActivityStatus, Kind
from campaignplanner.planning.timeline_layout import LabelWhere
from campaignplanner.preferences import ThemeChoice
from campaignplanner.ui.theme import Theme, ThemeKeeper
from campaignplanner.ui.timeline.label_book import LabelBook
from campaignplanner.ui.timeline.page import TimelinePage
from tests.builders import a_dated_activity, a_flight, a_plan, an_activity, an_aim
from tests.ui.timeline.conftest import TODAY
from tests.ui.timeline.looking import (
    Show,
    box,
    click,
    colour_at,
    content_of,
    glyph,
    is_near,
    picture,
    scene_of,
)

LIGHT = Theme.light()


def test_a_broken_bridge_is_red_at_its_glyph(page: TimelinePage) -> None:
    middle = glyph(page, "Service clinic", "Clinic tips")
    assert is_near(colour_at(picture(page), middle.x() - 8.5, middle.y()), LIGHT.error, 60)


def test_a_bridge_that_holds_is_slate_at_its_glyph(page: TimelinePage) -> None:
    middle = glyph(page, "Invite to tastings", "Tasting bars")
    assert is_near(colour_at(picture(page), middle.x() - 8.5, middle.y()), LIGHT.bridge, 60)


def test_the_curve_of_a_broken_bridge_is_dashed(page: TimelinePage, qtbot: QtBot) -> None:
    middle = glyph(page, "Service clinic", "Clinic tips")
    image = picture(page)
    column = [_redness(image, middle.x() + 20 + step, middle.y()) for step in range(50)]
    assert any(column)
    assert not all(column)


def test_online_ends_are_round_and_offline_ends_are_square(page: TimelinePage) -> None:
    image = picture(page)
    online, offline = box(page, "Live brew-along"), box(page, "Reviews on store screens")
    assert is_near(colour_at(image, online.left() + 2, online.top() + 2), LIGHT.surface)
    assert not is_near(colour_at(image, offline.left() + 2, offline.top() + 2), LIGHT.surface, 8)


def test_bars_are_filled_with_the_colour_of_their_side(page: TimelinePage) -> None:
    image = picture(page)
    online, offline = box(page, "Live brew-along"), box(page, "Reviews on store screens")
    assert colour_at(image, online.right() - 20, online.center().y()) == LIGHT.online_fill
    assert colour_at(image, offline.right() - 20, offline.center().y()) == LIGHT.offline_fill


def test_what_has_no_aim_is_outlined_in_red(page: TimelinePage) -> None:
    found = box(page, "TikTok account")
    assert is_near(colour_at(picture(page), found.center().x(), found.top()), LIGHT.error, 70)


def test_a_ghost_is_paler_than_the_bar_it_points_to(page: TimelinePage) -> None:
    image = picture(page)
    own, ghost = box(page, "Barista answers"), box(page, "Barista answers", ghost=True)
    fill = colour_at(image, own.right() - 30, own.center().y())
    pale = colour_at(image, ghost.right() - 30, ghost.center().y())
    assert fill == LIGHT.online_fill
    assert pale.lightness() > fill.lightness()


def test_today_is_a_red_line_through_the_lanes(page: TimelinePage) -> None:
    view = page.canvas.view
    x = round((view.x(TODAY) + view.x_after(TODAY)) / 2)
    y = view.regions.lanes.bottom() - 10
    image = picture(page)
    assert any(is_near(colour_at(image, x + off, y), LIGHT.today, 10) for off in (-1, 0, 1))


def test_another_theme_repaints_everything(page: TimelinePage, keeper: ThemeKeeper, qtbot: QtBot) -> None:
    found = box(page, "Live brew-along")
    picture(page)
    keeper.choose(ThemeChoice.DARK)
    image = picture(page)
    dark = Theme.dark()
    assert colour_at(image, found.right() - 20, found.center().y()) == dark.online_fill
    regions = page.canvas.view.regions
    a_tuesday = page.canvas.view.x(date(2026, 10, 13)) + 4
    assert colour_at(image, a_tuesday, regions.lanes.bottom() - 4) == dark.surface
    assert colour_at(image, 6, regions.spend.bottom() - 4) == dark.surface_raised


def test_a_selected_bar_wears_a_ring(page: TimelinePage, qtbot: QtBot) -> None:
    found = box(page, "Live brew-along")
    click(qtbot, page, found.center())
    assert is_near(colour_at(picture(page), found.center().x(), found.top() - 3), LIGHT.accent, 50)


def test_spend_is_stacked_online_below_offline(page: TimelinePage) -> None:
    view, strip = page.canvas.view, content_of(page).strip.weekly
    period = max(strip.periods, key=lambda each: min(each.online, each.offline))
    x = (view.x(period.first_day) + view.x_after(period.last_day)) / 2
    image = picture(page)
    area = view.regions.spend
    column = [colour_at(image, x, y) for y in range(round(area.bottom()) - 11, round(area.top()), -1)]
    assert column[0] == LIGHT.online
    assert LIGHT.offline in column


def test_the_spend_strip_moves_with_the_lanes(page: TimelinePage) -> None:
    view = page.canvas.view
    first = content_of(page).strip.weekly.periods[0]
    page.canvas.scroll_by(-200, 0)
    moved = page.canvas.view.x(first.first_day) - view.x(first.first_day)
    assert moved == pytest.approx(200)
    y = view.regions.spend.bottom() - 18
    assert colour_at(picture(page), page.canvas.view.x(first.first_day) + 20, y) == LIGHT.online


def test_the_pictures_are_sharp_on_a_screen_with_half_as_many_dots_again(page: TimelinePage) -> None:
    found = box(page, "Reviews on store screens")
    image = picture(page)
    edge = [colour_at(image, found.center().x(), found.top() + off) for off in range(-2, 4)]
    assert any(is_near(colour, LIGHT.offline, 60) for colour in edge)


@pytest.mark.parametrize("steps", [-6, -3, 0, 2, 5, 9])
def test_no_label_covers_a_bar_or_another_label(page: TimelinePage, steps: int) -> None:
    page.canvas.zoom_by(steps)
    boxes = _written(page)
    bars = scene_of(page).seen_boxes(page.canvas.view)
    for index, (where, label) in enumerate(boxes):
        assert not any(label.intersects(other) for _, other in boxes[index + 1 :])
        on = [bar for bar in bars if bar.intersects(label)]
        assert len(on) <= (1 if where is LabelWhere.INSIDE else 0)


def test_the_label_of_a_bar_that_starts_before_the_view_stays_in_view(page: TimelinePage) -> None:
    page.canvas.zoom_by(6)
    found = box(page, "Barista answers")
    page.canvas.scroll_by(found.left() + 200, 0)
    left = page.canvas.view.regions.aim_width
    labels = [label for where, label in _written(page) if where is LabelWhere.INSIDE]
    assert labels
    assert all(label.left() >= left for label in labels)


def test_a_plan_without_money_activities_or_days_is_painted(show: Show) -> None:
    page = show(a_plan())
    assert not picture(page).isNull()


@pytest.mark.parametrize(
    "title", ["x" * 400, "حملة الخريف للقهوة", "☕️👩‍👩‍👧‍👦 Family", "a\nb\u202ec\u0007d", "&<b>"]
)
def test_awkward_titles_are_painted_in_their_places(show: Show, title: str) -> None:
    aim = an_aim(title, id="aim")
    plan = a_plan(
        aim,
        a_dated_activity(title, "2026-09-01", "2026-09-05", aims=[aim], id="one"),
        a_dated_activity(title, "2026-09-07", "2026-09-30", aims=[aim], id="two", kind=Kind.EVENT),
        an_activity(title, id="three"),
    )
    page = show(plan)
    content = content_of(page)
    assert all(content.label_width(each) <= 481 for each in plan.activities)
    assert not picture(page).isNull()


def test_a_cut_title_in_hebrew_ends_at_the_left(page: TimelinePage) -> None:
    writing = content_of(page).writing
    cut = writing.cut("הזמנה לטעימה של התערובת החדשה", 60)
    assert cut.endswith("…")
    # Isolated as a text that runs from right to left: its end, and so the ellipsis, lies at the left.
    assert writing.ready(cut).text() == f"\u2067{cut}\u2069"
    assert writing.ready("Tasting bars").text() == "Tasting bars"


def test_a_cancelled_activity_is_neither_blue_nor_amber(show: Show) -> None:
    aim = an_aim()
    plan = a_plan(
        aim,
        a_dated_activity("Fair", "2026-09-01", "2026-09-30", aims=[aim], status=ActivityStatus.CANCELLED),
    )
    page = show(plan)
    found = box(page, "Fair")
    assert colour_at(picture(page), found.right() - 20, found.center().y()) == LIGHT.surface_raised


def test_a_hairline_joins_the_flights_of_an_activity(show: Show) -> None:
    aim = an_aim()
    plan = a_plan(
        aim,
        a_dated_activity("Tour", "2026-09-01", "2026-09-05", aims=[aim], kind=Kind.EVENT),
        a_flight("tour", "2026-09-20", "2026-09-25"),
    )
    page = show(plan)
    found = box(page, "Tour")
    view = page.canvas.view
    x = view.x(plan.flights["tour@2026-09-20"].first_day) - 12
    column = [colour_at(picture(page), x, round(found.center().y()) + off) for off in (-1, 0, 1)]
    assert any(is_near(colour, LIGHT.text_disabled, 12) for colour in column)


def _written(page: TimelinePage) -> list[tuple[LabelWhere, QRectF]]:
    """Every label that is painted, as the box that its text takes."""
    content, view = content_of(page), page.canvas.view
    book = LabelBook(content)
    found: list[tuple[LabelWhere, QRectF]] = []
    for seen in scene_of(page).stage.part(view).tracks:
        for place in book.places(view, seen):
            corner = QPointF(view.regions.aim_width + place.x - view.left, view.y(seen.top) + 5)
            found.append((place.where, QRectF(corner.x(), corner.y(), place.width, 14)))
    return found


def _redness(image: object, x: float, y: float) -> bool:
    """Whether there is red anywhere near a height."""
    return any(is_near(colour_at(image, x, y + off), LIGHT.error, 90) for off in range(-8, 3))  # type: ignore[arg-type]
