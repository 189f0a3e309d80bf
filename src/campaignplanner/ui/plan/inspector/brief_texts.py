"""The brief's own texts, wherever they are written: in the inspector and beside the brief's pages."""

from __future__ import annotations

from campaignplanner.ui.fields.text import LineField, TextField
from campaignplanner.ui.plan.inspector.form import InspectorForm


class BriefTextsForm(InspectorForm):
    """A form of the campaign that has the texts of its brief."""

    def build_texts(self) -> None:
        """Puts the texts below, in the order of the brief."""
        self._build_situation()
        self._build_message()
        self._build_practicalities()

    def _build_situation(self) -> None:
        self.add_section(self.tr("Where are we now"))
        self.bind(TextField(self.tr("Situation")), "brief.situation")
        self.bind(TextField(self.tr("Problem, in one sentence")), "brief.problem")
        self.bind(TextField(self.tr("What was tried and learnt")), "brief.learnt")
        self.bind(TextField(self.tr("Competitors")), "brief.competitors")

    def _build_message(self) -> None:
        self.add_section(self.tr("One message"))
        self.bind(TextField(self.tr("Message, in one sentence")), "brief.message")
        self.bind(TextField(self.tr("Reason to believe")), "brief.reason_to_believe")
        self.bind(TextField(self.tr("Tone")), "brief.tone")

    def _build_practicalities(self) -> None:
        self.add_section(self.tr("Practicalities"))
        self.bind(LineField(self.tr("Author")), "brief.author", half=True)
        self.bind(LineField(self.tr("Organisation")), "brief.organisation", half=True)
        self.bind(TextField(self.tr("Mandatories")), "brief.mandatories")
        self.bind(TextField(self.tr("Legal")), "brief.legal")
        self.bind(TextField(self.tr("Brand rules")), "brief.brand_rules")
        self.bind(TextField(self.tr("Fixed dates")), "brief.fixed_dates")
        self.bind(TextField(self.tr("Suppliers")), "brief.suppliers")
        self.bind(TextField(self.tr("Notes")), "notes")
