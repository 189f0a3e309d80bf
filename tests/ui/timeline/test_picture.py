"""Pictures of a whole timeline: what is in them, how large they are, and how they get out of the window."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from benchmarks.generator import plan_of_size
from campaignplanner.domain.activity import ActivityStatus, Side
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_lanes import Grouping
from campaignplanner.preferences import Preferences, ThemeChoice
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.actions import Name
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.messages import TaskRow
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.plan.tree.finding import Search
from campaignplanner.ui.theme import Theme, ThemeKeeper
from campaignplanner.ui.timeline.filtering import LaneSearch, search_text
from campaignplanner.ui.timeline.lane_heads import lane_name
from campaignplanner.ui.timeline.page import TimelinePage
from campaignplanner.ui.timeline.picture.picture import LONGEST_SIDE, MOST_DOTS, TimelinePicture
from campaignplanner.ui.timeline.sights import Wanted
from tests.builders import a_bridge, a_dated_activity, a_plan, an_activity, an_aim
from tests.ui.doors import PreparedFiles
from tests.ui.timeline.conftest import TODAY
from tests.ui.timeline.looking import bar

SVG = "{http://www.w3.org/2000/svg}"
UNITY = {date(2026, 10, 3): "German Unity Day"}


@pytest.fixture
def picture(keeper: ThemeKeeper, sample_plan: Plan) -> TimelinePicture:
    return TimelinePicture(sample_plan, Wanted(holidays=UNITY), TODAY)


def texts_of(svg: bytes) -> list[str]:
    return [each.text or "" for each in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_it_shows_exactly_the_days_of_the_campaign(picture: TimelinePicture) -> None:
    view = picture.view
    assert view.x(date(2026, 8, 24)) == view.regions.aim_width
    end = view.x_after(date(2026, 11, 30))
    assert 0 < view.regions.width - end <= 40


def test_all_lanes_are_in_it_whatever_the_window_shows(picture: TimelinePicture, sample_plan: Plan) -> None:
    said = " ".join(texts_of(picture.svg()))
    for activity in sample_plan.activities.values():
        if sample_plan.span_of(activity.id) is not None:
            assert activity.title in said
    for words in ("Win 12,000 new subscribers", "Turn regulars into advocates", "No aim yet"):
        assert words in said
    for words in ("Autumn Blend launch", "September 2026", "today", "Spend per week", "€144,000"):
        assert words in said


def test_an_svg_keeps_texts_as_texts_and_holds_no_dots(picture: TimelinePicture) -> None:
    root = ElementTree.fromstring(picture.svg())
    assert list(root.iter(f"{SVG}image")) == []
    assert len(list(root.iter(f"{SVG}text"))) > 40
    box = root.attrib["viewBox"].split()
    assert box == ["0", "0", str(picture.size.width()), str(picture.size.height())]


def test_an_svg_looks_like_the_picture_of_dots(picture: TimelinePicture) -> None:
    renderer = QSvgRenderer(QByteArray(picture.svg()))
    assert renderer.isValid()
    drawn = QImage(picture.size, QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.white)
    painter = QPainter(drawn)
    renderer.render(painter)
    painter.end()
    dots = picture.dots(1).image
    rows = range(2, picture.size.height(), 9)
    columns = range(2, picture.size.width(), 9)
    points = [(x, y) for x in columns for y in rows]
    alike = sum(_near(drawn.pixelColor(x, y), dots.pixelColor(x, y)) for x, y in points)
    assert alike / len(points) > 0.93


def _near(one: QColor, other: QColor) -> bool:
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index, arg-type]
    return all(abs(a - b) <= 48 for a, b in pairs)


def test_what_one_would_click_on_is_not_in_it(picture: TimelinePicture, page: TimelinePage) -> None:
    window, paper = page.canvas.viewport().grab().toImage(), picture.dots(1).image
    chevron = [(x, y) for x in range(2, 16) for y in range(72, 92)]
    white = Theme.light().surface
    assert any(window.pixelColor(x, y) != white for x, y in chevron)
    assert all(paper.pixelColor(x, y) == white for x, y in chevron)


def test_it_is_light_even_where_the_window_is_dark(keeper: ThemeKeeper, sample_plan: Plan) -> None:
    keeper.choose(ThemeChoice.DARK)
    image = TimelinePicture(sample_plan, Wanted(), TODAY).dots(1).image
    assert image.pixelColor(image.width() // 2, image.height() - 4) == Theme.light().surface


def test_dots_are_twice_as_many_as_pixels(picture: TimelinePicture) -> None:
    dots = picture.dots()
    assert dots.image.size() == QSize(2 * picture.size.width(), 2 * picture.size.height())
    assert not dots.is_smaller


def test_a_huge_campaign_stays_within_what_programs_can_show(keeper: ThemeKeeper) -> None:
    dots = TimelinePicture(plan_of_size(10_000), Wanted(), TODAY).dots()
    assert max(dots.image.width(), dots.image.height()) <= LONGEST_SIDE + 1
    assert dots.image.width() * dots.image.height() <= MOST_DOTS * 1.01
    assert dots.is_smaller


def test_a_campaign_of_many_years_stays_within_too(keeper: ThemeKeeper) -> None:
    plan = a_plan(an_aim(), a_dated_activity("Reign", "0900-01-01", "2900-01-01"))
    picture = TimelinePicture(plan, Wanted(), TODAY)
    dots = picture.dots()
    assert max(dots.image.width(), dots.image.height()) <= LONGEST_SIDE + 1


def test_the_legend_explains_what_is_there_and_nothing_else(
    picture: TimelinePicture, keeper: ThemeKeeper
) -> None:
    words = picture.legend.words
    for expected in ("Online", "Offline", "Bridge holds", "Announces", "No aim yet", "Public holiday"):
        assert expected in words
    plan = a_plan(an_aim(), a_dated_activity("Reviews", "2026-09-01", "2026-09-20", aims=["win-members"]))
    assert TimelinePicture(plan, Wanted(), TODAY).legend.words == ["Online"]


def test_a_label_beside_the_last_bar_is_whole(keeper: ThemeKeeper) -> None:
    title = "A meet-up with a rather long name"
    plan = a_plan(
        an_aim(),
        a_dated_activity("Reviews", "2026-09-01", "2026-11-29"),
        a_dated_activity(title, "2026-11-30", "2026-11-30"),
    )
    assert title in texts_of(TimelinePicture(plan, Wanted(), TODAY).svg())


@pytest.mark.parametrize("title", ["<svg onload='x'>", "a & b", "حملة الخريف", "☕️ Family"])
def test_awkward_titles_make_no_broken_svg(keeper: ThemeKeeper, title: str) -> None:
    start = date(2026, 9, 1)
    plan = a_plan(an_aim(title), a_dated_activity(title, start, start + timedelta(days=40)), title=title)
    ElementTree.fromstring(TimelinePicture(plan, Wanted(), TODAY).svg())


def test_open_bridges_are_explained(keeper: ThemeKeeper) -> None:
    plan = a_plan(
        an_aim(),
        a_dated_activity("Challenge", "2026-09-01", "2026-09-20"),
        an_activity("Reward", id="reward"),
        a_bridge("challenge", "reward"),
    )
    assert "Bridge to something without dates" in TimelinePicture(plan, Wanted(), TODAY).legend.words


# -- out of the window -------------------------------------------------------------------------------


@pytest.fixture
def inside(open_window: Callable[..., MainWindow], workspace: Workspace, sample_plan: Plan) -> MainWindow:
    campaign_id = workspace.import_plan(sample_plan)
    window = open_window(Preferences(last_campaign_id=campaign_id))
    window.places.show_page(PageName.TIMELINE)
    return window


def sentence(window: MainWindow) -> str:
    message = window._messages.message
    return "" if message is None else message.sentence


def saved(window: MainWindow, files: PreparedFiles, qtbot: QtBot) -> Path:
    window._actions[Name.SAVE_PICTURE].trigger()
    qtbot.waitUntil(lambda: bool(sentence(window)), timeout=30_000)
    assert files.folder is not None
    (found,) = files.folder.iterdir()
    return found


def test_a_png_is_written_where_asked_and_can_be_opened(
    inside: MainWindow, files: PreparedFiles, qtbot: QtBot
) -> None:
    path = saved(inside, files, qtbot)
    assert path.name == "Northwind Coffee, Autumn Blend launch, timeline.png"
    assert QImage(str(path)).width() > 2000
    qtbot.mouseClick(inside._messages.answer_buttons[0], Qt.MouseButton.LeftButton)
    assert files.opened == [path]


def test_a_name_that_ends_so_makes_an_svg(
    inside: MainWindow, files: PreparedFiles, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert files.folder is not None
    wanted = files.folder / "plan.svg"
    monkeypatch.setattr(files, "file_to_write", lambda *asked: wanted)
    path = saved(inside, files, qtbot)
    assert path == wanted
    ElementTree.parse(path)


def test_a_place_that_cannot_be_written_to_is_said_in_a_sentence(
    inside: MainWindow, files: PreparedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    files.folder = tmp_path / "missing"
    inside._actions[Name.SAVE_PICTURE].trigger()
    qtbot.waitUntil(lambda: bool(sentence(inside)))
    assert re.search(r"cannot be written: .+\.$", sentence(inside))


def test_who_changes_their_mind_gets_no_file(inside: MainWindow, files: PreparedFiles) -> None:
    files.folder = None
    inside._actions[Name.SAVE_PICTURE].trigger()
    assert sentence(inside) == ""


def test_the_clipboard_gets_dots_and_a_drawing(inside: MainWindow) -> None:
    inside._actions[Name.COPY_PICTURE].trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    ElementTree.fromstring(bytes(data.data("image/svg+xml").data()))
    assert "clipboard" in sentence(inside)


def test_without_any_date_it_is_said_that_there_is_no_picture(
    open_window: Callable[..., MainWindow], workspace: Workspace
) -> None:
    campaign_id = workspace.import_plan(a_plan(an_aim(), an_activity("Tour")))
    window = open_window(Preferences(last_campaign_id=campaign_id))
    window.places.show_page(PageName.TIMELINE)
    window._actions[Name.SAVE_PICTURE].trigger()
    assert "no picture" in sentence(window)


def copied(window: MainWindow) -> list[str]:
    """The texts of the picture that is copied now."""
    window._actions[Name.COPY_PICTURE].trigger()
    return texts_of(bytes(QGuiApplication.clipboard().mimeData().data("image/svg+xml").data()))


def test_it_has_the_lanes_of_the_window_collapsed_as_they_are_there(inside: MainWindow) -> None:
    canvas = inside.places.timeline.canvas
    canvas.show_lanes(canvas.shown.grouped_by(Grouping.STATUS))
    assert "Live brew-along" in copied(inside)
    assert canvas.scene is not None
    lane = canvas.scene.content.arrangement.lanes[bar(inside.places.timeline, "Live brew-along").lane]
    canvas.turn_lane(lane.key)
    said = copied(inside)
    assert lane_name(canvas.scene.content.plan, lane.key) in said
    assert "Live brew-along" not in said
    assert not any(each.startswith("Win 12,000") for each in said)


def test_it_leaves_out_what_the_window_leaves_out_and_says_so(inside: MainWindow) -> None:
    find = inside.places.timeline.filter_bar.find_bar
    find.line.setText("sampling")
    find.choose_side(Side.OFFLINE)
    said = copied(inside)
    assert "Sampling on trains" in said
    assert "Live brew-along" not in said
    assert "1 of 17 activities shown" in said
    assert "Shown is only: “sampling”, offline. Counts and money are those of the whole campaign." in said


def test_where_nothing_is_found_it_is_said_that_there_is_no_picture(inside: MainWindow) -> None:
    inside.places.timeline.filter_bar.find_bar.line.setText("nothing is called so")
    inside._actions[Name.COPY_PICTURE].trigger()
    assert "no picture" in sentence(inside)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (LaneSearch(), ""),
        (LaneSearch(Search(hides_done=True), owner=""), "not done or cancelled, without an owner"),
        (
            LaneSearch(Search(status=ActivityStatus.IDEA), "Ada", "win-members"),
            "idea, owner Ada, aim “Win members”",
        ),
        (LaneSearch(aim_id=""), "without an aim"),
    ],
)
def test_what_is_looked_for_can_be_said(wanted: LaneSearch, words: str) -> None:
    assert search_text(a_plan(an_aim("Win members")), wanted) == words


def test_painted_in_pieces_it_is_the_picture_of_a_frame(picture: TimelinePicture) -> None:
    frame = QImage(picture.size, QImage.Format.Format_RGB32)
    frame.fill(Theme.light().surface)
    painter = QPainter(frame)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    picture._stage._marks.paint = lambda *of: None  # type: ignore[method-assign]
    picture._stage.paint(painter, picture.view, None, TODAY)
    painter.end()
    corner = round(picture.view.regions.header_height)
    body = QRect(0, corner, frame.width(), round(picture.view.regions.height) - corner)
    assert picture.dots(1).image.copy(body) == frame.copy(body)


# -- a large one ------------------------------------------------------------------------------------


@pytest.fixture
def large(open_window: Callable[..., MainWindow], workspace: Workspace) -> MainWindow:
    campaign_id = workspace.import_plan(plan_of_size(300))
    window = open_window(Preferences(last_campaign_id=campaign_id))
    window.places.show_page(PageName.TIMELINE)
    return window


def test_a_large_one_is_copied_while_the_window_goes_on(large: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    large._actions[Name.COPY_PICTURE].trigger()
    assert QGuiApplication.clipboard().image().isNull()
    qtbot.waitUntil(lambda: "clipboard" in sentence(large), timeout=30_000)
    assert QGuiApplication.clipboard().mimeData().hasImage()


def test_a_large_one_is_written_too(large: MainWindow, files: PreparedFiles, qtbot: QtBot) -> None:
    assert QImage(str(saved(large, files, qtbot))).width() > 2000


def test_who_cancels_a_large_one_gets_none(large: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    large._actions[Name.COPY_PICTURE].trigger()
    (row,) = large._messages.findChildren(TaskRow)
    qtbot.mouseClick(row.findChild(QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not large._messages.findChildren(TaskRow))
    assert QGuiApplication.clipboard().image().isNull()
    assert sentence(large) == ""
