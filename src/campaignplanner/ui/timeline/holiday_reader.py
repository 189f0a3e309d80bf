"""Reads the public holidays of the campaign on show, a moment after the timeline was painted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject, QTimer, Slot

from campaignplanner.planning.public_holidays import public_holidays
from campaignplanner.ui.timeline.canvas import TimelineCanvas
from campaignplanner.ui.timeline.content import reachable_days
from campaignplanner.ui.timeline.words import translate

_SOON = 30
"""Milliseconds: the library takes a tenth of a second to import, which nobody should wait for."""


class HolidayReader(QObject):
    """Keeps the holidays that the canvas shows those of the campaign's country and days."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._asked: tuple[str, str] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SOON)
        self._timer.timeout.connect(self.read)

    def follow(self) -> None:
        """Reads again, soon, where another country or other days are shown; call it with each plan."""
        asked = self._question()
        if asked == self._asked:
            return
        self._asked = asked
        if asked is None:
            self._show({})
        else:
            self._timer.start()

    @Slot()
    def read(self) -> None:
        """Reads them now."""
        self._timer.stop()
        scene = self._canvas.scene
        span = None if scene is None else scene.content.known_days()
        if scene is not None and span is not None:
            reachable = reachable_days(scene.content, self._canvas.today)
            country = scene.content.plan.campaign.country
            language = translate("Timeline", "en", "the code of this language")
            self._show(public_holidays(country, reachable, language))

    def _question(self) -> tuple[str, str] | None:
        scene = self._canvas.scene
        span = None if scene is None else scene.content.known_days()
        if scene is None or span is None or not scene.content.plan.campaign.country.strip():
            return None
        years = f"{span.first_day.year}-{span.last_day.year}"
        return scene.content.plan.campaign.country, years

    def _show(self, holidays: Mapping[date, str]) -> None:
        self._canvas.wanted.holidays = holidays
        self._canvas.viewport().update()
