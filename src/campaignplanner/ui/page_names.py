"""The pages of a campaign by name; nothing else, for the head of the window is made before all pages."""

from __future__ import annotations

from enum import Enum


class PageName(Enum):
    """The pages, in the order of their tabs; the values are what is remembered."""

    PLAN = "plan"
    TIMELINE = "timeline"
    BUDGET = "budget"
    REVIEW = "review"
    BRIEF = "brief"
