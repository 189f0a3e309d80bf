"""What the review expects of a campaign: each number beside its usual value, with what stands behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from campaignplanner.domain.campaign import Campaign, Thresholds
from campaignplanner.ui.fields.amounts import ShareField, WholeField
from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.plan.inspector.brief_texts import BriefTextsForm
from campaignplanner.ui.plan.inspector.section import SectionHead, quiet_text_button
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP
from campaignplanner.ui.widgets.lines import label

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import Record
    from campaignplanner.ui.fields.field import Field
    from campaignplanner.ui.fields.parsed import ParsedField
    from campaignplanner.ui.fields.record_form import Names

_PARTS = (
    (
        QT_TRANSLATE_NOOP("expectations", "When a bridge holds"),
        (
            ("announce_warning_days", QT_TRANSLATE_NOOP("expectations", "Days ahead to announce, at least")),
            ("announce_hint_days", QT_TRANSLATE_NOOP("expectations", "Days ahead to announce, better")),
            ("carry_on_days", QT_TRANSLATE_NOOP("expectations", "Days until it is carried on, at most")),
            ("reward_days", QT_TRANSLATE_NOOP("expectations", "Days until people get their reward, at most")),
            (
                "ask_after_least_days",
                QT_TRANSLATE_NOOP("expectations", "Days before people are asked, at least"),
            ),
            (
                "ask_after_usual_days",
                QT_TRANSLATE_NOOP("expectations", "Days before people are asked, where nothing else is said"),
            ),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("expectations", "What else the review expects"),
        (
            (
                "least_reserve",
                QT_TRANSLATE_NOOP("expectations", "Share of the total that is kept back, at least"),
            ),
            ("most_aims", QT_TRANSLATE_NOOP("expectations", "Aims, at most")),
            ("message_words", QT_TRANSLATE_NOOP("expectations", "Words of the message, at most")),
            (
                "no_show_free",
                QT_TRANSLATE_NOOP("expectations", "Of those who registered for free, stay away"),
            ),
            ("no_show_paid", QT_TRANSLATE_NOOP("expectations", "Of those who paid, stay away")),
            (
                "short_run_days",
                QT_TRANSLATE_NOOP("expectations", "Days of a run in which a public holiday matters, at most"),
            ),
            (
                "begun_activities",
                QT_TRANSLATE_NOOP("expectations", "Activities of a plan from which gaps in it matter"),
            ),
            (
                "one_side_activities",
                QT_TRANSLATE_NOOP("expectations", "Activities of an aim from which a missing side matters"),
            ),
        ),
    ),
)
"""The parts of the form, with the settings of each and what they are called."""


def _said(text: str) -> str:
    return QCoreApplication.translate("expectations", text)


@dataclass(frozen=True, slots=True)
class _Expected:
    """A setting in the form.

    Attributes:
        name: of the campaign's thresholds.
        field: in which it is changed.
        beside: says what is usual.
    """

    name: str
    field: ParsedField
    beside: UsualValue


class ExpectationsForm(BriefTextsForm):
    """Adds the settings of the review to a form of the campaign.

    They are made when somebody wants to see them: few do, and every opening of the page would wait for them.
    """

    def build_expectations(self) -> None:
        """Puts the way to them below."""
        self._expected: list[_Expected] = []
        head = SectionHead(_said("What the review expects"))
        self.unfold = head.add_button(
            _said("Show"), _said("Show what the review expects"), self.show_expectations
        )
        self.add_widget(head)
        self.add_sentence(_said("Days, shares and numbers, each with its usual value: yours to change."))

    @Slot()
    def show_expectations(self) -> None:
        """Makes their fields, where they are not made yet."""
        if self._expected:
            return
        self.unfold.hide()
        for heading, settings in _PARTS:
            self.add_section(_said(heading))
            for name, words in settings:
                self._add(name, _said(words))
        plan = self.tools.live.plan
        if plan is not None and self.record_ids:
            self.show_record(plan, self.record_ids[0])

    def field(self, names: Names) -> Field:
        """See `RecordForm`; makes the settings when one of them is asked for."""
        if isinstance(names, str) and names.startswith("thresholds."):
            self.show_expectations()
        return super().field(names)

    def _add(self, name: str, words: str) -> None:
        usual = getattr(Thresholds(), name)
        made = (
            WholeField(words, required=True) if isinstance(usual, int) else ShareField(words, required=True)
        )
        usual_text = made.write(usual)
        text = _said("%1 · usually %2").replace("%1", words).replace("%2", usual_text)
        said = label(text, role="muted", font=small_font())
        said.setWordWrap(True)
        self.add_widget(said)
        field = self.bind(made, f"thresholds.{name}", half=True)
        field.show_label_hidden()
        beside = UsualValue(words, usual_text, partial(self.give, f"thresholds.{name}", usual))
        self.add_beside(beside)
        reason = label(role="muted", font=small_font())
        reason.setWordWrap(True)
        reason.hide()
        self.add_widget(reason)
        beside.why.toggled.connect(partial(_show_reason, name, reason))
        self._expected.append(_Expected(name, field, beside))

    def prepare(self, plan: Plan, record: Record) -> None:
        """Offers the way back to what is usual, where something else is expected."""
        super().prepare(plan, record)
        if isinstance(record, Campaign):
            for each in self._expected:
                is_usual = getattr(record.thresholds, each.name) == getattr(Thresholds(), each.name)
                each.beside.back.setHidden(is_usual)


class UsualValue(QWidget):
    """A button that says why a number is what it usually is, and one that puts it back.

    Attributes:
        why: is on while the reason is shown.
        back: puts the usual value back.
    """

    def __init__(self, words: str, usual: str, go_back: Callable[[], None]) -> None:
        """Begins with the usual value, and nothing said of it.

        Args:
            words: what the number is called.
            usual: the usual value, as people write it.
            go_back: puts it back.
        """
        super().__init__()
        self.why = quiet_text_button(_said("Why?"), _said("What stands behind “%1”").replace("%1", words))
        self.why.setCheckable(True)
        back = _said("Put “%1” back to %2").replace("%1", words).replace("%2", usual)
        self.back = quiet_text_button(_said("Put back"), back)
        self.back.clicked.connect(go_back)
        self.back.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.why)
        row.addWidget(self.back)
        row.addStretch(1)


def _show_reason(name: str, reason: QWidget, is_wanted: bool) -> None:
    """Says what stands behind a usual value; the rules are imported when somebody asks."""
    from PySide6.QtWidgets import QLabel

    if is_wanted and isinstance(reason, QLabel) and not reason.text():
        from campaignplanner.planning.review.settings import evidence_for

        evidence = evidence_for(name)
        source = evidence.source.replace("/", "/\u200b")
        reason.setText("\n".join(part for part in (evidence.text, source) if part))
        reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    reason.setVisible(is_wanted)
