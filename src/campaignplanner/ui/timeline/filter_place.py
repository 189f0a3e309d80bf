"""Where the strip comes in which somebody looks for activities, once somebody does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from campaignplanner.domain.plan import Plan
from campaignplanner.ui.actions import Actions

if TYPE_CHECKING:
    from campaignplanner.ui.timeline.filter_bar import FilterBar


class FilterPlace(QWidget):
    """Holds the filter bar, which is made when it is first wanted: the start does not wait for it.

    Args:
        actions: the window's; None where there is no window.
        following: what the Tab key reaches after the bar.

    Signals:
        changed: something else is looked for.
        left: on to what was found.
        dismissed: nobody looks for anything any more.
    """

    changed = Signal(object)
    left = Signal()
    dismissed = Signal()

    def __init__(self, actions: Actions | None, following: QWidget) -> None:
        super().__init__()
        self._actions = actions
        self._following = following
        self._bar: FilterBar | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def bar(self) -> FilterBar:
        """Where somebody says what to look for."""
        if self._bar is None:
            self._bar = self._built()
        return self._bar

    @property
    def is_looking(self) -> bool:
        """Whether anything in particular is looked for."""
        return self._bar is not None and bool(self._bar.search)

    def kept(self, plan: Plan) -> frozenset[str] | None:
        """The activities that are looked for; None where nothing is."""
        return None if self._bar is None else self._bar.kept(plan)

    def kept_then(self, plan: Plan) -> frozenset[str] | None:
        """Those of an earlier state of the plan, such as the approved one."""
        return None if self._bar is None else self._bar.kept_then(plan)

    def say_hidden(self, count: int) -> None:
        """Says how many activities are left out."""
        if self._bar is not None:
            self._bar.say_hidden(count)

    def clear(self) -> None:
        """Looks for nothing in particular."""
        if self._bar is not None:
            self._bar.clear()

    def begin(self, plan: Plan | None) -> None:
        """Lets people say what they look for in a plan."""
        if plan is not None:
            self.bar.offer(plan)
        self.show()
        self.bar.begin()

    def _built(self) -> FilterBar:
        from campaignplanner.ui.timeline.filter_bar import FilterBar

        bar = FilterBar(self._actions)
        self._column.addWidget(bar)
        bar.changed.connect(self.changed)
        bar.left.connect(self.left)
        bar.dismissed.connect(self.dismissed)
        QWidget.setTabOrder(bar.last_field, self._following)
        return bar
