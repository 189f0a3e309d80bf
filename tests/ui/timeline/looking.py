"""Finding things on a timeline page as a person would: by what they are called."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_layout import Bar
from campaignplanner.ui.timeline.canvas import TimelineCanvas
from campaignplanner.ui.timeline.content import TimelineContent
from campaignplanner.ui.timeline.page import TimelinePage
from campaignplanner.ui.timeline.scene import Scene
from campaignplanner.ui.timeline.selection import Selected

Show = Callable[[Plan], TimelinePage]


def scene_of(page: TimelinePage) -> Scene:
    scene = page.canvas.scene
    assert scene is not None
    return scene


def content_of(page: TimelinePage) -> TimelineContent:
    return scene_of(page).content


def activity(plan: Plan, title: str) -> Activity:
    return next(each for each in plan.activities.values() if title in each.title)


def bars(page: TimelinePage) -> Iterator[Bar]:
    for lane in content_of(page).arrangement.lanes:
        for track in (*lane.online, *lane.offline):
            yield from track.bars


def bar(page: TimelinePage, title: str, *, ghost: bool = False) -> Bar:
    wanted = activity(content_of(page).plan, title).id
    return next(each for each in bars(page) if each.activity_id == wanted and each.ghost is ghost)


def box(page: TimelinePage, title: str, *, ghost: bool = False) -> QRectF:
    """Where a bar lies by the layout's own numbers, on the viewport."""
    layout, view = content_of(page).layout, page.canvas.view
    found = bar(page, title, ghost=ghost)
    left, right = view.x(found.first_day), view.x_after(found.last_day)
    return QRectF(left, view.y(layout.bar_top(found)), right - left, layout.metrics.bar_height)


def bridge(plan: Plan, source: str, target: str) -> Bridge:
    ends = activity(plan, source).id, activity(plan, target).id
    return next(each for each in plan.bridges.values() if (each.source_id, each.target_id) == ends)


def glyph(page: TimelinePage, source: str, target: str) -> QPointF:
    found = bridge(content_of(page).plan, source, target)
    return scene_of(page).bridge_marks(found.id, page.canvas.view)[0].center()


def click(qtbot: object, page: TimelinePage, point: QPointF) -> None:
    qtbot.mouseClick(page.canvas.viewport(), Qt.MouseButton.LeftButton, pos=point.toPoint())  # type: ignore[attr-defined]


def press(qtbot: object, page: TimelinePage, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(page.canvas, key)  # type: ignore[attr-defined]


def turn_wheel(
    canvas: TimelineCanvas,
    notches: float,
    at: QPointF,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    viewport = canvas.viewport()
    event = QWheelEvent(
        at,
        QPointF(viewport.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def picture(page: TimelinePage) -> QImage:
    return page.canvas.viewport().grab().toImage()


def colour_at(image: QImage, x: float, y: float) -> QColor:
    ratio = image.devicePixelRatio()
    return image.pixelColor(round(x * ratio), round(y * ratio))


def is_near(one: QColor, other: QColor, tolerance: int = 40) -> bool:
    return all(
        abs(a - b) <= tolerance
        for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index, arg-type]
    )


def title_of(page: TimelinePage, selected: Selected | None) -> str:
    """What is selected, by its title."""
    assert selected is not None
    plan = content_of(page).plan
    if selected.id in plan.aims:
        return plan.aims[selected.id].statement
    return plan.activities[selected.id].title
