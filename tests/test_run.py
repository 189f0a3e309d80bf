"""`run.py`, which is all that somebody with a fresh checkout has to start."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have been started; none of them is."""
    commands: list[list[str]] = []

    def note(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        commands.append([str(word) for word in command])
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", note)
    return commands


@pytest.fixture
def run(started: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, in a virtual environment of its own."""
    spec = importlib.util.spec_from_file_location("run_script", CHECKOUT / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(sys, "base_prefix", "/usr")
    return module


def test_without_words_it_opens_the_sample_campaign(run: ModuleType, started: list[list[str]]) -> None:
    assert run.main([]) == 0
    assert started[-1][1:] == ["-m", "campaignplanner", "--sample"]


def test_the_word_test_runs_all_tests(run: ModuleType, started: list[list[str]]) -> None:
    run.main(["test"])
    assert started[-1][1:3] == ["-m", "pytest"]
    assert started[-1][-1] == str(CHECKOUT / "tests")


def test_words_after_test_go_to_pytest(run: ModuleType, started: list[list[str]]) -> None:
    run.main(["test", "-k", "bridge"])
    assert started[-1][-2:] == ["-k", "bridge"]


def test_other_words_go_to_the_program(run: ModuleType, started: list[list[str]]) -> None:
    run.main(["list", "--json"])
    assert started[-1][1:] == ["-m", "campaignplanner", "list", "--json"]


def test_the_first_start_installs_the_checkout(run: ModuleType, started: list[list[str]]) -> None:
    run.main([])
    assert started[0][-2:] == ["--editable", str(CHECKOUT)]


def test_the_tests_bring_what_they_need(run: ModuleType, started: list[list[str]]) -> None:
    run.main(["test"])
    assert started[0][-1] == f"{CHECKOUT}[tests]"


def test_what_is_installed_is_not_installed_again(run: ModuleType, started: list[list[str]]) -> None:
    run.main(["test"])
    run.main(["test"])
    run.main([])
    assert sum("pip" in command for command in started) == 1


def test_after_the_app_the_tests_still_install_what_they_need(
    run: ModuleType, started: list[list[str]]
) -> None:
    run.main([])
    run.main(["test"])
    assert sum("pip" in command for command in started) == 2


def test_a_failed_installation_is_told_and_tried_again(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 1))
    assert run.main([]) == 1
    assert "Setting up failed" in capsys.readouterr().err
    assert not (tmp_path / run.STAMP).exists()


@pytest.mark.parametrize("version", [(3, 10), (3, 15)])
def test_another_python_is_refused_with_a_sentence(run: ModuleType, version: tuple[int, int]) -> None:
    with pytest.raises(run.CannotSetUp, match=r"needs Python 3\.11 to 3\.14; this is 3\.1[05]\."):
        run.check_python(version)
