"""What is said of things on the timeline: the words of their cards in one breath, the most telling first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from campaignplanner.domain.plan import Plan
from campaignplanner.planning.bridges import BridgeState
from campaignplanner.planning.phasing import SpendPeriod
from campaignplanner.planning.since_approval import SinceApproval
from campaignplanner.planning.timeline_heads import LaneSum
from campaignplanner.planning.timeline_layout import Bar, Grouping, LaneKey
from campaignplanner.ui.formats import counted, days_text
from campaignplanner.ui.timeline.card_texts import (
    CardRow,
    activity_card,
    aim_card,
    bridge_card,
    capitalised,
    flight_text,
    kind_name,
    pattern_name,
    state_text,
    totals_text,
)
from campaignplanner.ui.timeline.content import TimelineContent
from campaignplanner.ui.timeline.hover_texts import flags_card, spend_card, with_since
from campaignplanner.ui.timeline.kpi_flags import KpiFlag
from campaignplanner.ui.timeline.selection import Selected
from campaignplanner.ui.timeline.spend_strip import SpendStrip
from campaignplanner.ui.timeline.words import one_line, translate, weekday_span_text


def bar_name(plan: Plan, bar: Bar) -> str:
    """`Sampling on trains, Thu 10 Sep – Sun 27 Sep 2026, offline, booked`."""
    activity = plan.activities[bar.activity_id]
    said = [activity.title, flight_text(plan.flights[bar.flight_id]), activity.side.value]
    said.append(activity.status.value)
    if bar.ghost:
        said.append(translate("Timeline", "belongs to another lane as well"))
    return ", ".join(one_line(each) for each in said)


def bar_description(plan: Plan, bar: Bar, since: SinceApproval | None) -> str:
    """All that its card tells besides; where it runs several times, from when to when it does."""
    activity = plan.activities[bar.activity_id]
    selected = Selected.activity(bar.activity_id, bar.flight_id)
    dates, *rows = with_since(activity_card(plan, activity), plan, selected, since).rows
    if dates.is_list:
        rows = [CardRow(dates.label, dates.text.partition("\n")[0]), *rows]
    said = (kind_name(plan, activity), activity.channel)
    return _told(" · ".join(each for each in said if each), activity.what_people_do, rows)


def bridge_name(content: TimelineContent, bridge_id: str) -> str:
    """`Late bridge, 8 days off: Service clinic carries on as Clinic tips thread`."""
    plan, judgement = content.plan, content.judgement(bridge_id)
    bridge = plan.bridges[bridge_id]
    state = [state_text(judgement)]
    if judgement.days_off and judgement.state is BridgeState.BROKEN:
        state.append(translate("Timeline", "%1 off").replace("%1", days_text(judgement.days_off)))
    if content.is_set_aside(bridge_id):
        state.append(translate("Timeline", "set aside: not for us"))
    source, target = plan.activities[bridge.source_id], plan.activities[bridge.target_id]
    ends = f"{source.title} {pattern_name(plan, bridge)} {target.title}"
    return f"{', '.join(state)}: {one_line(ends)}"


def bridge_description(plan: Plan, bridge_id: str) -> str:
    """What is to say of how it stands, when its ends run, the gap between them and what is expected."""
    bridge = plan.bridges[bridge_id]
    card = bridge_card(plan, bridge)
    rows = [_end_row(plan, row) for row in card.rows]
    return _told(card.subtitle, card.sentence, rows)


def lane_description(content: TimelineContent, key: LaneKey, found: LaneSum) -> str:
    """What stands at the head of a lane, nothing cut."""
    plan = content.plan
    if key.aim_id is not None:
        card = aim_card(plan, plan.aims[key.aim_id])
        return _told(card.subtitle, card.sentence, card.rows)
    one, many = translate("Timeline", "%1 activity"), translate("Timeline", "%1 activities")
    said = [counted(found.activities, one, many)]
    if key.grouping is Grouping.AIM and found.activities:
        said.append(translate("Timeline", "Give each activity an aim, or drop it"))
    if key.grouping is Grouping.AUDIENCE and key.value is not None:
        said.append(plan.audiences[key.value].behaviour_wanted)
    if found.money.total:
        said.append(totals_text(plan, found.money))
    return _sentences(said)


def flag_words(plan: Plan, flag: KpiFlag, today: date) -> tuple[str, str]:
    """The name of a flag and what else there is to say of it."""
    card = flags_card(plan, flag, today)
    return f"{card.headline}, {card.subtitle}", _told("", "", card.rows)


def period_words(plan: Plan, period: SpendPeriod, so_far: int, is_monthly: bool) -> tuple[str, str]:
    """The name of a week or month of the spend strip and its amounts."""
    card = spend_card(plan, period, so_far, is_monthly)
    return f"{card.headline}: {card.sentence}", _told(card.subtitle, "", card.rows)


def spend_description(strip: SpendStrip) -> str:
    """All planned money, how it is split, and whether it keeps to the target."""
    target, _ = strip.target
    kept = translate("Timeline", "%1, kept"), translate("Timeline", "%1, not kept")
    for sign, words in zip(("✓", "✗"), kept, strict=True):
        if target.endswith(sign):
            target = words.replace("%1", target.removesuffix(sign).strip())
    return _sentences([strip.total, strip.share, target, strip.undated])


def _end_row(plan: Plan, row: CardRow) -> CardRow:
    """The row of an end, with the days on which that runs."""
    if not row.links:
        return row
    activity_id = row.links[0].leads_to.id
    return CardRow(row.label, f"{row.links[0].text}, {_days_of(plan, activity_id)}")


def _days_of(plan: Plan, activity_id: str) -> str:
    span = plan.span_of(activity_id)
    if span is None:
        return translate("Timeline", "without dates")
    return weekday_span_text(span.first_day, span.last_day)


def _told(subtitle: str, sentence: str, rows: Sequence[CardRow]) -> str:
    return _sentences([subtitle, sentence, *(_row_text(row) for row in rows)])


def _row_text(row: CardRow) -> str:
    said = row.text.replace("\n", "; ") or "; ".join(link.text for link in row.links)
    return f"{row.label}: {said}"


def _sentences(said: Iterable[str]) -> str:
    texts = (capitalised(one_line(each).removesuffix(".")) for each in said if each.strip())
    return ". ".join(texts)
