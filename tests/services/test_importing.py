"""Plans that come into the store whole: imports, copies, and new identifiers everywhere."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from campaignplanner.domain.activity import ActivityStatus
from campaignplanner.domain.budget import PhasedAmount, Phasing, PhasingMode, Scenario, ScenarioAmount
from campaignplanner.domain.campaign import CampaignStatus
from campaignplanner.domain.encoding import encode
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFileFormat
from campaignplanner.services.commands.aim import ChangeAim
from campaignplanner.services.commands.approval import Approve, MakeVersion
from campaignplanner.services.importing import NewIds, copied, with_new_ids
from campaignplanner.services.samples import SAMPLES, read_sample
from campaignplanner.services.workspace import Workspace
from tests.builders import a_dated_activity, a_line, a_plan, an_activity, an_aim
from tests.strategies import plans

TODAY = date(2026, 8, 3)


def as_text(plan: Plan) -> str:
    return json.dumps([encode(each) for each in (plan.campaign, *plan.records())])


def ids_of(plan: Plan) -> set[str]:
    return {plan.campaign.id, *(each.id for each in plan.records())}


# -- new identifiers -------------------------------------------------------------------------------------


def test_not_one_identifier_of_the_sample_is_left_in_a_plan_with_new_ones(sample_plan: Plan) -> None:
    text = as_text(with_new_ids(sample_plan, NewIds()))
    assert [old for old in ids_of(sample_plan) if f'"{old}"' in text] == []


@given(plans())
@settings(max_examples=25)
def test_new_identifiers_change_nothing_else(plan: Plan) -> None:
    ids = NewIds()
    renamed = with_new_ids(plan, ids)
    renamed.check()
    back = NewIds({new: old for old, new in ids.items()})
    assert with_new_ids(renamed, back) == plan


# -- copies ----------------------------------------------------------------------------------------------


def test_a_copy_shares_no_identifier_with_the_campaign(sample_plan: Plan) -> None:
    text = as_text(copied(sample_plan, None, "").plan)
    assert [old for old in ids_of(sample_plan) if f'"{old}"' in text] == []


def test_every_date_is_shifted_with_the_first_day(sample_plan: Plan) -> None:
    days = timedelta(days=70)
    copy = copied(sample_plan, sample_plan.campaign.first_day + days, "").plan
    assert copy.campaign.last_day == sample_plan.campaign.last_day + days
    assert flight_days(copy) == sorted(
        (flight.first_day + days, flight.last_day + days) for flight in sample_plan.flights.values()
    )
    assert days_of(copy.kpis, "due_day") == shifted(days_of(sample_plan.kpis, "due_day"), days)
    assert days_of(copy.activities, "preparation_from") == shifted(
        days_of(sample_plan.activities, "preparation_from"), days
    )


def flight_days(plan: Plan) -> list[tuple[date, date]]:
    return sorted((flight.first_day, flight.last_day) for flight in plan.flights.values())


def days_of(table: Any, field: str) -> list[date]:
    return sorted(getattr(each, field) for each in table.values() if getattr(each, field) is not None)


def shifted(days: list[date], by: timedelta) -> list[date]:
    return [day + by for day in days]


def test_what_happened_stays_behind(sample_plan: Plan) -> None:
    copy = copied(sample_plan, None, "").plan
    tables = (
        copy.readings,
        copy.postings,
        copy.reserve_draws,
        copy.versions,
        copy.approvals,
        copy.dismissals,
    )
    assert [len(table) for table in tables] == [0] * 6


def test_what_was_planned_comes_along(sample_plan: Plan) -> None:
    copy = copied(sample_plan, None, "").plan
    for name in (
        "aims",
        "kpis",
        "audiences",
        "activities",
        "flights",
        "contributions",
        "bridges",
        "lines",
        "scenarios",
    ):
        assert len(getattr(copy, name)) == len(getattr(sample_plan, name)), name


def test_a_copy_is_a_draft_whose_money_is_open_and_free(sample_plan: Plan) -> None:
    copy = copied(sample_plan, None, "").plan
    assert copy.campaign.status is CampaignStatus.DRAFT
    assert not any(line.frozen or line.closed or line.forecast for line in copy.lines.values())


def test_what_was_booked_live_or_done_is_planned_again() -> None:
    plan = a_plan([an_activity(status.value, status=status) for status in ActivityStatus])
    statuses = {each.title: each.status for each in copied(plan, None, "").plan.activities.values()}
    assert statuses == {
        "idea": ActivityStatus.IDEA,
        "planned": ActivityStatus.PLANNED,
        "booked": ActivityStatus.PLANNED,
        "live": ActivityStatus.PLANNED,
        "done": ActivityStatus.PLANNED,
        "cancelled": ActivityStatus.CANCELLED,
    }


def test_the_amounts_of_a_copied_scenario_belong_to_the_copied_lines() -> None:
    plan = a_plan(a_line(5, id="line"), Scenario(id="s", name="Less", amounts=(ScenarioAmount("line", 1),)))
    copy = copied(plan, None, "").plan
    (scenario,) = copy.scenarios.values()
    assert scenario.amounts[0].line_id in copy.lines


def test_a_copy_has_the_title_asked_for_or_says_what_it_is_a_copy_of() -> None:
    assert copied(a_plan(), None, "Winter Blend").plan.campaign.title == "Winter Blend"
    assert copied(a_plan(), None, " ").plan.campaign.title == "Copy of Autumn Blend"


def test_a_copy_says_how_far_its_dates_were_shifted() -> None:
    plan = a_plan(first_day="2026-03-02")
    assert copied(plan, date(2026, 3, 9), "").sentence == (
        "The copy begins on 9 March 2026: every date is 7 days later."
    )
    assert copied(plan, date(2026, 3, 1), "").sentence == (
        "The copy begins on 1 March 2026: every date is 1 day earlier."
    )


def test_without_a_new_first_day_the_dates_stay() -> None:
    plan = a_plan(first_day="2026-03-02")
    copy = copied(plan, None, "")
    assert copy.plan.campaign.first_day == date(2026, 3, 2)
    assert copy.sentence == "The copy begins on 2 March 2026, like the campaign it is a copy of."


def test_a_campaign_without_dates_is_copied_without_and_says_so() -> None:
    copy = copied(a_plan(an_activity("Reviews")), date(2026, 3, 9), "")
    assert copy.plan.dated_span() is None
    assert copy.sentence == "“Autumn Blend” does not say when it begins, so no date was shifted."


def test_a_campaign_without_days_of_its_own_is_shifted_by_its_first_flight() -> None:
    plan = a_plan(
        a_dated_activity("Late", "2026-03-12"), a_dated_activity("Early", "2026-03-02", "2026-03-03")
    )
    assert flight_days(copied(plan, date(2026, 3, 4), "").plan) == [
        (date(2026, 3, 4), date(2026, 3, 5)),
        (date(2026, 3, 14), date(2026, 3, 14)),
    ]


@pytest.mark.parametrize(
    ("mode", "typed", "expected"),
    [
        (PhasingMode.BY_WEEK, date(2026, 3, 2), date(2026, 4, 6)),
        (PhasingMode.BY_MONTH, date(2026, 3, 1), date(2026, 4, 1)),
        (PhasingMode.EVEN, date(2026, 3, 1), date(2026, 4, 1)),
    ],
)
def test_typed_amounts_stay_on_mondays_and_on_firsts_of_months(
    mode: PhasingMode, typed: date, expected: date
) -> None:
    phasing = Phasing(mode=mode, typed=(PhasedAmount(typed, 5),))
    plan = a_plan(a_line(5, phasing=phasing), first_day="2026-03-04")
    (line,) = copied(plan, date(2026, 4, 9), "").plan.lines.values()
    assert line.phasing.typed == (PhasedAmount(expected, 5),)


def test_typed_amounts_never_fall_together() -> None:
    firsts = tuple(PhasedAmount(date(2026, month, 1), month) for month in range(1, 13))
    plan = a_plan(a_line(5, phasing=Phasing(mode=PhasingMode.BY_MONTH, typed=firsts)), first_day="2026-01-31")
    for days in range(-60, 60):
        copied(plan, date(2026, 1, 31) + timedelta(days=days), "").plan.check()


def test_a_copy_beyond_the_calendar_is_refused() -> None:
    plan = a_plan(first_day="2026-03-02", last_day="2026-04-02")
    with pytest.raises(PlanError, match="beyond the calendar"):
        copied(plan, date.max, "")


@given(plans())
@settings(max_examples=25)
def test_whatever_is_in_a_plan_its_copy_keeps_every_rule(plan: Plan) -> None:
    copied(plan, None, "").plan.check()


def test_duplicating_is_one_step_of_the_portfolio(workspace: Workspace, sample_plan: Plan) -> None:
    copy = workspace.duplicate(workspace.import_plan(sample_plan), date(2027, 1, 4), "Spring")
    assert workspace.read_plan(copy.campaign_id) == copy.plan
    assert workspace.undo(None).label == "Duplicate “Autumn Blend launch”"
    assert [entry.campaign.id for entry in workspace.portfolio()] == [sample_plan.campaign.id]


# -- imports ---------------------------------------------------------------------------------------------


def test_an_import_keeps_the_identifiers_of_a_campaign_that_is_new(
    workspace: Workspace, sample_plan: Plan
) -> None:
    campaign_id = workspace.import_plan(sample_plan)
    assert campaign_id == sample_plan.campaign.id
    assert workspace.read_plan(campaign_id) == sample_plan


def test_importing_a_campaign_again_makes_a_copy_with_its_own_identifiers(
    workspace: Workspace, sample_plan: Plan
) -> None:
    workspace.import_plan(sample_plan)
    again = workspace.read_plan(workspace.import_plan(sample_plan))
    assert ids_of(again).isdisjoint(ids_of(sample_plan))
    assert len(ids_of(again)) == len(ids_of(sample_plan))


def test_a_file_copied_by_hand_under_another_campaign_identifier_comes_in_as_a_copy(
    workspace: Workspace,
) -> None:
    workspace.import_plan(a_plan(an_aim("Win members")))
    again = workspace.read_plan(workspace.import_plan(a_plan(an_aim("Win members"), id="by hand")))
    assert [aim.statement for aim in again.aims.values()] == ["Win members"]
    assert "win-members" not in again.aims
    assert len(workspace.portfolio()) == 2


def test_a_campaign_deleted_before_comes_in_apart_from_its_old_history(workspace: Workspace) -> None:
    plan = a_plan(an_aim("Win members"))
    workspace.open_campaign(workspace.import_plan(plan))
    workspace.execute(ChangeAim("win-members", {"owner": "Ada"}))
    workspace.delete_campaign("campaign")
    again = workspace.import_plan(plan)
    assert workspace.history(again) == ()
    workspace.undo(None)
    workspace.undo(None)
    assert workspace.open_campaign("campaign").aims["win-members"].owner == "Ada"


def test_an_import_is_one_step_and_undone_whole(workspace: Workspace, sample_plan: Plan) -> None:
    workspace.import_plan(sample_plan)
    assert workspace.undo(None).label == "Import “Autumn Blend launch”"
    assert workspace.portfolio() == ()


def test_a_plan_that_breaks_a_rule_is_not_stored(workspace: Workspace) -> None:
    broken = Plan.of(a_plan().campaign, [a_line(5, activity="nobody")])
    with pytest.raises(PlanError, match="not there"):
        workspace.import_plan(broken)
    assert workspace.portfolio() == ()


def test_the_plans_that_versions_keep_come_in_too(workspace: Workspace) -> None:
    plan, states = a_plan_with_a_version()
    workspace.import_plan(plan, states)
    assert workspace.version_states("campaign") == states
    assert workspace.version_plan("v1").lines["line"].planned == 5


def test_the_plans_that_versions_keep_get_the_same_new_identifiers(workspace: Workspace) -> None:
    plan, states = a_plan_with_a_version()
    workspace.import_plan(plan, states)
    again = workspace.read_plan(workspace.import_plan(plan, states))
    kept = workspace.version_plan(next(iter(again.versions)))
    assert set(kept.lines) == set(again.lines)
    assert kept.campaign.id == again.campaign.id


def a_plan_with_a_version() -> tuple[Plan, tuple[Any, ...]]:
    draft = a_plan(a_line(5, id="line"))
    step = Approve(MakeVersion(TODAY, CampaignFileFormat(), version_id="v1"), "Ada").changes(draft)
    state = next(each.after for each in step.changes if type(each.after).__name__ == "VersionState")
    return draft.applying(step), (state,)


# -- samples ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_sample_is_called_what_its_campaign_is_called(sample: Any) -> None:
    plan, _ = read_sample(sample.name, CampaignFileFormat())
    assert plan.campaign.title == sample.title
    plan.check()


def test_a_sample_is_imported_with_the_plans_that_its_versions_keep(workspace: Workspace) -> None:
    plan, states = read_sample("autumn_blend", CampaignFileFormat())
    workspace.import_plan(plan, states)
    for version in plan.versions:
        workspace.version_plan(version).check()


def test_an_unknown_sample_is_refused_by_name() -> None:
    with pytest.raises(PlanError, match="There is no sample called “spring”"):
        read_sample("spring", CampaignFileFormat())
