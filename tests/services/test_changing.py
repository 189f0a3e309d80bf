"""Making and changing: labels, values that do not fit, and what follows from a change."""

from decimal import Decimal

import pytest

from campaignplanner.domain.activity import Kind, OwnKind, Side
from campaignplanner.domain.aim import Aim
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.bridge import OwnPattern, Pattern
from campaignplanner.domain.campaign import BriefTexts
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.activity import (
    ChangeActivity,
    ChangeContribution,
    MakeActivity,
    SetWeight,
)
from campaignplanner.services.commands.aim import ChangeAim, MakeAim, ReorderAims
from campaignplanner.services.commands.audience import ReorderAudiences
from campaignplanner.services.commands.bridge import ChangeBridge
from campaignplanner.services.commands.budget import ChangeBudgetLine
from campaignplanner.services.commands.campaign import ChangeCampaign
from tests.builders import a_bridge, a_contribution, a_flight, a_line, a_plan, an_activity, an_aim


def after(plan: Plan, command: object) -> Plan:
    return plan.applying(command.changes(plan))


def test_the_history_names_what_is_made() -> None:
    assert MakeAim(an_aim("Win members")).changes(a_plan()).label == "Add aim “Win members”"


def test_the_history_names_the_one_field_that_changes() -> None:
    plan = a_plan(an_aim("Win members"))
    assert (
        ChangeAim("win-members", {"owner": "Ada"}).changes(plan).label == "Change the owner of “Win members”"
    )


def test_the_history_names_only_the_record_where_several_fields_change() -> None:
    plan = a_plan(an_aim("Win members"))
    change = ChangeAim("win-members", {"owner": "Ada", "why": "Growth"})
    assert change.changes(plan).label == "Change “Win members”"


def test_a_title_in_quotation_marks_keeps_its_own_as_single_ones() -> None:
    label = MakeActivity(an_activity("“First sip” reviews")).changes(a_plan()).label
    assert label == "Add activity “‘First sip’ reviews”"


def test_a_long_title_is_cut_in_the_history() -> None:
    label = MakeAim(an_aim("x" * 200)).changes(a_plan()).label
    assert len(label) < 80
    assert label.endswith("…”")


def test_a_change_that_changes_nothing_is_no_step() -> None:
    plan = a_plan(an_aim("Win members"))
    assert not ChangeAim("win-members", {"statement": "Win members"}).changes(plan)


def test_an_unknown_field_is_refused_by_name() -> None:
    with pytest.raises(PlanError, match="The aim has no “colour” that can be changed"):
        ChangeAim("win-members", {"colour": "red"}).changes(a_plan(an_aim("Win members")))


def test_an_identifier_is_not_changed() -> None:
    with pytest.raises(PlanError, match="no “id”"):
        ChangeAim("win-members", {"id": "other"}).changes(a_plan(an_aim("Win members")))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("statement", 5),
        ("statement", None),
        ("position", "1"),
        ("position", True),
        ("business_area", "sales"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(field: str, value: object) -> None:
    with pytest.raises(PlanError, match="cannot be") as refusal:
        ChangeAim("win-members", {field: value}).changes(a_plan(an_aim("Win members")))
    assert refusal.value.field == field


def test_a_number_that_should_be_exact_is_refused_as_a_float() -> None:
    with pytest.raises(PlanError, match="contingency_rate"):
        ChangeCampaign({"contingency_rate": 0.1}).changes(a_plan())


def test_a_value_that_breaks_a_rule_of_the_domain_is_refused_with_its_sentence() -> None:
    with pytest.raises(PlanError, match="An aim needs a statement"):
        ChangeAim("win-members", {"statement": "  "}).changes(a_plan(an_aim("Win members")))


def test_making_what_is_there_already_is_refused() -> None:
    with pytest.raises(PlanError, match="“Win members” is in the plan already"):
        MakeAim(an_aim("Win members")).changes(a_plan(an_aim("Win members")))


def test_an_activity_is_made_with_its_flight_and_its_aim_in_one_step() -> None:
    plan = a_plan(an_aim("Win members"))
    bars = an_activity("Tasting bars", Kind.EVENT)
    made = MakeActivity(bars, (a_flight(bars, "2026-03-02"), a_contribution(bars, "win-members")))
    changed = after(plan, made)
    assert len(changed.flights_of(bars.id)) == 1
    assert changed.aim_shares(bars.id) == {"win-members": 1}


def test_the_texts_of_the_brief_change_with_the_campaign() -> None:
    texts = BriefTexts(message="Tastes the same at home")
    change = ChangeCampaign({"brief": texts}).changes(a_plan())
    assert a_plan().applying(change).campaign.brief == texts
    assert change.label == "Change the brief of “Autumn Blend”"


# -- kinds and patterns ----------------------------------------------------------------------------------


def test_a_kind_that_does_not_fit_the_side_is_refused() -> None:
    with pytest.raises(PlanError, match="is online, but its kind, event, is not"):
        ChangeActivity("talk", {"kind": Kind.EVENT}).changes(a_plan(an_activity("Talk")))


def test_an_activity_changes_sides_together_with_its_kind() -> None:
    change = ChangeActivity("talk", {"side": Side.OFFLINE, "kind": Kind.EVENT})
    assert after(a_plan(an_activity("Talk")), change).activities["talk"].side is Side.OFFLINE


def a_podcast() -> Plan:
    return a_plan(
        OwnKind(id="own", side=Side.ONLINE, name="Podcast"),
        an_activity("Talk", Kind.OTHER, side=Side.ONLINE, own_kind_id="own"),
        an_activity("Film", Kind.CONTENT),
    )


def test_a_built_in_kind_takes_the_place_of_one_of_the_users_own() -> None:
    talk = after(a_podcast(), ChangeActivity("talk", {"kind": Kind.CONTENT})).activities["talk"]
    assert (talk.kind, talk.own_kind_id) == (Kind.CONTENT, None)


def test_a_kind_of_the_users_own_takes_the_place_of_a_built_in_one() -> None:
    film = after(a_podcast(), ChangeActivity("film", {"own_kind_id": "own"})).activities["film"]
    assert (film.kind, film.own_kind_id) == (Kind.OTHER, "own")


def test_a_pattern_of_the_users_own_takes_the_place_of_a_built_in_one_and_the_other_way_round() -> None:
    plan = a_plan(
        OwnPattern(id="own", name="echoes"),
        an_activity("Talk"),
        an_activity("Film"),
        a_bridge("talk", "film"),
    )
    own = after(plan, ChangeBridge("talk~film", {"own_pattern_id": "own"}))
    assert own.bridges["talk~film"].pattern is Pattern.OWN
    assert after(own, ChangeBridge("talk~film", {"pattern": Pattern.LEADS_TO})) == plan


# -- aims in order, and weights --------------------------------------------------------------------------


def three_aims() -> Plan:
    return a_plan([Aim(id=name, statement=name, position=number) for number, name in enumerate("abc")])


def test_aims_are_put_in_another_order() -> None:
    plan = after(three_aims(), ReorderAims(("c", "a", "b")))
    assert [aim.id for aim in plan.aims_in_order] == ["c", "a", "b"]


def test_the_order_that_is_there_already_is_no_step() -> None:
    assert not ReorderAims(("a", "b", "c")).changes(three_aims())


@pytest.mark.parametrize("order", [("a", "b"), ("a", "b", "b"), ("a", "b", "c", "d")])
def test_an_order_that_does_not_name_every_aim_once_is_refused(order: tuple[str, ...]) -> None:
    with pytest.raises(PlanError, match="every aim of the campaign once"):
        ReorderAims(order).changes(three_aims())


def test_audiences_are_put_in_another_order() -> None:
    plan = a_plan([Audience(id=name, name=name, position=number) for number, name in enumerate("abc")])
    command = ReorderAudiences(("b", "c", "a"))
    assert [each.id for each in after(plan, command).audiences_in_order] == ["b", "c", "a"]
    assert command.changes(plan).label == "Reorder the audiences"
    with pytest.raises(PlanError, match="every audience of the campaign once"):
        ReorderAudiences(("a", "b")).changes(plan)


def reviews_serving(**weights: int) -> Plan:
    contributions = [a_contribution("reviews", aim, weight) for aim, weight in weights.items()]
    return a_plan(list(three_aims().records()), an_activity("Reviews"), contributions)


def test_setting_a_weight_makes_changes_and_takes_away_a_contribution() -> None:
    plan = reviews_serving()
    for weight, shares in ((3, {"a": 3}), (5, {"a": 5}), (0, {})):
        plan = after(plan, SetWeight("reviews", "a", weight))
        assert plan.aim_shares("reviews") == shares


def test_taking_away_a_contribution_that_is_not_there_is_no_step() -> None:
    assert not SetWeight("reviews", "a", 0).changes(reviews_serving())


def test_a_negative_weight_is_refused() -> None:
    with pytest.raises(PlanError, match="from 0 to 1000"):
        SetWeight("reviews", "a", -1).changes(reviews_serving())


def test_a_contribution_moved_to_an_aim_served_already_is_merged_into_it() -> None:
    plan = after(reviews_serving(a=2, b=3), ChangeContribution("reviews>a", {"aim_id": "b"}))
    assert plan.aim_shares("reviews") == {"b": 5}


def test_a_contribution_moved_to_another_aim_keeps_its_weight() -> None:
    plan = after(reviews_serving(a=2), ChangeContribution("reviews>a", {"aim_id": "b"}))
    assert plan.aim_shares("reviews") == {"b": 2}


# -- quantity and price ----------------------------------------------------------------------------------


def a_priced_plan() -> Plan:
    return a_plan(a_line(600, id="line", quantity=Decimal(6), unit_price=100))


def test_a_new_quantity_sets_the_planned_amount_along() -> None:
    line = after(a_priced_plan(), ChangeBudgetLine("line", {"quantity": Decimal("7.5")})).lines["line"]
    assert line.planned == 750


def test_a_new_planned_amount_makes_it_a_fixed_one() -> None:
    line = after(a_priced_plan(), ChangeBudgetLine("line", {"planned": 500})).lines["line"]
    assert (line.planned, line.quantity, line.unit_price) == (500, None, None)


def test_a_planned_amount_that_contradicts_quantity_and_price_is_refused() -> None:
    with pytest.raises(PlanError, match="planned is not quantity times price"):
        ChangeBudgetLine("line", {"planned": 5, "quantity": Decimal(7)}).changes(a_priced_plan())


def test_a_quantity_that_is_no_number_is_refused() -> None:
    with pytest.raises(PlanError, match="quantity"):
        ChangeBudgetLine("line", {"quantity": Decimal("NaN")}).changes(a_priced_plan())
