"""The plays that come with the program: six ways in which online and offline carry each other.

Public: ``builtin_plays``. Their days follow from the campaign's own thresholds, so that every bridge of a
play holds where it is placed. The day on which a play is placed is that of its offline moment, or, where
online comes first, the day on which people begin.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from campaignplanner.domain.activity import Kind, Side
from campaignplanner.domain.bridge import Mechanism, Pattern
from campaignplanner.domain.budget import CostType, Meets
from campaignplanner.domain.campaign import Thresholds
from campaignplanner.domain.play import Play, PlayActivity, PlayBridge, PlayLine

WEEK = 7
FORTNIGHT = 14
THREE_WEEKS = 21


@dataclass(frozen=True, slots=True)
class _Days:
    """The lead and lag times of the bridges, in days."""

    announce: int
    carry_on: int
    ask: int
    reward: int


def builtin_plays(thresholds: Thresholds | None = None) -> tuple[Play, ...]:
    """Return the plays, with days by which their bridges hold under these thresholds."""
    known = thresholds or Thresholds()
    days = _Days(
        announce=max(known.announce_hint_days, 1),
        carry_on=min(1, known.carry_on_days),
        ask=max(known.ask_after_usual_days, known.ask_after_least_days, 1),
        reward=min(1, known.reward_days),
    )
    return tuple(make(days) for make in _PLAYS)


def _meet(days: _Days) -> Play:
    return _play(
        play_id="play.meet_then_share",
        title="Meet, then go on sharing",
        description="People are invited online, meet in person, and share on afterwards what they saw.",
        activities=(
            _part(Kind.INVITATION, "Invitation", (-days.announce, -1), "Say that they come, and with whom"),
            _part(Kind.MEET_UP, "Meet-up", (0, 0), "Meet, try things and take pictures of each other"),
            _part(
                Kind.CONVERSATION,
                "Sharing after the meet-up",
                (days.carry_on, days.carry_on + THREE_WEEKS),
                "Show what they did, and name who was there",
            ),
        ),
        bridges=(
            _announces(0, 1),
            PlayBridge(source=1, target=2, pattern=Pattern.CARRIES_ON_AS, mechanism=Mechanism.HASHTAG),
        ),
        lines=(
            (0, "Sending the invitations", CostType.MEDIA),
            (1, "Room, food and drink", CostType.VENUE),
            (1, "Hosts", CostType.PEOPLE),
            (2, "Replies and moderation", CostType.PEOPLE),
        ),
    )


def _try(days: _Days) -> Play:
    asked = WEEK - 1 + days.ask
    return _play(
        play_id="play.try_then_talk",
        title="Try it, then talk about it",
        description="People try the product in person and are asked for their opinion when they have one.",
        activities=(
            _part(Kind.PRODUCT_TRIAL, "Trial", (0, WEEK - 1), "Try it, take some home and leave an address"),
            _part(
                Kind.REVIEW_DRIVE,
                "Reviews of those who tried",
                (asked, asked + FORTNIGHT),
                "Write two lines about what it was like at home",
            ),
        ),
        bridges=(
            PlayBridge(
                source=0,
                target=1,
                pattern=Pattern.IS_TALKED_ABOUT_IN,
                mechanism=Mechanism.QR_CODE,
                ask_after_days=days.ask,
            ),
        ),
        lines=(
            (0, "Product to try", CostType.PRODUCT),
            (0, "Crew", CostType.PEOPLE),
            (1, "Asking and replying", CostType.PEOPLE),
        ),
    )


def _show(days: _Days) -> Play:
    del days
    return _play(
        play_id="play.made_then_shown",
        title="Made online, shown in the place",
        description="People make something online and find it in a shop; who sees it there joins in.",
        activities=(
            _part(
                Kind.CHALLENGE,
                "Challenge",
                (-THREE_WEEKS, FORTNIGHT),
                "Make something and post it",
            ),
            _part(
                Kind.DISPLAY,
                "What people made, on show",
                (0, THREE_WEEKS),
                "Look for their own and their neighbours' work, and scan the code",
            ),
            _part(
                Kind.CONVERSATION,
                "Talk of what is on show",
                (0, THREE_WEEKS + WEEK),
                "Say which they like, and show where it hangs",
            ),
        ),
        bridges=(
            PlayBridge(source=0, target=1, pattern=Pattern.IS_SHOWN_AT, mechanism=Mechanism.STAFF_PROMPT),
            PlayBridge(source=1, target=2, pattern=Pattern.LEADS_TO, mechanism=Mechanism.QR_CODE),
        ),
        lines=(
            (0, "Prompts and consent", CostType.PRODUCTION),
            (1, "Screens or prints", CostType.PRODUCTION),
            (2, "Replies and moderation", CostType.PEOPLE),
        ),
    )


def _reward(days: _Days) -> Play:
    given = THREE_WEEKS - 1 + days.reward
    return _play(
        play_id="play.done_then_rewarded",
        title="Did it online, rewarded in person",
        description="What people do online earns them something that is handed to them in person.",
        activities=(
            _part(Kind.CHALLENGE, "Challenge", (0, THREE_WEEKS - 1), "Do it, show it and pass it on"),
            _part(
                Kind.REWARD, "Reward in person", (given, given + FORTNIGHT), "Get it and be thanked by name"
            ),
            _part(
                Kind.CONTENT,
                "People show their reward",
                (given, given + THREE_WEEKS),
                "Show what they got, and for what",
            ),
        ),
        bridges=(
            PlayBridge(source=0, target=1, pattern=Pattern.IS_REWARDED_BY, mechanism=Mechanism.PROMO_CODE),
            PlayBridge(source=1, target=2, pattern=Pattern.LEADS_TO, mechanism=Mechanism.HASHTAG),
        ),
        lines=(
            (0, "Reach for the best posts", CostType.MEDIA),
            (1, "Rewards", CostType.REWARDS),
            (1, "Hand-over", CostType.PEOPLE),
            (2, "Prints and thanks", CostType.PRODUCTION),
        ),
    )


def _answer(days: _Days) -> Play:
    after = 2 + days.carry_on
    return _play(
        play_id="play.answers_and_clinic",
        title="Customers answer customers, clinic in the shop",
        description="Customers help each other online; the rest is put right in a shop, and told on.",
        activities=(
            _part(
                Kind.CUSTOMER_ANSWERS,
                "Customers answer customers",
                (-days.announce, THREE_WEEKS),
                "Ask, answer, and mark the answer that helped",
            ),
            _part(
                Kind.SERVICE_CLINIC,
                "Clinic in the shop",
                (0, 2),
                "Bring what is stuck, watch it put right",
            ),
            _part(
                Kind.CONVERSATION,
                "Tips from the clinic",
                (after, after + THREE_WEEKS),
                "Read of a trouble like theirs, and add what helped",
            ),
        ),
        bridges=(
            _announces(0, 1),
            PlayBridge(source=1, target=2, pattern=Pattern.CARRIES_ON_AS, mechanism=Mechanism.STAFF_PROMPT),
        ),
        lines=(
            (0, "Moderation", CostType.PEOPLE),
            (1, "Technicians", CostType.PEOPLE),
            (1, "Parts", CostType.PRODUCT),
            (2, "Writing the cases up", CostType.PEOPLE),
        ),
    )


def _bring(days: _Days) -> Play:
    return _play(
        play_id="play.bring_a_friend",
        title="Bring a friend",
        description="Customers bring somebody along, both get something, and show how it was.",
        activities=(
            _part(
                Kind.CHALLENGE,
                "Bring a friend",
                (-days.announce, 0),
                "Send a friend's code to somebody and name whom they bring",
            ),
            _part(Kind.EVENT, "Evening for two", (0, 0), "Come with their friend and try it together"),
            _part(Kind.REWARD, "Something for both", (0, 0), "Get one each, with both names on it"),
            _part(
                Kind.CONVERSATION,
                "Friends show what they tried",
                (days.carry_on, days.carry_on + THREE_WEEKS),
                "Show what they brought home, and ask the next one along",
            ),
        ),
        bridges=(
            _announces(0, 1),
            PlayBridge(source=0, target=2, pattern=Pattern.IS_REWARDED_BY, mechanism=Mechanism.PROMO_CODE),
            PlayBridge(source=1, target=3, pattern=Pattern.CARRIES_ON_AS, mechanism=Mechanism.HASHTAG),
        ),
        lines=(
            (0, "Friend's codes", CostType.TECHNOLOGY),
            (1, "Room, food and drink", CostType.VENUE),
            (2, "Two for each pair", CostType.REWARDS),
            (3, "Replies and moderation", CostType.PEOPLE),
        ),
    )


_PLAYS: tuple[Callable[[_Days], Play], ...] = (_meet, _try, _show, _reward, _answer, _bring)


def _part(kind: Kind, title: str, days: tuple[int, int], what_people_do: str) -> PlayActivity:
    return PlayActivity(
        side=Side.ONLINE if Side.ONLINE in kind.sides else Side.OFFLINE,
        kind=kind,
        title=title,
        what_people_do=what_people_do,
        first_day_offset=days[0],
        last_day_offset=days[1],
    )


def _announces(source: int, target: int) -> PlayBridge:
    return PlayBridge(source=source, target=target, pattern=Pattern.ANNOUNCES, mechanism=Mechanism.INVITATION)


def _play(
    play_id: str,
    title: str,
    description: str,
    activities: tuple[PlayActivity, ...],
    bridges: tuple[PlayBridge, ...],
    lines: tuple[tuple[int, str, CostType], ...],
) -> Play:
    """Return a play whose lines are met where their activities are, without amounts: people know those."""
    return Play(
        id=play_id,
        title=title,
        description=description,
        activities=activities,
        bridges=bridges,
        lines=tuple(
            PlayLine(
                activity=place,
                label=label,
                cost_type=cost_type,
                meets=Meets(activities[place].side.value),
            )
            for place, label, cost_type in lines
        ),
    )
