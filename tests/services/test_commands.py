"""What holds for every command, shown with random ones on a plan that grows and shrinks; without a store."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from random import Random

import pytest

from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFileFormat
from campaignplanner.services import commands
from campaignplanner.services.commands.command import Command, PortfolioCommand
from campaignplanner.services.commands.overtaken import without_overtaken_dismissals
from tests.builders import a_dated_activity, a_line, a_plan, an_aim
from tests.services.random_commands import any_command

PLAN_FORMAT = CampaignFileFormat()


def command_types() -> set[type]:
    """Every class of the commands package that changes an open plan."""
    modules = (
        import_module(f"{commands.__name__}.{each.name}") for each in pkgutil.iter_modules(commands.__path__)
    )
    return {
        found
        for module in modules
        for name, found in inspect.getmembers(module, inspect.isclass)
        if found.__module__ == module.__name__
        and module.__name__ != "campaignplanner.services.commands.editing"
        and found is not Command
        and not name.startswith("_")
        and not issubclass(found, PortfolioCommand)
    }


def start() -> Plan:
    aim = an_aim("Win members")
    return a_plan(
        aim,
        a_dated_activity("Tasting bars", "2026-03-02", "2026-03-06", aims=[aim]),
        a_dated_activity("Reviews", "2026-03-09", "2026-03-20"),
        a_line(id="line"),
    )


def random_edits(seed: int, count: int) -> Iterator[tuple[Plan, object]]:
    """Yield plans with a command on each that a plan accepted; a new plan begins when little is left."""
    random, plan = Random(seed), start()
    for _ in range(count):
        command = any_command(random, plan, PLAN_FORMAT)
        if command is None:
            continue
        try:
            change_set = without_overtaken_dismissals(plan, command.changes(plan))
            after = plan.applying(change_set)
        except PlanError:
            continue
        if change_set:
            yield plan, command
            plan = after if after.activities else start()


def test_every_command_there_is_takes_part_in_the_random_edits() -> None:
    missing = command_types()
    for _, command in random_edits(seed=1, count=8000):
        missing.discard(type(command))
        if not missing:
            break
    assert missing == set()


@pytest.mark.parametrize("seed", range(2, 5))
def test_a_command_says_the_same_every_time_it_is_asked(seed: int) -> None:
    for plan, command in random_edits(seed, 300):
        assert command.changes(plan) == command.changes(plan)


@pytest.mark.parametrize("seed", range(5, 8))
def test_taking_a_command_back_gives_the_plan_from_before(seed: int) -> None:
    for plan, command in random_edits(seed, 300):
        change_set = without_overtaken_dismissals(plan, command.changes(plan))
        assert plan.applying(change_set).applying(change_set.inverted()) == plan


@pytest.mark.parametrize("seed", range(8, 11))
def test_carrying_a_command_out_leaves_a_plan_that_keeps_every_rule(seed: int) -> None:
    for plan, command in random_edits(seed, 300):
        plan.applying(without_overtaken_dismissals(plan, command.changes(plan))).check()


@pytest.mark.parametrize("seed", range(11, 14))
def test_every_step_has_a_label_of_one_line_that_begins_with_what_is_done(seed: int) -> None:
    for plan, command in random_edits(seed, 300):
        label = command.changes(plan).label
        assert "\n" not in label
        assert label[0].isupper()
        assert not label.endswith(".")


@pytest.mark.parametrize("seed", range(14, 17))
def test_a_deletion_can_always_say_what_goes_with_it(seed: int) -> None:
    for plan, command in random_edits(seed, 400):
        if hasattr(command, "consequences"):
            assert command.consequences(plan).startswith("Deletes ")
