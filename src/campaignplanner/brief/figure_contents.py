"""Pieces of a brief's contents that several of its pages are made of."""

from __future__ import annotations

from dataclasses import dataclass

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure that a reader looks for first."""

    label: str
    value: str
    note: str = ""
