"""Small campaign files to read: a test spells out only what matters to it."""

import json
from typing import Any

import pytest

from campaignplanner.exchange.campaign_file import CampaignFile
from campaignplanner.exchange.json_text import PlaceTrouble
from campaignplanner.exchange.layout import FORMAT


def a_file(**lists: Any) -> dict[str, Any]:
    """A campaign with a title and a fixed identifier, and the lists given."""
    return {"format": FORMAT, "version": 1, "campaign": {"id": "c" * 32, "title": "Autumn Blend"}, **lists}


def an_activity(**fields: Any) -> dict[str, Any]:
    return {"side": "offline", "kind": "event", "title": "Tasting", **fields}


def a_line(**fields: Any) -> dict[str, Any]:
    return {"label": "Venue", **fields}


def read(tree: Any) -> CampaignFile:
    return CampaignFile.of_text(json.dumps(tree))


def trouble_in(tree: Any) -> PlaceTrouble:
    with pytest.raises(PlaceTrouble) as raised:
        read(tree)
    return raised.value


def trouble_in_text(text: str) -> PlaceTrouble:
    with pytest.raises(PlaceTrouble) as raised:
        CampaignFile.of_text(text)
    return raised.value
