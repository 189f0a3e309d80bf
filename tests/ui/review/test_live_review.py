"""The review follows the open campaign in slices, whatever is done meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import ActivityStatus
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.review.engine import reviewed
from campaignplanner.services.commands.activity import ChangeActivity
from campaignplanner.services.commands.campaign import ChangeCampaign
from campaignplanner.services.reviewing import review_context
from campaignplanner.services.workspace import Workspace, WorkspaceEvent
from campaignplanner.ui.live_plan import LivePlan
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.review import live_review
from campaignplanner.ui.review.live_review import LiveReview
from campaignplanner.ui.review_door import ReviewDoor

TODAY = date(2026, 10, 8)


@pytest.fixture
def live(workspace: Workspace, sample_plan: Plan, qapp: object) -> LivePlan:
    workspace.open_campaign(workspace.import_plan(sample_plan))
    return LivePlan(workspace)


@pytest.fixture
def review(live: LivePlan) -> LiveReview:
    made = LiveReview(live, live)
    made.finish()
    return made


def messages(plan: Plan) -> list[str]:
    return [each.message for each in reviewed(plan, review_context(plan, TODAY)).findings]


def test_it_says_what_the_review_of_the_whole_plan_says(review: LiveReview, live: LivePlan) -> None:
    assert [each.message for each in review.findings] == messages(live.plan)


def test_after_edits_it_says_what_a_new_review_would(review: LiveReview, live: LivePlan) -> None:
    for activity in list(live.plan.activities.values())[:4]:
        live.execute(ChangeActivity(activity.id, {"title": f"{activity.title}, again"}))
    review.finish()
    assert [each.message for each in review.findings] == messages(live.plan)


def test_edits_that_come_while_it_still_reads_are_read_too(live: LivePlan) -> None:
    review = LiveReview(live, live)
    activity = next(iter(live.plan.activities.values()))
    live.execute(ChangeActivity(activity.id, {"title": "In between"}))
    assert not review.is_done
    review.finish()
    assert [each.message for each in review.findings] == messages(live.plan)


def test_another_country_or_other_days_are_read_with_their_own_holidays(
    review: LiveReview, live: LivePlan
) -> None:
    live.execute(ChangeCampaign({"country": "DE"}))
    live.execute(ChangeCampaign({"last_day": date(2027, 5, 1)}))
    review.finish()
    assert [each.message for each in review.findings] == messages(live.plan)


def test_it_reads_by_itself_and_tells_when_it_is_through(live: LivePlan, qtbot: QtBot) -> None:
    review = LiveReview(live, live)
    with qtbot.waitSignal(review.changed):
        assert not review.is_done
    assert review.is_done


def test_without_a_campaign_there_is_nothing_to_say(review: LiveReview, live: LivePlan) -> None:
    live.workspace.close_campaign()
    assert review.findings == ()
    assert review.count == 0
    assert review.summary is None


def test_the_gravest_finding_of_a_record_is_known_by_it(review: LiveReview) -> None:
    for subject_id, finding in review.gravest.items():
        first = next(each for each in review.findings if subject_id in each.subject_ids)
        assert finding == first


def test_the_wait_for_the_review_begins_only_once_the_page_is_there(
    live: LivePlan, workspace: Workspace, qapp: QApplication
) -> None:
    door = ReviewDoor(live, live)
    live.changed.emit(WorkspaceEvent(workspace.plan, None, portfolio_changed=False))
    assert not door._timer.isActive()
    qapp.processEvents()
    assert door._timer.isActive()
    door.close()
    assert not door._timer.isActive()


def test_nothing_is_read_before_the_window_can_be_used(
    open_window: Callable[..., MainWindow], workspace: Workspace, sample_plan: Plan, qtbot: QtBot
) -> None:
    window = open_window()
    campaign_id = workspace.import_plan(sample_plan)
    window.places.show_campaign(campaign_id)
    door: ReviewDoor = window.places.review
    assert door.current is None
    with qtbot.waitSignal(door.changed):
        pass
    assert door.current is not None
    assert door.current.is_done


def test_what_is_marked_is_what_was_found_last(review: LiveReview, live: LivePlan) -> None:
    lonely = next(each for each in live.plan.activities.values() if each.title == "TikTok account")
    assert review.marks[lonely.id]["contributions"] is review.gravest[lonely.id]
    live.execute(ChangeActivity(lonely.id, {"status": ActivityStatus.CANCELLED}))
    review.finish()
    assert lonely.id not in review.marks
    assert review.finding_about(lonely.id) is None


def test_it_works_less_at_a_time_while_something_else_is_done(
    live: LivePlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(live_review, "perf_counter", clock)
    review = LiveReview(live, live)
    review._work()
    alone = clock.looks
    review._work()  # at once after the other
    alone = clock.looks - alone
    clock.now += 0.01  # somebody painted
    before = clock.looks
    review._work()
    assert clock.looks - before < alone


class Clock:
    """A little time passes with each look at it."""

    def __init__(self) -> None:
        self.now, self.looks = 100.0, 0

    def __call__(self) -> float:
        self.now += 0.0004
        self.looks += 1
        return self.now
