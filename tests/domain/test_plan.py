from datetime import date

import pytest

from campaignplanner.domain.activity import Activity, Contribution, Flight, Kind, OwnKind, Side
from campaignplanner.domain.aim import Aim, Kpi
from campaignplanner.domain.approval import Version, VersionState
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.bridge import Bridge, Pattern
from campaignplanner.domain.budget import BudgetLine, Scenario, ScenarioAmount
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.changes import Change, ChangeSet, deleting, making
from campaignplanner.domain.days import Span
from campaignplanner.domain.errors import PlanError, StaleChange
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.play import Play, PlayActivity
from campaignplanner.domain.records import PlanRecord, Record

CAMPAIGN = Campaign(id="campaign", title="Autumn Blend")
TASTING = Activity(id="tasting", side=Side.OFFLINE, kind=Kind.EVENT, title="Tasting bars")
THREAD = Activity(id="thread", side=Side.ONLINE, kind=Kind.CONVERSATION, title="Tips thread")
GROW = Aim(id="grow", statement="Win subscribers")


def steps(*changes: Change, label: str = "Test") -> ChangeSet:
    return ChangeSet(label, changes, CAMPAIGN.id)


def plan_with(*records: PlanRecord) -> Plan:
    return Plan.of(CAMPAIGN).applying(ChangeSet("Make", making(records), CAMPAIGN.id))


def flight(identifier: str, first: date, last: date) -> Flight:
    return Flight(id=identifier, activity_id=TASTING.id, first_day=first, last_day=last)


def test_applying_changes_and_then_the_inverse_gives_an_equal_plan() -> None:
    plan = plan_with(TASTING, GROW)
    change_set = ChangeSet(
        "Edit",
        (*making([Contribution(id="c", activity_id=TASTING.id, aim_id=GROW.id)]), *deleting([])),
        CAMPAIGN.id,
    )
    assert plan.applying(change_set).applying(change_set.inverted()) == plan


def test_a_plan_is_left_alone_by_what_is_applied_to_it() -> None:
    plan = plan_with(TASTING)
    plan.applying(steps(Change(TASTING, None)))
    assert list(plan.activities) == [TASTING.id]


def test_an_activity_lasts_from_its_first_flight_to_its_last() -> None:
    plan = plan_with(
        TASTING,
        flight("late", date(2026, 9, 20), date(2026, 9, 27)),
        flight("early", date(2026, 9, 10), date(2026, 9, 12)),
    )
    assert plan.span_of(TASTING.id) == Span(date(2026, 9, 10), date(2026, 9, 27))
    assert [each.id for each in plan.flights_of(TASTING.id)] == ["early", "late"]


def test_an_activity_without_flights_is_undated() -> None:
    assert plan_with(TASTING).span_of(TASTING.id) is None


def test_aims_come_in_the_order_that_people_gave_them() -> None:
    plan = plan_with(Aim(id="a", statement="Second", position=2), Aim(id="b", statement="First", position=1))
    assert [aim.statement for aim in plan.aims_in_order] == ["First", "Second"]


def test_only_a_bridge_between_the_sides_is_crossing() -> None:
    other = Activity(id="stream", side=Side.ONLINE, kind=Kind.LIVE_STREAM, title="Stream")
    across = Bridge(id="x", source_id=TASTING.id, target_id=THREAD.id, pattern=Pattern.CARRIES_ON_AS)
    along = Bridge(id="y", source_id=other.id, target_id=THREAD.id, pattern=Pattern.LEADS_TO)
    plan = plan_with(TASTING, THREAD, other, across, along)
    assert [plan.is_crossing(each) for each in (across, along)] == [True, False]


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (flight("f", date(2026, 1, 1), date(2026, 1, 1)), "The activity that this refers to is not there."),
        (Kpi(id="k", name="Sales", aim_id="nowhere"), "The aim that this refers to is not there."),
        (
            Scenario(id="s", name="Less", amounts=(ScenarioAmount("nowhere", 1),)),
            "The budget line that this refers to is not there.",
        ),
    ],
)
def test_a_reference_that_leads_nowhere_is_refused(record: PlanRecord, sentence: str) -> None:
    with pytest.raises(PlanError) as caught:
        plan_with(record)
    assert str(caught.value) == sentence
    assert caught.value.record_id == record.id


@pytest.mark.parametrize(
    ("gone", "holders", "what"),
    [
        (TASTING, [flight("f", date(2026, 1, 1), date(2026, 1, 1))], "flights"),
        (Audience(id="u", name="Regulars"), [], "activities"),
    ],
)
def test_what_others_need_cannot_be_deleted_alone(
    gone: PlanRecord, holders: list[PlanRecord], what: str
) -> None:
    for_regulars = Activity(
        id="circle", side=Side.ONLINE, kind=Kind.AMBASSADOR_CIRCLE, title="Circle", audience_ids=("u",)
    )
    plan = plan_with(TASTING, Audience(id="u", name="Regulars"), for_regulars, *holders)
    with pytest.raises(PlanError, match=f"There are {what} that need the"):
        plan.applying(steps(Change(gone, None)))


def test_an_activity_serves_an_aim_once() -> None:
    first = Contribution(id="1", activity_id=TASTING.id, aim_id=GROW.id)
    second = Contribution(id="2", activity_id=TASTING.id, aim_id=GROW.id, weight=3)
    with pytest.raises(PlanError, match="serves that aim already"):
        plan_with(TASTING, GROW, first, second)


def test_two_versions_cannot_share_a_number() -> None:
    day = date(2026, 9, 1)
    with pytest.raises(PlanError, match="There is a version 1 already"):
        plan_with(Version(id="a", number=1, day=day), Version(id="b", number=1, day=day))


def test_an_activity_and_its_own_kind_are_on_one_side() -> None:
    own_kind = OwnKind(id="bus", side=Side.OFFLINE, name="Coffee bus")
    tour = Activity(id="tour", side=Side.OFFLINE, kind=Kind.OTHER, own_kind_id="bus", title="Tour")
    plan = plan_with(own_kind, tour)
    moved = OwnKind(id="bus", side=Side.ONLINE, name="Coffee bus")
    with pytest.raises(PlanError, match="“Tour” is offline and is of this kind; change it first"):
        plan.applying(steps(Change(own_kind, moved)))
    online_tour = Activity(id="tour", side=Side.ONLINE, kind=Kind.OTHER, own_kind_id="bus", title="Tour")
    with pytest.raises(PlanError, match="“Tour” is online, but its kind, Coffee bus, is not"):
        plan.applying(steps(Change(tour, online_tour)))


def test_a_change_of_what_the_plan_does_not_hold_is_stale() -> None:
    renamed = Activity(id=TASTING.id, side=Side.OFFLINE, kind=Kind.EVENT, title="Bars")
    with pytest.raises(StaleChange):
        plan_with(TASTING).applying(steps(Change(renamed, TASTING)))
    other_campaign = Campaign(id=CAMPAIGN.id, title="Other")
    with pytest.raises(StaleChange):
        plan_with().applying(steps(Change(other_campaign, CAMPAIGN)))


def test_the_campaign_itself_is_not_deleted_from_within() -> None:
    with pytest.raises(PlanError, match="deleted from the list of campaigns"):
        plan_with().applying(steps(Change(CAMPAIGN, None)))


def test_kept_states_and_plays_pass_through_a_plan_but_are_checked() -> None:
    version = Version(id="v", number=1, day=date(2026, 9, 1))
    state = VersionState(id="s", version_id="v", content="{}")
    plan = Plan.of(CAMPAIGN).applying(ChangeSet("Approve", making([version, state]), CAMPAIGN.id))
    assert list(plan.versions) == ["v"]
    empty = VersionState(id="s", version_id="v", content=" ")
    with pytest.raises(PlanError, match="holds no plan"):
        Plan.of(CAMPAIGN).applying(steps(Change(None, empty)))


def test_checking_a_whole_plan_names_the_record_at_fault() -> None:
    nameless = BudgetLine(id="line", label=" ")
    with pytest.raises(PlanError, match="A budget line needs a label") as caught:
        Plan.of(CAMPAIGN, [nameless]).check()
    assert (caught.value.record_id, caught.value.field) == ("line", "label")


def test_the_dated_span_is_that_of_the_flights_until_the_campaign_has_both_days() -> None:
    plan = plan_with(TASTING, flight("f", date(2026, 9, 10), date(2026, 9, 27)))
    assert plan.dated_span() == Span(date(2026, 9, 10), date(2026, 9, 27))
    dated = Campaign(
        id=CAMPAIGN.id, title=CAMPAIGN.title, first_day=date(2026, 8, 24), last_day=date(2026, 11, 30)
    )
    assert plan.applying(steps(Change(CAMPAIGN, dated))).dated_span() == Span(
        date(2026, 8, 24), date(2026, 11, 30)
    )
    assert Plan.of(CAMPAIGN).dated_span() is None


@pytest.mark.parametrize(
    ("record", "scope"),
    [
        (TASTING, CAMPAIGN.id),
        (CAMPAIGN, None),
        (
            Play(
                id="p",
                title="Meet",
                activities=(
                    PlayActivity(
                        side=Side.OFFLINE,
                        kind=Kind.EVENT,
                        title="Meet",
                        first_day_offset=0,
                        last_day_offset=1,
                    ),
                ),
            ),
            None,
        ),
    ],
)
def test_making_campaigns_and_plays_belongs_to_the_portfolios_history(
    record: Record, scope: str | None
) -> None:
    assert ChangeSet("Make", making([record]), CAMPAIGN.id).scope == scope


def test_editing_the_campaign_belongs_to_its_own_history() -> None:
    renamed = Campaign(id=CAMPAIGN.id, title="Winter Blend")
    assert steps(Change(CAMPAIGN, renamed)).scope == CAMPAIGN.id


def test_records_are_made_parents_first_and_deleted_children_first() -> None:
    run = flight("f", date(2026, 1, 1), date(2026, 1, 1))
    made = [change.after for change in making([run, TASTING, CAMPAIGN])]
    gone = [change.before for change in deleting([CAMPAIGN, TASTING, run])]
    assert made == [CAMPAIGN, TASTING, run]
    assert gone == [run, TASTING, CAMPAIGN]


def test_a_change_is_about_one_record() -> None:
    with pytest.raises(ValueError, match="one record"):
        Change(TASTING, THREAD)
    with pytest.raises(ValueError, match="needs a record"):
        Change(None, None)
