"""The rows of the tree: which there are, in what order, what they say, and what an edit does to them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import ActivityStatus, Kind, Side
from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.plan import Plan
from campaignplanner.ui.plan.tree.columns import COLUMNS, Column
from campaignplanner.ui.plan.tree.finding import Search
from campaignplanner.ui.plan.tree.model import ActivityModel
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

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def the_plan() -> Plan:
    members, regulars = an_aim("Win members", position=0), an_aim("More regulars", position=1)
    return a_plan(
        members,
        regulars,
        a_dated_activity("Tasting bars", "2026-09-10", "2026-09-27", kind=Kind.SAMPLING, aims=[regulars]),
        a_dated_activity("Recipe talk", "2026-09-01", "2026-11-30", aims=[members], owner="Ada"),
        a_dated_activity("App film", "2026-08-24", "2026-09-06", kind=Kind.CONTENT, aims=[members]),
        an_activity("Clinic", Kind.SERVICE_CLINIC),
        a_contribution("tasting-bars", members, weight=3),
        a_contribution("clinic", regulars),
        an_activity("Loose end", owner="Zoe"),
        a_bridge("recipe-talk", "tasting-bars"),
        a_line(84_500_00, activity="tasting-bars", id="money"),
    )


@pytest.fixture
def model(qtbot: QtBot) -> ActivityModel:
    model = ActivityModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_plan(the_plan())
    return model


def rows(model: ActivityModel) -> dict[str, list[str]]:
    """The titles under each aim."""
    assert model.facts is not None
    found = {}
    for place, group in enumerate(model.groups):
        parent = model.index(place, 0)
        assert model.rowCount(parent) == len(group.shown)
        found[parent.data()] = [
            model.index(row, Column.TITLE.place, parent).data() for row in range(model.rowCount(parent))
        ]
    return found


def cells(model: ActivityModel, activity_id: str) -> list[str]:
    index = model.index_of(activity_id)
    return [index.siblingAtColumn(column.place).data() for column in COLUMNS]


def after(plan: Plan, *changes: tuple[Any, Any]) -> Plan:
    return plan.applying(ChangeSet("Edit", tuple(Change(*each) for each in changes), plan.campaign.id))


def changed(plan: Plan, activity_id: str, **fields: Any) -> Plan:
    before = plan.activities[activity_id]
    return after(plan, (before, replace(before, **fields)))


def test_aims_stand_in_their_order_with_those_without_an_aim_last(model: ActivityModel) -> None:
    assert list(rows(model)) == ["Win members", "More regulars", "No aim yet"]


def test_an_activity_stands_once_under_its_weightiest_aim(model: ActivityModel) -> None:
    assert rows(model)["Win members"] == ["App film", "Recipe talk", "Tasting bars"]
    assert rows(model)["More regulars"] == ["Clinic"]


def test_the_other_aims_are_named_with_their_shares_in_the_tooltip(model: ActivityModel) -> None:
    tooltip = model.index_of("tasting-bars").data(Qt.ItemDataRole.ToolTipRole)
    assert "75 % Win members" in tooltip
    assert "25 % More regulars" in tooltip


def test_a_row_says_side_kind_title_dates_status_owner_money_and_bridges(model: ActivityModel) -> None:
    assert cells(model, "tasting-bars") == [
        "Offline",
        "Sampling",
        "Tasting bars",
        "10 Sept – 27 Sept",
        "Planned",
        "",
        "€84,500",
        "1",
    ]


def test_an_aim_says_how_many_activities_and_how_much_money_it_has(model: ActivityModel) -> None:
    index = model.index_of_aim("win-members")
    assert index.siblingAtColumn(Column.TITLE.place).data() == "3 activities"
    assert index.siblingAtColumn(Column.PLANNED.place).data() == "€63,375"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Win members, 3 activities, €63,375"


def test_a_title_of_several_lines_and_markup_is_shown_as_it_stands(model: ActivityModel) -> None:
    model.show_plan(changed(the_plan(), "clinic", title="<b>Bold</b>\nclaim"))
    assert model.index_of("clinic").data() == "<b>Bold</b> claim"
    assert "&lt;b&gt;" in model.index_of("clinic").data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("order", [ASCENDING, DESCENDING])
def test_sorting_by_any_column_keeps_every_row_under_its_aim(
    model: ActivityModel, column: Column, order: Qt.SortOrder
) -> None:
    before = {aim: set(titles) for aim, titles in rows(model).items()}
    model.sort(column.place, order)
    assert {aim: set(titles) for aim, titles in rows(model).items()} == before


def test_sorting_by_title_puts_rows_by_alphabet(model: ActivityModel) -> None:
    model.sort(Column.TITLE.place, DESCENDING)
    assert rows(model)["Win members"] == ["Tasting bars", "Recipe talk", "App film"]


def test_what_has_nothing_in_a_column_comes_last_either_way(model: ActivityModel) -> None:
    for order in (ASCENDING, DESCENDING):
        model.sort(Column.OWNER.place, order)
        assert rows(model)["Win members"][0] == "Recipe talk"


def test_a_kept_index_stays_with_its_activity_while_rows_are_sorted(model: ActivityModel) -> None:
    kept = QPersistentModelIndex(model.index_of("app-film"))
    model.sort(Column.TITLE.place, DESCENDING)
    model.sort(Column.DATES.place, DESCENDING)
    assert kept.data() == "App film"


@pytest.mark.parametrize(
    ("search", "found"),
    [
        (Search(words=("tasting",)), {"Tasting bars"}),
        (Search(words=("clin", "serv")), {"Clinic"}),
        (Search(words=("zoe",)), {"Loose end"}),
        (Search(side=Side.OFFLINE), {"Tasting bars", "Clinic"}),
        (Search(words=("nothing like it",)), set()),
    ],
)
def test_searching_keeps_what_has_every_word(model: ActivityModel, search: Search, found: set[str]) -> None:
    model.look_for(search)
    assert {title for titles in rows(model).values() for title in titles} == found
    model.look_for(Search())
    assert model.shown_count == 5


def test_what_is_done_can_be_hidden_but_is_found_when_asked_for(model: ActivityModel) -> None:
    model.show_plan(changed(the_plan(), "app-film", status=ActivityStatus.DONE))
    model.look_for(Search(hides_done=True))
    assert "App film" not in rows(model)["Win members"]
    model.look_for(Search(hides_done=True, status=ActivityStatus.DONE))
    assert rows(model)["Win members"] == ["App film"]


def test_an_edit_draws_only_the_rows_that_say_something_else(model: ActivityModel, qtbot: QtBot) -> None:
    told: list[str] = []

    def note(first: Any, last: Any) -> None:
        if first.parent().isValid():
            told.append(first.siblingAtColumn(Column.TITLE.place).data())

    model.dataChanged.connect(note)
    model.show_plan(changed(the_plan(), "clinic", owner="Ben"))
    assert told == ["Clinic"]
    assert cells(model, "clinic")[Column.OWNER.place] == "Ben"


def test_a_new_date_is_drawn_at_both_ends_of_a_bridge(model: ActivityModel) -> None:
    told: set[str] = set()
    model.dataChanged.connect(lambda first, _: told.add(first.siblingAtColumn(Column.TITLE.place).data()))
    plan = the_plan()
    flight = plan.flights_of("tasting-bars")[0]
    moved = replace(flight, first_day=flight.first_day.replace(month=8))
    model.show_plan(after(plan, (flight, moved)))
    assert {"Tasting bars", "Recipe talk"} <= told


def test_a_renamed_activity_moves_to_where_it_belongs_and_its_index_with_it(model: ActivityModel) -> None:
    model.sort(Column.TITLE.place)
    kept = QPersistentModelIndex(model.index_of("app-film"))
    model.show_plan(changed(the_plan(), "app-film", title="Zebra"))
    assert rows(model)["Win members"] == ["Recipe talk", "Tasting bars", "Zebra"]
    assert kept.data() == "Zebra"


def test_an_activity_with_another_aim_moves_under_it_and_its_index_with_it(model: ActivityModel) -> None:
    kept = QPersistentModelIndex(model.index_of("recipe-talk"))
    plan = the_plan()
    contribution = plan.contributions_of("recipe-talk")[0]
    model.show_plan(after(plan, (contribution, replace(contribution, aim_id="more-regulars"))))
    assert rows(model)["More regulars"] == ["Recipe talk", "Clinic"]
    assert kept.data() == "Recipe talk"
    assert kept.parent() == model.index_of_aim("more-regulars")


def test_new_and_deleted_activities_come_and_go(model: ActivityModel) -> None:
    plan = the_plan()
    made = after(plan, (None, an_activity("Beta", id="beta")))
    model.show_plan(made)
    assert rows(model)["No aim yet"] == ["Beta", "Loose end"]
    model.show_plan(after(made, (made.activities["beta"], None)))
    assert rows(model)["No aim yet"] == ["Loose end"]


def test_the_row_of_those_without_an_aim_goes_with_the_last_of_them(model: ActivityModel) -> None:
    plan = the_plan()
    model.show_plan(after(plan, (None, a_contribution("loose-end", "win-members"))))
    assert list(rows(model)) == ["Win members", "More regulars"]
    model.show_plan(plan)
    assert list(rows(model)) == ["Win members", "More regulars", "No aim yet"]


def test_aims_in_another_order_take_their_rows_along(model: ActivityModel) -> None:
    plan = the_plan()
    first, second = plan.aims["win-members"], plan.aims["more-regulars"]
    before = rows(model)
    kept = QPersistentModelIndex(model.index_of("clinic"))
    reordered = after(plan, (first, replace(first, position=1)), (second, replace(second, position=0)))
    model.show_plan(reordered)
    assert list(rows(model)) == ["More regulars", "Win members", "No aim yet"]
    assert rows(model) == before
    assert kept.data() == "Clinic"


def test_a_deleted_aim_leaves_its_activities_without_one(model: ActivityModel) -> None:
    plan = the_plan()
    aim = plan.aims["win-members"]
    gone = [(each, None) for each in plan.contributions.values() if each.aim_id == aim.id]
    model.show_plan(after(plan, *gone, (aim, None)))
    assert list(rows(model)) == ["More regulars", "No aim yet"]
    assert set(rows(model)["No aim yet"]) == {"App film", "Recipe talk", "Loose end"}


def test_another_campaign_takes_the_place_of_the_last_one(model: ActivityModel) -> None:
    model.look_for(Search(words=("clinic",)))
    model.show_plan(a_plan(an_activity("Only one"), id="another"))
    assert rows(model) == {"No aim yet": ["Only one"]}


def test_what_is_broken_is_counted_for_a_screen_reader(model: ActivityModel) -> None:
    plan = the_plan()
    flight = plan.flights_of("recipe-talk")[0]
    model.show_plan(after(plan, (flight, a_flight("recipe-talk", "2027-01-01", id=flight.id))))
    index = model.index_of("recipe-talk", Column.BRIDGES)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Bridges: 1, 1 broken"


def test_nothing_is_written_through_the_model(model: ActivityModel) -> None:
    assert not model.setData(model.index_of("clinic"), "Other")
    assert model.index_of("clinic").data() == "Clinic"
