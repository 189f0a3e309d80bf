"""A calendar that opens below a field, for those who would rather point at a day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QTextCharFormat, QTransform
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from campaignplanner.domain.days import Span
from campaignplanner.ui import icons, theme
from campaignplanner.ui.q_days import py_date, q_date
from campaignplanner.ui.regional import first_day_of_week
from campaignplanner.ui.widgets.lines import label

_SATURDAY_AND_SUNDAY = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class CalendarPopup(QFrame):
    """Picks one day, or the first and then the last day of a span; `picked` carries a Span either way."""

    picked = Signal(object)

    def __init__(self, parent: QWidget, *, is_for_span: bool = False) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self._is_for_span = is_for_span
        self._first_day: date | None = None
        self._calendar = _calendar()
        self._calendar.setAccessibleName(self.tr("Calendar"))
        self._calendar.clicked.connect(self._take)
        self._calendar.activated.connect(self._take_by_key)
        self._says = label(role="muted")
        self._says.setVisible(is_for_span)
        self._says.setText(self.tr("Choose the first day."))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._calendar)
        column.addWidget(self._says)

    @property
    def calendar(self) -> QCalendarWidget:
        """The calendar itself."""
        return self._calendar

    def open_below(self, widget: QWidget, day: date) -> None:
        """Opens with a day chosen, below a widget or above it, wherever the screen has room."""
        self._calendar.setSelectedDate(q_date(day))
        self.adjustSize()
        below = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        screen = widget.screen().availableGeometry()
        if below.y() + self.height() > screen.bottom():
            below = widget.mapToGlobal(QPoint(0, -self.height() - 2))
        right = max(screen.left(), screen.right() - self.width())
        self.move(max(screen.left(), min(below.x(), right)), max(screen.top(), below.y()))
        self.show()
        self._calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves everything as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    @Slot(QDate)
    def _take_by_key(self, day: QDate) -> None:
        # A second click of a double click arrives here too, after the first has closed the popup.
        if self.isVisible() and not self._is_taken(day):
            self._take(day)

    def _is_taken(self, day: QDate) -> bool:
        return self._first_day == py_date(day)

    @Slot(QDate)
    def _take(self, day: QDate) -> None:
        chosen = py_date(day)
        if self._is_for_span and self._first_day is None:
            self._first_day = chosen
            self._says.setText(self.tr("Now choose the last day."))
            self._mark(day)
            return
        other = self._first_day or chosen
        self.close()
        self.picked.emit(Span(min(other, chosen), max(other, chosen)))

    def _mark(self, day: QDate) -> None:
        ink = QTextCharFormat()
        ink.setBackground(theme.current().selection)
        self._calendar.setDateTextFormat(day, ink)


def _calendar() -> QCalendarWidget:
    calendar = QCalendarWidget()
    calendar.setFirstDayOfWeek(first_day_of_week())
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    _ink_arrows(calendar)
    for weekday in _SATURDAY_AND_SUNDAY:
        ink = QTextCharFormat()
        ink.setForeground(QColor(theme.current().text_muted))
        calendar.setWeekdayTextFormat(weekday, ink)
    return calendar


def _ink_arrows(calendar: QCalendarWidget) -> None:
    """Qt's own arrows are black in every theme."""
    arrow = icons.icon("back", theme.current()).pixmap(icons.SIZE, icons.SIZE)
    turned = QTransform().scale(-1, 1)
    for name, picture in (("prevmonth", arrow), ("nextmonth", arrow.transformed(turned))):
        button = calendar.findChild(QToolButton, f"qt_calendar_{name}")
        if isinstance(button, QToolButton):
            button.setIcon(QIcon(picture))
