from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain import table as tables
from campaignplanner.domain.errors import StaleChange
from campaignplanner.domain.table import Table


@dataclass(frozen=True)
class Card:
    id: str
    colour: str


CARDS = st.lists(
    st.builds(Card, st.text("abcdefgh", min_size=1, max_size=1), st.sampled_from(["red", "blue"])),
    unique_by=lambda card: card.id,
)


@given(CARDS, CARDS)
def test_groupings_after_changes_are_those_of_a_table_made_anew(
    before: list[Card], after: list[Card]
) -> None:
    table = Table(before)
    table.by("colour")
    wanted = {card.id: card for card in after}
    there = {card.id: card for card in before}
    changes = [(there.get(key), wanted.get(key)) for key in sorted(there.keys() | wanted.keys())]

    changed = table.changing(changes)

    assert changed == Table(after)
    assert _as_sets(changed.by("colour")) == _as_sets(Table(after).by("colour"))
    assert table == Table(before)


def _as_sets(groups: object) -> dict[object, set[Card]]:
    assert hasattr(groups, "items")
    return {key: set(group) for key, group in groups.items()}


def test_a_change_of_what_is_no_longer_so_is_stale() -> None:
    table = Table([Card("a", "red")])
    with pytest.raises(StaleChange, match="changed elsewhere"):
        table.changing([(Card("a", "blue"), None)])


def test_making_what_is_there_already_is_stale() -> None:
    with pytest.raises(StaleChange):
        Table([Card("a", "red")]).changing([(None, Card("a", "red"))])


def test_tables_are_equal_whatever_the_order_of_their_records() -> None:
    first, second = Card("a", "red"), Card("b", "blue")
    assert Table([first, second]) == Table([second, first])
    assert Table([first]) != Table([second])


def test_what_changed_since_is_told_record_by_record() -> None:
    red, blue, green = Card("a", "red"), Card("b", "blue"), Card("c", "green")
    before = Table([red, blue])
    light = Card("b", "light blue")
    after = before.changing([(red, None), (blue, light), (None, green)])
    assert sorted(after.changes_since(before), key=repr) == sorted(
        [(red, None), (blue, light), (None, green)], key=repr
    )
    assert after.changes_since(after) == []


@given(CARDS, CARDS, CARDS)
def test_what_changed_is_the_same_whether_the_steps_are_remembered_or_not(
    first: list[Card], second: list[Card], third: list[Card]
) -> None:
    one = Table(first)
    two = one.changing(_towards(one, second))
    three = two.changing(_towards(two, third))

    for earlier, later in ((one, two), (two, three), (one, three), (three, one)):
        pairs = ((earlier.get(key), later.get(key)) for key in sorted(earlier.keys() | later.keys()))
        assert sorted(later.changes_since(earlier), key=repr) == sorted(
            [(was, now) for was, now in pairs if was is not now], key=repr
        )
        assert set(later.records) == set(later.values())


def _towards(table: Table[Card], wanted: list[Card]) -> list[tuple[Card | None, Card | None]]:
    after = {card.id: card for card in wanted}
    return [(table.get(key), after.get(key)) for key in sorted(table.keys() | after.keys())]


def test_what_came_and_went_within_one_step_did_not_change() -> None:
    red = Card("a", "red")
    before = Table([red])
    blue = Card("b", "blue")
    after = before.changing([(None, blue), (blue, None)])
    assert after.changes_since(before) == []


def test_a_grouping_made_page_by_page_is_that_of_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "PAGE", 3)
    things = [Card(str(number), "red" if number % 3 else "blue") for number in range(10)]
    paged = Table(things)
    pages = sum(1 for _ in paged.grouping("colour"))
    assert pages == 4 + 1  # ten records, then two groups
    assert paged.by("colour") == Table(things).by("colour")
    assert list(paged.grouping("colour")) == []


def test_a_grouping_that_is_not_through_says_nothing_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "PAGE", 3)
    things = [Card(str(number), "red") for number in range(10)]
    paged = Table(things)
    begun = paged.grouping("colour")
    next(begun)
    assert len(paged.by("colour")["red"]) == 10
