"""What is said of days, flags, money per period and what changed since approval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from campaignplanner.domain.aim import Kpi
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.phasing import SpendPeriod
from campaignplanner.planning.since_approval import DroppedActivity, SinceApproval
from campaignplanner.ui.formats import counted, day_text, days_text, money_text, shortened
from campaignplanner.ui.timeline.card_texts import Card, CardRow, Tone, capitalised, kpi_row
from campaignplanner.ui.timeline.kpi_flags import FlagState, KpiFlag
from campaignplanner.ui.timeline.kpi_progress import progress_of
from campaignplanner.ui.timeline.selection import Selected, Subject
from campaignplanner.ui.timeline.words import (
    full_day_text,
    month_text,
    one_line,
    shares_text,
    translate,
    weekday_span_text,
)


def day_card(day: date, holidays: Sequence[str]) -> Card:
    """A day of the ruler: with its weekday, its week, and the holiday that it is."""
    return Card(full_day_text(day), week_text(day), "\n".join(holidays))


def end_card(campaign: Campaign, is_start: bool) -> Card:
    """The first or the last day of the campaign."""
    day = campaign.first_day if is_start else campaign.last_day
    words = (
        translate("Timeline", "The campaign begins")
        if is_start
        else translate("Timeline", "The campaign ends")
    )
    return Card(words, "" if day is None else full_day_text(day))


def week_text(day: date) -> str:
    """`Week 41 of 2026 (ISO 8601)`: people mean different weeks by one number, so it says which."""
    year, week, _ = day.isocalendar()
    words = translate("Timeline", "Week %1 of %2 (ISO 8601)")
    return words.replace("%1", str(week)).replace("%2", str(year))


def flags_card(plan: Plan, flag: KpiFlag, today: date) -> Card:
    """The KPIs that are due on a day: how far they are to come, and how far they have."""
    states = {
        FlagState.AHEAD: translate("Timeline", "Due %1"),
        FlagState.REACHED: translate("Timeline", "Due %1, reached"),
        FlagState.MISSED: translate("Timeline", "Due %1, not reached"),
    }
    state = flag.state(today)
    names = [one_line(kpi.name) for kpi in flag.kpis]
    one, many = names[0], translate("Timeline", "%1 KPIs")
    return Card(
        headline=counted(len(names), one, many),
        subtitle=states[state].replace("%1", full_day_text(flag.day)),
        tone=Tone.ERROR if state is FlagState.MISSED else Tone.PLAIN,
        rows=tuple(kpi_row(progress_of(plan, kpi), _measured(plan, kpi)) for kpi in flag.kpis),
    )


def _measured(plan: Plan, kpi: Kpi) -> str:
    """The activity that a KPI measures; nothing for that of an aim, in whose lane it stands."""
    if kpi.activity_id is None:
        return ""
    title = shortened(one_line(plan.activities[kpi.activity_id].title))
    return translate("Timeline", "Of “%1”").replace("%1", title)


def spend_card(plan: Plan, period: SpendPeriod, so_far: int, is_monthly: bool) -> Card:
    """The money of a week or month by what the customer meets, and what is planned until its end."""
    currency = plan.campaign.currency
    named = (
        (translate("Timeline", "online"), period.online),
        (translate("Timeline", "offline"), period.offline),
        (translate("Timeline", "both"), period.both),
        (translate("Timeline", "not said"), period.not_said),
    )
    rows = [CardRow(capitalised(name), money_text(amount, currency)) for name, amount in named if amount]
    rows.append(CardRow(translate("Timeline", "Together"), money_text(period.total, currency)))
    rows.append(CardRow(translate("Timeline", "So far"), money_text(so_far, currency)))
    days = weekday_span_text(period.first_day, period.last_day)
    return Card(
        headline=month_text(period.first_day) if is_monthly else days,
        subtitle=days if is_monthly else week_text(period.first_day),
        sentence=shares_text(dict(named)) if period.total else translate("Timeline", "No money planned"),
        rows=tuple(rows),
    )


def moved_card(plan: Plan, since: SinceApproval, flight_id: str) -> Card:
    """Where a run was when the plan was approved, and where it is now."""
    flight, was = plan.flights[flight_id], since.moved[flight_id]
    return Card(
        headline=plan.activities[flight.activity_id].title,
        subtitle=capitalised(version_text(since)),
        sentence=moved_text(was, flight.span),
        rows=(
            CardRow(translate("Timeline", "Approved"), weekday_span_text(was.first_day, was.last_day)),
            CardRow(translate("Timeline", "Now"), weekday_span_text(flight.first_day, flight.last_day)),
        ),
    )


def dropped_card(since: SinceApproval, dropped: DroppedActivity) -> Card:
    """What was approved and is no longer planned."""
    days = [weekday_span_text(each.first_day, each.last_day) for each in dropped.flights]
    return Card(
        headline=dropped.activity.title,
        subtitle=translate("Timeline", "Dropped since %1").replace("%1", version_text(since)),
        rows=(CardRow(translate("Timeline", "Approved"), "\n".join(days[:6]), is_list=True),) if days else (),
    )


def with_since(card: Card, plan: Plan, selected: Selected, since: SinceApproval | None) -> Card:
    """The card of an activity with what changed about it since approval, as far as anybody asked."""
    if since is None or selected.subject is not Subject.ACTIVITY:
        return card
    text = _since_text(plan, selected.id, since)
    if not text:
        return card
    row = CardRow(translate("Timeline", "Approved"), text)
    return replace(card, rows=(card.rows[0], row, *card.rows[1:]))


def _since_text(plan: Plan, activity_id: str, since: SinceApproval) -> str:
    if activity_id in since.new:
        return translate("Timeline", "Not in %1").replace("%1", version_text(since))
    if activity_id not in since.moved_activities:
        return ""
    was, now = since.moved_activities[activity_id], plan.span_of(activity_id)
    if was is None:
        return translate("Timeline", "Without dates")
    days = weekday_span_text(was.first_day, was.last_day)
    moved = "" if now is None else moved_text(was, now)
    return f"{days}\n{moved}" if moved else days


def version_text(since: SinceApproval) -> str:
    """`version 2 of 3 Aug 2026`."""
    words = translate("Timeline", "version %1 of %2")
    return words.replace("%1", str(since.version.number)).replace("%2", day_text(since.version.day))


def moved_text(was: Span, now: Span) -> str:
    """By how much days moved: `5 days later, 2 days longer`."""
    start = (now.first_day - was.first_day).days
    longer = now.days - was.days
    parts = []
    if start:
        words = translate("Timeline", "%1 later") if start > 0 else translate("Timeline", "%1 earlier")
        parts.append(words.replace("%1", days_text(abs(start))))
    if longer:
        words = translate("Timeline", "%1 longer") if longer > 0 else translate("Timeline", "%1 shorter")
        parts.append(words.replace("%1", days_text(abs(longer))))
    return capitalised(", ".join(parts))
