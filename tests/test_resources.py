"""Only what is shipped can be asked for."""

import pytest

from campaignplanner import resources


def test_a_shipped_file_is_found_and_read() -> None:
    path = resources.resource_path("desktop/campaignplanner.desktop")
    assert path.read_bytes() == resources.read_bytes("desktop/campaignplanner.desktop")
    assert resources.read_text("desktop/campaignplanner.desktop").startswith("[Desktop Entry]")


def test_something_that_is_not_shipped_is_named_in_a_sentence() -> None:
    with pytest.raises(resources.UnknownResource, match=r"'icons/unicorn\.svg' is missing"):
        resources.resource_path("icons/unicorn.svg")


@pytest.mark.parametrize("name", ["../pyproject.toml", "/etc/passwd", "icons/../../x", "..\\x", "C:/x"])
def test_a_name_that_leaves_the_resources_is_refused(name: str) -> None:
    with pytest.raises(resources.UnknownResource, match="not a name inside the resources"):
        resources.resource_path(name)
