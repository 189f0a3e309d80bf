"""The days of the ruler that are not like others: the campaign's ends, today, public holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible

from campaignplanner.ui.timeline.accessible.sight import Sight
from campaignplanner.ui.timeline.accessible.thing import Thing
from campaignplanner.ui.timeline.hover_texts import end_card, week_text
from campaignplanner.ui.timeline.words import full_day_text, translate


class DayMark(Enum):
    """What a day of the ruler is marked for."""

    BEGIN = "begin"
    HOLIDAY = "holiday"
    TODAY = "today"
    END = "end"


@dataclass(frozen=True, slots=True)
class RulerThing(Thing):
    """The ruler with its marked days."""

    role: ClassVar[QAccessible.Role] = QAccessible.Role.List

    def is_there(self, sight: Sight) -> bool:
        """As long as anything is."""
        return sight.has_scene

    def name(self, sight: Sight) -> str:
        """What it is called."""
        del sight
        return translate("Timeline", "Days")

    def box(self, sight: Sight) -> QRectF | None:
        """Above the lanes."""
        return sight.view.regions.header

    def region(self, sight: Sight) -> QRectF:
        """It does not scroll out of sight."""
        return sight.view.regions.header

    def child_count(self, sight: Sight) -> int:
        """The marked days."""
        return len(_days(sight))

    def child(self, sight: Sight, place: int) -> Thing | None:
        """A marked day."""
        days = _days(sight)
        return days[place] if 0 <= place < len(days) else None

    def index_of(self, sight: Sight, child: Thing) -> int:
        """The place of a marked day."""
        days = _days(sight)
        return days.index(child) if isinstance(child, DayThing) and child in days else -1

    def child_at(self, sight: Sight, point: QPointF) -> Thing | None:
        """The marked day under a point."""
        day = sight.view.day_at(point.x())
        return next((each for each in _days(sight) if each.day == day), None)


@dataclass(frozen=True, slots=True)
class DayThing(Thing):
    """A day and what it is marked for."""

    day: date
    mark: DayMark

    def is_there(self, sight: Sight) -> bool:
        """Whether it is still marked."""
        return sight.has_scene and self in _days(sight)

    def parent(self, sight: Sight) -> Thing | None:
        """The ruler."""
        del sight
        return RulerThing()

    def name(self, sight: Sight) -> str:
        """`Today, Thursday, 8 October 2026`."""
        if self.mark is DayMark.TODAY:
            said = translate("Timeline", "Today")
        elif self.mark is DayMark.HOLIDAY:
            said = sight.scene.stage.sights.wanted.holidays[self.day]
        else:
            said = end_card(sight.plan.campaign, self.mark is DayMark.BEGIN).headline
        return f"{said}, {full_day_text(self.day)}"

    def description(self, sight: Sight) -> str:
        """Its week."""
        del sight
        return week_text(self.day)

    def box(self, sight: Sight) -> QRectF | None:
        """Its stretch of the ruler."""
        header, view = sight.view.regions.header, sight.view
        left = view.x(self.day)
        return QRectF(left, header.top(), view.x_after(self.day) - left, header.height())

    def region(self, sight: Sight) -> QRectF:
        """The ruler."""
        return sight.view.regions.header


def _days(sight: Sight) -> list[DayThing]:
    """The marked days in their order; none while the plan names no day, as then no ruler is drawn."""
    scene = sight.scene
    if scene.content.known_days() is None:
        return []
    campaign = sight.plan.campaign
    days = [DayThing(day, DayMark.HOLIDAY) for day in scene.stage.sights.wanted.holidays]
    days.append(DayThing(sight.today, DayMark.TODAY))
    if campaign.first_day is not None:
        days.append(DayThing(campaign.first_day, DayMark.BEGIN))
    if campaign.last_day is not None:
        days.append(DayThing(campaign.last_day, DayMark.END))
    marks = list(DayMark)
    return sorted(days, key=lambda each: (each.day, marks.index(each.mark)))
