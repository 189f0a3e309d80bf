from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.budget import PostingKind
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.line_cells import LineSurroundings
from campaignplanner.exchange.pasted_postings import postings_text, read_postings
from campaignplanner.planning.typed_amounts import NumberWords
from campaignplanner.services.commands.lines import MakePostings
from tests.builders import a_line, a_plan
from tests.exchange.test_pasted_rows import around as rows_around
from tests.planning.money_plans import postings

GERMAN = NumberWords(",", ".")
PLAN = a_plan(a_line(id="venue", label="Venue hire"), a_line(id="print", label="Print"))


def around(plan: Plan = PLAN) -> LineSurroundings:
    return LineSurroundings(plan=plan, numbers=GERMAN, days=rows_around().days, today=date(2026, 9, 1))


def test_rows_become_postings_of_the_chosen_line_in_any_order_of_columns() -> None:
    found = read_postings(
        "2026-10-03\t1.250,50\tgebucht\tPO 7\nRechnung\t-20,00\t2026-10-04", "venue", around()
    )
    assert found.troubles == ()
    assert [(each.day.day, each.amount, each.kind, each.reference) for each in found.made] == [
        (3, 125_050, PostingKind.COMMITTED, "PO 7"),
        (4, -20_00, PostingKind.ACTUAL, ""),
    ]
    assert {each.line_id for each in found.made} == {"venue"}


def test_rows_may_name_their_lines() -> None:
    found = read_postings(
        "2026-10-03\tPrint\t5,00\n2026-10-03\tvenue hire\t6,00\n2026-10-03\t7,00", None, around()
    )
    assert [each.line_id for each in found.made] == ["print", "venue"]
    assert [each.sentence for each in found.troubles] == ["This row names no budget line of the plan."]


def test_a_row_that_lacks_something_is_named_and_a_heading_is_not() -> None:
    found = read_postings("Tag\tBetrag\nsoon\t5,00\n2026-10-03\tfive", "venue", around())
    assert found.made == ()
    assert [(each.row, each.sentence) for each in found.troubles] == [
        (1, "This row has no day."),
        (2, "This row has no amount."),
    ]


@given(st.lists(postings("venue"), max_size=4))
def test_postings_that_are_copied_are_understood_again(posted: list[object]) -> None:
    plan = a_plan(a_line(id="venue"), posted)
    text = postings_text(plan, "venue", GERMAN, date.isoformat)
    found = read_postings(text, "venue", around(a_plan(a_line(id="venue"))))
    assert found.troubles == ()
    assert [(each.day, each.kind, each.amount) for each in found.made] == [
        (each.day, each.kind, each.amount) for each in plan.postings_of("venue")
    ]


@given(st.text(max_size=60))
def test_any_text_at_all_gives_postings_or_sentences(text: str) -> None:
    found = read_postings(text, "venue", around())
    PLAN.applying(MakePostings(found.made).changes(PLAN))
