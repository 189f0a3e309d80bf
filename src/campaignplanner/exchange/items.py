"""Which records a campaign file holds, where each stands, and what it is called.

Files written by the program give every record its identifier. In a file written by hand a record needs one
only where another refers to it, and then a ``key`` of one's own will do. Identifiers that are not said are
made from the campaign's and the record's place, so that reading a file twice gives the same plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import blake2s

from campaignplanner.domain.records import NAMES, PlanRecord
from campaignplanner.exchange.json_text import Json, PlaceTrouble, joined
from campaignplanner.exchange.layout import KEY, Group


@dataclass(slots=True)
class Item:
    """One record as it stands in a file.

    Attributes:
        group: the list that it stands in.
        place: where, such as ``activities[3].flights[0]``.
        index: its place in the list.
        raw: its fields as they were written.
        parent: the record that it lies in, if any.
        id: its identifier; empty until it is known.
    """

    group: Group
    place: str
    index: int
    raw: Mapping[str, Json]
    parent: Item | None
    id: str


class Items:
    """All records of a file in the order of its lists, parents before children."""

    def __init__(
        self, tree: Mapping[str, Json], groups: Iterable[Group], place: str, campaign_id: str
    ) -> None:
        """Find the records of a tree; raise PlaceTrouble where a list is none or a name is taken."""
        self.found: list[Item] = []
        self._ids: dict[type[PlanRecord], dict[str, Item]] = {}
        self._keys: dict[str, Item] = {}
        self._walk(tree, groups, place, None)
        for item in self.found:
            if item.id:
                self._claim(item)
        self._check_keys()
        for item in self.found:
            if not item.id:
                self._name(item, campaign_id)

    def _walk(
        self, raw: Mapping[str, Json], groups: Iterable[Group], place: str, parent: Item | None
    ) -> None:
        for group in groups:
            listed = raw.get(group.name, [])
            list_place = joined(place, group.name)
            if not isinstance(listed, list):
                raise PlaceTrouble(list_place, "a list in square brackets is expected here")
            for index, each in enumerate(listed):
                each_place = f"{list_place}[{index}]"
                if not isinstance(each, dict):
                    raise PlaceTrouble(each_place, "a group of fields in braces is expected here")
                item = Item(group, each_place, index, each, parent, _text(each, "id", each_place))
                self.found.append(item)
                self._note_key(item)
                self._walk(each, group.groups, each_place, item)

    def _note_key(self, item: Item) -> None:
        key = _text(item.raw, KEY, item.place)
        if not key:
            return
        other = self._keys.setdefault(key, item)
        if other is not item:
            raise PlaceTrouble(joined(item.place, KEY), f"“{key}” is the key of {other.place} already")

    def _check_keys(self) -> None:
        for key, item in self._keys.items():
            for known in self._ids.values():
                if known.get(key, item) is not item:
                    place = joined(item.place, KEY)
                    raise PlaceTrouble(place, f"“{key}” is the identifier of {known[key].place}")

    def _claim(self, item: Item) -> None:
        other = self._ids.setdefault(item.group.record_type, {}).setdefault(item.id, item)
        if other is not item:
            raise PlaceTrouble(joined(item.place, "id"), f"{other.place} has this identifier already")

    def _name(self, item: Item, campaign_id: str) -> None:
        taken = self._ids.setdefault(item.group.record_type, {})
        if KEY in item.raw:
            item.id = derived_id(campaign_id, f"{KEY} {item.raw[KEY]}")
        else:
            around = item.parent.id if item.parent else campaign_id
            item.id = derived_id(around, f"{item.group.name} {item.index}")
        while item.id in taken:
            item.id = derived_id(item.id, "another")
        taken[item.id] = item

    def referred(self, name: str, target: type[PlanRecord], place: str) -> str:
        """Return the identifier that a reference to a type of record stands for.

        Raises:
            PlaceTrouble: there is no such record, with the nearest name that there is.
        """
        identifier = self.named(name)
        known = self._ids.get(target, {})
        if identifier in known:
            return identifier
        keys = [key for key, item in self._keys.items() if item.group.record_type is target]
        near = get_close_matches(name, [*keys, *known], 1)
        hint = f"; did you mean “{near[0]}”?" if near else "."
        raise PlaceTrouble(place, f"there is no {NAMES[target][0]} “{name}” in this file{hint}")

    def named(self, name: str) -> str:
        """Return the identifier that a key stands for; anything else is taken for an identifier itself."""
        item = self._keys.get(name)
        return item.id if item is not None else name


def derived_id(around: str, part: str) -> str:
    """Return the identifier of something unnamed inside something named: always the same 32 digits."""
    return blake2s(f"{around} {part}".encode(), digest_size=16).hexdigest()


def _text(raw: Mapping[str, Json], name: str, place: str) -> str:
    """Return a name that may be left out, as empty text then."""
    if name not in raw:
        return ""
    value = raw[name]
    if not isinstance(value, str) or not value:
        raise PlaceTrouble(joined(place, name), "a name in quotation marks is expected here")
    return value
