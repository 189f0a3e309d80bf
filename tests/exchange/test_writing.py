"""What a written campaign file looks like to a person."""

import json
from random import Random
from typing import Any

import pytest

from campaignplanner.domain.activity import Kind
from campaignplanner.domain.approval import Approval, Version, VersionState
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.bridge import Pattern
from campaignplanner.domain.errors import FileTrouble
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import RECORD_TYPES
from campaignplanner.exchange.campaign_file import CampaignFile, CampaignFileFormat
from campaignplanner.exchange.layout import GROUPS, Group
from tests.builders import a_bridge, a_dated_activity, a_line, a_plan, an_activity, an_aim, day


def written(plan: Plan, *states: VersionState) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(CampaignFile(plan, states).text())
    return tree


def a_version(number: int = 1) -> Version:
    return Version(id=f"v{number}", number=number, day=day("2026-08-01"))


def a_state(content: str) -> VersionState:
    return VersionState(id="s1", version_id="v1", content=content)


def test_a_small_plan_reads_like_this() -> None:
    aim = an_aim("Win members")
    plan = a_plan(
        aim,
        a_dated_activity("Clinic", "2026-09-28", "2026-10-17", kind=Kind.SERVICE_CLINIC, aims=[aim]),
        an_activity("Thread"),
        a_bridge("clinic", "thread", Pattern.CARRIES_ON_AS),
        a_line(131364, activity="clinic", id="line", label="Rooms"),
        currency="GBP",
    )
    assert CampaignFile(plan).text() == SMALL_PLAN


SMALL_PLAN = """\
{
  "format": "campaignplanner.campaign",
  "version": 1,
  "campaign": { "id": "campaign", "title": "Autumn Blend", "currency": "GBP" },
  "aims": [
    { "id": "win-members", "statement": "Win members" }
  ],
  "activities": [
    {
      "id": "clinic",
      "side": "offline",
      "kind": "service clinic",
      "title": "Clinic",
      "flights": [
        { "id": "clinic@2026-09-28", "first_day": "2026-09-28", "last_day": "2026-10-17" }
      ],
      "contributions": [
        { "id": "clinic>win-members", "aim": "win-members" }
      ],
      "lines": [
        { "id": "line", "label": "Rooms", "meets": "online", "planned": "1313.64" }
      ]
    },
    { "id": "thread", "side": "online", "kind": "conversation", "title": "Thread" }
  ],
  "bridges": [
    { "id": "clinic~thread", "source": "clinic", "target": "thread", "pattern": "carries on as" }
  ]
}
"""


def test_the_same_plan_gives_the_same_text_whatever_the_order_of_its_records(sample_plan: Plan) -> None:
    shuffled = list(sample_plan.records())
    Random(7).shuffle(shuffled)
    again = Plan.of(sample_plan.campaign, shuffled)
    assert CampaignFile(again).text() == CampaignFile(sample_plan).text()


def test_the_letters_of_every_language_stay_readable() -> None:
    assert "Café ☕ 秋 👩‍🍳" in CampaignFile(a_plan(title="Café ☕ 秋 👩‍🍳")).text()


@pytest.mark.parametrize("unseen", ["\u202e", "\u2066", "\u2028", "\x07", "\x85", "\ufeff"])
def test_characters_that_nobody_sees_are_written_as_their_numbers(unseen: str) -> None:
    plan = a_plan(title=f"A{unseen}B")
    text = CampaignFile(plan).text()
    assert unseen not in text
    assert CampaignFile.of_text(text).plan == plan


def test_a_position_that_the_order_does_not_say_is_written() -> None:
    plan = a_plan(an_aim("First", position=2), an_aim("Second", position=5))
    assert [aim.get("position") for aim in written(plan)["aims"]] == [2, 5]
    assert CampaignFile.of_text(CampaignFile(plan).text()).plan == plan


def test_an_influence_of_ambassadors_names_no_audience() -> None:
    plan = a_plan(Audience(id="us", name="Us"), Influence(id="i", from_audience_id=None, to_audience_id="us"))
    assert written(plan)["influences"] == [{"id": "i", "to_audience": "us"}]


def test_every_sort_of_record_has_its_list() -> None:
    def types(groups: tuple[Group, ...]) -> set[type]:
        return {found for group in groups for found in (group.record_type, *types(group.groups))}

    assert types(GROUPS) == set(RECORD_TYPES)


def test_a_kept_plan_stands_in_its_version() -> None:
    kept = CampaignFileFormat().write(a_plan(an_aim("Grow")))
    plan = a_plan(a_version(), a_version(2))
    first, second = written(plan, a_state(kept))["versions"]
    assert first["state"] == {"id": "s1", "content": json.loads(kept)}
    assert "state" not in second


def test_a_kept_plan_comes_back_to_the_letter() -> None:
    kept = CampaignFileFormat().write(a_plan(an_aim("Grow"), a_line(7)))
    file = CampaignFile(a_plan(a_version()), (a_state(kept),))
    assert CampaignFile.of_text(file.text()) == file


def test_a_damaged_kept_plan_is_named_by_its_version() -> None:
    with pytest.raises(FileTrouble, match="kept with version 1 is damaged"):
        CampaignFile(a_plan(a_version()), (a_state("{"),)).text()


def test_what_a_version_keeps_holds_no_versions() -> None:
    approval = Approval(id="a", version_id="v1", who="Ada", day=day("2026-08-02"))
    plan = a_plan(an_aim("Grow"), a_version(), approval)
    plan_format = CampaignFileFormat()
    assert plan_format.read(plan_format.write(plan)) == a_plan(an_aim("Grow"))


def test_the_format_reads_kept_plans_as_well() -> None:
    plan_format = CampaignFileFormat()
    state = a_state(plan_format.write(a_plan(an_aim("Grow"))))
    file = CampaignFile(a_plan(a_version()), (state,))
    assert plan_format.read_with_states(file.text()) == (file.plan, file.states)
