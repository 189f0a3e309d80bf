"""What people may leave unsaid when they write a campaign file by hand."""

from datetime import date
from decimal import Decimal

import pytest

from campaignplanner.domain.activity import ActivityStatus
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFile
from tests.exchange.files import a_file, a_line, an_activity, read


def plan_of(**lists: object) -> Plan:
    return read(a_file(**lists)).plan


def test_a_campaign_needs_no_more_than_a_title() -> None:
    plan = read({"format": "campaignplanner.campaign", "version": 1, "campaign": {"title": "Autumn"}}).plan
    assert plan.campaign.title == "Autumn"
    assert list(plan.records()) == []


def test_a_campaign_without_identifier_gets_a_new_one_each_time() -> None:
    tree = {"format": "campaignplanner.campaign", "version": 1, "campaign": {"title": "Autumn"}}
    assert read(tree).plan.campaign.id != read(tree).plan.campaign.id


def test_what_is_left_out_has_its_usual_value() -> None:
    plan = plan_of(activities=[an_activity(lines=[a_line()])])
    (activity,) = plan.activities.values()
    (line,) = plan.lines.values()
    assert activity.status is ActivityStatus.PLANNED
    assert line.working
    assert plan.campaign.contingency_rate == Decimal("0.10")


def test_records_may_be_named_by_keys_of_ones_own() -> None:
    tasting, thread = an_activity(key="bar"), an_activity(key="talk", side="online", kind="conversation")
    plan = plan_of(
        activities=[tasting, thread],
        bridges=[{"source": "bar", "target": "talk", "pattern": "carries on as"}],
    )
    (bridge,) = plan.bridges.values()
    assert plan.activities[bridge.source_id].title == "Tasting"
    assert plan.activities[bridge.target_id].side.value == "online"


def test_reading_a_file_twice_gives_the_same_plan() -> None:
    activity = an_activity(key="bar", flights=[{"first_day": "2026-09-10", "last_day": "2026-09-12"}])
    tree = a_file(activities=[activity])
    assert read(tree).plan == read(tree).plan


def test_a_key_stands_for_another_record_in_another_campaign() -> None:
    one, other = a_file(aims=[{"key": "grow", "statement": "Grow"}]), a_file()
    other["campaign"]["id"] = "d" * 32
    other["aims"] = one["aims"]
    assert set(read(one).plan.aims) & set(read(other).plan.aims) == set()


def test_identifiers_that_are_made_never_meet_those_that_are_said() -> None:
    first = read(a_file(aims=[{"statement": "Grow"}])).plan
    (made,) = first.aims
    plan = plan_of(aims=[{"statement": "Sell"}, {"id": made, "statement": "Grow"}])
    assert sorted(aim.statement for aim in plan.aims.values()) == ["Grow", "Sell"]


def test_an_inserted_activity_changes_no_identifier_inside_another() -> None:
    flights = [{"first_day": "2026-09-10", "last_day": "2026-09-12"}]
    keyed = an_activity(key="bar", flights=flights)
    before = plan_of(activities=[keyed])
    after = plan_of(activities=[an_activity(), keyed])
    assert set(before.flights) <= set(after.flights)


def test_aims_stand_in_the_order_of_the_file() -> None:
    plan = plan_of(aims=[{"statement": "Second thoughts"}, {"statement": "Another"}])
    assert [aim.statement for aim in plan.aims_in_order] == ["Second thoughts", "Another"]


def test_budget_lines_stand_in_the_order_of_the_file_across_activities() -> None:
    first = an_activity(lines=[a_line(label="1"), a_line(label="2")])
    plan = plan_of(activities=[first, an_activity(lines=[a_line(label="3")])], lines=[a_line(label="4")])
    assert [line.label for line in plan.lines_in_order] == ["1", "2", "3", "4"]


def test_an_influence_without_an_audience_comes_from_ambassadors() -> None:
    plan = plan_of(audiences=[{"key": "us", "name": "Us"}], influences=[{"to_audience": "us"}])
    (influence,) = plan.influences.values()
    assert influence.from_audience_id is None


@pytest.mark.parametrize(
    ("currency", "written", "minor_units"),
    [("EUR", "1313.64", 131364), ("EUR", 7, 700), ("JPY", "500", 500), ("KWD", "1.005", 1005)],
)
def test_amounts_are_in_whole_units_of_the_lines_currency(
    currency: str, written: object, minor_units: int
) -> None:
    posting = {"day": "2026-09-10", "kind": "actual", "amount": written}
    plan = plan_of(lines=[a_line(currency=currency, planned=written, postings=[posting])])
    (line,), (posted,) = plan.lines.values(), plan.postings.values()
    assert (line.planned, posted.amount) == (minor_units, minor_units)


def test_a_what_if_is_in_the_currency_of_its_line() -> None:
    plan = plan_of(
        lines=[a_line(key="venue", currency="JPY", planned="500")],
        scenarios=[{"name": "More", "amounts": [{"line": "venue", "planned": "700"}]}],
    )
    (scenario,) = plan.scenarios.values()
    assert [amount.planned for amount in scenario.amounts] == [700]


def test_typed_amounts_are_in_the_currency_of_their_line() -> None:
    phasing = {"mode": "by month", "typed": [{"day": "2026-09-01", "amount": "2.50"}]}
    plan = plan_of(lines=[a_line(phasing=phasing)])
    (line,) = plan.lines.values()
    assert [(each.day, each.amount) for each in line.phasing.typed] == [(date(2026, 9, 1), 250)]


def test_a_dismissal_may_name_its_subject_by_key() -> None:
    dismissal = {"rule": "no aim", "subjects": ["bar"], "reason": "A test", "day": "2026-09-01"}
    plan = plan_of(activities=[an_activity(key="bar")], dismissals=[dismissal])
    (found,) = plan.dismissals.values()
    assert set(found.subject_ids) == set(plan.activities)


def test_a_kept_plan_calls_records_as_the_plan_does() -> None:
    aims = [{"key": "grow", "statement": "Grow"}]
    version = {"number": 1, "day": "2026-08-01", "state": {"content": a_file(aims=aims)}}
    found = read(a_file(aims=aims, versions=[version]))
    (state,) = found.states
    assert set(CampaignFile.of_text(state.content).plan.aims) == set(found.plan.aims)
