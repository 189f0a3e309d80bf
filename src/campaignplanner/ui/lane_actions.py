"""The actions about the timeline's lanes as rows of the table of all actions: which, and what in them."""

from __future__ import annotations

from campaignplanner.ui.action_specs import Group, Listens, Name, Spec
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP


def _grouping(name: Name, text: str, tooltip: str) -> Spec:
    return Spec(
        name=name,
        group=Group.TIMELINE,
        text=text,
        tooltip=tooltip,
        icon="lanes",
        listens=Listens.TIMELINE_PAGE,
        is_switch=True,
    )


LANE_SPECS = (
    Spec(
        name=Name.GROUP_LANES,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Group lanes by…"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Choose by what activities lie together"),
        icon="lanes",
        keys=("G",),
        listens=Listens.TIMELINE_PAGE,
    ),
    _grouping(
        Name.GROUP_BY_AIM,
        QT_TRANSLATE_NOOP("actions", "Group by aim"),
        QT_TRANSLATE_NOOP("actions", "One lane for each aim"),
    ),
    _grouping(
        Name.GROUP_BY_PLACE,
        QT_TRANSLATE_NOOP("actions", "Group by channel or place"),
        QT_TRANSLATE_NOOP("actions", "One lane for each channel and each place"),
    ),
    _grouping(
        Name.GROUP_BY_OWNER,
        QT_TRANSLATE_NOOP("actions", "Group by owner"),
        QT_TRANSLATE_NOOP("actions", "One lane for each person who looks after activities"),
    ),
    _grouping(
        Name.GROUP_BY_AUDIENCE,
        QT_TRANSLATE_NOOP("actions", "Group by audience"),
        QT_TRANSLATE_NOOP("actions", "One lane for each audience"),
    ),
    _grouping(
        Name.GROUP_BY_KIND,
        QT_TRANSLATE_NOOP("actions", "Group by kind"),
        QT_TRANSLATE_NOOP("actions", "One lane for each kind of activity"),
    ),
    _grouping(
        Name.GROUP_BY_STATUS,
        QT_TRANSLATE_NOOP("actions", "Group by status"),
        QT_TRANSLATE_NOOP("actions", "One lane for each status, from idea to done"),
    ),
    _grouping(
        Name.GROUP_FLAT,
        QT_TRANSLATE_NOOP("actions", "All in one lane"),
        QT_TRANSLATE_NOOP("actions", "Do not group activities at all"),
    ),
    Spec(
        name=Name.TURN_LANE,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Collapse or expand lane"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Make the lane of what is selected a line, or open it again"),
        icon="lanes",
        keys=("L",),
        listens=Listens.TIMELINE_PAGE,
    ),
    Spec(
        name=Name.COLLAPSE_LANES,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Collapse all lanes"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Make every lane a line"),
        icon="collapse",
        keys=("Shift+L",),
        listens=Listens.TIMELINE_PAGE,
    ),
    Spec(
        name=Name.EXPAND_LANES,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Expand all lanes"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Open every lane"),
        icon="expand",
        keys=("Ctrl+L",),
        listens=Listens.TIMELINE_PAGE,
    ),
    Spec(
        name=Name.SHOW_ALL,
        group=Group.TIMELINE,
        text=QT_TRANSLATE_NOOP("actions", "Show all activities"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Look for nothing in particular any more"),
        icon="close",
        keys=("Ctrl+Shift+F",),
        listens=Listens.TIMELINE_PAGE,
    ),
)
"""In the order of their names."""
