"""Words that fields complete."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from campaignplanner.domain.errors import FileTrouble
from campaignplanner.domain.known_words import WordKind
from campaignplanner.services.commands.activity import ChangeActivity, DeleteActivity
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.known_words import KnownWords
from campaignplanner.ui.live_plan import LivePlan
from tests.builders import a_plan, an_activity


@pytest.fixture
def live(workspace: Workspace) -> Iterator[LivePlan]:
    workspace.open_campaign(workspace.import_plan(a_plan(an_activity("Bars", owner="Meera"))))
    live = LivePlan(workspace)
    yield live
    live.deleteLater()


@pytest.fixture
def questions(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> list[WordKind]:
    """What the store was asked, in order."""
    asked: list[WordKind] = []
    known_words = workspace.known_words

    def noted(kind: WordKind) -> tuple[str, ...]:
        asked.append(kind)
        return known_words(kind)

    monkeypatch.setattr(workspace, "known_words", noted)
    return asked


def test_nothing_is_read_before_it_is_asked_for(live: LivePlan, questions: list[WordKind]) -> None:
    KnownWords(live)
    assert questions == []


def test_words_are_read_once(live: LivePlan, questions: list[WordKind]) -> None:
    words = KnownWords(live)
    assert words.of(WordKind.OWNER) == words.of(WordKind.OWNER) == ("Meera",)
    assert questions == [WordKind.OWNER]


def test_a_word_that_was_just_typed_is_offered_next_time(live: LivePlan) -> None:
    words = KnownWords(live)
    words.of(WordKind.OWNER)
    live.execute(ChangeActivity("bars", {"owner": "Ann"}))
    assert words.of(WordKind.OWNER) == ("Ann",)


def test_a_word_is_forgotten_with_the_last_record_that_had_it(live: LivePlan) -> None:
    words = KnownWords(live)
    words.of(WordKind.OWNER)
    live.execute(DeleteActivity("bars"))
    assert words.of(WordKind.OWNER) == ()


def test_an_edit_of_something_else_reads_nothing_again(live: LivePlan, questions: list[WordKind]) -> None:
    words = KnownWords(live)
    words.of(WordKind.OWNER)
    live.execute(ChangeActivity("bars", {"title": "Tasting bars"}))
    words.of(WordKind.OWNER)
    assert questions == [WordKind.OWNER]


def test_words_of_a_campaign_that_comes_in_are_known(live: LivePlan) -> None:
    words = KnownWords(live)
    words.of(WordKind.OWNER)
    live.workspace.import_plan(a_plan(an_activity("Clinic", owner="Ines"), id="other"))
    assert words.of(WordKind.OWNER) == ("Ines", "Meera")


def test_trouble_with_the_store_is_told_and_tried_again(
    live: LivePlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    words, told = KnownWords(live), []
    live.refused.connect(told.append)

    def fails(kind: WordKind) -> tuple[str, ...]:
        raise FileTrouble("The store is out of reach.")

    with monkeypatch.context() as context:
        context.setattr(live.workspace, "known_words", fails)
        assert words.of(WordKind.OWNER) == ()
    assert told == ["The store is out of reach."]
    assert words.of(WordKind.OWNER) == ("Meera",)
