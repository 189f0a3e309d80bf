"""Reads a brief back with readers that have nothing to do with the typesetter."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf
from pypdf import PdfReader

from campaignplanner.brief.export import ExportResult
from campaignplanner.domain.plan import Plan

TODAY = date(2026, 8, 3)


def plain(text: str) -> str:
    """Text without blanks and without the form in which letters are put together: lines break anywhere."""
    kept = (each for each in unicodedata.normalize("NFKC", text) if not each.isspace())
    return "".join(kept).replace("\u00ad", "")


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
