"""What stands in the plan stands on paper: read back from the brief of each sample."""

from pypdf import PdfReader

from campaignplanner.brief.formats import Formats
from campaignplanner.planning.budgeting import matrix, split_by_aim, totals
from tests.brief.reading import MARGIN, TODAY, Brief, overlaps, placed_texts


def formats(brief: Brief) -> Formats:
    return Formats("en_GB", brief.plan.campaign.currency)


def has_amount(brief: Brief, amount: int) -> bool:
    """Amounts are printed with or without their minor units, but never otherwise."""
    shown = formats(brief)
    return brief.says(shown.money(amount)) or brief.says(shown.headline(amount)) or not amount


def test_the_title_and_the_brand_head_the_first_page(brief: Brief) -> None:
    for text in (brief.plan.campaign.title, brief.plan.campaign.brand):
        assert "".join(text.split()) in brief.pages[0]


def test_every_aim_is_there_with_why(brief: Brief) -> None:
    missing = [
        aim.statement
        for aim in brief.plan.aims.values()
        if not (brief.says(aim.statement) and brief.says(aim.why))
    ]
    assert missing == []


def test_every_measure_is_there_with_baseline_target_and_due_day(brief: Brief) -> None:
    shown = formats(brief)
    for kpi in brief.plan.kpis.values():
        assert brief.says(kpi.name)
        assert brief.says(shown.measured(kpi.baseline, kpi.unit))
        assert brief.says(shown.measured(kpi.target, kpi.unit))
        assert kpi.due_day is None or brief.says(shown.day(kpi.due_day))


def test_every_audience_is_there_with_what_it_does_and_should_do(brief: Brief) -> None:
    for audience in brief.plan.audiences.values():
        for text in (audience.name, audience.behaviour_now, audience.behaviour_wanted):
            assert brief.says(text)


def test_every_activity_is_there(brief: Brief) -> None:
    missing = [each.title for each in brief.plan.activities.values() if not brief.says(each.title)]
    assert missing == []


def test_every_run_is_there_with_its_days(brief: Brief) -> None:
    shown = formats(brief)
    missing = [each for each in brief.plan.flights.values() if not brief.says(shown.span(each.span))]
    assert missing == []


def test_every_bridge_is_in_the_key_with_both_its_ends(brief: Brief) -> None:
    for bridge in brief.plan.bridges.values():
        source = brief.plan.activities[bridge.source_id].title
        target = brief.plan.activities[bridge.target_id].title
        assert brief.says(bridge.pattern.value)
        assert brief.says(source + target)


def test_every_budget_line_is_there_with_its_amount(brief: Brief) -> None:
    shown = formats(brief)
    for line in brief.plan.lines.values():
        assert brief.says(line.label)
        if line.currency in (None, brief.plan.campaign.currency):
            assert brief.says(shown.amount(line.planned)) or brief.says(shown.headline(line.planned)[1:])


def test_the_totals_are_those_of_the_plan_to_the_cent(brief: Brief) -> None:
    known = totals(brief.plan)
    assert all(has_amount(brief, amount) for amount in (known.total, *known.parts))


def test_the_rows_by_holder_and_by_aim_are_those_of_the_plan(brief: Brief) -> None:
    shown = formats(brief)
    rows = [row.totals.total for row in matrix(brief.plan).rows]
    rows += [part.total for part in split_by_aim(brief.plan).values()]
    for amount in rows:
        whole = shown.amount(amount).removesuffix(".00")
        assert not amount or brief.says(whole)


def test_every_approval_of_the_latest_version_is_there(brief: Brief) -> None:
    versions = brief.plan.versions_in_order
    approvals = brief.plan.approvals_of(versions[-1].id) if versions else ()
    assert all(brief.says(each.who) and brief.says(each.decision.value) for each in approvals)


def test_the_notes_with_their_sources_are_there(brief: Brief) -> None:
    assert brief.says(brief.plan.campaign.notes)


def test_the_day_of_the_brief_is_there(brief: Brief) -> None:
    assert formats(brief).long_day(TODAY).replace(" ", "") in brief.pages[0]


def test_nothing_in_the_samples_is_unprintable(brief: Brief) -> None:
    assert brief.result.unprintable == ()


def test_the_result_counts_the_pages_that_are_there(brief: Brief) -> None:
    assert brief.result.pages == len(brief.pages)


def test_each_page_says_which_one_it_is(brief: Brief) -> None:
    count = len(brief.pages)
    assert all(f"Page{number}of{count}" in page for number, page in enumerate(brief.pages, start=1))


def test_the_campaign_fits_on_one_page_and_the_timeline_follows(brief: Brief) -> None:
    assert "Approvals" in brief.pages[0]
    assert any("Thetimeline" in page for page in brief.pages[1:3]) == bool(brief.plan.flights)


def test_no_text_leaves_its_page_or_runs_into_another(brief: Brief) -> None:
    for page in PdfReader(brief.path).pages:
        texts = placed_texts(page)
        assert overlaps(texts) == []
        assert all(each.left > MARGIN and each.right < float(page.mediabox.width) - MARGIN for each in texts)
