"""What happened on the chosen line, beside the grid."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from campaignplanner.domain.budget import Posting, PostingKind
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.line_words import LineColumn
from tests.builders import a_line, a_plan, day
from tests.ui.budget.lines.conftest import Desk

OpenLines = Callable[[Plan], Desk]


def posted() -> Plan:
    return a_plan(
        a_line(100_00, id="cups", label="Cups", position=0),
        a_line(250_00, id="posts", label="Posts", position=1),
        Posting(
            id="order",
            line_id="cups",
            day=day("2026-09-01"),
            kind=PostingKind.COMMITTED,
            amount=120_00,
            reference="Order 7",
        ),
        first_day="2026-08-24",
        last_day="2026-11-30",
    )


def test_the_panel_follows_the_chosen_line(open_lines: OpenLines) -> None:
    desk = open_lines(posted())
    desk.view.bar.postings.click()
    desk.go_to("cups", LineColumn.LABEL)
    assert [row.end for row in desk.view.panel.part.list.rows] == ["€120"]
    assert "Exposure €120" in desk.view.panel._figures.text()
    desk.go_to("posts", LineColumn.LABEL)
    assert desk.view.panel.part.list.rows == ()


def test_pasted_rows_become_postings_in_one_step_and_the_others_are_named(open_lines: OpenLines) -> None:
    desk = open_lines(posted())
    desk.view.bar.postings.click()
    desk.go_to("posts", LineColumn.LABEL)
    desk.put_on_clipboard(
        "5 Sep 2026\t80.00\tactual\tInvoice 3\nsometime\t5\n6 Sep 2026\t20\tbooked\tOrder 9\n"
    )
    desk.view.panel.paste_button.click()
    found = desk.plan.postings_of("posts")
    assert [(each.kind, each.amount, each.reference) for each in found] == [
        (PostingKind.ACTUAL, 80_00, "Invoice 3"),
        (PostingKind.COMMITTED, 20_00, "Order 9"),
    ]
    assert desk.text("posts", LineColumn.ACTUAL) == "€80"
    assert desk.message() == "2 postings were added. Row 2 was not taken: This row has no day."
    desk.workspace.undo(desk.plan.campaign.id)
    assert desk.plan.postings_of("posts") == ()


def test_copied_postings_are_understood_again(open_lines: OpenLines) -> None:
    desk = open_lines(posted())
    desk.view.bar.postings.click()
    desk.go_to("cups", LineColumn.LABEL)
    desk.view.panel.copy_button.click()
    desk.go_to("posts", LineColumn.LABEL)
    desk.view.panel.paste_button.click()
    (copy,) = desk.plan.postings_of("posts")
    assert (copy.day, copy.kind, copy.amount, copy.reference) == (
        day("2026-09-01"),
        PostingKind.COMMITTED,
        120_00,
        "Order 7",
    )


def test_a_posting_is_deleted_with_a_key_and_a_way_back(open_lines: OpenLines) -> None:
    desk = open_lines(posted())
    desk.view.bar.postings.click()
    desk.go_to("cups", LineColumn.LABEL)
    rows = desk.view.panel.part.list
    rows.setFocus()
    rows.make_current("order")
    desk.qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert desk.plan.postings_of("cups") == ()
    assert desk.text("cups", LineColumn.COMMITTED) == "–"
    assert desk.total(LineColumn.EXPOSURE) == "€350"
