"""Sets up and starts this checkout; all it needs to find is Python itself.

    python3 run.py          opens the app with the sample campaign
    python3 run.py test     runs the tests

What it installs goes into `.venv` beside this file, or into the virtual environment that is active.
Words after `test` go to pytest; any other words go to the program, as in `python3 run.py list --json`.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 11)
TOO_NEW = (3, 15)
STAMP = "campaignplanner-installed.txt"
TESTS = "tests"


class CannotSetUp(Exception):
    """The set-up cannot go on; the text is a sentence for people."""


def main(words: list[str]) -> int:
    """Installs what is missing, then starts the program or the tests; returns the exit status."""
    for_tests = words[:1] == [TESTS[:-1]]
    try:
        check_python(sys.version_info[:2])
        folder = environment()
        install(folder, TESTS if for_tests else "")
    except CannotSetUp as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return start([str(python_of(folder)), *(pytest_words(words[1:]) if for_tests else program_words(words))])


def program_words(words: list[str]) -> list[str]:
    """What Python gets to start the program; without any words it opens the sample campaign."""
    return ["-m", "campaignplanner", *(words or ["--sample"])]


def pytest_words(words: list[str]) -> list[str]:
    """What Python gets to run the tests; without any words all of them, on all processors."""
    return ["-m", "pytest", "--rootdir", str(ROOT), *(words or ["-n", "auto", str(ROOT / "tests")])]


def start(command: list[str]) -> int:
    """Runs a command to its end and returns its exit status."""
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        return 130


def check_python(version: tuple[int, ...]) -> None:
    """Raises CannotSetUp unless the program runs on this version of Python."""
    if not OLDEST <= version < TOO_NEW:
        raise CannotSetUp(
            f"campaignplanner needs Python 3.11 to 3.14; this is {'.'.join(map(str, version))}."
        )


def environment() -> Path:
    """The virtual environment that is active, or else `.venv`, made when it is not there or half made."""
    if sys.prefix != sys.base_prefix:
        return Path(sys.prefix)
    folder = ROOT / ".venv"
    if not (folder / STAMP).exists() and not has_pip(folder):
        make_environment(folder)
    return folder


def has_pip(folder: Path) -> bool:
    """Whether a virtual environment is there and whole."""
    python = python_of(folder)
    return python.exists() and subprocess.run([python, "-c", "import pip"], check=False).returncode == 0


def make_environment(folder: Path) -> None:
    """Makes a virtual environment with pip in it."""
    try:
        import ensurepip  # noqa: F401 - Debian takes it out of Python
        import venv
    except ImportError:
        raise CannotSetUp(
            "Python's venv is missing: install it, on Debian with `apt install python3-venv`."
        ) from None
    print(f"Making a virtual environment in {folder}", file=sys.stderr)
    venv.create(folder, with_pip=True, clear=True)


def install(folder: Path, extra: str) -> None:
    """Installs the checkout and what it needs, unless that was done already for this pyproject.toml."""
    stamp = folder / STAMP
    state = hashlib.sha256(str(ROOT).encode() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    done = stamp.read_text(encoding="utf-8").split() if stamp.exists() else []
    if done[:1] == [state] and (not extra or extra in done[1:]):
        return
    extras = sorted({extra, *(done[1:])} - {""})
    wanted = f"{ROOT}[{','.join(extras)}]" if extras else str(ROOT)
    print("Installing campaignplanner; the first time this takes a few minutes", file=sys.stderr)
    pip = [
        str(python_of(folder)),
        "-m",
        "pip",
        "--disable-pip-version-check",
        "install",
        "--editable",
        wanted,
    ]
    if subprocess.run(pip, check=False).returncode != 0:
        raise CannotSetUp("Setting up failed; what pip says above is why.")
    stamp.write_text("\n".join([state, *extras]) + "\n", encoding="utf-8")


def python_of(folder: Path) -> Path:
    """The interpreter of a virtual environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
