"""What the program says where Qt would abort without an exception."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from campaignplanner import preflight

linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Qt only aborts like this on Linux"
)


def there(platform: str, environment: Mapping[str, str]) -> bool:
    return True


def all_but(*missing: str) -> Callable[[str], bool]:
    return lambda file_name: file_name not in missing


def trouble(environment: dict[str, str], *missing: str) -> str | None:
    return preflight.trouble_with_window(environment, "linux", all_but(*missing), there)


def test_without_any_screen_it_says_where_to_start_it() -> None:
    sentence = trouble({})
    assert sentence == preflight.NO_SCREEN
    assert "desktop session" in sentence


def test_a_missing_library_is_named_with_its_debian_and_fedora_package() -> None:
    sentence = trouble({"DISPLAY": ":0"}, "libxcb-cursor.so.0")
    assert "libxcb-cursor.so.0" in sentence
    assert "`apt install libxcb-cursor0`" in sentence
    assert "`dnf install xcb-util-cursor`" in sentence


def test_all_missing_libraries_are_told_in_one_sentence() -> None:
    sentence = trouble({"DISPLAY": ":0"}, "libEGL.so.1", "libxkbcommon-x11.so.0")
    assert "`apt install libegl1 libxkbcommon-x11-0`" in sentence
    assert sentence.count(". ") == 0


def test_with_everything_there_it_says_nothing() -> None:
    assert trouble({"DISPLAY": ":0"}) is None
    assert trouble({"QT_QPA_PLATFORM": "offscreen"}) is None


def test_offscreen_needs_no_screen_but_still_the_libraries_of_qt_itself() -> None:
    assert trouble({"QT_QPA_PLATFORM": "offscreen"}, "libxcb-cursor.so.0") is None
    assert "libegl1" in trouble({"QT_QPA_PLATFORM": "offscreen:size=800x600"}, "libEGL.so.1")


def test_a_wayland_session_without_waylands_libraries_falls_back_on_x() -> None:
    environment = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    assert trouble(environment, "libwayland-cursor.so.0") is None
    assert "libwayland-cursor0" in trouble({"WAYLAND_DISPLAY": "wayland-0"}, "libwayland-cursor.so.0")


def test_other_systems_are_not_looked_at() -> None:
    assert preflight.trouble_with_window({}, "win32", all_but("libEGL.so.1"), there) is None
    assert preflight.trouble_with_window({}, "darwin", all_but("libEGL.so.1"), there) is None


def test_a_wayland_name_without_its_socket_counts_as_no_screen(tmp_path: Path) -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert preflight.trouble_with_window(environment, "linux", all_but()) == preflight.NO_SCREEN


@linux_only
def test_a_display_that_nobody_serves_counts_as_no_screen() -> None:
    assert preflight.trouble_with_window({"DISPLAY": ":4711"}, "linux", all_but()) == preflight.NO_SCREEN


@linux_only
def test_a_library_that_is_nowhere_cannot_be_loaded() -> None:
    assert preflight.can_load("libc.so.6")
    assert not preflight.can_load("libcampaignplanner-is-not-there.so.9")


@linux_only
@pytest.mark.parametrize("arguments", [[], ["--sample"], ["--store", "autumn.sqlite"]])
def test_the_program_ends_with_the_sentence_and_without_starting_qt(
    arguments: list[str], tmp_path: Path
) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    ended = subprocess.run(
        [sys.executable, "-m", "campaignplanner", *arguments],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 1
    assert ended.stderr == preflight.NO_SCREEN + "\n"
    assert ended.stdout == ""


WITHOUT_EGL = """
import ctypes, sys

class BareLoader(ctypes.CDLL):
    def __init__(self, name, *arguments, **named):
        if name == "libEGL.so.1":
            raise OSError(f"{name}: cannot open shared object file: No such file or directory")
        super().__init__(name, *arguments, **named)

ctypes.CDLL = BareLoader
from campaignplanner.cli import main
sys.exit(main([]))
"""


@linux_only
def test_a_bare_linux_is_told_its_packages_by_the_real_program(tmp_path: Path) -> None:
    script = tmp_path / "bare.py"
    script.write_text(WITHOUT_EGL)
    ended = subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 1
    assert "`apt install libegl1`" in ended.stderr
    assert ended.stderr.count("\n") == 1
