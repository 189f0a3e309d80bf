"""Ticking any of several: the audiences that an activity is for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QVBoxLayout, QWidget

from campaignplanner.ui.fields.field import Field, Several
from campaignplanner.ui.formats import menu_text, tooltip_text
from campaignplanner.ui.widgets.lines import label as plain_label

_BESIDE_WORDS = 8
"""Pixels between the tick and its words."""

_MOST_LETTERS = 300
"""More of a name than any line has room for."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What several records have of the choices: some all of them, others only a part of them."""

    by_all: tuple[str, ...]
    by_some: tuple[str, ...]


class AudiencesField(Field):
    """One tick for each audience, taken as soon as it is set.

    The value holds identifiers in their order; of several records that differ it is a `Shared`, and its
    ticks are half set where only some of them have it.
    """

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
        value = self.value
        kept = value.by_all if isinstance(value, Shared) else value if isinstance(value, tuple) else ()
        chosen = self._in_state(Qt.CheckState.Checked)
        same = tuple(each for each in kept if each not in self._ticks or each in chosen)
        whole = same + tuple(each for each in chosen if each not in kept)
        half = self._in_state(Qt.CheckState.PartiallyChecked)
        return Shared(whole, half) if half else whole

    def put_typed(self, typed: object) -> None:
        """See `Field`."""
        chosen = typed if isinstance(typed, Shared) else Shared(typed if isinstance(typed, tuple) else (), ())
        for identifier, tick in self._ticks.items():
            tick.setTristate(False)
            tick.setChecked(identifier in chosen.by_all)
            if identifier in chosen.by_some:
                tick.setCheckState(Qt.CheckState.PartiallyChecked)

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

    def _in_state(self, state: Qt.CheckState) -> tuple[str, ...]:
        return tuple(each for each, tick in self._ticks.items() if tick.checkState() is state)

    def _tick(self, name: str) -> QCheckBox:
        tick = _Tick(name)
        tick.setAccessibleName(f"{self.label}: {name}")
        tick.clicked.connect(self._take)
        self._list.column.addWidget(tick)
        return tick

    @Slot()
    def _take(self) -> None:
        self._several = False
        tick = self.sender()
        if isinstance(tick, QCheckBox):
            tick.setTristate(False)
        self.finish(again=True)


class _Tick(QCheckBox):
    """A tick whose words are cut where there is no room; its tooltip has them whole then."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = " ".join(name.split())
        self._whole = name
        self._cut()

    def sizeHint(self) -> QSize:
        """Room for the name, cut or not."""
        needed = self.fontMetrics().horizontalAdvance(self._name[:_MOST_LETTERS])
        return QSize(self._beside() + needed, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Everything but the tick may be cut."""
        return QSize(self._beside(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows what fits."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        room = self.width() - self._beside()
        shown = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        self.setText(menu_text(shown))
        self.setToolTip(tooltip_text(self._whole) if shown != self._name else "")

    def _beside(self) -> int:
        style = self.style()
        tick = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self)
        gap = style.pixelMetric(QStyle.PixelMetric.PM_CheckBoxLabelSpacing, None, self)
        return tick + max(gap, _BESIDE_WORDS) + 2


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
