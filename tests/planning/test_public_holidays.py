from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from campaignplanner.domain.days import Span
from campaignplanner.planning.public_holidays import public_holidays

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))


def test_holidays_come_in_the_language_that_is_wanted() -> None:
    assert public_holidays("DE", YEAR)[date(2026, 10, 3)] == "German Unity Day"
    assert public_holidays("DE", YEAR, "de")[date(2026, 10, 3)] == "Tag der Deutschen Einheit"


def test_a_language_that_the_country_lacks_gives_its_own() -> None:
    assert public_holidays("DE", YEAR, "fr")[date(2026, 10, 3)] == "Tag der Deutschen Einheit"


@pytest.mark.parametrize("country", ["DE", "de", " DE ", "DEU", "Germany", "germany"])
def test_a_country_is_known_as_people_type_it(country: str) -> None:
    assert date(2026, 10, 3) in public_holidays(country, YEAR)


@pytest.mark.parametrize("country", ["United Kingdom", "united-kingdom", "GB", "GBR", "UK"])
def test_names_of_several_words_and_usual_codes_are_known(country: str) -> None:
    assert date(2026, 12, 25) in public_holidays(country, YEAR)


def test_a_part_of_a_country_has_days_of_its_own() -> None:
    epiphany = date(2026, 1, 6)
    assert epiphany in public_holidays("DE-BY", YEAR)
    assert epiphany not in public_holidays("DE", YEAR)
    assert epiphany not in public_holidays("DE-nowhere", YEAR)


@pytest.mark.parametrize("country", ["", " ", "-", "Atlantis", "D", "🏝"])
def test_what_is_no_country_has_no_holidays(country: str) -> None:
    assert public_holidays(country, YEAR) == {}


def test_only_days_of_the_span_count() -> None:
    assert set(public_holidays("DE", Span(date(2026, 10, 3), date(2026, 12, 25)))) == {
        date(2026, 10, 3),
        date(2026, 12, 25),
    }


def test_a_slip_in_a_year_does_not_work_out_centuries() -> None:
    found = public_holidays("DE", Span(date(2026, 1, 1), date(9999, 12, 31)))
    assert max(found) < date(2040, 1, 1)


def test_the_library_is_imported_only_when_a_country_is_asked_about() -> None:
    program = (
        "import sys; import campaignplanner.planning.public_holidays, campaignplanner.app; "
        "assert 'holidays' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=120)
