"""The colours of the window, light and dark, and the keeper that follows the system.

Widgets that paint ask `current()` while painting, so a change of scheme needs no wiring: Qt
repaints every widget when the application's palette changes.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from campaignplanner.preferences import ThemeChoice
from campaignplanner.ui.style_sheet import style_sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Named colours; every painted thing takes its colours from here and nowhere else.

    `online` and `offline` are edges and solid segments, the `_fill` ones lie under text.
    `track` is the empty part of a progress bar or a share bar. `both` and `not_said` are the
    two middle segments of a share bar, which are never halved into online and offline.
    """

    is_dark: bool
    text: QColor
    text_muted: QColor
    text_disabled: QColor
    surface: QColor
    surface_raised: QColor
    hairline: QColor
    control_edge: QColor
    hover: QColor
    selection: QColor
    accent: QColor
    accent_hover: QColor
    on_accent: QColor
    online: QColor
    online_fill: QColor
    offline: QColor
    offline_fill: QColor
    both: QColor
    not_said: QColor
    track: QColor
    waterline: QColor
    bridge: QColor
    today: QColor
    on_today: QColor
    error: QColor
    error_fill: QColor
    good: QColor

    @classmethod
    def light(cls) -> Theme:
        """Dark writing on white."""
        return cls(is_dark=False, **_colours(_LIGHT))

    @classmethod
    def dark(cls) -> Theme:
        """Light writing on a blue-black ground."""
        return cls(is_dark=True, **_colours(_DARK))

    def names(self) -> dict[str, str]:
        """Every colour by token name as `#rrggbb`, for style sheets and SVG strokes."""
        return {
            field.name: getattr(self, field.name).name() for field in fields(self) if field.name != "is_dark"
        }


_LIGHT = {
    "text": "#1b1f27",
    "text_muted": "#667085",
    "text_disabled": "#a3abba",
    "surface": "#ffffff",
    "surface_raised": "#f6f7f9",
    "hairline": "#e3e6eb",
    "control_edge": "#d0d5dd",
    "hover": "#eef0f4",
    "selection": "#e7f0fb",
    "accent": "#0b6bcb",
    "accent_hover": "#095cae",
    "on_accent": "#ffffff",
    "online": "#0b6bcb",
    "online_fill": "#dbeafe",
    "offline": "#b45309",
    "offline_fill": "#fde9c8",
    "both": "#8a94a6",
    "not_said": "#cdd3dd",
    "track": "#e3e6eb",
    "waterline": "#b7beca",
    "bridge": "#475467",
    "today": "#c81e1e",
    "on_today": "#ffffff",
    "error": "#c81e1e",
    "error_fill": "#fdecec",
    "good": "#067647",
}

_DARK = {
    "text": "#e8eaed",
    "text_muted": "#98a2b3",
    "text_disabled": "#5d6675",
    "surface": "#15181e",
    "surface_raised": "#1c2027",
    "hairline": "#2c323c",
    "control_edge": "#3a424f",
    "hover": "#242a33",
    "selection": "#1b2c40",
    "accent": "#7cc0ff",
    "accent_hover": "#9bcfff",
    "on_accent": "#0b1220",
    "online": "#7cc0ff",
    "online_fill": "#133a5e",
    "offline": "#ffc069",
    "offline_fill": "#54370f",
    "both": "#8a94a6",
    "not_said": "#4a5261",
    "track": "#2c323c",
    "waterline": "#4d5566",
    "bridge": "#b6bec9",
    "today": "#ff8a80",
    "on_today": "#0b1220",
    "error": "#ff8a80",
    "error_fill": "#3a2024",
    "good": "#6ce9a6",
}


def _colours(table: dict[str, str]) -> dict[str, QColor]:
    return {name: QColor(value) for name, value in table.items()}


_LIGHT_THEME = Theme.light()
_DARK_THEME = Theme.dark()


def current() -> Theme:
    """The theme in force: read from the application's palette, so there is no second truth."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return _DARK_THEME if window.lightness() < 128 else _LIGHT_THEME


def palette_of(theme: Theme) -> QPalette:
    """The Qt palette that gives Fusion's own parts the theme's colours."""
    palette = QPalette()
    for role, colour in _roles(theme).items():
        palette.setColor(role, colour)
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.HighlightedText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.text_disabled)
    return palette


def _roles(theme: Theme) -> dict[QPalette.ColorRole, QColor]:
    role = QPalette.ColorRole
    return {
        role.Window: theme.surface,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.surface_raised,
        role.Text: theme.text,
        role.PlaceholderText: theme.text_muted,
        role.Button: theme.surface_raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.error,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.surface_raised,
        role.ToolTipText: theme.text,
        role.Light: theme.surface,
        role.Midlight: theme.hover,
        role.Mid: theme.hairline,
        role.Dark: theme.control_edge,
        role.Shadow: theme.hairline,
    }


class ThemeKeeper(QObject):
    """Keeps the application in the chosen theme and follows the system while it runs.

    `changed` carries the Theme after the palette is in place.
    """

    changed = Signal(object)

    def __init__(
        self,
        application: QApplication,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        parent: QObject | None = None,
    ) -> None:
        """Dresses the application at once; follows the system for as long as the parent lives."""
        super().__init__(parent or application)
        self._application = application
        self._hints = application.styleHints()
        self._choice = choice
        self._shown: Theme | None = None
        self._hints.colorSchemeChanged.connect(self._follow)
        self.choose(choice)

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose."""
        return self._choice

    def choose(self, choice: ThemeChoice) -> None:
        """Takes the choice; the system's own parts (title bar, file dialogs) follow it too."""
        self._choice = choice
        self._hints.setColorScheme(_SCHEMES[choice])
        self._follow(self._hints.colorScheme())

    @Slot(Qt.ColorScheme)
    def _follow(self, system: Qt.ColorScheme) -> None:
        theme = self._wanted(system)
        if theme is self._shown:
            return
        self._shown = theme
        # In place of another sheet Qt dresses each widget once for every widget around it; after none, once.
        self._application.setStyleSheet("")
        self._application.setPalette(palette_of(theme))
        self._application.setStyleSheet(style_sheet(theme.names()))
        self.changed.emit(theme)

    def _wanted(self, system: Qt.ColorScheme) -> Theme:
        if self._choice is ThemeChoice.SYSTEM:
            return _DARK_THEME if system is Qt.ColorScheme.Dark else _LIGHT_THEME
        return _DARK_THEME if self._choice is ThemeChoice.DARK else _LIGHT_THEME


_SCHEMES = {
    ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
    ThemeChoice.LIGHT: Qt.ColorScheme.Light,
    ThemeChoice.DARK: Qt.ColorScheme.Dark,
}
