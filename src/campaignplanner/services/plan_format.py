"""How a plan is written down as text, for those who must not know the campaign file."""

from __future__ import annotations

from typing import Protocol

from campaignplanner.domain.approval import VersionState
from campaignplanner.domain.plan import Plan


class PlanFormat(Protocol):
    """Writes plans and reads them; the roof hands in the campaign file's. Reading raises FileTrouble."""

    def write(self, plan: Plan) -> str:
        """Return the plan as text, without its versions and approvals: what a version keeps."""
        ...

    def read(self, text: str) -> Plan:
        """Return the plan that the text holds."""
        ...

    def read_with_states(self, text: str) -> tuple[Plan, tuple[VersionState, ...]]:
        """Return the plan that the text holds, and the plans that its versions keep."""
        ...
