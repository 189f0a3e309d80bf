"""Files of older versions of the format, brought up step by step to what is read today."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from campaignplanner.exchange.json_text import Json, PlaceTrouble, joined
from campaignplanner.exchange.layout import FORMAT, VERSION

Step: TypeAlias = Callable[[dict[str, Json]], dict[str, Json]]

STEPS: Mapping[int, Step] = MappingProxyType({})
"""By version: what turns a file of that version into one of the next. Version 1 is the first."""


def at_current_version(
    tree: Json, place: str = "", steps: Mapping[int, Step] = STEPS, current: int = VERSION
) -> dict[str, Json]:
    """Return the tree of a campaign file as the current version of the format would have it.

    Raises:
        PlaceTrouble: it is no campaign file, or one of a version that is unknown here.
    """
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise PlaceTrouble(place, f"This is not a campaign file: it does not begin with “format”: “{FORMAT}”")
    result: dict[str, Json] = tree
    version = result.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise PlaceTrouble(joined(place, "version"), "a version of the format, from 1, is expected here")
    if version > current:
        raise PlaceTrouble(
            joined(place, "version"),
            f"This file is of version {version} of the format and this program reads up to {current}; "
            "install a newer one",
        )
    for step in range(version, current):
        result = steps[step](result)
    return result
