"""Names that are proposed for files."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.ui.file_names import brief_name, campaign_file_name


def test_a_brief_is_called_by_brand_title_and_version() -> None:
    name = brief_name("Northwind Coffee", "Autumn Blend launch", 2)
    assert name == "Northwind Coffee, Autumn Blend launch, brief v2.pdf"


def test_a_brief_without_a_version_and_a_brand_is_called_by_what_there_is() -> None:
    changed = brief_name("", "Autumn Blend launch", 2, is_changed=True)
    assert changed == "Autumn Blend launch, brief draft after v2.pdf"
    assert brief_name("", "Autumn Blend launch", None) == "Autumn Blend launch, brief.pdf"


def test_a_campaign_file_keeps_its_ending_however_long_the_title_is() -> None:
    assert campaign_file_name("Northwind", "Long title " * 60).endswith(".campaign.json")


def test_a_title_cannot_lead_to_another_folder() -> None:
    assert campaign_file_name("", "../../etc/passwd") == "etc passwd.campaign.json"


def test_a_title_of_nothing_but_forbidden_letters_still_gives_a_name() -> None:
    assert campaign_file_name("", '<>:"/\\|?*') == "campaign.campaign.json"


def test_a_name_that_windows_keeps_for_itself_is_avoided() -> None:
    assert campaign_file_name("", "CON") == "CON campaign.campaign.json"


@given(st.text(), st.text(), st.none() | st.integers(1, 999))
def test_no_proposed_name_surprises_a_file_system(brand: str, title: str, version: int | None) -> None:
    name = brief_name(brand, title, version)
    assert not set(name) & set('\\/:*?"<>|\0\n\r\t')
    assert len(name.encode("utf-8")) <= 255
    assert name.endswith(".pdf")
    assert not name.startswith((".", " "))
