"""Every action of the window as one row of a table: its words, its keys, its icon and where it listens."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from campaignplanner.ui.action_specs import Group, Keys, Listens, Name, Spec
from campaignplanner.ui.lane_actions import LANE_SPECS
from campaignplanner.ui.shaping_actions import SHAPING_SPECS
from campaignplanner.ui.timeline_actions import TIMELINE_SPECS
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP

__all__ = ["SPECS", "Group", "Keys", "Listens", "Name", "Spec"]

_STANDARD = QKeySequence.StandardKey

_GOING = (
    Spec(
        name=Name.CAMPAIGNS,
        group=Group.GOING,
        text=QT_TRANSLATE_NOOP("actions", "Campaigns"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Back to all campaigns"),
        icon="back",
        keys=("Alt+Up", "Alt+Home"),
    ),
    Spec(
        name=Name.PLAN,
        group=Group.GOING,
        text=QT_TRANSLATE_NOOP("actions", "Plan"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Show aims, activities and every detail of them"),
        icon="plan",
        keys=("Ctrl+1",),
    ),
    Spec(
        name=Name.TIMELINE,
        group=Group.GOING,
        text=QT_TRANSLATE_NOOP("actions", "Timeline"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Show the activities over time"),
        icon="timeline",
        keys=("Ctrl+2",),
    ),
    Spec(
        name=Name.BUDGET,
        group=Group.GOING,
        text=QT_TRANSLATE_NOOP("actions", "Budget"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Show the money: what customers meet, and whose budget it is"),
        icon="budget",
        keys=("Ctrl+3",),
    ),
    Spec(
        name=Name.REVIEW,
        group=Group.GOING,
        text=QT_TRANSLATE_NOOP("actions", "Review"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Show what is missing or broken, and what mends it"),
        icon="review",
        keys=("Ctrl+4",),
    ),
    Spec(
        name=Name.SHOW_FINDING,
        group=Group.GOING,
        text=QT_TRANSLATE_NOOP("actions", "What the review says of it"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Open the gravest finding about what is selected"),
        icon="review",
        keys=("Ctrl+Shift+R",),
    ),
    Spec(
        name=Name.BRIEF,
        group=Group.GOING,
        text=QT_TRANSLATE_NOOP("actions", "Brief"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Show the brief as people sign it, and its versions"),
        icon="brief",
        keys=("Ctrl+5",),
    ),
    Spec(
        name=Name.COMMANDS,
        group=Group.GOING,
        text=QT_TRANSLATE_NOOP("actions", "Go to or do…"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Find anything by a few letters: what to do and where to go"),
        icon="command",
        keys=("Ctrl+K",),
    ),
)

_CAMPAIGN = (
    Spec(
        name=Name.NEW_CAMPAIGN,
        group=Group.CAMPAIGN,
        text=QT_TRANSLATE_NOOP("actions", "New campaign…"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Begin a campaign with its title"),
        icon="new-campaign",
        keys=(_STANDARD.New, "Ctrl+N"),
    ),
    Spec(
        name=Name.IMPORT,
        group=Group.CAMPAIGN,
        text=QT_TRANSLATE_NOOP("actions", "Import campaign…"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Bring in campaign files"),
        icon="import",
        keys=(_STANDARD.Open,),
    ),
    Spec(
        name=Name.OPEN,
        group=Group.CAMPAIGN,
        text=QT_TRANSLATE_NOOP("actions", "Open"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Open the chosen campaign"),
        icon="open",
    ),
    Spec(
        name=Name.DUPLICATE,
        group=Group.CAMPAIGN,
        text=QT_TRANSLATE_NOOP("actions", "Duplicate…"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Make a copy that begins on another day"),
        icon="duplicate",
        keys=("Ctrl+D",),
        listens=Listens.CAMPAIGN_LIST,
    ),
    Spec(
        name=Name.DELETE,
        group=Group.CAMPAIGN,
        text=QT_TRANSLATE_NOOP("actions", "Delete…"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Delete the chosen campaign with all that is in it"),
        icon="delete",
        keys=(_STANDARD.Delete, "Backspace"),
        listens=Listens.CAMPAIGN_LIST,
    ),
    Spec(
        name=Name.CAMPAIGN_DETAILS,
        group=Group.CAMPAIGN,
        text=QT_TRANSLATE_NOOP("actions", "Campaign details"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Title, days, money and the brief's own texts"),
        icon="details",
        keys=("Ctrl+I",),
    ),
    Spec(
        name=Name.MOVE_CAMPAIGN,
        group=Group.CAMPAIGN,
        text=QT_TRANSLATE_NOOP("actions", "Move campaign…"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Shift every date of the campaign by days"),
        icon="move",
        keys=("Ctrl+Shift+M",),
    ),
)

_PLAN = (
    Spec(
        name=Name.GUIDE,
        group=Group.PLAN,
        text=QT_TRANSLATE_NOOP("actions", "Guide"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Go on step by step: aims, KPIs, audience, activities, bridges"),
        icon="guide",
        keys=("Ctrl+G",),
    ),
    Spec(
        name=Name.PLAYS,
        group=Group.PLAN,
        text=QT_TRANSLATE_NOOP("actions", "Plays…"),
        tooltip=QT_TRANSLATE_NOOP(
            "actions", "Place activities and bridges that belong together, in one step"
        ),
        icon="bridge",
        keys=("Ctrl+Shift+B",),
    ),
    Spec(
        name=Name.SAVE_PLAY,
        group=Group.PLAN,
        text=QT_TRANSLATE_NOOP("actions", "Save selection as a play…"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Keep the selected activities, to place them in any campaign"),
        icon="bridge",
    ),
    Spec(
        name=Name.NEW_AIM,
        group=Group.PLAN,
        text=QT_TRANSLATE_NOOP("actions", "New aim"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Add a business aim"),
        icon="aim",
        keys=("Ctrl+Shift+A",),
    ),
    Spec(
        name=Name.NEW_ACTIVITY,
        group=Group.PLAN,
        text=QT_TRANSLATE_NOOP("actions", "New activity"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Type a title and days, such as Tasting bars 10 Sep - 27 Sep"),
        icon="add",
        keys=("Ctrl+Shift+N", "Ins"),
    ),
    Spec(
        name=Name.COPY,
        group=Group.PLAN,
        text=QT_TRANSLATE_NOOP("actions", "Copy"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Copy the activities with their flights, bridges and money"),
        icon="copy",
        keys=(_STANDARD.Copy,),
        listens=Listens.PLAN_PAGE,
    ),
    Spec(
        name=Name.CUT,
        group=Group.PLAN,
        text=QT_TRANSLATE_NOOP("actions", "Cut"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Copy the activities and take them out of the plan"),
        icon="cut",
        keys=(_STANDARD.Cut,),
        listens=Listens.PLAN_PAGE,
    ),
    Spec(
        name=Name.PASTE,
        group=Group.PLAN,
        text=QT_TRANSLATE_NOOP("actions", "Paste"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Put in what was copied: activities, or rows of a spreadsheet"),
        icon="paste",
        keys=(_STANDARD.Paste,),
        listens=Listens.PLAN_PAGE,
    ),
    Spec(
        name=Name.DUPLICATE_PICKED,
        group=Group.PLAN,
        text=QT_TRANSLATE_NOOP("actions", "Duplicate"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Put a copy of what is selected beside it"),
        icon="duplicate",
        keys=("Ctrl+D",),
        listens=Listens.PLAN_PAGE,
    ),
    Spec(
        name=Name.MOVE_PICKED,
        group=Group.PLAN,
        text=QT_TRANSLATE_NOOP("actions", "Move by days…"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Move the dates of the selected activities, earlier or later"),
        icon="move",
        keys=("Ctrl+M",),
        listens=Listens.PLAN_PAGE,
    ),
    Spec(
        name=Name.DELETE_PICKED,
        group=Group.PLAN,
        text=QT_TRANSLATE_NOOP("actions", "Delete"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Delete what is selected; undo brings it back"),
        icon="delete",
        keys=(_STANDARD.Delete, "Backspace"),
        listens=Listens.PLAN_PAGE,
    ),
)

_OUT_AND_BACK = (
    Spec(
        name=Name.EXPORT_FILE,
        group=Group.CAMPAIGN,
        text=QT_TRANSLATE_NOOP("actions", "Export campaign file…"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Write the whole campaign to a file"),
        icon="export",
        keys=("Ctrl+Shift+E",),
    ),
    Spec(
        name=Name.EXPORT_BRIEF,
        group=Group.CAMPAIGN,
        text=QT_TRANSLATE_NOOP("actions", "Export brief"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Write the brief as a PDF"),
        icon="brief",
        keys=("Ctrl+E",),
    ),
    Spec(
        name=Name.PRINT_BRIEF,
        group=Group.CAMPAIGN,
        text=QT_TRANSLATE_NOOP("actions", "Print brief"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Open the brief as a PDF in the program that prints it"),
        icon="print",
        keys=("Ctrl+P",),
    ),
    Spec(
        name=Name.BRIEF_PICTURE,
        group=Group.CAMPAIGN,
        text=QT_TRANSLATE_NOOP("actions", "Picture of page 1"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Save the campaign on a page as a picture for chat and slides"),
        icon="picture",
    ),
    Spec(
        name=Name.UNDO,
        group=Group.STEPS,
        text=QT_TRANSLATE_NOOP("actions", "Undo"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Take back the last step"),
        icon="undo",
        keys=(_STANDARD.Undo,),
    ),
    Spec(
        name=Name.REDO,
        group=Group.STEPS,
        text=QT_TRANSLATE_NOOP("actions", "Redo"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Do the step again that was taken back"),
        icon="redo",
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
    ),
    Spec(
        name=Name.HISTORY,
        group=Group.STEPS,
        text=QT_TRANSLATE_NOOP("actions", "History"),
        tooltip=QT_TRANSLATE_NOOP("actions", "All steps, and the way back to any of them"),
        icon="history",
        keys=("Ctrl+H",),
    ),
)

_WINDOW = (
    Spec(
        name=Name.FIND,
        group=Group.GOING,
        text=QT_TRANSLATE_NOOP("actions", "Find"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Show only what has the letters that are typed"),
        icon="search",
        keys=(_STANDARD.Find,),
    ),
    Spec(
        name=Name.SETTINGS,
        group=Group.WINDOW,
        text=QT_TRANSLATE_NOOP("actions", "Settings…"),
        tooltip=QT_TRANSLATE_NOOP(
            "actions", "Colours, dates and numbers, currency, where campaigns are kept"
        ),
        icon="settings",
        keys=("Ctrl+,",),
    ),
    Spec(
        name=Name.SHORTCUTS,
        group=Group.WINDOW,
        text=QT_TRANSLATE_NOOP("actions", "Keyboard shortcuts"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Show the keys of everything"),
        icon="keyboard",
        keys=("F1",),
    ),
    Spec(
        name=Name.QUIT,
        group=Group.WINDOW,
        text=QT_TRANSLATE_NOOP("actions", "Quit"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Close the window; everything is saved already"),
        icon="quit",
        keys=(_STANDARD.Quit, "Ctrl+Q"),
    ),
)

SPECS = (*_GOING, *_CAMPAIGN, *_PLAN, *_OUT_AND_BACK, *_WINDOW, *TIMELINE_SPECS, *LANE_SPECS, *SHAPING_SPECS)
"""All actions, in the order of their names."""
