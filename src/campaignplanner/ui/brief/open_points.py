"""What a good brief still lacks: the review's findings about it as a list, never as a grade."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from campaignplanner.ui.widgets.lines import label

if TYPE_CHECKING:
    from campaignplanner.brief.printable import Unprintable
    from campaignplanner.domain.plan import Plan
    from campaignplanner.planning.review.brief_points import OpenPoint

_HIGHEST = 600


class OpenPoints(QWidget):
    """Lists the open points of a brief.

    Signals:
        judged: what is open was found anew.
        chosen: carries the OpenPoint that somebody wants to answer.
    """

    judged = Signal()
    chosen = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._plan: Plan | None = None
        self.points: tuple[OpenPoint, ...] = ()
        self._sentence = label("", role="muted")
        self._sentence.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Open points of the brief"))
        self.list.setProperty("role", "rows")
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(self._follow)
        self.list.itemClicked.connect(self._follow)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._judge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._sentence)
        column.addWidget(self.list)
        self._signs = label("", role="muted")
        self._signs.setWordWrap(True)
        self._signs.setTextFormat(Qt.TextFormat.PlainText)
        self._signs.hide()
        column.addWidget(self._signs)

    def show_plan(self, plan: Plan) -> None:
        """Judges a plan when the window has a moment."""
        self._plan = plan
        self._later.start()

    @property
    def unprintable(self) -> str:
        """What is said about characters that no font can print."""
        return self._signs.text() if self._signs.isVisibleTo(self) else ""

    def show_unprintable(self, found: tuple[Unprintable, ...]) -> None:
        """Lists the characters that no font can print, with the texts that they stand in."""
        lines = [self.tr("What cannot be printed, and the sign that stands in its place:")]
        for each in found:
            sign = each.mark if each.code in each.mark else f"{each.mark} {each.code}"
            line = self.tr("%1, %2, in “%3”").replace("%1", sign).replace("%2", each.name)
            lines.append(line.replace("%3", each.texts[0]))
        self._signs.setText("\n\n".join(lines))
        self._signs.setVisible(bool(found))

    @Slot()
    def _judge(self) -> None:
        if self._plan is None:
            return
        from campaignplanner.planning.review.brief_points import open_points
        from campaignplanner.planning.review.rule import ReviewContext

        points = self.points = open_points(self._plan, ReviewContext(self._today()))
        self.list.clear()
        for point in points:
            item = QListWidgetItem(point.finding.message, self.list)
            item.setData(Qt.ItemDataRole.UserRole, point)
        self.list.setVisible(bool(points))
        height = sum(self.list.sizeHintForRow(row) for row in range(len(points)))
        self.list.setFixedHeight(min(_HIGHEST, height + 8))
        self._sentence.setText(
            self.tr("What a reader would ask next. A point leads to where it is answered.")
            if points
            else self.tr("Nothing is open: problem, aims, message, money and approval are all there.")
        )
        self.judged.emit()

    @Slot(QListWidgetItem)
    def _follow(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
