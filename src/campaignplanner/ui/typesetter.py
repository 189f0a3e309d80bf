"""Keeps the process that typesets briefs, for starting it takes longer than typesetting."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the typesetter is imported when the first brief is made
    from campaignplanner.brief.render import BriefRenderer


class TypesetterKeeper:
    """One per window, for whoever makes briefs in it: the brief's page and the exports."""

    def __init__(self) -> None:
        self._renderer: BriefRenderer | None = None

    @property
    def renderer(self) -> BriefRenderer:
        """The typesetter, started when a brief is first asked of it."""
        if self._renderer is None:
            from campaignplanner.brief.render import BriefRenderer

            self._renderer = BriefRenderer()
        return self._renderer

    def close(self) -> None:
        """Ends the process; call it when no task runs any more."""
        if self._renderer is not None:
            self._renderer.close()
            self._renderer = None
