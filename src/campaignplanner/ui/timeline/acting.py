"""What the timeline's actions do: zoom to things, show what changed since approval, give pictures."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from campaignplanner.domain.plan import Plan
from campaignplanner.planning.since_approval import SinceApproval, changes_since
from campaignplanner.services.commands.frozen_money import approved_version
from campaignplanner.ui.actions import Listens, Name
from campaignplanner.ui.formats import counted, shortened
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.timeline.hover_texts import version_text
from campaignplanner.ui.timeline.page import TimelinePage
from campaignplanner.ui.timeline.picking import picked_of
from campaignplanner.ui.timeline.zooming import lane_target, selection_target


class TimelineActing(QObject):
    """Connects the window's actions to the page that shows the timeline."""

    def __init__(self, page: TimelinePage, tools: PageTools) -> None:
        super().__init__(page)
        self._page = page
        self._canvas = page.canvas
        self._tools = tools
        self._approved: tuple[str, Plan] | None = None
        self._campaign_id: str | None = None
        tools.actions.add_local(page, Listens.TIMELINE_PAGE)
        slots = {
            Name.ZOOM_IN: self._zoom_in,
            Name.ZOOM_OUT: self._zoom_out,
            Name.ZOOM_CAMPAIGN: self._zoom_to_campaign,
            Name.ZOOM_SELECTION: self._zoom_to_selection,
            Name.ZOOM_AIM: self._zoom_to_aim,
            Name.TODAY: self._canvas.go_to_today,
            Name.SINCE_APPROVAL: self._turn_since,
        }
        for name, slot in slots.items():
            tools.actions[name].triggered.connect(slot)
        page.plan_shown.connect(self._follow)

    # -- zooming -------------------------------------------------------------------------------------

    @Slot()
    def _zoom_in(self) -> None:
        self._canvas.zoom_by(1)

    @Slot()
    def _zoom_out(self) -> None:
        self._canvas.zoom_by(-1)

    @Slot()
    def _zoom_to_campaign(self) -> None:
        self._page.overview.show()

    @Slot()
    def _zoom_to_selection(self) -> None:
        scene, selected = self._canvas.scene, self._canvas.selected
        if scene is None:
            return
        shown = None if selected is None else picked_of(selected)
        picked = self._tools.selection.picked or (() if shown is None else (shown,))
        target = selection_target(scene, self._canvas.view, selected, picked)
        if target is not None:
            self._canvas.zoom_to(target)
        else:
            self._tools.messages.say(self.tr("Select something that has dates to zoom to it."))

    @Slot()
    def _zoom_to_aim(self) -> None:
        scene = self._canvas.scene
        target = None if scene is None else lane_target(scene, self._canvas.view, self._canvas.selected)
        if target is not None:
            self._canvas.zoom_to(target)
        else:
            self._tools.messages.say(self.tr("Nothing in this lane has dates yet."))

    # -- since approval ------------------------------------------------------------------------------

    @Slot(bool)
    def _turn_since(self, wanted: bool) -> None:
        since = self._compared() if wanted else None
        self._page.show_since(since)
        self._tools.actions[Name.SINCE_APPROVAL].setChecked(since is not None)
        if since is not None:
            self._tools.messages.say(_summary(self, since))

    @Slot(object)
    def _follow(self, plan: Plan) -> None:
        """Compares again with the plan as it is now; another campaign is shown as it is."""
        action = self._tools.actions[Name.SINCE_APPROVAL]
        if plan.campaign.id != self._campaign_id:
            self._campaign_id, self._approved = plan.campaign.id, None
            action.setChecked(False)
        since = self._compared() if action.isChecked() else None
        action.setChecked(since is not None)
        self._page.show_since(since)

    def _compared(self) -> SinceApproval | None:
        """What changed since approval; where that cannot be known, it is said why."""
        scene = self._canvas.scene
        if scene is None:
            return None
        plan = scene.content.plan
        version = approved_version(plan)
        if version is None:
            self._tools.messages.say(
                self.tr("No version of the brief is approved yet, so there is nothing to compare with.")
            )
            return None
        if self._approved is None or self._approved[0] != version.id:
            read = partial(self._tools.live.workspace.version_plan, version.id)
            approved = self._tools.live.asked(read)
            self._approved = None if approved is None else (version.id, approved)
        return None if self._approved is None else changes_since(version, self._approved[1], plan)


def _summary(speaker: QObject, since: SinceApproval) -> str:
    """How much changed since which version, and what was dropped by its titles."""
    moved, new, dropped = len(since.moved_activities), len(since.new), len(since.dropped)
    parts = []
    if moved:
        parts.append(counted(moved, speaker.tr("1 activity moved"), speaker.tr("%1 activities moved")))
    if new:
        parts.append(counted(new, speaker.tr("1 is new"), speaker.tr("%1 are new")))
    if dropped:
        parts.append(counted(dropped, speaker.tr("1 was dropped"), speaker.tr("%1 were dropped")))
    said = ", ".join(parts) or speaker.tr("no dates changed")
    if dropped:
        titles = [f"“{shortened(each.activity.title)}”" for each in since.dropped[:3]]
        said = f"{said} ({', '.join(titles)}{', …' if dropped > len(titles) else ''})"
    return speaker.tr("Since %1: %2.").replace("%1", version_text(since)).replace("%2", said)
