"""Looks before Qt is started whether it can: where it cannot, Qt aborts the process without an exception.

Only Linux needs this. Windows and macOS always have a screen and bring the libraries.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SystemLibrary:
    """A library that Qt takes from the system, and the packages that bring it."""

    file_name: str
    debian: str
    fedora: str


# What `readelf -d` lists for QtCore, QtGui, QtWidgets and QtDBus of the PySide6 wheels, ...
EVERY_PLATFORM = (
    SystemLibrary("libEGL.so.1", "libegl1", "libglvnd-egl"),
    SystemLibrary("libGL.so.1", "libgl1", "libglvnd-glx"),
    SystemLibrary("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    SystemLibrary("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    SystemLibrary("libfreetype.so.6", "libfreetype6", "freetype"),
    SystemLibrary("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    SystemLibrary("libX11.so.6", "libx11-6", "libX11"),
    SystemLibrary("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
)

# ... and for the plugin of each platform besides.
OF_PLATFORM = {
    "xcb": (
        SystemLibrary("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
        SystemLibrary("libxcb.so.1", "libxcb1", "libxcb"),
        SystemLibrary("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
        SystemLibrary("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
        SystemLibrary("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
        SystemLibrary("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
        SystemLibrary("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
        SystemLibrary("libxcb-render.so.0", "libxcb-render0", "libxcb"),
        SystemLibrary("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
        SystemLibrary("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
        SystemLibrary("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
        SystemLibrary("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
        SystemLibrary("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
        SystemLibrary("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
        SystemLibrary("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
        SystemLibrary("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    ),
    "wayland": (
        SystemLibrary("libwayland-client.so.0", "libwayland-client0", "libwayland-client"),
        SystemLibrary("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"),
    ),
}

NO_SCREEN = (
    "There is no screen to open a window on: start campaignplanner from a desktop session"
    " (its subcommands work without one, see campaignplanner --help)."
)


def can_load(file_name: str) -> bool:
    """Whether the system's loader finds a library. Qt loads the same ones right after: nothing is lost."""
    try:
        ctypes.CDLL(file_name)
    except OSError:
        return False
    return True


def answers(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether the server that the environment names for a platform is there; a stale name aborts Qt too."""
    if platform == "wayland":
        folder = Path(environment.get("XDG_RUNTIME_DIR", ""))
        return (folder / environment["WAYLAND_DISPLAY"]).is_socket()
    return _x_server_answers(environment["DISPLAY"])


def _x_server_answers(display: str) -> bool:
    """Asks through libxcb, as Qt does."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # the missing library is what there is to tell
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(display), None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def trouble_with_window(
    environment: Mapping[str, str],
    system: str = sys.platform,
    can_load: Callable[[str], bool] = can_load,
    answers: Callable[[str, Mapping[str, str]], bool] = answers,
) -> str | None:
    """Says in one sentence what keeps Qt from opening a window here, or None when nothing does.

    Args:
        environment: the process's environment variables.
        system: as `sys.platform` names it.
        can_load: whether a library is there; tests put their own in its place.
        answers: whether a platform's server is there; tests put their own in its place.
    """
    if not system.startswith("linux"):
        return None
    platforms = _platforms(environment, answers)
    if not platforms:
        return NO_SCREEN
    missing = [_missing(platform, can_load) for platform in platforms]
    # Qt takes the first platform that works, so only when none does is there something to tell.
    return None if not all(missing) else _sentence(min(missing, key=len))


def trouble_with_libraries(can_load: Callable[[str], bool] = can_load) -> str | None:
    """Says in one sentence which system libraries Qt misses even without a screen, as for tests; or None."""
    missing = _missing("offscreen", can_load) if sys.platform.startswith("linux") else []
    return _sentence(missing) if missing else None


def _platforms(
    environment: Mapping[str, str], answers: Callable[[str, Mapping[str, str]], bool]
) -> list[str]:
    """The platforms Qt would try, as `QT_QPA_PLATFORM` (name:options;name:options) or the session says."""
    asked_for = environment.get("QT_QPA_PLATFORM", "")
    if asked_for:
        names = [part.partition(":")[0] for part in asked_for.split(";")]
        return [name.removesuffix("-egl") for name in names if name]
    session = (("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY"))
    named = [platform for platform, variable in session if environment.get(variable)]
    return [platform for platform in named if answers(platform, environment)]


def _missing(platform: str, can_load: Callable[[str], bool]) -> list[SystemLibrary]:
    libraries = (*EVERY_PLATFORM, *OF_PLATFORM.get(platform, ()))
    return [library for library in libraries if not can_load(library.file_name)]


def _sentence(missing: list[SystemLibrary]) -> str:
    files = ", ".join(library.file_name for library in missing)
    debian = " ".join(dict.fromkeys(library.debian for library in missing))
    fedora = " ".join(dict.fromkeys(library.fedora for library in missing))
    return (
        f"The window needs {files} of the system: install it with `apt install {debian}` (Debian, Ubuntu)"
        f" or `dnf install {fedora}` (Fedora)."
    )
