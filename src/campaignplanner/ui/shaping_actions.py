"""The actions by which the timeline is shaped, as rows of the table of all actions."""

from __future__ import annotations

from campaignplanner.ui.action_specs import Group, Listens, Name, Spec
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP

SHAPING_SPECS = (
    Spec(
        name=Name.OPEN_DETAILS,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Open details"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Show every field of what is selected on the plan page"),
        icon="details",
        keys=("Return", "Enter"),
        listens=Listens.TIMELINE_LANES,
    ),
    Spec(
        name=Name.START_BRIDGE,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Build a bridge"),
        tooltip=QT_TRANSLATE_NOOP(
            "actions", "Lead a bridge from the selected bar: arrows choose the other end, Enter builds"
        ),
        icon="bridge",
        keys=("B",),
        listens=Listens.TIMELINE_LANES,
    ),
    Spec(
        name=Name.MOVE_EARLIER,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Move a day earlier"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Move the selected bars by a day"),
        icon="move",
        keys=("Alt+Left",),
        listens=Listens.TIMELINE_LANES,
    ),
    Spec(
        name=Name.MOVE_LATER,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Move a day later"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Move the selected bars by a day"),
        icon="move",
        keys=("Alt+Right",),
        listens=Listens.TIMELINE_LANES,
    ),
    Spec(
        name=Name.MOVE_WEEK_EARLIER,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Move a week earlier"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Move the selected bars by a week"),
        icon="move",
        keys=("Alt+PgUp",),
        listens=Listens.TIMELINE_LANES,
    ),
    Spec(
        name=Name.MOVE_WEEK_LATER,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Move a week later"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Move the selected bars by a week"),
        icon="move",
        keys=("Alt+PgDown",),
        listens=Listens.TIMELINE_LANES,
    ),
    Spec(
        name=Name.END_EARLIER,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "End a day earlier"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Let the selected bar end a day earlier"),
        icon="move",
        keys=("Alt+Shift+Left",),
        listens=Listens.TIMELINE_LANES,
    ),
    Spec(
        name=Name.END_LATER,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "End a day later"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Let the selected bar end a day later"),
        icon="move",
        keys=("Alt+Shift+Right",),
        listens=Listens.TIMELINE_LANES,
    ),
    Spec(
        name=Name.MOVE_ALONG,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Move what is bridged along"),
        tooltip=QT_TRANSLATE_NOOP(
            "actions", "While this is on, what is moved takes along all that is bridged with it; gaps stay"
        ),
        icon="bridge",
        keys=(),
        listens=Listens.TIMELINE_LANES,
        is_switch=True,
    ),
    Spec(
        name=Name.TURN_SIDE,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Move to the other side"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Let what is online happen offline, and the other way round"),
        icon="sort",
        keys=(),
        listens=Listens.TIMELINE_LANES,
    ),
    Spec(
        name=Name.MEND_BRIDGE,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Mend the bridge"),
        tooltip=QT_TRANSLATE_NOOP(
            "actions", "Move the end that comes too early or too late, so that the selected bridge holds"
        ),
        icon="check",
        keys=(),
        listens=Listens.TIMELINE_LANES,
    ),
)
"""In the order of their names."""
