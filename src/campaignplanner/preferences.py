"""What the program remembers about the person between two starts.

Nothing in here is worth refusing to start for: whatever cannot be read falls back to its default.
"""

import json
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from campaignplanner.paths import write_in_place


class ThemeChoice(Enum):
    """Whether the window follows the system's light or dark setting, or keeps to one."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """One set of preferences.

    Attributes:
        last_store: the store that was open when the program was closed; None is the default one.
        last_campaign_id: the campaign that was open then; None is the portfolio.
        window_geometry: size of the window as `QWidget.saveGeometry` gives it; empty is the default size.
        theme: light, dark, or what the system says.
    """

    last_store: Path | None = None
    last_campaign_id: str | None = None
    window_geometry: bytes = b""
    theme: ThemeChoice = ThemeChoice.SYSTEM


def read_preferences(path: Path) -> Preferences:
    """Reads preferences; a missing or damaged file, or value, counts as never having been set."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    if not isinstance(stored, dict):
        return Preferences()
    last_store = _text(stored.get("last_store"))
    return Preferences(
        last_store=Path(last_store) if last_store else None,
        last_campaign_id=_text(stored.get("last_campaign_id")),
        window_geometry=_bytes(stored.get("window_geometry")),
        theme=_theme(stored.get("theme")),
    )


def write_preferences(preferences: Preferences, path: Path) -> None:
    """Writes preferences whole, so that a crash in between leaves the old ones.

    Raises:
        OSError: the folder cannot be made or written to.
    """
    stored = {
        "last_store": str(preferences.last_store) if preferences.last_store else None,
        "last_campaign_id": preferences.last_campaign_id,
        "window_geometry": preferences.window_geometry.hex(),
        "theme": preferences.theme.value,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    write_in_place(path, (json.dumps(stored, indent=2) + "\n").encode("utf-8"))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value and "\0" not in value else None


def _bytes(value: object) -> bytes:
    try:
        return bytes.fromhex(value) if isinstance(value, str) else b""
    except ValueError:
        return b""


def _theme(value: object) -> ThemeChoice:
    return next((choice for choice in ThemeChoice if choice.value == value), ThemeChoice.SYSTEM)
