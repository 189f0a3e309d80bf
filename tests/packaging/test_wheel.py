"""The wheel carries what is shipped, and the program finds it there as well as in a checkout."""

import os
import subprocess
import sys
import zipfile
from configparser import ConfigParser
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
ASK = "from campaignplanner import resources; print(resources.resource_root())"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    # Without isolation: everything the build needs is there, so nothing is fetched.
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=CHECKOUT, check=True, capture_output=True, timeout=120)
    return zipfile.ZipFile(next(folder.glob("campaignplanner-*.whl")))


def shipped_files() -> set[str]:
    folder = CHECKOUT / "resources"
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def asked_with(path: Path) -> Path:
    """Asks a fresh interpreter, which looks into `path` before anything that is installed."""
    answer = subprocess.run(
        [sys.executable, "-c", ASK],
        env={**os.environ, "PYTHONPATH": str(path)},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return Path(answer.stdout.strip())


def test_the_wheel_carries_every_shipped_file(wheel: zipfile.ZipFile) -> None:
    prefix = "campaignplanner/resources/"
    carried = {name.removeprefix(prefix) for name in wheel.namelist() if name.startswith(prefix)}
    assert carried == shipped_files()
    assert carried


def test_the_wheel_carries_no_tests_and_says_that_it_is_typed(wheel: zipfile.ZipFile) -> None:
    assert not [name for name in wheel.namelist() if name.startswith(("tests/", "benchmarks/", "src/"))]
    assert "campaignplanner/py.typed" in wheel.namelist()


def test_the_installed_wheel_finds_its_resources(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)  # what installing a pure wheel does
    assert asked_with(tmp_path) == tmp_path / "campaignplanner" / "resources"


def test_a_checkout_finds_its_resources() -> None:
    assert asked_with(CHECKOUT / "src") == CHECKOUT / "resources"


def test_the_wheel_brings_a_console_and_a_window_program(wheel: zipfile.ZipFile) -> None:
    name = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    entries = ConfigParser()
    entries.read_string(wheel.read(name).decode())
    assert dict(entries["console_scripts"]) == {"campaignplanner": "campaignplanner.cli:main"}
    assert dict(entries["gui_scripts"]) == {"campaignplanner-window": "campaignplanner.cli:main"}


def test_the_desktop_entry_starts_a_program_that_is_installed() -> None:
    text = (CHECKOUT / "resources/desktop/campaignplanner.desktop").read_text(encoding="utf-8")
    assert "\nExec=campaignplanner-window\n" in text
