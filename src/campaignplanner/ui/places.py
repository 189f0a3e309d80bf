"""Where one is in the window: all campaigns, or on a page of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from campaignplanner.domain.direction import set_apart, without_orders
from campaignplanner.domain.errors import FileTrouble, PlanError
from campaignplanner.preferences import CampaignMemory
from campaignplanner.services.samples import SAMPLES
from campaignplanner.ui.actions import Actions, Name
from campaignplanner.ui.campaign_desk import CampaignDesk
from campaignplanner.ui.campaign_pages import CampaignPages
from campaignplanner.ui.campaign_words import subtitle_of
from campaignplanner.ui.commanding import Commanding
from campaignplanner.ui.equipment import Equipment
from campaignplanner.ui.formats import counted
from campaignplanner.ui.header import Header
from campaignplanner.ui.history_side import HistorySide
from campaignplanner.ui.known_words import KnownWords
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.place_actions import PlaceActions
from campaignplanner.ui.review_door import ReviewDoor
from campaignplanner.ui.samples_offered import SampleCardText
from campaignplanner.ui.selection import Picked, SelectionKeeper
from campaignplanner.ui.typesetter import EarlyTypesetter
from campaignplanner.ui.window_menu import WindowMenu

if TYPE_CHECKING:  # pages and panels are imported when they are first shown
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.review import Finding
    from campaignplanner.services.workspace import WorkspaceEvent
    from campaignplanner.ui.campaign_pages import AnyPage
    from campaignplanner.ui.history_panel import HistoryPanel
    from campaignplanner.ui.plays.playing import Playing
    from campaignplanner.ui.portfolio.page import PortfolioPage
    from campaignplanner.ui.timeline.page import TimelinePage


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The parts of the window that show where one is.

    Attributes:
        actions: the window's actions.
        header: title, subtitle, tabs, main button.
        menu: takes the list of samples.
        pages: the pages, one of them shown.
        area: holds the pages, with room at the right for the history.
        body: everything in the window, over which the command box opens.
    """

    actions: Actions
    header: Header
    menu: WindowMenu
    pages: QStackedWidget
    area: QHBoxLayout
    body: QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What is known about where one was.

    Attributes:
        campaign_id: the campaign that was open last; None was the portfolio.
        campaigns: how each campaign was left.
        plan_widths: the widths of the parts of the plan page; empty for the usual ones.
    """

    campaign_id: str | None
    campaigns: Mapping[str, CampaignMemory]
    plan_widths: tuple[int, ...]


class Places(QObject):
    """Shows a page for where one is, and keeps it, the head and the actions in step with the workspace.

    Pages are built when they are first shown. `moved` comes when another place is shown: what is to be
    remembered is another one then.
    """

    moved = Signal()

    def __init__(self, equipment: Equipment, stage: Stage, remembered: Remembered, parent: QObject) -> None:
        super().__init__(parent)
        self._equipment = equipment
        self._live = equipment.live
        self._workspace = equipment.live.workspace
        self._stage = stage
        self._campaign_id = remembered.campaign_id
        self._portfolio: PortfolioPage | None = None
        self._rows_are_old = True
        self._playing: Playing | None = None
        self._shown: PortfolioPage | AnyPage | None = None
        self.selection = SelectionKeeper(self)
        self.desk = CampaignDesk(equipment, self)
        self.review = ReviewDoor(self._live, self)
        self._early = EarlyTypesetter(self._live, equipment.tasks, equipment.typesetter, self)
        self.pages = CampaignPages(
            self._tools(), self.review, stage.pages, remembered.campaigns, remembered.plan_widths, self
        )
        self._history = HistorySide(self._live, stage.area, self)
        self._acting = PlaceActions(equipment, stage.actions, self)
        self._commanding = Commanding(self, self._live, stage.actions, stage.body)
        self._connect()

    def _tools(self) -> PageTools:
        return PageTools(
            live=self._live,
            selection=self.selection,
            actions=self._stage.actions,
            messages=self._equipment.messages,
            files=self._equipment.files,
            words=KnownWords(self._live, self),
            tasks=self._equipment.tasks,
            typesetter=self._equipment.typesetter,
        )

    def _connect(self) -> None:
        self._live.setParent(self)
        self._live.changed.connect(self._follow)
        self._live.refused.connect(self._equipment.messages.say_trouble)
        self.desk.open_wanted.connect(self.show_campaign)
        self._history.hidden.connect(self._focus_page)
        self.selection.changed.connect(self._enable_actions)
        self.review.changed.connect(self._show_badge)
        self.review.asked.connect(self._open_finding)
        self._stage.actions[Name.HISTORY].triggered.connect(self._history.turn)
        self._stage.actions[Name.COMMANDS].triggered.connect(self._commanding.turn)
        self._stage.header.tabs.wanted.connect(self.show_page)
        self._stage.menu.offer_samples(_sample_texts())
        self._stage.menu.sample_wanted.connect(self.desk.open_sample)

    # -- moving --------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Shows the campaign that was open last, or all of them where it is gone or was none."""
        campaign_id = self._campaign_id
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
        self.finish_typing()
        self._campaign_id = campaign_id
        if self._live.asked(partial(self._workspace.open_campaign, campaign_id)) is None:
            self._campaign_id = None
            self._refresh()
            return
        self.moved.emit()

    @Slot(object)
    def show_page(self, name: PageName) -> None:
        """Shows a page of the open campaign."""
        plan = self._live.plan
        if self._campaign_id is None or plan is None:
            return
        self.finish_typing()
        self._show_campaign_page(self._live.plan or plan, name)
        self._acting.enable()
        self.moved.emit()

    @Slot()
    def show_portfolio(self) -> None:
        """Shows all campaigns."""
        self.finish_typing()
        left, self._campaign_id = self._campaign_id, None
        self.pages.leave()
        if self._live.plan is not None:
            self._workspace.close_campaign()
        else:
            self._refresh()
        if left is not None and self._portfolio is not None:
            self._portfolio.list.choose(left)
        self.moved.emit()

    def show_picked(self, picked: Picked) -> None:
        """Selects an aim or an activity where that is to be seen: here, or else in the plan."""
        if self.pages.name not in (PageName.PLAN, PageName.TIMELINE):
            self.show_page(PageName.PLAN)
        self.selection.pick(picked)

    def show_finding(self) -> None:
        """Shows the gravest finding about what is selected, or says that there is none."""
        review = self.review.bring()
        found = (review.finding_about(each.id) for each in reversed(self.selection.picked))
        finding = next((each for each in found if each is not None), None)
        if finding is None:
            self._equipment.messages.say(self.tr("The review has nothing to say about what is selected."))
            return
        self._open_finding(finding)

    @Slot(object)
    def _open_finding(self, finding: Finding) -> None:
        self.show_page(PageName.REVIEW)
        self.pages.review_page.show_finding(finding)

    def finish_typing(self) -> bool:
        """Takes in what is typed and not taken yet; says whether nothing is left of it."""
        from campaignplanner.ui.fields.finishing import finish_typing

        return finish_typing()

    @property
    def campaign_id(self) -> str | None:
        """The campaign that is shown, or None for the portfolio."""
        return self._campaign_id

    @property
    def remembered(self) -> Remembered:
        """Where one is, for the next start."""
        return Remembered(
            campaign_id=self._campaign_id,
            campaigns=self.pages.memories,
            plan_widths=self.pages.plan_widths,
        )

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
        return self.pages.timeline

    @property
    def playing(self) -> Playing:
        """Places plays, made when it is first asked for."""
        if self._playing is None:
            from campaignplanner.ui.plays.playing import Playing

            equipment = self._equipment
            self._playing = Playing(self._live, equipment.messages, self.selection, equipment.window, self)
        return self._playing

    @property
    def history(self) -> HistoryPanel | None:
        """The panel with the steps, once it was asked for."""
        return self._history.panel

    def show_anew(self) -> None:
        """Builds what is shown from scratch: dates and numbers are written in another way now."""
        self.finish_typing()
        picked = self.selection.picked
        self.pages.forget()
        if self._portfolio is not None:
            self._portfolio.deleteLater()
            self._portfolio, self._rows_are_old = None, True
        self._history.forget()
        self._refresh()
        self.selection.pick(*picked)

    def ink(self) -> None:
        """Draws icons in the colours of the theme."""
        self._history.ink()

    @property
    def store_path(self) -> Path:
        """The file in which the campaigns are kept."""
        return self._workspace.path

    def take_down(self) -> None:
        """Takes every page out of the window, for there will be others."""
        self.pages.forget()
        if self._portfolio is not None:
            self._stage.pages.removeWidget(self._portfolio)
            self._portfolio.deleteLater()
            self._portfolio = None
        self._history.hide()
        self._history.forget()
        self._commanding.forget()

    def close(self) -> None:
        """Ends the typesetter and the review, and closes the store; no task may run any more."""
        self.review.close()
        self._early.close()
        self._equipment.typesetter.close()
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
            self._show_campaign_page(plan)
        self._acting.say_steps()
        self._acting.enable()
        self._history.show_scope(self._campaign_id)

    def _show_portfolio_page(self) -> None:
        page = self.portfolio
        if self._rows_are_old:
            from campaignplanner.ui.portfolio.rows import CampaignRow

            entries = self._live.asked(self._workspace.portfolio) or ()
            page.show_rows([CampaignRow.of(entry) for entry in entries])
            self._rows_are_old = False
        self._stage.pages.setCurrentWidget(page)
        self._note_shown(page)
        count = page.list.count
        said = counted(count, self.tr("%1 campaign"), self.tr("%1 campaigns")) if count else ""
        # An empty page has its own way on; a second button for the same would only ask which.
        main_action = self._stage.actions[Name.NEW_CAMPAIGN] if count else None
        self._stage.header.show_place(self.tr("Campaigns"), said, is_inside=False, main_action=main_action)
        self._equipment.window.setWindowTitle(self.tr("Campaign planner"))

    def _show_campaign_page(self, plan: Plan, name: PageName | None = None) -> None:
        title = without_orders(" ".join(plan.campaign.title.split()))
        self._stage.header.show_place(
            title,
            subtitle_of(plan),
            is_inside=True,
            main_action=self._stage.actions[Name.EXPORT_BRIEF],
        )
        named = self.tr("%1 \u2013 Campaign planner").replace("%1", set_apart(title).replace("[*]", "[*][*]"))
        self._equipment.window.setWindowTitle(named)
        page = self.pages.show_plan(plan, name)
        self._stage.header.tabs.show_page(self.pages.name)
        self._note_shown(page)

    def _note_shown(self, page: PortfolioPage | AnyPage) -> None:
        """Gives a page the focus when it comes, unless people go through the tabs by keyboard."""
        if self._shown is not page:
            self._shown = page
            if not self._stage.header.tabs.hasFocus():
                page.begin()

    @Slot()
    def _focus_page(self) -> None:
        if self._shown is not None:
            self._shown.begin()

    @Slot()
    def _show_badge(self) -> None:
        review = self.review.current
        self._stage.header.tabs.show_badge(PageName.REVIEW, 0 if review is None else review.count)

    @Slot()
    def _enable_actions(self) -> None:
        self._acting.enable()


def _sample_texts() -> tuple[SampleCardText, ...]:
    return tuple(SampleCardText(each.name, each.title, each.description) for each in SAMPLES)
