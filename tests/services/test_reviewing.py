"""What a review needs beside the plan comes from the calendar and from the store."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

from campaignplanner.domain.audience import Audience
from campaignplanner.domain.campaign import CampaignStatus
from campaignplanner.domain.days import Span
from campaignplanner.planning.review.engine import reviewed
from campaignplanner.services.reviewing import other_campaigns, review_context
from campaignplanner.services.workspace import Workspace
from tests.builders import a_dated_activity, a_plan

TODAY = date(2026, 3, 1)
MAY = {"first_day": "2026-05-01", "last_day": "2026-05-31"}


def test_the_holidays_are_those_of_the_country_during_the_campaign() -> None:
    context = review_context(a_plan(country="DE", **MAY), TODAY)
    assert context.today == TODAY
    assert date(2026, 5, 14) in context.holidays
    assert date(2026, 10, 3) not in context.holidays


def test_without_a_country_or_without_days_there_are_no_holidays() -> None:
    assert review_context(a_plan(**MAY), TODAY).holidays == {}
    assert review_context(a_plan(country="DE"), TODAY).holidays == {}


def test_days_at_the_end_of_the_calendar_are_no_trouble() -> None:
    plan = a_plan(a_dated_activity("Evening", date.max), country="DE")
    assert reviewed(plan, review_context(plan, date.max)).is_done


def test_the_others_of_the_store_come_with_whom_they_are_for(workspace: Workspace) -> None:
    own = workspace.import_plan(a_plan(Audience(id="a", name="Fans"), id="own", **MAY))
    workspace.import_plan(
        a_plan(Audience(id="b", name=" FANS  of coffee"), id="beside", title="Spring", **MAY)
    )
    workspace.import_plan(a_plan(id="undated"))
    workspace.import_plan(a_plan(id="over", status=CampaignStatus.CLOSED, **MAY))
    (other,) = other_campaigns(workspace, own)
    assert (other.id, other.title) == ("beside", "Spring")
    assert other.span == Span(date(2026, 5, 1), date(2026, 5, 31))
    assert other.audience_names == {"fans of coffee"}


def test_no_rule_is_imported_at_the_start_of_the_window() -> None:
    words = (
        "import sys, campaignplanner.app, campaignplanner.ui.main_window, campaignplanner.services.workspace;"
        "print([name for name in sys.modules if 'review.' in name and 'planning' in name])"
    )
    ended = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"
