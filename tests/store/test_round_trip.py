"""What goes into the store comes out of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaignplanner.domain.errors import FileTrouble
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.play import Play
from campaignplanner.domain.records import STORED_TYPES
from campaignplanner.store.database import Database
from campaignplanner.store.mapping import form_of
from tests.builders import a_line, a_plan, an_aim
from tests.store.whole import STATE, a_play, a_whole_plan, between, edit, import_of, stored
from tests.strategies import plans, plays


@contextmanager
def a_new_store() -> Iterator[Database]:
    with (
        TemporaryDirectory() as folder,
        closing(Database.open(Path(folder) / "campaigns.sqlite")) as database,
    ):
        yield database


@given(plans())
@settings(max_examples=30)
def test_any_plan_written_then_loaded_is_equal(plan: Plan) -> None:
    with a_new_store() as database:
        database.append(import_of(plan))
        assert database.load(plan.campaign.id) == plan


@given(plays("play"))
@settings(max_examples=15)
def test_any_play_written_then_read_is_equal(play: Play) -> None:
    with a_new_store() as database:
        database.append(edit(None, play, None))
        assert database.plays() == (play,)


@given(st.data())
@settings(max_examples=15)
def test_any_plan_can_become_any_other_of_its_campaign_and_go_back(data: st.DataObject) -> None:
    before, after = data.draw(plans(seed=1)), data.draw(plans(seed=1))
    changes = between(before, after)
    with a_new_store() as database:
        database.append(import_of(before))
        if changes:
            database.append(changes)
        assert database.load(before.campaign.id) == after
        database.undo(before.campaign.id)
        assert database.load(before.campaign.id) == before


def test_a_plan_with_every_type_of_record_comes_back_whole(database: Database) -> None:
    plan = stored(database, a_whole_plan())
    assert database.load("campaign") == plan


def test_what_was_written_is_there_after_a_restart(path: Path) -> None:
    with closing(Database.open(path)) as database:
        plan = stored(database, a_whole_plan())
    with closing(Database.open(path)) as database:
        assert database.load("campaign") == plan


def test_campaigns_do_not_mix(database: Database) -> None:
    one = stored(database, a_plan(an_aim("One"), id="one"))
    two = stored(database, a_plan(an_aim("Two"), id="two"))
    assert (database.load("one"), database.load("two")) == (one, two)
    assert set(database.campaign_ids()) == {"one", "two"}


def test_the_portfolio_gets_each_campaign_with_its_lines(database: Database) -> None:
    line = a_line(4200)
    one = stored(database, a_plan(line, an_aim(), id="one"))
    two = stored(database, a_plan(id="two"))
    headers = {header.campaign: header.lines for header in database.headers()}
    assert headers == {one.campaign: (line,), two.campaign: ()}


def test_an_activity_keeps_the_order_of_its_audiences(database: Database) -> None:
    stored(database, a_whole_plan())
    assert database.load("campaign").activities["cupping"].audience_ids == ("newcomers", "regulars")


def test_what_a_version_keeps_is_read_on_demand(database: Database) -> None:
    database.append(import_of(a_whole_plan(), STATE))
    assert database.version_state("version") == STATE.content
    assert database.version_states("campaign") == (STATE,)


def test_a_campaign_that_is_not_there_is_refused_with_a_sentence(database: Database) -> None:
    with pytest.raises(FileTrouble, match=r"^That campaign is not in the file .*campaigns.sqlite any more; "):
        database.load("gone")


def test_a_version_that_keeps_nothing_is_refused_with_a_sentence(database: Database) -> None:
    stored(database, a_whole_plan())
    with pytest.raises(FileTrouble, match=r"^That version is not in the file"):
        database.version_state("version")


def test_plays_belong_to_the_store_and_not_to_a_campaign(database: Database) -> None:
    play = a_play()
    database.append(edit(None, play, None))
    assert database.plays() == (play,)
    assert database.campaign_ids() == ()


def test_another_program_reads_values_and_exact_numbers(database: Database) -> None:
    stored(database, a_whole_plan())
    with closing(sqlite3.connect(database.path)) as other_program:
        line = other_program.execute(
            "SELECT cost_type, exchange_rate, typeof(exchange_rate), exchange_rate_day, typeof(planned),"
            " phasing FROM budget_line"
        ).fetchone()
    assert line == (
        "product and samples",
        "1.17",
        "text",
        "2026-06-30",
        "integer",
        '{"mode":"by month","typed":[{"day":"2026-09-01","amount":252,"typed_by":null}]}',
    )


@pytest.mark.parametrize("record_type", STORED_TYPES, ids=lambda each: each.__name__)
def test_every_field_of_a_record_has_its_column(record_type: type) -> None:
    form = form_of(record_type)
    names = {field.name for field in fields(record_type)} - {"audience_ids"}
    assert {column.name for column in form.table.columns} - {"campaign_id"} == names


@pytest.mark.parametrize("record_type", STORED_TYPES, ids=lambda each: each.__name__)
def test_no_record_does_more_when_it_is_made_than_take_its_fields(record_type: type) -> None:
    """For the store fills in the fields without calling the constructor."""
    assert not hasattr(record_type, "__post_init__")
    assert all(hasattr(record_type, field.name) for field in fields(record_type))
