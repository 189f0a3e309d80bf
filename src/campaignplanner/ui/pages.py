"""What a page of a campaign is, and what it is given to work with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from campaignplanner.ui.actions import Actions
from campaignplanner.ui.dialogs.files import FileDoor
from campaignplanner.ui.known_words import KnownWords
from campaignplanner.ui.live_plan import LivePlan
from campaignplanner.ui.messages import MessageBar
from campaignplanner.ui.selection import SelectionKeeper
from campaignplanner.ui.tasks import TaskRunner
from campaignplanner.ui.typesetter import TypesetterKeeper

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTools:
    """What every page of a campaign works with, put together once by the window.

    Attributes:
        live: the workspace; every edit goes through ``live.execute``.
        selection: what is selected, shared by all pages.
        actions: the window's actions; a page connects those that mean something on it.
        messages: where sentences are said that belong to no field.
        files: where files come from and go to.
        words: what was typed before in any campaign.
        tasks: where long work runs.
        typesetter: makes briefs.
    """

    live: LivePlan
    selection: SelectionKeeper
    actions: Actions
    messages: MessageBar
    files: FileDoor
    words: KnownWords
    tasks: TaskRunner
    typesetter: TypesetterKeeper


class CampaignPage(Protocol):
    """A page that shows one campaign: a QWidget made from PageTools."""

    def show_plan(self, plan: Plan) -> None:
        """Show a plan now, or when the page is next seen; the same campaign keeps its place."""
        ...

    def begin(self) -> None:
        """Give the focus to where people begin on the page."""
        ...

    def state(self) -> Mapping[str, str]:
        """Return what to remember of the page for this campaign, by names that no other page uses."""
        ...

    def restore(self, states: Mapping[str, str]) -> None:
        """Take back what was remembered; what is missing or damaged is as when first seen."""
        ...
