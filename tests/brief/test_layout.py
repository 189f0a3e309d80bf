"""What a designer would see to: nothing stands alone, nothing is torn apart, no page is left nearly empty."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from campaignplanner.brief.options import ONE_PAGE, BriefOptions, Paper, Section
from campaignplanner.brief.orders import BriefOrder
from campaignplanner.brief.render import BriefRenderer
from campaignplanner.domain.activity import Kind
from campaignplanner.domain.aim import Kpi
from campaignplanner.domain.campaign import BriefTexts
from campaignplanner.domain.plan import Plan
from tests.brief.reading import MARGIN, TODAY, placed_texts, plain
from tests.builders import (
    a_bridge,
    a_contribution,
    a_dated_activity,
    a_flight,
    a_line,
    a_plan,
    an_activity,
    an_aim,
)
from tests.planning.real_campaigns import sample


def texts_of(renderer: BriefRenderer, plan: Plan, options: BriefOptions) -> list[str]:
    """The text of each page, as it is laid out line by line."""
    made = renderer.render(BriefOrder.of(plan, options, TODAY))
    return [page.extract_text() for page in PdfReader(BytesIO(made.files[0])).pages]


def grouped_lines() -> Plan:
    activities = [an_activity(f"Group {number:02}", id=f"a{number}") for number in range(40)]
    counts = [90 if number == 20 else 3 for number in range(40)]
    return a_plan(
        activities,
        [
            a_line(1000, activity=activity, label=f"Line {number:02}.{each:02}")
            for number, (activity, count) in enumerate(zip(activities, counts, strict=True))
            for each in range(count)
        ],
    )


@pytest.mark.parametrize("paper", Paper)
def test_lines_of_the_budget_always_stand_below_the_name_of_their_group(
    paper: Paper, renderer: BriefRenderer
) -> None:
    options = BriefOptions(sections=(Section.MONEY,), paper=paper)
    pages = texts_of(renderer, grouped_lines(), options)
    said = [re.findall(r"Group \d\d|Line \d\d", page.partition("Budget lines")[2] or page) for page in pages]
    assert sum(bool(each) for each in said) > 2
    for texts in filter(None, said):
        assert texts[0].startswith("Group")
        assert texts[-1].startswith("Line")
        for before, line in pairwise(texts):
            assert line.startswith("Group") or line[-2:] == before[-2:]


def test_a_short_key_to_the_bridges_stands_below_the_timeline(renderer: BriefRenderer) -> None:
    pages = texts_of(renderer, sample("autumn_blend"), BriefOptions(sections=(Section.TIMELINE,)))
    assert len(pages) == 1
    assert "Key to the bridges" in pages[0]


def test_a_plan_without_days_has_no_page_for_a_timeline_that_lists_what_is_listed_anyhow(
    renderer: BriefRenderer,
) -> None:
    plan = a_plan(an_activity("Tasting bars", Kind.EVENT))
    assert not any("The timeline" in each for each in texts_of(renderer, plan, BriefOptions()))
    alone = BriefOptions(sections=(Section.CAMPAIGN, Section.TIMELINE))
    assert "Tasting bars" in texts_of(renderer, plan, alone)[1]


def test_what_a_draft_lacks_stands_on_page_one_where_there_is_room(renderer: BriefRenderer) -> None:
    begun = BriefTexts(situation="Sales fall.")
    pages = texts_of(renderer, a_plan(an_aim(), brief=begun), BriefOptions())
    assert [page.count("Still open") for page in pages] == [1, *[0] * (len(pages) - 1)]
    full = replace(begun, situation="Sales fall, and nobody knows why. " * 130)
    pages = texts_of(renderer, a_plan(an_aim(), brief=full), BriefOptions())
    assert "Still open" not in pages[0]
    assert sum(page.count("Still open") for page in pages) == 1


def test_long_words_are_hyphenated_and_addresses_are_not(renderer: BriefRenderer) -> None:
    word = "Kundenzufriedenheitsbefragungsergebnisse"
    address = "https://example.org/" + "a1b2c3" * 12
    aim = an_aim(word, id="aim", why=address)
    talk = an_activity(word, id="talk", channel="Elektrofahrradverleihstationseröffnung")
    options = BriefOptions(language="de", locale="de_DE")
    plan = a_plan(aim, talk, a_flight(talk, "2026-09-01", "2026-09-02"), a_contribution(talk, aim))
    text = "\n".join(texts_of(renderer, plan, options))
    torn = [line.strip() for line in text.splitlines() if line.strip().endswith("\u00ad")]
    assert any(word.startswith(each.removesuffix("\u00ad")) for each in torn)
    assert not any("a1b2c3" in each for each in torn)


def test_long_words_in_small_type_beside_others_are_hyphenated_too(renderer: BriefRenderer) -> None:
    word = "Nachbarschaftshilfekoordinierungsstelle"
    event, talk = an_activity("Treffen", Kind.EVENT, id="e", owner=word), an_activity("Bilder", id="t")
    tie = a_bridge(event, talk, mechanism_detail=word)
    options = BriefOptions(language="de", locale="de_DE", sections=(Section.INTEGRATION,))
    text = "\n".join(texts_of(renderer, a_plan(event, talk, tie), options))
    pieces = re.findall(r"\w{3,}", text.replace("\u00ad\n", ""))
    assert pieces.count(word) == 2


def test_an_address_never_gets_a_hyphen_that_is_not_its_own(renderer: BriefRenderer) -> None:
    address = "https://example.org/governance-and-spending/sharing-our-information/log"
    notes = "\n".join("of " * count + address for count in range(24))
    options = BriefOptions(sections=(Section.PRACTICALITIES,))
    plan = a_plan(notes=notes, brief=BriefTexts(legal="See the terms, which bind. " * 60))
    text = "\n".join(texts_of(renderer, plan, options))
    assert plain(text).count(address) == 24


def test_what_people_sign_stands_below_the_money_where_there_is_room(renderer: BriefRenderer) -> None:
    options = BriefOptions(sections=(Section.MONEY, Section.APPROVALS))
    (page,) = texts_of(renderer, a_plan(a_line(1000)), options)
    assert "Signature" in page


def test_a_table_of_a_few_rows_is_not_torn(renderer: BriefRenderer) -> None:
    months = [a_line(1000, activity=f"m{n}", label="Costs") for n in range(4)]
    talks = [an_activity(f"Talk {n}", id=f"m{n}") for n in range(4)]
    flights = [a_flight(f"m{n}", f"2026-0{n + 4}-01", f"2026-0{n + 4}-20") for n in range(4)]
    for holders in range(10, 40, 2):
        lines = [a_line(1000, filed_under=f"Holder {n}") for n in range(holders)]
        plan = a_plan(talks, flights, months, lines)
        pages = texts_of(renderer, plan, BriefOptions(sections=(Section.MONEY,)))
        (page,) = [each for each in pages if "By month" in each]
        assert all(month in page for month in ("April 2026", "May 2026", "June 2026", "July 2026"))


def test_no_page_ends_with_a_heading_and_a_single_row(renderer: BriefRenderer) -> None:
    talk = a_dated_activity("Talk", "2026-01-01", "2026-12-31")
    for holders in range(10, 44, 3):
        lines = [a_line(1000, filed_under=f"Holder {n}", activity="talk") for n in range(holders)]
        pages = texts_of(renderer, a_plan(talk, lines), BriefOptions(sections=(Section.MONEY,)))
        (page,) = [each.partition("By month")[2] for each in pages if "By month" in each]
        assert all(month in page for month in ("January", "February", "March"))
        (page,) = [each.partition("Budget lines")[2] for each in pages if "Budget lines" in each]
        assert page.count("Costs") > 1


def test_aims_without_any_measure_have_no_columns_for_what_measures_would_say(
    renderer: BriefRenderer,
) -> None:
    (page,) = texts_of(renderer, a_plan(an_aim()), BriefOptions(sections=ONE_PAGE))
    assert "No measure yet" in page
    assert "From" not in page
    kpi = Kpi(id="kpi", aim_id="win-members", name="Members")
    (page,) = texts_of(renderer, a_plan(an_aim(), kpi), BriefOptions(sections=ONE_PAGE))
    assert "From" in page


def test_texts_go_to_the_column_that_holds_less(renderer: BriefRenderer) -> None:
    texts = BriefTexts(situation="Situations change. " * 25, problem="Nobody asks.", learnt="Ask. " * 20)
    order = BriefOrder.of(a_plan(brief=texts), BriefOptions(sections=ONE_PAGE), TODAY)
    page = PdfReader(BytesIO(renderer.render(order).files[0])).pages[0]
    lefts = {each.text: each.left for each in placed_texts(page)}
    assert lefts["Situation"] < lefts["Problem"] == lefts["What was tried and learnt"]


def test_the_times_of_a_run_stay_on_one_line(renderer: BriefRenderer) -> None:
    pages = texts_of(renderer, sample("autumn_blend"), BriefOptions(sections=(Section.ACTIVITIES,)))
    lines = [line for page in pages for line in page.replace("\u2060", "").splitlines()]
    times = [line for line in lines if re.search(r"\d\d:\d\d–", line)]
    assert len(times) > 5
    assert all(re.search(r"\d\d:\d\d–\d\d:\d\d", line) for line in times)


def test_short_practicalities_stay_on_one_page(renderer: BriefRenderer) -> None:
    pages = texts_of(renderer, sample("autumn_blend"), BriefOptions())
    (page,) = [each for each in pages if "Mandatories" in each]
    assert all(each in plain(page) for each in ("Brandrules", "Suppliers", "Notes"))


def test_bridges_between_activities_without_days_are_still_told(renderer: BriefRenderer) -> None:
    event, talk = an_activity("Event", Kind.EVENT, id="e"), an_activity("Talk", id="t")
    plan = a_plan(event, talk, a_bridge(event, talk))
    pages = texts_of(renderer, plan, BriefOptions(sections=(Section.TIMELINE,)))
    assert "Key to the bridges" in pages[0]


def test_what_is_said_of_a_bridge_goes_on_over_pages_where_none_holds_it(renderer: BriefRenderer) -> None:
    event, talk = an_activity("Event", Kind.EVENT, id="e"), an_activity("Talk", id="t")
    flights = [a_flight(each, "2026-09-01", "2026-09-20") for each in (event, talk)]
    long = " ".join(f"word{number}" for number in range(1200))
    plan = a_plan(event, talk, flights, a_bridge(event, talk, mechanism_detail=long))
    order = BriefOrder.of(plan, BriefOptions(sections=(Section.TIMELINE,)), TODAY)
    pages = PdfReader(BytesIO(renderer.render(order).files[0])).pages
    read = "".join(plain(page.extract_text()) for page in pages)
    assert all(f"word{number}" in read for number in range(1200))
    lowest = min(each.baseline for page in pages for each in placed_texts(page))
    assert lowest > MARGIN / 2


def test_many_bridges_go_on_over_pages_below_their_header(renderer: BriefRenderer) -> None:
    records: list[object] = []
    for number in range(60):
        event = an_activity(f"Event {number}", Kind.EVENT, id=f"e{number}")
        talk = an_activity(f"Talk {number}", id=f"t{number}")
        day = TODAY + timedelta(days=number)
        records += [event, talk, a_flight(event, day, day), a_flight(talk, day, day), a_bridge(event, talk)]
    pages = texts_of(renderer, a_plan(records), BriefOptions(sections=(Section.TIMELINE,)))
    keyed = [page for page in pages if "holds" in page or "broken" in page]
    assert all("Mechanism" in page or "State" in page for page in keyed[1:])
