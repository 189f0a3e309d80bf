"""The words of `campaignplanner brief`: how a brief is to be, and which state of it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from campaignplanner.domain.errors import PlanError

if TYPE_CHECKING:  # imported when a brief is made, so that the other commands begin at once
    from enum import Enum

    from campaignplanner.brief.edition import Edition
    from campaignplanner.brief.options import BriefOptions
    from campaignplanner.domain.approval import Version
    from campaignplanner.domain.campaign import BriefLayout
    from campaignplanner.domain.plan import Plan

    E = TypeVar("E", bound=Enum)


def add_brief_words(command: ArgumentParser) -> None:
    """Adds what can be said about a brief; what is not said is as the campaign asks for, or else usual."""
    command.add_argument("--language", help="of the fixed words, such as de; the usual is en")
    command.add_argument("--locale", help="for days, numbers and money, such as de_AT; the usual is en_GB")
    command.add_argument("--paper", help="a4, letter or a3; the usual is a4")
    command.add_argument("--sections", metavar="NAMES", help="the sections, in order, parted by commas")
    command.add_argument("--one-page", action="store_true", help="only the campaign on a page")
    command.add_argument("--no-money", action="store_true", help="without any amounts")
    command.add_argument("--logo", type=Path, metavar="FILE", help="a PNG or JPEG for the head of page 1")
    command.add_argument("--accent", metavar="COLOUR", help="of rules and marks, such as #0b6bcb")
    command.add_argument(
        "--version", type=int, metavar="NUMBER", help="a version as it was kept, instead of the plan as it is"
    )


def brief_options(asked: Namespace, layout: BriefLayout) -> BriefOptions:
    """What was said about a brief, and for all else what the campaign asks for.

    Raises:
        PlanError: one of the words means nothing here.
        FileTrouble: the logo cannot be used.
    """
    from campaignplanner.brief.logo import Logo
    from campaignplanner.brief.options import ONE_PAGE, BriefOptions, Paper, Section, is_locale, options_of

    if asked.locale is not None and not is_locale(asked.locale):
        raise PlanError(f"“{asked.locale}” is no locale: write it like en_GB or de_AT.", "locale")
    papers = {"a4": Paper.A4, "letter": Paper.LETTER, "a3": Paper.A3}
    names = {each.value: each for each in Section}
    said: dict[str, Any] = {"language": asked.language, "locale": asked.locale, "accent": asked.accent}
    if asked.paper is not None:
        said["paper"] = _named(asked.paper.lower(), papers, "paper")
    if asked.one_page:
        said["sections"] = ONE_PAGE
    elif asked.sections is not None:
        said["sections"] = tuple(_named(each.strip(), names, "section") for each in asked.sections.split(","))
    if asked.no_money:
        said["with_money"] = False
    if asked.logo is not None:
        said["logo"] = Logo.read(asked.logo)
    known = {name: value for name, value in said.items() if value is not None}
    options = replace(options_of(layout, BriefOptions()), **known)
    options.check()
    return options


def _named(name: str, known: dict[str, E], what: str) -> E:
    if name not in known:
        raise PlanError(f"There is no {what} “{name}”; there are {', '.join(known)}.")
    return known[name]


def plan_and_edition(
    plan: Plan, number: int | None, kept_plan: Callable[[Version], Plan | None]
) -> tuple[Plan, Edition]:
    """What to print: the plan as it is, or a version as it was kept.

    Args:
        plan: the campaign as it is now.
        number: of the version; None for the plan as it is.
        kept_plan: gives what a version keeps, None where nothing is kept of it.

    Raises:
        PlanError: there is no such version, or nothing was kept of it.
    """
    from campaignplanner.brief.edition import Edition

    versions = plan.versions_in_order
    if number is None:
        return plan, Edition.now(plan, kept_plan(versions[-1]) if versions else None)
    index = next((index for index, each in enumerate(versions) if each.number == number), None)
    if index is None:
        raise PlanError(f"There is no version {number} of “{plan.campaign.title}”.")
    kept = kept_plan(versions[index])
    if kept is None:
        raise PlanError(f"Of version {number} no plan was kept.")
    earlier = versions[index - 1] if index else None
    earlier_plan = None if earlier is None else kept_plan(earlier)
    before = None if earlier is None or earlier_plan is None else (earlier, earlier_plan)
    return kept, Edition.kept(plan, versions[index], before)
