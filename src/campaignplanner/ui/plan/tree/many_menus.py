"""The menus that give the selected activities a status, a kind, an owner or an aim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QMenu

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.known_words import WordKind
from campaignplanner.domain.plan import Plan
from campaignplanner.ui.formats import menu_text, shortened
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.tree.activity_changes import ActivityChanges
from campaignplanner.ui.plan.tree.cell_fields import kind_fields, kinds_on, statuses

_MOST_OWNERS = 15


def _said(text: str) -> str:
    return QCoreApplication.translate("activities", text)


class ManyMenus:
    """Fills menus for what is selected, when they are opened."""

    def __init__(self, tools: PageTools, changes: ActivityChanges) -> None:
        self._tools = tools
        self._changes = changes

    def add_all(self, menu: QMenu) -> None:
        """Adds a menu for each of the four."""
        for title, fill in self.fillers():
            part = menu.addMenu(title)
            fill(part)
            part.setEnabled(not part.isEmpty())

    def fillers(self) -> Iterable[tuple[str, Callable[[QMenu], None]]]:
        """The menus by their titles, each with what fills it."""
        return (
            (_said("Status"), self.fill_status),
            (_said("Kind"), self.fill_kind),
            (_said("Owner"), self.fill_owner),
            (_said("Aim"), self.fill_aim),
        )

    def fill_status(self, menu: QMenu) -> None:
        """All statuses; the one that all of them have is ticked."""
        common = {each.status for each in self._picked()}
        for status, words in statuses():
            self._add(menu, words, partial(self._give, {"status": status}), common == {status})

    def fill_kind(self, menu: QMenu) -> None:
        """The kinds of the side, where all are on one side."""
        plan, picked = self._tools.live.plan, self._picked()
        sides = {each.side for each in picked}
        if plan is None or len(sides) != 1:
            menu.addAction(_said("They are on both sides: no kind fits all")).setEnabled(False)
            return
        common = {each.own_kind_id or each.kind for each in picked}
        for kind, words in kinds_on(plan, sides.pop()):
            self._add(menu, words, partial(self._give, kind_fields(kind)), common == {kind})

    def fill_owner(self, menu: QMenu) -> None:
        """Who owned something before, in any campaign."""
        common = {each.owner for each in self._picked()}
        for owner in self._tools.words.of(WordKind.OWNER)[:_MOST_OWNERS]:
            self._add(menu, shortened(owner), partial(self._give, {"owner": owner}), common == {owner})
        if not menu.isEmpty():
            menu.addSeparator()
        self._add(menu, _said("Nobody"), partial(self._give, {"owner": ""}), common == {""})

    def fill_aim(self, menu: QMenu) -> None:
        """The aim that they are to serve, alone or beside others."""
        plan = self._tools.live.plan
        if plan is None:
            return
        common = self._common_aims(plan)
        for aim in plan.aims_in_order:
            words = shortened(aim.statement)
            self._add(menu, words, partial(self._changes.let_serve, aim.id), common == {aim.id})
        self._add(menu, _said("No aim yet"), partial(self._changes.let_serve, None), common == set())
        if plan.aims:
            too = menu.addMenu(_said("Serve this one too"))
            for aim in plan.aims_in_order:
                serve = partial(self._changes.let_serve_too, aim.id)
                self._add(too, shortened(aim.statement), serve, aim.id in (common or ()))

    def _common_aims(self, plan: Plan) -> set[str] | None:
        """The aims that each of them serves, where all serve the same."""
        served = {frozenset(plan.aim_shares(each.id)) for each in self._picked()}
        return set(served.pop()) if len(served) == 1 else None

    def _picked(self) -> list[Activity]:
        plan = self._tools.live.plan
        if plan is None:
            return []
        found = (plan.activities.get(each) for each in self._changes.picked())
        return [each for each in found if each is not None]

    def _give(self, fields: Mapping[str, object]) -> None:
        refusal = self._changes.give(fields)
        if refusal is not None:
            self._tools.messages.say_trouble(refusal.sentence)

    def _add(self, menu: QMenu, words: str, does: Callable[[], object], is_so: bool) -> None:
        action = menu.addAction(menu_text(words))
        action.setCheckable(True)
        action.setChecked(is_so)
        action.triggered.connect(_Does(does, menu).do)


class _Does(QObject):
    """Holds what a line of a menu does for as long as the menu lives."""

    def __init__(self, does: Callable[[], object], menu: QMenu) -> None:
        super().__init__(menu)
        self._does = does

    @Slot()
    def do(self) -> None:
        """Does it."""
        self._does()
