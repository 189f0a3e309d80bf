"""Which open point of a brief belongs beside which place of its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from campaignplanner.brief.spots import Spot
from campaignplanner.domain.plan import Plan

if TYPE_CHECKING:  # the review is imported when a brief is first judged
    from campaignplanner.planning.review.brief_points import OpenPoint

_HEAD = "head"
_SECTION_OF_FIELD = {
    "situation": "now",
    "problem": "now",
    "learnt": "now",
    "competitors": "now",
    "reason_to_believe": "message",
    "tone": "message",
}
_SECTION_OF_RULES = {"aim": "aims", "money": "money"}
_SECTION_OF_RULE = {"brief.many_aims": "aims", "brief.not_approved": "approvals"}


@dataclass(frozen=True, slots=True)
class MarginNote:
    """What is open at one place of the pages.

    Attributes:
        spot: the place.
        points: what a reader would ask there, the first found first.
    """

    spot: Spot
    points: tuple[OpenPoint, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is said there, one sentence or two for each point."""
        return tuple(each.finding.message for each in self.points)


def margin_notes(plan: Plan, points: Iterable[OpenPoint], spots: Iterable[Spot]) -> tuple[MarginNote, ...]:
    """Put each point beside the first place that says what it is about, from the first page to the last.

    What stands on none of the pages is said at their head, so that no point is lost.
    """
    places: dict[str, Spot] = {}
    for spot in spots:
        places.setdefault(spot.name, spot)
    found: dict[Spot, list[OpenPoint]] = {}
    for point in points:
        place = next((places[name] for name in _names(plan, point) if name in places), None)
        if place is not None:
            found.setdefault(place, []).append(point)
    notes = (MarginNote(spot, tuple(said)) for spot, said in found.items())
    return tuple(sorted(notes, key=_reading_order))


def _names(plan: Plan, point: OpenPoint) -> Iterator[str]:
    """The places that a point may stand beside, the closest first."""
    rule = point.finding.rule
    if point.field:
        yield point.field
        yield _SECTION_OF_FIELD.get(point.field, _HEAD)
    if rule not in _SECTION_OF_RULE:
        yield from _places_meant(plan, point)
    yield _SECTION_OF_RULE.get(rule) or _SECTION_OF_RULES.get(rule.partition(".")[0], _HEAD)
    yield _HEAD


def place_to_answer(plan: Plan, point: OpenPoint) -> str:
    """The field of the brief, the aim or the section where a point is answered."""
    return next(_names(plan, point))


def _places_meant(plan: Plan, point: OpenPoint) -> Iterator[str]:
    """The aims that a point is about, by themselves or by their measures; other measures stand together."""
    for subject in point.finding.subject_ids:
        kpi = plan.kpis.get(subject)
        if kpi is not None:
            yield kpi.aim_id or "measures"
        elif subject in plan.aims:
            yield subject


def _reading_order(note: MarginNote) -> tuple[int, float, float]:
    return note.spot.page, note.spot.y, note.spot.x
