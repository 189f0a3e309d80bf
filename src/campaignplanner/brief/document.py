"""From a plan to a document: what the brief says, worked out once, ready to be set."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Protocol, TypeVar

from campaignplanner.brief.campaign_page import (
    aims_of,
    approvals_of,
    audiences_of,
    facts_of,
    head_of,
    message_of,
    now_of,
)
from campaignplanner.brief.changes import changes_of
from campaignplanner.brief.colours import USUAL_ACCENT
from campaignplanner.brief.contents import (
    ActivityList,
    BriefDocument,
    Integration,
    IntegrationPage,
    Look,
    MessageEntry,
    Meta,
    TimelineContents,
)
from campaignplanner.brief.context import BETWEEN, BriefContext, unique
from campaignplanner.brief.details import audience_details, measure_details, practicalities
from campaignplanner.brief.edition import Edition
from campaignplanner.brief.figures import timeline_drawing
from campaignplanner.brief.fonts import text_width
from campaignplanner.brief.integration import integration_of, integration_page_of
from campaignplanner.brief.lettering import elided
from campaignplanner.brief.lists import activity_list, bridge_key, undated_list
from campaignplanner.brief.money_page import money_of
from campaignplanner.brief.options import BriefOptions, Section
from campaignplanner.brief.printable import isolated
from campaignplanner.brief.standing import stamp_of, watermark_of
from campaignplanner.brief.still_open import still_open
from campaignplanner.domain.plan import Plan

FOOT_SIZE, FOOT_WIDTH = 7.0, 420.0
"""Of the line at the foot of a page, in points."""
MEASURES_THAT_MAY_FIT = 24
TEXT_THAT_MAY_FIT = 6000


def document_of(
    plan: Plan,
    options: BriefOptions,
    today: date,
    edition: Edition | None = None,
    printed: Callable[[str], str] = str,
) -> BriefDocument:
    """Work out what the brief of a plan says.

    Args:
        plan: the campaign.
        options: how the brief is to be.
        today: the day that stands on it.
        edition: which state of the brief it is; the plan as it is now when not given.
        printed: how a text comes out in print, with marks for what no font has; for drawings, where texts
            are cut to a width.

    Raises:
        PlanError: no brief can be made with these options.
    """
    options.check()
    known = Edition.now(plan) if edition is None else edition
    document = _whole(BriefContext(plan, options, today, known, printed))
    return replace(document, sections=tuple(each.value for each in _sections(document, options)))


def _whole(context: BriefContext) -> BriefDocument:
    """Everything that the wanted sections say; a preview of one page does not work out the others."""
    page_one = _wanted(context, Section.CAMPAIGN)
    return BriefDocument(
        words=dict(context.words.language.words),
        look=_look(context),
        sections=(),
        meta=_meta(context),
        head=head_of(context),
        facts=page_one(facts_of, ()),
        now=page_one(now_of, ()),
        aims=page_one(aims_of, ()),
        audiences=page_one(audiences_of, ()),
        message=page_one(message_of, MessageEntry("", ())),
        integration=page_one(integration_of, Integration((), ())),
        integration_page=_wanted(context, Section.INTEGRATION)(integration_page_of, _NO_INTEGRATION_PAGE),
        approvals=approvals_of(context),
        timeline=_wanted(context, Section.TIMELINE)(_timeline, _NO_TIMELINE),
        money=_wanted(context, Section.MONEY)(money_of, None) if context.options.with_money else None,
        measures=_wanted(context, Section.MEASURES)(measure_details, ()),
        audience_details=_wanted(context, Section.AUDIENCES)(audience_details, ()),
        activities=_wanted(context, Section.ACTIVITIES)(activity_list, ActivityList("", ())),
        practicalities=_wanted(context, Section.PRACTICALITIES)(practicalities, ()),
        open_points=_wanted(context, Section.OPEN_POINTS)(still_open, ()),
        changes=_wanted(context, Section.CHANGES)(changes_of, None),
    )


_NO_INTEGRATION_PAGE = IntegrationPage("", (), (), ())
_NO_TIMELINE = TimelineContents(note="", drawing=None, bridges=(), undated=())
Says = TypeVar("Says")


class _Wanted(Protocol):
    """Works out what a section says where it is wanted."""

    def __call__(self, build: Callable[[BriefContext], Says], otherwise: Says) -> Says: ...


def _wanted(context: BriefContext, section: Section) -> _Wanted:
    def said(build: Callable[[BriefContext], Says], otherwise: Says) -> Says:
        return build(context) if section in context.options.sections else otherwise

    return said


def _sections(document: BriefDocument, options: BriefOptions) -> Iterator[Section]:
    """Yield the sections that are wanted and have something to say."""
    # Without a drawing or bridges the timeline only lists what waits for dates, as the list of all does too.
    is_listed = Section.ACTIVITIES in options.sections
    says: Mapping[Section, object] = {
        Section.INTEGRATION: document.integration_page.moments,
        Section.TIMELINE: document.timeline.drawing
        or document.timeline.bridges
        or (document.timeline.undated and not is_listed),
        Section.MONEY: document.money is not None and document.money.is_any,
        Section.MEASURES: document.measures,
        Section.AUDIENCES: document.audience_details,
        Section.PRACTICALITIES: document.practicalities,
        Section.ACTIVITIES: document.activities.entries,
        Section.OPEN_POINTS: document.open_points,
        Section.CHANGES: document.changes is not None and document.changes.groups,
    }
    for section in options.sections:
        if says.get(section, True):
            yield section


def _look(context: BriefContext) -> Look:
    options, campaign = context.options, context.plan.campaign
    width, height = options.paper.size
    whose = campaign.brand or campaign.brief.organisation or campaign.title
    return Look(
        paper=options.paper.value,
        width=round(width, 3),
        height=round(height, 3),
        accent=options.accent or USUAL_ACCENT,
        watermark=watermark_of(context),
        logo_alt="" if options.logo is None else context.words.say("logo_alt", brand=whose),
    )


def _meta(context: BriefContext) -> Meta:
    campaign, today, words = context.plan.campaign, context.today, context.words
    brief = campaign.brief
    locale, language = context.formats.cldr, words.language.code
    return Meta(
        title=campaign.title,
        authors=unique((brief.author, brief.organisation)),
        keywords=unique((words.say("keywords"), campaign.brand, stamp_of(context))),
        description=words.say("description", title=campaign.title),
        language=language,
        region=locale.territory if locale.language == language else None,
        country=campaign.country or locale.territory or "",
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
    return isolated(elided(title, FOOT_SIZE, FOOT_WIDTH - text_width(rest, FOOT_SIZE))) + rest


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
