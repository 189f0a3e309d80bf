"""Copy, cut and paste on a page with activities: activities as they are, and rows of a spreadsheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.aim import Aim
from campaignplanner.domain.money import to_decimal
from campaignplanner.ui.actions import Name
from campaignplanner.ui.formats import counted, day_text
from campaignplanner.ui.messages import Answer
from campaignplanner.ui.selection import Picked

if TYPE_CHECKING:  # what is behind these is imported when it is first wanted
    from collections.abc import Iterable
    from datetime import date

    from campaignplanner.domain.plan import Plan
    from campaignplanner.ui.dialogs.paste_rows import PasteRowsDialog
    from campaignplanner.ui.pages import PageTools


class PlanClipboard(QObject):
    """Does what Copy, Cut and Paste say with the selected activities; each is one step of the history.

    Beside the activities themselves, the clipboard gets rows for a spreadsheet. Several pages may have one:
    that of the page that is shown answers.
    """

    def __init__(self, tools: PageTools, page: QWidget) -> None:
        """Connects the actions.

        Args:
            tools: what the page works with.
            page: the page; questions are asked over its window.
        """
        super().__init__(page)
        self._tools = tools
        self._page = page
        self._dialog: PasteRowsDialog | None = None
        tools.actions[Name.COPY].triggered.connect(self.copy)
        tools.actions[Name.CUT].triggered.connect(self.cut)
        tools.actions[Name.PASTE].triggered.connect(self.paste)

    @property
    def dialog(self) -> PasteRowsDialog | None:
        """The preview of pasted rows, while it is open."""
        return self._dialog

    @Slot()
    def copy(self) -> bool:
        """Puts the selected activities on the clipboard; says whether there were any."""
        from campaignplanner.exchange.clipboard import MIME_TYPE, copied_rows, copied_text

        plan = self._plan()
        ids = self._tools.selection.ids(Activity)
        if plan is None or not ids:
            return False
        in_order = tuple(each for each in plan.activities if each in frozenset(ids))
        mime = QMimeData()
        mime.setData(MIME_TYPE, copied_text(plan, in_order).encode("utf-8"))
        amount = partial(_written_amount, plan.campaign.currency)
        mime.setText(copied_rows(plan, in_order, day_text, amount))
        QGuiApplication.clipboard().setMimeData(mime)
        return True

    @Slot()
    def cut(self) -> None:
        """Copies the selected activities, and takes them out of the plan."""
        from campaignplanner.services.commands.bulk import DeleteActivities

        ids = self._tools.selection.ids(Activity)
        if self.copy() and self._tools.live.execute(DeleteActivities(ids)):
            many = self.tr("%1 activities were cut out.")
            self._say(counted(len(ids), self.tr("1 activity was cut out."), many))

    @Slot()
    def paste(self) -> None:
        """Puts in the activities that were copied, or asks what rows of a spreadsheet should become."""
        from campaignplanner.exchange.clipboard import MIME_TYPE

        plan, mime = self._plan(), _on_clipboard()
        if plan is None:
            return
        if mime is not None and mime.hasFormat(MIME_TYPE):
            self._paste_activities(plan, mime, None)
        elif mime is not None and mime.text().strip():
            self._ask(plan, mime.text())
        else:
            said = self.tr("There is nothing to paste. Copy activities, or rows of a spreadsheet, first.")
            self._tools.messages.say(said)

    def paste_from(self, day: date) -> None:
        """Puts in the activities that were copied so that the first begins on a day; gaps among them stay."""
        plan, mime = self._plan(), _on_clipboard()
        if plan is not None and mime is not None:
            self._paste_activities(plan, mime, day)

    def _plan(self) -> Plan | None:
        """The open plan, while this page is the one that is shown."""
        return self._tools.live.plan if self._page.isVisible() else None

    def _paste_activities(self, plan: Plan, mime: QMimeData, first_day: date | None) -> None:
        from campaignplanner.exchange.clipboard import MIME_TYPE
        from campaignplanner.services.commands.pasting import PasteActivities

        text = bytes(mime.data(MIME_TYPE).data()).decode("utf-8", "replace")
        copied = self._tools.live.asked(partial(_copied_from, text, first_day))
        if copied is None:
            return
        command = PasteActivities(copied)
        left_off = self._tools.live.asked(partial(command.left_off, plan))
        if left_off is None or not self._tools.live.execute(command):
            return
        self._pick(command.activity_ids)
        if left_off:
            self._say(left_off)

    def _ask(self, plan: Plan, text: str) -> None:
        from campaignplanner.ui.dialogs.paste_rows import PasteRowsDialog

        self._dialog = PasteRowsDialog(text, plan, self._aim_id(plan), self._page.window())
        self._dialog.accepted.connect(self._make)
        self._dialog.finished.connect(self._forget_dialog)
        self._dialog.open()

    @Slot()
    def _make(self) -> None:
        from campaignplanner.services.commands.activity import MakeActivity
        from campaignplanner.services.commands.bulk import MakeActivities

        dialog = self._dialog
        if dialog is None:
            return
        made = tuple(MakeActivity(*row.records(dialog.aim_id)) for row in dialog.rows)
        if self._tools.live.execute(MakeActivities(made)):
            self._pick(each.record.id for each in made)
            many = self.tr("%1 activities were made.")
            self._say(counted(len(made), self.tr("1 activity was made."), many))

    @Slot()
    def _forget_dialog(self) -> None:
        self._dialog = None

    def _aim_id(self, plan: Plan) -> str | None:
        """The aim that is selected, or the first one that the selected activity serves."""
        current = self._tools.selection.current
        if current is None:
            return None
        if current.record_type is Aim:
            return current.id
        served = plan.contributions_of(current.id) if current.record_type is Activity else ()
        return served[0].aim_id if served else None

    def _pick(self, activity_ids: Iterable[str]) -> None:
        self._tools.selection.pick(*(Picked(Activity, each) for each in activity_ids))

    def _say(self, sentence: str) -> None:
        plan = self._tools.live.plan
        if plan is not None:
            undo = partial(self._tools.live.undo, plan.campaign.id)
            self._tools.messages.say(sentence, Answer(self.tr("Undo"), undo))


def has_activities() -> bool:
    """Whether activities lie on the clipboard."""
    from campaignplanner.exchange.clipboard import MIME_TYPE

    mime = _on_clipboard()
    return mime is not None and mime.hasFormat(MIME_TYPE)


def _on_clipboard() -> QMimeData | None:
    # Qt's types forget that a clipboard that nobody has filled gives nothing at all.
    return QGuiApplication.clipboard().mimeData()


def _copied_from(text: str, first_day: date | None) -> Plan:
    """What was copied, moved as a whole to begin on a day where that is wanted and anything has days."""
    from campaignplanner.exchange.clipboard import pasted_plan
    from campaignplanner.services.commands.flight import MoveActivities

    copied = pasted_plan(text)
    spans = [span for span in map(copied.span_of, copied.activities) if span is not None]
    if first_day is None or not spans:
        return copied
    days = (first_day - min(span.first_day for span in spans)).days
    return copied.applying(MoveActivities(tuple(copied.activities), days).changes(copied)) if days else copied


def _written_amount(currency: str, amount: int) -> str:
    """An amount as a spreadsheet takes it for a number."""
    from campaignplanner.ui.fields.amounts import number_text

    return number_text(to_decimal(amount, currency))
