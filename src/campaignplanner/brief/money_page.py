"""The money: every figure comes from `planning.budgeting`, so that screen and brief agree to the cent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from campaignplanner.brief.campaign_page import band_text, share_text
from campaignplanner.brief.context import BriefContext, side_by_side
from campaignplanner.brief.figure_contents import Fact
from campaignplanner.brief.formats import Formats
from campaignplanner.brief.money_contents import (
    Band,
    BarPart,
    LineRow,
    LineTable,
    MoneyContents,
    ShareFigure,
    TableEntry,
)
from campaignplanner.domain.budget import BudgetLine, PostingKind
from campaignplanner.domain.money import minor_digits, percentages
from campaignplanner.planning import budgeting
from campaignplanner.planning.budgeting import MoneyTotals
from campaignplanner.planning.phasing import SpendPeriod, spend_by_month

PART_NAMES = ("online", "offline", "both", "not_said")
_LINE_COLUMNS = ("line", "cost_type", "meets", "filed_under", "planned")
_POSTED_COLUMNS = {PostingKind.COMMITTED: "committed", PostingKind.ACTUAL: "spent_column"}
PART_KINDS = ("online", "offline", "both", "unsaid")


def money_of(context: BriefContext) -> MoneyContents:
    """The pages of money; parts that have nothing to say are left out."""
    known = budgeting.totals(context.plan)
    has_lines = bool(context.plan.lines)
    has_total = context.plan.campaign.budget_total is not None
    return MoneyContents(
        is_any=has_lines or has_total or bool(context.plan.reserve_draws),
        note=_currency_note(context) if has_lines else context.words.say("no_lines"),
        facts=_facts(context, known),
        remarks=_remarks(context, known),
        share=_share_figure(context, known),
        matrix=_matrix(context) if has_lines else None,
        by_aim=_by_aim(context) if has_lines and context.plan.aims else None,
        by_month=_by_month(context) if has_lines else None,
        lines=_line_table(context, known) if has_lines else None,
        draws=_draws(context),
    )


def bar_parts(context: BriefContext, known: MoneyTotals) -> tuple[BarPart, ...]:
    """The segments of a bar, those without money left out; percentages add up to 100."""
    rounded = percentages(known.parts)
    return tuple(
        BarPart(
            kind,
            part / known.total,
            context.words.say(name),
            context.formats.money(part),
            context.formats.percent(percentage) if percentage else f"<{context.formats.percent(1)}",
        )
        for kind, name, part, percentage in zip(PART_KINDS, PART_NAMES, known.parts, rounded, strict=True)
        if part
    )


def _currency_note(context: BriefContext) -> str:
    return context.words.say("amounts_in", currency=context.plan.campaign.currency)


def _remarks(context: BriefContext, known: MoneyTotals) -> tuple[str, ...]:
    missing = len(known.unconverted)
    return (context.words.count("unconverted", missing),) if missing else ()


def _facts(context: BriefContext, known: MoneyTotals) -> tuple[Fact, ...]:
    words, formats, plan = context.words, context.formats, context.plan
    total = plan.campaign.budget_total
    lines = words.count("planned_of_lines", len(plan.lines), formats.number(len(plan.lines)))
    budget = formats.headline(total) if total is not None else words.say("not_set")
    facts = [
        Fact(words.say("total_budget"), budget),
        *_reserve_fact(context),
        Fact(words.say("planned"), formats.headline(known.total), lines if plan.lines else ""),
        *_working_fact(context),
        *_committed_fact(context),
        *_left_fact(context),
    ]
    return tuple(facts)


def _working_fact(context: BriefContext) -> list[Fact]:
    """The share that reaches customers: a ratio without a good or bad limit."""
    share = budgeting.working_share(context.plan)
    if share is None or share == 1:
        return []
    return [Fact(context.words.say("working"), context.formats.share(share), context.words.say("of_planned"))]


def _reserve_fact(context: BriefContext) -> list[Fact]:
    kept = budgeting.reserve(context.plan)
    if kept is None:
        return []
    words, formats = context.words, context.formats
    note = words.say("of_the_total", share=share_text(context, context.plan.campaign.contingency_rate))
    if kept.drawn:
        note = words.say("reserve_left", left=formats.headline(kept.left))
    return [Fact(words.say("reserve"), formats.headline(kept.amount), note)]


def _committed_fact(context: BriefContext) -> list[Fact]:
    words, formats = context.words, context.formats
    committed = budgeting.posted(context.plan, PostingKind.COMMITTED).amount
    actual = budgeting.posted(context.plan, PostingKind.ACTUAL).amount
    if not committed and not actual:
        return []
    note = words.say("spent", actual=formats.headline(actual)) if actual else ""
    return [Fact(words.say("committed"), formats.headline(committed), note)]


def _left_fact(context: BriefContext) -> list[Fact]:
    left = budgeting.available(context.plan)
    if left is None:
        return []
    name = "left" if left >= 0 else "over_budget"
    words = context.words
    kept = budgeting.reserve(context.plan)
    note = words.say("after_reserve") if kept is not None and kept.left else ""
    return [Fact(words.say(name), context.formats.headline(abs(left)), note)]


def _share_figure(context: BriefContext, known: MoneyTotals) -> ShareFigure | None:
    if not known.total or known.online_share is None:
        return None
    parts = bar_parts(context, known)
    listed = ", ".join(f"{part.label} {part.amount} ({part.percent})" for part in parts)
    verdict = _verdict(context, known, known.online_share)
    # A figure is read out by its text alone, so what stands below the bar is said there too.
    alt = f"{context.words.say('share_alt', parts=listed)} {verdict}".strip()
    return ShareFigure(parts, _band(context), verdict, alt)


def _band(context: BriefContext) -> Band | None:
    campaign = context.plan.campaign
    text = band_text(context)
    if not text:
        return None
    start = float(campaign.online_share_from or 0)
    end = 1.0 if campaign.online_share_to is None else float(campaign.online_share_to)
    return Band(start, end, context.words.say("band_label", band=text))


def _verdict(context: BriefContext, known: MoneyTotals, share: Decimal) -> str:
    words, campaign = context.words, context.plan.campaign
    shown = share_text(context, share)
    within = budgeting.within_band(campaign, share)
    if within is None:
        return words.say("share_is_not_both" if known.both else "share_is", share=shown)
    low = campaign.online_share_from
    name = "share_within" if within else "share_below" if low is not None and share < low else "share_above"
    return words.say(name, share=shown, band=band_text(context))


def _parts_shown(known: MoneyTotals) -> tuple[int, ...]:
    """Which columns a table needs: the two sides always, the others where they hold money."""
    return tuple(index for index, part in enumerate(known.parts) if index < 2 or part)


def _table_formats(context: BriefContext, rows: Iterable[MoneyTotals]) -> Formats:
    """Write minor units where a row has some, also where no line has: what is printed must add up."""
    unit = 10 ** minor_digits(context.plan.campaign.currency)
    if all(part % unit == 0 for known in rows for part in known.parts):
        return context.formats
    return replace(context.formats, whole_amounts=False)


def _row(
    context: BriefContext,
    name: str,
    known: MoneyTotals,
    shown: tuple[int, ...],
    formats: Formats | None = None,
) -> tuple[str, ...]:
    formats = formats or context.formats
    cells = (formats.amount(known.parts[index]) if known.parts[index] else "–" for index in shown)
    share = share_text(context, known.online_share) if known.online_share is not None else "–"
    return (name, *cells, formats.amount(known.total) if known.total else "–", share)


def _header(context: BriefContext, first: str, shown: tuple[int, ...]) -> tuple[str, ...]:
    words = context.words
    names = (words.say(PART_NAMES[index]) for index in shown)
    return (words.say(first), *names, words.say("total"), words.say("online_share"))


def _matrix(context: BriefContext) -> TableEntry:
    found = budgeting.matrix(context.plan)
    shown = _parts_shown(found.totals)
    nobody = context.words.say("nobody_named")
    return TableEntry(
        _header(context, "filed_under", shown),
        tuple(_row(context, each.filed_under or nobody, each.totals, shown) for each in found.rows),
        _row(context, context.words.say("total"), found.totals, shown),
    )


def _by_aim(context: BriefContext) -> TableEntry | None:
    """The planned money by aim; None where all of it is for one, whose row would say what the total says."""
    known = budgeting.totals(context.plan)
    shown = _parts_shown(known)
    rows = []
    found = budgeting.split_by_aim(context.plan)
    formats = _table_formats(context, found.values())
    for aim_id, part in found.items():
        if aim_id is None and not part.total:
            continue
        name = context.words.say("without_aim") if aim_id is None else context.plan.aims[aim_id].statement
        rows.append(_row(context, name, part, shown, formats))
    if len(rows) < 2:
        return None
    total = _row(context, context.words.say("total"), known, shown, formats)
    is_split = any(len(context.plan.aim_shares(each)) > 1 for each in context.plan.activities)
    note = context.words.say("by_aim_note") if is_split else ""
    return TableEntry(_header(context, "aim", shown), tuple(rows), total, note)


def _by_month(context: BriefContext) -> TableEntry | None:
    """The planned money month by month, with what has no dates yet."""
    spent = spend_by_month(context.plan)
    known = budgeting.totals(context.plan)
    shown = _parts_shown(known)
    formats = _table_formats(context, [*map(_totals_of, spent.periods), spent.undated])
    rows = [
        _row(context, formats.month_and_year(each.first_day), _totals_of(each), shown, formats)
        for each in spent.periods
        if each.total
    ]
    if not rows:
        return None
    if spent.undated.total:
        rows.append(_row(context, context.words.say("without_days"), spent.undated, shown, formats))
    total = _row(context, context.words.say("total"), known, shown, formats)
    return TableEntry(
        _header(context, "month", shown), tuple(rows), total, context.words.say("by_month_note")
    )


def _totals_of(period: SpendPeriod) -> MoneyTotals:
    return budgeting.money_totals((period.online, period.offline, period.both, period.not_said))


def _line_table(context: BriefContext, known: MoneyTotals) -> LineTable:
    words, formats, plan = context.words, context.formats, context.plan
    committed = budgeting.posted(plan, PostingKind.COMMITTED).amount
    actual = budgeting.posted(plan, PostingKind.ACTUAL).amount
    happened = {PostingKind.COMMITTED: committed, PostingKind.ACTUAL: actual}
    kinds = tuple(kind for kind, amount in happened.items() if amount)
    header = [*_LINE_COLUMNS, *(_POSTED_COLUMNS[kind] for kind in kinds)]
    groups: dict[str | None, list[BudgetLine]] = {}
    for line in plan.lines_in_order:
        groups.setdefault(line.activity_id, []).append(line)
    rows = [row for group in groups.values() for row in _group_rows(context, group, kinds)]
    sums = [formats.amount(known.total), *(formats.amount(happened[kind]) for kind in kinds)]
    return LineTable(tuple(words.say(name) for name in header), tuple(rows), (words.say("total"), *sums))


def _group_rows(
    context: BriefContext, lines: list[BudgetLine], kinds: tuple[PostingKind, ...]
) -> list[LineRow]:
    activity_id = lines[0].activity_id
    activities = context.plan.activities
    name = context.words.say("whole_campaign") if activity_id is None else activities[activity_id].title
    planned = context.formats.amount(budgeting.totals_of_lines(context.plan, lines).total)
    happened = (sum(_posted_amount(context, each, kind) for each in lines) for kind in kinds)
    sums = (context.formats.amount(each) if each else "–" for each in happened)
    head = LineRow((name, "", "", "", planned, *sums), "", group=True)
    return [head, *(_line(context, line, kinds) for line in lines)]


def _line(context: BriefContext, line: BudgetLine, kinds: tuple[PostingKind, ...]) -> LineRow:
    filed_under = line.filed_under or "–"
    words = context.words
    cells = [
        line.label,
        words.choice(line.cost_type),
        words.choice(line.meets),
        filed_under,
        _planned(context, line),
    ]
    cells += [_posted(context, line, kind) for kind in kinds]
    return LineRow(tuple(cells), _line_note(context, line), group=False)


def _planned(context: BriefContext, line: BudgetLine) -> str:
    amount = budgeting.planned_in_campaign(context.plan, line)
    return "–" if amount is None else context.formats.amount(amount)


def _posted(context: BriefContext, line: BudgetLine, kind: PostingKind) -> str:
    known = _posted_amount(context, line, kind)
    return context.formats.amount(known) if known else "–"


def _posted_amount(context: BriefContext, line: BudgetLine, kind: PostingKind) -> int:
    """What happened on a line, in the campaign's currency; nothing where its rate is not known."""
    amount = sum(each.amount for each in context.plan.postings_of(line.id) if each.kind is kind)
    return budgeting.in_campaign_currency(context.plan.campaign, line, amount) or 0


def _line_note(context: BriefContext, line: BudgetLine) -> str:
    formats, words = context.formats, context.words
    in_own_currency = ""
    if line.currency not in (None, context.plan.campaign.currency):
        amount = formats.money_in(line.planned, str(line.currency))
        in_own_currency = words.say("no_rate", amount=amount)
        if line.exchange_rate is not None:
            in_own_currency = words.say("at_rate", amount=amount, rate=formats.number(line.exchange_rate))
    return side_by_side(line.supplier, in_own_currency, line.tax_note)


def _draws(context: BriefContext) -> TableEntry | None:
    words, formats = context.words, context.formats
    draws = sorted(context.plan.reserve_draws.values(), key=lambda each: (each.day, each.id))
    if not draws:
        return None
    rows = tuple((formats.day(each.day), each.reason, formats.amount(each.amount)) for each in draws)
    total = formats.amount(sum(each.amount for each in draws))
    header = tuple(words.say(name) for name in ("day", "reason", "amount"))
    return TableEntry(header, rows, (words.say("total"), total))
