from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from campaignplanner.domain.plan import Plan
from campaignplanner.ui.timeline.card import LinkButton
from campaignplanner.ui.timeline.card_texts import Tone, activity_card, aim_card, bridge_card, card_of
from campaignplanner.ui.timeline.page import TimelinePage
from campaignplanner.ui.timeline.placing import card_place
from campaignplanner.ui.timeline.selection import Selected
from campaignplanner.ui.timeline.words import one_line
from tests.builders import a_bridge, a_dated_activity, a_plan, an_activity, an_aim
from tests.ui.timeline.looking import Show, activity, bar, bars, box, bridge, click, glyph, scene_of


def test_the_card_of_a_late_bridge_says_the_sentence_in_red(
    page: TimelinePage, qtbot: QtBot, sample_plan: Plan
) -> None:
    late = bridge(sample_plan, "Service clinic", "Clinic tips")
    card = bridge_card(sample_plan, late)
    assert card.tone is Tone.ERROR
    assert card.headline == "Late bridge: Service clinic in shops → Clinic tips thread"
    assert "15 days" in card.sentence
    click(qtbot, page, glyph(page, "Service clinic", "Clinic tips"))
    assert card.sentence in {each.text() for each in page.card.findChildren(QLabel)}


def test_one_card_after_another_shows_its_own_texts_and_links(
    page: TimelinePage, qtbot: QtBot, sample_plan: Plan
) -> None:
    activities, bridges = sorted(sample_plan.activities), sorted(sample_plan.bridges)
    things = [Selected.activity(each) for each in activities] + [Selected.bridge(each) for each in bridges]
    page.select(things[0])
    for thing in (*things, *reversed(things)):
        page.card.show_card(card := card_of(sample_plan, thing))
        rows = [text for row in card.rows for text in (row.label, *row.text.splitlines())]
        texts = [text for text in (card.headline, card.subtitle, card.sentence, *rows) if text]
        shown = [each for each in page.card.findChildren(QLabel) if each.isVisible()]
        assert sorted(each.text() for each in shown) == sorted(map(one_line, texts))
        assert all(each.height() >= each.heightForWidth(each.width()) for each in shown)
        links = {each.text for row in card.rows for each in row.links}
        buttons = [each for each in page.card.findChildren(LinkButton) if each.isVisible()]
        assert {each.accessibleName() for each in buttons} == links
        for button in buttons:
            with qtbot.waitSignal(page.card.followed) as followed:
                button.click()
            assert followed.args is not None
            assert followed.args[0] in {each.leads_to for row in card.rows for each in row.links}
            page.card.show_card(card)


def test_the_card_of_a_bridge_says_both_ends_the_gap_and_what_is_expected(sample_plan: Plan) -> None:
    card = bridge_card(sample_plan, bridge(sample_plan, "Service clinic", "Clinic tips"))
    rows = {row.label: row for row in card.rows}
    assert rows["From"].links[0].text == "Service clinic in shops"
    assert rows["To"].links[0].text == "Clinic tips thread"
    assert rows["Gap"].text == "15 days from end to start"
    assert "7 days" in rows["Carries on as"].text


def test_the_card_of_an_activity_says_what_people_do_when_why_and_for_how_much(sample_plan: Plan) -> None:
    tasting = activity(sample_plan, "Tasting bars")
    card = activity_card(sample_plan, tasting)
    rows = {row.label: row for row in card.rows}
    assert card.sentence == tasting.what_people_do
    assert rows["Dates"].text.splitlines()[0] == "10 Sept – 24 Sept 2026, 6 flights"
    assert rows["Aims"].links[0].text.startswith("100 % Win 12,000")
    assert rows["Planned"].text == "€28,250 · 100\u00a0% offline"
    assert [link.text[0] for link in rows["Bridges"].links] == ["←", "→"]


def test_the_card_of_an_activity_that_serves_two_aims_says_their_shares(sample_plan: Plan) -> None:
    card = activity_card(sample_plan, activity(sample_plan, "Barista answers"))
    links = next(row for row in card.rows if row.label == "Aims").links
    assert sum(int(link.text.split(" ")[0]) for link in links) == 100
    assert len(links) == 2


def test_the_card_of_an_undated_activity_says_that_it_waits(sample_plan: Plan) -> None:
    card = activity_card(sample_plan, activity(sample_plan, "Breakfast"))
    assert "waits in the tray" in next(row for row in card.rows if row.label == "Dates").text


def test_the_card_of_an_aim_says_its_measure_and_its_money(sample_plan: Plan) -> None:
    card = aim_card(sample_plan, sample_plan.aims_in_order[0])
    rows = {row.label: row for row in reversed(card.rows)}
    assert rows["KPI"].text.startswith("Subscribers 3,100 → 12,000 by 30 Nov")
    assert rows["Planned"].text.startswith("€84,500")


def test_a_bridge_to_an_undated_activity_is_open(show: Show) -> None:
    plan = a_plan(
        an_aim(),
        a_dated_activity("Challenge", "2026-09-01", "2026-09-20"),
        an_activity("Reward", id="reward"),
        a_bridge("challenge", "reward"),
    )
    card = card_of(plan, Selected.bridge("challenge~reward"))
    assert card.headline.startswith("Open bridge")
    assert card.tone is Tone.PLAIN


def test_no_card_hides_the_bar_that_is_selected(page: TimelinePage, qtbot: QtBot, sample_plan: Plan) -> None:
    order = scene_of(page).order
    for each in [each for each in bars(page) if not each.ghost]:
        page.select(order.selected_bar(each))
        selected = page.canvas.selected
        assert selected is not None
        found = scene_of(page).box(selected, page.canvas.view)
        assert found is not None
        covered = QRectF(page.card.geometry()).intersected(found)
        assert covered.width() * covered.height() < found.width() * found.height() / 3


def test_a_card_lies_within_the_lanes_and_the_spend_strip(page: TimelinePage) -> None:
    order = scene_of(page).order
    page.select(order.selected_bar(bar(page, "Reviews on store screens")))
    regions = page.canvas.view.regions
    room = QRectF(regions.aim_width, regions.header_height, regions.lanes_width, regions.height)
    assert room.contains(QRectF(page.card.geometry()))


def test_a_card_goes_below_what_is_selected_when_there_is_room() -> None:
    place = card_place(QSizeF(300, 200), QRectF(0, 0, 1000, 900), QRectF(400, 100, 120, 24), [], [])
    assert place == QPointF(484, 136)


def test_a_card_goes_above_what_is_selected_at_the_bottom() -> None:
    anchor = QRectF(400, 850, 120, 24)
    place = card_place(QSizeF(300, 200), QRectF(0, 0, 1000, 900), anchor, [], [])
    assert not QRectF(place, QSizeF(300, 200)).intersects(anchor)


def test_the_card_follows_its_bar_when_the_lanes_are_scrolled(page: TimelinePage, qtbot: QtBot) -> None:
    page.canvas.zoom_by(3)
    click(qtbot, page, box(page, "Sampling on trains").center())
    before = page.card.pos()
    page.canvas.scroll_by(120, 0)
    assert page.card.pos() != before
