"""Which state of a brief is printed, and what it says changed since an earlier version."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from campaignplanner.brief.contents import BriefDocument
from campaignplanner.brief.context import BETWEEN
from campaignplanner.brief.document import document_of
from campaignplanner.brief.edition import Edition
from campaignplanner.brief.options import BriefOptions
from campaignplanner.domain.activity import Side
from campaignplanner.domain.aim import Kpi
from campaignplanner.domain.approval import Approval, Decision, Version
from campaignplanner.domain.budget import Meets
from campaignplanner.domain.campaign import BriefTexts, CampaignStatus
from campaignplanner.domain.plan import Plan
from tests.builders import a_bridge, a_dated_activity, a_line, a_plan, an_activity, an_aim

TODAY = date(2026, 8, 3)
FIRST = Version(id="v1", number=1, day=date(2026, 7, 1))
BARS = a_dated_activity("Tasting bars", "2026-09-03", "2026-09-24", side=Side.OFFLINE)
LINE = a_line(600_000, Meets.OFFLINE, "tasting-bars", id="stands")


def decided(decision: Decision, who: str = "Ada") -> Approval:
    return Approval(id=who, version_id="v1", who=who, decision=decision, day=TODAY)


def brief(plan: Plan, edition: Edition, **options: object) -> BriefDocument:
    return document_of(plan, replace(BriefOptions(), **options), TODAY, edition)


def changes(before: Plan, after: Plan, **options: object) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """What the brief says changed: for each group, each thing with its sentences."""
    now = Plan.of(after.campaign, [*after.records(), FIRST])
    found = brief(now, Edition.now(now, before), **options).changes
    assert found is not None
    return {group.name: [(each.title, each.texts) for each in group.entries] for group in found.groups}


# -- the stamp -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("decisions", "stamp", "standing"),
    [
        ([], "Version 1, not approved yet", "draft"),
        ([Decision.APPROVED], "Version 1, approved", "approved"),
        ([Decision.APPROVED, Decision.APPROVED_WITH_CHANGES], "Version 1, approved with changes", "approved"),
        ([Decision.APPROVED, Decision.REJECTED], "Version 1, rejected", "rejected"),
    ],
)
def test_a_version_is_stamped_with_what_was_decided_about_it(
    decisions: list[Decision], stamp: str, standing: str
) -> None:
    now = a_plan(FIRST, [decided(each, str(number)) for number, each in enumerate(decisions)])
    head = brief(a_plan(BARS), Edition.kept(now, FIRST)).head
    assert (head.stamp, head.standing) == (stamp, standing)


def test_a_plan_that_has_gone_on_since_its_version_is_a_draft_again_and_every_page_says_so() -> None:
    now = a_plan(BARS, FIRST, decided(Decision.APPROVED), status=CampaignStatus.LIVE)
    found = brief(now, Edition.now(now, a_plan()))
    assert (found.head.stamp, found.look.watermark) == ("Draft after version 1", "Draft")


def test_a_plan_that_is_still_what_was_approved_carries_no_watermark() -> None:
    now = a_plan(BARS, FIRST, decided(Decision.APPROVED), status=CampaignStatus.LIVE)
    found = brief(now, Edition.now(now, a_plan(BARS)))
    assert (found.head.stamp, found.look.watermark) == ("Version 1, live", "")
    assert "changes" not in found.sections


def test_who_decided_stands_on_the_version() -> None:
    now = a_plan(FIRST, decided(Decision.APPROVED))
    assert [each.who for each in brief(a_plan(), Edition.kept(now, FIRST)).approvals.entries] == ["Ada"]


# -- what changed ----------------------------------------------------------------------------------------


def test_an_activity_that_moved_and_costs_more_is_told_in_a_few_words() -> None:
    later = a_dated_activity("Tasting bars", "2026-09-10", "2026-09-24", side=Side.OFFLINE)
    found = changes(a_plan(BARS, LINE), a_plan(later, replace(LINE, planned=1_000_000)))
    assert found["Activities"] == [
        ("Tasting bars", ("starts 10 Sept 2026, was 3 Sept 2026", "+€4,000 offline"))
    ]
    assert found["Money"][0] == ("Expected to cost in all", ("€10,000, was €6,000 (+€4,000)",))


def test_a_brief_without_money_tells_of_none_that_moved() -> None:
    found = changes(a_plan(BARS, LINE), a_plan(BARS, replace(LINE, planned=1)), with_money=False)
    assert "Money" not in found
    assert found.get("Activities", [("", ())])[0][1] == ()


def test_what_was_added_and_dropped_is_said() -> None:
    found = changes(a_plan(an_activity("Invite")), a_plan(BARS, an_aim()))
    assert found["Activities"] == [("Tasting bars", ("added",)), ("Invite", ("dropped",))]
    assert found["Aims"] == [("Win members", ("added",))]


def test_a_target_that_was_moved_is_told_with_both_values() -> None:
    aim = an_aim()
    kpi = Kpi(id="kpi", name="Members", aim_id=aim.id, target=Decimal(9000))
    found = changes(a_plan(aim, kpi), a_plan(aim, replace(kpi, target=Decimal(12000))))
    assert found["Measures"] == [(f"Members{BETWEEN}Win members", ("Target: 12,000; was 9,000",))]


def test_an_aim_that_was_reworded_is_told_with_both_wordings() -> None:
    found = changes(a_plan(an_aim()), a_plan(replace(an_aim(), statement="Win 12,000 members")))
    assert found["Aims"] == [("Win 12,000 members", ("Statement: Win 12,000 members; was Win members",))]


def test_a_long_text_is_only_said_to_be_reworded() -> None:
    before, after = a_plan(brief=BriefTexts(problem="a" * 80)), a_plan(brief=BriefTexts(problem="b" * 80))
    assert changes(before, after)["The campaign"] == [("Autumn Blend", ("Problem: reworded",))]


def test_a_bridge_is_called_by_both_its_ends() -> None:
    ends = (BARS, an_activity("Reviews"))
    found = changes(a_plan(ends), a_plan(ends, a_bridge("tasting-bars", "reviews")))
    assert found["Bridges"] == [("Tasting bars leads to Reviews", ("added",))]


def test_between_two_versions_it_is_told_what_changed_from_one_to_the_other() -> None:
    second = Version(id="v2", number=2, day=TODAY)
    edition = Edition.kept(a_plan(FIRST, second), second, (FIRST, a_plan()))
    found = brief(a_plan(BARS), edition).changes
    assert found is not None
    assert found.heading == "Changes since version 1"
    assert [group.name for group in found.groups] == ["Activities"]
