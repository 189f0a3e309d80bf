"""The forms of everything but activities: each edit is one step, refusals stay at their field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from campaignplanner.domain.aim import Aim, BusinessArea, Kpi, Reading
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.bridge import Bridge, OwnPattern, Pattern
from campaignplanner.domain.budget import BudgetLine, Posting, PostingKind
from campaignplanner.domain.campaign import BriefTexts, Campaign, Thresholds
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord
from campaignplanner.services.commands.aim import MakeKpi, MakeReading
from campaignplanner.services.commands.audience import MakeAudience
from campaignplanner.services.commands.bridge import MakeOwnPattern
from campaignplanner.services.commands.command import Command
from campaignplanner.services.commands.own_pattern import GiveOwnPattern
from campaignplanner.ui.fields.record_form import RecordForm
from campaignplanner.ui.fields.suggest import SuggestField
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.inspector.aim_form import AimForm
from campaignplanner.ui.plan.inspector.audience_form import AudienceForm, InfluenceForm
from campaignplanner.ui.plan.inspector.bridge_form import BridgeForm
from campaignplanner.ui.plan.inspector.campaign_form import CampaignForm
from campaignplanner.ui.plan.inspector.kpi_form import KpiForm
from campaignplanner.ui.plan.inspector.line_form import LineForm
from campaignplanner.ui.plan.inspector.panel import Inspector
from tests.ui.plan.inspector.typing import press, type_into

PlanNow = Callable[[], Plan]
Show = Callable[[PlanRecord | None], RecordForm]

SUBSCRIBERS = Kpi(id="subscribers", aim_id="win-members", name="Subscribers")
REGULARS = Audience(id="regulars", name="Regulars")
FRIENDS = Audience(id="friends", name="Their friends", position=1)


@pytest.fixture
def show(inspector: Inspector, tools: PageTools) -> Show:
    """Selects a record, or nothing, and gives the form that comes."""

    def shown(record: PlanRecord | None) -> RecordForm:
        tools.selection.pick_records([record] if record is not None else [])
        assert isinstance(inspector.form, RecordForm)
        return inspector.form

    return shown


@pytest.fixture
def made(tools: PageTools) -> Callable[[Command], None]:
    def make(command: Command) -> None:
        assert tools.live.execute(command)

    return make


def test_the_campaign_is_shown_while_nothing_is_selected(show: Show, plan_now: PlanNow) -> None:
    form = show(None)
    assert isinstance(form, CampaignForm)
    type_into(form.field("brand"), "Northwind")
    assert plan_now().campaign.brand == "Northwind"


def test_the_words_of_no_tick_are_cut_in_a_narrow_inspector(
    show: Show, plan_now: PlanNow, page: QWidget
) -> None:
    page.resize(380, 900)
    form = show(plan_now().lines["technicians"])
    QApplication.processEvents()
    ticks = form.findChildren(QCheckBox)
    assert ticks
    for tick in ticks:
        right = tick.mapTo(form, QPoint(tick.sizeHint().width(), 0)).x()
        assert right <= form.visibleRegion().boundingRect().right() + 1


def test_every_field_of_campaign_brief_and_thresholds_can_be_edited(show: Show) -> None:
    form = show(None)
    inner = {f"brief.{each.name}" for each in fields(BriefTexts)}
    inner |= {f"thresholds.{each.name}" for each in fields(Thresholds)}
    own = {each.name for each in fields(Campaign)} - {"id", "brief", "brief_layout", "thresholds"}
    for name in sorted(own | inner):
        assert form.field(name) is not None


@pytest.mark.parametrize("record_type", [Aim, Kpi, Audience, Influence, Bridge, BudgetLine])
def test_every_field_of_other_records_can_be_edited(
    record_type: type[PlanRecord], show: Show, tools: PageTools, made: Callable[[Command], None]
) -> None:
    elsewhere = {"id", "position", "aim_id", "own_pattern_id", "frozen", "phasing"}
    if record_type is Kpi:
        elsewhere.add("activity_id")
    form = show(_one_of(record_type, tools, made))
    for each in fields(record_type):
        if each.name not in elsewhere:
            assert form.field(each.name) is not None


def _one_of(record_type: type[PlanRecord], tools: PageTools, made: Callable[[Command], None]) -> PlanRecord:
    from campaignplanner.services.commands.audience import MakeInfluence

    made(MakeKpi(SUBSCRIBERS))
    made(MakeAudience(REGULARS))
    made(MakeInfluence(Influence(id="word", from_audience_id=None, to_audience_id="regulars")))
    assert tools.live.plan is not None
    return next(iter(tools.live.plan.table(record_type).values()))


def test_a_text_of_the_brief_is_one_step_that_undo_takes_back(
    show: Show, tools: PageTools, plan_now: PlanNow
) -> None:
    form = show(None)
    message = form.field("brief.message")
    type_into(message, "It tastes the same at home", enter=False)
    message.finish()
    assert plan_now().campaign.brief.message == "It tastes the same at home"
    tools.live.undo(plan_now().campaign.id)
    assert plan_now().campaign.brief.message == ""
    assert message.value == ""


def test_the_time_zones_that_have_the_letters_are_offered(show: Show) -> None:
    zone = show(None).field("time_zone")
    assert isinstance(zone, SuggestField)
    zone.editor.setFocus()
    assert "Europe/Berlin" in zone.words
    assert "Etc/GMT+5" not in zone.words


def test_a_last_day_before_the_first_is_refused_at_its_field(show: Show, plan_now: PlanNow) -> None:
    form = show(None)
    type_into(form.field("first_day"), "1 Sep 2026")
    type_into(form.field("last_day"), "31 Aug 2026")
    assert form.field("last_day").error == "The last day is before the first day."
    assert plan_now().campaign.last_day is None


def test_an_aim_gets_its_area_and_its_kpi(show: Show, plan_now: PlanNow) -> None:
    form = show(plan_now().aims["win-members"])
    assert isinstance(form, AimForm)
    form.field("business_area").choose(BusinessArea.SALES)  # type: ignore[attr-defined]
    form.kpis.begin_adding()
    type_into(form.kpis.name, "Subscribers")
    assert plan_now().aims["win-members"].business_area is BusinessArea.SALES
    assert [kpi.name for kpi in plan_now().kpis_of_aim("win-members")] == ["Subscribers"]


def test_a_reading_is_added_and_corrected_in_the_same_fields(
    show: Show, plan_now: PlanNow, made: Callable[[Command], None]
) -> None:
    made(MakeKpi(SUBSCRIBERS))
    form = show(SUBSCRIBERS)
    assert isinstance(form, KpiForm)
    form.readings.begin_adding()
    type_into(form.readings.day, "5 Oct 2026", enter=False)
    type_into(form.readings.value, "5414")
    (reading,) = plan_now().readings_of("subscribers")
    assert (reading.day, reading.value) == (date(2026, 10, 5), Decimal(5414))

    press(form.readings.list, Qt.Key.Key_Return)
    type_into(form.readings.value, "5415")
    assert [each.value for each in plan_now().readings_of("subscribers")] == [Decimal(5415)]


def test_a_selected_reading_is_shown_in_the_form_of_its_kpi(
    show: Show, inspector: Inspector, made: Callable[[Command], None], tools: PageTools
) -> None:
    made(MakeKpi(SUBSCRIBERS))
    reading = Reading(id="first", kpi_id="subscribers", day=date(2026, 10, 5), value=Decimal(1))
    made(MakeReading(reading))
    tools.selection.pick_records([reading])
    assert isinstance(inspector.form, KpiForm)
    assert inspector.form.record_ids == ("subscribers",)


def test_a_kpi_takes_numbers_the_way_people_type_them(
    show: Show, plan_now: PlanNow, made: Callable[[Command], None]
) -> None:
    made(MakeKpi(SUBSCRIBERS))
    form = show(SUBSCRIBERS)
    type_into(form.field("target"), "12,000")
    type_into(form.field("baseline"), "many")
    assert plan_now().kpis["subscribers"].target == Decimal(12000)
    assert plan_now().kpis["subscribers"].baseline is None
    assert form.field("baseline").error


def test_an_audience_passes_something_on_to_another(
    show: Show, plan_now: PlanNow, made: Callable[[Command], None]
) -> None:
    for audience in (REGULARS, FRIENDS):
        made(MakeAudience(audience))
    form = show(REGULARS)
    assert isinstance(form, AudienceForm)
    form.influences.begin_adding()
    form.influences.target.choose("friends")
    type_into(form.influences.passed_on, "A second bag")
    (influence,) = plan_now().influences.values()
    assert (influence.from_audience_id, influence.to_audience_id) == ("regulars", "friends")
    assert influence.passed_on == "A second bag"
    assert isinstance(show(influence), InfluenceForm)


def test_an_influence_without_a_target_is_not_made_and_says_so(
    show: Show, plan_now: PlanNow, made: Callable[[Command], None]
) -> None:
    made(MakeAudience(REGULARS))
    form = show(REGULARS)
    assert isinstance(form, AudienceForm)
    form.influences.begin_adding()
    type_into(form.influences.passed_on, "A second bag")
    assert form.influences.target.error == "Choose whom it reaches."
    assert not plan_now().influences


def _late_bridge(plan: Plan) -> Bridge:
    return next(each for each in plan.bridges.values() if each.pattern is Pattern.CARRIES_ON_AS)


def test_a_broken_bridge_says_why_until_it_is_mended(show: Show, plan_now: PlanNow) -> None:
    form = show(_late_bridge(plan_now()))
    assert isinstance(form, BridgeForm)
    assert "15 days" in form.judgement.sentence.text()
    assert form.judgement.sentence.property("role") == "error"
    form.pattern.choose(Pattern.LEADS_TO)
    assert form.judgement.sentence.property("role") == ""


def test_a_pattern_of_the_users_own_replaces_a_built_in_one_and_back(
    show: Show, plan_now: PlanNow, made: Callable[[Command], None]
) -> None:
    made(MakeOwnPattern(OwnPattern(id="echo", name="Echoes")))
    bridge = _late_bridge(plan_now())
    form = show(bridge)
    assert isinstance(form, BridgeForm)
    form.pattern.choose("echo")
    assert plan_now().bridges[bridge.id].own_pattern_id == "echo"
    form.pattern.choose(Pattern.LEADS_TO)
    changed = plan_now().bridges[bridge.id]
    assert (changed.pattern, changed.own_pattern_id) == (Pattern.LEADS_TO, None)


def test_a_pattern_is_named_for_a_bridge_and_says_which_days_it_lets_pass(
    show: Show, plan_now: PlanNow, tools: PageTools
) -> None:
    bridge = _late_bridge(plan_now())
    form = show(bridge)
    assert isinstance(form, BridgeForm)
    form.own_pattern.begin.click()
    type_into(form.own_pattern.new_name, "is echoed by")
    type_into(form.own_pattern.own.field("latest_gap_days"), "3")
    (pattern,) = plan_now().own_patterns.values()
    assert (pattern.name, pattern.earliest_gap_days, pattern.latest_gap_days) == ("is echoed by", None, 3)
    assert plan_now().bridges[bridge.id].own_pattern_id == pattern.id
    assert form.judgement.sentence.property("role") == "error"
    for _ in range(2):
        tools.live.undo(plan_now().campaign.id)
    assert not plan_now().own_patterns
    assert not form.own_pattern.begin.isHidden()


def test_an_own_pattern_whose_bounds_cross_is_refused_at_their_field(
    show: Show, plan_now: PlanNow, made: Callable[[Command], None]
) -> None:
    bridge = _late_bridge(plan_now())
    made(GiveOwnPattern(bridge.id, "is echoed by"))
    form = show(bridge)
    assert isinstance(form, BridgeForm)
    type_into(form.own_pattern.own.field("earliest_gap_days"), "9")
    latest = form.own_pattern.own.field("latest_gap_days")
    type_into(latest, "3")
    assert latest.error == "The latest gap is shorter than the earliest."
    assert latest.typed() == "3"


def test_a_deleted_pattern_leaves_its_bridges_leading_on(
    show: Show, plan_now: PlanNow, made: Callable[[Command], None]
) -> None:
    bridge = _late_bridge(plan_now())
    made(GiveOwnPattern(bridge.id, "is echoed by"))
    form = show(bridge)
    assert isinstance(form, BridgeForm)
    assert form.own_pattern.told.text().startswith("This bridge alone has it.")
    form.own_pattern.remove.click()
    assert not plan_now().own_patterns
    assert plan_now().bridges[bridge.id].pattern is Pattern.LEADS_TO
    assert form.own_pattern.own.isHidden()


def test_a_bridge_leads_to_both_its_ends(show: Show, plan_now: PlanNow, tools: PageTools) -> None:
    form = show(_late_bridge(plan_now()))
    assert isinstance(form, BridgeForm)
    form.judgement.to_target.click()
    assert tools.selection.picked[-1].id == "tips-thread"


def test_a_bridge_cannot_lead_back_to_where_it_starts(show: Show, plan_now: PlanNow) -> None:
    bridge = _late_bridge(plan_now())
    form = show(bridge)
    assert isinstance(form, BridgeForm)
    form.target.choose("clinic")
    assert form.target.error == "A bridge joins two different activities."
    assert plan_now().bridges[bridge.id].target_id == "tips-thread"


def test_a_line_takes_its_amount_and_what_happened_on_it(show: Show, plan_now: PlanNow) -> None:
    form = show(plan_now().lines["technicians"])
    assert isinstance(form, LineForm)
    type_into(form.field("planned"), "3,400.50")
    assert plan_now().lines["technicians"].planned == 340_050
    form.postings.begin_adding()
    type_into(form.postings.day, "12 Aug 2026", enter=False)
    type_into(form.postings.amount, "1,200", enter=False)
    type_into(form.postings.reference, "Order 7")
    (posting,) = plan_now().postings.values()
    assert posting == Posting(
        id=posting.id,
        line_id="technicians",
        day=date(2026, 8, 12),
        kind=PostingKind.COMMITTED,
        amount=120_000,
        reference="Order 7",
    )


def test_an_empty_currency_of_a_line_is_the_campaigns(show: Show, plan_now: PlanNow) -> None:
    form = show(plan_now().lines["technicians"])
    type_into(form.field("currency"), "gbp")
    assert plan_now().lines["technicians"].currency == "GBP"
    type_into(form.field("currency"), "")
    assert plan_now().lines["technicians"].currency is None


def test_a_currency_that_is_none_is_refused_at_its_field(show: Show, plan_now: PlanNow) -> None:
    form = show(plan_now().lines["technicians"])
    type_into(form.field("currency"), "euros")
    assert form.field("currency").error == "A currency is three capital letters, such as EUR."
    assert plan_now().lines["technicians"].currency is None
