"""Ticking any of several: the audiences that an activity is for."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from campaignplanner.ui.fields.field import Field, Several
from campaignplanner.ui.formats import menu_text, shortened, tooltip_text
from campaignplanner.ui.widgets.lines import label as plain_label

_MOST_LETTERS = 48


class AudiencesField(Field):
    """One tick for each audience, taken as soon as it is set. The value holds identifiers in their order."""

    def __init__(self, label: str, choices: Iterable[tuple[str, str]] = ()) -> None:
        """Ticks.

        Args:
            label: what is chosen.
            choices: identifier and name of each audience, in order.
        """
        super().__init__(label)
        self._list = _Ticks()
        self._value: object = ()
        self._several = False
        self._choices: tuple[tuple[str, str], ...] = ()
        self._ticks: dict[str, QCheckBox] = {}
        self._nobody = plain_label(self.tr("There are no audiences yet."), role="muted")
        self._list.column.addWidget(self._nobody)
        self._adopt(self._list)
        self.show_choices(choices)

    @property
    def ticks(self) -> dict[str, QCheckBox]:
        """The ticks by identifier."""
        return self._ticks

    def show_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offers other audiences; the value stays."""
        wanted = tuple(choices)
        if wanted == self._choices:
            return
        self._choices = wanted
        typed = self.typed()
        for tick in self._ticks.values():
            self._list.column.removeWidget(tick)
            tick.deleteLater()
        self._ticks = {identifier: self._tick(name) for identifier, name in wanted}
        self._nobody.setHidden(bool(wanted))
        self._list.lead_tab_to(self._ticks.values())
        self.setFocusProxy(next(iter(self._ticks.values()), self._list))
        self.put_typed(typed)

    def put(self, value: object) -> None:
        """See `Field`."""
        self._several = False
        self.put_typed(value)

    def put_several(self) -> None:
        """See `Field`."""
        self._several = True
        self.put_typed(())

    def typed(self) -> object:
        """See `Field`; an identifier of no audience that is offered is kept."""
        if self._several:
            return Several.SEVERAL
        kept = self.value if isinstance(self.value, tuple) else ()
        chosen = tuple(each for each, tick in self._ticks.items() if tick.isChecked())
        same = tuple(each for each in kept if each not in self._ticks or each in chosen)
        return same + tuple(each for each in chosen if each not in kept)

    def put_typed(self, typed: object) -> None:
        """See `Field`."""
        chosen = typed if isinstance(typed, tuple) else ()
        for identifier, tick in self._ticks.items():
            tick.setChecked(identifier in chosen)

    def typed_for(self, value: object) -> object:
        """See `Field`."""
        return () if value is None else value

    def read(self, typed: object) -> object:
        """See `Field`."""
        return typed

    def value_text(self) -> str:
        """See `Field`."""
        chosen = self.value if isinstance(self.value, tuple) else ()
        return ", ".join(name for identifier, name in self._choices if identifier in chosen)

    def _tick(self, name: str) -> QCheckBox:
        tick = QCheckBox(menu_text(shortened(name, _MOST_LETTERS)))
        tick.setToolTip(tooltip_text(name) if len(name) > _MOST_LETTERS else "")
        tick.setAccessibleName(f"{self.label}: {name}")
        tick.clicked.connect(self._take)
        self._list.column.addWidget(tick)
        return tick

    @Slot()
    def _take(self) -> None:
        self._several = False
        self.finish(again=True)


class _Ticks(QWidget):
    """The column of ticks."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 2, 0, 0)
        self.column.setSpacing(4)

    def lead_tab_to(self, ticks: Iterable[QCheckBox]) -> None:
        """Lets Tab come to the ticks here, though they were made after the fields below."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt orders nothing behind what takes no focus
        before: QWidget = self
        for tick in ticks:
            self.setTabOrder(before, tick)
            before = tick
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
