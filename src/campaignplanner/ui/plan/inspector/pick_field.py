"""A field that names another record by a few letters of its title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from PySide6.QtCore import QStringListModel, Slot

from campaignplanner.domain.errors import PlanError
from campaignplanner.ui.fields.completion import Completion
from campaignplanner.ui.fields.typed import TypedField
from campaignplanner.ui.formats import shortened


class PickField(TypedField):
    """One of many records; its value is an identifier, or None.

    Letters anywhere in a title find it. Where two are called the same, what else is known of them stands
    behind their titles.
    """

    def __init__(self, label: str, placeholder: str = "") -> None:
        super().__init__(label, placeholder=placeholder)
        self._labels: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        self._model = QStringListModel(self)
        Completion(self.line, self._model, self).activated.connect(self._take)

    def show_choices(self, choices: Iterable[tuple[str, str]], told_apart_by: Callable[[str], str]) -> None:
        """Offers other records.

        Args:
            choices: identifier and title of each.
            told_apart_by: gives for an identifier what tells the record from another of the same title.
        """
        known = [(key, " ".join(title.split())) for key, title in choices]
        often = Counter(title.casefold() for _, title in known)
        labels: dict[str, str] = {}
        ids: dict[str, str] = {}
        for key, title in known:
            label = title
            if often[title.casefold()] > 1:
                label = _numbered(f"{title} · {told_apart_by(key)}", ids)
            labels[key] = label
            ids[label.casefold()] = key
        if labels != self._labels:
            self._labels, self._ids = labels, ids
            self._model.setStringList(list(labels.values()))

    @property
    def offered(self) -> tuple[str, ...]:
        """What can be picked, in words."""
        return tuple(self._labels.values())

    def text_of(self, value: object) -> str:
        """See `TypedField`."""
        return self._labels.get(str(value), "")

    def value_of(self, text: str) -> object:
        """The record of that title, or the only one in whose title the text stands."""
        wanted = " ".join(text.split()).casefold()
        if not wanted:
            return None
        if wanted in self._ids:
            return self._ids[wanted]
        found = [key for label, key in self._ids.items() if wanted in label]
        if len(found) == 1:
            return found[0]
        none = self.tr("Nothing here is called “%1”. Choose one of the list.")
        several = self.tr("Several are called so: choose one of the list.")
        raise PlanError(several if found else none.replace("%1", shortened(text)))

    @Slot(str)
    def _take(self, label: str) -> None:
        # The line takes the words over only after this signal.
        self.put_typed(label)
        self.finish(again=True)


def _numbered(label: str, taken: dict[str, str]) -> str:
    """The label, with a number where it is taken."""
    number, candidate = 2, label
    while candidate.casefold() in taken:
        candidate, number = f"{label} ({number})", number + 1
    return candidate
