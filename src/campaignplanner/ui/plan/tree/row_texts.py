"""What the rows say for each of Qt's roles: words, tooltips, and sentences for a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from campaignplanner.domain.money import percentages
from campaignplanner.planning.budgeting import MoneyTotals
from campaignplanner.ui.formats import counted, money_text, shortened, span_text, tooltip_text
from campaignplanner.ui.plan.tree.columns import Column
from campaignplanner.ui.plan.tree.facts import Facts
from campaignplanner.ui.plan.tree.groups import Group

_ROLE = Qt.ItemDataRole
_MOST_SAID = 6
"""So many flights or bridges a tooltip lists."""


def _said(text: str) -> str:
    return QCoreApplication.translate("activities", text)


# -- aims ------------------------------------------------------------------------------------------------


def of_group(facts: Facts, group: Group, column: Column, role: int) -> object:
    """What the row of an aim answers for a role."""
    if role == _ROLE.UserRole:
        return group.aim_id
    if role == _ROLE.DisplayRole:
        return _group_text(facts, group, column)
    if role == _ROLE.TextAlignmentRole:
        return column.alignment
    if role == _ROLE.ToolTipRole:
        return tooltip_text(_whole_statement(facts, group) if column is Column.SIDE else "")
    if role == _ROLE.AccessibleTextRole:
        parts = (statement_text(facts, group), count_text(facts, group), money_of_group(facts, group))
        return ", ".join(part for part in parts if part)
    return None


def _group_text(facts: Facts, group: Group, column: Column) -> str:
    if column is Column.SIDE:
        return statement_text(facts, group)
    if column is Column.TITLE:
        return count_text(facts, group)
    return money_of_group(facts, group) if column is Column.PLANNED else ""


def statement_text(facts: Facts, group: Group) -> str:
    """The aim on one line."""
    return " ".join(_whole_statement(facts, group)[:300].split())


def _whole_statement(facts: Facts, group: Group) -> str:
    if group.aim_id is None:
        return _said("No aim yet")
    aim = facts.plan.aims.get(group.aim_id)
    return "" if aim is None else aim.statement


def count_text(facts: Facts, group: Group) -> str:
    """How many activities stand under an aim; how many of them are shown where some are left out."""
    shown, all_of_them = len(group.shown), len(group.members)
    if not all_of_them:
        elsewhere = len(facts.plan.contributions.by("aim_id").get(group.aim_id, ()))
        if elsewhere:
            one, many = _said("%1 activity of another aim"), _said("%1 activities of other aims")
            return counted(elsewhere, one, many)
        return _said("No activities yet")
    whole = counted(all_of_them, _said("%1 activity"), _said("%1 activities"))
    if shown == all_of_them:
        return whole
    return _said("%1 of %2").replace("%1", counted(shown, "%1", "%1")).replace("%2", whole)


def money_of_group(facts: Facts, group: Group) -> str:
    """What is planned for an aim: its share of the money of every activity that serves it."""
    if group.aim_id is not None and group.aim_id not in facts.plan.aims:
        return ""
    totals = facts.money_of_aim(group.aim_id)
    return money_text(totals.total, facts.plan.campaign.currency) if totals.total else ""


# -- activities ------------------------------------------------------------------------------------------


def of_activity(facts: Facts, activity_id: str, column: Column, role: int) -> object:
    """What a cell of an activity answers for a role."""
    if role == _ROLE.DisplayRole or role == _ROLE.EditRole:
        return facts.text(activity_id, column)
    if role == _ROLE.UserRole:
        return activity_id
    if role == _ROLE.TextAlignmentRole:
        return column.alignment
    if role == _ROLE.ToolTipRole:
        return tooltip_text(_tooltip(facts, activity_id, column))
    if role == _ROLE.AccessibleTextRole:
        return _spoken(facts, activity_id, column)
    return None


def _spoken(facts: Facts, activity_id: str, column: Column) -> str:
    """A cell with its heading; the title leads with what else tells the activity apart."""
    text = facts.text(activity_id, column)
    if column is Column.TITLE:
        return text
    if column is Column.BRIDGES:
        broken = len(facts.broken(activity_id))
        text = f"{text or 0}, {broken_text(broken)}" if broken else text or "0"
    return f"{column.heading}: {text}" if text else f"{column.heading}: {_said('nothing')}"


def broken_text(count: int) -> str:
    """`1 broken`."""
    return counted(count, _said("%1 broken"), _said("%1 broken"))


def _tooltip(facts: Facts, activity_id: str, column: Column) -> str:
    match column:
        case Column.TITLE:
            return _title_tooltip(facts, activity_id)
        case Column.DATES:
            return _dates_tooltip(facts, activity_id)
        case Column.PLANNED:
            return _planned_tooltip(facts.planned(activity_id), facts.plan.campaign.currency)
        case Column.BRIDGES:
            return _bridges_tooltip(facts, activity_id)
        case _:
            return facts.text(activity_id, column)


def _title_tooltip(facts: Facts, activity_id: str) -> str:
    """The whole title, and the aims with their shares where there are several."""
    lines = [facts.activities[activity_id].title]
    shares = facts.plan.aim_shares(activity_id)
    if len(shares) > 1:
        lines.append(_said("Serves:"))
        parts = percentages(list(shares.values()))
        for aim_id, part in zip(shares, parts, strict=True):
            lines.append(f"{part} % {shortened(facts.plan.aims[aim_id].statement)}")
    return "\n".join(lines)


def _dates_tooltip(facts: Facts, activity_id: str) -> str:
    flights = facts.plan.flights_of(activity_id)
    if not flights:
        return _said("No dates yet: type them here, such as 10 Sep - 27 Sep")
    lines = [
        " · ".join(part for part in (span_text(each.first_day, each.last_day), shortened(each.place)) if part)
        for each in flights[:_MOST_SAID]
    ]
    return "\n".join(_with_rest(lines, len(flights)))


def _planned_tooltip(planned: MoneyTotals | None, currency: str) -> str:
    if planned is None:
        return _said("No money planned yet")
    lines = [money_text(planned.total, currency)]
    if planned.unconverted:
        one, many = _said("and a line without a rate"), _said("and %1 lines without a rate")
        lines.append(counted(len(planned.unconverted), one, many))
    return "\n".join(lines)


def _bridges_tooltip(facts: Facts, activity_id: str) -> str:
    judged = facts.judgements(activity_id)
    if not judged:
        return _said("No bridges yet")
    broken = [each.message for each in facts.broken(activity_id)]
    others = [each.message for each in judged if each.message not in broken]
    return "\n".join(_with_rest([*broken, *others][:_MOST_SAID], len(judged)))


def _with_rest(lines: list[str], count: int) -> list[str]:
    rest = count - len(lines)
    return [*lines, counted(rest, _said("and %1 more"), _said("and %1 more"))] if rest > 0 else lines
