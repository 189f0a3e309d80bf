"""The strip above the timeline in which somebody says what to look for: there only while it is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_lanes import Grouping, sorter_of
from campaignplanner.ui.actions import Actions, Name
from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.formats import counted, shortened
from campaignplanner.ui.plan.tree.find_bar import FindBar
from campaignplanner.ui.timeline.filtering import NOBODY, LaneSearch, Sieve
from campaignplanner.ui.timeline.words import one_line
from campaignplanner.ui.widgets.buttons import quiet_button
from campaignplanner.ui.widgets.lines import hairline, label

_WIDEST_LINE = 260
_LONGEST_CHOICE = 40
_SHOWN_OF_CHOICE = 18


class ChoiceButton(QToolButton):
    """Offers values of which one is kept, or all.

    Signals:
        changed: another one was chosen.
    """

    changed = Signal()

    def __init__(self, name: str, everything: str) -> None:
        super().__init__()
        self._everything = everything
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu = QMenu(self)
        self._group: QActionGroup | None = None
        self._menu.triggered.connect(self._choose)
        self.setMenu(self._menu)
        self.value: str | None = None
        self._choices: tuple[tuple[str, str], ...] = ()
        self._fill()

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offers these values with their words; what was chosen and is gone is not chosen any more."""
        if tuple(choices) == self._choices:
            return
        self._choices = tuple(choices)
        if self.value not in {value for value, _ in choices}:
            self.value = None
        self._fill()

    def choose(self, value: str | None) -> None:
        """Chooses a value, or all for None, without telling anybody."""
        self.value = value
        self._fill()

    def _fill(self) -> None:
        self._menu.clear()
        self._group = QActionGroup(self._menu)
        for value, words in ((None, self._everything), *self._choices):
            action = self._menu.addAction(shortened(words, _LONGEST_CHOICE))
            action.setCheckable(True)
            action.setChecked(value == self.value)
            action.setData(value)
            self._group.addAction(action)
        self._say()

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.value = action.data()
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        words = next((words for value, words in self._choices if value == self.value), self._everything)
        self.setText(f"{shortened(words, _SHOWN_OF_CHOICE)} ▾")


class FilterBar(QWidget):
    """What somebody looks for on the timeline, and how much that leaves out.

    Signals:
        changed: carries the ``LaneSearch``.
        left: on to what was found.
        dismissed: nobody looks for anything any more.
    """

    changed = Signal(object)
    left = Signal()
    dismissed = Signal()

    def __init__(self, actions: Actions | None) -> None:
        super().__init__()
        self._find = FindBar()
        self._sieve, self._sieve_then = Sieve(), Sieve()
        self._owner = ChoiceButton(self.tr("Owner whose activities are shown"), self.tr("Any owner"))
        self._aim = ChoiceButton(self.tr("Aim whose activities are shown"), self.tr("Any aim"))
        self._hidden = label("", "muted", small_font())
        self._lay_out(actions)
        self._find.changed.connect(self._tell)
        self._find.left.connect(self.left)
        self._find.line.installEventFilter(self)
        for choice in (self._owner, self._aim):
            choice.changed.connect(self._tell)

    @property
    def find_bar(self) -> FindBar:
        """The line and the choices that the plan page has too."""
        return self._find

    @property
    def owner_choice(self) -> ChoiceButton:
        """Whose activities are shown."""
        return self._owner

    @property
    def aim_choice(self) -> ChoiceButton:
        """For which aim."""
        return self._aim

    @property
    def hidden_label(self) -> QLabel:
        """How much is left out."""
        return self._hidden

    @property
    def search(self) -> LaneSearch:
        """What is looked for now."""
        return LaneSearch(self._find.search, self._owner.value, self._aim.value)

    @property
    def last_field(self) -> QWidget:
        """What the Tab key reaches last."""
        return self._last_field

    def kept(self, plan: Plan) -> frozenset[str] | None:
        """The activities that are looked for; None where nothing is."""
        return self._sieve.kept(plan, self.search)

    def kept_then(self, plan: Plan) -> frozenset[str] | None:
        """Those of an earlier state of the plan, such as the approved one."""
        return self._sieve_then.kept(plan, self.search)

    def offer(self, plan: Plan) -> None:
        """Offers the owners and aims of a plan."""
        owners = sorter_of(plan, Grouping.OWNER)
        named = {owners.values_of(each)[0] for each in plan.activities.records}
        names = sorted((name for name in named if name is not None), key=str.casefold)
        self._owner.offer([*((name, name) for name in names), (NOBODY, self.tr("No owner yet"))])
        aims = [(aim.id, one_line(aim.statement)) for aim in plan.aims_in_order]
        self._aim.offer([*aims, (NOBODY, self.tr("No aim yet"))])

    def say_hidden(self, count: int) -> None:
        """Says how many activities are left out."""
        words = counted(count, self.tr("%1 hidden"), self.tr("%1 hidden"))
        self._hidden.setText(words if self.search else "")

    def clear(self) -> None:
        """Looks for nothing in particular."""
        if self.search:
            self.blockSignals(True)
            self._find.clear()
            self._owner.choose(None)
            self._aim.choose(None)
            self.blockSignals(False)
            self._tell()

    def begin(self) -> None:
        """Puts the cursor where words are typed."""
        self._find.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape in the empty line puts the strip away."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.KeyPress and not self._find.line.text():
            self.dismissed.emit()
            return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Keeps what belongs together together: what is above it never gets wider than it reads well."""
        super().showEvent(event)
        line = self._find.line
        beside = self._find.sizeHint().width() - line.sizeHint().width()
        self._find.setMaximumWidth(beside + _WIDEST_LINE)

    def _lay_out(self, actions: Actions | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        column.addLayout(row)
        column.addWidget(hairline())
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self._find, 1)
        row.addWidget(self._owner)
        row.addWidget(self._aim)
        row.addStretch()
        row.addWidget(self._hidden)
        self._last_field: QWidget = self._aim
        if actions is not None:
            self._last_field = quiet_button(actions[Name.SHOW_ALL])
            row.addWidget(self._last_field)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit(self.search)
