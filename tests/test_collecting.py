"""Python's collector stays away while much is made, and comes back."""

import gc
from collections.abc import Iterator

import pytest

from campaignplanner.collecting import collecting_later


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """Leaves Python's collector as the other tests expect it."""
    yield
    gc.enable()


def test_meanwhile_no_garbage_is_looked_for() -> None:
    with collecting_later():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_looked_for_again_after_what_failed() -> None:
    with pytest.raises(ZeroDivisionError), collecting_later():
        _ = 1 // 0
    assert gc.isenabled()


def test_who_keeps_it_away_for_longer_is_not_interrupted() -> None:
    gc.disable()
    with collecting_later(), collecting_later():
        pass
    assert not gc.isenabled()
