"""Marks of the review on the timeline, and the ways from there to the finding."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.review import Severity
from campaignplanner.preferences import Preferences
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.actions import Name
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.timeline.card_texts import card_of
from campaignplanner.ui.timeline.finding_marks import with_finding
from campaignplanner.ui.timeline.selection import Selected


@pytest.fixture
def window(open_window: Callable[..., MainWindow], workspace: Workspace, sample_plan: Plan) -> MainWindow:
    window = open_window(Preferences(last_campaign_id=workspace.import_plan(sample_plan)))
    window.places.show_page(PageName.TIMELINE)
    window.places.review.bring().finish()
    return window


def lonely(window: MainWindow) -> Activity:
    plan = window.places.review.bring().plan
    return next(each for each in plan.activities.values() if each.title == "TikTok account")


def picture(window: MainWindow) -> object:
    return window.places.timeline.canvas.viewport().grab().toImage()


def test_findings_are_marked_on_the_bars_and_hints_are_not(window: MainWindow) -> None:
    canvas = window.places.timeline.canvas
    activity = lonely(window)
    marked = picture(window)
    found = canvas.wanted.findings
    canvas.wanted.findings = {}
    plain = picture(window)
    assert marked != plain
    hint = found[activity.id]
    canvas.wanted.findings = {activity.id: type(hint)(
        rule=hint.rule, severity=Severity.HINT, subject_ids=hint.subject_ids, message=hint.message
    )}  # fmt: skip
    assert picture(window) == plain


def test_the_card_says_what_the_review_says(window: MainWindow) -> None:
    activity, review = lonely(window), window.places.review.bring()
    selected = Selected.activity(activity.id)
    card = with_finding(card_of(review.plan, selected), selected, review.gravest)
    assert card.rows[-1].text == review.gravest[activity.id].message


def test_a_card_that_says_it_already_does_not_say_it_twice(window: MainWindow) -> None:
    review = window.places.review.bring()
    late = next(each for each in review.findings if each.rule == "bridge.carries_on_as")
    selected = Selected.bridge(late.subject_ids[0])
    card = card_of(review.plan, selected)
    assert card.sentence == late.message
    assert with_finding(card, selected, review.gravest) == card


def test_the_action_leads_from_a_bar_to_its_finding(window: MainWindow) -> None:
    activity = lonely(window)
    window.places.selection.pick_records([activity])
    window._actions[Name.SHOW_FINDING].trigger()
    assert window.places.pages.name is PageName.REVIEW
    current = window.places.pages.review_page.list.current
    assert current is not None
    assert current.finding.subject_ids == (activity.id,)


def test_where_nothing_is_found_the_action_says_so(window: MainWindow) -> None:
    review = window.places.review.bring()
    fine = next(each for each in review.plan.activities.values() if each.id not in review.gravest)
    window.places.selection.pick_records([fine])
    window._actions[Name.SHOW_FINDING].trigger()
    assert window.places.pages.name is PageName.TIMELINE
    assert window._messages.message.sentence == "The review has nothing to say about what is selected."


def test_a_click_on_a_mark_opens_its_finding(qtbot: QtBot, window: MainWindow) -> None:
    canvas, activity = window.places.timeline.canvas, lonely(window)
    picture(window)
    at = next(at for at, each in canvas.scene.stage._marks._placed if activity.id in each.subject_ids)
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert window.places.pages.name is PageName.REVIEW
    assert window.places.pages.review_page.list.current.finding.subject_ids == (activity.id,)


def test_a_click_beside_a_mark_selects_the_bar(qtbot: QtBot, window: MainWindow) -> None:
    canvas, activity = window.places.timeline.canvas, lonely(window)
    picture(window)
    at = next(at for at, each in canvas.scene.stage._marks._placed if activity.id in each.subject_ids)
    beside = at.toPoint() + QPoint(-14, 14)
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert window.places.pages.name is PageName.TIMELINE
    assert canvas.selected is not None
    assert canvas.selected.id == activity.id
