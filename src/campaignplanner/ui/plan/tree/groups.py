"""The rows of the tree as plain lists: an aim, the activities under it, and those of them that are kept."""

from __future__ import annotations

from collections.abc import Iterable

from campaignplanner.planning.aim_groups import main_aim, main_aims
from campaignplanner.ui.plan.tree.columns import Column
from campaignplanner.ui.plan.tree.facts import Facts
from campaignplanner.ui.plan.tree.finding import Search


class Group:
    """An aim with the activities under it.

    Attributes:
        aim_id: the aim; None for the activities that serve none yet.
        members: all its activities, sorted.
        shown: those that rows stand for now, in their order.
    """

    __slots__ = ("aim_id", "members", "shown")

    def __init__(self, aim_id: str | None) -> None:
        self.aim_id = aim_id
        self.members: list[str] = []
        self.shown: list[str] = []


class Sorting:
    """By which column the rows are sorted and what is left out; says what follows for a plan."""

    def __init__(self) -> None:
        self.column = Column.DATES
        self.is_descending = False
        self.search = Search()

    def arranged(self, facts: Facts) -> dict[str | None, list[str]]:
        """All activities under their aims, sorted; aims in the users' order, and those without one last."""
        plan = facts.plan
        groups: dict[str | None, list[str]] = {aim.id: [] for aim in plan.aims_in_order}
        main = main_aims(plan)
        without: list[str] = []
        for activity_id in self.sorted(facts.activities, facts):
            aim_id = main.get(activity_id)
            (without if aim_id is None else groups[aim_id]).append(activity_id)
        if without:
            groups[None] = without
        return groups

    def rearranged(
        self, facts: Facts, groups: Iterable[Group], activity_ids: Iterable[str]
    ) -> dict[str | None, list[str]]:
        """What `arranged` gives, where it was known before and only some activities are different."""
        members = {group.aim_id: group.members for group in groups}
        moved = frozenset(activity_ids)
        plan = facts.plan
        coming: dict[str | None, list[str]] = {}
        for activity_id in moved:
            if activity_id in plan.activities:
                coming.setdefault(main_aim(plan, activity_id), []).append(activity_id)
        result: dict[str | None, list[str]] = {}
        for aim_id in (*(aim.id for aim in plan.aims_in_order), None):
            before = members.get(aim_id, [])
            stay = before if moved.isdisjoint(before) else [each for each in before if each not in moved]
            come = coming.get(aim_id)
            result[aim_id] = self.sorted([*stay, *come], facts) if come else stay
        if not result[None]:
            del result[None]
        return result

    def sorted(self, activity_ids: Iterable[str], facts: Facts) -> list[str]:
        """Activities in the order of the rows."""
        return facts.in_order(activity_ids, self.column, descending=self.is_descending)

    def kept(self, activity_ids: list[str], facts: Facts) -> list[str]:
        """Those of them that rows stand for."""
        return self.search.kept(activity_ids, facts) if self.search else list(activity_ids)
