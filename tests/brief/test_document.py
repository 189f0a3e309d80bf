"""What the brief says, worked out from the plan before anything is set."""

from datetime import date
from decimal import Decimal

import pytest

from campaignplanner.brief.contents import BriefDocument, Passed
from campaignplanner.brief.context import BETWEEN
from campaignplanner.brief.document import document_of
from campaignplanner.brief.lists import LONG_LIST
from campaignplanner.brief.options import BriefOptions
from campaignplanner.domain.activity import ActivityStatus, Kind
from campaignplanner.domain.aim import Kpi, Reading
from campaignplanner.domain.approval import Approval, Decision, Version
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.bridge import Mechanism, Pattern
from campaignplanner.domain.budget import Meets, Posting, PostingKind, ReserveDraw
from campaignplanner.domain.campaign import BriefTexts, CampaignStatus
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_layout import arrange
from tests.brief.reading import without_thin_spaces
from tests.builders import (
    a_bridge,
    a_contribution,
    a_dated_activity,
    a_line,
    a_plan,
    an_activity,
    an_aim,
)

TODAY = date(2026, 8, 3)


def document(plan: Plan, locale: str = "en_GB") -> BriefDocument:
    return document_of(plan, BriefOptions(locale=locale), TODAY)


def facts(entries) -> dict[str, str]:  # noqa: ANN001 -- of page 1 or of the money
    return {each.label: each.value for each in entries}


# -- page 1 ----------------------------------------------------------------------------------------------


def test_an_empty_plan_leaves_no_holes() -> None:
    empty = document(a_plan())
    assert (empty.facts, empty.now, empty.aims, empty.audiences) == ((), (), (), ())
    assert (empty.message.text, empty.message.fields, empty.integration.moments) == ("", (), ())
    assert empty.timeline.drawing is None
    assert (empty.money.share, empty.money.matrix, empty.money.by_aim, empty.money.lines) == (None,) * 4
    assert (empty.measures, empty.audience_details, empty.practicalities) == ((), (), ())


def test_only_texts_that_are_filled_in_are_said() -> None:
    brief = BriefTexts(problem="Nobody knows us.", tone="  ")
    assert [each.label for each in document(a_plan(brief=brief)).now] == ["Problem"]
    assert document(a_plan(brief=brief)).message.fields == ()


@pytest.mark.parametrize(
    ("status", "versions", "stamp"),
    [
        (CampaignStatus.DRAFT, 2, "Draft"),
        (CampaignStatus.APPROVED, 2, "Version 2, approved"),
        (CampaignStatus.LIVE, 1, "Version 1, live"),
        (CampaignStatus.CLOSED, 0, "Closed"),
    ],
)
def test_the_stamp_says_how_far_the_brief_has_come(status: CampaignStatus, versions: int, stamp: str) -> None:
    kept = [Version(id=f"v{n}", number=n, day=TODAY, note="") for n in range(1, versions + 1)]
    assert document(a_plan(kept, status=status)).head.stamp == stamp


def test_the_head_says_days_weeks_author_and_day() -> None:
    plan = a_plan(first_day="2026-08-24", last_day="2026-11-30", brief=BriefTexts(author="Mara"))
    days, author, day = document(plan).head.byline
    assert days.replace("\u2009", " ") == "24 Aug – 30 Nov 2026 (15 weeks)"
    assert (author, day) == ("by Mara", "3 August 2026")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({}, "No dates yet"),
        ({"first_day": "2026-08-24"}, "From 24 Aug 2026"),
        ({"last_day": "2026-08-24"}, "Until 24 Aug 2026"),
    ],
)
def test_days_that_are_not_known_are_said_so(days: dict[str, str], said: str) -> None:
    assert document(a_plan(**days)).head.byline[0] == said


def test_an_aim_comes_with_its_measures() -> None:
    aim = an_aim(why="They stay longer.")
    kpi = Kpi(
        id="k", aim_id=aim.id, name="Share", unit="%", baseline=Decimal(8), target=Decimal(15), due_day=TODAY
    )
    (entry,) = document(a_plan(aim, kpi)).aims
    assert (entry.statement, entry.why) == (aim.statement, "They stay longer.")
    measure = entry.measures[0]
    assert (measure.baseline, measure.target, measure.due) == ("8%", "15%", "3 Aug 2026")


def test_what_leads_to_a_moment_comes_before_it_and_what_follows_after() -> None:
    plan = a_plan(
        a_dated_activity("Invitation", "2026-09-01", kind=Kind.INVITATION),
        a_dated_activity("Evening", "2026-10-01", kind=Kind.EVENT, owner="Joe"),
        a_dated_activity("Stream", "2026-10-01", kind=Kind.LIVE_STREAM),
        a_dated_activity("Photos", "2026-10-02", "2026-10-09"),
        a_bridge(
            "invitation", "evening", Pattern.ANNOUNCES, mechanism=Mechanism.PROMO_CODE, mechanism_detail="X"
        ),
        a_bridge("evening", "stream", Pattern.IS_STREAMED_AS),
        a_bridge("evening", "photos", Pattern.CARRIES_ON_AS),
    )
    (moment,) = document(plan).integration.moments
    assert (moment.title, moment.detail) == ("Evening", f"1 Oct{BETWEEN}Joe")
    assert [(each.title, each.tie) for each in moment.before] == [
        ("Invitation", f"announces{BETWEEN}promo code")
    ]
    assert [each.title for each in moment.during] == ["Stream"]
    assert [each.title for each in moment.after] == ["Photos"]


def test_offline_moments_without_a_bridge_are_named_and_cancelled_ones_are_not() -> None:
    plan = a_plan(
        a_dated_activity("Evening", "2026-10-01", kind=Kind.EVENT),
        a_dated_activity("Photos", "2026-10-02"),
        a_bridge("evening", "photos", Pattern.CARRIES_ON_AS),
        an_activity("Posters", Kind.PRINT),
        an_activity("Tour", Kind.EVENT, status=ActivityStatus.CANCELLED),
    )
    assert document(plan).integration.notes == ("Not joined to the online side: Posters.",)


def test_moments_beyond_the_first_few_are_counted() -> None:
    records = []
    for number in range(10):
        records.append(a_dated_activity(f"Evening {number}", "2026-10-01", kind=Kind.EVENT))
        records.append(a_dated_activity(f"Photos {number}", "2026-10-02"))
        records.append(a_bridge(f"evening-{number}", f"photos-{number}", Pattern.CARRIES_ON_AS))
    integration = document(a_plan(records)).integration
    assert len(integration.moments) == 8
    assert integration.notes == ("2 more offline moments are joined: see the key to the bridges.",)


def test_the_approvals_are_those_of_the_latest_version() -> None:
    versions = [Version(id=f"v{n}", number=n, day=TODAY, note="") for n in (1, 2)]
    approvals = [
        Approval(
            id=f"a{n}",
            version_id=f"v{n}",
            who=f"Person {n}",
            role="",
            decision=Decision.APPROVED,
            day=TODAY,
            note="",
        )
        for n in (1, 2)
    ]
    entries = document(a_plan(versions, approvals)).approvals.entries
    assert [each.who for each in entries] == ["Person 2"]


# -- money -----------------------------------------------------------------------------------------------


def test_the_facts_of_the_money_add_up() -> None:
    line = a_line(6_000_00, label="Stand")
    posting = Posting(id="p", line_id=line.id, day=TODAY, kind=PostingKind.COMMITTED, amount=7_000_50)
    draw = ReserveDraw(id="d", day=TODAY, amount=400_00, reason="Rain")
    money = document(a_plan(line, posting, draw, budget_total=10_000_00)).money
    assert facts(money.facts) == {
        "Total budget": "€10,000",
        "Reserve": "€1,000",
        "Planned": "€6,000",
        "Committed": "€7,000.50",
        "Left to plan": "€2,399.50",
    }


def test_money_beyond_the_budget_is_said_so() -> None:
    money = document(a_plan(a_line(12_000_00), budget_total=10_000_00)).money
    assert facts(money.facts)["Over the budget"] == "€3,000"


def test_minor_units_are_printed_everywhere_as_soon_as_one_amount_has_some() -> None:
    whole = document(a_plan(a_line(100_00), a_line(200_00))).money.lines
    broken = document(a_plan(a_line(100_00), a_line(200_01))).money.lines
    assert whole is not None
    assert broken is not None
    assert (whole.footer[-1], broken.footer[-1]) == ("300", "300.01")


@pytest.mark.parametrize(
    ("online", "verdict"),
    [(50_00, "within the target of 40–55%"), (10_00, "below the target"), (90_00, "above the target")],
)
def test_the_online_share_is_compared_with_its_band(online: int, verdict: str) -> None:
    lines = (a_line(online), a_line(100_00 - online, Meets.OFFLINE))
    plan = a_plan(*lines, online_share_from=Decimal("0.40"), online_share_to=Decimal("0.55"))
    share = document(plan).money.share
    assert share is not None
    assert verdict in share.verdict
    assert share.band is not None
    assert (share.band.start, share.band.end) == (0.4, 0.55)


def test_the_bar_of_shares_says_in_words_what_it_shows() -> None:
    share = document(a_plan(a_line(75_00), a_line(25_00, Meets.OFFLINE))).money.share
    assert share is not None
    assert "Online €75 (75%), Offline €25 (25%)" in share.alt


def test_columns_without_money_are_left_out_but_never_the_two_sides() -> None:
    matrix = document(a_plan(a_line(75_00))).money.matrix
    assert matrix is not None
    assert matrix.header == ("Filed under", "Online", "Offline", "Total", "Online share")
    assert matrix.rows == (("Nobody named", "75", "–", "75", "100%"),)


def test_lines_are_grouped_by_what_they_are_for_with_the_sum_of_each_group() -> None:
    lines = [
        a_line(1_00, activity="reviews", label="A", position=0),
        a_line(2_00, label="B", position=1),
        a_line(4_00, activity="reviews", label="C", position=2),
    ]
    table = document(a_plan(an_activity("Reviews"), lines)).money.lines
    assert table is not None
    shown = [(each.group, each.cells[0], each.cells[4]) for each in table.rows]
    assert shown == [
        (True, "Reviews", "5"),
        (False, "A", "1"),
        (False, "C", "4"),
        (True, "The campaign", "2"),
        (False, "B", "2"),
    ]


def test_a_line_in_another_currency_says_what_it_is_there_and_at_which_rate() -> None:
    line = a_line(2_000_00, label="Stand", currency="GBP", exchange_rate=Decimal("1.2"))
    table = document(a_plan(line)).money.lines
    assert table is not None
    assert table.rows[1].note == "£2,000.00 at 1.2"
    assert table.footer == ("Total", "2,400.00")


def test_a_line_without_a_rate_is_out_of_the_totals_and_said_so() -> None:
    money = document(a_plan(a_line(2_000_00, currency="GBP"), a_line(1_00))).money
    assert money.remarks == ("1 line in another currency has no rate and is not in the totals.",)
    assert money.lines is not None
    assert money.lines.rows[1].note == "£2,000.00, no rate"


# -- timeline and details --------------------------------------------------------------------------------


def test_the_key_numbers_bridges_as_the_drawing_does_and_open_ones_after_them() -> None:
    plan = a_plan(
        a_dated_activity("Evening", "2026-10-01", kind=Kind.EVENT),
        a_dated_activity("Photos", "2026-10-02"),
        a_dated_activity("Reviews", "2026-11-02"),
        an_activity("Later"),
        a_bridge("evening", "reviews", Pattern.CARRIES_ON_AS),
        a_bridge("evening", "later", Pattern.CARRIES_ON_AS),
        a_bridge("evening", "photos", Pattern.CARRIES_ON_AS),
    )
    numbers = {path.bridge_id: path.number for path in arrange(plan).bridges}
    key = document(plan).timeline.bridges
    assert [each.number for each in key] == ["1", "2", "3"]
    assert [each.target for each in key][numbers["evening~photos"] - 1] == "Photos"
    assert (key[2].target, key[2].state, key[2].gap) == ("Later", "open", "–")


def test_a_broken_bridge_says_by_how_many_days() -> None:
    plan = a_plan(
        a_dated_activity("Clinic", "2026-10-01", kind=Kind.SERVICE_CLINIC),
        a_dated_activity("Tips", "2026-10-16"),
        a_bridge("clinic", "tips", Pattern.CARRIES_ON_AS),
    )
    (entry,) = document(plan).timeline.bridges
    assert (entry.gap, entry.state_text) == ("15 days", "broken, 8 days off")


def test_activities_without_dates_are_listed() -> None:
    plan = a_plan(an_activity("Later", owner="Joe"), a_dated_activity("Now", "2026-10-01"))
    assert [each.title for each in document(plan).timeline.undated] == ["Later"]


def test_every_activity_is_listed_by_its_first_day_with_each_of_its_runs() -> None:
    plan = a_plan(
        an_activity("Undated"),
        a_dated_activity("Second", "2026-10-01", "2026-10-04"),
        a_dated_activity("First", "2026-09-01"),
    )
    entries = document(plan).activities.entries
    assert [(each.title, *map(without_thin_spaces, each.days)) for each in entries] == [
        ("First", "1 Sept 2026"),
        ("Second", "1–4 Oct 2026"),
        ("Undated", "no dates yet"),
    ]


def test_a_long_list_of_activities_is_in_quarters_by_the_first_day() -> None:
    days = [f"2026-{month:02}-{day:02}" for month in (6, 7, 9, 10) for day in range(1, 29)]
    dated = [a_dated_activity(f"{day} {n}", day, id=f"{day}{n}") for day in days for n in range(2)]
    plan = a_plan(*dated, an_activity("Undated"))
    groups = document(plan).activities.groups
    assert [each.name for each in groups] == [
        "2nd quarter 2026",
        "3rd quarter 2026",
        "4th quarter 2026",
        "Without dates yet",
    ]
    assert {each.title[:7] for each in groups[1].entries} == {"2026-07", "2026-09"}
    assert len(document(plan).activities.entries) == len(dated) + 1
    assert len(dated) + 1 > LONG_LIST


def test_a_quarter_shares_the_last_page_of_the_one_before_while_that_is_mostly_free() -> None:
    months = {2: 3, 5: 4, 8: 70, 11: 20, 12: 1}
    dated = [
        a_dated_activity(f"{month} {n}", f"{2025 + (month == 12)}-{month:02}-07", id=f"{month}-{n}")
        for month, count in months.items()
        for n in range(count)
    ]
    groups = document(a_plan(*dated)).activities.groups
    assert [(len(each.entries), each.begins_page) for each in groups][:2] == [(3, False), (4, False)]
    assert groups[-1].begins_page


def test_a_short_list_of_activities_is_one_group_without_a_name() -> None:
    plan = a_plan(a_dated_activity("Now", "2026-06-30"), a_dated_activity("Then", "2026-07-01"))
    assert [each.name for each in document(plan).activities.groups] == [""]


def test_an_activity_names_the_aims_it_serves() -> None:
    aims = [an_aim("One", position=1), an_aim("Two", position=0)]
    plan = a_plan(aims, an_activity("Talk"), a_contribution("talk", "one"), a_contribution("talk", "two"))
    assert document(plan).activities.entries[0].aims == ("Two", "One")


def test_a_measure_says_how_it_stands() -> None:
    kpi = Kpi(id="k", activity_id="talk", name="Posts", unit="posts", how_measured="count", by_whom="Joe")
    readings = [Reading(id=f"r{n}", kpi_id="k", day=date(2026, 9, n), value=Decimal(n * 10)) for n in (2, 1)]
    (entry,) = document(a_plan(an_activity("Talk"), kpi, readings)).measures
    assert (entry.name, entry.of, entry.how) == ("Posts", "Talk", "count, Joe")
    assert (entry.latest, entry.latest_day) == ("20", "2 Sept 2026")


def test_what_audiences_and_ambassadors_pass_on_is_said() -> None:
    audience = Audience(id="a", name="Regulars", gathers_online="Discord")
    influence = Influence(
        id="i", from_audience_id=None, to_audience_id="a", passed_on="recipes", given_to_pass_on="codes"
    )
    details = document(a_plan(audience, influence)).audience_details
    assert [(each.name, each.online, each.passed) for each in details] == [
        ("Regulars", "Discord", ()),
        ("Ambassadors", "", (Passed("recipes", f"to Regulars{BETWEEN}given: codes"),)),
    ]


def test_the_locale_of_the_options_forms_days_and_money() -> None:
    plan = a_plan(a_line(1_313_64), first_day="2026-08-24", last_day="2026-11-30")
    german = document(plan, "de_DE")
    assert german.head.byline[-1] == "3. August 2026"
    assert german.money.lines is not None
    assert german.money.lines.footer[-1] == "1.313,64"


def test_the_metadata_name_the_campaign_its_author_and_how_far_it_has_come() -> None:
    plan = a_plan(brand="Northwind", brief=BriefTexts(author="Mara", organisation="Northwind plc"))
    meta = document(plan).meta
    assert (meta.title, meta.authors) == (plan.campaign.title, ("Mara", "Northwind plc"))
    assert meta.keywords == ("campaign brief", "Northwind", "Draft")
    assert (meta.language, meta.region, meta.day) == ("en", "GB", (2026, 8, 3))


def test_the_foot_keeps_the_stamp_and_the_day_when_the_title_is_long() -> None:
    running = document(a_plan(title="Long title " * 36)).meta.running
    assert running.endswith(BETWEEN.join(("…", "Draft", "3 Aug 2026")))
