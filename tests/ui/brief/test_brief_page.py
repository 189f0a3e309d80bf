"""The brief's page in the real window: pages that follow what is typed, choices, versions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from campaignplanner.brief.options import ONE_PAGE, Paper, Section
from campaignplanner.brief.render import BriefRenderer, RenderedBrief
from campaignplanner.domain.errors import FileTrouble
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFileFormat
from campaignplanner.preferences import Preferences
from campaignplanner.services.commands.campaign import ChangeCampaign
from campaignplanner.services.commands.command import Command
from campaignplanner.services.samples import read_sample
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.actions import Name
from campaignplanner.ui.brief.approve_dialog import ApproveDialog
from campaignplanner.ui.brief.page import BriefPage
from campaignplanner.ui.brief.pages_view import PagePoint
from campaignplanner.ui.brief.remembered import Layout
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from tests.brief.test_choices import PIXEL
from tests.builders import a_plan
from tests.ui.doors import PreparedFiles

PATIENCE = 60_000
"""Milliseconds: a typesetter's process has to start on a machine that does other things too."""

OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def inside(open_window: OpenWindow, workspace: Workspace, qtbot: QtBot) -> MainWindow:
    """The sample's brief with what its versions kept, its pages typeset."""
    plan, states = read_sample("autumn_blend", CampaignFileFormat())
    window = open_window(Preferences(last_campaign_id=workspace.import_plan(plan, states)))
    window._actions[Name.BRIEF].trigger()
    settle(window, qtbot)
    return window


def page_of(window: MainWindow) -> BriefPage:
    assert window.places is not None
    page = window.places.pages.brief_page
    assert page is not None
    return page


def settle(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    qtbot.waitUntil(lambda: page.preview.is_idle and page.view.count > 0, timeout=PATIENCE)


def pictures(window: MainWindow) -> list[bytes]:
    """The pages as they look now, for telling whether they changed."""
    return [bytes(each.constBits()) for each in page_of(window).view._pictures]


def test_the_pages_stand_beside_their_fields(inside: MainWindow, sample_plan: Plan) -> None:
    page = page_of(inside)
    assert page.view.count >= 6
    assert page.texts.field("brief.problem").value == sample_plan.campaign.brief.problem


def test_page_one_follows_what_is_typed_before_it_is_taken(inside: MainWindow, qtbot: QtBot) -> None:
    page, before = page_of(inside), pictures(inside)
    field = page.texts.field("brief.problem")
    field.setFocus()
    qtbot.keyClicks(field.editor, "Nobody comes back. ")
    settle(inside, qtbot)
    after = pictures(inside)
    assert after[0] != before[0]
    assert inside.places.pages.brief_page.shown.plan.campaign.brief.problem.startswith("Nobody comes back.")
    assert not inside.places._live.plan.campaign.brief.problem.startswith("Nobody")


def test_leaving_the_field_is_one_step_that_undo_takes_back(inside: MainWindow, qtbot: QtBot) -> None:
    page, workspace = page_of(inside), inside.places._workspace
    before = workspace.plan
    field = page.texts.field("brief.tone")
    field.setFocus()
    qtbot.keyClicks(field.editor, "Calm. ")
    page.texts.field("brief.author").setFocus()
    assert workspace.plan.campaign.brief.tone.startswith("Calm.")
    inside._actions[Name.UNDO].trigger()
    assert workspace.plan == before
    settle(inside, qtbot)


def test_a_click_on_a_page_leads_to_the_field(inside: MainWindow, qtbot: QtBot) -> None:
    page = page_of(inside)
    spot = next(each for each in page._spots if each.name == "competitors")
    page.view.reveal(page.view.point_at(QPointF(400, 60)))
    box = page.view._box(spot.page - 1)
    where = box.topLeft() + QPointF((spot.x + 8) * page.view.zoom, (spot.y + 16) * page.view.zoom).toPoint()
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert page.texts.field("brief.competitors").editor.hasFocus()


def test_keys_page_through_and_zoom(inside: MainWindow, qtbot: QtBot) -> None:
    view = page_of(inside).view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 2
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == view.count
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 1
    fitted = view.zoom
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom > fitted
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.is_fitted


def test_whoever_types_looks_around_on_the_pages_without_leaving_the_field(
    inside: MainWindow, qtbot: QtBot
) -> None:
    page = page_of(inside)
    for name in ("title", "brief.problem"):
        editor = page.texts.field(name).editor
        editor.setFocus()
        page.view.go_to_page(1)
        qtbot.keyClick(editor, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        assert page.view.page == 2
        qtbot.keyClick(editor, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
        assert not page.view.is_fitted
        qtbot.keyClick(editor, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
        assert page.view.is_fitted
        assert editor.hasFocus()


def test_one_key_goes_from_the_fields_to_the_pages_and_back(inside: MainWindow, qtbot: QtBot) -> None:
    page = page_of(inside)
    editor = page.texts.field("brief.tone").editor
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_F6)
    assert page.view.hasFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_F6)
    assert editor.hasFocus()
    page.tabs.setCurrentIndex(2)
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_F6)
    assert page.versions.list.hasFocus()


def test_the_field_with_the_focus_is_in_sight(inside: MainWindow, qtbot: QtBot) -> None:
    page = page_of(inside)
    page._go_to_field("suppliers")
    area = page._areas[page.texts].viewport()
    for name in ("suppliers", "title"):
        editor = page.texts.focusWidget()
        assert area.rect().contains(editor.mapTo(area, editor.rect().center())), name
        page.begin()


def test_coming_back_begins_where_the_fields_were_left(inside: MainWindow, qtbot: QtBot) -> None:
    page = page_of(inside)
    page.tabs.setCurrentIndex(2)
    inside._actions[Name.PLAN].trigger()
    inside._actions[Name.BRIEF].trigger()
    assert page.tabs.hasFocus()
    settle(inside, qtbot)


def test_a_run_that_fails_keeps_the_last_good_pages_and_says_why(
    inside: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, before = page_of(inside), pictures(inside)
    spots = page._spots

    def refuse(*_: object, **__: object) -> RenderedBrief:
        raise FileTrouble("The brief was not ready after 120 seconds, so it was given up.")

    with monkeypatch.context() as broken:
        broken.setattr(BriefRenderer, "render", refuse)
        with qtbot.waitSignal(page.preview.failed):
            page.layout_form.money.tick.click()
        qtbot.waitUntil(lambda: page.preview.is_idle, timeout=PATIENCE)
        assert page.bar.said == "The brief was not ready after 120 seconds, so it was given up."
        assert pictures(inside) == before
        assert page._spots == spots
    page.layout_form.money.tick.click()
    qtbot.waitUntil(lambda: not page.bar.said, timeout=PATIENCE)
    settle(inside, qtbot)


def test_choosing_one_page_leaves_one(inside: MainWindow, qtbot: QtBot) -> None:
    page = page_of(inside)
    page.layout_form.one_page.tick.click()
    qtbot.waitUntil(lambda: page.view.count == 1, timeout=PATIENCE)
    settle(inside, qtbot)


def test_without_any_section_it_is_said_and_the_pages_stay(inside: MainWindow) -> None:
    page = page_of(inside)
    sections = page.layout_form.sections
    for row in range(sections.count()):
        sections.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert page.layout_form.sections_trouble.text() == "Tick at least one section."
    assert page.layout_form.layout_shown.options.sections
    assert page.view.count > 0


def test_alt_and_an_arrow_moves_a_section(inside: MainWindow, qtbot: QtBot) -> None:
    page_of(inside).tabs.setCurrentIndex(1)
    form = page_of(inside).layout_form
    form.sections.setCurrentRow(1)
    qtbot.keyClick(form.sections, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert form.layout_shown.options.sections[:2] == (Section.INTEGRATION, Section.CAMPAIGN)
    settle(inside, qtbot)


def test_a_pale_accent_stays_in_its_field_with_the_reason(inside: MainWindow, qtbot: QtBot) -> None:
    accent = page_of(inside).layout_form.accent
    accent.setFocus()
    qtbot.keyClicks(accent.line, "#ffee00")
    qtbot.keyClick(accent.line, Qt.Key.Key_Return)
    assert "too pale to be read on white" in accent.error
    assert accent.line.text() == "#ffee00"


def test_what_is_chosen_is_kept_in_the_campaign_as_one_step_that_undo_takes_back(
    inside: MainWindow, qtbot: QtBot
) -> None:
    form, workspace = page_of(inside).layout_form, inside.places._workspace
    before = workspace.plan
    form.paper.choose(Paper.A3)
    form.language.choose("de")
    assert workspace.plan.campaign.brief_layout.paper == "a3"
    assert workspace.plan.campaign.brief_layout.language == "de"
    inside._actions[Name.UNDO].trigger()
    assert (form.layout_shown.options.paper, form.layout_shown.options.language) == (Paper.A3, "en")
    inside._actions[Name.UNDO].trigger()
    assert workspace.plan == before
    assert form.layout_shown.options.paper is Paper.A4
    settle(inside, qtbot)


def test_who_opens_the_campaign_elsewhere_gets_the_same_brief(
    inside: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    page_of(inside).layout_form.one_page.tick.click()
    page_of(inside).layout_form.paper.choose(Paper.LETTER)
    copy = CampaignFileFormat().read(CampaignFileFormat().write(workspace.plan))
    options = Layout.of(copy.campaign.brief_layout).options
    assert (options.sections, options.paper) == (ONE_PAGE, Paper.LETTER)
    settle(inside, qtbot)


def test_a_logo_is_remembered_on_this_machine_only(inside: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    page, before = page_of(inside), inside.places._workspace.plan
    path = tmp_path / "logo.png"
    path.write_bytes(PIXEL)
    page.layout_form._take_logo(path)
    assert inside.places._workspace.plan == before
    campaign_id = inside.places.campaign_id
    states = inside.preferences.campaigns[campaign_id].states
    assert str(path) in states.values()
    page.restore(states)
    assert page.layout_form.layout_shown.logo == path
    settle(inside, qtbot)


def test_the_export_is_as_the_pages_are(inside: MainWindow, files: PreparedFiles, qtbot: QtBot) -> None:
    form = page_of(inside).layout_form
    form.language.choose("de")
    form.one_page.tick.click()
    inside._actions[Name.EXPORT_BRIEF].trigger()
    qtbot.waitUntil(lambda: inside._messages.message is not None, timeout=PATIENCE)
    (page,) = PdfReader(written(files)).pages
    assert "Wo stehen wir" in page.extract_text()
    settle(inside, qtbot)


def test_page_one_is_saved_as_a_picture(inside: MainWindow, files: PreparedFiles, qtbot: QtBot) -> None:
    inside._actions[Name.BRIEF_PICTURE].trigger()
    qtbot.waitUntil(lambda: inside._messages.message is not None, timeout=PATIENCE)
    assert written(files).suffix == ".png"
    assert written(files).read_bytes().startswith(b"\x89PNG")


def test_printing_opens_the_brief_in_the_program_that_prints(
    inside: MainWindow, files: PreparedFiles, qtbot: QtBot
) -> None:
    inside._actions[Name.PRINT_BRIEF].trigger()
    qtbot.waitUntil(lambda: bool(files.opened), timeout=PATIENCE)
    assert PdfReader(files.opened[0]).pages


# -- versions --------------------------------------------------------------------------------------------


def test_a_version_is_shown_as_it_was_kept(inside: MainWindow, qtbot: QtBot) -> None:
    page = page_of(inside)
    page.versions.list.setCurrentRow(1)
    assert page.shown.version_id == inside.places._live.plan.versions_in_order[-1].id
    assert page.shown.edition.is_kept
    settle(inside, qtbot)


def test_approving_asks_who_and_keeps_the_next_version(inside: MainWindow, qtbot: QtBot) -> None:
    page, workspace = page_of(inside), inside.places._workspace
    count = len(workspace.plan.versions)
    page.versions.approve_button.click()
    dialog = inside.findChild(ApproveDialog)
    assert not dialog.yes_button.isEnabled()
    qtbot.keyClicks(dialog.who.line, "Ada Field")
    qtbot.keyClicks(dialog.role.line, "Client")
    dialog.yes_button.click()
    newest = workspace.plan.versions_in_order[-1]
    (approval,) = workspace.plan.approvals_of(newest.id)
    assert (len(workspace.plan.versions), approval.who, approval.role) == (count + 1, "Ada Field", "Client")
    assert newest.day == date.today()  # noqa: DTZ011 - the person's own day
    settle(inside, qtbot)


def test_going_back_to_a_version_is_told_with_the_way_back(inside: MainWindow, qtbot: QtBot) -> None:
    page, workspace = page_of(inside), inside.places._workspace
    before = workspace.plan
    page.versions.list.setCurrentRow(1)
    page.versions.restore_button.click()
    assert workspace.plan != before
    assert "as in version 2" in inside._messages.message.sentence
    inside._messages.answer_buttons[0].click()
    assert workspace.plan == before
    settle(inside, qtbot)


# -- open points -----------------------------------------------------------------------------------------


def judged(window: MainWindow, qtbot: QtBot, command: Command) -> BriefPage:
    """The page after an edit that the review has something to say about."""
    page = page_of(window)
    with qtbot.waitSignal(page.open_points.judged):
        assert window.places._live.execute(command)
    settle(window, qtbot)
    return page


def a_tool_in_the_problem(window: MainWindow) -> Command:
    brief = window.places._live.plan.campaign.brief
    return ChangeCampaign({"brief": replace(brief, problem=f"We need a TikTok. {brief.problem}")})


def test_an_open_point_of_the_list_leads_to_its_field(inside: MainWindow, qtbot: QtBot) -> None:
    page = judged(inside, qtbot, a_tool_in_the_problem(inside))
    page.tabs.setCurrentIndex(3)
    (item,) = page.open_points.list.findItems("TikTok", Qt.MatchFlag.MatchContains)
    page.open_points.list.itemActivated.emit(item)
    assert page.tabs.currentIndex() == 0
    assert page.texts.field("brief.problem").editor.hasFocus()
    assert inside.places.pages.name is PageName.BRIEF


def test_what_no_font_can_print_is_listed_before_anything_is_exported(
    inside: MainWindow, qtbot: QtBot
) -> None:
    page, campaign = page_of(inside), inside.places._live.plan.campaign
    assert not page.bar.which.isVisible()
    assert inside.places._live.execute(ChangeCampaign({"title": f"{campaign.title} \u0378"}))
    qtbot.waitUntil(page.bar.which.isVisible, timeout=PATIENCE)
    page.bar.which.click()
    assert page.tabs.currentIndex() == 3
    assert "□ U+0378, unknown character, in “Autumn Blend launch □”" in page.open_points.unprintable
    inside._actions[Name.UNDO].trigger()
    qtbot.waitUntil(lambda: not page.bar.which.isVisible(), timeout=PATIENCE)
    assert page.open_points.unprintable == ""
    settle(inside, qtbot)


def test_a_mark_in_the_margin_says_what_is_open_and_leads_to_its_field(
    inside: MainWindow, qtbot: QtBot
) -> None:
    page = judged(inside, qtbot, a_tool_in_the_problem(inside))
    mark = next(each for each in page.marks.marks if each.note.spot.name == "problem")
    place = page.view.place_of(PagePoint(mark.note.spot.page, 0, mark.note.spot.y))
    assert abs(mark.y() - place.y()) < mark.height()
    assert "TikTok" in mark.accessibleName()
    mark.setFocus()
    assert page.marks.bubble.isVisible()
    assert "TikTok" in page.marks.bubble.text()
    qtbot.keyClick(mark, Qt.Key.Key_Space)
    assert page.texts.field("brief.problem").editor.hasFocus()
    assert not page.marks.bubble.isVisible()


def test_a_mark_goes_when_its_point_is_answered(inside: MainWindow, qtbot: QtBot) -> None:
    page = judged(inside, qtbot, a_tool_in_the_problem(inside))
    with qtbot.waitSignal(page.open_points.judged):
        inside._actions[Name.UNDO].trigger()
    assert "problem" not in {each.note.spot.name for each in page.marks.marks}
    settle(inside, qtbot)


def test_a_version_as_it_was_kept_has_no_marks(inside: MainWindow, qtbot: QtBot) -> None:
    page = judged(inside, qtbot, a_tool_in_the_problem(inside))
    page.versions.list.setCurrentRow(1)
    settle(inside, qtbot)
    assert page.marks.marks == []


def test_a_mark_that_gets_the_focus_is_scrolled_to(inside: MainWindow, qtbot: QtBot) -> None:
    page = judged(inside, qtbot, a_tool_in_the_problem(inside))
    mark = next(each for each in page.marks.marks if each.note.spot.name == "problem")
    page.view.go_to_page(page.view.count)
    assert mark.y() < 0
    mark.setFocus()
    assert 0 <= mark.y() < page.view.viewport().height()


def test_a_click_on_an_aim_leads_to_it_in_the_plan(inside: MainWindow, qtbot: QtBot) -> None:
    page, plan = page_of(inside), inside.places._live.plan
    aim = plan.aims_in_order[1]
    spot = next(each for each in page._spots if each.name == aim.id)
    page.view.reveal(PagePoint(spot.page, spot.x, spot.y))
    where = page.view.place_of(PagePoint(spot.page, spot.x + 8, spot.y + 4))
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert inside.places.pages.name is PageName.PLAN
    assert page._tools.selection.current.id == aim.id


def test_the_way_from_a_kept_version_to_another_campaign_is_quiet(
    inside: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    page_of(inside).versions.list.setCurrentRow(1)
    settle(inside, qtbot)
    other = workspace.import_plan(a_plan(title="Another"))
    inside.places.show_campaign(other)
    inside.places.show_page(PageName.BRIEF)
    settle(inside, qtbot)
    assert page_of(inside).versions.version is None
    assert inside._messages.message is None


def written(files: PreparedFiles) -> Path:
    assert files.folder is not None
    return files.folder / files.proposed[0]
