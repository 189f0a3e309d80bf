from __future__ import annotations

from datetime import date

import pytest

from campaignplanner.domain.days import Span
from campaignplanner.ui.timeline.camera import Camera
from campaignplanner.ui.timeline.view import Regions

REGIONS = Regions(width=1300, height=700, aim_width=300, header_height=60, spend_height=90)
AUTUMN = Span(date(2026, 8, 26), date(2026, 11, 30))


@pytest.fixture
def camera() -> Camera:
    camera = Camera()
    camera.resize(REGIONS)
    camera.show_days(AUTUMN, AUTUMN, 1000.0)
    return camera


def test_a_fitted_campaign_starts_with_the_monday_of_its_first_week(camera: Camera) -> None:
    assert camera.view.day_at(300.5) == date(2026, 8, 24)


def test_one_can_scroll_half_a_view_beyond_either_end(camera: Camera) -> None:
    camera.scroll_by(-10_000, 0)
    assert camera.left == -500
    camera.scroll_by(100_000, 0)
    end = camera.view.x_after(date(2026, 11, 30))
    assert end == pytest.approx(800)


def test_scrolling_down_ends_with_the_last_lane(camera: Camera) -> None:
    camera.scroll_by(0, 100_000)
    assert camera.top == 1000 - REGIONS.lanes_height


def test_zooming_stops_where_the_range_ends(camera: Camera) -> None:
    camera.zoom_by(100, 800)
    assert camera.position == pytest.approx(1)
    camera.zoom_by(-100, 800)
    assert camera.position == pytest.approx(0)


def test_revealing_what_is_in_view_moves_nothing(camera: Camera) -> None:
    before = camera.view
    camera.reveal(200, 300, 100, 124, 20)
    assert camera.view == before


def test_revealing_moves_no_further_than_it_takes(camera: Camera) -> None:
    camera.zoom_by(8, 800)
    camera.scroll_to(0, 0)
    camera.reveal(1100, 1150, 100, 124, 20)
    assert camera.left == pytest.approx(170)


def test_a_bar_longer_than_the_view_counts_as_seen_when_part_of_it_is(camera: Camera) -> None:
    camera.zoom_by(8, 800)
    camera.scroll_to(400, 0)
    camera.reveal(0, 3000, 100, 124, 20)
    assert camera.left == pytest.approx(400)
