"""How long a frame of the timeline takes while the review reads the plan, beside one while it does not.

A real window with 10,000 activities, panned at week zoom. The slices of the review run between the frames as
they do for people: a figure is from the movement until the frame is painted and a slice is through.
"""

from __future__ import annotations

import gc
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from benchmarks.generator import plan_of_size
from benchmarks.report import Measurement
from benchmarks.timeline import WEEK, WINDOW, milliseconds, settle
from campaignplanner.exchange.campaign_file import CampaignFileFormat
from campaignplanner.preferences import Preferences
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui import theme
from campaignplanner.ui.fonts import install_fonts
from campaignplanner.ui.live_plan import LivePlan
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.review.live_review import LiveReview
from campaignplanner.ui.timeline.canvas import TimelineCanvas

ACTIVITIES = 10_000
TURNS = 6
FRAMES = 10
"""Of each sort in a turn; the first turn fills caches and is not counted."""


def measure(turns: int = TURNS, frames: int = FRAMES, size: int = ACTIVITIES) -> list[Measurement]:
    """Pans with and without the review at work, in turns."""
    application = QApplication.instance() or QApplication([])
    install_fonts(application)  # type: ignore[arg-type]
    keeper = theme.ThemeKeeper(application, theme.ThemeChoice.LIGHT)  # type: ignore[arg-type]
    with TemporaryDirectory() as folder:
        workspace = Workspace.open(Path(folder) / "campaigns.sqlite", CampaignFileFormat())
        live = LivePlan(workspace)
        window = opened_window(live, workspace.import_plan(plan_of_size(size)))
        plain, reading = frame_times(window, live, turns, frames)
        window.close()
        window.deleteLater()
        settle()
    keeper.deleteLater()
    return [
        Measurement(
            f"review: frame of the timeline while {size:,} activities are read",
            median(reading),
            "ms",
            median(plain),
            1.5,
        )
    ]


def opened_window(live: LivePlan, campaign_id: str) -> MainWindow:
    """The window with the timeline at week zoom, read once."""
    window = MainWindow(Preferences())
    window.resize(*WINDOW)
    window.show()
    window.attach(live)
    if window.places is None:
        raise RuntimeError("The window shows nothing.")
    window.places.show_campaign(campaign_id)
    window.places.show_page(PageName.TIMELINE)
    window.places.review.bring().finish()
    window.places.timeline.canvas.zoom_to_scale(WEEK)
    settle()
    gc.collect()
    gc.freeze()  # as after the program's start
    return window


def frame_times(
    window: MainWindow, live: LivePlan, turns: int, frames: int
) -> tuple[list[float], list[float]]:
    """How long frames took without the review at work, and with it."""
    canvas = window.places.timeline.canvas  # type: ignore[union-attr]
    plain, reading = list[float](), list[float]()
    for turn in range(turns + 1):
        without = panned(canvas, frames)
        review = LiveReview(live, window)  # begins to read
        beside = panned(canvas, frames)
        if review.is_done:
            raise RuntimeError("The review was through before the last frame.")
        review.finish()
        if turn:
            plain += without
            reading += beside
    return plain, reading


def panned(canvas: TimelineCanvas, frames: int) -> list[float]:
    """Scrolls a little further so many times, and back again."""

    def scroll(step: int) -> float:
        return milliseconds(lambda: canvas.scroll_by(step, 0))

    return [scroll(37 if number < frames // 2 else -37) for number in range(frames)]
