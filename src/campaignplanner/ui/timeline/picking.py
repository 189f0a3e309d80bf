"""What is selected on the timeline, and what is selected in the window: each as the other has it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Slot

from campaignplanner.domain.activity import Activity, Flight
from campaignplanner.domain.aim import Aim, Kpi
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_lanes import Grouping, LaneKey
from campaignplanner.ui.selection import Picked, SelectionKeeper
from campaignplanner.ui.timeline.page import TimelinePage
from campaignplanner.ui.timeline.selection import Selected, Subject

_TYPES: dict[Subject, type[Aim] | type[Activity] | type[Bridge]] = {
    Subject.AIM: Aim,
    Subject.ACTIVITY: Activity,
    Subject.BRIDGE: Bridge,
}


def picked_of(selected: Selected) -> Picked | None:
    """What the window calls a thing of the timeline; the head of a lane is only an aim to it, or nothing."""
    record_type = _TYPES.get(selected.subject)
    return None if record_type is None else Picked(record_type, selected.id)


def selected_of(picked: Picked | None, plan: Plan) -> Selected | None:
    """Where the timeline shows a thing: itself, or what it belongs to; None for what it does not show."""
    record = None if picked is None else picked.found_in(plan)
    if isinstance(record, Aim):
        return Selected.aim(record.id)
    if isinstance(record, Bridge):
        return Selected.bridge(record.id)
    if isinstance(record, Activity):
        return _selected_activity(record.id, plan)
    if isinstance(record, Flight):
        return _selected_activity(record.activity_id, plan, record.id)
    if isinstance(record, Kpi | BudgetLine):
        aim_id = record.aim_id if isinstance(record, Kpi) else None
        if aim_id is not None:
            return Selected.aim(aim_id)
        return None if record.activity_id is None else _selected_activity(record.activity_id, plan)
    return None


def _selected_activity(activity_id: str, plan: Plan, flight_id: str | None = None) -> Selected:
    """An activity by a flight, its first where none is meant, in its first aim's lane if any."""
    flights = plan.flights_of(activity_id)
    if flight_id is None and flights:
        flight_id = flights[0].id
    shares = plan.aim_shares(activity_id)
    aim_id = next((aim.id for aim in plan.aims_in_order if aim.id in shares), None)
    return Selected.activity(activity_id, flight_id, LaneKey(Grouping.AIM, aim_id))


class TimelineTie(QObject):
    """Keeps the timeline's selection and the window's the same, while the timeline is shown."""

    def __init__(self, page: TimelinePage, keeper: SelectionKeeper) -> None:
        super().__init__(page)
        self._page = page
        self._keeper = keeper
        self._is_bringing = False
        page.selection_changed.connect(self._take)
        keeper.changed.connect(self.bring)

    @Slot()
    def bring(self) -> None:
        """Selects on the timeline what is selected in the window."""
        scene = self._page.canvas.scene
        if scene is None or not self._page.isVisible():
            return
        picked = self._keeper.picked
        if picked and set(picked) == set(self._picked()):
            return  # one of its bars was meant, which the window does not know
        plan = scene.content.plan
        wanted = [each for one in picked for each in _bars_of(one, plan)] if len(picked) > 1 else []
        self._is_bringing = True
        if len(wanted) > 1:
            self._page.select_all(wanted)
        else:
            self._page.select(selected_of(self._keeper.current, plan))
        self._is_bringing = False

    @Slot(object)
    def _take(self, selected: Selected | None) -> None:
        del selected
        if self._is_bringing or not self._page.isVisible():
            return
        picked = self._picked()
        if set(self._keeper.picked) != set(picked) or self._keeper.current != (picked or (None,))[-1]:
            self._keeper.pick(*picked)

    def _picked(self) -> tuple[Picked, ...]:
        """What is selected on the timeline, as the window calls it, the current one last."""
        found = [picked_of(each) for each in self._page.all_selected]
        in_order = dict.fromkeys(each for each in reversed(found) if each is not None)
        return tuple(reversed(in_order))


def _bars_of(picked: Picked, plan: Plan) -> Iterator[Selected]:
    """All runs of an activity that is selected with others; nothing for what has no bars."""
    record = picked.found_in(plan)
    if isinstance(record, Activity):
        for flight in plan.flights_of(record.id):
            yield _selected_activity(record.id, plan, flight.id)
