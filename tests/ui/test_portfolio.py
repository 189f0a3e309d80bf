"""The list of campaigns: what rows say, searching, sorting, choosing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from campaignplanner.domain.campaign import CampaignStatus
from campaignplanner.planning.budgeting import MoneyTotals
from campaignplanner.services.portfolio import PortfolioEntry
from campaignplanner.ui.portfolio.list_view import CampaignList
from campaignplanner.ui.portfolio.model import PortfolioModel
from campaignplanner.ui.portfolio.rows import COLUMNS, CampaignRow, Column
from campaignplanner.ui.widgets.share_bar import Shares, share_sentence
from tests.builders import a_campaign, a_line


def a_row(title: str = "Spring", *, online: int = 0, offline: int = 0, **fields: object) -> CampaignRow:
    totals = MoneyTotals(online=online, offline=offline)
    campaign = a_campaign(
        **{"id": title.lower(), "title": title, "first_day": None, "last_day": None, **fields}
    )
    return CampaignRow.of(PortfolioEntry(campaign, totals))


@pytest.fixture
def shown(qtbot: QtBot) -> CampaignList:
    campaigns = CampaignList()
    qtbot.addWidget(campaigns)
    campaigns.resize(1000, 600)
    campaigns.show_rows(
        [
            a_row(
                "Spring",
                brand="Northwind",
                first_day="2026-03-02",
                last_day="2026-04-12",
                online=5,
                offline=5,
            ),
            a_row(
                "autumn", brand="Kontor", first_day="2026-08-24", last_day="2026-11-30", online=1, offline=99
            ),
            a_row("Winter", status=CampaignStatus.LIVE, online=900, offline=100),
        ]
    )
    return campaigns


def titles(campaigns: CampaignList) -> list[str]:
    model: QAbstractItemModel = campaigns.order
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = PortfolioModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_rows([a_row("One"), a_row("Two")])
    model.show_rows([])
    assert model.rowCount() == 0


def test_a_row_says_title_dates_status_money_and_share() -> None:
    row = a_row(
        "Spring", brand="Northwind", first_day="2026-03-02", last_day="2026-04-12", online=4600, offline=5400
    )
    assert [row.text(column) for column in COLUMNS] == [
        "Spring",
        "2 Mar \u2013 12 Apr 2026",
        "Draft",
        "€100",
        "46\u00a0% online",
    ]
    assert row.second_text(Column.CAMPAIGN) == "Northwind"
    assert row.second_text(Column.DATES) == "42 days"


def test_money_in_a_currency_without_a_rate_is_said_and_not_guessed() -> None:
    totals = MoneyTotals(online=100, unconverted=(a_line(currency="USD"), a_line(currency="CHF")))
    row = CampaignRow.of(PortfolioEntry(a_campaign(), totals))
    assert row.second_text(Column.PLANNED) == "and 2 lines without a rate"


def test_money_that_nobody_has_given_a_side_is_no_zero_per_cent() -> None:
    row = CampaignRow.of(PortfolioEntry(a_campaign(), MoneyTotals(not_said=100)))
    assert row.text(Column.SHARE) == "Not said yet"


def test_a_row_without_money_leaves_the_share_open() -> None:
    assert a_row().text(Column.SHARE) == ""


def test_the_share_in_words_adds_up_to_a_hundred_and_keeps_both_apart() -> None:
    said = share_sentence(Shares(online=1, both=1, not_said=0, offline=1))
    assert said == "34\u00a0% online, 33\u00a0% both, 33\u00a0% offline"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("AUT", ["autumn"]),
        ("northwind", ["Spring"]),
        ("live", ["Winter"]),
        ("apr 2026", ["Spring"]),
        ("x y", []),
    ],
)
def test_typing_finds_campaigns_by_title_brand_status_and_dates(
    shown: CampaignList, typed: str, expected: list[str]
) -> None:
    shown.order.search(typed)
    assert titles(shown) == expected


def test_an_empty_search_shows_all_again(shown: CampaignList) -> None:
    shown.order.search("aut")
    shown.order.search(" ")
    assert len(titles(shown)) == 3


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (Column.CAMPAIGN, ["autumn", "Spring", "Winter"]),
        (Column.DATES, ["Spring", "autumn", "Winter"]),
        (Column.PLANNED, ["Spring", "autumn", "Winter"]),
        (Column.SHARE, ["autumn", "Spring", "Winter"]),
    ],
)
def test_each_column_sorts_by_its_value(shown: CampaignList, column: Column, expected: list[str]) -> None:
    shown.sort_by(column, Qt.SortOrder.AscendingOrder)
    assert titles(shown) == expected


def test_campaigns_without_dates_come_last_either_way(shown: CampaignList) -> None:
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        shown.sort_by(Column.DATES, order)
        assert titles(shown)[-1] == "Winter"


def test_the_chosen_campaign_stays_chosen_when_the_list_changes(shown: CampaignList) -> None:
    shown.choose("autumn")
    shown.show_rows([a_row("One"), a_row("autumn", brand="Changed")])
    assert shown.chosen_id() == "autumn"


def test_after_a_deletion_the_row_in_its_place_is_chosen(shown: CampaignList) -> None:
    shown.sort_by(Column.CAMPAIGN, Qt.SortOrder.AscendingOrder)
    shown.choose("spring")
    shown.show_rows([a_row("autumn"), a_row("Winter")])
    assert shown.chosen_id() == "winter"


def test_enter_opens_what_is_chosen(shown: CampaignList, qtbot: QtBot) -> None:
    shown.choose("autumn")
    with qtbot.waitSignal(shown.opened) as caught:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert caught.args == ["autumn"]


def test_a_screen_reader_hears_the_share_in_words(shown: CampaignList) -> None:
    shown.sort_by(Column.CAMPAIGN, Qt.SortOrder.AscendingOrder)
    index = shown.order.index(0, COLUMNS.index(Column.SHARE))
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Online share: 1\u00a0% online, 99\u00a0% offline"


def test_a_title_with_markup_is_shown_as_letters(shown: CampaignList) -> None:
    shown.show_rows([a_row("<b>Bold</b>\nnext")])
    index = shown.order.index(0, 0)
    assert index.data() == "<b>Bold</b> next"
    assert "&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_rows_are_high_enough_for_two_lines_in_the_persons_font(shown: CampaignList) -> None:
    assert shown.sizeHintForRow(0) >= 2 * shown.fontMetrics().height()


def test_a_narrow_list_keeps_room_for_titles(shown: CampaignList, qtbot: QtBot) -> None:
    shown.show()
    shown.resize(560, 400)
    qtbot.waitUntil(lambda: shown.columnWidth(0) >= 150)
    assert shown.isColumnHidden(COLUMNS.index(Column.STATUS))


def test_painting_hundreds_of_rows_with_long_titles_works(shown: CampaignList) -> None:
    row = a_row(
        "Long " * 80, brand="Brand " * 50, first_day="2026-03-02", last_day="2026-04-12", online=10**14
    )
    shown.show_rows([replace(row, unconverted=number) for number in range(200)])
    assert not shown.grab().isNull()
