"""The workspace as the window sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from campaignplanner.domain.errors import FileTrouble
from campaignplanner.services.commands.campaign import ChangeCampaign
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.live_plan import LivePlan


@pytest.fixture
def live(qtbot: QtBot, workspace: Workspace, spring: str) -> Iterator[LivePlan]:
    live = LivePlan(workspace)
    workspace.open_campaign(spring)
    yield live
    workspace.unsubscribe(live._pass_on)


def rename(live: LivePlan, *titles: str) -> None:
    for title in titles:
        assert live.execute(ChangeCampaign({"title": title}))


def title(live: LivePlan) -> str:
    assert live.plan is not None
    return live.plan.campaign.title


def refusing() -> None:
    raise FileTrouble("The drive is full.")


def test_an_edit_is_told_once_after_it_is_written(live: LivePlan, qtbot: QtBot) -> None:
    with qtbot.waitSignal(live.changed) as caught:
        rename(live, "Summer tasting")
    assert caught.args[0].plan.campaign.title == "Summer tasting"
    assert title(live) == "Summer tasting"


def test_a_refused_edit_says_why_and_changes_nothing(live: LivePlan, qtbot: QtBot) -> None:
    with qtbot.waitSignal(live.refused) as caught, qtbot.assertNotEmitted(live.changed):
        assert not live.execute(ChangeCampaign({"title": ""}))
    assert caught.args == ["A campaign needs a title."]
    assert title(live) == "Spring tasting"


def test_trouble_with_the_stores_file_becomes_a_sentence(live: LivePlan, qtbot: QtBot) -> None:
    with qtbot.waitSignal(live.refused) as caught:
        assert live.asked(refusing) is None
    assert caught.args == ["The drive is full."]


def test_a_defect_is_not_turned_into_a_sentence(live: LivePlan) -> None:
    with pytest.raises(ZeroDivisionError):
        live.succeeds(lambda: 1 // 0)


def test_undo_and_redo_walk_the_history(live: LivePlan, spring: str) -> None:
    rename(live, "Summer tasting")
    assert live.undo(spring)
    assert title(live) == "Spring tasting"
    assert live.redo(spring)
    assert title(live) == "Summer tasting"


def step(live: LivePlan, spring: str, newest_first: int) -> int:
    return live.workspace.history(spring)[newest_first].id


@pytest.mark.parametrize(("place", "expected"), [(0, "Three"), (1, "Two"), (2, "One")])
def test_going_to_a_step_gives_what_was_there_right_after_it(
    live: LivePlan, spring: str, place: int, expected: str
) -> None:
    rename(live, "One", "Two", "Three")
    wanted = step(live, spring, place)
    live.go_to(spring, wanted)
    assert title(live) == expected


def test_going_to_the_beginning_takes_everything_back(live: LivePlan, spring: str) -> None:
    rename(live, "One", "Two")
    live.go_to(spring, None)
    assert title(live) == "Spring tasting"


def test_from_the_beginning_every_step_can_be_gone_to_again(live: LivePlan, spring: str) -> None:
    rename(live, "One", "Two", "Three")
    wanted = step(live, spring, 1)
    live.go_to(spring, None)
    live.go_to(spring, wanted)
    assert title(live) == "Two"


def test_pages_are_told_once_however_far_the_way_is(
    live: LivePlan, spring: str, count_of: Callable[[object], list[object]]
) -> None:
    rename(live, "One", "Two", "Three")
    told = count_of(live.changed)
    live.go_to(spring, None)
    assert len(told) == 1


@pytest.fixture
def count_of(qtbot: QtBot) -> Callable[[object], list[object]]:
    def counted(signal: object) -> list[object]:
        heard: list[object] = []
        signal.connect(heard.append)  # type: ignore[attr-defined]
        return heard

    return counted
