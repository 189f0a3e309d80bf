"""The left of the plan page: aims above; audiences and who passes what on to whom below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from campaignplanner.ui.fonts import small_font, strong_font
from campaignplanner.ui.plan.aims.aim_list import AimList
from campaignplanner.ui.plan.aims.audience_list import AudienceList
from campaignplanner.ui.plan.aims.influence_adder import InfluenceAdder
from campaignplanner.ui.plan.aims.influence_map import InfluenceMap
from campaignplanner.ui.plan.inspector.section import quiet_text_button
from campaignplanner.ui.widgets.lines import ElidedLabel, label

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.ui.pages import PageTools
    from campaignplanner.ui.selection import Picked

_WIDTH = 300
_SIDE = 16
_LARGEST_SHARE = 0.62
"""How much of the height the aims take at most, as long as nobody moves the line below them."""


class AimsPanel(QFrame):
    """What the business wants, whom the campaign is for, and who passes what on to whom.

    Signals:
        details_asked: somebody wants to edit what is selected where only the inspector has room.
    """

    details_asked = Signal()

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._campaign_id = ""
        self._is_moved = False
        self._wanted_in_view: tuple[QWidget, QRect] | None = None
        self._viewer = QTimer(self)
        self._viewer.setSingleShot(True)
        self._viewer.setInterval(0)  # once everything has the room that it needs now
        self._viewer.timeout.connect(self._bring_into_view)
        self.setProperty("role", "page")
        self.setAccessibleName(self.tr("Aims and audiences"))
        self.aims = AimList(tools)
        self.audiences = AudienceList(tools)
        self.map = InfluenceMap(tools)
        self.adder = InfluenceAdder(tools)
        self._build()
        self._connect()

    # -- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self._build_aims())
        self._split.addWidget(self._build_below())
        self._split.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split)

    def _build_aims(self) -> QWidget:
        part = QWidget(self._split)
        column = _column_of(part)
        self.new_aim = quiet_text_button(self.tr("New aim"), self.tr("Add a business aim"))
        self._no_aims = _EmptyPart(
            self.tr("Say first what the business wants."), self.tr("New aim"), self.begin_new_aim
        )
        self._aims_head = _PartHead(self.tr("Aims"), self.new_aim)
        column.addWidget(self._aims_head)
        column.addWidget(self._no_aims)
        column.addWidget(self.aims, 1)
        self._aims_part = part
        part.setMinimumHeight(120)
        return part

    def _build_below(self) -> QWidget:
        self._below = QScrollArea(self._split)
        self._below.setWidgetResizable(True)
        self._below.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._below.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._below.setMinimumHeight(120)
        inside = QWidget(self._below)
        inside.setMinimumWidth(1)  # never wider than the panel, whatever is in it
        self._below.setWidget(inside)
        column = _column_of(inside)
        self.new_audience = quiet_text_button(self.tr("New audience"), self.tr("Say whom it is for"))
        self._no_audiences = _EmptyPart(
            self.tr("Say whom the campaign is for: what people do now, and what they should do."),
            self.tr("New audience"),
            self.audiences.begin_new,
        )
        column.addWidget(_PartHead(self.tr("Audiences"), self.new_audience))
        column.addWidget(self._no_audiences)
        column.addWidget(self.audiences)
        self._influences = self._build_influences(inside)
        column.addWidget(self._influences)
        column.addStretch(1)
        self._inside = inside
        return self._below

    def _build_influences(self, inside: QWidget) -> QWidget:
        part = QWidget(inside)
        column = _column_of(part)
        self.new_influence = quiet_text_button(
            self.tr("Add influence…"), self.tr("Say who passes what on to whom")
        )
        self._hint = label(
            self.tr("Drag from one to another: who passes what on to whom?"), role="muted", font=small_font()
        )
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(_SIDE, 0, _SIDE, 6)
        column.addWidget(_PartHead(self.tr("Influences"), self.new_influence))
        column.addWidget(self._hint)
        column.addWidget(self.map)
        row = QHBoxLayout()
        row.setContentsMargins(_SIDE, 4, _SIDE, 8)
        row.addWidget(self.adder)
        column.addLayout(row)
        return part

    def _connect(self) -> None:
        self.new_aim.clicked.connect(self.begin_new_aim)
        self.new_audience.clicked.connect(self.audiences.begin_new)
        self.new_influence.clicked.connect(self.begin_new_influence)
        self.map.new_wanted.connect(self.begin_new_influence)
        self.map.joined.connect(self._ask_what_is_passed_on)
        self.adder.made.connect(self._go_to_influence)
        self.adder.left.connect(self.map.setFocus)
        self._split.splitterMoved.connect(self._note_moved)
        self.aims.content_changed.connect(self._show_emptiness)
        self.audiences.content_changed.connect(self._show_emptiness)
        self.audiences.current_at.connect(self._show_audience_at)
        self.map.current_at.connect(self._show_influence_at)
        for part in (self.aims, self.audiences, self.map):
            part.details_asked.connect(self.details_asked)

    # -- what the page asks --------------------------------------------------------------------------

    def show_plan(self, plan: Plan) -> None:
        """Shows the plan as it is now; focus, places and what is being typed stay."""
        if plan.campaign.id != self._campaign_id:
            self._campaign_id = plan.campaign.id
            self.adder.close_up()
        scrolled = self._below.verticalScrollBar().value()
        self.aims.show_plan(plan)
        self.audiences.show_plan(plan)
        self.map.show_plan(plan)
        self.adder.show_plan(plan)
        self._influences.setVisible(bool(plan.audiences))
        self._hint.setVisible(not plan.influences)
        self._show_emptiness()
        self._below.verticalScrollBar().setValue(scrolled)

    @Slot()
    def begin_new_aim(self) -> None:
        """Opens a field in which a new aim is written."""
        self.aims.begin_new()

    @Slot()
    def begin_new_influence(self) -> None:
        """Asks who passes what on to whom."""
        self.adder.open()
        self._view_soon(self.adder, self.adder.rect())

    # -- inside --------------------------------------------------------------------------------------

    @Slot()
    def _show_emptiness(self) -> None:
        parts = (
            (self.aims, self._no_aims, self.new_aim),
            (self.audiences, self._no_audiences, self.new_audience),
        )
        for rows, empty, button in parts:
            is_empty = not rows.groups and not rows.is_adding
            empty.setVisible(is_empty)
            rows.setVisible(not is_empty)
            button.setVisible(not is_empty)
        self._fit()

    def _fit(self) -> None:
        """Gives the aims the height that they need, within bounds, until somebody chose another."""
        height = self._split.height()
        if self._is_moved or height <= 0:
            return
        needed = self._aims_part.sizeHint().height()
        if not self.aims.isHidden():
            needed = self._aims_head.sizeHint().height() + self.aims.height_needed()
        wanted = min(needed, round(height * _LARGEST_SHARE))
        self._split.setSizes([wanted, height - wanted])

    @Slot()
    def _note_moved(self) -> None:
        self._is_moved = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The aims take their share of another height."""
        super().resizeEvent(event)
        self._fit()

    @Slot(object)
    def _go_to_influence(self, picked: Picked) -> None:
        self._tools.selection.pick(picked)
        self.map.setFocus()

    @Slot(object, object)
    def _ask_what_is_passed_on(self, source_id: str | None, target_id: str) -> None:
        self.adder.open_between(source_id, target_id)
        self._view_soon(self.adder, self.adder.rect())

    @Slot(object)
    def _show_audience_at(self, rect: QRect) -> None:
        self._view_soon(self.audiences, rect)

    @Slot(object)
    def _show_influence_at(self, rect: QRect) -> None:
        self._view_soon(self.map, rect)

    def _view_soon(self, part: QWidget, rect: QRect) -> None:
        self._wanted_in_view = (part, rect)
        self._viewer.start()

    @Slot()
    def _bring_into_view(self) -> None:
        if self._wanted_in_view is None:
            return
        part, rect = self._wanted_in_view
        self._wanted_in_view = None
        shown = part.rect() if part is self.adder else rect
        centre = part.mapTo(self._inside, shown.center())
        self._below.ensureVisible(centre.x(), centre.y(), 0, shown.height() // 2 + 8)


class _PartHead(QWidget):
    """What a part is called, and the quiet button that adds to it: a plus where words have no room."""

    def __init__(self, heading: str, button: QToolButton) -> None:
        super().__init__()
        self._button = button
        self._words = button.text()
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 8, 8, 4)
        called = ElidedLabel(font=strong_font())
        called.show_text(heading)
        row.addWidget(called, 1)
        row.addWidget(button)
        self._called = called

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name of the part stays whole as long as it can."""
        super().resizeEvent(event)
        taken = _SIDE + self._called.sizeHint().width() + 16
        _fit_words(self._button, self._words, self.width() - taken)


class _EmptyPart(QWidget):
    """One sentence and the button that leads on."""

    def __init__(self, sentence: str, words: str, step: Callable[[], object]) -> None:
        super().__init__()
        said = label(sentence, role="muted")
        said.setWordWrap(True)
        self.button = QPushButton(words)
        self.button.clicked.connect(step)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 4, _SIDE, 16)
        column.setSpacing(10)
        column.addWidget(said)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._words = words
        self.button.setAccessibleName(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button is never cut."""
        super().resizeEvent(event)
        _fit_words(self.button, self._words, self.width() - 2 * _SIDE)


def _fit_words(button: QAbstractButton, words: str, room: int) -> None:
    """Writes words on a button, or a plus where they have no room."""
    button.setText(words)
    if button.sizeHint().width() > room:
        button.setText("+")


def _column_of(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
