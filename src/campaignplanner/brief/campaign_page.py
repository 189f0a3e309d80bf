"""Page 1: the campaign on a page."""

from __future__ import annotations

from decimal import Decimal

from campaignplanner.brief.contents import (
    AimEntry,
    ApprovalEntry,
    Approvals,
    AudienceEntry,
    Head,
    Measure,
    MessageEntry,
    TextField,
)
from campaignplanner.brief.context import BriefContext, unique
from campaignplanner.brief.figure_contents import Fact
from campaignplanner.brief.standing import stamp_of, standing_of
from campaignplanner.brief.words import capitalised
from campaignplanner.domain.activity import Side
from campaignplanner.domain.aim import Aim, Kpi
from campaignplanner.domain.approval import Approval
from campaignplanner.domain.days import Span, weeks_of
from campaignplanner.planning.bridges import BridgeState
from campaignplanner.planning.budgeting import totals


def head_of(context: BriefContext) -> Head:
    """What the campaign is called, whose it is, how far the brief has come."""
    campaign, words = context.plan.campaign, context.words
    author = words.say("by_author", author=campaign.brief.author) if campaign.brief.author else ""
    days = capitalised(campaign_days(context))
    organisation = campaign.brief.organisation if campaign.brief.organisation != campaign.brand else ""
    return Head(
        title=campaign.title,
        brand=campaign.brand,
        organisation=organisation,
        stamp=stamp_of(context),
        standing=standing_of(context).value,
        byline=unique((days, author, context.formats.long_day(context.today))),
    )


def campaign_days(context: BriefContext) -> str:
    """When the campaign runs, with its length in weeks, as far as that is known."""
    campaign, formats, words = context.plan.campaign, context.formats, context.words
    first, last = campaign.first_day, campaign.last_day
    if first is not None and last is not None:
        span = Span(first, last)
        weeks = sum(1 for _ in weeks_of(span))
        return f"{formats.span(span)} ({words.count('weeks', weeks)})"
    if first is not None:
        return words.say("from_day", day=formats.day(first))
    if last is not None:
        return words.say("until_day", day=formats.day(last))
    span_of_flights = context.plan.dated_span()
    return formats.span(span_of_flights) if span_of_flights is not None else words.say("no_days")


def facts_of(context: BriefContext) -> tuple[Fact, ...]:
    """The figures at the top: money, online share, activities, bridges; those that are there."""
    found = (*_money_facts(context), *_activity_facts(context), *_bridge_facts(context))
    return found if len(found) > 1 else ()


def _money_facts(context: BriefContext) -> list[Fact]:
    campaign, formats, words = context.plan.campaign, context.formats, context.words
    known = totals(context.plan)
    if not context.options.with_money:
        return []
    if not context.plan.lines and campaign.budget_total is None:
        return []
    of_total = ""
    if campaign.budget_total is not None:
        of_total = words.say("of_total", total=formats.headline(campaign.budget_total))
    facts = [Fact(words.say("planned"), formats.headline(known.total), of_total)]
    if known.online_share is not None:
        band = band_text(context)
        note = words.say("target_band", band=band) if band else words.say("of_all_money")
        facts.append(Fact(words.say("online_share"), share_text(context, known.online_share), note))
    return facts


def share_text(context: BriefContext, share: Decimal) -> str:
    """The online share with one decimal place, none where that place is 0."""
    places = 0 if round(share * 100, 1) == round(share * 100) else 1
    return context.formats.share(share, places)


def band_text(context: BriefContext) -> str:
    """The target band of the online share, empty where there is none."""
    campaign = context.plan.campaign
    low, high = campaign.online_share_from, campaign.online_share_to
    if low is None and high is None:
        return ""
    return context.formats.band(low or Decimal(0), Decimal(1) if high is None else high)


def _activity_facts(context: BriefContext) -> list[Fact]:
    activities = [each for each in context.activities if not context.is_cancelled(each)]
    if not activities:
        return []
    online = sum(1 for each in activities if each.side is Side.ONLINE)
    note = context.words.say("sides_count", online=online, offline=len(activities) - online)
    return [Fact(context.words.say("activities"), context.formats.number(len(activities)), note)]


def _bridge_facts(context: BriefContext) -> list[Fact]:
    crossing = [each for each in context.judgements.values() if each.crossing]
    if not crossing:
        return []
    words = context.words
    counts = {state: sum(1 for each in crossing if each.state is state) for state in BridgeState}
    holding = counts[BridgeState.HOLDS]
    notes = [words.count("bridges_hold", holding)] if holding else []
    if counts[BridgeState.BROKEN]:
        notes.append(words.say("bridges_broken", broken=counts[BridgeState.BROKEN]))
    if counts[BridgeState.OPEN]:
        notes.append(words.say("bridges_open", open=counts[BridgeState.OPEN]))
    return [Fact(words.say("bridges"), context.formats.number(len(crossing)), ", ".join(notes))]


def now_of(context: BriefContext) -> tuple[TextField, ...]:
    """Where the campaign starts from; only what was filled in."""
    brief = context.plan.campaign.brief
    texts = ("situation", "problem", "learnt", "competitors")
    return filled(context, {name: getattr(brief, name) for name in texts}, emphasised="problem")


def filled(context: BriefContext, texts: dict[str, str], emphasised: str = "") -> tuple[TextField, ...]:
    """The texts that are not empty, each with its label, in their order."""
    return tuple(
        TextField(name, context.words.say(name), text.strip(), name == emphasised)
        for name, text in texts.items()
        if text.strip()
    )


def aims_of(context: BriefContext) -> tuple[AimEntry, ...]:
    """Where the campaign wants to be: the aims in their order."""
    return tuple(_aim(context, aim) for aim in context.plan.aims_in_order)


def _aim(context: BriefContext, aim: Aim) -> AimEntry:
    measures = tuple(_measure(context, kpi) for kpi in context.plan.kpis_of_aim(aim.id))
    return AimEntry(aim.id, aim.statement, aim.why, measures)


def _measure(context: BriefContext, kpi: Kpi) -> Measure:
    baseline, target, due = measured(context, kpi)
    return Measure(kpi.name, baseline, target, due)


def measured(context: BriefContext, kpi: Kpi) -> tuple[str, str, str]:
    """The baseline, the target and the day it is due; a dash where one is not set."""
    formats = context.formats
    due = formats.day(kpi.due_day) if kpi.due_day is not None else "–"
    return formats.measured(kpi.baseline, kpi.unit), formats.measured(kpi.target, kpi.unit), due


def audiences_of(context: BriefContext) -> tuple[AudienceEntry, ...]:
    """Whom the campaign is for: what they do now and should do."""
    audiences = context.plan.audiences_in_order
    return tuple(AudienceEntry(each.name, each.behaviour_now, each.behaviour_wanted) for each in audiences)


def message_of(context: BriefContext) -> MessageEntry:
    """The one message and what supports it."""
    brief = context.plan.campaign.brief
    fields = filled(context, {"reason_to_believe": brief.reason_to_believe, "tone": brief.tone})
    return MessageEntry(brief.message.strip(), fields)


def approvals_of(context: BriefContext) -> Approvals:
    """Who decided about the version of this edition, and how."""
    entries = tuple(_approval(context, each) for each in context.edition.approvals)
    return Approvals(entries, context.words.say("not_approved"))


def _approval(context: BriefContext, approval: Approval) -> ApprovalEntry:
    decision, day = context.words.choice(approval.decision), context.formats.day(approval.day)
    return ApprovalEntry(approval.who, approval.role, decision, day, approval.note)
