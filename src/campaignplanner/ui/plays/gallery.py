"""The gallery of plays: choose one, say for which aim, when and for whom, and see what it will make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from campaignplanner.domain.errors import PlanError
from campaignplanner.planning.builtin_plays import builtin_plays
from campaignplanner.planning.plays import Placing, preview_of
from campaignplanner.services.commands.play import PlacePlay
from campaignplanner.ui.dialogs.question import Question
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.days import DayField, today
from campaignplanner.ui.formats import span_text
from campaignplanner.ui.plan.inspector.row_list import RowList
from campaignplanner.ui.plan.inspector.rows import Row
from campaignplanner.ui.plays.preview_rows import preview_rows
from campaignplanner.ui.widgets.lines import label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from campaignplanner.domain.activity import Kind, Side
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.play import Play

_WIDTHS = (330, 430)


@dataclass(frozen=True, slots=True)
class Invitation:
    """What an empty place asks for; plays that fill it come first.

    Attributes:
        aim_id: the aim that is to be served.
        audience_id: whom it is to be for.
        side: where something is to happen.
        kind: what is to happen.
    """

    aim_id: str | None = None
    audience_id: str | None = None
    side: Side | None = None
    kind: Kind | None = None

    def is_met_by(self, play: Play) -> bool:
        """Tell whether a play brings what is asked for."""
        return any(
            (self.side is None or each.side is self.side) and (self.kind is None or each.kind is self.kind)
            for each in play.activities
        )


class PlayGallery(Question):
    """Plays at the left, what the chosen one makes at the right.

    Signals:
        deletion_wanted: carries one of people's own plays that is to be deleted.
    """

    deletion_wanted = Signal(object)

    def __init__(self, plan: Plan, own: Sequence[Play], invitation: Invitation, parent: QWidget) -> None:
        """Offers the plays of the program and people's own.

        Args:
            plan: where one is to be placed.
            own: what was saved before.
            invitation: what is to be filled.
            parent: the window that is blocked meanwhile.
        """
        super().__init__(parent)
        self._plan = plan
        self._own = {each.id: each for each in own}
        plays = (*builtin_plays(plan.campaign.thresholds), *own)
        self._plays = {
            each.id: each for each in sorted(plays, key=lambda each: not invitation.is_met_by(each))
        }
        self.ask(self.tr("Plays: activities and bridges that belong together"))
        self.list = RowList(self.tr("Plays"))
        self.preview = RowList(self.tr("What it will make"))
        self._sentence = label(role="muted")
        self._sentence.setWordWrap(True)
        self._build_fields(invitation)
        self._lay_out()
        self.add_buttons(self.tr("Place"), self.tr("Cancel"))
        self._connect()
        self.show_own(tuple(own))
        self.list.setFocus()

    def _build_fields(self, invitation: Invitation) -> None:
        plan = self._plan
        aims = [(aim.id, " ".join(aim.statement.split())) for aim in plan.aims_in_order]
        audiences = [(each.id, each.name) for each in plan.audiences_in_order]
        self.aim = ChoiceField(self.tr("Aim that it serves"), [*aims, (None, self.tr("No aim yet"))])
        self.audience = ChoiceField(self.tr("For whom"), [*audiences, (None, self.tr("Not said"))])
        self.day = DayField(self.tr("Day on which people meet, or online begins"), required=True)
        first_aim = aims[0][0] if aims else None
        first_audience = audiences[0][0] if audiences else None
        self.aim.show_value(invitation.aim_id or first_aim)
        self.audience.show_value(invitation.audience_id or first_audience)
        self.day.show_near(plan.dated_span())
        self.day.show_value(_proposed(plan))

    def _lay_out(self) -> None:
        columns = QWidget()
        row = QHBoxLayout(columns)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(24)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.list)
        for widget in (self.aim, self.day, self.audience, self._sentence, self.preview):
            right.addWidget(widget)
        for rows in (self.list, self.preview):  # they take what room there is
            rows.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        row.addLayout(left, _WIDTHS[0])
        row.addLayout(right, _WIDTHS[1])
        self.add(columns)
        self.setMinimumWidth(sum(_WIDTHS) + 120)
        self.list.setMinimumWidth(_WIDTHS[0])

    def _connect(self) -> None:
        self.list.current_moved.connect(self._show_preview)
        self.list.opened.connect(self._choose)
        self.list.deletion_wanted.connect(self._want_deletion)
        for field in (self.aim, self.audience, self.day):
            field.edited.connect(self._show_preview)

    # -- showing -------------------------------------------------------------------------------------

    def show_own(self, own: Sequence[Play]) -> None:
        """Lists people's own plays as they are now, among those of the program."""
        kept = {each.id for each in own}
        for play_id in [each for each in self._own if each not in kept]:
            del self._plays[play_id], self._own[play_id]
        self.list.show_rows([self._row(each) for each in self._plays.values()])
        if self.list.current_key is None and self._plays:
            self.list.make_current(next(iter(self._plays)))
        self._show_preview()

    def _row(self, play: Play) -> Row:
        end = self.tr("yours") if play.id in self._own else ""
        return Row(play.id, play.title, end=end, advice=play.description)

    @property
    def command(self) -> PlacePlay | None:
        """What places the chosen play where people said; None where it cannot be."""
        play = self._plays.get(self.list.current_key or "")
        day = self._day()
        if play is None or day is None:
            return None
        return PlacePlay(play, day, _text(self.aim.value), _text(self.audience.value))

    def _day(self) -> date | None:
        from datetime import date

        return self.day.value if isinstance(self.day.value, date) else None

    @Slot()
    def _show_preview(self) -> None:
        command = self.command
        rows: list[Row] = []
        sentence = self.tr("Choose a day.") if self._day() is None else ""
        if command is not None:
            try:
                placing = Placing(command.day, command.aim_id, command.audience_id)
                preview = preview_of(self._plan, command.play, placing)
            except PlanError as error:
                sentence, command = error.sentence, None
            else:
                rows = preview_rows(self._plan, preview)
                sentence = self.tr("This will be made, %1.").replace(
                    "%1", span_text(preview.span.first_day, preview.span.last_day)
                )
                if preview.is_outside:
                    sentence += " " + self.tr("Part of it lies outside the campaign's own days.")
        self._sentence.setText(sentence)
        self.preview.show_rows(rows)
        self.yes_button.setEnabled(command is not None)

    @Slot()
    def _choose(self) -> None:
        """Enter or a click on a play goes on to where it is placed."""
        self.day.setFocus()

    @Slot(object)
    def _want_deletion(self, key: str) -> None:
        if key in self._own:
            self.deletion_wanted.emit(self._own[key])

    def accept(self) -> None:
        """Places the play, unless the day cannot be understood."""
        if self.day.finish(again=True) and self.command is not None:
            super().accept()


def _proposed(plan: Plan) -> date:
    """In the middle of the campaign, where there is room before and after; not in the past while it runs."""
    span = plan.dated_span()
    if span is None:
        return today()
    middle = span.first_day + (span.last_day - span.first_day) // 2
    return max(middle, today()) if today() <= span.last_day else middle


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
