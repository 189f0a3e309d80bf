"""How dates and numbers are written, on which day a week begins, and what money is counted in.

What was chosen is kept where every widget finds it without being told: the locale as Qt's default locale,
the first day of the week as a property of the application.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimeZone

from campaignplanner.preferences import Preferences

FALLBACK_CURRENCY = "EUR"

_FIRST_DAY = "campaignplanner_first_day_of_week"
_EXAMPLE_DAYS = date(2026, 8, 24), date(2026, 11, 30)
_EXAMPLE_AMOUNT = 123_450


@dataclass(frozen=True, slots=True)
class LocaleChoice:
    """A way to write dates and numbers.

    Attributes:
        name: such as ``de_AT``.
        words: the language and the country, in English.
    """

    name: str
    words: str


def settle(preferences: Preferences) -> None:
    """Takes what is remembered, at the start of the program."""
    if preferences.locale:
        write_as_in(preferences.locale)
    elif QLocale().language() is QLocale.Language.C:
        # The system names no country at all, as bare Linux systems do.
        QLocale.setDefault(_british())
    begin_weeks_on(preferences.first_day_of_week)


def write_as_in(name: str) -> None:
    """Writes dates and numbers as a locale does; as the system says where the name is empty."""
    locale = QLocale(name) if name else QLocale.system()
    QLocale.setDefault(_british() if locale.language() is QLocale.Language.C else locale)


def begin_weeks_on(day: int | None) -> None:
    """Begins the weeks of calendars on a day, 1 for Monday to 7 for Sunday; None is what the locale says."""
    application = QCoreApplication.instance()
    if application is not None:
        application.setProperty(_FIRST_DAY, day)


def first_day_of_week() -> Qt.DayOfWeek:
    """The day with which the weeks of a calendar begin.

    Weeks that are counted, on the timeline and in the spend per week, begin on Monday everywhere.
    """
    application = QCoreApplication.instance()
    chosen = None if application is None else application.property(_FIRST_DAY)
    return QLocale().firstDayOfWeek() if chosen is None else Qt.DayOfWeek(chosen)


def currency_of(preferences: Preferences) -> str:
    """What the money of a new campaign is counted in: what was chosen, else what the locale pays with."""
    return preferences.currency or currency_here() or FALLBACK_CURRENCY


def currency_here() -> str:
    """The currency of the locale's country; empty where it is not known."""
    return QLocale().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)


def locale_choices() -> tuple[LocaleChoice, ...]:
    """Every way to write dates and numbers that Qt knows, by language and country."""
    found = {each.name: each for each in _locales()}
    return tuple(sorted(found.values(), key=lambda each: (each.words.casefold(), each.name)))


def currencies() -> tuple[str, ...]:
    """The currencies of all countries, by code."""
    code = QLocale.CurrencySymbolFormat.CurrencyIsoCode
    return tuple(sorted({each.currencySymbol(code) for each in _all_locales()} - {""}))


def example() -> str:
    """Some days and an amount of money, written as everything in the window is now."""
    from campaignplanner.ui.formats import money_text, span_text  # not needed before the first paint

    first_day, last_day = _EXAMPLE_DAYS
    money = money_text(_EXAMPLE_AMOUNT, currency_here() or FALLBACK_CURRENCY)
    return f"{span_text(first_day, last_day)} \u00b7 {money}"


def _locales() -> Iterator[LocaleChoice]:
    for each in _all_locales():
        language = QLocale.languageToString(each.language())
        country = QLocale.territoryToString(each.territory())
        yield LocaleChoice(each.name(), f"{language} ({country})")


def _all_locales() -> list[QLocale]:
    anything = (QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry)
    return [each for each in QLocale.matchingLocales(*anything) if each.language() is not QLocale.Language.C]


def _british() -> QLocale:
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def known_time_zones() -> list[str]:
    """The time zones that are named after a place, such as Europe/Berlin, in the order of the alphabet."""
    names = (bytes(each.data()).decode("ascii") for each in QTimeZone.availableTimeZoneIds())
    return sorted(name for name in names if name.split("/")[0] in _PARTS_OF_THE_WORLD)


_PARTS_OF_THE_WORLD = frozenset(
    {
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    }
)
