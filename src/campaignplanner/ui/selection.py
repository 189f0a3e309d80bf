"""What is selected, the same on every page of a campaign."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord


@dataclass(frozen=True, slots=True)
class Picked:
    """One selected thing: a record of the open plan.

    Attributes:
        record_type: its type, such as ``Activity``; ``Campaign`` for the campaign itself.
        id: its identifier.
    """

    record_type: type[PlanRecord] | type[Campaign]
    id: str

    @classmethod
    def record(cls, record: PlanRecord | Campaign) -> Picked:
        """The record itself, as it is called."""
        return cls(type(record), record.id)

    def found_in(self, plan: Plan) -> PlanRecord | Campaign | None:
        """The record as the plan has it now; None when it is gone."""
        if issubclass(self.record_type, Campaign):
            return plan.campaign if plan.campaign.id == self.id else None
        return plan.table(self.record_type).get(self.id)


class SelectionKeeper(QObject):
    """Holds what is selected and tells every page; one per window.

    Signals:
        changed: carries the tuple of ``Picked``, the current one last; empty when nothing is selected.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picked: tuple[Picked, ...] = ()

    @property
    def picked(self) -> tuple[Picked, ...]:
        """What is selected, the current one last."""
        return self._picked

    @property
    def current(self) -> Picked | None:
        """What was selected last; None when nothing is."""
        return self._picked[-1] if self._picked else None

    def ids(self, record_type: type[PlanRecord]) -> tuple[str, ...]:
        """The identifiers of the selected records of one type."""
        return tuple(each.id for each in self._picked if each.record_type is record_type)

    def pick(self, *picked: Picked) -> None:
        """Select these and nothing else; nobody is told when they are selected already."""
        wanted = tuple(dict.fromkeys(picked))
        if wanted != self._picked:
            self._picked = wanted
            self.changed.emit(wanted)

    def pick_records(self, records: Iterable[PlanRecord | Campaign]) -> None:
        """Select these records and nothing else."""
        self.pick(*(Picked.record(record) for record in records))

    def keep_what_is_in(self, plan: Plan | None) -> None:
        """Let go of what the plan does not have any more."""
        if plan is None:
            self.pick()
        else:
            self.pick(*(each for each in self._picked if each.found_in(plan) is not None))
