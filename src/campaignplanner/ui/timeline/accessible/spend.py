"""The spend strip: its weeks or months, whichever it shows at this zoom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible

from campaignplanner.ui.timeline.accessible.sight import Sight
from campaignplanner.ui.timeline.accessible.thing import Thing
from campaignplanner.ui.timeline.accessible.words import period_words, spend_description
from campaignplanner.ui.timeline.spend_painter import period_at, period_box
from campaignplanner.ui.timeline.spend_strip import SpendSeries
from campaignplanner.ui.timeline.words import translate


@dataclass(frozen=True, slots=True)
class SpendThing(Thing):
    """The strip with its weeks or months."""

    role: ClassVar[QAccessible.Role] = QAccessible.Role.List

    def is_there(self, sight: Sight) -> bool:
        """As long as anything is."""
        return sight.has_scene

    def name(self, sight: Sight) -> str:
        """What is shown."""
        is_monthly = _series(sight).is_monthly
        return (
            translate("Timeline", "Spend per month")
            if is_monthly
            else translate("Timeline", "Spend per week")
        )

    def description(self, sight: Sight) -> str:
        """The texts at its left."""
        return spend_description(sight.scene.content.strip)

    def box(self, sight: Sight) -> QRectF | None:
        """Below the lanes."""
        return sight.view.regions.spend

    def region(self, sight: Sight) -> QRectF:
        """It does not scroll out of sight."""
        return sight.view.regions.spend

    def child_count(self, sight: Sight) -> int:
        """The weeks or months."""
        return len(_series(sight).periods)

    def child(self, sight: Sight, place: int) -> Thing | None:
        """A week or month."""
        series = _series(sight)
        if not 0 <= place < len(series.periods):
            return None
        return PeriodThing(series.periods[place].first_day, series.is_monthly)

    def index_of(self, sight: Sight, child: Thing) -> int:
        """The place of a week or month."""
        return child.place(sight) if isinstance(child, PeriodThing) else -1

    def child_at(self, sight: Sight, point: QPointF) -> Thing | None:
        """The week or month under a point."""
        if point.x() < sight.view.regions.aim_width:
            return None
        found = period_at(sight.view, sight.scene.content.strip, point.x())
        return None if found is None else PeriodThing(found[0].first_day, _series(sight).is_monthly)


@dataclass(frozen=True, slots=True)
class PeriodThing(Thing):
    """A week or a month of the strip."""

    first_day: date
    is_monthly: bool

    def is_there(self, sight: Sight) -> bool:
        """Whether the strip shows it at this zoom."""
        return sight.has_scene and self.place(sight) >= 0

    def place(self, sight: Sight) -> int:
        """Where it stands in the strip; -1 where it does not."""
        series = _series(sight)
        found = series.index_at(self.first_day) if series.is_monthly is self.is_monthly else None
        return -1 if found is None else found

    def parent(self, sight: Sight) -> Thing | None:
        """The strip."""
        del sight
        return SpendThing()

    def name(self, sight: Sight) -> str:
        """When, and how the money of it is split."""
        return self._words(sight)[0]

    def description(self, sight: Sight) -> str:
        """Its amounts."""
        return self._words(sight)[1]

    def box(self, sight: Sight) -> QRectF | None:
        """Its stretch of the strip."""
        return period_box(sight.view, _series(sight).periods[self.place(sight)])

    def region(self, sight: Sight) -> QRectF:
        """The strip beside its texts."""
        regions = sight.view.regions
        return regions.spend.adjusted(regions.aim_width, 0, 0, 0)

    def _words(self, sight: Sight) -> tuple[str, str]:
        series, place = _series(sight), self.place(sight)
        return period_words(sight.plan, series.periods[place], series.so_far[place], self.is_monthly)


def _series(sight: Sight) -> SpendSeries:
    return sight.scene.content.strip.series(sight.view)
