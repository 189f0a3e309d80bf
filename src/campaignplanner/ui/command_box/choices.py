"""What can be chosen in the command box: actions, campaigns, aims and activities, as plain data.

Whoever opens the box puts the lists together in the order in which equally likely things should stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QIcon, QKeySequence

from campaignplanner.domain.activity import Side
from campaignplanner.ui import icons, theme
from campaignplanner.ui.formats import span_text
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from campaignplanner.domain.campaign import Campaign
    from campaignplanner.domain.plan import Plan

GoTo = Callable[[str], object]
"""Goes to the record with an identifier."""


class Sort(Enum):
    """What a choice is; the box says it beside each."""

    ACTION = "action"
    CAMPAIGN = "campaign"
    AIM = "aim"
    ACTIVITY = "activity"


SORT_NAMES = {
    Sort.ACTION: QT_TRANSLATE_NOOP("command_box", "Action"),
    Sort.CAMPAIGN: QT_TRANSLATE_NOOP("command_box", "Campaign"),
    Sort.AIM: QT_TRANSLATE_NOOP("command_box", "Aim"),
    Sort.ACTIVITY: QT_TRANSLATE_NOOP("command_box", "Activity"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing that the box finds.

    Attributes:
        text: what is searched and shown.
        sort: what it is.
        run: does it, or goes there; called after the box has given back the focus.
        note: what else to say of it, asked for only when it is shown.
        keys: the keys that do the same, in the system's words.
        icon: drawn before the text.
        side: of an activity, drawn instead of an icon.
    """

    text: str
    sort: Sort
    run: Callable[[], object]
    note: Callable[[], str] | None = None
    keys: str = ""
    icon: QIcon | None = None
    side: Side | None = None

    def said(self) -> str:
        """The choice in words, for a screen reader."""
        note = self.note() if self.note is not None else ""
        name = QCoreApplication.translate("command_box", SORT_NAMES[self.sort])
        return ", ".join(part for part in (self.text, name, note, self.keys) if part)


def action_choices(actions: Iterable[QAction]) -> Iterator[Choice]:
    """The actions that can be done now."""
    for action in actions:
        if action.isEnabled() and action.isVisible() and action.text():
            yield Choice(
                text=action.text().replace("&", ""),
                sort=Sort.ACTION,
                run=action.trigger,
                keys=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
                icon=action.icon(),
            )


def campaign_choices(campaigns: Iterable[Campaign], go_to: GoTo) -> Iterator[Choice]:
    """Every campaign of the store, with its brand."""
    icon = icons.icon("open", theme.current())
    for campaign in campaigns:
        yield Choice(
            text=_one_line(campaign.title),
            sort=Sort.CAMPAIGN,
            run=partial(go_to, campaign.id),
            note=partial(_one_line, campaign.brand),
            icon=icon,
        )


def aim_choices(plan: Plan, go_to: GoTo) -> Iterator[Choice]:
    """The aims of a campaign in their order."""
    icon = icons.icon("aim", theme.current())
    for aim in plan.aims_in_order:
        text = _one_line(aim.statement)
        yield Choice(text=text, sort=Sort.AIM, run=partial(go_to, aim.id), icon=icon)


def activity_choices(plan: Plan, go_to: GoTo) -> Iterator[Choice]:
    """The activities of a campaign by their first day, undated ones last, with their dates."""
    first_days: dict[str, int] = {}
    for flight in plan.flights.values():
        day = flight.first_day.toordinal()
        first_days[flight.activity_id] = min(day, first_days.get(flight.activity_id, day))
    undated = max(first_days.values(), default=0) + 1
    in_order = sorted(
        plan.activities.values(),
        key=lambda activity: (first_days.get(activity.id, undated), activity.title, activity.id),
    )
    for activity in in_order:
        yield Choice(
            text=_one_line(activity.title),
            sort=Sort.ACTIVITY,
            run=partial(go_to, activity.id),
            note=partial(_dates_of, plan, activity.id),
            side=activity.side,
        )


def _dates_of(plan: Plan, activity_id: str) -> str:
    span = plan.span_of(activity_id)
    return span_text(None, None) if span is None else span_text(span.first_day, span.last_day)


def _one_line(text: str) -> str:
    return " ".join(text.split())
