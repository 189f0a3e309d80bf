"""By what the timeline groups activities into lanes, which lanes there are then, and who lies where.

An activity lies in one lane of its own. It shows as a ghost in others only where it serves several aims or
means several audiences: then its own lane is that of its weightiest aim (of equal ones the first), or of
the audience named first.

Public: ``Grouping``, ``LaneKey``, and ``Sorter``, which answers for one plan and one grouping.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import NamedTuple, TypeAlias

from campaignplanner.domain.activity import Activity, ActivityStatus, Kind, Side
from campaignplanner.domain.plan import Plan

Value: TypeAlias = str | None
"""What names a lane within its grouping; None where nothing is said yet."""


class Grouping(Enum):
    """By what activities are grouped into lanes."""

    AIM = "aim"
    PLACE = "channel or place"
    OWNER = "owner"
    AUDIENCE = "audience"
    KIND = "kind"
    STATUS = "status"
    FLAT = "flat"
    """Not at all: one lane for everything."""


class LaneKey(NamedTuple):
    """What a lane stands for, the same from one state of a plan to the next.

    Attributes:
        grouping: by what lanes are made.
        value: an aim's or audience's identifier, an owner, a channel or a place as it is spelled, the
            value of a ``Kind`` or the identifier of an own kind, the value of an ``ActivityStatus``. None
            where nothing is said yet, and for the one lane of a flat list.
    """

    grouping: Grouping
    value: Value

    @property
    def aim_id(self) -> str | None:
        """The aim whose lane it is; None for every other lane."""
        return self.value if self.grouping is Grouping.AIM else None

    @property
    def is_unsaid(self) -> bool:
        """Whether here lies what says nothing in the field that lanes are made by."""
        return self.value is None and self.grouping is not Grouping.FLAT

    @property
    def keeps_both_sides(self) -> bool:
        """Whether it has room for both sides even where one is missing: there that is worth seeing."""
        return self.value is not None and self.grouping in (Grouping.AIM, Grouping.AUDIENCE)


def sorter_of(plan: Plan, grouping: Grouping) -> Sorter:
    """Return who sorts the activities of a plan into lanes."""
    return _SORTERS[grouping](plan)


class Sorter(ABC):
    """Knows the lanes of one plan in one grouping, and which of them an activity lies in."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def agrees_with(self, earlier: Sorter) -> bool:
        """Whether an activity that has not changed lies where it lay in an earlier state of the plan."""
        return type(earlier) is type(self)

    @abstractmethod
    def values_of(self, activity: Activity) -> tuple[Value, ...]:
        """Return the lanes of an activity, its own first."""

    @abstractmethod
    def known_as(self, value: str) -> Value:
        """Return the lane for what named a lane in another state of the plan; None where that is gone."""

    @abstractmethod
    def in_order(self, used: Iterable[tuple[Value, Side]]) -> list[Value]:
        """Return the lanes from top to bottom, those that say something: what is used and what is fixed."""


class _ByAim(Sorter):
    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self.places = {aim.id: place for place, aim in enumerate(plan.aims_in_order)}
        self._contributions = plan.contributions.by("activity_id")
        self._alone = {aim_id: (aim_id,) for aim_id in self.places}

    def agrees_with(self, earlier: Sorter) -> bool:
        return isinstance(earlier, _ByAim) and list(earlier.places) == list(self.places)

    def values_of(self, activity: Activity) -> tuple[Value, ...]:
        found = self._contributions.get(activity.id)
        if found is None:
            return _UNSAID
        if len(found) == 1:
            return self._alone[found[0].aim_id]
        weighed = sorted((-each.weight, self.places[each.aim_id], each.aim_id) for each in found)
        return tuple({aim_id: None for _, _, aim_id in weighed})

    def known_as(self, value: str) -> Value:
        return value if value in self.places else None

    def in_order(self, used: Iterable[tuple[Value, Side]]) -> list[Value]:
        del used
        return list(self.places)


class _ByAudience(Sorter):
    def values_of(self, activity: Activity) -> tuple[Value, ...]:
        return activity.audience_ids or _UNSAID

    def known_as(self, value: str) -> Value:
        return value if value in self.plan.audiences else None

    def in_order(self, used: Iterable[tuple[Value, Side]]) -> list[Value]:
        del used
        return [audience.id for audience in self.plan.audiences_in_order]


class _ByText(Sorter):
    """By a text that people typed: spellings that differ in capitals and spaces are one lane."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        spellings: dict[str, str] = {}
        for spelling in sorted({_spaced(text) for text in self._texts()}):
            spellings.setdefault(spelling.casefold(), spelling)
        self.spellings = spellings
        self._known: dict[str, tuple[Value, ...]] = {"": _UNSAID}

    def agrees_with(self, earlier: Sorter) -> bool:
        if not isinstance(earlier, _ByText) or type(earlier) is not type(self):
            return False
        spellings = self.spellings
        return all(spellings.get(folded, was) == was for folded, was in earlier.spellings.items())

    @abstractmethod
    def text_of(self, activity: Activity) -> str:
        """Return what is said, as it was typed."""

    def _texts(self) -> Iterator[str]:
        return map(self.text_of, self.plan.activities.records)

    def values_of(self, activity: Activity) -> tuple[Value, ...]:
        text = self.text_of(activity)
        values = self._known.get(text)
        if values is None:
            spelling = self.spellings[_spaced(text).casefold()]
            values = self._known[text] = (spelling,) if spelling else _UNSAID
        return values

    def known_as(self, value: str) -> Value:
        return self.spellings.get(value.casefold(), value)

    def in_order(self, used: Iterable[tuple[Value, Side]]) -> list[Value]:
        return _alphabetical({value for value, _ in used if value is not None})


class _ByOwner(_ByText):
    def text_of(self, activity: Activity) -> str:
        return activity.owner


class _ByPlace(_ByText):
    """Online by channel, offline by place, or by the one place that all flights name."""

    def text_of(self, activity: Activity) -> str:
        if activity.side is Side.ONLINE:
            return activity.channel
        return activity.place or _one_place(self.plan, activity.id)

    def in_order(self, used: Iterable[tuple[Value, Side]]) -> list[Value]:
        """Channels first, then what is only a place."""
        said = [(value, side) for value, side in used if value is not None]
        channels = {value for value, side in said if side is Side.ONLINE}
        places = {value for value, _ in said} - channels
        return [*_alphabetical(channels), *_alphabetical(places)]


class _ByKind(Sorter):
    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self._values: Mapping[Kind, tuple[Value, ...]] = {kind: (kind.value,) for kind in Kind}

    def values_of(self, activity: Activity) -> tuple[Value, ...]:
        return (activity.own_kind_id,) if activity.own_kind_id is not None else self._values[activity.kind]

    def known_as(self, value: str) -> Value:
        is_own = value not in {kind.value for kind in self._values}
        return None if is_own and value not in self.plan.own_kinds else value

    def in_order(self, used: Iterable[tuple[Value, Side]]) -> list[Value]:
        """Online kinds, then offline ones, people's own after the others of a side; "other" comes last."""
        own = sorted(self.plan.own_kinds.values(), key=lambda each: (_as_read(each.name), each.id))
        order: list[str] = []
        for side in Side:
            order += [kind.value for kind in Kind if kind.sides == {side}]
            order += [each.id for each in own if each.side is side]
        order.append(Kind.OTHER.value)
        present = {value for value, _ in used}
        return [value for value in order if value in present]


class _ByStatus(Sorter):
    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self._values: Mapping[ActivityStatus, tuple[Value, ...]] = {
            status: (status.value,) for status in ActivityStatus
        }

    def values_of(self, activity: Activity) -> tuple[Value, ...]:
        return self._values[activity.status]

    def known_as(self, value: str) -> Value:
        return value

    def in_order(self, used: Iterable[tuple[Value, Side]]) -> list[Value]:
        del used
        return [status.value for status in ActivityStatus]


class _Flat(Sorter):
    def values_of(self, activity: Activity) -> tuple[Value, ...]:
        del activity
        return _UNSAID

    def known_as(self, value: str) -> Value:
        del value
        return None

    def in_order(self, used: Iterable[tuple[Value, Side]]) -> list[Value]:
        del used
        return []


_UNSAID: tuple[Value, ...] = (None,)
_SORTERS: Mapping[Grouping, type[Sorter]] = {
    Grouping.AIM: _ByAim,
    Grouping.PLACE: _ByPlace,
    Grouping.OWNER: _ByOwner,
    Grouping.AUDIENCE: _ByAudience,
    Grouping.KIND: _ByKind,
    Grouping.STATUS: _ByStatus,
    Grouping.FLAT: _Flat,
}


def _one_place(plan: Plan, activity_id: str) -> str:
    places = {_spaced(each.place) for each in plan.flights.by("activity_id").get(activity_id, ())}
    return next(iter(places)) if len(places) == 1 else ""


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _alphabetical(texts: Iterable[str]) -> list[Value]:
    in_order: list[str] = sorted(texts, key=_as_read)
    return [*in_order]


def _as_read(text: str) -> tuple[str, str]:
    return text.casefold(), text
