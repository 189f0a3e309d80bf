"""Reads a brief back with readers that have nothing to do with the typesetter."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
from pypdf import PageObject, PdfReader

from campaignplanner.brief.export import ExportResult
from campaignplanner.brief.fonts import text_width
from campaignplanner.domain.plan import Plan

TODAY = date(2026, 8, 3)
MARGIN = 30.0
"""Points at the edge of a page that no text reaches into; the pages keep a little more than that."""


def plain(text: str) -> str:
    """Text without blanks and without the form in which letters are put together: lines break anywhere."""
    kept = (each for each in unicodedata.normalize("NFKC", text) if not each.isspace())
    return "".join(kept).replace("\u00ad", "")


def without_thin_spaces(text: str) -> str:
    """Newer data of Babel's puts thin spaces around the dash between two days; older does not."""
    return text.replace("\u2009", "")


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


@dataclass
class Brief:
    plan: Plan
    path: Path
    result: ExportResult

    @cached_property
    def pages(self) -> list[str]:
        return [plain(page.extract_text()) for page in PdfReader(self.path).pages]

    @cached_property
    def text(self) -> str:
        return "".join(self.pages)

    def says(self, text: str) -> bool:
        return plain(text) in self.text


def structure_elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every element of the structure tree, depth first."""
    yield from _elements(pdf.Root.StructTreeRoot)


def _elements(node: Any) -> Iterator[Any]:
    kids = node.get("/K")
    if kids is None:
        return
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


@dataclass(frozen=True)
class PlacedText:
    """A run of text with where it starts and ends along its line, in points."""

    text: str
    left: float
    right: float
    baseline: float


def placed_texts(page: PageObject) -> list[PlacedText]:
    """The runs of text on a page; what runs at a slant lies behind everything.

    Widths are those of Inter Regular, so bold runs seem a little too short.
    """
    found: list[PlacedText] = []

    def visit(text: str, user: list[float], matrix: list[float], _: object, size: float) -> None:
        line = text.strip()
        is_level = abs(matrix[0] * user[1] + matrix[1] * user[3]) < 0.01
        if line and "\n" not in line and is_level:
            left = matrix[4] * user[0] + matrix[5] * user[2] + user[4]
            baseline = matrix[4] * user[1] + matrix[5] * user[3] + user[5]
            found.append(PlacedText(line, left, left + text_width(line, size * abs(user[0])), baseline))

    page.extract_text(visitor_text=visit)
    return found


def overlaps(texts: list[PlacedText]) -> list[tuple[str, str]]:
    """Neighbours on one line of which the first runs into the second by more than a narrow letter."""
    lines: dict[float, list[PlacedText]] = {}
    for each in texts:
        lines.setdefault(round(each.baseline, 1), []).append(each)
    found: list[tuple[str, str]] = []
    for line in lines.values():
        line.sort(key=lambda each: each.left)
        found += [(one.text, other.text) for one, other in pairwise(line) if one.right > other.left + 2.5]
    return found
