"""What an action of the window is: its name, where it listens, what it is about, what it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QKeySequence


class Name(Enum):
    """The actions by name; pages and menus ask for them by it."""

    CAMPAIGNS = "campaigns"
    PLAN = "plan"
    TIMELINE = "timeline"
    BUDGET = "budget"
    REVIEW = "review"
    SHOW_FINDING = "show finding"
    BRIEF = "brief"
    COMMANDS = "commands"
    NEW_CAMPAIGN = "new campaign"
    IMPORT = "import"
    OPEN = "open"
    DUPLICATE = "duplicate"
    DELETE = "delete"
    CAMPAIGN_DETAILS = "campaign details"
    MOVE_CAMPAIGN = "move campaign"
    GUIDE = "guide"
    PLAYS = "plays"
    SAVE_PLAY = "save play"
    NEW_AIM = "new aim"
    NEW_ACTIVITY = "new activity"
    COPY = "copy"
    CUT = "cut"
    PASTE = "paste"
    DUPLICATE_PICKED = "duplicate picked"
    MOVE_PICKED = "move picked"
    DELETE_PICKED = "delete picked"
    EXPORT_FILE = "export file"
    EXPORT_BRIEF = "export brief"
    PRINT_BRIEF = "print brief"
    BRIEF_PICTURE = "picture of the brief"
    UNDO = "undo"
    REDO = "redo"
    HISTORY = "history"
    FIND = "find"
    SETTINGS = "settings"
    SHORTCUTS = "shortcuts"
    QUIT = "quit"
    ZOOM_IN = "zoom in"
    ZOOM_OUT = "zoom out"
    ZOOM_CAMPAIGN = "zoom to campaign"
    ZOOM_SELECTION = "zoom to selection"
    ZOOM_AIM = "zoom to aim"
    TODAY = "today"
    SINCE_APPROVAL = "since approval"
    COPY_PICTURE = "copy picture"
    SAVE_PICTURE = "save picture"
    GROUP_LANES = "group lanes"
    GROUP_BY_AIM = "group by aim"
    GROUP_BY_PLACE = "group by place"
    GROUP_BY_OWNER = "group by owner"
    GROUP_BY_AUDIENCE = "group by audience"
    GROUP_BY_KIND = "group by kind"
    GROUP_BY_STATUS = "group by status"
    GROUP_FLAT = "group flat"
    TURN_LANE = "turn lane"
    COLLAPSE_LANES = "collapse lanes"
    EXPAND_LANES = "expand lanes"
    SHOW_ALL = "show all"
    OPEN_DETAILS = "open details"
    START_BRIDGE = "start bridge"
    MOVE_EARLIER = "move earlier"
    MOVE_LATER = "move later"
    MOVE_WEEK_EARLIER = "move a week earlier"
    MOVE_WEEK_LATER = "move a week later"
    END_EARLIER = "end earlier"
    END_LATER = "end later"
    MOVE_ALONG = "move along"
    TURN_SIDE = "turn side"
    MEND_BRIDGE = "mend bridge"


class Listens(Enum):
    """Where the keys of an action work.

    Everywhere in the window, or only while a part of it has the focus, so that Delete in a search field
    deletes a letter. Two actions may share a key where their parts never lie in one another.
    """

    EVERYWHERE = "everywhere"
    CAMPAIGN_LIST = "campaign list"
    PLAN_PAGE = "plan page"
    TIMELINE_PAGE = "timeline page"
    TIMELINE_LANES = "timeline lanes"
    """What is shaped on the timeline page: not the line in which people type what they look for."""


class Group(Enum):
    """What an action is about; the list of all keys is parted by it."""

    GOING = "going"
    CAMPAIGN = "campaign"
    PLAN = "plan"
    TIMELINE = "timeline"
    STEPS = "steps"
    WINDOW = "window"


Keys = QKeySequence.StandardKey | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """What an action says and how it is reached.

    `keys` are all its shortcuts, the first of which menus show. `is_switch` where it is on or off.
    """

    name: Name
    group: Group
    text: str
    tooltip: str
    icon: str
    keys: tuple[Keys, ...] = ()
    listens: Listens = Listens.EVERYWHERE
    is_switch: bool = False
