"""What the controllers of the window work with, put together once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from campaignplanner.ui.dialogs.files import FileDoor
from campaignplanner.ui.live_plan import LivePlan
from campaignplanner.ui.messages import MessageBar
from campaignplanner.ui.tasks import TaskRunner
from campaignplanner.ui.typesetter import TypesetterKeeper


@dataclass(frozen=True, slots=True, kw_only=True)
class Equipment:
    """The window's own things, handed to whoever acts in its name.

    Attributes:
        window: parent of every dialog.
        live: the workspace.
        messages: where sentences are said.
        tasks: where long work runs.
        files: where files come from and go to.
        typesetter: makes briefs.
        currency: what the money of a new campaign is counted in, asked for when one is made.
    """

    window: QWidget
    live: LivePlan
    messages: MessageBar
    tasks: TaskRunner
    files: FileDoor
    typesetter: TypesetterKeeper
    currency: Callable[[], str]
