"""The brief: a problem without a tool in it, one message, few aims, and somebody who signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

from campaignplanner.domain.campaign import BriefTexts, Campaign, CampaignStatus
from campaignplanner.domain.review import Finding, Severity, Spot
from campaignplanner.planning.review.fix import Blank, Fix
from campaignplanner.planning.review.making import filling
from campaignplanner.planning.review.rule import NOTHING, Evidence, Family, Rule, Said, Sight, say
from campaignplanner.planning.sentences import listed, quoted

_TOOLS = re.compile(
    r"\b(adwords|app|banners?|billboards?|discord|e-?mails?|facebook|flyers?|google ads|hashtags?|"
    r"influencers?|instagram|landing pages?|linkedin|newsletters?|pinterest|podcasts?|posters?|qr codes?|"
    r"reddit|reels?|snapchat|social media|tik ?tok|tv spots?|twitter|videos?|viral|webinars?|websites?|"
    r"whatsapp|youtube)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’)]*\s+(?=\S)")


def problem_names_tool(sight: Sight, campaign: Campaign) -> tuple[Said, ...]:
    """Say so when the problem names a tool or a channel: then it is an answer already."""
    del sight
    found = _TOOLS.search(campaign.brief.problem)
    if found is None:
        return NOTHING
    return say(
        f"The problem names a tool, {quoted(found.group())}. What trouble do people have without it?",
        campaign.id,
    )


def message_too_long(sight: Sight, campaign: Campaign) -> tuple[Said, ...]:
    """Say so when the message is more than one sentence, or has more words than are expected."""
    message = campaign.brief.message.strip()
    words, sentences = len(message.split()), len(_SENTENCE_END.findall(message)) + 1
    if sentences > 1:
        return say(f"The message has {sentences} sentences. Which one would people remember?", campaign.id)
    most = sight.thresholds.message_words
    if words > most:
        return say(f"The message has {words} words. Could it be said in {most}?", campaign.id)
    return NOTHING


def too_many_aims(sight: Sight, campaign: Campaign) -> tuple[Said, ...]:
    """Say so when there are more aims than are expected."""
    count, most = len(sight.plan.aims), sight.thresholds.most_aims
    if count <= most:
        return NOTHING
    del campaign
    which = "one" if most == 1 else str(most)
    message = f"The campaign has {count} aims. Which {which} would you keep if you had to?"
    return say(message, *(aim.id for aim in sight.plan.aims_in_order))


_WANTED = (
    ("problem", "the problem in one sentence"),
    ("message", "the single message"),
    ("reason_to_believe", "a reason to believe it"),
)


def gaps(sight: Sight, campaign: Campaign) -> tuple[Said, ...]:
    """Say once what the brief lacks, when somebody has begun to write it."""
    missing = {name: words for name, words in _WANTED if not getattr(campaign.brief, name).strip()}
    if not missing or not _is_begun(campaign):
        return NOTHING
    del sight
    return say(
        f"The brief does not say yet: {listed(list(missing.values()))}.",
        campaign.id,
        spots=tuple(Spot(campaign.id, f"brief.{name}") for name in missing),
    )


def _is_begun(campaign: Campaign) -> bool:
    return any(getattr(campaign.brief, each.name).strip() for each in fields(BriefTexts))


def not_approved(sight: Sight, campaign: Campaign) -> tuple[Said, ...]:
    """Say so of a campaign that is called approved or live though nobody has signed it."""
    if campaign.status not in (CampaignStatus.APPROVED, CampaignStatus.LIVE) or sight.plan.approvals:
        return NOTHING
    if not (sight.plan.versions or _is_begun(campaign)):
        return NOTHING  # who writes no brief has nothing signed
    return say(
        f"The campaign is {campaign.status.value}, but nobody's approval is kept. Who signed it?", campaign.id
    )


def _asking(field: str, label: str, asked: str, finding: Finding) -> Fix:
    return filling(label, (Blank(Campaign, finding.subject_ids[0], f"brief.{field}", asked),))


def rewrite_problem(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Ask for the problem in other words."""
    del sight
    yield _asking("problem", "Rewrite the problem", "The problem, without a tool in it", finding)


def rewrite_message(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Ask for a shorter message."""
    del sight
    yield _asking("message", "Shorten the message", "The message in one sentence", finding)


def fill_brief(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Ask for what is missing."""
    texts = sight.plan.campaign.brief
    yield filling(
        "Complete the brief",
        (
            Blank(Campaign, finding.subject_ids[0], f"brief.{name}", words[0].upper() + words[1:])
            for name, words in _WANTED
            if not getattr(texts, name).strip()
        ),
    )


_BRIEFS = Evidence(
    "Joint guidelines of British advertisers and agencies: brief, concrete and measurable; a convention, no "
    "study of it is known to us."
)
_SIGNED = Evidence("Who signs the brief signs the work: practitioners' advice, no study behind it.")

RULES = (
    Rule(
        code="brief.problem_names_tool",
        title="Problem names a tool",
        family=Family.BRIEF,
        severity=Severity.HINT,
        why="“We need a TikTok” is an answer; the brief asks what for.",
        evidence=_BRIEFS,
        judges=Campaign,
        judge=problem_names_tool,
        fixes=rewrite_problem,
        field="brief.problem",
    ),
    Rule(
        code="brief.message_long",
        title="More than one message",
        family=Family.BRIEF,
        severity=Severity.HINT,
        why="People remember one thing, if any.",
        evidence=_BRIEFS,
        judges=Campaign,
        judge=message_too_long,
        fixes=rewrite_message,
        field="brief.message",
        settings=("message_words",),
    ),
    Rule(
        code="brief.many_aims",
        title="Many aims",
        family=Family.BRIEF,
        severity=Severity.HINT,
        why="Each further aim takes money and attention from the others.",
        evidence=_BRIEFS,
        judges=Campaign,
        judge=too_many_aims,
        settings=("most_aims",),
    ),
    Rule(
        code="brief.gaps",
        title="Brief with gaps",
        family=Family.BRIEF,
        severity=Severity.HINT,
        why="What the brief leaves open, everybody fills in differently.",
        evidence=_BRIEFS,
        judges=Campaign,
        judge=gaps,
        fixes=fill_brief,
    ),
    Rule(
        code="brief.not_approved",
        title="Nobody has signed",
        family=Family.BRIEF,
        severity=Severity.HINT,
        why="Who has signed stands by it when money or time runs short.",
        evidence=_SIGNED,
        judges=Campaign,
        judge=not_approved,
        field="status",
    ),
)
