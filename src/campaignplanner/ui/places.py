"""Where one is in the window: all campaigns, or inside one; and what the actions do there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from campaignplanner.domain.errors import FileTrouble, PlanError
from campaignplanner.services.history import SHOWN_AT_MOST
from campaignplanner.services.samples import SAMPLES
from campaignplanner.ui.actions import Actions, Name
from campaignplanner.ui.brief_export import BriefExport
from campaignplanner.ui.campaign_desk import CampaignDesk
from campaignplanner.ui.campaign_words import subtitle_of
from campaignplanner.ui.equipment import Equipment
from campaignplanner.ui.formats import counted
from campaignplanner.ui.header import Header
from campaignplanner.ui.samples_offered import SampleCardText
from campaignplanner.ui.window_menu import WindowMenu

if TYPE_CHECKING:  # pages and panels are imported when they are first shown
    from campaignplanner.domain.plan import Plan
    from campaignplanner.services.workspace import WorkspaceEvent
    from campaignplanner.ui.history_panel import HistoryPanel, Step
    from campaignplanner.ui.portfolio.page import PortfolioPage
    from campaignplanner.ui.timeline.page import TimelinePage


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The parts of the window that show where one is.

    Attributes:
        actions: the window's actions.
        header: title, subtitle, main button.
        menu: takes the list of samples.
        pages: the pages, one of them shown.
        area: holds the pages, with room at the right for the history.
    """

    actions: Actions
    header: Header
    menu: WindowMenu
    pages: QStackedWidget
    area: QHBoxLayout


class Places(QObject):
    """Shows a page for where one is, and keeps it, the head and the actions in step with the workspace.

    Pages are built when they are first shown. `moved` carries the id of the campaign that is shown now, or
    None for the portfolio.
    """

    moved = Signal(object)

    def __init__(self, equipment: Equipment, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._equipment = equipment
        self._live = equipment.live
        self._workspace = equipment.live.workspace
        self._stage = stage
        self._campaign_id: str | None = None
        self._portfolio: PortfolioPage | None = None
        self._rows_are_old = True
        self._timeline: TimelinePage | None = None
        self._history: HistoryPanel | None = None
        self._shown: PortfolioPage | TimelinePage | None = None
        self.desk = CampaignDesk(equipment, self)
        self._brief = BriefExport(equipment, self)
        self._connect()

    def _connect(self) -> None:
        self._live.setParent(self)
        self._live.changed.connect(self._follow)
        self._live.refused.connect(self._equipment.messages.say_trouble)
        self.desk.open_wanted.connect(self.show_campaign)
        self._stage.menu.offer_samples(_sample_texts())
        self._stage.menu.sample_wanted.connect(self.desk.open_sample)
        slots = {
            Name.CAMPAIGNS: self.show_portfolio,
            Name.IMPORT: self.desk.ask_for_files,
            Name.DUPLICATE: self._duplicate,
            Name.DELETE: self._delete,
            Name.EXPORT_FILE: self._export_file,
            Name.EXPORT_BRIEF: self._export_brief,
            Name.UNDO: self._undo,
            Name.REDO: self._redo,
            Name.HISTORY: self._turn_history,
        }
        for name, slot in slots.items():
            self._stage.actions[name].triggered.connect(slot)

    # -- moving --------------------------------------------------------------------------------------

    def begin(self, campaign_id: str | None) -> None:
        """Shows the campaign that was open last, or all of them where it is gone or was none."""
        self._campaign_id = campaign_id
        if campaign_id is None or not self._opens(campaign_id):
            self.show_portfolio()

    def _opens(self, campaign_id: str) -> bool:
        """Opens a campaign without telling a refusal.

        A campaign that is gone is no trouble, and a store that cannot be read says so itself when all
        campaigns are shown.
        """
        try:
            self._workspace.open_campaign(campaign_id)
        except (PlanError, FileTrouble):
            return False
        return True

    @Slot(object)
    def show_campaign(self, campaign_id: str) -> None:
        """Opens a campaign and shows it; where that is refused, all campaigns are shown."""
        self._campaign_id = campaign_id
        if self._live.asked(partial(self._workspace.open_campaign, campaign_id)) is None:
            self._campaign_id = None
            self._refresh()
            return
        self.moved.emit(campaign_id)

    @Slot()
    def show_portfolio(self) -> None:
        """Shows all campaigns."""
        left, self._campaign_id = self._campaign_id, None
        if self._live.plan is not None:
            self._workspace.close_campaign()
        else:
            self._refresh()
        if left is not None and self._portfolio is not None:
            self._portfolio.list.choose(left)
        self.moved.emit(None)

    @property
    def campaign_id(self) -> str | None:
        """The campaign that is shown, or None for the portfolio."""
        return self._campaign_id

    @property
    def portfolio(self) -> PortfolioPage:
        """The page with all campaigns, built when it is first asked for."""
        if self._portfolio is None:
            from campaignplanner.ui.portfolio.page import PortfolioPage

            self._portfolio = PortfolioPage(self._stage.actions, _sample_texts())
            self._portfolio.opened.connect(self.show_campaign)
            self._portfolio.sample_wanted.connect(self.desk.open_sample)
            self._portfolio.choice_changed.connect(self._enable_actions)
            self._stage.pages.addWidget(self._portfolio)
        return self._portfolio

    @property
    def timeline(self) -> TimelinePage:
        """The page with one campaign over time, built when it is first asked for."""
        if self._timeline is None:
            from campaignplanner.ui.timeline.page import TimelinePage

            self._timeline = TimelinePage()
            self._stage.pages.addWidget(self._timeline)
        return self._timeline

    @property
    def history(self) -> HistoryPanel | None:
        """The panel with the steps, once it was asked for."""
        return self._history

    def ink(self) -> None:
        """Draws icons in the colours of the theme."""
        if self._history is not None:
            self._history.ink()

    def close(self) -> None:
        """Ends the typesetter and closes the store; no task may run any more."""
        self._brief.close()
        self._live.close()

    # -- showing -------------------------------------------------------------------------------------

    @Slot(object)
    def _follow(self, event: WorkspaceEvent) -> None:
        self._equipment.messages.dismiss()
        self._rows_are_old = self._rows_are_old or event.portfolio_changed
        if self._campaign_id is not None and event.plan is None:
            self.show_portfolio()  # what was open is gone
            return
        self._refresh()

    def _refresh(self) -> None:
        plan = self._live.plan
        if self._campaign_id is None or plan is None:
            self._show_portfolio_page()
        else:
            self._show_timeline_page(plan)
        self._say_steps()
        self._enable_actions()
        self._show_history()

    def _show_portfolio_page(self) -> None:
        page = self.portfolio
        if self._rows_are_old:
            from campaignplanner.ui.portfolio.rows import CampaignRow

            entries = self._live.asked(self._workspace.portfolio) or ()
            page.show_rows([CampaignRow.of(entry) for entry in entries])
            self._rows_are_old = False
        self._show(page)
        count = page.list.count
        said = counted(count, self.tr("%1 campaign"), self.tr("%1 campaigns")) if count else ""
        # An empty page has its own way on; a second button for the same would only ask which.
        main_action = self._stage.actions[Name.IMPORT] if count else None
        self._stage.header.show_place(self.tr("Campaigns"), said, is_inside=False, main_action=main_action)
        self._equipment.window.setWindowTitle(self.tr("Campaign planner"))

    def _show_timeline_page(self, plan: Plan) -> None:
        page = self.timeline
        page.show_plan(plan)
        self._show(page)
        title = " ".join(plan.campaign.title.split())
        self._stage.header.show_place(
            title,
            subtitle_of(plan),
            is_inside=True,
            main_action=self._stage.actions[Name.EXPORT_BRIEF],
        )
        named = self.tr("%1 \u2013 Campaign planner").replace("%1", title.replace("[*]", "[*][*]"))
        self._equipment.window.setWindowTitle(named)

    def _show(self, page: PortfolioPage | TimelinePage) -> None:
        if self._shown is not page:
            self._shown = page
            self._stage.pages.setCurrentWidget(page)
            page.setFocus()

    def _say_steps(self) -> None:
        for name, question in (
            (Name.UNDO, self._workspace.undo_label),
            (Name.REDO, self._workspace.redo_label),
        ):
            label = self._live.asked(partial(question, self._campaign_id))
            self._stage.actions.say_step(name, label)

    @Slot()
    def _enable_actions(self) -> None:
        outside = self._campaign_id is None
        chosen = outside and self.portfolio.list.chosen_id() is not None
        for name in (Name.OPEN, Name.DUPLICATE, Name.DELETE):
            self._stage.actions[name].setEnabled(chosen)
        for name in (Name.EXPORT_FILE, Name.EXPORT_BRIEF):
            self._stage.actions[name].setEnabled(chosen or not outside)
        self._stage.actions[Name.FIND].setEnabled(outside)
        self._stage.actions[Name.CAMPAIGNS].setEnabled(not outside)
        for name in (Name.IMPORT, Name.HISTORY):
            self._stage.actions[name].setEnabled(True)

    # -- what the actions do -------------------------------------------------------------------------

    def _subject(self) -> str | None:
        """The campaign that an action is about: the open one, or the one chosen in the list."""
        return self._campaign_id or self.portfolio.list.chosen_id()

    @Slot()
    def _duplicate(self) -> None:
        subject = self._subject()
        if subject is not None:
            self.desk.ask_to_duplicate(subject)

    @Slot()
    def _delete(self) -> None:
        row = self.portfolio.list.chosen_row()
        if row is not None:
            self.desk.ask_to_delete(row.campaign.id, row.campaign.title)

    @Slot()
    def _export_file(self) -> None:
        subject = self._subject()
        if subject is not None:
            self.desk.export_file(subject)

    @Slot()
    def _export_brief(self) -> None:
        subject = self._subject()
        if subject is None:
            return
        plan = self._live.asked(partial(self._workspace.read_plan, subject))
        if plan is not None:
            self._brief.export(plan)

    @Slot()
    def _undo(self) -> None:
        self._live.undo(self._campaign_id)

    @Slot()
    def _redo(self) -> None:
        self._live.redo(self._campaign_id)

    # -- history -------------------------------------------------------------------------------------

    @Slot()
    def _turn_history(self) -> None:
        if self._history is None:
            from campaignplanner.ui.history_panel import HistoryPanel

            self._history = HistoryPanel()
            self._history.step_wanted.connect(self._go_to)
            self._history.closed.connect(self._hide_history)
            self._stage.area.addWidget(self._history)
        elif self._history.isVisible():
            self._hide_history()
            return
        self._history.show()
        self._show_history()
        self._history.list.setFocus()

    @Slot()
    def _hide_history(self) -> None:
        if self._history is not None:
            self._history.hide()
            if self._shown is not None:
                self._shown.setFocus()

    def _show_history(self) -> None:
        if self._history is not None and self._history.isVisible():
            lines = self._live.asked(partial(self._workspace.history, self._campaign_id)) or ()
            self._history.show_history(lines, is_whole=len(lines) < SHOWN_AT_MOST)

    @Slot(object)
    def _go_to(self, step: Step) -> None:
        if not step.is_now:
            self._live.go_to(self._campaign_id, step.line_id)


def _sample_texts() -> tuple[SampleCardText, ...]:
    return tuple(SampleCardText(each.name, each.title, each.description) for each in SAMPLES)
