"""Mending a bridge that does not hold, or setting it aside: what its card and its menu offer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from campaignplanner.domain.bridge import Bridge, Pattern
from campaignplanner.domain.days import shifted_day
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.review import Dismissal
from campaignplanner.planning.bridge_ties import mending_of
from campaignplanner.planning.bridges import BridgeState, judge, timing_rule
from campaignplanner.ui.formats import days_text, shortened
from campaignplanner.ui.timeline.words import short_day_text, translate

if TYPE_CHECKING:
    from campaignplanner.services.commands.command import Command
    from campaignplanner.ui.timeline.gestures.deeds import Deeds

_TITLE_LENGTH = 26


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that is done by one click.

    Attributes:
        text: what the button says.
        command: what it does.
    """

    text: str
    command: Command


def offers_for(plan: Plan, bridge: Bridge, today: date) -> tuple[Offer, ...]:
    """What can be done about a bridge that does not hold; nothing where it holds or is open."""
    if judge(plan, bridge).state is not BridgeState.BROKEN:
        return ()
    set_aside = set_aside_by(plan, bridge)
    if set_aside is not None:
        return (_speaking_again(set_aside),)
    mending = mending_offer(plan, bridge)
    found = () if mending is None else (mending,)
    return (*found, _not_for_us(bridge, today))


def mending_offer(plan: Plan, bridge: Bridge) -> Offer | None:
    """The move that makes a bridge hold, or asking people later; None where neither does."""
    from campaignplanner.services.commands.bridge import ChangeBridge
    from campaignplanner.services.commands.flight import MoveActivity

    mending = mending_of(plan, bridge)
    if mending is not None:
        span = plan.span_of(mending.activity_id)
        if span is None:
            return None
        day = short_day_text(shifted_day(span.first_day, mending.days))
        words = translate("Timeline", "Start it on %1")
        if mending.activity_id == bridge.source_id:
            words = translate("Timeline", "Start “%2” on %1")
        title = shortened(plan.activities[mending.activity_id].title, _TITLE_LENGTH)
        text = words.replace("%1", day).replace("%2", title)
        return Offer(text, MoveActivity(mending.activity_id, mending.days))
    broken = judge(plan, bridge).state is BridgeState.BROKEN
    if broken and bridge.pattern is Pattern.IS_TALKED_ABOUT_IN and bridge.ask_after_days is not None:
        thresholds = plan.campaign.thresholds
        usual = max(thresholds.ask_after_usual_days, thresholds.ask_after_least_days)
        text = translate("Timeline", "Ask after %1").replace("%1", days_text(usual))
        return Offer(text, ChangeBridge(bridge.id, {"ask_after_days": usual}))
    return None


def mend(deeds: Deeds, bridge: Bridge) -> bool:
    """Mends a bridge by one step, or says why that cannot be."""
    plan = deeds.plan
    offer = None if plan is None else mending_offer(plan, bridge)
    if offer is None:
        words = translate("Timeline", "No single move makes this bridge hold.")
        if plan is not None and judge(plan, bridge).state is not BridgeState.BROKEN:
            words = translate("Timeline", "This bridge needs no mending.")
        deeds.tools.messages.say(words)
        return False
    return deeds.carry_out(offer.command)


def set_aside_by(plan: Plan, bridge: Bridge) -> Dismissal | None:
    """By what the trouble of a bridge's timing was set aside; None where it was not."""
    rule = timing_rule(bridge.pattern)
    found = (each for each in plan.dismissals.values() if each.rule == rule)
    return next((each for each in found if bridge.id in each.subject_ids), None)


def _not_for_us(bridge: Bridge, today: date) -> Offer:
    from campaignplanner.services.commands.review import MakeDismissal

    dismissal = Dismissal(
        id=new_id(),
        rule=timing_rule(bridge.pattern),
        subject_ids=(bridge.id,),
        reason=translate("Timeline", "Set aside on the timeline"),
        day=today,
    )
    return Offer(translate("Timeline", "Not for us"), MakeDismissal(dismissal))


def _speaking_again(dismissal: Dismissal) -> Offer:
    from campaignplanner.services.commands.review import DeleteDismissal

    return Offer(translate("Timeline", "Let it speak again"), DeleteDismissal(dismissal.id))
