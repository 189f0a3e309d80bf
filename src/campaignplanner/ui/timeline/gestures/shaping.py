"""Puts the keys and menus of shaping on a timeline page; its gestures it has already."""

from __future__ import annotations

from campaignplanner.ui.timeline.gestures.acting import ShapingActing
from campaignplanner.ui.timeline.gestures.context import ContextMenus
from campaignplanner.ui.timeline.page import TimelinePage


def shape_by_hand(page: TimelinePage) -> None:
    """Connects the window's actions and the right mouse button; the page owns what does it."""
    if page.hands is not None:
        ContextMenus(page, page.hands, ShapingActing(page, page.hands))
