"""What the card says of an activity, a bridge or an aim: plain data, readable without a window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from campaignplanner.domain.activity import Activity, Flight
from campaignplanner.domain.aim import Aim
from campaignplanner.domain.bridge import Bridge, Mechanism, Pattern
from campaignplanner.domain.direction import set_apart
from campaignplanner.domain.money import percentages
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import counted
from campaignplanner.domain.review import Severity
from campaignplanner.planning.bridges import BridgeJudgement, BridgeState, judge
from campaignplanner.planning.budgeting import MoneyTotals, split_by_aim, totals_of_lines
from campaignplanner.ui.formats import day_text, days_text, money_text, shortened, span_text
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.timeline.kpi_progress import KpiProgress, progress_of
from campaignplanner.ui.timeline.selection import Selected, Subject
from campaignplanner.ui.timeline.words import (
    shares_text,
    short_day_text,
    translate,
    weekday_span_text,
    weekday_text,
)

_MOST_FLIGHTS = 6
_TITLE_LENGTH = 60


class Tone(Enum):
    """How a text is coloured; its words say the same without colour."""

    PLAIN = "plain"
    MUTED = "muted"
    GOOD = "good"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class CardLink:
    """A way from one card to the next."""

    text: str
    leads_to: Selected
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class CardRow:
    """A labelled fact, or labelled links; each line of a list keeps to one line."""

    label: str
    text: str = ""
    links: tuple[CardLink, ...] = ()
    progress: float | None = None
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that a card shows, from top to bottom."""

    headline: str
    subtitle: str = ""
    sentence: str = ""
    tone: Tone = Tone.PLAIN
    rows: tuple[CardRow, ...] = ()
    answers: tuple[str, ...] = ()
    """What buttons at its foot say."""


def card_of(plan: Plan, selected: Selected) -> Card:
    """The card of what is selected.

    Raises:
        KeyError: the plan does not have it.
    """
    if selected.subject is Subject.ACTIVITY:
        return activity_card(plan, plan.activities[selected.id])
    if selected.subject is Subject.BRIDGE:
        return bridge_card(plan, plan.bridges[selected.id])
    return aim_card(plan, plan.aims[selected.id])


def activity_card(plan: Plan, activity: Activity) -> Card:
    """What people do, when, for which aims, for how much money, and what carries it on."""
    facts = (activity.side.value, kind_name(plan, activity), activity.status.value, activity.channel)
    subtitle = capitalised(" · ".join(shortened(fact, _TITLE_LENGTH) for fact in facts if fact))
    rows = [
        _dates_row(plan, activity),
        *_preparation_rows(activity),
        *_owner_rows(activity),
        _aims_row(plan, activity),
        _activity_money_row(plan, activity),
        *(kpi_row(progress_of(plan, kpi)) for kpi in plan.kpis_of_activity(activity.id)),
        *_bridge_rows(plan, activity),
    ]
    return Card(activity.title, subtitle, activity.what_people_do, rows=tuple(rows))


def bridge_card(plan: Plan, bridge: Bridge) -> Card:
    """Both ends, the gap between them, what the pattern expects and how it stands."""
    judgement = judge(plan, bridge)
    source, target = plan.activities[bridge.source_id], plan.activities[bridge.target_id]
    rows = [
        CardRow(
            translate("Timeline", "From"),
            links=(CardLink(source.title, Selected.activity(source.id)),),
        ),
        CardRow(translate("Timeline", "To"), links=(CardLink(target.title, Selected.activity(target.id)),)),
        CardRow(translate("Timeline", "Gap"), gap_text(judgement)),
        CardRow(capitalised(pattern_name(plan, bridge)), judgement.expected),
        *_off_rows(judgement),
        *_mechanism_rows(bridge),
    ]
    broken = judgement.state is BridgeState.BROKEN
    return Card(
        headline=f"{state_text(judgement)}: {shortened(source.title)} → {shortened(target.title)}",
        subtitle="" if judgement.crossing else translate("Timeline", "Both ends on the same side"),
        sentence=judgement.message,
        tone=Tone.ERROR if broken else Tone.PLAIN,
        rows=tuple(rows),
    )


def aim_card(plan: Plan, aim: Aim) -> Card:
    """Why the aim is there, how it is measured and what it costs."""
    area = "" if aim.business_area is None else aim.business_area.value
    subtitle = capitalised(" · ".join(text for text in (area, set_apart(aim.owner)) if text))
    kpis = tuple(kpi_row(progress_of(plan, kpi)) for kpi in plan.kpis_of_aim(aim.id))
    none = CardRow(translate("Timeline", "KPI"), translate("Timeline", "None yet: say how this is measured"))
    money = split_by_aim(plan).get(aim.id)
    rows = [*(kpis or (none,)), CardRow(translate("Timeline", "Planned"), totals_text(plan, money))]
    rows.append(CardRow(translate("Timeline", "Activities"), str(len(plan.activities_of(aim.id)))))
    return Card(aim.statement, subtitle, aim.why, rows=tuple(rows))


def kind_name(plan: Plan, activity: Activity) -> str:
    """The kind of an activity, one of the users' own by its name."""
    if activity.own_kind_id is not None:
        return plan.own_kinds[activity.own_kind_id].name
    return activity.kind.value


def pattern_name(plan: Plan, bridge: Bridge) -> str:
    """The pattern of a bridge, one of the users' own by its name."""
    if bridge.pattern is Pattern.OWN and bridge.own_pattern_id is not None:
        return plan.own_patterns[bridge.own_pattern_id].name
    return bridge.pattern.value


def state_text(judgement: BridgeJudgement) -> str:
    """How a bridge stands, in two words."""
    if judgement.state is BridgeState.OPEN:
        return translate("Timeline", "Open bridge")
    if judgement.state is BridgeState.HOLDS:
        return translate("Timeline", "Bridge holds")
    late = judgement.severity is not Severity.ERROR and (judgement.gap_days or 0) > 0
    return translate("Timeline", "Late bridge") if late else translate("Timeline", "Broken bridge")


def gap_text(judgement: BridgeJudgement) -> str:
    """The days between the ends of a bridge."""
    gap = judgement.gap_days
    if gap is None:
        return translate("Timeline", "Not known while an end has no dates")
    if gap <= 0:
        return translate("Timeline", "None: they overlap")
    if gap == 1:
        return translate("Timeline", "None: the second starts on the day after the first ends")
    return translate("Timeline", "%1 days from end to start").replace("%1", str(gap))


def totals_text(plan: Plan, money: MoneyTotals | None) -> str:
    """Money and its split: `€84,500 · 46 % online / 54 % offline`."""
    if money is None or money.total == 0:
        return translate("Timeline", "No money planned yet")
    return f"{money_text(money.total, plan.campaign.currency)} · {split_text(money)}"


def split_text(money: MoneyTotals) -> str:
    """The split of money by what the customer meets, in whole percentages that add up to 100."""
    return shares_text(
        {
            translate("Timeline", "online"): money.online,
            translate("Timeline", "offline"): money.offline,
            translate("Timeline", "both"): money.both,
            translate("Timeline", "not said"): money.not_said,
        }
    )


def flight_text(flight: Flight) -> str:
    """One run: its days, its place, how many people are expected."""
    days = weekday_span_text(flight.first_day, flight.last_day)
    place = shortened(flight.place, _TITLE_LENGTH)
    return f"{days} · {place}" if place else days


def capitalised(text: str) -> str:
    """The text with a capital first letter and all else as it is."""
    return text[:1].upper() + text[1:]


def _dates_row(plan: Plan, activity: Activity) -> CardRow:
    flights = plan.flights_of(activity.id)
    label = translate("Timeline", "Dates")
    if not flights:
        return CardRow(label, translate("Timeline", "None yet, so it waits in the tray"))
    if len(flights) == 1:
        return CardRow(label, flight_text(flights[0]))
    last_day = max(flight.last_day for flight in flights)
    said = [f"{span_text(flights[0].first_day, last_day)}, {counted(Flight, len(flights))}"]
    said.extend(_short_flight_text(flight) for flight in flights[:_MOST_FLIGHTS])
    if len(flights) > _MOST_FLIGHTS:
        more = counted(Flight, len(flights) - _MOST_FLIGHTS)
        said.append(translate("Timeline", "and %1 more").replace("%1", more))
    return CardRow(label, "\n".join(said), is_list=True)


def _preparation_rows(activity: Activity) -> Iterator[CardRow]:
    if activity.preparation_from is not None:
        day = activity.preparation_from
        words = translate("Timeline", "from %1").replace("%1", f"{weekday_text(day)} {day_text(day)}")
        yield CardRow(translate("Timeline", "Prepared"), words)


def _owner_rows(activity: Activity) -> Iterator[CardRow]:
    if activity.owner:
        yield CardRow(translate("Timeline", "Owner"), shortened(activity.owner, _TITLE_LENGTH))


def _short_flight_text(flight: Flight) -> str:
    first, last = short_day_text(flight.first_day), short_day_text(flight.last_day)
    days = first if first == last else f"{first} – {last}"
    place = shortened(flight.place, _TITLE_LENGTH)
    return f"{days} · {place}" if place else days


def _aims_row(plan: Plan, activity: Activity) -> CardRow:
    shares = plan.aim_shares(activity.id)
    label = translate("Timeline", "Aims")
    if not shares:
        return CardRow(label, translate("Timeline", "No aim yet: give it one, or drop it"))
    parts = percentages(tuple(shares.values()))
    links = [
        CardLink(f"{percent} % {directed(plan.aims[aim_id].statement)}", Selected.aim(aim_id))
        for aim_id, percent in zip(shares, parts, strict=True)
    ]
    return CardRow(label, links=tuple(links))


def _activity_money_row(plan: Plan, activity: Activity) -> CardRow:
    money = totals_of_lines(plan, plan.lines_of(activity.id))
    return CardRow(translate("Timeline", "Planned"), totals_text(plan, money))


def kpi_row(progress: KpiProgress, holder: str = "") -> CardRow:
    """A KPI with its latest reading and how far it has come, and what it measures where that is not plain."""
    latest = translate("Timeline", "Latest: %1").replace("%1", progress.latest)
    none = translate("Timeline", "No reading yet")
    lines = (progress.text, holder, latest if progress.latest else none)
    text = "\n".join(line for line in lines if line)
    return CardRow(translate("Timeline", "KPI"), text, progress=progress.fraction)


def _bridge_rows(plan: Plan, activity: Activity) -> Iterator[CardRow]:
    onward = tuple(_bridge_link(plan, bridge, "→") for bridge in plan.bridges_from(activity.id))
    inward = tuple(_bridge_link(plan, bridge, "←") for bridge in plan.bridges_to(activity.id))
    if onward or inward:
        yield CardRow(translate("Timeline", "Bridges"), links=inward + onward)
    else:
        yield CardRow(translate("Timeline", "Bridges"), translate("Timeline", "None yet"))


def _bridge_link(plan: Plan, bridge: Bridge, arrow: str) -> CardLink:
    judgement = judge(plan, bridge)
    other_id = bridge.target_id if arrow == "→" else bridge.source_id
    name, other = pattern_name(plan, bridge), directed(plan.activities[other_id].title)
    said = {
        BridgeState.HOLDS: translate("Timeline", "holds"),
        BridgeState.OPEN: translate("Timeline", "open"),
        BridgeState.BROKEN: translate("Timeline", "broken"),
    }[judgement.state]
    words = f"{name} {other}" if arrow == "→" else f"{other} {name}"
    tone = Tone.ERROR if judgement.state is BridgeState.BROKEN else Tone.PLAIN
    return CardLink(f"{arrow} {said} · {words}", Selected.bridge(bridge.id), tone)


def _off_rows(judgement: BridgeJudgement) -> Iterator[CardRow]:
    if judgement.days_off:
        yield CardRow(translate("Timeline", "Off by"), days_text(judgement.days_off))


def _mechanism_rows(bridge: Bridge) -> Iterator[CardRow]:
    if bridge.mechanism is not None:
        known = bridge.mechanism is not Mechanism.OTHER
        words = (bridge.mechanism.value if known else "", bridge.mechanism_detail)
        yield CardRow(translate("Timeline", "People cross by"), " · ".join(word for word in words if word))
    if bridge.ask_after_days is not None:
        days = bridge.ask_after_days
        text = (
            translate("Timeline", "after 1 day")
            if days == 1
            else translate("Timeline", "after %1 days").replace("%1", str(days))
        )
        yield CardRow(translate("Timeline", "People are asked"), text)
