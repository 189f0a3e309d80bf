"""What the rows say of a plan's activities, worked out when first asked for and kept until it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import cast

from PySide6.QtCore import QCoreApplication

from campaignplanner.domain.activity import Activity, ActivityStatus, Kind, Side
from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.bridges import BridgeJudgement, BridgeState, judge
from campaignplanner.planning.budgeting import MoneyTotals, money_totals, split_by_aim, totals_of_lines
from campaignplanner.ui.formats import counted, money_text, span_text
from campaignplanner.ui.plan.tree.columns import Column
from campaignplanner.ui.plan.tree.touched import Touched
from campaignplanner.ui.timeline.words import short_day_text

Key = tuple[object, ...]
"""What rows are sorted by."""

_LONGEST_TITLE = 300
"""Letters of a title that a row can ever show; the tooltip has the rest."""

_STATUS_WORDS = {status: status.value.casefold() for status in ActivityStatus}
_STATUS_PLACES = {status: place for place, status in enumerate(ActivityStatus)}


def capitalised(text: str) -> str:
    """The text with a capital first letter and the others as they are."""
    return text[:1].upper() + text[1:]


def side_text(side: Side) -> str:
    """The side in the window's language."""
    return QCoreApplication.translate("activities", capitalised(side.value))


def status_text(status: ActivityStatus) -> str:
    """The status in the window's language."""
    return QCoreApplication.translate("activities", capitalised(status.value))


def kind_text(kind: Kind) -> str:
    """The kind in the window's language."""
    return QCoreApplication.translate("activities", capitalised(kind.value))


class Facts:
    """Texts, keys to sort by and words to find by, of every activity of one plan.

    Nothing is worked out for a row before it is shown, sorted or searched.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._activities = {each.id: each for each in plan.activities.records}
        self._forget_all()

    def _forget_all(self) -> None:
        self._texts: dict[str, dict[Column, str]] = {}
        self._keys: dict[Column, dict[str, Key | None]] = {}
        self._haystacks: dict[str, str] | None = None
        self._judgements: dict[str, BridgeJudgement] = {}
        self._by_aim: Mapping[str | None, MoneyTotals] | None = None
        self._day_texts: dict[date, str] = {}
        self._kind_words = {kind: kind_text(kind) for kind in Kind}

    @property
    def plan(self) -> Plan:
        """The plan that is told of."""
        return self._plan

    @property
    def activities(self) -> Mapping[str, Activity]:
        """All activities by identifier."""
        return self._activities

    def move_on(self, plan: Plan, what: Touched) -> None:
        """Goes on to the next state of the plan, and forgets only what is different in it."""
        self._plan = plan
        if what.everything:
            self._activities = {each.id: each for each in plan.activities.records}
            self._forget_all()
            return
        if what.money:
            self._by_aim = None
        for activity_id in what.activity_ids:
            self._move_on(activity_id)

    def _move_on(self, activity_id: str) -> None:
        self._texts.pop(activity_id, None)
        for bridge in (*self._plan.bridges_from(activity_id), *self._plan.bridges_to(activity_id)):
            self._judgements.pop(bridge.id, None)
        activity = self._plan.activities.get(activity_id)
        kept: list[tuple[dict[str, Key | None], Callable[[Activity], Key | None]]]
        kept = [(keys, self._key_of(column)) for column, keys in self._keys.items()]
        if activity is None:
            self._activities.pop(activity_id, None)
            for keys, _ in kept:
                keys.pop(activity_id, None)
            if self._haystacks is not None:
                self._haystacks.pop(activity_id, None)
            return
        self._activities[activity_id] = activity
        for keys, key_of in kept:
            keys[activity_id] = key_of(activity)
        if self._haystacks is not None:
            self._haystacks.update(self._haystacks_of((activity,)))

    # -- texts ---------------------------------------------------------------------------------------

    def text(self, activity_id: str, column: Column) -> str:
        """What a cell says, on one line."""
        texts = self._texts.get(activity_id)
        if texts is None:
            texts = self._texts[activity_id] = self._row_texts(self._activities[activity_id])
        return texts[column]

    def _row_texts(self, activity: Activity) -> dict[Column, str]:
        return {
            Column.SIDE: side_text(activity.side),
            Column.KIND: self.kind_name(activity),
            Column.TITLE: " ".join(activity.title[:_LONGEST_TITLE].split()),
            Column.DATES: self._dates_text(activity.id),
            Column.STATUS: status_text(activity.status),
            Column.OWNER: " ".join(activity.owner.split()),
            Column.PLANNED: self._planned_text(activity.id),
            Column.BRIDGES: self._bridges_text(activity.id),
        }

    def kind_name(self, activity: Activity) -> str:
        """The kind, one of the users' own by its name."""
        if activity.own_kind_id is not None:
            return self._plan.own_kinds[activity.own_kind_id].name
        return self._kind_words[activity.kind]

    def days_text(self, activity_id: str) -> str:
        """The days from the first flight to the last."""
        span = self._plan.span_of(activity_id)
        return (
            QCoreApplication.translate("activities", "No dates yet")
            if span is None
            else self._span_text(span)
        )

    def _dates_text(self, activity_id: str) -> str:
        text = self.days_text(activity_id)
        flights = len(self._plan.flights.by("activity_id").get(activity_id, ()))
        return text if flights < 2 else f"{text} · {self.flights_text(activity_id)}"

    def _span_text(self, span: Span) -> str:
        """The days, without the year that a whole campaign within one year has anyway."""
        if not {span.first_day.year, span.last_day.year} <= self._only_year():
            return span_text(span.first_day, span.last_day)
        first, last = self._day_text(span.first_day), self._day_text(span.last_day)
        return first if first == last else f"{first} – {last}"

    def _day_text(self, day: date) -> str:
        text = self._day_texts.get(day)
        if text is None:
            text = self._day_texts[day] = short_day_text(day)
        return text

    @property
    def has_years(self) -> bool:
        """Whether days are told with their years: the campaign is not within one."""
        return not self._only_year()

    def _only_year(self) -> set[int]:
        whole = self._plan.dated_span()
        years = set() if whole is None else {whole.first_day.year, whole.last_day.year}
        return years if len(years) == 1 else set()

    def flights_text(self, activity_id: str) -> str:
        """`6 flights`."""
        count = len(self._plan.flights.by("activity_id").get(activity_id, ()))
        one = QCoreApplication.translate("activities", "%1 flight")
        return counted(count, one, QCoreApplication.translate("activities", "%1 flights"))

    def planned(self, activity_id: str) -> MoneyTotals | None:
        """The planned money of an activity; None where nothing is planned for it."""
        lines = self._plan.lines.by("activity_id").get(activity_id, ())
        return totals_of_lines(self._plan, lines) if lines else None

    def _planned_text(self, activity_id: str) -> str:
        planned = self.planned(activity_id)
        if planned is None:
            return ""
        text = money_text(planned.total, self._plan.campaign.currency)
        return f"{text} +" if planned.unconverted else text

    def judgements(self, activity_id: str) -> tuple[BridgeJudgement, ...]:
        """How the bridges from and to an activity stand."""
        found = []
        for bridge in (*self._plan.bridges_from(activity_id), *self._plan.bridges_to(activity_id)):
            judgement = self._judgements.get(bridge.id)
            if judgement is None:
                judgement = self._judgements[bridge.id] = judge(self._plan, bridge)
            found.append(judgement)
        return tuple(found)

    def broken(self, activity_id: str) -> tuple[BridgeJudgement, ...]:
        """Those of its bridges that are broken."""
        return tuple(each for each in self.judgements(activity_id) if each.state is BridgeState.BROKEN)

    def _bridges_text(self, activity_id: str) -> str:
        count = len(self._plan.bridges_from(activity_id)) + len(self._plan.bridges_to(activity_id))
        return str(count) if count else ""

    def money_of_aim(self, aim_id: str | None) -> MoneyTotals:
        """The planned money that an aim gets its share of; for None, that of activities without an aim."""
        if self._by_aim is None:
            by_aim = split_by_aim(self._plan)
            campaign_lines = self._plan.lines.by("activity_id").get(None, ())
            whole = totals_of_lines(self._plan, campaign_lines)
            rest = by_aim[None]
            parts = [part - of_campaign for part, of_campaign in zip(rest.parts, whole.parts, strict=True)]
            self._by_aim = {**by_aim, None: money_totals(parts)}
        return self._by_aim[aim_id]

    # -- sorting -------------------------------------------------------------------------------------

    def keys(self, column: Column) -> Mapping[str, Key | None]:
        """What every activity is sorted by; None where it has nothing there and so comes last."""
        keys = self._keys.get(column)
        if keys is None:
            if column is Column.DATES:
                keys = self._dates_keys()
            else:
                key_of = self._key_of(column)
                keys = {each.id: key_of(each) for each in self._activities.values()}
            self._keys[column] = keys
        return keys

    def standing(self, activity_id: str, column: Column) -> Key | None:
        """What decides where an activity stands when sorted by a column; None where it is not in the plan."""
        activity = self._activities.get(activity_id)
        if activity is None:
            return None
        return self.keys(column)[activity_id] or (activity.title,)

    def _dates_keys(self) -> dict[str, Key | None]:
        """The dates of all in one go: this is what a page opens with."""
        keys: dict[str, Key | None] = dict.fromkeys(self._activities)
        for activity_id, flights in self._plan.flights.by("activity_id").items():
            activity = self._activities[cast("str", activity_id)]
            if len(flights) == 1:
                keys[activity.id] = (flights[0].first_day, flights[0].last_day, activity.title, activity.id)
            else:
                keys[activity.id] = self._dates_key(activity)
        return keys

    def in_order(self, activity_ids: Iterable[str], column: Column, *, descending: bool) -> list[str]:
        """Activities sorted by a column; whichever way, those that have nothing in it come last."""
        keys = self.keys(column)
        known: list[str] = []
        nothing: list[str] = []
        for each in activity_ids:
            (nothing if keys[each] is None else known).append(each)
        known.sort(key=keys.__getitem__, reverse=descending)  # type: ignore[arg-type]
        nothing.sort(key=lambda each: (self._activities[each].title.casefold(), each))
        return known + nothing

    def _key_of(self, column: Column) -> Callable[[Activity], Key | None]:
        return {
            Column.SIDE: _side_key,
            Column.KIND: self._kind_key,
            Column.TITLE: _title_key,
            Column.DATES: self._dates_key,
            Column.STATUS: _status_key,
            Column.OWNER: _owner_key,
            Column.PLANNED: self._planned_key,
            Column.BRIDGES: self._bridges_key,
        }[column]

    def _kind_key(self, activity: Activity) -> Key:
        return (self.kind_name(activity).casefold(), activity.title.casefold(), activity.id)

    def _dates_key(self, activity: Activity) -> Key | None:
        flights = self._plan.flights.by("activity_id").get(activity.id)
        if flights is None:
            return None
        if len(flights) == 1:
            first, last = flights[0].first_day, flights[0].last_day
        else:
            first, last = min(each.first_day for each in flights), max(each.last_day for each in flights)
        return (first, last, activity.title, activity.id)

    def _planned_key(self, activity: Activity) -> Key | None:
        planned = self.planned(activity.id)
        return None if planned is None else (planned.total, activity.title.casefold(), activity.id)

    def _bridges_key(self, activity: Activity) -> Key | None:
        judged = self.judgements(activity.id)
        if not judged:
            return None
        broken = sum(each.state is BridgeState.BROKEN for each in judged)
        return (-broken, -len(judged), activity.title.casefold(), activity.id)

    # -- finding -------------------------------------------------------------------------------------

    def haystacks(self) -> Mapping[str, str]:
        """The words by which each activity is found, in small letters."""
        if self._haystacks is None:
            self._haystacks = self._haystacks_of(self._activities.values())
        return self._haystacks

    def _haystacks_of(self, activities: Iterable[Activity]) -> dict[str, str]:
        kinds = {kind: words.casefold() for kind, words in self._kind_words.items()}
        own: dict[str | None, str] = {each.id: each.name.casefold() for each in self._plan.own_kinds.records}
        own[None] = ""
        return {
            each.id: f"{each.title}\n{each.owner}\n{each.channel}\n{each.place}\n".casefold()
            + f"{own[each.own_kind_id] or kinds[each.kind]}\n{_STATUS_WORDS[each.status]}"
            for each in activities
        }


def _side_key(activity: Activity) -> Key:
    return (activity.side is Side.OFFLINE, activity.title.casefold(), activity.id)


def _title_key(activity: Activity) -> Key:
    return (activity.title.casefold(), activity.id)


def _status_key(activity: Activity) -> Key:
    return (_STATUS_PLACES[activity.status], activity.title.casefold(), activity.id)


def _owner_key(activity: Activity) -> Key | None:
    owner = activity.owner.strip().casefold()
    return (owner, activity.title.casefold(), activity.id) if owner else None
