"""Another theme while everything is shown: Qt walks all widgets there are and would meet those that went."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog

from campaignplanner.domain.plan import Plan
from campaignplanner.planning.first_steps import FirstStep
from campaignplanner.preferences import Preferences, ThemeChoice
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.actions import Name
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.places import Places
from campaignplanner.ui.selection import Picked
from tests.ui.test_every_control import RECORD_TYPES

DIALOGS = [Name.SETTINGS, Name.SHORTCUTS, Name.NEW_CAMPAIGN, Name.MOVE_CAMPAIGN, Name.COMMANDS, Name.HISTORY]


@pytest.fixture
def inside(open_window: Callable[..., MainWindow], workspace: Workspace, sample_plan: Plan) -> MainWindow:
    return open_window(
        Preferences(theme=ThemeChoice.LIGHT, last_campaign_id=workspace.import_plan(sample_plan))
    )


@contextmanager
def collecting_all_the_time() -> Iterator[None]:
    """Python lets go of what nobody holds now and then while Qt walks."""
    before = gc.get_threshold()
    gc.set_threshold(40, 2, 2)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def gone_while(window: MainWindow, choice: ThemeChoice) -> list[str]:
    """What was deleted while the application took another theme."""
    gone: list[str] = []
    told: list[tuple[QObject, Callable[[], None]]] = []
    for widget in QApplication.allWidgets():

        def note(words: str = f"{type(widget).__name__} {widget.objectName()}") -> None:
            gone.append(words)

        widget.destroyed.connect(note, Qt.ConnectionType.DirectConnection)
        told.append((widget, note))
    with collecting_all_the_time():
        window._keeper.choose(choice)
    found = list(gone)
    for widget, note in told:
        widget.destroyed.disconnect(note)
    return found


def places(window: MainWindow) -> Places:
    assert window.places is not None
    return window.places


def change(window: MainWindow) -> list[str]:
    """To the theme that is not shown; everything that waits is done before."""
    QApplication.processEvents()
    is_light = window._keeper.choice is ThemeChoice.LIGHT
    return gone_while(window, ThemeChoice.DARK if is_light else ThemeChoice.LIGHT)


def test_no_widget_of_the_pages_goes_while_the_theme_changes(inside: MainWindow) -> None:
    for name in PageName:
        places(inside).show_page(name)
        assert change(inside) == []
    places(inside).show_portfolio()
    assert change(inside) == []


def test_no_widget_of_the_details_goes_while_the_theme_changes(inside: MainWindow, sample_plan: Plan) -> None:
    places(inside).show_page(PageName.PLAN)
    for record_type in RECORD_TYPES:
        for record_id in list(sample_plan.table(record_type))[:1]:
            places(inside).selection.pick(Picked(record_type, record_id))
            assert change(inside) == []


def test_no_widget_of_the_guide_goes_while_the_theme_changes(inside: MainWindow) -> None:
    inside._actions[Name.GUIDE].trigger()
    guide = places(inside).pages.plan_page.side.guide
    assert guide is not None
    for step in FirstStep:
        guide.show_step(step)
        assert change(inside) == []


def test_no_widget_of_a_dialog_goes_while_the_theme_changes(inside: MainWindow) -> None:
    for name in DIALOGS:
        inside._actions[name].trigger()
        assert change(inside) == []
        for dialog in inside.findChildren(QDialog):
            dialog.close()


class Dressings(QObject):
    """Counts how often each widget is told that its style is another one."""

    def __init__(self) -> None:
        super().__init__()
        self.of: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Counts and lets pass."""
        if event.type() is QEvent.Type.StyleChange:
            self.of[str(watched)] += 1
        return False


def test_each_widget_is_dressed_anew_once_and_not_once_for_all_around_it(inside: MainWindow) -> None:
    for name in PageName:
        places(inside).show_page(name)
    dressings = Dressings()
    QApplication.instance().installEventFilter(dressings)
    change(inside)
    QApplication.instance().removeEventFilter(dressings)
    off_and_on = 2
    assert len(dressings.of) > 500
    assert dressings.of.total() < (off_and_on + 1) * len(dressings.of)


def pictures(window: MainWindow) -> dict[PageName, QImage]:
    """How the pages look now; those of the brief come from another process, when they are ready."""
    taken = {}
    for name in set(PageName) - {PageName.BRIEF}:
        places(window).show_page(name)
        window.setFocus()
        for _ in range(3):
            QApplication.processEvents()
        taken[name] = window.grab().toImage()
    return taken


def test_pages_that_were_hidden_keep_nothing_of_the_theme_before(inside: MainWindow) -> None:
    pictures(inside)
    light = pictures(inside)
    places(inside).show_page(PageName.TIMELINE)
    change(inside)
    dark = pictures(inside)
    places(inside).show_anew()
    pictures(inside)
    assert [name for name, page in pictures(inside).items() if page != dark[name]] == []
    places(inside).show_page(PageName.TIMELINE)
    change(inside)
    assert [name for name, page in pictures(inside).items() if page != light[name]] == []
    assert [name for name, page in light.items() if page == dark[name]] == []
