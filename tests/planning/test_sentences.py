"""Titles as they stand in sentences."""

from campaignplanner.planning.sentences import LONGEST_NAME, inside, quoted

HEBREW, ARABIC = "טעימות", "تذوق"


def test_two_titles_from_the_right_keep_their_order_in_a_sentence() -> None:
    assert f"{quoted(HEBREW)}, {quoted(ARABIC)}" == f"“\u2068{HEBREW}\u2069”, “\u2068{ARABIC}\u2069”"


def test_a_title_that_is_cut_is_still_set_apart_whole() -> None:
    said = quoted(HEBREW * 20)
    assert said.endswith("…\u2069”")
    assert len(said) == LONGEST_NAME + 4


def test_a_title_cannot_turn_the_sentence_behind_it_round() -> None:
    assert quoted("Tasting \u202ebars") == "“Tasting bars”"


def test_a_title_inside_a_title_that_is_kept_is_as_typed() -> None:
    assert inside(f"{HEBREW} “1”") == f"‘{HEBREW} ‘1’’"
