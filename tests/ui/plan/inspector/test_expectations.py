"""The settings of the review in the form of the campaign: changed, explained, and put back."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from campaignplanner.domain.campaign import Thresholds
from campaignplanner.domain.plan import Plan
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.inspector.campaign_form import CampaignForm
from campaignplanner.ui.plan.inspector.expectations import UsualValue
from campaignplanner.ui.plan.inspector.panel import Inspector
from tests.ui.plan.inspector.typing import type_into

PlanNow = Callable[[], Plan]


@pytest.fixture
def form(inspector: Inspector, tools: PageTools) -> CampaignForm:
    tools.selection.pick()
    assert isinstance(inspector.form, CampaignForm)
    return inspector.form


def beside(form: CampaignForm, name: str) -> UsualValue:
    form.show_expectations()
    return next(each.beside for each in form._expected if each.name == name)


def test_a_share_is_typed_in_percent_and_a_count_as_a_number(form: CampaignForm, plan_now: PlanNow) -> None:
    type_into(form.field("thresholds.least_reserve"), "8 %")
    type_into(form.field("thresholds.most_aims"), "5")
    expected = plan_now().campaign.thresholds
    assert (expected.least_reserve, expected.most_aims) == (Decimal("0.08"), 5)


def test_what_was_changed_goes_back_to_the_usual_value_in_one_step(
    qtbot: QtBot, form: CampaignForm, plan_now: PlanNow, tools: PageTools
) -> None:
    back = beside(form, "carry_on_days").back
    assert back.isHidden()
    type_into(form.field("thresholds.carry_on_days"), "21")
    assert not back.isHidden()
    qtbot.keyClick(back, Qt.Key.Key_Space)
    assert plan_now().campaign.thresholds == Thresholds()
    assert form.field("thresholds.carry_on_days").value == 7
    assert back.isHidden()
    tools.live.workspace.undo(plan_now().campaign.id)
    assert plan_now().campaign.thresholds.carry_on_days == 21


def test_why_a_value_is_usual_is_said_when_somebody_asks(qtbot: QtBot, form: CampaignForm) -> None:
    why = beside(form, "no_show_free").why
    said = "860 events"
    told = [each for each in form.findChildren(QLabel) if said in each.text() and not each.isHidden()]
    assert told == []
    qtbot.keyClick(why, Qt.Key.Key_Space)
    told = [each for each in form.findChildren(QLabel) if said in each.text() and not each.isHidden()]
    assert len(told) == 1
    qtbot.keyClick(why, Qt.Key.Key_Space)
    assert told[0].isHidden()


def test_what_cannot_be_expected_is_refused_at_its_field(form: CampaignForm, plan_now: PlanNow) -> None:
    field = form.field("thresholds.message_words")
    type_into(field, "0")
    assert field.error == "The review can expect from 1 to 1000 of these."
    assert plan_now().campaign.thresholds.message_words == 20


def test_the_settings_are_made_when_somebody_wants_to_see_them(
    qtbot: QtBot, form: CampaignForm, plan_now: PlanNow
) -> None:
    assert not any(each.label.startswith("Days ahead") for each in form.fields)
    qtbot.keyClick(form.unfold, Qt.Key.Key_Space)
    assert form.unfold.isHidden()
    assert form.field("thresholds.announce_hint_days").value == 28
