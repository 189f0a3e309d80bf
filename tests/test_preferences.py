"""What is remembered comes back; what cannot be read never keeps the program from starting."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.preferences import (
    CAMPAIGNS_AT_MOST,
    CampaignMemory,
    Preferences,
    ThemeChoice,
    read_preferences,
    write_preferences,
)

REMEMBERED = Preferences(
    last_store=Path("/plans/autumn.sqlite"),
    last_campaign_id="5f0c",
    window_geometry=b"\x01\xd9\xd0\xcb",
    theme=ThemeChoice.DARK,
    locale="de_AT",
    first_day_of_week=7,
    currency="SEK",
    plan_widths=(240, 800, 400),
    campaigns={"5f0c": CampaignMemory(page="plan", states={"timeline": "4.5 739000.25 0"})},
)


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "config" / "preferences.json"
    write_preferences(REMEMBERED, path)
    assert read_preferences(path) == REMEMBERED


def test_a_first_start_has_the_defaults(tmp_path: Path) -> None:
    assert read_preferences(tmp_path / "preferences.json") == Preferences()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_file_counts_as_a_first_start(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_bytes(content)
    assert read_preferences(path) == Preferences()


def test_one_damaged_value_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text('{"last_campaign_id": "5f0c", "theme": "sepia", "window_geometry": "%", "last_store": 3}')
    assert read_preferences(path) == Preferences(last_campaign_id="5f0c")


@pytest.mark.parametrize(
    "stored",
    [
        {"first_day_of_week": 8, "currency": "euros", "locale": 4, "plan_widths": [1, "2", 3]},
        {"first_day_of_week": True, "currency": "€€€", "locale": None, "plan_widths": [-1]},
        {"campaigns": []},
        {"campaigns": {"5f0c": 3}},
        {"campaigns": {"5f0c": {"page": 3, "states": {"timeline": 3}}}},
    ],
)
def test_what_nobody_could_have_chosen_counts_as_never_chosen(
    stored: dict[str, object], tmp_path: Path
) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(json.dumps(stored), encoding="utf-8")
    assert read_preferences(path) == Preferences()


def test_only_the_campaigns_that_were_left_last_are_remembered(tmp_path: Path) -> None:
    many = {str(number): CampaignMemory(page="plan") for number in range(CAMPAIGNS_AT_MOST + 5)}
    path = tmp_path / "preferences.json"
    write_preferences(Preferences(campaigns=many), path)
    assert list(read_preferences(path).campaigns) == list(many)[5:]


json_values = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5)


@given(st.dictionaries(st.sampled_from([*Preferences.__dataclass_fields__, "unknown"]), json_values))
def test_no_content_of_the_file_keeps_the_program_from_starting(stored: dict[str, object]) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / "preferences.json"
        path.write_text(json.dumps(stored), encoding="utf-8")
        assert isinstance(read_preferences(path), Preferences)


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    with pytest.raises(OSError, match="config"):
        write_preferences(REMEMBERED, tmp_path / "config" / "preferences.json")
