"""What all builders of pages share: the plan, its formats and words, and what was judged once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from campaignplanner.brief.edition import Edition
from campaignplanner.brief.formats import Formats
from campaignplanner.brief.options import BriefOptions, Section
from campaignplanner.brief.printable import isolated
from campaignplanner.brief.words import Words
from campaignplanner.domain.activity import Activity, ActivityStatus
from campaignplanner.domain.bridge import Bridge, Mechanism, Pattern
from campaignplanner.domain.days import Span
from campaignplanner.domain.money import minor_digits
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.bridges import BridgeJudgement, judgements
from campaignplanner.planning.differences import PlanDifferences
from campaignplanner.planning.timeline_layout import Arrangement, arrange

T = TypeVar("T")
BETWEEN = "\u00a0· "
"""A dot that no line begins with."""


def side_by_side(*texts: str) -> str:
    """Those of the texts that say something, once each, with a dot between; each keeps its direction."""
    return BETWEEN.join(map(isolated, unique(texts)))


@dataclass
class BriefContext:
    """A plan on its way to becoming a document.

    Args:
        plan: what the brief is of.
        options: how it is to be.
        today: the day that stands on it.
        edition: which state of the brief it is.
        printed: how a text comes out in print, needed where it is cut to a width.
    """

    plan: Plan
    options: BriefOptions
    today: date
    edition: Edition = field(default_factory=Edition)
    printed: Callable[[str], str] = str

    @cached_property
    def changes(self) -> PlanDifferences | None:
        """What changed since the earlier version; None where none is to be told of."""
        return self.edition.changes_in(self.plan)

    @cached_property
    def words(self) -> Words:
        """The fixed words."""
        return Words(self.options.language)

    @cached_property
    def formats(self) -> Formats:
        """The formats of days, money and numbers; minor units only where an amount has some."""
        campaign = self.plan.campaign
        return Formats(self.options.locale, campaign.currency, whole_amounts=self._all_whole())

    @cached_property
    def judgements(self) -> dict[str, BridgeJudgement]:
        """How each bridge stands."""
        return judgements(self.plan)

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """All activities by their first day, undated ones last."""
        return tuple(sorted(self.plan.activities.values(), key=self._activity_order))

    @cached_property
    def arrangement(self) -> Arrangement:
        """The timeline's lanes, tracks and numbered bridges."""
        return arrange(self.plan)

    @cached_property
    def bridge_numbers(self) -> dict[str, int]:
        """The number of each bridge on paper: those of the drawing, then those that cannot be drawn yet."""
        numbers = {path.bridge_id: path.number for path in self.arrangement.bridges}
        first_free = len(numbers) + 1
        open_ids = self.arrangement.open_bridge_ids
        numbers.update({each: number for number, each in enumerate(open_ids, start=first_free)})
        return numbers

    @property
    def has_key(self) -> bool:
        """Tell whether the brief has a key that says which bridge a number stands for.

        A section for itself is a part of a brief that is known already.
        """
        sections = self.options.sections
        return bool(self.plan.bridges) and (Section.TIMELINE in sections or len(sections) == 1)

    @cached_property
    def bridges(self) -> tuple[Bridge, ...]:
        """All bridges in the order of their numbers."""
        return tuple(self.plan.bridges[each] for each in self.bridge_numbers)

    def days_of(self, activity: Activity) -> str:
        """The days of an activity from its first to its last, empty while it has none.

        Without the year where the whole campaign lies in one: the head of the brief says which.
        """
        span, campaign_span = self.plan.span_of(activity.id), self.plan.dated_span()
        if span is None or campaign_span is None:
            return ""
        years = {each.year for each in (*_ends(span), *_ends(campaign_span))}
        return self.formats.span_without_year(span) if len(years) == 1 else self.formats.span(span)

    def where(self, activity: Activity) -> str:
        """Channel, place and the places of the runs, each named once."""
        places = (flight.place for flight in self.plan.flights_of(activity.id))
        return listed(unique((activity.channel, activity.place, *places)))

    def kind(self, activity: Activity) -> str:
        """The kind in words; users' own kinds by their names."""
        if activity.own_kind_id is not None:
            return self.plan.own_kinds[activity.own_kind_id].name
        return self.words.choice(activity.kind)

    def pattern(self, bridge: Bridge) -> str:
        """The pattern in words; users' own patterns by their names."""
        if bridge.pattern is Pattern.OWN and bridge.own_pattern_id is not None:
            return self.plan.own_patterns[bridge.own_pattern_id].name
        return self.words.choice(bridge.pattern)

    def mechanism_name(self, bridge: Bridge) -> str:
        """How people get across in a word or two, empty where nobody said."""
        if bridge.mechanism is None or bridge.mechanism is Mechanism.OTHER:
            return ""
        return self.words.choice(bridge.mechanism)

    def mechanism(self, bridge: Bridge) -> str:
        """How people get across, with its code or words."""
        return ": ".join(unique((self.mechanism_name(bridge), bridge.mechanism_detail)))

    def is_cancelled(self, activity: Activity) -> bool:
        """Tell whether the activity will not happen."""
        return activity.status is ActivityStatus.CANCELLED

    def _activity_order(self, activity: Activity) -> tuple[date, date, str, str]:
        span = self.plan.span_of(activity.id)
        first, last = (span.first_day, span.last_day) if span is not None else (date.max, date.max)
        return first, last, activity.title, activity.id

    def _all_whole(self) -> bool:
        plan = self.plan
        unit = 10 ** minor_digits(plan.campaign.currency)
        converted = any(line.currency not in (None, plan.campaign.currency) for line in plan.lines.values())
        amounts = [line.planned for line in plan.lines.values()]
        amounts += [posting.amount for posting in plan.postings.values()]
        amounts += [draw.amount for draw in plan.reserve_draws.values()]
        amounts += [plan.campaign.budget_total or 0]
        return not converted and all(amount % unit == 0 for amount in amounts)


def listed(names: Sequence[str]) -> str:
    """The names one after another; with semicolons where one of them has commas itself."""
    return ("; " if any("," in each for each in names) else ", ").join(names)


def _ends(span: Span) -> tuple[date, date]:
    return span.first_day, span.last_day


def unique(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts that are not empty, each once, in their order."""
    return tuple(dict.fromkeys(text for each in texts if (text := each.strip())))
