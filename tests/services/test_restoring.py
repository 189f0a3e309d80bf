"""Going back to a version: the plan as it stood, and what has happened since."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from campaignplanner.domain.activity import Side
from campaignplanner.domain.aim import Kpi, Reading
from campaignplanner.domain.approval import Version
from campaignplanner.domain.budget import Posting, PostingKind, Scenario, ScenarioAmount
from campaignplanner.domain.campaign import CampaignStatus
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFileFormat
from campaignplanner.planning.differences import differences
from campaignplanner.services.commands.restoring import RestoreVersion
from campaignplanner.services.workspace import Workspace
from tests.builders import a_bridge, a_dated_activity, a_line, a_plan, an_activity, an_aim
from tests.services.random_commands import any_command
from tests.strategies import plans

TODAY = date(2026, 8, 3)
VERSION = Version(id="v1", number=1, day=TODAY)
BARS = a_dated_activity("Tasting bars", "2026-09-03", "2026-09-24", side=Side.OFFLINE)
STANDS = a_line(500, id="stands", activity="tasting-bars", label="Stands")
PLAN_FORMAT = CampaignFileFormat()


def restored(now: Plan, kept: Plan) -> Plan:
    return now.applying(RestoreVersion("v1", kept).changes(now))


def paid(line_id: str) -> Posting:
    return Posting(id="paid", line_id=line_id, day=TODAY, kind=PostingKind.ACTUAL, amount=100)


def test_what_was_moved_made_and_deleted_since_is_as_it_was() -> None:
    kept = a_plan(an_aim(), BARS, an_activity("Invite"), a_bridge("invite", "tasting-bars"))
    moved = a_dated_activity("Tasting bars", "2026-10-01", side=Side.OFFLINE)
    now = a_plan(VERSION, moved, an_activity("Another"), title="Winter Blend")
    assert not differences(kept, restored(now, kept))


def test_versions_and_the_status_stay() -> None:
    found = restored(a_plan(VERSION, status=CampaignStatus.LIVE), a_plan(BARS))
    assert VERSION.id in found.versions
    assert found.campaign.status is CampaignStatus.LIVE


def test_going_back_to_what_is_there_already_is_no_step() -> None:
    assert not RestoreVersion("v1", a_plan(BARS, STANDS)).changes(a_plan(VERSION, BARS, STANDS))


def test_readings_that_came_in_since_stay() -> None:
    aim = an_aim()
    kpi = Kpi(id="kpi", name="Members", aim_id=aim.id)
    reading = Reading(id="first", kpi_id="kpi", day=TODAY, value=Decimal(4))
    now = a_plan(VERSION, aim, replace(kpi, target=Decimal(9)), reading)
    found = restored(now, a_plan(aim, kpi))
    assert found.kpis["kpi"].target is None
    assert found.readings["first"] == reading


def test_a_reading_comes_back_with_its_kpi() -> None:
    aim = an_aim()
    kpi = Kpi(id="kpi", name="Members", aim_id=aim.id)
    reading = Reading(id="first", kpi_id="kpi", day=TODAY, value=Decimal(4))
    assert restored(a_plan(VERSION, aim), a_plan(aim, kpi, reading)).readings["first"] == reading


def test_a_line_that_was_paid_stays_with_its_activity_and_that_is_said() -> None:
    now = a_plan(VERSION, BARS, STANDS, paid("stands"), an_activity("Another"))
    command = RestoreVersion("v1", a_plan())
    found = now.applying(command.changes(now))
    assert (set(found.activities), set(found.lines)) == ({"tasting-bars"}, {"stands"})
    assert found.flights_of("tasting-bars") == now.flights_of("tasting-bars")
    assert command.left_over(now) == (
        "1 budget line that came later stays, because money was approved or paid on it."
    )


def test_nothing_is_said_where_nothing_stays() -> None:
    assert RestoreVersion("v1", a_plan()).left_over(a_plan(VERSION, BARS, STANDS)) == ""


def test_approved_money_keeps_its_amount_and_the_version_becomes_the_forecast() -> None:
    now = a_plan(VERSION, BARS, replace(STANDS, planned=900, frozen=True))
    line = restored(now, a_plan(BARS, STANDS)).lines["stands"]
    assert (line.planned, line.forecast, line.frozen) == (900, 500, True)


def test_money_that_nobody_approved_is_planned_as_it_was() -> None:
    now = a_plan(VERSION, BARS, replace(STANDS, planned=900))
    line = restored(now, a_plan(BARS, replace(STANDS, frozen=True))).lines["stands"]
    assert (line.planned, line.forecast, line.frozen) == (500, None, False)


def test_a_what_if_lets_go_of_lines_that_are_gone() -> None:
    later = a_line(70, id="later")
    amounts = (ScenarioAmount("stands", 400), ScenarioAmount("later", 60))
    now = a_plan(VERSION, BARS, STANDS, later, Scenario(id="less", name="Less", amounts=amounts))
    found = restored(now, a_plan(BARS, STANDS))
    assert found.scenarios["less"].amounts == (ScenarioAmount("stands", 400),)


def test_a_version_that_is_gone_cannot_be_gone_back_to() -> None:
    with pytest.raises(PlanError, match="not in the plan any more"):
        RestoreVersion("v1", a_plan()).changes(a_plan())


def test_going_back_is_one_step_that_undo_takes_back(small: Workspace) -> None:
    small.make_version(TODAY)
    (version,) = small.plan.versions.values()
    edited = small.execute(_emptied(small.plan))
    small.execute(RestoreVersion(version.id, small.version_plan(version.id)))
    assert not differences(small.version_plan(version.id), small.plan)
    small.undo("campaign")
    assert small.plan == edited


def _emptied(plan: Plan) -> RestoreVersion:
    (version,) = plan.versions.values()
    return RestoreVersion(version.id, Plan.of(plan.campaign))


@given(plans(), st.integers(min_value=0, max_value=2**32))
def test_after_any_edits_a_version_comes_back_whole(kept: Plan, seed: int) -> None:
    kept = Plan.of(kept.campaign, (each for each in kept.records() if not _is_about_money_or_plan(each)))
    random = Random(seed)
    now = Plan.of(kept.campaign, [*kept.records(), VERSION])
    for _ in range(8):
        command = any_command(random, now, PLAN_FORMAT)
        with suppress(PlanError):
            now = now if command is None else now.applying(command.changes(now))
    assume(VERSION.id in now.versions)
    found = restored(now, kept)
    found.check()
    if not any(line.frozen or line.id in now.postings.by("line_id") for line in now.lines.values()):
        assert not differences(kept, found)


def _is_about_money_or_plan(record: object) -> bool:
    return type(record).__name__ in {"Version", "Approval", "Scenario", "Dismissal", "Posting", "ReserveDraw"}
