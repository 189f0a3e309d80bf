"""Planned against forecast against committed and actual money, one row for each."""

from __future__ import annotations

from campaignplanner.planning.money_review import MoneyReview
from campaignplanner.planning.money_sums import MoneyState
from campaignplanner.ui.budget.table import Cell, Column, TableRow
from campaignplanner.ui.budget.words import money_of, said, share_text, state_name
from campaignplanner.ui.widgets.share_bar import Shares, share_sentence


def states_columns() -> tuple[Column, ...]:
    """The heads."""
    return (
        Column(title="", is_number=False, stretches=True),
        Column(title=said("Split"), is_number=False, width=130),
        Column(title=said("Amount")),
        Column(title=said("Online share")),
    )


def states_rows(review: MoneyReview) -> list[TableRow]:
    """A row for each state of money; opened, it is what the whole view shows."""
    totals = {state: review.totals(state) for state in MoneyState}
    highest = max(each.total for each in totals.values())
    rows = []
    for state, each in totals.items():
        split = share_sentence(Shares(each.online, each.both, each.not_said, each.offline))
        share = each.online_share
        cells = (
            Cell(text=state_name(state)),
            Cell(bar=each.parts, whole=highest, told=f"{state_name(state)}: {split}"),
            Cell(text=money_of(review.plan, each.total)),
            Cell(text="\u2013" if share is None else share_text(share), is_muted=True),
        )
        rows.append(TableRow(state, cells))
    return rows
