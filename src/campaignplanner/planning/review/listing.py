"""Findings in the order in which people read them, kept up without sorting thousands after each edit."""

from __future__ import annotations

from collections.abc import Iterator

from campaignplanner.domain.review import Finding, Severity
from campaignplanner.planning.review.rules import RULES

_SEVERITIES = {severity: place for place, severity in enumerate(Severity)}
_PLACES = {rule.code: place for place, rule in enumerate(RULES)}
_Drawer = tuple[int, int]


class FindingList:
    """Findings by severity, then in the order of the rules, then by what they say.

    Each severity of each rule has a drawer of its own, and only drawers that changed are sorted again.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._drawers: dict[_Drawer, dict[int, Finding]] = {}
        self._sorted: dict[_Drawer, tuple[Finding, ...]] = {}

    def replace(self, before: tuple[Finding, ...], after: tuple[Finding, ...]) -> None:
        """Put new findings where others were; those others are the same objects that were put in."""
        for finding in before:
            drawer = _drawer_of(finding)
            del self._drawers[drawer][id(finding)]
            self._sorted.pop(drawer, None)
        for finding in after:
            drawer = _drawer_of(finding)
            self._drawers.setdefault(drawer, {})[id(finding)] = finding
            self._sorted.pop(drawer, None)

    def steps(self) -> Iterator[None]:
        """Sort what changed, one drawer at a time."""
        for drawer in [each for each in self._drawers if each not in self._sorted]:
            self._sorted[drawer] = tuple(sorted(self._drawers[drawer].values(), key=_words))
            yield

    def all(self) -> tuple[Finding, ...]:
        """Return all findings, after the steps."""
        return tuple(finding for drawer in sorted(self._sorted) for finding in self._sorted[drawer])


def _drawer_of(finding: Finding) -> _Drawer:
    return _SEVERITIES[finding.severity], _PLACES[finding.rule]


def _words(finding: Finding) -> tuple[str, tuple[str, ...]]:
    return finding.message, finding.subject_ids
