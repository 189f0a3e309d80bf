"""What the window's actions do where one is, and which of them can be done there."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.campaign import Campaign
from campaignplanner.preferences import CampaignMemory
from campaignplanner.ui.actions import Actions, Name
from campaignplanner.ui.equipment import Equipment
from campaignplanner.ui.lane_actions import LANE_SPECS
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.page_tabs import ACTION_OF_PAGE
from campaignplanner.ui.shaping_actions import SHAPING_SPECS
from campaignplanner.ui.timeline_actions import TIMELINE_SPECS

if TYPE_CHECKING:  # what makes files is imported when somebody wants one
    from campaignplanner.ui.brief_export import BriefExport, BriefWanted
    from campaignplanner.ui.places import Places
    from campaignplanner.ui.timeline_pictures import TimelinePictures

_IN_CAMPAIGN = (
    Name.CAMPAIGNS,
    *ACTION_OF_PAGE.values(),
    Name.CAMPAIGN_DETAILS,
    Name.MOVE_CAMPAIGN,
    Name.GUIDE,
    Name.PLAYS,
    Name.NEW_AIM,
    Name.NEW_ACTIVITY,
)
_ON_ACTIVITIES = (Name.COPY, Name.CUT, Name.DUPLICATE_PICKED, Name.MOVE_PICKED)
_ON_TIMELINE = tuple(spec.name for spec in (*TIMELINE_SPECS, *LANE_SPECS, *SHAPING_SPECS))
_OF_ONE_CAMPAIGN = (Name.EXPORT_FILE, Name.EXPORT_BRIEF, Name.PRINT_BRIEF, Name.BRIEF_PICTURE)
_ALWAYS = (Name.NEW_CAMPAIGN, Name.IMPORT, Name.HISTORY, Name.COMMANDS)


class PlaceActions(QObject):
    """Connects the actions to places and desk; whatever acts on the plan takes in first what is typed."""

    def __init__(self, equipment: Equipment, actions: Actions, places: Places) -> None:
        super().__init__(places)
        self._places = places
        self._equipment = equipment
        self._live = equipment.live
        self._actions = actions
        slots = {
            Name.CAMPAIGNS: places.show_portfolio,
            Name.NEW_CAMPAIGN: self._begin_campaign,
            Name.IMPORT: places.desk.ask_for_files,
            Name.DUPLICATE: self._duplicate,
            Name.DELETE: self._delete,
            Name.CAMPAIGN_DETAILS: self._show_details,
            Name.MOVE_CAMPAIGN: self._move_campaign,
            Name.GUIDE: self._show_guide,
            Name.PLAYS: self._offer_plays,
            Name.SHOW_FINDING: self._show_finding,
            Name.SAVE_PLAY: self._save_play,
            Name.NEW_AIM: self._begin_aim,
            Name.NEW_ACTIVITY: self._begin_activity,
            Name.FIND: self._find,
            Name.EXPORT_FILE: self._export_file,
            Name.EXPORT_BRIEF: self._export_brief,
            Name.PRINT_BRIEF: self._print_brief,
            Name.BRIEF_PICTURE: self._save_brief_picture,
            Name.UNDO: self._undo,
            Name.REDO: self._redo,
            Name.COPY_PICTURE: self._copy_picture,
            Name.OPEN_DETAILS: self._open_details,
            Name.SAVE_PICTURE: self._save_picture,
        }
        for name, slot in slots.items():
            actions[name].triggered.connect(slot)
        for page, name in ACTION_OF_PAGE.items():
            actions[name].setData(page)
            actions[name].triggered.connect(self._show_page)

    def enable(self) -> None:
        """Enables what can be done where one is."""
        outside = self._places.campaign_id is None
        chosen = outside and self._places.portfolio.list.chosen_id() is not None
        for name in (Name.OPEN, Name.DUPLICATE, Name.DELETE):
            self._actions[name].setEnabled(chosen)
        for name in _OF_ONE_CAMPAIGN:
            self._actions[name].setEnabled(chosen or not outside)
        for name in _IN_CAMPAIGN:
            self._actions[name].setEnabled(not outside)
        on_plan_page = not outside and self._places.pages.name is PageName.PLAN
        self._actions[Name.FIND].setEnabled(True)
        on_timeline = not outside and self._places.pages.name is PageName.TIMELINE
        self._actions[Name.PASTE].setEnabled(on_plan_page or on_timeline)
        for name in _ON_TIMELINE:
            self._actions[name].setEnabled(on_timeline)
        on_budget = not outside and self._places.pages.name is PageName.BUDGET
        self._actions[Name.OPEN_DETAILS].setEnabled(on_timeline or on_budget)
        picked = self._places.selection.picked if on_plan_page or on_timeline else ()
        self._actions[Name.SHOW_FINDING].setEnabled(not outside and bool(self._places.selection.picked))
        self._actions[Name.SAVE_PLAY].setEnabled(not outside and bool(self._places.selection.ids(Activity)))
        has_activity = any(each.record_type is Activity for each in picked)
        for name in _ON_ACTIVITIES:
            self._actions[name].setEnabled(has_activity)
        is_deletable = any(each.record_type is not Campaign for each in picked)
        self._actions[Name.DELETE_PICKED].setEnabled(is_deletable)
        for name in _ALWAYS:
            self._actions[name].setEnabled(True)

    def say_steps(self) -> None:
        """Names the steps that undo and redo would touch."""
        question = partial(self._live.workspace.step_labels, self._places.campaign_id)
        undo, redo = self._live.asked(question) or (None, None)
        self._actions.say_step(Name.UNDO, undo)
        self._actions.say_step(Name.REDO, redo)

    # -- inside --------------------------------------------------------------------------------------

    @cached_property
    def _brief(self) -> BriefExport:
        from campaignplanner.ui.brief_export import BriefExport

        return BriefExport(self._equipment, self)

    @cached_property
    def _pictures(self) -> TimelinePictures:
        from campaignplanner.ui.timeline_pictures import TimelinePictures

        return TimelinePictures(self._equipment, self)

    def _subject(self) -> str | None:
        """The campaign that an action is about: the open one, or the one chosen in the list."""
        return self._places.campaign_id or self._places.portfolio.list.chosen_id()

    @Slot()
    def _show_page(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._places.show_page(action.data())

    @Slot()
    def _show_details(self) -> None:
        plan = self._live.plan
        if plan is not None:
            self._places.show_page(PageName.PLAN)
            self._places.selection.pick_records([plan.campaign])

    @Slot()
    def _begin_aim(self) -> None:
        self._places.show_page(PageName.PLAN)
        self._places.pages.plan_page.begin_aim()

    @Slot()
    def _begin_activity(self) -> None:
        self._places.show_page(PageName.PLAN)
        self._places.pages.plan_page.begin_activity()

    @Slot()
    def _find(self) -> None:
        if self._places.campaign_id is None:
            self._places.portfolio.begin_search()
        elif self._places.pages.name is PageName.TIMELINE:
            self._places.timeline.begin_find()
        else:
            self._places.show_page(PageName.PLAN)
            self._places.pages.plan_page.begin_find()

    @Slot()
    def _begin_campaign(self) -> None:
        self._places.finish_typing()
        self._places.desk.ask_for_title()

    @Slot()
    def _show_guide(self) -> None:
        self._places.show_page(PageName.PLAN)
        self._places.pages.plan_page.show_guide()

    @Slot()
    def _show_finding(self) -> None:
        self._places.finish_typing()
        self._places.show_finding()

    @Slot()
    def _offer_plays(self) -> None:
        self._places.finish_typing()
        self._places.playing.offer()

    @Slot()
    def _save_play(self) -> None:
        self._places.finish_typing()
        self._places.playing.ask_to_save()

    @Slot()
    def _move_campaign(self) -> None:
        self._places.finish_typing()
        self._places.desk.ask_to_move()

    @Slot()
    def _duplicate(self) -> None:
        subject = self._subject()
        if subject is not None:
            self._places.desk.ask_to_duplicate(subject)

    @Slot()
    def _delete(self) -> None:
        row = self._places.portfolio.list.chosen_row()
        if row is not None:
            self._places.desk.ask_to_delete(row.campaign.id, row.campaign.title)

    @Slot()
    def _export_file(self) -> None:
        self._places.finish_typing()
        subject = self._subject()
        if subject is not None:
            self._places.desk.export_file(subject)

    @Slot()
    def _export_brief(self) -> None:
        order = self._brief_wanted()
        if order is not None:
            self._brief.export(order)

    @Slot()
    def _print_brief(self) -> None:
        order = self._brief_wanted()
        if order is not None:
            self._brief.print(order)

    @Slot()
    def _save_brief_picture(self) -> None:
        order = self._brief_wanted()
        if order is not None:
            self._brief.save_picture(order)

    def _brief_wanted(self) -> BriefWanted | None:
        """The brief that is shown, or that of the campaign one is in or has chosen."""
        self._places.finish_typing()
        subject = self._subject()
        if subject is None:
            return None
        from campaignplanner.ui.brief_export import BriefWanted

        page = self._places.pages.brief_page
        memory = self._places.pages.memories.get(subject)
        shown, now = None if page is None else page.shown, self._live.plan
        if shown is not None and now is not None:
            return BriefWanted(shown.plan, now.campaign.brief_layout, _logo_of(memory), shown.edition)
        plan = self._live.asked(partial(self._live.workspace.read_plan, subject))
        return None if plan is None else BriefWanted(plan, plan.campaign.brief_layout, _logo_of(memory))

    @Slot()
    def _open_details(self) -> None:
        self._places.show_page(PageName.PLAN)
        self._places.pages.plan_page.begin_details()

    @Slot()
    def _copy_picture(self) -> None:
        self._pictures.copy(self._places.timeline)

    @Slot()
    def _save_picture(self) -> None:
        self._pictures.save(self._places.timeline)

    @Slot()
    def _undo(self) -> None:
        self._places.finish_typing()
        self._live.undo(self._places.campaign_id)

    @Slot()
    def _redo(self) -> None:
        self._places.finish_typing()
        self._live.redo(self._places.campaign_id)


def _logo_of(memory: CampaignMemory | None) -> str:
    """Where the logo of a campaign's brief lies; empty for none."""
    from campaignplanner.ui.brief_export import BRIEF_STATE

    return "" if memory is None else memory.states.get(BRIEF_STATE, "")
