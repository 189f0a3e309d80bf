"""Whatever somebody does with the mouse: it is one step or none, and undo gives the same plan back."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt

from campaignplanner.ui.timeline.gestures.dating import DatingGesture
from tests.ui.timeline.gestures.conftest import Table
from tests.ui.timeline.looking import content_of

KEYS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def somewhere(random: Random, area: QRectF) -> QPointF:
    x = random.uniform(area.left() + 1, area.right() - 1)
    return QPointF(x, random.uniform(area.top() + 1, area.bottom() - 1))


def on_a_bar(random: Random, table: Table) -> QPointF:
    scene = table.page.canvas.scene
    assert scene is not None
    box = random.choice(scene.seen_boxes(table.page.canvas.view)).intersected(
        table.page.canvas.view.regions.lanes
    )
    return QPointF(random.uniform(box.left(), box.right()), box.center().y())


def leave_everything(table: Table) -> None:
    if table.hands.deeds.title_editor is not None:
        table.hands.deeds.title_editor.finish()
    if table.hands.deeds.menu is not None:
        table.hands.deeds.menu.close()


@pytest.mark.parametrize("seed", range(4))
def test_any_drag_is_one_step_or_none_and_undo_gives_the_same_plan(table: Table, seed: int) -> None:
    random, lanes = Random(seed), table.page.canvas.view.regions.lanes
    for _ in range(12):
        before, steps = table.plan, table.steps
        start = on_a_bar(random, table) if random.random() < 0.7 else somewhere(random, lanes)
        table.drag(start, somewhere(random, lanes), random.choice(KEYS))
        leave_everything(table)
        assert table.steps - steps in (0, 1)
        if table.steps > steps:
            table.undo()
        assert table.plan == before
        assert not table.hands.is_busy()


@pytest.mark.parametrize("seed", range(4))
def test_what_is_shown_while_dragging_is_what_is_there_after_the_release(table: Table, seed: int) -> None:
    random, lanes = Random(100 + seed), table.page.canvas.view.regions.lanes
    for _ in range(8):
        start = on_a_bar(random, table)
        end = QPointF(somewhere(random, lanes).x(), start.y())
        table.hold(start, end, random.choice(KEYS[:3]))
        gesture = table.hands.gesture
        draft = gesture.proposal.draft if isinstance(gesture, DatingGesture) else None
        table.let_go(end, Qt.KeyboardModifier.NoModifier if draft is None else _same(gesture))
        leave_everything(table)
        if draft is not None:
            assert all(table.plan.flights[each.id] == each for each in draft.flights.values())
            content = content_of(table.page)
            for bridge_id, drafted in draft.bridges.items():
                assert content.judgement(bridge_id) == drafted.after


def _same(gesture: object) -> Qt.KeyboardModifier:
    """The keys that were held while dragging are held until the end."""
    assert isinstance(gesture, DatingGesture)
    return gesture.modifiers
