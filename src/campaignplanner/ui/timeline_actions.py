"""The actions of the timeline as rows of the table of all actions; they work while it has the focus."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from campaignplanner.ui.action_specs import Group, Listens, Name, Spec
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP

_STANDARD = QKeySequence.StandardKey

TIMELINE_SPECS = (
    Spec(
        name=Name.ZOOM_IN,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Zoom in"),
        tooltip=QT_TRANSLATE_NOOP("actions", "See fewer days, and more of each"),
        icon="zoom-in",
        keys=(_STANDARD.ZoomIn, "Ctrl++", "Ctrl+="),
        listens=Listens.TIMELINE_PAGE,
    ),
    Spec(
        name=Name.ZOOM_OUT,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Zoom out"),
        tooltip=QT_TRANSLATE_NOOP("actions", "See more days"),
        icon="zoom-out",
        keys=(_STANDARD.ZoomOut, "Ctrl+-"),
        listens=Listens.TIMELINE_PAGE,
    ),
    Spec(
        name=Name.ZOOM_CAMPAIGN,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Zoom to campaign"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Fit the whole campaign into the window"),
        icon="fit",
        keys=("Ctrl+0",),
        listens=Listens.TIMELINE_PAGE,
    ),
    Spec(
        name=Name.ZOOM_SELECTION,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Zoom to selection"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Show what is selected as large as it fits"),
        icon="zoom-selection",
        keys=("Ctrl+9",),
        listens=Listens.TIMELINE_PAGE,
    ),
    Spec(
        name=Name.ZOOM_AIM,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Zoom to aim or lane"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Show all that lies in the lane of what is selected"),
        icon="aim",
        keys=("Ctrl+8",),
        listens=Listens.TIMELINE_PAGE,
    ),
    Spec(
        name=Name.TODAY,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Go to today"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Bring today to the middle of the timeline"),
        icon="calendar",
        keys=("T",),
        listens=Listens.TIMELINE_PAGE,
    ),
    Spec(
        name=Name.SINCE_APPROVAL,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Show what changed since approval"),
        tooltip=QT_TRANSLATE_NOOP(
            "actions", "Show where bars were when the brief was approved, what is new and what was dropped"
        ),
        icon="since",
        keys=("Ctrl+Shift+H",),
        listens=Listens.TIMELINE_PAGE,
        is_switch=True,
    ),
    Spec(
        name=Name.COPY_PICTURE,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Copy picture of the timeline"),
        tooltip=QT_TRANSLATE_NOOP(
            "actions", "Put a picture of all days, with the lanes that are shown, on the clipboard"
        ),
        icon="picture",
        keys=("Ctrl+Shift+C",),
        listens=Listens.TIMELINE_PAGE,
    ),
    Spec(
        name=Name.SAVE_PICTURE,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Save picture of the timeline…"),
        tooltip=QT_TRANSLATE_NOOP(
            "actions", "Write a picture of all days, with the lanes that are shown, to a file: PNG or SVG"
        ),
        icon="picture",
        keys=("Ctrl+Shift+P",),
        listens=Listens.TIMELINE_PAGE,
    ),
)
"""In the order of their names."""
