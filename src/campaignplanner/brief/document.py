"""From a plan to a document: what the brief says, worked out once, ready to be set."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from campaignplanner.brief.campaign_page import (
    aims_of,
    approvals_of,
    audiences_of,
    facts_of,
    head_of,
    message_of,
    now_of,
    stamp_of,
)
from campaignplanner.brief.contents import BriefDocument, Meta, TimelineContents
from campaignplanner.brief.context import BETWEEN, BriefContext, unique
from campaignplanner.brief.details import audience_details, measure_details, practicalities
from campaignplanner.brief.figures import timeline_drawing
from campaignplanner.brief.fonts import text_width
from campaignplanner.brief.integration import integration_of
from campaignplanner.brief.lettering import elided
from campaignplanner.brief.lists import activity_list, bridge_key, undated_list
from campaignplanner.brief.money_page import money_of
from campaignplanner.brief.options import BriefOptions
from campaignplanner.domain.plan import Plan

LANGUAGE = "en"
FOOT_SIZE, FOOT_WIDTH = 7.0, 420.0
"""Of the line at the foot of a page, in points."""
MEASURES_THAT_MAY_FIT = 24
TEXT_THAT_MAY_FIT = 6000


def document_of(
    plan: Plan, options: BriefOptions, today: date, printed: Callable[[str], str] = str
) -> BriefDocument:
    """Work out what the brief of a plan says.

    Args:
        plan: the campaign.
        options: how the brief is to be.
        today: the day that stands on it.
        printed: how a text comes out in print, with marks for what no font has; for drawings, where texts
            are cut to a width.
    """
    context = BriefContext(plan, options, today, printed)
    return BriefDocument(
        words=context.words.table,
        meta=_meta(context),
        head=head_of(context),
        facts=facts_of(context),
        now=now_of(context),
        aims=aims_of(context),
        audiences=audiences_of(context),
        message=message_of(context),
        integration=integration_of(context),
        approvals=approvals_of(context),
        timeline=_timeline(context),
        money=money_of(context),
        measures=measure_details(context),
        audience_details=audience_details(context),
        activities=activity_list(context),
        practicalities=practicalities(context),
    )


def _meta(context: BriefContext) -> Meta:
    campaign, today, words = context.plan.campaign, context.today, context.words
    brief = campaign.brief
    locale = context.formats.cldr
    return Meta(
        title=campaign.title,
        authors=unique((brief.author, brief.organisation)),
        keywords=unique((words.say("keywords"), campaign.brand, stamp_of(context))),
        description=words.say("description", title=campaign.title),
        language=LANGUAGE,
        region=locale.territory if locale.language == LANGUAGE else None,
        day=(today.year, today.month, today.day),
        running=_running(context),
        page_of=words.say("page_of"),
        fits_a_page=_may_fit_a_page(context),
    )


def _running(context: BriefContext) -> str:
    """What stands at the foot of each page, on one line: of a long title only the beginning."""
    campaign = context.plan.campaign
    title = context.printed(BETWEEN.join(unique((campaign.brand, campaign.title))))
    rest = BETWEEN.join(("", stamp_of(context), context.formats.day(context.today)))
    return elided(title, FOOT_SIZE, FOOT_WIDTH - text_width(rest, FOOT_SIZE)) + rest


def _may_fit_a_page(context: BriefContext) -> bool:
    """Tell whether it is worth trying: measuring page 1 at several sizes takes time."""
    plan = context.plan
    brief = plan.campaign.brief
    texts = [getattr(brief, name) for name in ("situation", "problem", "learnt", "competitors", "message")]
    texts += [f"{aim.statement}{aim.why}" for aim in plan.aims.values()]
    texts += [f"{each.behaviour_now}{each.behaviour_wanted}" for each in plan.audiences.values()]
    rows = len(plan.aims) + len(plan.audiences) + len(plan.kpis)
    return rows <= MEASURES_THAT_MAY_FIT and sum(map(len, texts)) <= TEXT_THAT_MAY_FIT


def _timeline(context: BriefContext) -> TimelineContents:
    drawing = timeline_drawing(context)
    note = "no_timeline" if drawing is None else "weeks_by_monday" if drawing["shows_weeks"] else ""
    return TimelineContents(
        note=context.words.say(note) if note else "",
        drawing=drawing,
        bridges=bridge_key(context),
        undated=undated_list(context),
    )
