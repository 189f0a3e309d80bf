"""Days as Qt has them, and back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate


def q_date(day: date) -> QDate:
    """Qt's own sort of day."""
    return QDate(day.year, day.month, day.day)


def py_date(day: QDate) -> date:
    """A day as everybody else knows it."""
    return date(day.year(), day.month(), day.day())
