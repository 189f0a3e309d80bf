"""The samples as the window offers them, in the menu and on the empty portfolio."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SampleCardText:
    """What a card says about a sample; the name is how the services know it."""

    name: str
    title: str
    description: str
