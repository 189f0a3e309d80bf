"""An immutable table of records by identifier, with groupings that survive small changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import compress, islice
from operator import is_, is_not
from typing import Generic, Protocol, TypeVar

from campaignplanner.domain.errors import StaleChange


class Identified(Protocol):
    """Anything with an identifier."""

    @property
    def id(self) -> str:
        """The identifier."""
        ...


R = TypeVar("R", bound=Identified)
Groups = dict[object, tuple[R, ...]]

PATCHED_AT_MOST = 500
"""Beyond this many changes at once, groupings are made anew when next asked for."""

PAGE = 2_000
"""So many records are grouped in about a millisecond."""


class Table(Mapping[str, R], Generic[R]):
    """Records by identifier. Equal to another table when both hold equal records, in any order."""

    __slots__ = ("_all", "_groups", "_records", "_state", "_step")

    def __init__(self, records: Iterable[R] = ()) -> None:
        self._records: dict[str, R] = {record.id: record for record in records}
        self._all: tuple[R, ...] | None = None
        self._groups: dict[str, Groups[R]] = {}
        self._state = object()
        self._step: tuple[object, tuple[str, ...]] | None = None

    def __getitem__(self, identifier: str) -> R:
        return self._records[identifier]

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._records

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Table):
            return self._records == other._records
        return NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Table({list(self._records.values())!r})"

    @property
    def records(self) -> tuple[R, ...]:
        """All records, in no order to rely on; put together once and kept."""
        if self._all is None:
            self._all = tuple(self._records.values())
        return self._all

    def by(self, field: str) -> Mapping[object, tuple[R, ...]]:
        """Return the records grouped by the value of a field; made once and kept."""
        groups = self._groups.get(field)
        if groups is None:
            for _ in self.grouping(field):
                pass
            groups = self._groups[field]
        return groups

    def grouping(self, field: str) -> Iterator[None]:
        """Group the records by a field, page by page, for whoever may not take long; see ``by``."""
        if field in self._groups:
            return
        lists: dict[object, list[R]] = {}
        records = iter(self._records.values())
        for _ in range(0, len(self._records), PAGE):
            for record in islice(records, PAGE):
                lists.setdefault(getattr(record, field), []).append(record)
            yield
        groups, found = Groups[R](), iter(lists.items())
        for _ in range(0, len(lists), PAGE):
            groups.update({key: tuple(group) for key, group in islice(found, PAGE)})
            yield
        self._groups[field] = groups

    def changes_since(self, earlier: Table[R]) -> list[tuple[R | None, R | None]]:
        """Return what became of each record of an earlier state that is another one now; None: not there."""
        if self is earlier:
            return []
        before, after = earlier._records, self._records
        if self._step is not None and self._step[0] is earlier._state:
            touched = ((before.get(key), after.get(key)) for key in self._step[1])
            return [(was, now) for was, now in touched if was is not now]
        if len(before) == len(after) and all(map(is_, before, after)):
            differ = map(is_not, before.values(), after.values())
            return [(before[key], after[key]) for key in compress(before, differ)]
        known = before.get
        found: list[tuple[R | None, R | None]] = [
            (known(key), record) for key, record in after.items() if known(key) is not record
        ]
        found += [(record, None) for key, record in before.items() if key not in after]
        return found

    def changing(self, changes: Iterable[tuple[R | None, R | None]]) -> Table[R]:
        """Return a table with each (before, after) carried out; None stands for not being there.

        Raises:
            StaleChange: a ``before`` is not what the table holds.
        """
        known = list(changes)
        result: Table[R] = Table()
        result._records = dict(self._records)
        for before, after in known:
            result._change(before, after)
        if len(known) <= PATCHED_AT_MOST:
            # What every page asks after an edit; the earlier table itself is not kept alive for that.
            touched = {record.id: None for change in known for record in change if record is not None}
            result._step = self._state, tuple(touched)
            for field, groups in self._groups.items():
                result._groups[field] = _patched(groups, field, known)
        return result

    def _change(self, before: R | None, after: R | None) -> None:
        identifier = before.id if before is not None else after.id if after is not None else ""
        if self._records.get(identifier) != before:
            raise StaleChange("This has been changed elsewhere in the meantime; please try again.")
        if after is None:
            self._records.pop(identifier, None)
        else:
            self._records[after.id] = after


def _patched(groups: Groups[R], field: str, changes: list[tuple[R | None, R | None]]) -> Groups[R]:
    result = dict(groups)
    for before, after in changes:
        if before is not None:
            key = getattr(before, field)
            rest = tuple(record for record in result.get(key, ()) if record.id != before.id)
            if rest:
                result[key] = rest
            else:
                result.pop(key, None)
        if after is not None:
            key = getattr(after, field)
            result[key] = (*result.get(key, ()), after)
    return result
