"""What fixes are made of: new activities with their days, bridges, and words about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import NAMESPACE_OID, uuid5

from campaignplanner.domain.activity import Activity, Contribution, Flight, Kind, Side
from campaignplanner.domain.bridge import Bridge, Mechanism, Pattern
from campaignplanner.domain.days import Span, shifted_day
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import RECORD_TYPES, PlanRecord
from campaignplanner.domain.review import Finding
from campaignplanner.planning.review.fix import Blank, FieldEdit, Fix
from campaignplanner.planning.sentences import quoted, run_in_words

WEEK = 7
FORTNIGHT = 14
MOST_SENTENCES = 8


@dataclass(frozen=True)
class Workshop:
    """Makes the records of one fix; the same fix of the same plan always gives the same identifiers."""

    plan: Plan
    finding: Finding
    purpose: str

    def id(self, sort: str) -> str:
        """Return an identifier that nothing in the plan has."""
        taken = 0
        while True:
            identifier = uuid5(NAMESPACE_OID, f"{self._fix_id} {sort} {taken}").hex
            if not any(identifier in self.plan.table(each) for each in RECORD_TYPES):
                return identifier
            taken += 1

    @cached_property
    def _fix_id(self) -> str:
        return uuid5(
            NAMESPACE_OID, " ".join((self.finding.rule, *self.finding.subject_ids, self.purpose))
        ).hex

    def activity(
        self, title: str, kind: Kind, span: Span, like: Activity, what_people_do: str = ""
    ) -> tuple[PlanRecord, ...]:
        """Return a new activity with its days, for the aims and audiences of another one."""
        side = Side.ONLINE if Side.ONLINE in kind.sides else Side.OFFLINE
        activity = Activity(
            id=self.id("activity"),
            side=side,
            kind=kind,
            title=title,
            what_people_do=what_people_do,
            owner=like.owner,
            audience_ids=like.audience_ids,
        )
        shares = self.plan.aim_shares(like.id).items()
        return (
            activity,
            self.flight(activity.id, span),
            *(self.contribution(activity.id, aim_id, weight) for aim_id, weight in shares),
        )

    def flight(self, activity_id: str, span: Span) -> Flight:
        """Return a run of an activity."""
        return Flight(
            id=self.id("flight"),
            activity_id=activity_id,
            first_day=span.first_day,
            last_day=span.last_day,
        )

    def contribution(self, activity_id: str, aim_id: str, weight: int = 1) -> Contribution:
        """Return that an activity serves an aim."""
        return Contribution(
            id=self.id(f"contribution {aim_id}"), activity_id=activity_id, aim_id=aim_id, weight=weight
        )

    def bridge(
        self, source_id: str, target_id: str, pattern: Pattern, ask_after_days: int | None = None
    ) -> Bridge:
        """Return a bridge with the mechanism that is usual for its pattern."""
        return Bridge(
            id=self.id("bridge"),
            source_id=source_id,
            target_id=target_id,
            pattern=pattern,
            mechanism=USUAL_MECHANISMS.get(pattern),
            ask_after_days=ask_after_days,
        )


USUAL_MECHANISMS = {
    Pattern.ANNOUNCES: Mechanism.INVITATION,
    Pattern.CARRIES_ON_AS: Mechanism.QR_CODE,
    Pattern.IS_TALKED_ABOUT_IN: Mechanism.QR_CODE,
    Pattern.IS_REWARDED_BY: Mechanism.PROMO_CODE,
    Pattern.LEADS_TO: Mechanism.QR_CODE,
}
"""How people cross where nobody says otherwise; what is shown or streamed needs no way across."""


def span_from(first_day: date, days: int) -> Span:
    """Return so many days from a day on; raise PlanError where the calendar ends."""
    return Span(first_day, shifted_day(first_day, days - 1))


def days_to_begin(plan: Plan, today: date) -> Span:
    """Return a fortnight in the campaign: from today on where it runs already, else from its first day."""
    first, last = plan.campaign.first_day, plan.campaign.last_day
    begin = max(first or today, today)
    if last is not None and begin > last:
        begin = first or last
    span = span_from(begin, FORTNIGHT)
    return span if last is None or last < begin else Span(begin, min(last, span.last_day))


def new_activity_sentence(title: str, kind: Kind, span: Span, near: Span | None) -> str:
    """Say in a preview that an activity is made."""
    side = "online" if Side.ONLINE in kind.sides else "offline"
    return f"New {side} activity {quoted(title)} ({kind.value}) {run_in_words(span, near)}."


def new_bridge_sentence(source: str, pattern: Pattern, target: str) -> str:
    """Say in a preview that a bridge is made."""
    return f"New bridge: {quoted(source)} {pattern.value} {quoted(target)}."


def filling(label: str, blanks: Iterable[Blank]) -> Fix:
    """Return the fix that only asks for what is missing."""
    asked = tuple(blanks)
    return Fix(
        label=label,
        preview=some_of((f"You fill in: {each.asked}." for each in asked), "fields"),
        blanks=asked,
    )


def editing(label: str, preview: str, *edits: FieldEdit) -> Fix:
    """Return the fix that only gives fields new values."""
    return Fix(label=label, preview=(preview,), edits=edits)


def some_of(sentences: Iterable[str], more: str) -> tuple[str, ...]:
    """Return the first few sentences of a preview, and how many more there are, such as ``lines``."""
    known = tuple(sentences)
    rest = len(known) - MOST_SENTENCES
    return known if rest <= 0 else (*known[:MOST_SENTENCES], f"And so on for {rest} more {more}.")
