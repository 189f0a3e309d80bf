"""The pages of a campaign: built when first shown, in step with plan and selection, left as they were."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QStackedWidget

from campaignplanner.preferences import CampaignMemory
from campaignplanner.ui.actions import Name
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.pages import PageTools

if TYPE_CHECKING:  # pages are imported when they are first shown
    from campaignplanner.domain.plan import Plan
    from campaignplanner.ui.brief.page import BriefPage
    from campaignplanner.ui.budget.page import BudgetPage
    from campaignplanner.ui.plan.page import PlanPage
    from campaignplanner.ui.review.page import ReviewPage
    from campaignplanner.ui.review_door import ReviewDoor
    from campaignplanner.ui.timeline.page import TimelinePage
    from campaignplanner.ui.timeline.picking import TimelineTie

    AnyPage: TypeAlias = PlanPage | TimelinePage | BudgetPage | ReviewPage | BriefPage
    """One of the pages: a QWidget that is a ``CampaignPage``."""


class CampaignPages(QObject):
    """Shows a campaign on one of its pages, and remembers how each campaign was left."""

    def __init__(
        self,
        tools: PageTools,
        review: ReviewDoor,
        stack: QStackedWidget,
        memories: Mapping[str, CampaignMemory],
        plan_widths: tuple[int, ...],
        parent: QObject,
    ) -> None:
        """Begins with no page.

        Args:
            tools: what every page works with.
            review: the way to what the review finds.
            stack: takes the pages in.
            memories: how campaigns were left.
            plan_widths: of the parts of the plan page; empty for the usual ones.
            parent: owns it.
        """
        super().__init__(parent)
        self._tools = tools
        self._review = review
        self._stack = stack
        self._memories = dict(memories)
        self._plan_widths = plan_widths
        self._campaign_id: str | None = None
        self._name = PageName.TIMELINE
        self._restored: set[PageName] = set()
        self._pages: dict[PageName, AnyPage] = {}
        self._tie: TimelineTie | None = None

    @property
    def name(self) -> PageName:
        """The page that is shown, or was shown last."""
        return self._name

    @property
    def plan_page(self) -> PlanPage:
        """The page with aims, activities and inspector, built when it is first asked for."""
        page = self._built(PageName.PLAN)
        from campaignplanner.ui.plan.page import PlanPage

        if not isinstance(page, PlanPage):
            raise TypeError(page)
        return page

    @property
    def timeline(self) -> TimelinePage:
        """The page with one campaign over time, built when it is first asked for."""
        page = self._built(PageName.TIMELINE)
        from campaignplanner.ui.timeline.page import TimelinePage

        if not isinstance(page, TimelinePage):
            raise TypeError(page)
        return page

    @property
    def review_page(self) -> ReviewPage:
        """The page with what is missing or broken, built when it is first asked for."""
        page = self._built(PageName.REVIEW)
        from campaignplanner.ui.review.page import ReviewPage

        if not isinstance(page, ReviewPage):
            raise TypeError(page)
        return page

    def show_plan(self, plan: Plan, name: PageName | None = None) -> AnyPage:
        """Shows a plan on a page of this name; returns the page.

        Args:
            plan: the open plan as it is now.
            name: the page that is wanted; None keeps the page, or takes the one on which the campaign was
                left.
        """
        if plan.campaign.id != self._campaign_id:
            self.leave()
            self._campaign_id = plan.campaign.id
            self._name = self._page_left(plan)
        self._name = name or self._name
        self._tools.selection.keep_what_is_in(plan)
        page = self._built(self._name)
        self._stack.setCurrentWidget(page)
        page.show_plan(plan)
        self._restore(page)
        if self._tie is not None:
            self._tie.bring()
        return page

    def leave(self) -> None:
        """Notes how the campaign is left; another one, or none, is shown next."""
        if self._campaign_id is not None:
            memory = self._memory_now(self._campaign_id)
            self._memories.pop(self._campaign_id, None)
            self._memories[self._campaign_id] = memory
        self._campaign_id = None
        self._restored.clear()
        self._tools.selection.pick()

    def forget(self) -> None:
        """Lets go of all pages, which are built anew when they are next shown."""
        self._plan_widths = self.plan_widths
        self.leave()
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._tie = None

    @property
    def brief_page(self) -> BriefPage | None:
        """The page with the brief, while it is shown."""
        page = self._pages.get(PageName.BRIEF) if self._name is PageName.BRIEF else None
        if page is None:
            return None
        from campaignplanner.ui.brief.page import BriefPage

        return page if isinstance(page, BriefPage) else None

    @property
    def memories(self) -> dict[str, CampaignMemory]:
        """How every campaign was left, and how the shown one would be if it were left now."""
        found = dict(self._memories)
        if self._campaign_id is not None:
            found.pop(self._campaign_id, None)
            found[self._campaign_id] = self._memory_now(self._campaign_id)
        return found

    @property
    def plan_widths(self) -> tuple[int, ...]:
        """The widths of the parts of the plan page; what was remembered where it was not shown yet."""
        return self.plan_page.widths() if PageName.PLAN in self._pages else self._plan_widths

    def _built(self, name: PageName) -> AnyPage:
        """The page of this name, built when it is first asked for."""
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = self._build(name)
            self._stack.addWidget(page)
        return page

    def _build(self, name: PageName) -> AnyPage:
        match name:
            case PageName.PLAN:
                return self._build_plan_page()
            case PageName.TIMELINE:
                return self._build_timeline()
            case PageName.BUDGET:
                return self._build_budget_page()
            case PageName.REVIEW:
                return self._build_review()
            case PageName.BRIEF:
                return self._build_brief_page()

    def _build_plan_page(self) -> PlanPage:
        from campaignplanner.ui.plan.finding_tie import PlanFindingTie
        from campaignplanner.ui.plan.page import PlanPage

        page = PlanPage(self._tools, self._stack)
        page.set_widths(self._plan_widths)
        PlanFindingTie(page, self._review)  # the page owns it
        return page

    def _build_timeline(self) -> TimelinePage:
        from campaignplanner.ui.timeline.acting import TimelineActing
        from campaignplanner.ui.timeline.finding_tie import TimelineFindingTie
        from campaignplanner.ui.timeline.gestures.shaping import shape_by_hand
        from campaignplanner.ui.timeline.page import TimelinePage
        from campaignplanner.ui.timeline.picking import TimelineTie

        page = TimelinePage(self._stack, tools=self._tools)
        TimelineActing(page, self._tools)  # the page owns it
        shape_by_hand(page)
        self._tie = TimelineTie(page, self._tools.selection)
        TimelineFindingTie(page.canvas, self._review)  # the canvas owns it
        return page

    def _build_budget_page(self) -> BudgetPage:
        from campaignplanner.ui.budget.finding_tie import BudgetFindingTie
        from campaignplanner.ui.budget.page import BudgetPage

        page = BudgetPage(self._tools, self._stack)
        BudgetFindingTie(page, self._review)  # the page owns it
        return page

    def _build_review(self) -> ReviewPage:
        from campaignplanner.ui.review.page import ReviewPage

        page = ReviewPage(self._tools, self._review.bring(), self._stack)
        page.setting_wanted.connect(self._begin_setting)
        return page

    @Slot(object)
    def _begin_setting(self, name: str) -> None:
        self._tools.actions[Name.CAMPAIGN_DETAILS].trigger()
        self.plan_page.begin_setting(name)

    def _build_brief_page(self) -> BriefPage:
        from campaignplanner.ui.brief.page import BriefPage

        return BriefPage(self._tools, self._stack)

    def _page_left(self, plan: Plan) -> PageName:
        """The page on which a campaign was left; a new one begins where there is something to see."""
        left = self._memories.get(plan.campaign.id, CampaignMemory()).page
        usual = PageName.TIMELINE if plan.flights else PageName.PLAN
        return next((name for name in PageName if name.value == left), usual)

    def _restore(self, page: AnyPage) -> None:
        if self._name not in self._restored and self._campaign_id is not None:
            self._restored.add(self._name)
            page.restore(self._memories.get(self._campaign_id, CampaignMemory()).states)

    def _memory_now(self, campaign_id: str) -> CampaignMemory:
        states = dict(self._memories.get(campaign_id, CampaignMemory()).states)
        for name, page in self._pages.items():
            if name in self._restored:
                states.update(page.state())
        return CampaignMemory(page=self._name.value, states=states)
