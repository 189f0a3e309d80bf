"""The samples that are shipped, reckoned here from their text alone: plain JSON and exact decimals."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any

import pytest

from campaignplanner.domain.records import RECORD_TYPES
from campaignplanner.exchange.campaign_file import CampaignFile
from campaignplanner.planning.bridges import BridgeState, judgements
from campaignplanner.resources import read_text, resource_path
from tests.exchange.schema import faults_in

SAMPLES = sorted(path.name for path in resource_path("samples").glob("*.campaign.json"))
AUTUMN_BLEND = "autumn_blend.campaign.json"
LINCOLNSHIRE = "lincolnshire_fix_our_funds.campaign.json"
CLICK_IT = "click_it_or_ticket_2009.campaign.json"


def tree_of(name: str) -> Any:
    return json.loads(read_text(f"samples/{name}"))


def file_of(name: str) -> CampaignFile:
    return CampaignFile.read(resource_path(f"samples/{name}"))


def activity(name: str, title: str) -> Any:
    (found,) = (each for each in tree_of(name)["activities"] if each["title"] == title)
    return found


def days_of(name: str, title: str) -> tuple[str, str]:
    flights = activity(name, title)["flights"]
    return min(each["first_day"] for each in flights), max(each["last_day"] for each in flights)


def planned(line: Any) -> Decimal:
    """What a line costs in the campaign's currency."""
    return Decimal(line["planned"]) * Decimal(line.get("exchange_rate", "1"))


def lines_of(tree: Any) -> Iterator[Any]:
    for each in tree["activities"]:
        yield from each.get("lines", [])
    yield from tree.get("lines", [])


def money_by_meets(tree: Any) -> Counter[str]:
    money: Counter[str] = Counter()
    for line in lines_of(tree):
        money[line.get("meets", "not said")] += planned(line)  # type: ignore[assignment]
    return money


def money_of_aim(tree: Any, aim: str) -> Counter[str]:
    money: Counter[str] = Counter()
    for each in tree["activities"]:
        weights = {one["aim"]: one.get("weight", 1) for one in each.get("contributions", [])}
        for line in each.get("lines", []):
            share = planned(line) * weights.get(aim, 0) / (sum(weights.values()) or 1)
            money[line["meets"]] += share  # type: ignore[assignment]
    return money


def percent(money: Counter[str], meets: str) -> int:
    share = 100 * Decimal(money[meets]) / Decimal(money.total())
    return int(share.quantize(Decimal(1), ROUND_HALF_UP))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_read_and_breaks_no_rule(name: str) -> None:
    file_of(name).plan.check()


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_keeps_to_the_schema(name: str) -> None:
    assert faults_in(tree_of(name)) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_comes_back_from_a_written_file(name: str) -> None:
    assert CampaignFile.of_text(file_of(name).text()) == file_of(name)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_says_in_its_notes_what_it_is(name: str) -> None:
    notes = tree_of(name)["campaign"]["notes"]
    assert notes.startswith("Invented:" if name == AUTUMN_BLEND else "A real campaign;")
    assert name == AUTUMN_BLEND or ("https://" in notes and "Our reading:" in notes)


def test_there_are_three_samples() -> None:
    assert [AUTUMN_BLEND, CLICK_IT, LINCOLNSHIRE] == SAMPLES


# -- the campaign of the picture -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "first_day", "last_day"),
    [
        ("Invite to tastings", "2026-08-24", "2026-09-07"),
        ("Barista answers, 7 days a week", "2026-09-01", "2026-11-28"),
        ("“First sip” reviews", "2026-09-25", "2026-10-24"),
        ("Live brew-along", "2026-10-29", "2026-11-12"),
        ("Tasting bars", "2026-09-10", "2026-09-24"),
        ("Sampling on trains", "2026-10-05", "2026-10-18"),
        ("Reviews on store screens", "2026-10-26", "2026-11-22"),
        ("Ambassador circle", "2026-09-01", "2026-11-30"),
        ("“Bring a friend” challenge", "2026-09-07", "2026-10-04"),
        ("Members share photos", "2026-11-01", "2026-11-20"),
        ("Bag for top sharers", "2026-10-08", "2026-10-27"),
        ("Members' meet-up", "2026-10-29", "2026-10-30"),
        ("Customers answer customers", "2026-09-01", "2026-11-15"),
        ("Clinic tips thread", "2026-11-02", "2026-11-22"),
        ("Service clinic in shops", "2026-09-28", "2026-10-18"),
        ("TikTok account", "2026-09-21", "2026-09-30"),
    ],
)
def test_activities_run_on_the_days_of_the_picture(title: str, first_day: str, last_day: str) -> None:
    assert days_of(AUTUMN_BLEND, title) == (first_day, last_day)


def test_the_tasting_bars_are_six_flights_that_never_overlap() -> None:
    flights = activity(AUTUMN_BLEND, "Tasting bars")["flights"]
    assert len({flight["place"] for flight in flights}) == 6
    assert all(one["last_day"] < next_one["first_day"] for one, next_one in pairwise(flights))


@pytest.mark.parametrize(
    ("aim", "total", "online", "offline"),
    [("subscribers", 84_500, 46, 54), ("advocates", 41_200, 38, 62), ("answers", 18_300, 71, 29)],
)
def test_aims_have_the_money_of_the_picture(aim: str, total: int, online: int, offline: int) -> None:
    money = money_of_aim(tree_of(AUTUMN_BLEND), aim)
    assert money.total() == total
    assert (percent(money, "online"), percent(money, "offline")) == (online, offline)


def test_the_whole_has_the_money_of_the_picture() -> None:
    tree = tree_of(AUTUMN_BLEND)
    money = money_by_meets(tree)
    assert money.total() == 144_000
    assert (percent(money, "online"), percent(money, "offline")) == (47, 53)
    reserve = Decimal(tree["campaign"]["budget_total"]) * Decimal(tree["campaign"]["contingency_rate"])
    assert money.total() + reserve == Decimal(tree["campaign"]["budget_total"])


def test_the_target_band_is_that_of_the_picture() -> None:
    campaign = tree_of(AUTUMN_BLEND)["campaign"]
    assert (campaign["online_share_from"], campaign["online_share_to"]) == ("0.40", "0.55")


@pytest.mark.parametrize(
    ("aim", "name", "baseline", "target", "due_day", "progress"),
    [
        (0, "Subscribers", "3100", "12000", "2026-11-30", "0.26"),
        (1, "Referral share", "8", "15", "2026-11-30", "0.55"),
        (2, "Median answer", "9", "4", "2026-10-31", "0.72"),
    ],
)
def test_the_kpis_stand_as_in_the_picture(
    aim: int, name: str, baseline: str, target: str, due_day: str, progress: str
) -> None:
    kpi = tree_of(AUTUMN_BLEND)["aims"][aim]["kpis"][0]
    assert (kpi["name"], kpi["baseline"], kpi["target"], kpi["due_day"]) == (name, baseline, target, due_day)
    start, end, latest = Decimal(baseline), Decimal(target), Decimal(kpi["readings"][-1]["value"])
    assert (latest - start) / (end - start) == Decimal(progress)


def test_every_bridge_crosses_and_says_how() -> None:
    tree = tree_of(AUTUMN_BLEND)
    sides = {each["key"]: each["side"] for each in tree["activities"]}
    assert len(tree["bridges"]) == 6
    assert all(sides[each["source"]] != sides[each["target"]] for each in tree["bridges"])
    assert all(each["mechanism"] and each["mechanism_detail"] for each in tree["bridges"])


def test_one_bridge_is_late_by_the_fifteen_days_of_the_picture() -> None:
    plan = file_of(AUTUMN_BLEND).plan
    (broken,) = (each for each in judgements(plan).values() if each.state is BridgeState.BROKEN)
    assert plan.activities[broken.bridge.source_id].title == "Service clinic in shops"
    assert (broken.gap_days, broken.fix.first_day if broken.fix else None) == (15, date(2026, 10, 19))


def test_the_brief_was_approved_in_its_second_version() -> None:
    versions = tree_of(AUTUMN_BLEND)["versions"]
    decisions = [{each.get("decision", "approved") for each in version["approvals"]} for version in versions]
    assert decisions == [{"rejected"}, {"approved"}]


def test_both_versions_keep_their_plan_under_the_names_of_today() -> None:
    file = file_of(AUTUMN_BLEND)
    kept = [CampaignFile.of_text(state.content).plan for state in file.states]
    assert [len(plan.activities) for plan in kept] == [8, 16]
    assert all(set(plan.activities) <= set(file.plan.activities) for plan in kept)


def test_what_was_approved_is_what_is_planned_now() -> None:
    file = file_of(AUTUMN_BLEND)
    approved = CampaignFile.of_text(file.states[1].content).plan
    assert {line.id: line.planned for line in approved.lines.values()} == {
        line.id: line.planned for line in file.plan.lines.values() if line.frozen
    }


def test_one_activity_waits_undated_and_one_has_no_aim() -> None:
    activities = tree_of(AUTUMN_BLEND)["activities"]
    assert [each["title"] for each in activities if not each.get("flights")] == [
        "Breakfast at offices that buy our beans"
    ]
    assert [each["title"] for each in activities if not each.get("contributions")] == ["TikTok account"]


@pytest.mark.parametrize("table", sorted({*RECORD_TYPES.values()} - {"own_patterns"}))
def test_there_is_something_of_everything_to_show(table: str) -> None:
    assert len(getattr(file_of(AUTUMN_BLEND).plan, table)) > 0


def test_every_text_of_the_brief_is_there() -> None:
    brief = file_of(AUTUMN_BLEND).plan.campaign.brief
    assert [name for name in type(brief).__dataclass_fields__ if not getattr(brief, name)] == []
    assert len(brief.message.split()) <= 20


def test_every_budget_line_says_where_it_is_filed_and_what_it_pays_for() -> None:
    lines = list(lines_of(tree_of(AUTUMN_BLEND)))
    assert {line["filed_under"] for line in lines} == {"digital", "brand", "events", "sales", "service"}
    assert all(line["label"] and line["cost_type"] for line in lines)


def test_a_what_if_moves_money_and_adds_none() -> None:
    tree = tree_of(AUTUMN_BLEND)
    now = {line["key"]: planned(line) for line in lines_of(tree) if "key" in line}
    (scenario,) = tree["scenarios"]
    assert sum(Decimal(each["planned"]) for each in scenario["amounts"]) == sum(
        now[each["line"]] for each in scenario["amounts"]
    )


# -- the real campaigns ----------------------------------------------------------------------------------


def test_lincolnshire_spent_what_it_published() -> None:
    amounts = {line["label"]: Decimal(line["planned"]) for line in lines_of(tree_of(LINCOLNSHIRE))}
    assert amounts == {
        "Design": Decimal("150.00"),
        "Poster and postcard printing": Decimal("658.00"),
        "Digital advertising": Decimal("200.00"),
        "'£12m Gap' sign": Decimal("279.00"),
        "Expenses": Decimal("26.64"),
    }
    assert sum(amounts.values()) == Decimal("1313.64")


def test_lincolnshire_met_people_online_with_a_share_of_all_its_money() -> None:
    money = money_by_meets(tree_of(LINCOLNSHIRE))
    assert round(Decimal(money["online"]) / Decimal(money.total()), 6) == Decimal("0.152249")
    assert money["both"] == Decimal("176.64")


def test_lincolnshire_has_no_dates() -> None:
    tree = tree_of(LINCOLNSHIRE)
    assert tree["campaign"]["currency"] == "GBP"
    assert "first_day" not in tree["campaign"]
    assert not any(each.get("flights") for each in tree["activities"])


def test_adverts_led_enforcement_by_a_week() -> None:
    adverts, enforcement = days_of(CLICK_IT, "Paid advertising"), days_of(CLICK_IT, "Enforcement")
    assert adverts == ("2009-05-11", "2009-05-24")
    assert enforcement == ("2009-05-18", "2009-05-31")
    (judgement,) = judgements(file_of(CLICK_IT).plan).values()
    assert judgement.state is BridgeState.HOLDS


def test_the_bonus_weight_ran_after_the_paid_adverts() -> None:
    assert days_of(CLICK_IT, "Added value and bonus weight") == ("2009-05-25", "2009-05-31")


def test_click_it_or_ticket_cost_eight_million_dollars_on_sides_not_said() -> None:
    tree = tree_of(CLICK_IT)
    assert tree["campaign"]["currency"] == "USD"
    assert money_by_meets(tree) == {"not said": Decimal("8000000.00")}
