"""What the program remembers about the person between two starts.

Nothing in here is worth refusing to start for: whatever cannot be read falls back to its default.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from campaignplanner.paths import write_in_place

CAMPAIGNS_AT_MOST = 200
"""Of how many campaigns it is remembered how they were left; those left longest ago are forgotten."""


class ThemeChoice(Enum):
    """Whether the window follows the system's light or dark setting, or keeps to one."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignMemory:
    """How a campaign was left.

    Attributes:
        page: the name of the page that was shown; empty when none was chosen.
        states: what the pages keep for themselves, such as zoom and columns, by names of their own.
    """

    page: str = ""
    states: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """One set of preferences.

    Attributes:
        last_store: the store that was open when the program was closed; None is the default one.
        last_campaign_id: the campaign that was open then; None is the portfolio.
        window_geometry: size of the window as `QWidget.saveGeometry` gives it; empty is the default size.
        theme: light, dark, or what the system says.
        locale: how dates and numbers are written, as a name like `de_AT`; empty is what the system says.
        first_day_of_week: 1 for Monday to 7 for Sunday; None is what the locale says.
        currency: three letters, for new campaigns; empty is what the locale says.
        plan_widths: the widths of the three parts of the plan page; empty is the default.
        campaigns: how each campaign was left, by its id, the last one last.
    """

    last_store: Path | None = None
    last_campaign_id: str | None = None
    window_geometry: bytes = b""
    theme: ThemeChoice = ThemeChoice.SYSTEM
    locale: str = ""
    first_day_of_week: int | None = None
    currency: str = ""
    plan_widths: tuple[int, ...] = ()
    campaigns: Mapping[str, CampaignMemory] = field(default_factory=dict)


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
        locale=_text(stored.get("locale")) or "",
        first_day_of_week=_week_day(stored.get("first_day_of_week")),
        currency=_currency(stored.get("currency")),
        plan_widths=_widths(stored.get("plan_widths")),
        campaigns=_campaigns(stored.get("campaigns")),
    )


def write_preferences(preferences: Preferences, path: Path) -> None:
    """Writes preferences whole, so that a crash in between leaves the old ones.

    Raises:
        OSError: the folder cannot be made or written to.
    """
    left = list(preferences.campaigns.items())[-CAMPAIGNS_AT_MOST:]
    stored = {
        "last_store": str(preferences.last_store) if preferences.last_store else None,
        "last_campaign_id": preferences.last_campaign_id,
        "window_geometry": preferences.window_geometry.hex(),
        "theme": preferences.theme.value,
        "locale": preferences.locale,
        "first_day_of_week": preferences.first_day_of_week,
        "currency": preferences.currency,
        "plan_widths": list(preferences.plan_widths),
        "campaigns": {key: {"page": memory.page, "states": dict(memory.states)} for key, memory in left},
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


def _week_day(value: object) -> int | None:
    return value if _is_whole(value) and isinstance(value, int) and 1 <= value <= 7 else None


def _currency(value: object) -> str:
    is_code = isinstance(value, str) and len(value) == 3 and value.isascii() and value.isalpha()
    return str(value).upper() if is_code else ""


def _widths(value: object) -> tuple[int, ...]:
    """Widths in pixels; any that cannot be one counts as none at all."""
    if isinstance(value, list) and all(_is_whole(each) and 0 <= each < 100_000 for each in value):
        return tuple(value)
    return ()


def _campaigns(value: object) -> dict[str, CampaignMemory]:
    if not isinstance(value, dict):
        return {}
    found = [(str(key), _memory(each)) for key, each in value.items()]
    return {key: memory for key, memory in found[-CAMPAIGNS_AT_MOST:] if memory != CampaignMemory()}


def _memory(value: object) -> CampaignMemory:
    if not isinstance(value, dict):
        return CampaignMemory()
    states = value.get("states")
    kept = states.items() if isinstance(states, dict) else ()
    return CampaignMemory(
        page=_text(value.get("page")) or "",
        states={str(name): state for name, state in kept if isinstance(state, str)},
    )


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
