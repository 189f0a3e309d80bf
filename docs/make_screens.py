"""Makes every picture of the program again, from the sample campaign.

    python docs/make_screens.py OUT_DIR [--theme dark] [--scale 1.5]

Each picture is a row of `PICTURES`; who adds a page adds its row. The brief has no theme: its pages are made
with the light one only.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # Qt reads the scale when it is imported
    from PySide6.QtWidgets import QApplication, QWidget

    from campaignplanner.services.workspace import Workspace
    from campaignplanner.ui.main_window import MainWindow
    from campaignplanner.ui.page_names import PageName

WINDOW = (1440, 900)
TODAY = date(2026, 10, 8)
"""The day on which the sample campaign is half way through."""


@dataclass(frozen=True, slots=True)
class Set:
    """What pictures are taken of: the window, and the store behind it."""

    application: QApplication
    window: MainWindow
    workspace: Workspace

    def settle(self) -> None:
        """Lets everything be laid out and painted that waits for it."""
        for _ in range(3):
            self.application.processEvents()


def portfolio_empty(stage: Set) -> None:
    """The first thing that anybody sees."""
    stage.window.places.show_portfolio()


def portfolio(stage: Set) -> None:
    """All shipped samples."""
    from campaignplanner.exchange.campaign_file import CampaignFileFormat
    from campaignplanner.services.samples import SAMPLES, read_sample

    for sample in SAMPLES:
        stage.workspace.import_plan(*read_sample(sample.name, CampaignFileFormat()))
    stage.window.places.show_portfolio()


def half_way() -> date:
    """What counts as today on the timeline and in the review."""
    return TODAY


def plan(stage: Set) -> None:
    """The sample campaign with its aims, its activities and one of them in the inspector."""
    from campaignplanner.ui.page_names import PageName

    open_sample(stage, PageName.PLAN)
    activities = stage.workspace.plan.activities.values()
    stage.window.places.selection.pick_records([each for each in activities if each.title == "Tasting bars"])


def timeline(stage: Set) -> None:
    """The sample campaign over time."""
    from campaignplanner.ui.page_names import PageName

    stage.window.places.timeline.canvas.clock = half_way
    open_sample(stage, PageName.TIMELINE)
    stage.window.places.selection.pick()


def budget(stage: Set) -> None:
    """The money of the sample campaign, by whose budget it is and by what customers meet."""
    from campaignplanner.ui.page_names import PageName

    open_sample(stage, PageName.BUDGET)


def open_sample(stage: Set, page: PageName) -> None:
    """Shows the sample campaign on a page."""
    titles = {entry.campaign.title: entry.campaign.id for entry in stage.workspace.portfolio()}
    stage.window.places.show_campaign(titles["Autumn Blend launch"])
    stage.window.places.review.bring().finish()
    stage.window.places.show_page(page)


def timeline_bridge(stage: Set) -> None:
    """The bridge that comes too late, chosen: its card says what is wrong."""
    from campaignplanner.planning.bridges import BridgeState, judge
    from campaignplanner.ui.timeline.selection import Selected

    plan = stage.workspace.plan
    late = next(each for each in plan.bridges.values() if judge(plan, each).state is BridgeState.BROKEN)
    stage.window.places.timeline.select(Selected.bridge(late.id))


def brief_page(stage: Set) -> None:
    """The sample's brief beside the fields that it comes from."""
    from campaignplanner.ui.page_names import PageName

    open_sample(stage, PageName.BRIEF)
    preview = stage.window.places.pages.brief_page.preview
    while not (preview.is_idle and stage.window.places.pages.brief_page.view.count):
        stage.application.processEvents()


def review(stage: Set) -> None:
    """What the review says of the sample, once it has been read."""
    from campaignplanner.ui.page_names import PageName

    open_sample(stage, PageName.REVIEW)


def coverage(stage: Set) -> None:
    """Where something happens for which part of the business; empty places offer plays."""
    from campaignplanner.ui.review.coverage import Map

    page = stage.window.places.pages.review_page
    page.head.coverage.click()
    page.coverage.switches[Map.AREAS].click()


def plays(stage: Set) -> QWidget | None:
    """The plays, with what the first of them will make."""
    from campaignplanner.ui.plays.gallery import Invitation, PlayGallery

    gallery = PlayGallery(stage.workspace.plan, (), Invitation(), stage.window)
    gallery.day.show_value(TODAY)
    gallery.show_own(())  # which previews it for this day
    return gallery


PICTURES: dict[str, Callable[[Set], QWidget | None]] = {
    "portfolio-empty": portfolio_empty,
    "portfolio": portfolio,
    "plan": plan,
    "timeline": timeline,
    "timeline-bridge": timeline_bridge,
    "budget": budget,
    "review": review,
    "coverage": coverage,
    "plays": plays,
    "brief-page": brief_page,
}
"""What each picture shows, in an order in which one leads to the next: the window, or what is given back."""


def main(words: list[str] | None = None) -> int:
    """Makes the pictures and prints their names."""
    asked = arguments(words)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(asked.scale)
    asked.out_dir.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        pictures = window_pictures(asked, Path(folder) / "campaigns.sqlite")
    if asked.theme == "light":
        pictures += brief_pictures(asked)
    print("\n".join(str(path) for path in pictures))
    return 0


def arguments(words: list[str] | None) -> Namespace:
    """What was asked for."""
    parser = ArgumentParser(description="Make every picture of the program again.")
    parser.add_argument("out_dir", type=Path, metavar="OUT_DIR")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--scale", type=float, default=1.0, help="of the screen: 1.5 is 150 %%")
    return parser.parse_args(words)


def window_pictures(asked: Namespace, store: Path) -> list[Path]:
    """Grabs the window at each of its pages."""
    from campaignplanner.app import make_application
    from campaignplanner.exchange.campaign_file import CampaignFileFormat
    from campaignplanner.preferences import Preferences, ThemeChoice
    from campaignplanner.services.workspace import Workspace
    from campaignplanner.ui.live_plan import LivePlan
    from campaignplanner.ui.main_window import MainWindow

    application = make_application()
    window = MainWindow(Preferences(theme=ThemeChoice(asked.theme)))
    workspace = Workspace.open(store, CampaignFileFormat())
    window.attach(LivePlan(workspace))
    window.resize(*WINDOW)
    window.show()
    stage = Set(application, window, workspace)
    window.places.review.bring().clock = half_way
    pictures = []
    for name, show in PICTURES.items():
        dialog = show(stage)
        stage.settle()
        pictures.append(asked.out_dir / f"{name}{ending(asked)}.png")
        (dialog or window).grab().save(str(pictures[-1]))
        if dialog is not None:
            dialog.close()
    window.close()
    return pictures


def brief_pictures(asked: Namespace) -> list[Path]:
    """Typesets the sample's brief, a picture for each page."""
    from campaignplanner.brief.export import previews
    from campaignplanner.exchange.campaign_file import CampaignFileFormat
    from campaignplanner.services.samples import SAMPLES, read_sample

    plan, _ = read_sample(SAMPLES[0].name, CampaignFileFormat())
    pictures = []
    for number, content in enumerate(previews(plan, today=TODAY, pixels_per_inch=110 * asked.scale), start=1):
        pictures.append(asked.out_dir / f"brief-{number}{ending(asked)}.png")
        pictures[-1].write_bytes(content)
    return pictures


def ending(asked: Namespace) -> str:
    """What tells pictures of one page apart."""
    theme = "-dark" if asked.theme == "dark" else ""
    return theme if asked.scale == 1 else f"{theme}-{asked.scale:.0%}".removesuffix("%")


if __name__ == "__main__":
    sys.exit(main())
