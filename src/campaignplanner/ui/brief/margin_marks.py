"""Small marks in the margin of the pages: what a reader would ask at that place, and the way to its field."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from campaignplanner.brief.margin import MarginNote
from campaignplanner.domain.review import Severity
from campaignplanner.ui.brief.pages_view import PagePoint, PagesView
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.widgets.severity_mark import paint_severity, severity_word

_EDGE = 24
"""Of a mark with the room around it that a finger or an unsteady hand needs, in logical pixels."""
_MARK = 15.0
_APART = 17
"""From one mark to the next below it, at least."""
_MIDDLE_OF_MARGIN = 20.0
_LINE = 6.0
"""From the upper edge of a text to the middle of its first line, in points."""
_BUBBLE, _MOST_SAID = 300, 5
_GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.HINT)


class MarginMark(QAbstractButton):
    """One mark; pressing it leads to what answers the question.

    Signals:
        looked_at: the pointer or the focus came to it.
        left: it went.
    """

    looked_at = Signal()
    left = Signal()

    def __init__(self, note: MarginNote, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(_EDGE, _EDGE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.take(note)

    def take(self, note: MarginNote) -> None:
        """Stands for another note from now on."""
        self.note = note
        said = " ".join(note.sentences)
        self.setAccessibleName(f"{severity_word(self.severity)}: {said}")
        self.setAccessibleDescription(self.tr("Page %1").replace("%1", str(note.spot.page)))
        self.update()

    @property
    def severity(self) -> Severity:
        """How grave the gravest of its points is."""
        return min((each.finding.severity for each in self.note.points), key=_GRAVEST_FIRST.index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints it as on white paper, which stays white in a dark window."""
        del event
        paper, painter = Theme.light(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_looked_at = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(paper.accent, 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(paper.selection if is_looked_at else paper.surface)
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        paint_severity(painter, QRectF(self.rect()).center(), self.severity, paper, _MARK)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Says what it stands for."""
        super().focusInEvent(event)
        self.looked_at.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stops saying it."""
        super().focusOutEvent(event)
        self.left.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Says what it stands for."""
        super().enterEvent(event)
        self.update()
        self.looked_at.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Stops saying it."""
        super().leaveEvent(event)
        self.update()
        self.left.emit()


class MarginMarks(QObject):
    """Puts a mark beside each place of the pages that has a note.

    Signals:
        chosen: carries the MarginNote whose mark was pressed.
    """

    chosen = Signal(object)

    def __init__(self, view: PagesView) -> None:
        super().__init__(view)
        self._view = view
        self.marks: list[MarginMark] = []
        self.bubble = QLabel(view.viewport())
        self.bubble.setProperty("role", "bubble")
        self.bubble.setWordWrap(True)
        self.bubble.setTextFormat(Qt.TextFormat.PlainText)
        self.bubble.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.bubble.hide()
        view.page_changed.connect(self._place)

    def show_notes(self, notes: tuple[MarginNote, ...]) -> None:
        """Shows these notes; a mark that has the focus keeps it."""
        for mark, note in zip_longest(tuple(self.marks), notes):
            if note is None:
                self._drop(mark)
            elif mark is None:
                self._add(note)
            elif mark.note != note:
                mark.take(note)
        self._place()

    def _add(self, note: MarginNote) -> None:
        mark = MarginMark(note, self._view.viewport())
        mark.clicked.connect(self._choose)
        mark.looked_at.connect(self._say)
        mark.left.connect(self._stop_saying)
        self.marks.append(mark)
        mark.show()

    def _drop(self, mark: MarginMark) -> None:
        self.marks.remove(mark)
        if mark.hasFocus():
            self._view.setFocus()
        mark.hide()
        mark.deleteLater()

    @Slot()
    def _place(self) -> None:
        """Puts every mark beside its place; those that would lie on each other one below the other."""
        lowest: dict[int, int] = {}
        for mark in self.marks:
            spot = mark.note.spot
            middle = self._view.place_of(PagePoint(spot.page, _MIDDLE_OF_MARGIN, spot.y + _LINE))
            if middle is None:
                mark.hide()
                continue
            # Close to its place all the same: where there are many, they may touch rather than run away.
            wanted = middle.y() - _EDGE // 2
            top = max(wanted, min(lowest.get(spot.page, wanted), wanted + _EDGE))
            lowest[spot.page] = top + _APART
            mark.move(middle.x() - _EDGE // 2, top)
            mark.show()
        said = self._said
        if said is not None:
            self._put_bubble(said)

    @property
    def _said(self) -> MarginMark | None:
        """The mark whose note is said now."""
        if self.bubble.isHidden():
            return None
        wanted = (each for each in self.marks if each.hasFocus() or each.underMouse())
        return next(wanted, None)

    @Slot()
    def _choose(self) -> None:
        mark = self.sender()
        if isinstance(mark, MarginMark):
            self.chosen.emit(mark.note)

    @Slot()
    def _say(self) -> None:
        mark = self.sender()
        if not isinstance(mark, MarginMark):
            return
        if mark.hasFocus() and not mark.underMouse():
            spot = mark.note.spot
            self._view.reveal(PagePoint(spot.page, spot.x, spot.y))
        self._put_bubble(mark)

    @Slot()
    def _stop_saying(self) -> None:
        self.bubble.hide()

    def _sentences(self, note: MarginNote) -> list[str]:
        """What is said of a note; of many points the first ones, and how many more there are."""
        said, more = list(note.sentences[:_MOST_SAID]), len(note.sentences) - _MOST_SAID
        return [*said, self.tr("And %1 more.").replace("%1", str(more))] if more > 0 else said

    def _put_bubble(self, mark: MarginMark) -> None:
        """Shows what a mark stands for beside it, within the view."""
        room = self._view.viewport().size()
        bubble = self.bubble
        bubble.setText("\n".join(self._sentences(mark.note)))
        bubble.setFixedWidth(min(_BUBBLE, max(_EDGE, room.width() - 3 * _EDGE)))
        bubble.adjustSize()
        beside = mark.geometry().topRight() + QPoint(6, 0)
        left = min(beside.x(), room.width() - bubble.width() - 6)
        top = min(max(6, beside.y()), room.height() - bubble.height() - 6)
        bubble.move(left, top)
        bubble.raise_()
        bubble.show()
