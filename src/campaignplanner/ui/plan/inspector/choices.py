"""What the choices of the forms offer: the members of an enumeration in words."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QCoreApplication

from campaignplanner.ui.timeline.card_texts import capitalised

Choices = tuple[tuple[object, str], ...]


def choices_of(members: Iterable[Enum]) -> Choices:
    """Each member with its words."""
    return tuple((member, capitalised(str(member.value))) for member in members)


def optional_choices_of(members: Iterable[Enum]) -> Choices:
    """The same, after a first choice that says nothing."""
    return ((None, QCoreApplication.translate("inspector", "Not said")), *choices_of(members))
