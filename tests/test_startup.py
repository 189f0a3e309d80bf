"""The start in a hurry, and the calm after it."""

import builtins
import gc
import importlib
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


def test_plain_imports_go_past_the_search_for_optional_spellings(monkeypatch: pytest.MonkeyPatch) -> None:
    with_search, plain = builtins.__import__, object()
    monkeypatch.setattr(builtins, "__orig_import__", plain, raising=False)
    with startup.plain_imports():
        during = builtins.__import__
    assert (during, builtins.__import__) == (plain, with_search)


def test_an_import_that_fails_leaves_imports_as_they_were() -> None:
    before = builtins.__import__
    with pytest.raises(ModuleNotFoundError), startup.plain_imports():
        importlib.import_module("no_such_module")
    assert builtins.__import__ is before


def test_plain_imports_need_no_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(builtins, "__orig_import__", raising=False)
    with startup.plain_imports():
        during = builtins.__import__
    assert during is builtins.__import__
