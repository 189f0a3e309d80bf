"""What lines can be grouped by; every line stands in exactly one group, so that subtotals add up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from campaignplanner.domain.budget import BudgetLine, CostType, Meets
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.finding import folded
from campaignplanner.ui.budget.words import meets_name, said
from campaignplanner.ui.plan.tree.facts import kind_text
from campaignplanner.ui.timeline.card_texts import capitalised
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP


class Grouping(Enum):
    """What lines are grouped by; the values are what is remembered."""

    NONE = "none"
    FILED_UNDER = "filed under"
    MEETS = "meets"
    ACTIVITY = "activity"
    AIM = "aim"
    KIND = "kind"
    COST_TYPE = "cost type"
    SUPPLIER = "supplier"


@dataclass(frozen=True, slots=True)
class Group:
    """The head of a group of lines.

    Attributes:
        key: what its lines have in common; groups sort by it, and the one without anything comes last.
        title: what it is called.
    """

    key: tuple[object, ...]
    title: str

    def __hash__(self) -> int:
        """By the key: another spelling of the title is the same group."""
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        """See `__hash__`."""
        return isinstance(other, Group) and other.key == self.key


EVERYTHING = Group((), "")
"""The one group of lines that are not grouped."""

_WORDS: Mapping[Grouping, str] = {
    Grouping.NONE: QT_TRANSLATE_NOOP("budget", "Not grouped"),
    Grouping.FILED_UNDER: QT_TRANSLATE_NOOP("budget", "Filed under"),
    Grouping.MEETS: QT_TRANSLATE_NOOP("budget", "What customers meet"),
    Grouping.ACTIVITY: QT_TRANSLATE_NOOP("budget", "Activity"),
    Grouping.AIM: QT_TRANSLATE_NOOP("budget", "Aim"),
    Grouping.KIND: QT_TRANSLATE_NOOP("budget", "Kind of activity"),
    Grouping.COST_TYPE: QT_TRANSLATE_NOOP("budget", "Cost type"),
    Grouping.SUPPLIER: QT_TRANSLATE_NOOP("budget", "Supplier"),
}
_MEETS_ORDER = {meets: number for number, meets in enumerate(Meets)}
_COST_ORDER = {cost_type: number for number, cost_type in enumerate(CostType)}
_LAST = (1,)


def grouping_name(grouping: Grouping) -> str:
    """What people choose it by."""
    return said(_WORDS[grouping])


def grouped_by(grouping: Grouping, plan: Plan) -> Callable[[BudgetLine], Group]:
    """What says of each line of a plan in which group it stands; groups are made once."""
    if grouping is Grouping.AIM:
        return _by_aim(plan)
    made: dict[object, Group] = {}
    of_line = _OF_LINE[grouping]

    def group_of(line: BudgetLine) -> Group:
        sort, make = of_line
        key = sort(line)
        group = made.get(key)
        if group is None:
            group = made[key] = make(plan, line)
        return group

    return group_of


def _of_text(text: str, empty: str) -> Group:
    return Group((0, folded(text)), text) if text.strip() else Group(_LAST, said(empty))


def _everything(plan: Plan, line: BudgetLine) -> Group:
    del plan, line
    return EVERYTHING


def _filed_under(plan: Plan, line: BudgetLine) -> Group:
    del plan
    return _of_text(line.filed_under, QT_TRANSLATE_NOOP("budget", "Filed under nobody yet"))


def _supplier(plan: Plan, line: BudgetLine) -> Group:
    del plan
    return _of_text(line.supplier, QT_TRANSLATE_NOOP("budget", "No supplier"))


def _meets(plan: Plan, line: BudgetLine) -> Group:
    del plan
    return Group((0, _MEETS_ORDER[line.meets]), meets_name(line.meets))


def _cost_type(plan: Plan, line: BudgetLine) -> Group:
    del plan
    return Group((0, _COST_ORDER[line.cost_type]), capitalised(line.cost_type.value))


def _activity(plan: Plan, line: BudgetLine) -> Group:
    activity = plan.activities.get(line.activity_id) if line.activity_id is not None else None
    if activity is None:
        return Group(_LAST, said(QT_TRANSLATE_NOOP("budget", "The campaign as a whole")))
    return Group((0, folded(activity.title), activity.id), activity.title)


def _kind(plan: Plan, line: BudgetLine) -> Group:
    activity = plan.activities.get(line.activity_id) if line.activity_id is not None else None
    if activity is None:
        return _activity(plan, line)
    own = plan.own_kinds.get(activity.own_kind_id) if activity.own_kind_id is not None else None
    title = kind_text(activity.kind) if own is None else own.name
    return Group((0, folded(title)), title)


def _by_aim(plan: Plan) -> Callable[[BudgetLine], Group]:
    """Lines whose activity serves several aims stand together, so that no line is cut in parts."""
    served: dict[str | None, tuple[str, ...]] = {}
    for each in plan.contributions.records:
        served[each.activity_id] = (*served.get(each.activity_id, ()), each.aim_id)
    order = {aim.id: place for place, aim in enumerate(plan.aims_in_order)}
    made: dict[tuple[str, ...], Group] = {(): Group(_LAST, said(QT_TRANSLATE_NOOP("budget", "No aim yet")))}

    def group_of(line: BudgetLine) -> Group:
        aim_ids = served.get(line.activity_id, ())
        group = made.get(aim_ids)
        if group is None:
            in_order = sorted(aim_ids, key=order.__getitem__)
            title = " + ".join(plan.aims[each].statement for each in in_order)
            group = made[aim_ids] = Group((0, tuple(order[each] for each in in_order)), title)
        return group

    return group_of


_Sort = Callable[[BudgetLine], object]
_Make = Callable[[Plan, BudgetLine], Group]
_OF_LINE: Mapping[Grouping, tuple[_Sort, _Make]] = {
    Grouping.NONE: (lambda _line: None, _everything),
    Grouping.FILED_UNDER: (lambda line: folded(line.filed_under), _filed_under),
    Grouping.MEETS: (lambda line: line.meets, _meets),
    Grouping.ACTIVITY: (lambda line: line.activity_id, _activity),
    Grouping.KIND: (lambda line: line.activity_id, _kind),
    Grouping.COST_TYPE: (lambda line: line.cost_type, _cost_type),
    Grouping.SUPPLIER: (lambda line: folded(line.supplier), _supplier),
}
"""By what the group of a line is looked up, and what makes it."""
