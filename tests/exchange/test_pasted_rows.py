"""Rows that were copied from a spreadsheet."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.activity import ActivityStatus, Kind, OwnKind, Side
from campaignplanner.domain.budget import Meets
from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.pasted_cells import PastedRow, Surroundings
from campaignplanner.exchange.pasted_rows import MOST_ROWS, rows_text, table_of, understood
from campaignplanner.exchange.row_words import Column, column_named
from campaignplanner.planning.day_words import DayWords
from campaignplanner.planning.typed_amounts import NumberWords
from campaignplanner.services.commands.activity import MakeActivity
from campaignplanner.services.commands.bulk import MakeActivities
from tests.builders import a_line, a_plan, an_aim

MONTHS = "January February March April May June July August September October November December".split()
GERMAN_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()


def around(**others: Any) -> Surroundings:
    known: dict[str, Any] = {
        "days": DayWords(months={name: number for number, name in enumerate(MONTHS, 1)}),
        "numbers": NumberWords(),
        "today": date(2026, 6, 1),
        "near": Span(date(2026, 8, 24), date(2026, 11, 30)),
    }
    return Surroundings(**{**known, **others})


def rows_of(text: str, **others: Any) -> tuple[PastedRow, ...]:
    return understood(text, around(**others)).rows


def row_of(text: str, **others: Any) -> PastedRow:
    (row,) = rows_of(text, **others)
    return row


WHOLE = (
    "Title\tSide\tKind\tFirst day\tLast day\tStatus\tOwner\tChannel/place\tPlanned\n"
    "Tasting bars\toffline\tEvent\t10 Sep\t27 Sep\tbooked\tMeera\tLeeds\t1,250.50\n"
)


def test_a_whole_row_is_understood() -> None:
    row = row_of(WHOLE)
    assert row == PastedRow(
        number=2,
        title="Tasting bars",
        side=Side.OFFLINE,
        kind=Kind.EVENT,
        span=Span(date(2026, 9, 10), date(2026, 9, 27)),
        status=ActivityStatus.BOOKED,
        owner="Meera",
        place="Leeds",
        planned=125_050,
    )


def test_a_row_in_german_is_understood() -> None:
    row = row_of(
        "Maßnahme\tArt\tBeginn\tEnde\tStatus\tVerantwortlich\tOrt\tBudget (EUR)\n"
        "Verkostung\tVeranstaltung\t10. September\t27.9.\tgebucht\tMeera\tKöln\t1.250,50 €\n",
        days=DayWords(months={name: number for number, name in enumerate(GERMAN_MONTHS, 1)}),
        numbers=NumberWords(decimal=",", group=".", currency_signs={"€": frozenset({"EUR"})}),
    )
    assert (row.title, row.kind, row.place, row.planned) == ("Verkostung", Kind.EVENT, "Köln", 125_050)
    assert row.span == Span(date(2026, 9, 10), date(2026, 9, 27))
    assert row.troubles == ()


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("TITEL", Column.TITLE),
        ("Maßnahme", Column.TITLE),
        ("Start date", Column.FIRST_DAY),
        ("Budget (EUR)", Column.PLANNED),
        ("Kanal / Ort", Column.WHERE),
        ("Zuständig", Column.OWNER),
        ("Wetter", None),
    ],
)
def test_headings_are_recognised(heading: str, column: Column | None) -> None:
    assert column_named(heading) is column


def test_columns_of_no_use_are_left_alone() -> None:
    pasted = understood("Title\tWeather\tOwner\nBars\train\tMeera", around())
    assert pasted.columns == (Column.TITLE, None, Column.OWNER)
    assert pasted.rows[0].owner == "Meera"


def test_a_heading_that_comes_twice_counts_once() -> None:
    assert understood("Title\tName\tOwner\nBars\tother\tMeera", around()).rows[0].title == "Bars"


def test_without_a_heading_columns_are_known_by_what_stands_in_them() -> None:
    pasted = understood(
        "10 Sep\tTasting bars\toffline\t27 Sep\t400\n1 Oct\tReviews\tonline\t9 Oct\t", around()
    )
    assert pasted.columns == (
        Column.FIRST_DAY,
        Column.TITLE,
        Column.SIDE,
        Column.LAST_DAY,
        Column.PLANNED,
    )
    assert pasted.headings == ()
    assert [row.title for row in pasted.rows] == ["Tasting bars", "Reviews"]


def test_a_list_of_titles_is_a_list_of_activities() -> None:
    assert [row.title for row in rows_of("Bars\nReviews\nClinic")] == ["Bars", "Reviews", "Clinic"]


def test_a_person_may_say_what_the_columns_are() -> None:
    pasted = understood("Meera\tBars", around(), {0: Column.OWNER, 1: Column.TITLE})
    assert (pasted.rows[0].title, pasted.rows[0].owner) == ("Bars", "Meera")


def test_what_a_person_says_of_a_column_is_no_other_columns_any_more() -> None:
    pasted = understood("Title\tName\tOwner\nBars\tTasting\tMeera", around(), {1: Column.TITLE})
    assert pasted.columns == (None, Column.TITLE, Column.OWNER)
    assert pasted.rows[0].title == "Tasting"


def test_of_two_columns_that_a_person_gives_one_meaning_the_newest_has_it() -> None:
    chosen = {0: Column.OWNER, 1: Column.OWNER}
    assert understood("Bars\tMeera", around(), chosen).columns == (None, Column.OWNER)
    assert understood("Bars\tMeera", around(), {0: Column.OWNER, 1: None}).columns == (Column.OWNER, None)


def test_several_columns_may_be_notes_each_with_its_name() -> None:
    chosen = {1: Column.NOTES, 2: Column.NOTES}
    row = understood("Title\tWeather\tComment\nBars\train\tbring cups", around(), chosen).rows[0]
    assert row.notes == "Weather: rain\nbring cups"


def test_a_person_may_say_that_the_first_row_is_an_activity_like_the_others() -> None:
    pasted = understood("Title\tOwner\nBars\tMeera", around(), has_headings=False)
    assert pasted.headings == ()
    assert len(pasted.rows) == 2


def test_a_person_may_say_that_the_first_row_names_columns_that_nobody_knows() -> None:
    pasted = understood("Vorhaben\tWetter\nBars\train", around(), has_headings=True)
    assert pasted.headings == ("Vorhaben", "Wetter")
    assert [row.title for row in pasted.rows] == ["Bars"]


def test_where_headings_name_no_title_the_first_column_of_words_is_the_title() -> None:
    pasted = understood("Owner\tVorhaben\tStart\nMeera\tBars\t10 Sep", around())
    assert pasted.columns == (Column.OWNER, Column.TITLE, Column.FIRST_DAY)


def test_every_column_that_says_something_can_be_chosen() -> None:
    assert len(understood("Title\tOwner\t\t\nBars\tMeera\train\t", around()).columns) == 3


def test_the_words_of_cells_that_are_not_understood_go_into_the_notes() -> None:
    row = row_of("Title\tType\tNotes\nBars\tzeppelin\tbring cups")
    activity, _ = row.records()
    assert activity.notes == "bring cups\nType: zeppelin"


def test_what_is_not_understood_is_said_with_its_cell_and_the_rest_stays() -> None:
    row = row_of("Title\tKind\tStart\tBudget\nBars\tzeppelin\tsoonish\tmuch")
    assert row.title == "Bars"
    assert [(each.column, each.text) for each in row.troubles] == [
        (Column.KIND, "zeppelin"),
        (Column.FIRST_DAY, "soonish"),
        (Column.PLANNED, "much"),
    ]
    assert row.troubles[0].sentence == "“zeppelin” is no kind that is known here."


def test_a_last_day_before_the_first_is_left_off_and_said() -> None:
    row = row_of("Title\tStart\tEnd\nBars\t10 Sep 2026\t1 Sep 2026")
    assert row.span == Span(date(2026, 9, 10), date(2026, 9, 10))
    assert row.troubles[0].sentence == "The last day is before the first day."


def test_a_last_day_without_a_year_is_the_next_one() -> None:
    row = row_of("Title\tStart\tEnd\nBars\t20 Dec 2026\t10 Jan")
    assert row.span == Span(date(2026, 12, 20), date(2027, 1, 10))


def test_both_days_may_stand_in_one_cell() -> None:
    assert row_of("Title\tDates\nBars\t10 - 27 Sep").span == Span(date(2026, 9, 10), date(2026, 9, 27))


def test_a_row_without_days_is_undated() -> None:
    assert row_of("Title\tStart\nBars\t").span is None


def test_the_side_follows_from_the_kind() -> None:
    assert row_of("Title\tKind\nBars\tpop up").side is Side.OFFLINE


def test_the_side_follows_from_channel_or_place() -> None:
    places = rows_of("Title\tChannel\tPlace\nBars\t\tLeeds\nReviews\tForum\t\nBoth\tForum\tLeeds")
    assert [row.side for row in places] == [Side.OFFLINE, Side.ONLINE, Side.ONLINE]


def test_a_side_that_nothing_says_is_the_usual_one() -> None:
    assert row_of("Bars", usual_side=Side.OFFLINE).side is Side.OFFLINE


def test_a_kind_of_the_other_side_is_left_off_and_said() -> None:
    row = row_of("Title\tSide\tKind\nBars\tonline\tpop-up")
    assert (row.side, row.kind) == (Side.ONLINE, Kind.OTHER)
    assert row.troubles[0].sentence == "“pop-up” does not happen online."


def test_a_kind_of_ones_own_is_known_by_its_name() -> None:
    kitchen = OwnKind(id="kitchen", side=Side.OFFLINE, name="Kitchen party")
    row = row_of("Title\tKind\nBars\tKitchen Party", own_kinds=(kitchen,))
    assert (row.own_kind_id, row.side, row.troubles) == ("kitchen", Side.OFFLINE, ())


def test_money_of_another_currency_is_left_off_and_said() -> None:
    row = row_of("Title\tBudget\nBars\tGBP 400")
    assert row.planned is None
    assert "GBP" in row.troubles[0].sentence


def test_money_below_nothing_is_left_off_and_said() -> None:
    row = row_of("Title\tBudget\nBars\t-400")
    assert row.troubles[0].sentence == "The amount is negative."


def test_rows_without_a_title_make_nothing() -> None:
    pasted = understood("Title\tOwner\n\tMeera\nBars\t", around())
    assert [row.title for row in pasted.usable] == ["Bars"]
    assert len(pasted.rows) == 2


def test_blank_rows_are_left_out_but_counted() -> None:
    assert [row.number for row in rows_of("Title\tOwner\nBars\t\n\t\n\nReviews\t")] == [2, 5]


def test_a_cell_with_lines_and_quotation_marks_is_one_cell() -> None:
    assert table_of('Bars\t"two\nlines and ""marks"""\n') == [["Bars", 'two\nlines and "marks"']]


def test_a_quotation_mark_inside_a_cell_is_a_letter() -> None:
    assert table_of('5" screens\tx') == [['5" screens', "x"]]


@pytest.mark.parametrize("text", ["", "\n\n", "\t\t\n", "Title\tOwner"])
def test_nothing_is_understood_where_nothing_is(text: str) -> None:
    assert understood(text, around()).usable == ()


def test_more_rows_than_are_taken_are_counted() -> None:
    pasted = understood("\n".join(f"Bar {number}" for number in range(MOST_ROWS + 3)), around())
    assert len(pasted.rows) == MOST_ROWS
    assert pasted.left_out == 3


def test_what_no_file_can_hold_is_left_off() -> None:
    assert row_of("Title\tOwner\nBars\tMe\ud800").troubles[0].column is Column.OWNER
    assert row_of("Title\tOwner\nBa\0rs\tMeera").title == "Bars"


def test_a_row_makes_an_activity_with_flight_aim_and_money() -> None:
    plan = a_plan(an_aim("Regulars"), a_line(position=4))
    activity, beside = row_of(WHOLE).records("regulars")
    after = plan.applying(MakeActivities((MakeActivity(activity, beside),)).changes(plan))
    assert after.span_of(activity.id) == Span(date(2026, 9, 10), date(2026, 9, 27))
    assert after.aim_shares(activity.id) == {"regulars": 1}
    (line,) = after.lines_of(activity.id)
    assert (line.label, line.planned, line.meets) == ("Tasting bars", 125_050, Meets.OFFLINE)


def made_of(rows: tuple[PastedRow, ...]) -> MakeActivities:
    return MakeActivities(tuple(MakeActivity(*row.records()) for row in rows))


def test_lines_of_many_rows_stand_in_the_order_of_the_rows() -> None:
    plan = a_plan(a_line(position=4))
    command = made_of(rows_of("Title\tBudget\nBars\t1\nReviews\t2"))
    after = plan.applying(command.changes(plan))
    in_order = sorted(after.lines.values(), key=lambda line: line.position)
    assert [line.label for line in in_order] == ["Costs", "Bars", "Reviews"]
    assert [line.position for line in in_order] == [4, 5, 6]


cells = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=12),
    st.sampled_from(
        ["Title", "10 Sep", "offline", "event", "400", "-1", "9" * 30, "10 - 27 Sep", "2026-13-40"]
    ),
)


@given(
    st.lists(st.lists(cells, max_size=5), max_size=6),
    st.dictionaries(st.integers(0, 6), st.sampled_from([None, *Column])),
    st.sampled_from([None, True, False]),
)
def test_whatever_is_pasted_and_chosen_makes_a_sound_plan_or_nothing(
    rows: list[list[str]], chosen: dict[int, Column | None], has_headings: bool | None
) -> None:
    text = "\n".join("\t".join(row) for row in rows)
    pasted = understood(text, around(), chosen, has_headings=has_headings)
    said = [column for column in pasted.columns if column not in (None, Column.NOTES)]
    assert len(said) == len(set(said))
    usable = pasted.usable
    if usable:
        plan: Plan = a_plan()
        plan.applying(made_of(usable).changes(plan)).check()


@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=8), min_size=1)
    )
)
def test_rows_that_are_written_are_read_as_they_were(rows: list[list[str]]) -> None:
    table = table_of(rows_text(["Title"], rows))
    stripped = [[cell.strip() for cell in row] for row in rows]
    assert [row for row in table[1:] if any(row)] == [row for row in stripped if any(row)]
