"""The settings: each is taken as soon as it is chosen, and the window shows it at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from campaignplanner.preferences import Preferences, ThemeChoice
from campaignplanner.ui import regional
from campaignplanner.ui.dialogs.files import FileDoor
from campaignplanner.ui.dialogs.question import Question
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.form import Form
from campaignplanner.ui.widgets.lines import ElidedLabel, label

_DAYS_OF_WEEK = range(1, 8)
_LIKE_SYSTEM = ""
_PREFERENCE = "preference"
"""Property of a field: the preference that it is about."""


class SettingsDialog(Question):
    """Shows the preferences and tells each change; whoever opens it makes the change happen.

    Signals:
        changed: carries the Preferences as they are wanted now.
        store_wanted: carries the path of the store to open instead.
    """

    changed = Signal(object)
    store_wanted = Signal(object)

    def __init__(self, preferences: Preferences, store: Path, files: FileDoor, parent: QWidget) -> None:
        """Shows what is chosen.

        Args:
            preferences: as they are.
            store: the store that is open.
            files: asks for another.
            parent: the window that is blocked meanwhile.
        """
        super().__init__(parent)
        self._preferences = preferences
        self._store = store
        self._files = files
        self.ask(self.tr("Settings"))
        self.add(self._build_form())
        self.add(self._build_store())
        self.add_answer(self.tr("Close"))
        self.show_store(store)
        self.theme.setFocus()

    # -- building ------------------------------------------------------------------------------------

    def _build_form(self) -> Form:
        form = Form()
        self.theme = self._field(self.tr("Colours"), self._theme_words(), "theme")
        self.locale_field = self._field(self.tr("Dates and numbers as in"), self._locale_words(), "locale")
        self.week = self._field(self.tr("Calendars begin weeks on"), self._week_words(), "first_day_of_week")
        self.currency = self._field(self.tr("Currency of new campaigns"), self._currency_words(), "currency")
        for field in (self.theme, self.locale_field, self.week, self.currency):
            form.add_field(field, half=True)
        self._say_example()
        return form

    def _field(self, words: str, choices: list[tuple[object, str]], name: str) -> ChoiceField:
        field = ChoiceField(words, choices)
        field.show_value(getattr(self._preferences, name))
        field.setProperty(_PREFERENCE, name)
        field.edited.connect(self._take)
        return field

    def _build_store(self) -> QWidget:
        part = Form()
        part.add_section(self.tr("Where the campaigns are kept"))
        self._path = ElidedLabel(role="muted")
        self._trouble = label(role="error")
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self.open_button = QPushButton(self.tr("Open another…"))
        self.make_button = QPushButton(self.tr("Make a new one…"))
        self.open_button.clicked.connect(self._open_another)
        self.make_button.clicked.connect(self._make_new)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.open_button, self.make_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        for widget in (self._path, self._trouble, buttons):
            part.add_widget(widget)
        return part

    # -- what can be chosen --------------------------------------------------------------------------

    def _theme_words(self) -> list[tuple[object, str]]:
        return [
            (ThemeChoice.SYSTEM, self.tr("Like the system")),
            (ThemeChoice.LIGHT, self.tr("Light")),
            (ThemeChoice.DARK, self.tr("Dark")),
        ]

    def _locale_words(self) -> list[tuple[object, str]]:
        found = [(each.name, each.words) for each in regional.locale_choices()]
        return [(_LIKE_SYSTEM, self.tr("What the system says")), *found]

    def _week_words(self) -> list[tuple[object, str]]:
        usual = QLocale.c().standaloneDayName(QLocale().firstDayOfWeek().value)
        there = self.tr("As usual there (%1)").replace("%1", usual)
        return [(None, there), *((day, QLocale.c().standaloneDayName(day)) for day in _DAYS_OF_WEEK)]

    def _currency_words(self) -> list[tuple[object, str]]:
        here = regional.currency_here() or regional.FALLBACK_CURRENCY
        usual = self.tr("As usual there (%1)").replace("%1", here)
        return [("", usual), *((code, code) for code in regional.currencies())]

    # -- what changes --------------------------------------------------------------------------------

    def show_store(self, path: Path) -> None:
        """Says where the campaigns are kept now."""
        self._store = path
        self._path.show_text(str(path))
        self._trouble.hide()

    def show_trouble(self, sentence: str) -> None:
        """Says why another store could not be opened; the one before is still open."""
        self._trouble.setText(sentence)
        self._trouble.show()
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def trouble(self) -> str:
        """Why another store could not be opened; empty when all is well."""
        return self._trouble.text() if self._trouble.isVisibleTo(self) else ""

    @Slot(object)
    def _take(self, value: object) -> None:
        chosen: dict[str, Any] = {self.sender().property(_PREFERENCE): value}
        self._preferences = replace(self._preferences, **chosen)
        self.changed.emit(self._preferences)
        self.currency.show_choices(self._currency_words())
        self.week.show_choices(self._week_words())
        self._say_example()

    def _say_example(self) -> None:
        self.locale_field.show_hint(regional.example())

    @Slot()
    def _open_another(self) -> None:
        self._want(self._files.store_to_open(self))

    @Slot()
    def _make_new(self) -> None:
        self._want(self._files.store_to_make(self, self._store.parent))

    def _want(self, path: Path | None) -> None:
        if path is not None:
            self.store_wanted.emit(path)
