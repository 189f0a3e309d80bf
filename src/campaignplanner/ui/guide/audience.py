"""The third step: whom the campaign is for, in their own words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from campaignplanner.domain.audience import Audience
from campaignplanner.domain.direction import set_apart
from campaignplanner.domain.ids import new_id
from campaignplanner.planning.first_steps import FirstStep
from campaignplanner.services.commands.audience import MakeAudience
from campaignplanner.services.commands.editing import next_position
from campaignplanner.ui.fields.text import LineField, TextField
from campaignplanner.ui.guide.step import GuideStep
from campaignplanner.ui.plan.inspector.rows import Row

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.services.commands.command import Command
    from campaignplanner.ui.pages import PageTools

_TEXTS = ("name", "behaviour_now", "behaviour_wanted", "gathers_online", "gathers_offline")


class AudienceStep(GuideStep):
    """Who they are, what they do now and should do, and where they gather on both sides."""

    STEP = FirstStep.AUDIENCE
    RECORD_TYPE = Audience

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self.say(
            self.tr("Whom is it for?"),
            self.tr(
                "People and what they do, not ages and incomes. Where they gather is where you can meet."
            ),
            self.tr("Audiences so far"),
        )
        self.put(LineField(self.tr("Who"), self.tr("such as Home baristas")), "name")
        self._put_behaviour()
        self._put_places()
        self.end_with(self.tr("Add audience"))

    def _put_behaviour(self) -> None:
        for words, example, name in (
            (self.tr("What they do now"), self.tr("such as Buy beans at the supermarket"), "behaviour_now"),
            (self.tr("What they should do"), self.tr("such as Order the new blend"), "behaviour_wanted"),
        ):
            self.put(TextField(words, example, enter_finishes=True), name)

    def _put_places(self) -> None:
        for words, example, name in (
            (self.tr("Where they gather online"), self.tr("forums, groups"), "gathers_online"),
            (self.tr("Where they gather offline"), self.tr("places, events"), "gathers_offline"),
        ):
            self.put(TextField(words, example, enter_finishes=True), name, half=True)

    def rows_of(self, plan: Plan) -> Sequence[Row]:
        """See `GuideStep`."""
        in_order = sorted(plan.audiences.values(), key=lambda each: (each.position, each.id))
        return [Row(each.id, each.name, second=_change_wanted(each)) for each in in_order]

    def command(self, plan: Plan) -> Command:
        """See `GuideStep`."""
        texts = {name: str(self.field(name).value) for name in _TEXTS}
        return MakeAudience(Audience(id=new_id(), position=next_position(plan.audiences.values()), **texts))


def _change_wanted(audience: Audience) -> str:
    texts = (
        set_apart(" ".join(each.split())) for each in (audience.behaviour_now, audience.behaviour_wanted)
    )
    return " → ".join(each for each in texts if each)
