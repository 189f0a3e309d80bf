"""The review of a campaign: findings at the left, the chosen one opened at the right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.review import Severity
from campaignplanner.planning.review.grouping import subjects_of
from campaignplanner.ui.plays.gallery import Invitation
from campaignplanner.ui.plays.playing import Playing
from campaignplanner.ui.review.coverage import CoverageMap
from campaignplanner.ui.review.detail import FindingDetail
from campaignplanner.ui.review.emptiness import NothingListed
from campaignplanner.ui.review.finding_list import FindingList
from campaignplanner.ui.review.head import ReviewHead
from campaignplanner.ui.review.mending import Mending
from campaignplanner.ui.review.rows import ASIDE, Grouping, ReviewRow, RowKind, Wanted, rows_of
from campaignplanner.ui.review.words import summary_text
from campaignplanner.ui.selection import Picked
from campaignplanner.ui.widgets.lines import hairline

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.review import Finding
    from campaignplanner.ui.pages import PageTools
    from campaignplanner.ui.review.live_review import LiveReview

_GROUPING = "review grouping"
_SEVERITIES = "review severities"
_WIDTHS = (640, 520)


class ReviewPage(QWidget):
    """Where gaps are found and mended; the list follows each edit by itself.

    Signals:
        setting_wanted: carries the name of the setting of the review that somebody wants to change.
    """

    setting_wanted = Signal(object)

    def __init__(self, tools: PageTools, review: LiveReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._review = review
        self._campaign_id: str | None = None
        self._wanted = Wanted()
        self._is_old = True
        self._picked: str | None = None
        self._is_to_begin = False
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self.head = ReviewHead()
        self.list = FindingList()
        self.empty = NothingListed(tools)
        self.coverage = CoverageMap()
        self._shows_coverage = False
        self._playing: Playing | None = None
        self.detail = FindingDetail(tools)
        self.mending = Mending(tools, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Review of the campaign"))
        self._places = QStackedWidget()
        self._places.addWidget(self.list)
        self._places.addWidget(self.empty)
        self._places.addWidget(self.coverage)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(hairline())
        column.addWidget(self._places, 1)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(left)
        self._split.addWidget(self.detail)
        left.setMinimumWidth(320)
        self.detail.setMinimumWidth(300)
        self._split.setStretchFactor(0, 5)
        self._split.setStretchFactor(1, 4)
        self._split.setSizes(list(_WIDTHS))
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._split)

    def _connect(self) -> None:
        self._review.changed.connect(self._refresh)
        self.head.grouping_chosen.connect(self._choose_grouping)
        self.head.severities_chosen.connect(self._choose_severities)
        self.list.chosen.connect(self._open)
        self.list.turned.connect(self._turn)
        self.list.mend_wanted.connect(self._mend)
        self.list.aside_wanted.connect(self.detail.begin_setting_aside)
        self.detail.fix_wanted.connect(self.mending.carry_out)
        self.detail.aside_wanted.connect(self._set_aside)
        self.detail.return_wanted.connect(self._return)
        self.detail.setting_wanted.connect(self.setting_wanted)
        self.mending.done.connect(self._focus_list)
        self.coverage.invited.connect(self._invite)
        self.coverage.chosen.connect(self._pick_activities)

    # -- showing -------------------------------------------------------------------------------------

    def show_plan(self, plan: Plan) -> None:
        """Shows what is found in a plan as soon as it is read; another campaign begins at the top."""
        if plan.campaign.id != self._campaign_id:
            self._campaign_id = plan.campaign.id
            self._wanted = Wanted()
            self._picked = None
            self.list.forget()
            self._turn_to_findings()
        self._refresh()

    def _turn_to_findings(self) -> None:
        """Shows findings as they are wanted, and no map of what is covered."""
        self._shows_coverage = False
        self.head.show_choice(self._wanted.grouping, self._wanted.severities)

    def showEvent(self, event: QShowEvent) -> None:
        """Shows what was found while the page was hidden."""
        super().showEvent(event)
        if self._is_old:
            self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Draws the marks in the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.head.ink()

    def begin(self) -> None:
        """Gives the focus to the findings, as soon as they are known."""
        self._is_to_begin = self._places.currentWidget() is not self.list
        if self._is_to_begin:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.begin()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Passes the focus on to the findings."""
        super().focusInEvent(event)
        if self._places.currentWidget() is self.list:
            self.begin()

    def show_finding(self, finding: Finding) -> None:
        """Opens a finding, for whoever came from its mark elsewhere."""
        from campaignplanner.ui.review.rows import key_of

        self._review.finish()
        self._wanted = replace(self._wanted, severities=self._wanted.severities | {finding.severity})
        self._turn_to_findings()
        self._refresh()
        if not self.list.choose(key_of(finding)):
            groups = {each.key for each in self.list.rows if each.kind is RowKind.MORE}
            self._wanted = replace(self._wanted, whole=self._wanted.whole | groups)
            self._refresh()
            self.list.choose(key_of(finding))
        self.begin()

    @Slot()
    def _refresh(self) -> None:
        self._is_old = not self.isVisible()
        plan = self._review.plan
        if self._is_old or plan is None or plan.campaign.id != self._campaign_id:
            return
        if self._review.is_done:
            self._show_all(plan)
        elif not self._review.findings:
            self.empty.say_reading()
            self._places.setCurrentWidget(self.empty)

    def _show_all(self, plan: Plan) -> None:
        summary = self._review.summary
        self.head.say("" if summary is None else summary_text(summary))
        self.head.show_counts(self._review.findings)
        rows = rows_of(plan, self._review.findings, self._review.set_aside, self._wanted)
        if self._review.findings:
            self.empty.say_filtered()
        else:
            self.empty.say_nothing_found(plan)
        self._places.setCurrentWidget(self.list if rows else self.empty)
        self.detail.setVisible(bool(rows) and not self._shows_coverage)
        self.list.show_rows(rows)
        if self._shows_coverage:
            self.coverage.show_plan(plan)
            self._places.setCurrentWidget(self.coverage)
        elif rows and (self._is_to_begin or self.list.hasFocus()):
            self.begin()

    @Slot(object)
    def _open(self, row: ReviewRow | None) -> None:
        plan = self._review.plan
        if plan is None or not self._review.is_done:
            return
        if row is None or row.kind not in (RowKind.FINDING, RowKind.ASIDE):
            self.detail.show_nothing(
                self.tr("Choose a finding to see why it matters and what would mend it.")
            )
            return
        if row.aside is not None:
            self.detail.show_set_aside(plan, row.aside)
        elif row.finding is not None:
            self.detail.show_finding(plan, row.finding, self._review.fixes(row.finding))
        if row.key != self._picked and row.finding is not None:
            self._picked = row.key
            self._tools.selection.pick_records(subjects_of(plan, row.finding))

    # -- choosing ------------------------------------------------------------------------------------

    @Slot(object)
    def _choose_grouping(self, grouping: Grouping | None) -> None:
        if grouping is not None:
            self._wanted = replace(self._wanted, grouping=grouping)
            self._turn_to_findings()
        else:
            self._shows_coverage = True
            self.head.show_coverage()
        self._refresh()
        if self._shows_coverage and not self.head.coverage.hasFocus():
            self.coverage.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _invite(self, invitation: Invitation) -> None:
        """Offers the plays that would fill an empty place."""
        if self._playing is None:
            tools = self._tools
            self._playing = Playing(tools.live, tools.messages, tools.selection, self.window(), self)
        self._playing.offer(invitation)

    @Slot(object)
    def _pick_activities(self, activity_ids: tuple[str, ...]) -> None:
        self._tools.selection.pick(*(Picked(Activity, each) for each in activity_ids))
        self._tools.messages.say(self.tr("They are selected in the plan and on the timeline now."))

    @Slot(object)
    def _choose_severities(self, severities: frozenset[Severity]) -> None:
        self._wanted = replace(self._wanted, severities=severities)
        self._refresh()

    @Slot(object)
    def _turn(self, row: ReviewRow) -> None:
        """Lists all of a group, or opens and closes the fold."""
        self._wanted = replace(self._wanted, whole=self._wanted.whole ^ {row.key})
        self._refresh()

    # -- doing ---------------------------------------------------------------------------------------

    @Slot()
    def _mend(self) -> None:
        row = self.list.current
        if row is None:
            return
        if row.kind is RowKind.ASIDE:
            self._return()
        elif not self.detail.begin_mending():
            self._tools.messages.say(self.tr("Nothing that one click could do: this is for you to decide."))

    @Slot(object)
    def _set_aside(self, reason: str) -> None:
        row = self.list.current
        if row is not None and row.finding is not None:
            self.mending.set_aside(row.finding, reason)

    @Slot()
    def _return(self) -> None:
        row = self.list.current
        if row is not None and row.aside is not None:
            self.mending.let_speak(row.aside.dismissal)

    @Slot()
    def _focus_list(self) -> None:
        """Goes on with the next finding as soon as the plan is read again."""
        self._review.finish()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what is remembered --------------------------------------------------------------------------

    def state(self) -> Mapping[str, str]:
        """The groups and sorts that were chosen."""
        chosen = " ".join(each.value for each in Severity if each in self._wanted.severities)
        return {_GROUPING: self._wanted.grouping.value, _SEVERITIES: chosen}

    def restore(self, states: Mapping[str, str]) -> None:
        """Takes back what was remembered; what cannot be read is as when first seen."""
        grouping = _member(Grouping, states.get(_GROUPING, ""), Grouping.AIM)
        words = states.get(_SEVERITIES)
        severities = frozenset(Severity)
        if words is not None:
            severities = frozenset(each for each in Severity if each.value in words.split())
        self._wanted = Wanted(grouping, severities or frozenset(Severity), self._wanted.whole & {ASIDE})
        self._turn_to_findings()
        self._refresh()


def _member(kind: type[Grouping], value: str, usual: Grouping) -> Grouping:
    return next((each for each in kind if each.value == value), usual)
