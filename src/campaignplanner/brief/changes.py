"""What changed since an earlier version, in the words of the brief's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from campaignplanner.brief.change_words import ChangeWords
from campaignplanner.brief.contents import ChangeEntry, ChangeGroup, ChangesContents
from campaignplanner.brief.context import BriefContext, side_by_side
from campaignplanner.domain.aim import Aim, Kpi
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.budget import BudgetLine, Meets
from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.differences import ActivityDifference, MoneyDifference, Moved, RecordDifference

R = TypeVar("R", bound=Aim | Audience | Influence | Kpi | Bridge | BudgetLine)
_MEETS = {Meets.ONLINE: "online", Meets.OFFLINE: "offline", Meets.BOTH: "both", Meets.NOT_SAID: "not_said"}


def changes_of(context: BriefContext) -> ChangesContents | None:
    """What changed since the earlier version of the edition; None where none is to be told of."""
    found, earlier, kept = context.changes, context.edition.earlier, context.edition.earlier_plan
    if found is None or earlier is None or kept is None:
        return None
    teller = _Teller(context, kept.plan)
    groups = (
        ("change_campaign", teller.campaign()),
        ("change_aims", teller.records(found.aims, teller.aim)),
        ("change_kpis", teller.records(found.kpis, teller.kpi)),
        ("change_audiences", teller.records(found.audiences, teller.audience)),
        ("change_influences", teller.records(found.influences, teller.influence)),
        ("change_activities", tuple(teller.activity(each) for each in found.activities)),
        ("change_bridges", teller.records(found.bridges, teller.bridge)),
        ("change_money", teller.money(found.money) if context.options.with_money else ()),
    )
    words = context.words
    return ChangesContents(
        words.say("changes_since", number=earlier.number),
        words.say("changes_note" if found else "nothing_changed", day=context.formats.day(earlier.day)),
        tuple(ChangeGroup(words.say(name), entries) for name, entries in groups if entries),
    )


class _Teller:
    """Puts the changes of one brief into words."""

    def __init__(self, context: BriefContext, before: Plan) -> None:
        self._context = context
        self._before = before
        self._fields = ChangeWords(context, before)

    def campaign(self) -> tuple[ChangeEntry, ...]:
        """What changed of the campaign and the brief's own texts."""
        found = self._context.changes
        texts = self._fields.fields(found.campaign) if found is not None else ()
        return (ChangeEntry(self._context.plan.campaign.title, "", texts),) if texts else ()

    def records(
        self, found: Iterable[RecordDifference[R]], name: Callable[[R, Plan], str]
    ) -> tuple[ChangeEntry, ...]:
        """What changed of records of one kind."""
        return tuple(self._record(each, name) for each in found)

    def _record(self, found: RecordDifference[R], name: Callable[[R, Plan], str]) -> ChangeEntry:
        say = self._context.words.say
        if found.after is None:
            assert found.before is not None  # noqa: S101 - one of them is there
            return ChangeEntry(name(found.before, self._before), "", (say("change_dropped"),))
        title = name(found.after, self._context.plan)
        texts = (say("change_added"),) if found.before is None else self._fields.fields(found.fields)
        return ChangeEntry(title, "", texts)

    def aim(self, aim: Aim, plan: Plan) -> str:
        """What an aim is called."""
        del plan
        return aim.statement

    def kpi(self, kpi: Kpi, plan: Plan) -> str:
        """What a measure is called, with what it measures."""
        return side_by_side(kpi.name, self._fields.named(kpi.aim_id or kpi.activity_id or "", plan))

    def audience(self, audience: Audience, plan: Plan) -> str:
        """What an audience is called."""
        del plan
        return audience.name

    def influence(self, influence: Influence, plan: Plan) -> str:
        """Who passes something on to whom."""
        source = plan.audiences.get(influence.from_audience_id or "")
        giver = self._context.words.say("ambassadors") if source is None else source.name
        return f"{giver} → {plan.audiences[influence.to_audience_id].name}"

    def bridge(self, bridge: Bridge, plan: Plan) -> str:
        """What a bridge joins, and how."""
        source, target = plan.activities[bridge.source_id], plan.activities[bridge.target_id]
        own = plan.own_patterns.get(bridge.own_pattern_id or "")
        pattern = self._context.words.choice(bridge.pattern) if own is None else own.name
        return f"{source.title} {pattern} {target.title}"

    # -- activities ----------------------------------------------------------------------------------

    def activity(self, found: ActivityDifference) -> ChangeEntry:
        """What changed of an activity: days first, then aims, other fields and money."""
        say = self._context.words.say
        texts: list[str] = []
        if found.before is None or found.after is None:
            texts.append(say("change_added" if found.before is None else "change_dropped"))
        texts += self._days(found)
        if found.aims is not None:
            now, was = self._aims(found.aims.after), self._aims(found.aims.before)
            texts.append(say("change_serves", now=now, was=was))
        texts += self._fields.fields(found.fields)
        if self._context.options.with_money:
            texts += (self._more(amount, meets) for meets, amount in found.money.items())
        return ChangeEntry(found.activity.title, found.activity.side.value, tuple(texts))

    def _days(self, found: ActivityDifference) -> list[str]:
        words = self._context.words
        if found.flights is not None:
            count = self._context.formats.number(found.flights.after)
            return [words.count("change_runs", found.flights.after, count)]
        return [] if found.span is None else self._moved_span(found.span)

    def _moved_span(self, moved: Moved[Span | None]) -> list[str]:
        say, formats = self._context.words.say, self._context.formats
        was, now = moved.before, moved.after
        if was is None or now is None:
            if now is not None:
                return [say("change_dated", now=formats.span(now))]
            return [] if was is None else [say("change_undated", was=formats.span(was))]
        pairs = (("change_starts", was.first_day, now.first_day), ("change_ends", was.last_day, now.last_day))
        return [
            say(name, now=formats.day(later), was=formats.day(earlier))
            for name, earlier, later in pairs
            if earlier != later
        ]

    def _aims(self, weights: Mapping[str, int]) -> str:
        plan = self._context.plan
        names = (plan.aims.get(each) or self._before.aims.get(each) for each in weights)
        return ", ".join(each.statement for each in names if each is not None) or "–"

    # -- money ---------------------------------------------------------------------------------------

    def money(self, found: MoneyDifference) -> tuple[ChangeEntry, ...]:
        """What moved between the sides and between budget holders."""
        say = self._context.words.say
        entries = [] if found.total is None else [self._moved_money(say("change_total"), found.total)]
        entries += [self._moved_money(say(_MEETS[meets]), moved) for meets, moved in found.by_meets.items()]
        for holder, moved in found.by_holder.items():
            name = holder or say("nobody_named")
            entries.append(self._moved_money(say("change_filed_under", holder=name), moved))
        return tuple(entries)

    def _moved_money(self, name: str, moved: Moved[int]) -> ChangeEntry:
        formats = self._context.formats
        now, was = formats.headline(moved.after), formats.headline(moved.before)
        more = formats.signed(moved.after - moved.before)
        return ChangeEntry(name, "", (self._context.words.say("change_amount", now=now, was=was, more=more),))

    def _more(self, amount: int, meets: Meets) -> str:
        side = self._context.words.say(_MEETS[meets])
        return f"{self._context.formats.signed(amount)} {side[:1].lower()}{side[1:]}"
