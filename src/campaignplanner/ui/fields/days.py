"""Days, spans of days and times of day: typed freely or, for days, picked from a calendar."""

from __future__ import annotations

from datetime import date, time, timedelta

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, QTime, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from campaignplanner.domain.days import Span
from campaignplanner.domain.errors import PlanError
from campaignplanner.planning.typed_days import read_day, read_span
from campaignplanner.planning.typed_times import read_time
from campaignplanner.ui import icons, theme
from campaignplanner.ui.fields.calendar import CalendarPopup
from campaignplanner.ui.fields.locale_words import day_words, time_words
from campaignplanner.ui.fields.parsed import ParsedField
from campaignplanner.ui.formats import day_text, days_text, span_text
from campaignplanner.ui.q_days import py_date, q_date


class _CalendarField(ParsedField):
    """A line with a sign in it that opens a calendar; Alt+Down opens it too."""

    IS_FOR_SPAN = False

    def __init__(self, label: str, *, required: bool = False, placeholder: str = "") -> None:
        super().__init__(label, required=required, placeholder=placeholder)
        self._near: Span | None = None
        self._popup: CalendarPopup | None = None
        self._opener = QAction(self.tr("Calendar for %1").replace("%1", label), self)
        self._opener.setToolTip(self.tr("Choose from a calendar (Alt+Down)"))
        self._opener.triggered.connect(self.open_calendar)
        self.line.addAction(self._opener, QLineEdit.ActionPosition.TrailingPosition)
        self._ink()

    @property
    def opener(self) -> QAction:
        """Opens the calendar."""
        return self._opener

    @property
    def calendar(self) -> CalendarPopup | None:
        """The calendar while it is open."""
        return self._popup

    def show_near(self, near: Span | None) -> None:
        """Says where days without a year belong: in the campaign's span."""
        self._near = near

    def set_read_only(self, is_read_only: bool) -> None:
        """Lets people read, choose and copy, but not write."""
        super().set_read_only(is_read_only)
        self._opener.setEnabled(not is_read_only)

    @Slot()
    def open_calendar(self) -> None:
        """Opens the calendar at the day that is typed, else within the campaign."""
        popup = CalendarPopup(self, is_for_span=self.IS_FOR_SPAN)
        popup.picked.connect(self._take)
        popup.destroyed.connect(self._forget_popup)
        self._popup = popup
        popup.open_below(self.line, self._day_to_open_at())

    def span_typed(self) -> Span | None:
        """The days that are typed now; None where nothing is, or nothing that is understood."""
        try:
            value = self.value_of(self.line.text())
        except PlanError:
            return None
        return Span(value, value) if isinstance(value, date) else value if isinstance(value, Span) else None

    def value_picked(self, span: Span) -> object:
        """The value for days that were picked."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Inks the calendar's sign anew in another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._ink()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt+Down opens the calendar, as it opens every list."""
        if watched is self.editor and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_alt_down = (
                event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
            )
            if is_alt_down and not self.line.isReadOnly():
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def _day_to_open_at(self) -> date:
        typed = self.span_typed()
        if typed is not None:
            return typed.first_day
        near = self._near
        return today() if near is None or near.contains(today()) else near.first_day

    @Slot(object)
    def _take(self, span: Span) -> None:
        self.put_typed(self.text_of(self.value_picked(span)))
        self.finish(again=True)
        self.line.setFocus()

    def _ink(self) -> None:
        self._opener.setIcon(icons.icon("calendar", theme.current()))

    @Slot()
    def _forget_popup(self) -> None:
        self._popup = None


class DayField(_CalendarField):
    """A date, or None. Up and Down go a day on or back."""

    def write(self, value: object) -> str:
        """See `ParsedField`."""
        return day_text(value) if isinstance(value, date) else ""

    def parse(self, text: str) -> date:
        """See `ParsedField`."""
        return read_day(text, day_words(), today(), self._near)

    def understood(self, text: str) -> str:
        """The day with its weekday and year."""
        day = self.value_of(text)
        return QLocale().toString(q_date(day), QLocale.FormatType.LongFormat) if isinstance(day, date) else ""

    def value_picked(self, span: Span) -> object:
        """See `_CalendarField`."""
        return span.first_day

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go a day on or back; that is taken when the edit is finished."""
        if watched is self.editor and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            if step and not event.modifiers() & Qt.KeyboardModifier.AltModifier and self._move(step):
                return True
        return super().eventFilter(watched, event)

    def _move(self, days: int) -> bool:
        typed = self.span_typed()
        if typed is None or self.line.isReadOnly():
            return False
        try:
            self.put_typed(self.text_of(typed.first_day + timedelta(days=days)))
        except OverflowError:
            return False
        self.show_typing()
        return True


class SpanField(_CalendarField):
    """The first and the last day, or None: `10 - 27 Sep`. One day alone is both."""

    IS_FOR_SPAN = True

    def write(self, value: object) -> str:
        """See `ParsedField`."""
        return span_text(value.first_day, value.last_day) if isinstance(value, Span) else ""

    def parse(self, text: str) -> Span:
        """See `ParsedField`."""
        return read_span(text, day_words(), today(), self._near)

    def understood(self, text: str) -> str:
        """The days with their year, and how many they are."""
        span = self.value_of(text)
        if not isinstance(span, Span):
            return ""
        return f"{span_text(span.first_day, span.last_day)} · {days_text(span.days)}"

    def value_picked(self, span: Span) -> object:
        """See `_CalendarField`."""
        return span


class TimeField(ParsedField):
    """A time of day, or None."""

    def write(self, value: object) -> str:
        """See `ParsedField`."""
        if not isinstance(value, time):
            return ""
        return QLocale().toString(QTime(value.hour, value.minute), QLocale.FormatType.ShortFormat)

    def parse(self, text: str) -> time:
        """See `ParsedField`."""
        return read_time(text, time_words())

    def understood(self, text: str) -> str:
        """The time, where it is not written just so."""
        written = self.text_of(self.value_of(text))
        return "" if written == text.strip() else written


def today() -> date:
    """The day that it is where the person is."""
    return py_date(QDate.currentDate())
