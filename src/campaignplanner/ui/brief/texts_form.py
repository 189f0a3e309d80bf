"""The fields beside the pages: what the brief says for the campaign as a whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.errors import PlanError
from campaignplanner.ui.fields.field import Field
from campaignplanner.ui.fields.record_form import change_campaign
from campaignplanner.ui.fields.text import LineField
from campaignplanner.ui.plan.inspector.brief_texts import BriefTextsForm

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.ui.pages import PageTools

_NAMES = {"notes": "notes", "title": "title", "brand": "brand"}


class TextsForm(BriefTextsForm):
    """Title, brand and the brief's own texts.

    Signals:
        draft_changed: something was typed that was not taken yet.
        entered: carries the name of the spot of the page that a field stands for, when it gets the focus.
    """

    draft_changed = Signal()
    entered = Signal(object)

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, Campaign, change_campaign, parent)
        self.bind(LineField(self.tr("Title")), "title")
        self.bind(LineField(self.tr("Brand")), "brand")
        self.build_texts()
        self._spots = {self._field(each).editor: each for each in self.spot_names}
        for field in self.fields:
            field.typing.connect(self.draft_changed)
            field.editor.installEventFilter(self)

    @property
    def spot_names(self) -> tuple[str, ...]:
        """The spots of the pages that have a field here."""
        return (
            "situation",
            "problem",
            "learnt",
            "competitors",
            "message",
            "reason_to_believe",
            "tone",
            "mandatories",
            "legal",
            "brand_rules",
            "fixed_dates",
            "suppliers",
            "notes",
        )

    @property
    def spot_in_work(self) -> str | None:
        """The spot of the pages whose field has the focus; None where none has."""
        return next((name for editor, name in self._spots.items() if editor.hasFocus()), None)

    def focus_spot(self, name: str) -> bool:
        """Leads to the field that a spot of a page comes from; says whether there is one."""
        name = {"head": "title", "now": "situation", "practicalities": "mandatories"}.get(name, name)
        if name not in (*self.spot_names, "title"):
            return False
        self._field(name).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def plan_as_typed(self, plan: Plan) -> Plan:
        """The plan with what is typed and not taken yet; what no campaign can say is left out."""
        drafts = self.drafted(plan)
        if not drafts:
            return plan
        from campaignplanner.services.commands.editing import with_fields

        try:
            return replace(plan, campaign=with_fields(plan.campaign, drafts))
        except PlanError:
            return plan

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tells which place of the pages is worked on."""
        if event.type() == QEvent.Type.FocusIn and watched in self._spots:
            self.entered.emit(self._spots[watched])
        return super().eventFilter(watched, event)

    def _field(self, name: str) -> Field:
        return self.field(_NAMES.get(name, f"brief.{name}"))
