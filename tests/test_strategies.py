"""The plans that hypothesis makes for other tests are worth testing with."""

from hypothesis import Phase, given, settings

from campaignplanner.domain.plan import Plan
from campaignplanner.domain.play import Play
from campaignplanner.domain.records import RECORD_TYPES
from tests.strategies import plans, plays


@given(plans())
def test_every_plan_that_is_made_up_is_valid(plan: Plan) -> None:
    plan.check()


@given(plays("play"))
def test_every_play_that_is_made_up_is_valid(play: Play) -> None:
    play.check()


def test_every_type_of_record_is_made_up() -> None:
    made_up: set[str] = set()

    @given(plans())
    @settings(phases=[Phase.generate])
    def note_what_is_in(plan: Plan) -> None:
        made_up.update(name for name in RECORD_TYPES.values() if getattr(plan, name))

    note_what_is_in()
    assert made_up == set(RECORD_TYPES.values())
