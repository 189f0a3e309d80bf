"""A campaign from nothing to its brief in the window alone; once more without the mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import Kind, Side
from campaignplanner.domain.aim import BusinessArea
from campaignplanner.domain.bridge import Mechanism, Pattern
from campaignplanner.preferences import Preferences
from campaignplanner.ui.actions import Name
from campaignplanner.ui.dialogs.new_campaign import NewCampaignDialog
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.field import Field
from campaignplanner.ui.guide.guide import Guide
from campaignplanner.ui.guide.side import GuideState
from campaignplanner.ui.plan.inspector.activity_form import ActivityForm
from tests.journeys.desk import Desk
from tests.ui.doors import PreparedFiles

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.fixture(autouse=True)
def british(qapp: object) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def files(tmp_path: Path) -> PreparedFiles:
    return PreparedFiles(folder=tmp_path)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, files: PreparedFiles) -> Desk:
    return Desk(qtbot, tmp_path / "campaigns.sqlite", Preferences(currency="EUR"), files)


def brief_text(desk: Desk, files: PreparedFiles) -> str:
    """Exports the brief, and reads it as its reader does, blanks and line ends alike."""
    desk.press(Qt.Key.Key_E)
    desk.wait_for_sentence("The brief is in")
    assert files.folder is not None
    pages = PdfReader(files.folder / files.proposed[-1]).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


# -- with the mouse ----------------------------------------------------------------------------------


def test_a_campaign_is_made_from_nothing_to_its_brief(desk: Desk, files: PreparedFiles) -> None:
    begin(desk)
    lead_through_aims(desk)
    lead_through_activities(desk)
    row = guide(desk).step.list.rows[0]
    assert row.first == "Tasting bars"
    assert "Brew-along" in row.second
    guide(desk).next_button.click()
    assert desk.places.pages.plan_page.side.guide_state is GuideState.AWAY

    inspect_an_activity(desk)
    look_at_the_timeline(desk)
    text = brief_text(desk, files)
    for part in ("Winter warmers", "Win 2,000 subscribers", "Home baristas", "Brew-along", "Market square"):
        assert part in text


def begin(desk: Desk) -> None:
    desk.do(Name.NEW_CAMPAIGN)
    dialog = desk.window.findChild(NewCampaignDialog)
    QTest.keyClicks(dialog.findChild(QLineEdit), "Winter warmers")
    dialog.yes_button.click()
    desk.come_back()
    assert desk.title == "Winter warmers"


def guide(desk: Desk) -> Guide:
    found = desk.places.pages.plan_page.side.guide
    assert found is not None
    return found


def write(desk: Desk, **texts: object) -> None:
    """Fills in fields of the step that is shown."""
    for name, value in texts.items():
        field: Field = guide(desk).step.field(name)
        if isinstance(field, ChoiceField):
            field.choose(value)
        else:
            field.setFocus()
            QTest.keyClicks(field.editor, str(value))


def lead_through_aims(desk: Desk) -> None:
    write(desk, statement="Win 2,000 subscribers", why="Sales fall", business_area=BusinessArea.SALES)
    guide(desk).next_button.click()
    write(desk, name="New subscribers", baseline="0", target="2,000", due_day="30 Nov 2026")
    guide(desk).next_button.click()
    write(desk, name="Home baristas", behaviour_now="Buy by price", behaviour_wanted="Subscribe")
    guide(desk).next_button.click()
    (kpi,) = desk.plan.kpis.values()
    assert kpi.target == 2000


def lead_through_activities(desk: Desk) -> None:
    write(desk, title="Brew-along", kind=Kind.CONVERSATION, first_day="5 Sep 2026 - 4 Oct 2026")
    guide(desk).step.button.click()
    write(desk, title="Tasting bars", kind=Kind.PRODUCT_TRIAL, first_day="10 Sep 2026 - 27 Sep 2026")
    guide(desk).next_button.click()
    assert {each.side for each in desk.plan.activities.values()} == set(Side)
    write(desk, mechanism=Mechanism.QR_CODE)
    guide(desk).step.button.click()
    (bridge,) = desk.plan.bridges.values()
    assert bridge.pattern is Pattern.IS_TALKED_ABOUT_IN


def inspect_an_activity(desk: Desk) -> None:
    tasting = next(each for each in desk.plan.activities.values() if each.side is Side.OFFLINE)
    desk.places.selection.pick_records([tasting])
    form = desk.places.pages.plan_page.inspector.form
    assert isinstance(form, ActivityForm)
    desk.fill(form.field("place"), "Market square")
    assert desk.plan.activities[tasting.id].place == "Market square"


def look_at_the_timeline(desk: Desk) -> None:
    desk.do(Name.TIMELINE)
    assert desk.places.timeline.isVisible()
    assert len(desk.plan.flights) == 2


# -- by keyboard alone -------------------------------------------------------------------------------


def test_a_campaign_is_made_from_nothing_to_its_brief_by_keyboard_alone(
    desk: Desk, files: PreparedFiles
) -> None:
    desk.press(Qt.Key.Key_N)
    desk.qtbot.waitUntil(lambda: isinstance(desk.focused, QLineEdit))
    desk.keys("Winter warmers", ENTER)
    desk.come_back()
    desk.keys("Win 2,000 subscribers", TAB, "Sales fall", TAB, ENTER, ENTER)
    desk.keys("New subscribers", TAB, "0", TAB, "2,000", TAB, "people", TAB, "30 Nov 2026", ENTER, ENTER)
    desk.keys("Home baristas", TAB, "Buy by price", TAB, "Subscribe")
    next_step(desk)
    desk.keys("Brew-along", TAB, TAB, TAB, "5 Sep 2026 - 4 Oct 2026", ENTER)
    desk.keys("Tasting bars", TAB, TAB, TAB, "10 Sep 2026 - 27 Sep 2026", ENTER, ENTER)
    desk.keys(ENTER)
    assert len(desk.plan.bridges) == 1
    type_the_brand(desk)
    desk.press(Qt.Key.Key_2)
    assert desk.places.timeline.isVisible()
    text = brief_text(desk, files)
    for part in ("Winter warmers", "Northwind", "Win 2,000 subscribers", "Home baristas", "Tasting bars"):
        assert part in text


def next_step(desk: Desk) -> None:
    """Adds what is typed and goes on, from whatever field one is in."""
    QTest.keyClick(desk.focused, ENTER, Qt.KeyboardModifier.ControlModifier)


def type_the_brand(desk: Desk) -> None:
    """After the guide the keyboard is in the campaign's own fields: its title, then its brand."""
    desk.keys(TAB, "Northwind", ENTER)
    assert desk.plan.campaign.brand == "Northwind"
