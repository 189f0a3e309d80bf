"""Files of older versions of the format."""

from typing import Any

import pytest

from campaignplanner.exchange.json_text import PlaceTrouble
from campaignplanner.exchange.layout import VERSION
from campaignplanner.exchange.migrations import STEPS, at_current_version
from tests.exchange.files import a_file


def test_an_older_file_goes_through_every_step_in_turn() -> None:
    def renamed(tree: dict[str, Any]) -> dict[str, Any]:
        return {**tree, "steps": ["renamed"]}

    def split(tree: dict[str, Any]) -> dict[str, Any]:
        return {**tree, "steps": [*tree["steps"], "split"]}

    tree = at_current_version(a_file(), steps={1: renamed, 2: split}, current=3)
    assert tree["steps"] == ["renamed", "split"]


def test_a_file_of_today_goes_through_none() -> None:
    assert at_current_version(a_file()) == a_file()


def test_there_is_a_step_from_every_older_version() -> None:
    assert sorted(STEPS) == list(range(1, VERSION))


def test_trouble_inside_another_file_names_the_whole_place() -> None:
    with pytest.raises(PlaceTrouble) as raised:
        at_current_version({**a_file(), "version": 7}, "versions[0].state.content")
    assert raised.value.place == "versions[0].state.content.version"
