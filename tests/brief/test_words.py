"""The fixed words of the brief in every language that there is a table for."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path

import pytest

from campaignplanner.brief.words import Words, languages
from campaignplanner.domain.activity import ActivityStatus, Kind, Side
from campaignplanner.domain.aim import Better, BusinessArea, KpiStage
from campaignplanner.domain.approval import Decision
from campaignplanner.domain.bridge import Mechanism, Pattern
from campaignplanner.domain.budget import CostType, Meets
from campaignplanner.domain.campaign import CampaignStatus
from campaignplanner.domain.errors import PlanError
from campaignplanner.resources import resource_path

CHOICES: tuple[type[Enum], ...] = (
    ActivityStatus,
    Better,
    BusinessArea,
    CampaignStatus,
    CostType,
    Decision,
    Kind,
    KpiStage,
    Mechanism,
    Meets,
    Pattern,
    Side,
)
OTHERS = [code for code in languages() if code != "en"]


def filled_in(text: str) -> list[str]:
    return sorted(re.findall(r"\{(\w+)\}", text))


def templates() -> str:
    return "\n".join(path.read_text("utf-8") for path in Path(resource_path("brief")).glob("*.typ"))


def test_there_are_english_and_german() -> None:
    assert {code: each.name for code, each in languages().items()} == {"de": "Deutsch", "en": "English"}


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_has_every_word_with_the_same_blanks_to_fill_in(code: str) -> None:
    english, other = languages()["en"].words, languages()[code].words
    assert {name: filled_in(text) for name, text in other.items()} == {
        name: filled_in(text) for name, text in english.items()
    }


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_has_a_word_for_everything_that_people_choose_from(code: str) -> None:
    choices = languages()[code].choices
    assert {name: set(table) for name, table in choices.items()} == {
        each.__name__: {str(value.value) for value in each} for each in CHOICES
    }


@pytest.mark.parametrize("code", list(languages()))
def test_no_word_is_empty(code: str) -> None:
    assert [name for name, text in languages()[code].words.items() if not text.strip()] == []


def test_the_templates_ask_only_for_words_that_there_are() -> None:
    asked = set(re.findall(r"\bwords\.([a-z_]+)", templates()))
    assert asked - {"at"} <= set(languages()["en"].words)


def test_a_choice_without_a_word_is_said_in_english() -> None:
    assert Words("en").choice(Kind.POP_UP) == "pop-up"


def test_a_language_without_words_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(PlanError, match="no words for the language “tlh”; there are de, en"):
        Words("tlh")
