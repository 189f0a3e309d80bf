"""The start in a hurry, and the calm after it."""

import gc
from collections.abc import Iterator

import pytest

from campaignplanner import startup


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """Leaves Python's collector as the other tests expect it."""
    yield
    gc.unfreeze()
    gc.enable()


def test_after_the_start_garbage_is_collected_again() -> None:
    startup.hurry()
    assert not gc.isenabled()
    startup.settle()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_without_a_hurry_nothing_is_changed() -> None:
    startup.settle()
    assert gc.get_freeze_count() == 0
