"""Every field of an audience, and who passes what on to whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.ids import new_id
from campaignplanner.services.commands.audience import ChangeAudience, ChangeInfluence, MakeInfluence
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.text import LineField, TextField
from campaignplanner.ui.plan.inspector.adder import Adder
from campaignplanner.ui.plan.inspector.bulk_form import audience_choices
from campaignplanner.ui.plan.inspector.form import InspectorForm
from campaignplanner.ui.plan.inspector.list_part import ListPart
from campaignplanner.ui.plan.inspector.rows import Row
from campaignplanner.ui.plan.inspector.titles import title_in

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import Record
    from campaignplanner.ui.pages import PageTools


class AudienceForm(InspectorForm):
    """People in their own words: what they do now, what they should do, where they gather."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, Audience, ChangeAudience, parent)
        self.bind(LineField(self.tr("Who")), "name")
        self.bind(TextField(self.tr("What they do now")), "behaviour_now")
        self.bind(TextField(self.tr("What you want them to do")), "behaviour_wanted")
        self.bind(TextField(self.tr("Where they gather online")), "gathers_online")
        self.bind(TextField(self.tr("Where they gather offline")), "gathers_offline")
        self.influences = self.add_part(InfluencesPart(tools))


class InfluenceForm(InspectorForm):
    """From whom to whom, what is passed on, and what people are given for it."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, Influence, ChangeInfluence, parent)
        self.source = self.bind(ChoiceField(self.tr("From")), "from_audience_id")
        self.target = self.bind(ChoiceField(self.tr("To")), "to_audience_id")
        self.bind(TextField(self.tr("What is passed on")), "passed_on")
        self.bind(TextField(self.tr("What people are given to pass on")), "given_to_pass_on")

    def prepare(self, plan: Plan, record: Record) -> None:
        """Offers the audiences of the plan."""
        super().prepare(plan, record)
        choices = audience_choices(plan)
        self.source.show_choices(((None, self.tr("Ambassadors")), *choices))
        self.target.show_choices(choices)


class InfluencesPart(ListPart):
    """What reaches an audience from others, and what it passes on."""

    record_type = Influence

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        adder = Adder(self.tr("Add influence"))
        self.target = adder.put(ChoiceField(self.tr("Passes on to")), 0, blank=None)
        self.passed_on = adder.put(LineField(self.tr("What is passed on")), 1)
        self.build(self.tr("Influence"), self.tr("Nobody passes anything on here yet."), adder)

    def show_part(self, plan: Plan, record: Record) -> None:
        """Shows the influences, and offers the audiences that could be reached."""
        super().show_part(plan, record)
        self.target.show_choices(audience_choices(plan))

    def rows_of(self, plan: Plan, holder: Record) -> Sequence[Row]:
        """See `ListPart`."""
        inward = plan.influences.by("to_audience_id").get(holder.id, ())
        onward = plan.influences.by("from_audience_id").get(holder.id, ())
        known = {each.id: each for each in (*inward, *onward)}
        rows = [Row(each.id, title_in(plan, each), second=each.passed_on) for each in known.values()]
        return sorted(rows, key=lambda row: (row.first.casefold(), row.key))

    def add_new(self, plan: Plan, holder: Record) -> str | None:
        """See `ListPart`."""
        del plan
        target = self.target.value
        if not isinstance(target, str):
            self.target.show_error(self.tr("Choose whom it reaches."))
            return None
        influence = Influence(
            id=new_id(),
            from_audience_id=holder.id,
            to_audience_id=target,
            passed_on=str(self.passed_on.value),
        )
        refusal = self.tools.live.refusal_of(MakeInfluence(influence))
        if refusal is not None:
            self.adder.show_refusal(refusal, self.passed_on)
            return None
        return influence.id
