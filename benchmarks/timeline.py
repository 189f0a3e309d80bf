"""How fast the timeline paints, lays out and takes in an edit, with up to 50,000 activities.

The floor of a frame is a bare scroll area that paints as many plain bars with their titles as are in view, in
turns with the timeline's own frames, so that a slow minute of the machine is in both.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from benchmarks.generator import plan_of_size
from benchmarks.plan import TimedDatabase
from benchmarks.report import Measurement
from campaignplanner.domain.activity import Activity, Contribution, Flight
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFileFormat
from campaignplanner.planning.timeline_layout import Arranger, Bar, LayoutMetrics, arrange, place
from campaignplanner.preferences import Preferences
from campaignplanner.services.commands.flight import RescheduleFlight
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui import theme
from campaignplanner.ui.fonts import install_fonts
from campaignplanner.ui.live_plan import LivePlan
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.timeline.page import TimelinePage
from campaignplanner.ui.timeline.zooming import ZoomLevel

FRAMES = 30
WINDOW = (1600, 900)
MANY, MOST = 10_000, 50_000
WEEK = ZoomLevel.WEEKS.value
METRICS = LayoutMetrics(
    bar_height=24,
    track_gap=4,
    waterline_gap=17,
    lane_padding=18,
    least_lane_height=130,
    least_unaimed_height=60,
)


def measure(frames: int = FRAMES) -> list[Measurement]:
    """Measures everything once; each figure is the median of so many."""
    application = QApplication.instance() or QApplication([])
    install_fonts(application)  # type: ignore[arg-type]
    keeper = theme.ThemeKeeper(application, theme.ThemeChoice.LIGHT)  # type: ignore[arg-type]
    many = plan_of_size(MANY)
    found = [
        *frame_measurements(many, frames),
        *layout_measurements(many, frames),
        *edit_measurements(many, frames),
    ]
    keeper.deleteLater()
    settle()
    return found


# -- frames ----------------------------------------------------------------------------------------------


def frame_measurements(many: Plan, frames: int) -> list[Measurement]:
    """Frames while panning and scrolling at week zoom, and with the whole campaign in view."""
    most = Frames(plan_of_size(MOST))
    few = Frames(most.plan_in_view())
    times_few, times_most = in_turns(frames, few.frame, most.frame)
    few.close()
    most.close()
    stage = Frames(many)
    floor = Floor(stage.page)
    week, week_floor = in_turns(frames, stage.frame, floor.frame)
    stage.page.canvas.fit()
    fitted, fitted_floor = in_turns(frames, stage.still_frame, Floor(stage.page).frame)
    stage.close()
    return [
        Measurement(
            f"timeline: frame of {MOST:,} beside those in view alone",
            median(times_most),
            "ms",
            median(times_few),
            1.3,
        ),
        Measurement(
            f"timeline: frame at week zoom, {MANY:,} activities", median(week), "ms", median(week_floor), 3.0
        ),
        Measurement(
            f"timeline: frame of the whole campaign beside week zoom, {MANY:,} activities",
            median(fitted),
            "ms",
            median(week),
            3.0,
        ),
        Measurement(
            f"timeline: whole campaign beside plain bars, {MANY:,} activities",
            median(fitted),
            "ms",
            median(fitted_floor),
            3.0,
        ),
    ]


class Frames:
    """A timeline at week zoom in the middle of its campaign."""

    def __init__(self, plan: Plan) -> None:
        self.page = TimelinePage()
        self.page.resize(*WINDOW)
        self.page.show()
        self.page.show_plan(plan)
        settle()
        self.page.canvas.zoom_to_scale(WEEK)
        self._number = 0
        gc.collect()
        gc.freeze()  # as after the program's start

    def plan_in_view(self) -> Plan:
        """A plan of only those activities of which the view shows a bar: about a hundred."""
        scene = self.page.canvas.scene
        if scene is None:
            raise RuntimeError("No campaign is shown.")
        plan = scene.content.plan
        shown = {bar.activity_id for bar in _seen_bars(self.page)}
        records = [
            each
            for each in plan.records()
            if not isinstance(each, Activity | Flight | Contribution | BudgetLine | Bridge)
            or (isinstance(each, Activity) and each.id in shown)
            or (isinstance(each, Flight | Contribution | BudgetLine) and each.activity_id in shown)
            or (isinstance(each, Bridge) and each.source_id in shown and each.target_id in shown)
        ]
        return Plan.of(plan.campaign, records)

    def frame(self) -> None:
        """Scrolls a little further, across and down in turns, and paints."""
        self._number += 1
        step = 37 if self._number % 20 < 10 else -37
        self.page.canvas.scroll_by(step if self._number % 2 else 0, 0 if self._number % 2 else step)

    def still_frame(self) -> None:
        """Paints what is in view."""
        self.page.canvas.viewport().update()

    def close(self) -> None:
        """Takes the page away."""
        self.page.close()
        self.page.deleteLater()
        settle()


class Floor(QAbstractScrollArea):
    """As many plain bars with their titles as the timeline shows, where it shows them."""

    def __init__(self, page: TimelinePage) -> None:
        super().__init__()
        scene, view = page.canvas.scene, page.canvas.view
        if scene is None:
            raise RuntimeError("No campaign is shown.")
        self._bars = [(box, bar) for box, bar in zip(scene.seen_boxes(view), _seen_bars(page), strict=True)]
        plan = scene.content.plan
        self._titles = {bar: plan.activities[bar.activity_id].title for _, bar in self._bars}
        self.resize(*WINDOW)
        self.show()
        settle()

    def frame(self) -> None:
        """Paints all of it."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rectangle and a title for each."""
        del event
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor("white"))
        painter.setPen(QPen(QColor("navy")))
        painter.setBrush(QColor("lightblue"))
        for box, bar in self._bars:
            painter.drawRect(box)
            painter.drawText(QRectF(box), int(Qt.AlignmentFlag.AlignVCenter), self._titles[bar])


def _seen_bars(page: TimelinePage) -> list[Bar]:
    scene = page.canvas.scene
    tracks = () if scene is None else scene.stage.part(page.canvas.view).tracks
    return [bar for seen in tracks for bar in seen.bars]


class Hand:
    """A mouse that drags bars of the page; every one takes another bar."""

    def __init__(self, page: TimelinePage, number: int) -> None:
        self._page = page
        self._moves = 0
        canvas = page.canvas
        lanes = canvas.view.regions.lanes
        boxes = [] if canvas.scene is None else canvas.scene.seen_boxes(canvas.view)
        inside = [box for box in boxes if box.width() > 60 and lanes.contains(box)]
        self._at = inside[number * 7 % len(inside)].center()
        self._send(QEvent.Type.MouseButtonPress)

    def drag_on(self) -> None:
        """Moves on by some days."""
        self._moves += 1
        self._at += QPointF(17 if self._moves % 10 < 5 else -17, 0)
        self._send(QEvent.Type.MouseMove)

    def release(self) -> None:
        """Lets go, which writes."""
        self._send(QEvent.Type.MouseButtonRelease)

    def _send(self, kind: QEvent.Type) -> None:
        viewport = self._page.canvas.viewport()
        none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
        button = none if kind is QEvent.Type.MouseMove else left
        held = none if kind is QEvent.Type.MouseButtonRelease else left
        place = viewport.mapToGlobal(self._at)
        event = QMouseEvent(kind, self._at, place, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(viewport, event)


# -- layout ----------------------------------------------------------------------------------------------


def layout_measurements(plan: Plan, frames: int) -> list[Measurement]:
    """The layout of a whole plan, and the layout after one bar was moved."""
    gc.collect()
    gc.freeze()
    whole = [processor_time(lambda: place(arrange(plan), METRICS)) for _ in range(frames)]
    arranger = Arranger()
    layouts = [place(arranger.arrange(plan), METRICS)]

    def lay_out(state: Plan) -> None:
        layouts.append(place(arranger.arrange(state), METRICS, before=layouts[-1]))

    edited = [processor_time(partial(lay_out, state)) for state in moved_on(plan, frames)]
    return [
        Measurement(
            f"timeline: layout of {MANY:,} activities", median(whole), "ms", None, 60.0, is_absolute=True
        ),
        Measurement("timeline: layout after an edit", median(edited), "ms", None, 10.0, is_absolute=True),
    ]


def moved_on(plan: Plan, steps: int) -> list[Plan]:
    """States of the plan in which one bar after the other starts a day later."""
    states: list[Plan] = []
    for flight in some_flights(plan, steps):
        change_set = RescheduleFlight(
            flight.id, flight.first_day + timedelta(days=1), flight.last_day + timedelta(days=1)
        ).changes(plan)
        plan = plan.applying(change_set)
        states.append(plan)
    return states


def some_flights(plan: Plan, count: int) -> list[Flight]:
    """Flights from all over the plan."""
    flights = sorted(plan.flights.records, key=lambda each: each.id)
    return flights[:: max(1, len(flights) // count)][:count]


# -- an edit ---------------------------------------------------------------------------------------------


def edit_measurements(plan: Plan, frames: int) -> list[Measurement]:
    """While a bar is dragged, and from its release to the last repaint, with all pages open."""
    with TemporaryDirectory() as folder:
        workspace = Workspace(TimedDatabase.open(Path(folder) / "campaigns.sqlite"), CampaignFileFormat())
        campaign_id = workspace.import_plan(plan)
        window = MainWindow(Preferences())
        window.resize(*WINDOW)
        window.show()
        window.attach(LivePlan(workspace))
        places = window.places
        if places is None:
            raise RuntimeError("The window shows nothing.")
        places.show_campaign(campaign_id)
        for name in (*PageName, PageName.TIMELINE):
            places.show_page(name)
            settle()
        places.timeline.canvas.zoom_to_scale(WEEK)
        settle()
        gc.collect()
        gc.freeze()
        page = places.timeline
        hand = Hand(page, 0)
        drag, plain = in_turns(frames, hand.drag_on, page.canvas.viewport().update)
        hand.release()
        settle()
        taken = [_committed(page, number) for number in range(1, frames + 1)]
        window.close()
        window.deleteLater()
        settle()
    return [
        Measurement(
            f"timeline: feedback while dragging beside a plain frame, {MANY:,} activities",
            median(drag),
            "ms",
            median(plain),
            1.5,
        ),
        Measurement(
            f"timeline: dragged bar of {MANY:,} taken in, beyond the store's commit",
            median(taken),
            "ms",
            None,
            50.0,
            is_absolute=True,
        ),
    ]


def _committed(page: TimelinePage, number: int) -> float:
    hand = Hand(page, number)
    for _ in range(3):
        hand.drag_on()
        settle()
    TimedDatabase.last_commit = 0.0
    whole = milliseconds(hand.release)
    if not TimedDatabase.last_commit:
        raise RuntimeError("Nothing was written.")
    return whole - TimedDatabase.last_commit


# -- taking the time -------------------------------------------------------------------------------------


def in_turns(
    frames: int, one: Callable[[], object], other: Callable[[], object]
) -> tuple[list[float], list[float]]:
    """Takes both so many times, in turns; the first of each fills caches and is not counted."""
    taken = [(milliseconds(one), milliseconds(other)) for _ in range(frames + 1)][1:]
    return [each for each, _ in taken], [each for _, each in taken]


def milliseconds(step: Callable[[], object]) -> float:
    """How long a step takes until all is painted."""
    began = time.perf_counter()
    step()
    settle()
    return (time.perf_counter() - began) * 1e3


def processor_time(step: Callable[[], object]) -> float:
    """How long a step keeps the processor busy: for what paints nothing, and other programs are running."""
    began = time.process_time()
    step()
    return (time.process_time() - began) * 1e3


def settle() -> None:
    """Lets Qt lay out and paint what waits for it."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
