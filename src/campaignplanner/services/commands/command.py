"""What a command is: something that a person does, said as what it changes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Protocol

from campaignplanner.domain.changes import ChangeSet
from campaignplanner.domain.plan import Plan


class Command(Protocol):
    """Something a person does to the open plan."""

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change, empty when it is so already; raise PlanError when it cannot be."""
        ...


class PortfolioCommand(ABC):
    """Something a person does to the store as a whole: no plan need be open."""

    __slots__ = ()

    @abstractmethod
    def changes(self, plan: Plan | None) -> ChangeSet:
        """Return what is to change in the store; raise PlanError when it cannot be."""
