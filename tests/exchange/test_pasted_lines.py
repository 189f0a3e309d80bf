from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.budget import BudgetLine, CostType, Meets, PhasingMode
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.line_cells import LineSurroundings, read_cell, written_cell
from campaignplanner.exchange.line_words import LineColumn
from campaignplanner.exchange.pasted_lines import lines_text, read_block, read_rows
from campaignplanner.planning.typed_amounts import NumberWords
from campaignplanner.services.commands.lines import PasteCells
from tests.builders import a_line, a_plan, an_activity
from tests.exchange.test_pasted_rows import around as rows_around

ENGLISH = NumberWords(".", ",")
GERMAN = NumberWords(",", ".")
RALLY = an_activity("Rally in Graz")
VENUE = a_line(100, id="venue", label="Venue", position=0)
PRINT = a_line(50, id="print", label="Print", position=1)
C = LineColumn


def around(plan: Plan, numbers: NumberWords = ENGLISH) -> LineSurroundings:
    return LineSurroundings(plan=plan, numbers=numbers, days=rows_around().days, today=date(2026, 9, 1))


def a_money_plan(**campaign: Any) -> Plan:
    return a_plan(RALLY, VENUE, PRINT, **{"budget_total": 1_000_00, **campaign})


def read(column: LineColumn, text: str, line: BudgetLine = VENUE, numbers: NumberWords = ENGLISH) -> Any:
    (value,) = read_cell(column, text, line, around(a_money_plan(), numbers)).values()
    return value


# -- one cell ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        (C.LABEL, " Big  venue ", "Big venue"),
        (C.ACTIVITY, "rally in graz", RALLY.id),
        (C.ACTIVITY, "", None),
        (C.COST_TYPE, "Agency fee", CostType.AGENCY_FEE),
        (C.MEETS, "both", Meets.BOTH),
        (C.MEETS, "", Meets.NOT_SAID),
        (C.WORKING, "No", False),
        (C.QUANTITY, "1,200.5", Decimal("1200.5")),
        (C.PLANNED, "30%", 300_00),
        (C.PLANNED, "=total*0.3", 300_00),
        (C.PLANNED, "", 0),
        (C.FORECAST, "", None),
        (C.CURRENCY, "usd", "USD"),
        (C.CURRENCY, "EUR", None),
        (C.EXCHANGE_RATE_DAY, "2026-10-03", date(2026, 10, 3)),
    ],
)
def test_a_cell_says_what_a_field_becomes(column: LineColumn, text: str, value: object) -> None:
    assert read(column, text) == value


def test_amounts_have_the_locales_decimal_comma() -> None:
    assert read(C.PLANNED, "1.250,50", numbers=GERMAN) == 1_250_50


def test_a_share_for_a_line_in_another_currency_is_converted_by_its_rate() -> None:
    yen = a_line(0, currency="JPY", exchange_rate=Decimal("0.005"))
    assert read(C.PLANNED, "10%", yen) == 20_000
    with pytest.raises(PlanError, match="no total in JPY"):
        read(C.PLANNED, "10%", a_line(0, currency="JPY"))


def test_another_way_of_spreading_keeps_what_was_typed() -> None:
    assert read(C.PHASING, "by month").mode is PhasingMode.BY_MONTH


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [
        (C.LABEL, " ", "needs a label"),
        (C.ACTIVITY, "Nowhere", "no activity called “Nowhere”"),
        (C.MEETS, "moon", "“moon” is no place to meet customers"),
        (C.WORKING, "perhaps", "neither yes nor no"),
        (C.PLANNED, "-5", "not below zero"),
        (C.PLANNED, "5 USD", "is in USD"),
        (C.CURRENCY, "dollar", "three capital letters"),
        (C.ACTUAL, "5", "follows from the postings"),
    ],
)
def test_what_a_cell_cannot_mean_is_refused_in_a_sentence(
    column: LineColumn, text: str, sentence: str
) -> None:
    with pytest.raises(PlanError, match=sentence):
        read(column, text)


# -- out and in again --------------------------------------------------------------------------------------

COLUMNS = [column for column in C if column not in (C.COMMITTED, C.ACTUAL, C.EXPOSURE)]
words = st.sampled_from(["", "Print House", "two words", "tab\there", 'quote"d'])


@st.composite
def any_line(draw: st.DrawFn) -> BudgetLine:
    currency = draw(st.sampled_from([None, "JPY", "KWD"]))
    return a_line(
        draw(st.integers(0, 10**11)),
        draw(st.sampled_from(Meets)),
        draw(st.sampled_from([None, RALLY])),
        id="line",
        label=draw(st.sampled_from(["Costs", "Big venue"])),
        cost_type=draw(st.sampled_from(CostType)),
        working=draw(st.booleans()),
        supplier=draw(words).strip(),
        forecast=draw(st.one_of(st.none(), st.integers(0, 10**11))),
        closed=draw(st.booleans()),
        currency=currency,
        exchange_rate=draw(st.sampled_from([None, Decimal("0.0061")])),
        exchange_rate_day=draw(st.sampled_from([None, date(2026, 10, 3)])),
        tax_note=draw(words).strip(),
    )


@given(any_line(), st.sampled_from([ENGLISH, GERMAN]))
def test_what_is_copied_is_understood_again(line: BudgetLine, numbers: NumberWords) -> None:
    plan = a_plan(RALLY, line)
    text = lines_text(plan, ["line"], COLUMNS, numbers, date.isoformat)
    other = a_line(1, id="line", label="Other", meets=Meets.BOTH, filed_under="x", supplier="y")
    emptied = a_plan(RALLY, other)
    block = read_block(text, COLUMNS, ["line"], around(emptied, numbers))
    assert block.troubles == ()
    after = emptied.applying(PasteCells(block.edits).changes(emptied))
    columns = [each for each in COLUMNS if each not in (C.QUANTITY, C.UNIT_PRICE)]
    assert [written_cell(each, after.lines["line"], after, numbers, date.isoformat) for each in columns] == [
        written_cell(each, line, plan, numbers, date.isoformat) for each in columns
    ]


def test_whole_lines_are_copied_with_their_headings() -> None:
    text = lines_text(
        a_money_plan(), ["print", "venue"], [C.LABEL, C.PLANNED], GERMAN, date.isoformat, with_headings=True
    )
    assert text == "Line\tPlanned\nPrint\t0,50\nVenue\t1,00\n"


# -- a block -----------------------------------------------------------------------------------------------


def test_a_block_goes_into_the_cells_below_and_beyond_the_last_line_makes_lines() -> None:
    plan = a_money_plan()
    block = read_block(
        "1\toffline\n2\tboth\n3\tonline", [C.PLANNED, C.MEETS], ["venue", "print"], around(plan)
    )
    assert block.edits == (
        ("venue", {"planned": 100, "meets": Meets.OFFLINE}),
        ("print", {"planned": 200, "meets": Meets.BOTH}),
    )
    assert [(line.planned, line.meets) for line in block.made] == [(300, Meets.ONLINE)]
    found = PasteCells(block.edits, block.made).changes(plan)
    after = plan.applying(found)
    assert [line.planned for line in after.lines_in_order] == [100, 200, 300]
    assert after.applying(found.inverted()) == plan


def test_cells_that_are_not_understood_are_named_and_the_others_are_taken() -> None:
    block = read_block("x\t2\n3\ty\tz", [C.MEETS, C.PLANNED], ["venue"], around(a_money_plan()))
    assert block.edits == (("venue", {"planned": 200}),)
    assert [(each.row, each.column, each.text, each.line_id) for each in block.troubles] == [
        (0, C.MEETS, "x", "venue"),
        (1, C.MEETS, "3", None),
        (1, C.PLANNED, "y", None),
        (1, None, "z", None),
    ]
    assert block.made[0].note == "Customers meet it: 3\nPlanned: y\nz"


def test_an_empty_cell_between_clears_what_stands_there() -> None:
    block = read_block("1\n\n3", [C.FORECAST], ["venue", "print", "more"], around(a_money_plan_with_more()))
    assert [fields["forecast"] for _, fields in block.edits] == [100, None, 300]


def a_money_plan_with_more() -> Plan:
    return a_plan(VENUE, PRINT, a_line(id="more"))


def test_amounts_of_a_row_are_in_the_currency_that_the_row_names() -> None:
    block = read_block("1.500\tKWD", [C.PLANNED, C.CURRENCY], ["venue"], around(a_plan(VENUE), GERMAN))
    assert block.troubles == ()
    assert block.edits == (("venue", {"currency": "KWD", "planned": 1_500_000}),)


def test_quantity_times_price_stands_against_another_planned_amount_and_says_so() -> None:
    columns = [C.QUANTITY, C.UNIT_PRICE, C.PLANNED]
    plan = a_money_plan()
    block = read_block("3\t10\t99", columns, ["venue"], around(plan))
    assert [each.column for each in block.troubles] == [C.PLANNED]
    assert plan.applying(PasteCells(block.edits).changes(plan)).lines["venue"].planned == 30_00


# -- rows with headings ------------------------------------------------------------------------------------


def test_rows_of_another_budget_become_lines_by_their_headings() -> None:
    text = "Posten\tEtat\tMenge\tEinzelpreis\tKostenart\tAmpel\nFlyer\tdigital\t3\t1,50\tDruck\tgrün\n"
    block = read_rows(text, [C.LABEL, C.PLANNED], around(a_money_plan(), GERMAN))
    (line,) = block.made
    assert (line.label, line.filed_under, line.planned) == ("Flyer", "digital", 4_50)
    assert line.note == "Kostenart: Druck\nAmpel: grün"


def test_rows_without_headings_are_in_the_usual_columns() -> None:
    block = read_rows("Flyer\t450\nStand\t30 %", [C.LABEL, C.PLANNED], around(a_money_plan()))
    assert [(line.label, line.planned) for line in block.made] == [("Flyer", 450_00), ("Stand", 300_00)]


@given(st.text(max_size=80))
def test_any_text_at_all_gives_lines_or_sentences(text: str) -> None:
    plan = a_money_plan()
    for block in (
        read_block(text, COLUMNS, ["venue", "print"], around(plan)),
        read_rows(text, COLUMNS, around(plan)),
    ):
        plan.applying(PasteCells(block.edits, block.made).changes(plan))
