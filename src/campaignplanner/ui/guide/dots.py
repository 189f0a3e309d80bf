"""The steps of the guide in a row: which are done, which one is shown, and a way to each."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from campaignplanner.domain.plan import Plan
from campaignplanner.planning.first_steps import FirstStep, is_done
from campaignplanner.ui import theme
from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP

STEP_WORDS = {
    FirstStep.AIMS: QT_TRANSLATE_NOOP("StepDots", "Aims"),
    FirstStep.KPIS: QT_TRANSLATE_NOOP("StepDots", "KPIs"),
    FirstStep.AUDIENCE: QT_TRANSLATE_NOOP("StepDots", "Audience"),
    FirstStep.ACTIVITIES: QT_TRANSLATE_NOOP("StepDots", "Activities"),
    FirstStep.BRIDGES: QT_TRANSLATE_NOOP("StepDots", "Bridges"),
}

_RADIUS = 5.0
_CENTRE = 9.0
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class StepDots(QWidget):
    """One dot with a name for each step. `wanted` carries the FirstStep that was chosen.

    Tab reaches the row once; the arrow keys go along it.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots = {step: _Dot(self.tr(words)) for step, words in STEP_WORDS.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for dot in self._dots.values():
            dot.clicked.connect(self._choose)
            row.addWidget(dot)

    def show_step(self, plan: Plan, shown: FirstStep) -> None:
        """Marks what is done, and where one is."""
        for step, dot in self._dots.items():
            dot.show_state(is_shown=step is shown, is_done=is_done(plan, step))

    def dot(self, step: FirstStep) -> QAbstractButton:
        """The dot of a step."""
        return self._dots[step]

    @Slot()
    def _choose(self) -> None:
        chosen = self.sender()
        self.wanted.emit(next(step for step, dot in self._dots.items() if dot is chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys go to the next dot."""
        dots = list(self._dots.values())
        place = next((place for place, dot in enumerate(dots) if dot.hasFocus()), None)
        if place is None or event.key() not in _ARROWS:
            super().keyPressEvent(event)
            return
        dots[max(0, min(len(dots) - 1, place + _ARROWS[Qt.Key(event.key())]))].click()


class _Dot(QAbstractButton):
    """A ring while there is something to do, filled when it is done, larger where one is."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._is_shown = False
        self._is_done = False
        self.setText(words)
        self.setFont(small_font())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, *, is_shown: bool, is_done: bool) -> None:
        """Shows how far the step has come."""
        had_focus = self.hasFocus()
        self._is_shown, self._is_done = is_shown, is_done
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_shown or had_focus else Qt.FocusPolicy.ClickFocus)
        told = [self.text()]
        if is_done:
            told.append(self.tr("done"))
        if is_shown:
            told.append(self.tr("shown now"))
        self.setAccessibleName(", ".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the name below the dot."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 8, round(2 * _CENTRE) + metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        """The dot alone; the name is cut."""
        return QSize(round(2 * _CENTRE), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the dot with its name."""
        inks = theme.current()
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, _CENTRE)
        ink = inks.accent if self._is_shown or self._is_done else inks.control_edge
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(ink if self._is_done else inks.surface)
        painter.drawEllipse(centre, _RADIUS, _RADIUS)
        if self._is_shown:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, _RADIUS + 3, _RADIUS + 3)
        painter.setPen(inks.text if self._is_shown or self.hasFocus() else inks.text_muted)
        top = round(2 * _CENTRE) + 2
        room = QRect(0, top, self.width(), self.height() - top)
        name = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, name)
        if self.hasFocus():
            painter.setPen(QPen(inks.accent, 1))
            end = self.fontMetrics().horizontalAdvance(name)
            bottom = room.top() + self.fontMetrics().height()
            painter.drawLine((self.width() - end) // 2, bottom, (self.width() + end) // 2, bottom)
