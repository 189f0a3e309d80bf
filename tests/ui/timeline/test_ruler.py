"""The ruler above the lanes, at every zoom."""

from __future__ import annotations

from itertools import pairwise

import pytest

from campaignplanner.ui.theme import Theme
from campaignplanner.ui.timeline.header_painter import placed_labels, ruler
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.page import TimelinePage
from tests.ui.timeline.looking import content_of


@pytest.mark.parametrize("position", [step / 25 for step in range(26)])
def test_no_label_of_the_ruler_runs_into_the_next(page: TimelinePage, position: float) -> None:
    ink = Ink(Theme.light())
    page.canvas.zoom_to_position(position)
    for shift in (0, 37, 211):
        page.canvas.scroll_by(shift, 0)
        view = page.canvas.view
        rows = ruler(view, content_of(page).spacing)
        for row, writing in zip(rows, (ink.month_writing, ink.ruler_writing), strict=True):
            places = list(placed_labels(writing, view, row))
            assert places
            for (_, x, width), (_, after, _) in pairwise(places):
                assert x + width < after
            ends = [view.x(tick.first_day) + tick.width for tick in row.ticks]
            for _, x, width in places:
                assert x >= view.regions.aim_width
                assert not any(x < end < x + width for end in ends)
