"""The chosen finding, opened: what it is about, what would mend it, why it matters, what stands behind it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from campaignplanner.domain.records import NAMES
from campaignplanner.planning.review.grouping import subjects_of
from campaignplanner.planning.review.rules import RULES_BY_CODE
from campaignplanner.ui.actions import Name
from campaignplanner.ui.fonts import small_font, strong_font, title_font
from campaignplanner.ui.formats import day_text
from campaignplanner.ui.plan.inspector.section import quiet_text_button
from campaignplanner.ui.review.aside import AsideForm
from campaignplanner.ui.review.fix_card import FixCard
from campaignplanner.ui.review.rows import key_of
from campaignplanner.ui.review.words import subject_title
from campaignplanner.ui.selection import Picked
from campaignplanner.ui.widgets.lines import hairline, label
from campaignplanner.ui.widgets.severity_mark import SeverityMark, severity_word

if TYPE_CHECKING:
    from campaignplanner.domain.campaign import Campaign
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import PlanRecord
    from campaignplanner.domain.review import Finding
    from campaignplanner.planning.review.engine import SetAside
    from campaignplanner.planning.review.fix import Fix
    from campaignplanner.planning.review.rule import Rule
    from campaignplanner.ui.fields.field import Draft
    from campaignplanner.ui.pages import PageTools

_SIDE = 24
_MOST_SUBJECTS = 6


class FindingDetail(QScrollArea):
    """Shows one finding, or what was set aside; what is typed stays as long as its fields do.

    Signals:
        fix_wanted: carries the FixCard whose fix is to be carried out.
        aside_wanted: carries the reason why the finding is not for these people.
        return_wanted: what was set aside is to speak again.
        setting_wanted: carries the name of the setting that somebody wants to change.
    """

    fix_wanted = Signal(object)
    aside_wanted = Signal(object)
    return_wanted = Signal()
    setting_wanted = Signal(object)

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._shown: tuple[object, ...] = ()
        self._key = ""
        self.cards: tuple[FixCard, ...] = ()
        self.aside: AsideForm | None = None
        self.setAccessibleName(self.tr("The chosen finding"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_nothing("")

    # -- showing -------------------------------------------------------------------------------------

    def show_nothing(self, sentence: str) -> None:
        """Shows a sentence in the place of a finding."""
        if self._shown == (sentence,):
            return
        self._shown = (sentence,)
        column = self._begin()
        words = label(sentence, role="muted")
        words.setWordWrap(True)
        column.addWidget(words)
        column.addStretch(1)

    def show_finding(self, plan: Plan, finding: Finding, fixes: tuple[Fix, ...]) -> None:
        """Opens a finding; nothing moves while it and its fixes are the same."""
        if self._shown == (finding, fixes):
            return
        key = key_of(finding)
        is_same, self._key = key == self._key, key
        drafts, edited = (self._drafts(), self._edited()) if is_same else ({}, None)
        self._shown = (finding, fixes)
        rule = RULES_BY_CODE[finding.rule]
        column = self._begin()
        column.addWidget(self._head(finding, rule))
        column.addWidget(_text(finding.message, is_title=True))
        column.addWidget(self._subjects(plan, finding))
        self._add_fixes(column, plan, fixes)
        _add_part(column, self.tr("Why it matters"), rule.why)
        _add_part(column, self.tr("What stands behind it"), finding.evidence or self.tr("Nothing."))
        if rule.evidence.source:
            column.addWidget(_source(rule.evidence.source))
        if rule.settings:
            column.addWidget(self._settings_button(rule), 0, Qt.AlignmentFlag.AlignLeft)
        self.aside = AsideForm()
        self.aside.wanted.connect(self.aside_wanted)
        column.addSpacing(8)
        column.addWidget(self.aside)
        column.addStretch(1)
        for card in self.cards:
            card.show_drafts(drafts)
            if edited is not None and edited in card.fields:
                card.fields[edited].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_set_aside(self, plan: Plan, aside: SetAside) -> None:
        """Opens what was said to be not for these people."""
        if self._shown == (aside,):
            return
        self._shown = (aside,)
        rule = RULES_BY_CODE.get(aside.dismissal.rule)
        column = self._begin()
        column.addWidget(label(self.tr("Not for us"), role="muted", font=small_font()))
        if aside.finding is not None:
            column.addWidget(_text(aside.finding.message, is_title=True))
            column.addWidget(self._subjects(plan, aside.finding))
        else:
            title = aside.dismissal.rule if rule is None else rule.title
            column.addWidget(_text(title, is_title=True))
            column.addWidget(_text(self.tr("Nothing like that is found any more.")))
        said = self.tr("Your reason, of %1").replace("%1", day_text(aside.dismissal.day))
        _add_part(column, said, aside.dismissal.reason)
        back = QPushButton(self.tr("Let it speak again"))
        back.setAutoDefault(True)
        back.setToolTip(self.tr("Show this finding among the others again"))
        back.clicked.connect(self.return_wanted)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    # -- keys ----------------------------------------------------------------------------------------

    def begin_mending(self) -> bool:
        """Carries out the first fix, or goes to its first field; says whether there is one."""
        if self.cards:
            self.cards[0].begin()
        return bool(self.cards)

    def begin_setting_aside(self) -> None:
        """Asks for the reason why the finding is not for these people."""
        if self.aside is not None:
            self.aside.open()
            self.ensureWidgetVisible(self.aside)

    # -- inside --------------------------------------------------------------------------------------

    def _begin(self) -> QVBoxLayout:
        self.cards, self.aside = (), None
        inside = QWidget()
        inside.setMinimumWidth(1)  # never wider than the panel, whatever is in it
        column = QVBoxLayout(inside)
        column.setContentsMargins(_SIDE, 20, _SIDE, 24)
        column.setSpacing(8)
        self.setWidget(inside)  # which deletes what was there
        self.verticalScrollBar().setValue(0)
        return column

    def _drafts(self) -> dict[tuple[str, str], Draft]:
        return {key: draft for card in self.cards for key, draft in card.drafts().items()}

    def _edited(self) -> tuple[str, str] | None:
        """The blank whose field has the focus."""
        fields = (each for card in self.cards for each in card.fields.items())
        return next((key for key, field in fields if field.editor.hasFocus()), None)

    def _head(self, finding: Finding, rule: Rule) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(SeverityMark(finding.severity))
        words = f"{severity_word(finding.severity)} \u00b7 {rule.title}"
        row.addWidget(label(words, role="muted", font=small_font()), 1)
        return part

    def _settings_button(self, rule: Rule) -> QWidget:
        """The way to the numbers by which the rule judges: they are the campaign's own."""
        said = self.tr("Change what the review expects of this campaign")
        button = quiet_text_button(self.tr("Change what is expected") + " \u203a", said)
        button.setProperty("role", "slim")
        button.clicked.connect(partial(self.setting_wanted.emit, rule.settings[0]))
        return button

    def _subjects(self, plan: Plan, finding: Finding) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        for record in subjects_of(plan, finding)[:_MOST_SUBJECTS]:
            column.addWidget(self._subject_button(plan, record), 0, Qt.AlignmentFlag.AlignLeft)
        return part

    def _subject_button(self, plan: Plan, record: PlanRecord | Campaign) -> QWidget:
        title = subject_title(plan, record)
        said = self.tr("Open %1 “%2” in the plan").replace("%1", NAMES[type(record)][0])
        button = quiet_text_button(f"{title} \u203a", said.replace("%2", title))
        button.setProperty("role", "slim")
        button.clicked.connect(partial(_open, self._tools, record))
        return button

    def _add_fixes(self, column: QVBoxLayout, plan: Plan, fixes: tuple[Fix, ...]) -> None:
        if not fixes:
            column.addWidget(_text(self.tr("What to do about it is for you to decide.")))
            return
        self.cards = tuple(
            FixCard(self._tools, plan, fix, is_first=place == 0) for place, fix in enumerate(fixes)
        )
        for card in self.cards:
            card.wanted.connect(self.fix_wanted)
            column.addWidget(card)

    @Slot()
    def focus_first(self) -> None:
        """Goes to the first thing that can be done."""
        if self.cards:
            self.cards[0].button.setFocus(Qt.FocusReason.OtherFocusReason)


def _open(tools: PageTools, record: PlanRecord | Campaign) -> None:
    """Selects a subject alone, and shows it in the plan with its fields."""
    tools.actions[Name.PLAN].trigger()
    tools.selection.pick(Picked.record(record))


def _text(text: str, *, is_title: bool = False) -> QLabel:
    made = label(text, font=title_font()) if is_title else label(text)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _source(address: str) -> QLabel:
    made = label(address.replace("/", "/\u200b"), role="muted", font=small_font())
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _add_part(column: QVBoxLayout, heading: str, text: str) -> None:
    column.addSpacing(8)
    column.addWidget(hairline())
    column.addWidget(label(heading, font=strong_font()))
    column.addWidget(_text(text))
