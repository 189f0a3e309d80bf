"""Fields that changed, in words: what the field is called, what it says now and what it said before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum

from campaignplanner.brief.context import BriefContext
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.differences import FieldDifference

LONGEST_QUOTED = 60
"""Signs of a text that is quoted before and after; of a longer one only that it was reworded is said."""

MONEY_FIELDS = frozenset({"budget_total"})
_SHARES = frozenset({"contingency_rate", "online_share_from", "online_share_to"})
_OF_OTHERS = frozenset({"own_kind_id", "own_pattern_id", "aim_id", "activity_id", "source_id", "target_id"})
_AUDIENCES = frozenset({"audience_ids", "from_audience_id", "to_audience_id"})
FIELD = "field_"
"""Begins the names of the words for fields."""


class ChangeWords:
    """Says what changed between two states of a plan.

    Args:
        context: the brief, with the later state.
        before: the earlier state.
    """

    def __init__(self, context: BriefContext, before: Plan) -> None:
        self._context = context
        self._before = before

    def fields(self, found: Iterable[FieldDifference]) -> tuple[str, ...]:
        """A phrase for each field that changed; amounts only where the brief shows money."""
        with_money = self._context.options.with_money
        return tuple(self._field(each) for each in found if with_money or each.field not in MONEY_FIELDS)

    def _field(self, difference: FieldDifference) -> str:
        words = self._context.words
        name = words.say(FIELD + difference.field.removeprefix("brief."))
        now = self._said(difference.field, difference.after, self._context.plan)
        was = self._said(difference.field, difference.before, self._before)
        if not was:
            return words.say("change_filled", field=name, now=_quoted(now))
        if not now:
            return words.say("change_emptied", field=name)
        if max(len(now), len(was)) > LONGEST_QUOTED:
            return words.say("change_reworded", field=name)
        return words.say("change_field", field=name, now=now, was=was)

    def _said(self, field: str, value: object, plan: Plan) -> str:
        formats, words = self._context.formats, self._context.words
        if value is None or value == ():
            return ""
        if field in _OF_OTHERS:
            return self.named(str(value), plan)
        if field in _AUDIENCES:
            ids = value if isinstance(value, tuple) else (value,)
            return ", ".join(plan.audiences[each].name for each in ids if each in plan.audiences)
        if isinstance(value, bool):
            return words.say("yes" if value else "no")
        if isinstance(value, Enum):
            return words.choice(value)
        if isinstance(value, date):
            return formats.day(value)
        if isinstance(value, Decimal):
            return formats.share(value) if field in _SHARES else formats.number(value)
        if isinstance(value, int):
            return formats.money(value) if field in MONEY_FIELDS else formats.number(value)
        return " ".join(str(value).split())

    def named(self, record_id: str, plan: Plan) -> str:
        """What an aim, an activity or a word of the users' own is called."""
        if record_id in plan.aims:
            return plan.aims[record_id].statement
        if record_id in plan.activities:
            return plan.activities[record_id].title
        if record_id in plan.own_kinds:
            return plan.own_kinds[record_id].name
        return plan.own_patterns[record_id].name if record_id in plan.own_patterns else ""


def _quoted(text: str) -> str:
    """A text cut where it would run on."""
    return text if len(text) <= 2 * LONGEST_QUOTED else text[: 2 * LONGEST_QUOTED].rstrip() + "…"
