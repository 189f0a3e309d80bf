"""Before and after as rows of tables: the lines of a what-if, and what becomes of split, aims and months."""

from __future__ import annotations

from collections.abc import Mapping

from campaignplanner.domain.budget import Scenario
from campaignplanner.domain.days import Span
from campaignplanner.planning.money_review import MoneyReview
from campaignplanner.planning.money_shares import Dimension
from campaignplanner.planning.money_sums import MoneyTotals
from campaignplanner.planning.what_if import Evaluation, amount_now
from campaignplanner.ui.budget.split.breakdowns import month_name
from campaignplanner.ui.budget.table import Cell, Column, LazyRows, TableRow
from campaignplanner.ui.budget.words import money_of, said, share_text
from campaignplanner.ui.formats import money_text


def line_columns() -> tuple[Column, ...]:
    """The heads of the lines of a what-if."""
    return (
        Column(title=said("Line"), is_number=False, stretches=True),
        Column(title=said("Now")),
        Column(title=said("What if")),
        Column(title=said("Change")),
        Column(title=said("Locked"), is_number=False, width=70),
    )


def line_rows(review: MoneyReview, scenario: Scenario) -> LazyRows:
    """Every line with what it has now and in the what-if, made when it is looked at."""
    lines, plan = review.plan.lines_in_order, review.plan
    named = {each.line_id: each for each in scenario.amounts}

    def row(place: int) -> TableRow:
        line = lines[place]
        own = named.get(line.id)
        now = amount_now(line)
        then = now if own is None else own.planned
        is_locked = own is not None and own.locked
        currency = line.currency or plan.campaign.currency
        cells = (
            Cell(text=line.label, told=line.label),
            Cell(text=money_text(now, currency)),
            Cell(text=money_text(then, currency), is_muted=then == now),
            Cell(text=change_text(then - now, currency), is_muted=True),
            Cell(text=said("locked") if is_locked else ""),
        )
        return TableRow(line.id, cells)

    return LazyRows(len(lines), row)


def compared_columns(first: str) -> tuple[Column, ...]:
    """The heads of a table before and after."""
    return (
        Column(title=first, is_number=False, stretches=True),
        Column(title=said("Before")),
        Column(title=said("After")),
        Column(title=said("Change")),
    )


def split_rows(found: Evaluation) -> list[TableRow]:
    """Online, offline, both, not said, all, and the online share."""
    before, after = found.before.totals(), found.after.totals()
    names = (said("Online"), said("Offline"), said("Both"), said("Not said"))
    pairs = zip(names, before.parts, after.parts, strict=True)
    rows = [_row(found.before, name, one, other) for name, one, other in pairs if one or other]
    rows.append(_row(found.before, said("All money"), before.total, after.total, is_total=True))
    rows.append(_share_row(before, after))
    return rows


def aim_rows(found: Evaluation) -> list[TableRow]:
    """The money of each aim."""
    before = {row.key: row for row in found.before.table(Dimension.AIM).rows}
    after = {row.key: row for row in found.after.table(Dimension.AIM).rows}
    rows = []
    for key in dict.fromkeys([*before, *after]):
        name = said("No aim yet") if key is None else (before.get(key) or after[key]).title
        one, other = (rows_of[key].totals.total if key in rows_of else 0 for rows_of in (before, after))
        if key is not None or one or other:
            rows.append(_row(found.before, name, one, other, key=(key,)))
    return rows


def month_rows(found: Evaluation) -> list[TableRow]:
    """The money of each month, and what has no days."""
    before, after = (_months(review) for review in (found.before, found.after))
    rows = []
    for span in sorted({*before, *after}, key=lambda each: each.first_day):
        one, other = before.get(span, 0), after.get(span, 0)
        rows.append(_row(found.before, month_name(span), one, other, key=span))
    undated = [review.spending().undated.total for review in (found.before, found.after)]
    if any(undated):
        rows.append(_row(found.before, said("No days yet"), undated[0], undated[1]))
    return rows


def _months(review: MoneyReview) -> Mapping[Span, int]:
    periods = review.spending().by_month().periods
    return {Span(each.first_day, each.last_day): each.total for each in periods}


def _row(
    review: MoneyReview, name: str, before: int, after: int, *, key: object = None, is_total: bool = False
) -> TableRow:
    currency = review.plan.campaign.currency
    cells = (
        Cell(text=name, told=name),
        Cell(text=money_of(review.plan, before)),
        Cell(text=money_of(review.plan, after)),
        Cell(text=change_text(after - before, currency), is_muted=after == before),
    )
    return TableRow(name if key is None else key, cells, is_total=is_total)


def _share_row(before: MoneyTotals, after: MoneyTotals) -> TableRow:
    texts = [
        "\u2013" if each.online_share is None else share_text(each.online_share) for each in (before, after)
    ]
    return TableRow(
        "share", (Cell(text=said("Online share")), Cell(text=texts[0]), Cell(text=texts[1]), Cell())
    )


def change_text(amount: int, currency: str) -> str:
    """A difference with its sign; a dash for none."""
    if not amount:
        return "\u2013"
    sign = "+" if amount > 0 else "\u2212"
    return f"{sign}{money_text(abs(amount), currency)}"
