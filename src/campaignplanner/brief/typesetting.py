"""Sets a document with Typst; runs in the worker process only, see `worker`.

Typst gets the templates as bytes and an empty folder as its root, so there is nothing on the disk that a
template could read: no file of the machine, no folder above, no symbolic link. What the document says goes in
as JSON through `sys.inputs`; text never becomes markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import typst

from campaignplanner.brief.fonts import (
    BRIEF_FAMILY,
    FontShelf,
    families_in_order,
    inter_folder,
    script_folders,
)
from campaignplanner.brief.logo import Logo
from campaignplanner.brief.memory import give_back_from
from campaignplanner.brief.printable import PrintableText, Unprintable
from campaignplanner.brief.spots import Spot

PDF_STANDARDS: list[Any] = ["a-2a", "ua-1"]
LONG_DOCUMENT = 800_000
"""Characters above which freed memory is given back at once; below, keeping it saves a few milliseconds."""
_GIVEN_BACK, _KEPT = 128 * 2**10, 32 * 2**20
"""The bytes of a block from which on it is: what glibc begins with, and the most that it takes by itself."""
_XREF_HEAD = re.compile(rb"xref\s+0 \d+\s*\n")
_XREF_ENTRY = 20
_PLACES_OF_SPOTS = """
query(<spot>).map(spot => {
  let place = spot.location().position()
  (..spot.value, page: place.page, x: place.x.pt(), y: place.y.pt())
})
"""
"""Asked for afterwards: a page that knew its own places would have to be set again and again."""
_GLYPH_COMPLAINTS = ("could not be displayed", "codepoint")


class TypesettingTrouble(Exception):
    """A document could not be set; the text is one sentence for people.

    Attributes:
        detail: where in the templates, for the log.
    """

    def __init__(self, error: typst.TypstError) -> None:
        message = " ".join(error.message.split()).rstrip(".")
        super().__init__(f"The brief could not be typeset: {message[:200]}.")
        self.detail = error.diagnostic


@dataclass(frozen=True, slots=True)
class Typeset:
    """What came out: one PDF, or one picture for each page."""

    files: tuple[bytes, ...]
    pages: int
    unprintable: tuple[Unprintable, ...]
    spots: tuple[Spot, ...] = ()


class Typesetter:
    """Keeps the fonts and Typst's own cache between documents.

    Args:
        templates: the sources by name; `main.typ` is the one that is set.
        empty_folder: a folder with nothing in it.
    """

    def __init__(self, templates: Mapping[str, bytes], empty_folder: Path) -> None:
        self._fonts = typst.Fonts(
            include_system_fonts=True,
            include_embedded_fonts=False,
            font_paths=[inter_folder(), *script_folders()],
        )
        self._shelf = FontShelf(_other_fonts(self._fonts))
        self._families = [
            each.family for each in self._fonts.fonts() if each.path and _is_of_a_script(Path(each.path))
        ]
        self._templates: Any = dict(templates)
        self._empty_folder = empty_folder
        self._compiler = typst.Compiler(
            root=empty_folder,
            font_paths=self._fonts,
            package_path=empty_folder,
            package_cache_path=empty_folder,
        )

    def printed(self, text: str) -> str:
        """Return a text as it comes out in print, with marks for what no font has."""
        return PrintableText(self._shelf).marked(text)

    def pdf(self, document: object, typesetting: Callable[[], None], logo: Logo | None = None) -> Typeset:
        """Set the document as PDF/A-2a that is PDF/UA-1 as well.

        Args:
            document: JSON values, or dataclasses of them.
            typesetting: called when the texts have been looked through and Typst begins.
            logo: for the head of the first page.

        Raises:
            TypesettingTrouble: Typst cannot set it.
        """
        how = {"format": "pdf", "pdf_standards": PDF_STANDARDS}
        return self._set(document, typesetting, how, _logo_input(logo))

    def pictures(
        self,
        document: object,
        typesetting: Callable[[], None],
        pixels_per_inch: float,
        logo: Logo | None = None,
    ) -> Typeset:
        """Set the document as one PNG for each page; see `pdf`."""
        how = {"format": "png", "ppi": pixels_per_inch}
        return self._set(document, typesetting, how, _logo_input(logo))

    def _spots(self, inputs: dict[str, str]) -> tuple[Spot, ...]:
        """What is said where. Typst remembers what it has just set, so asking costs next to nothing."""
        compiler = typst.Compiler(
            input=self._templates,
            root=self._empty_folder,
            font_paths=self._fonts,
            sys_inputs=inputs,
            package_path=self._empty_folder,
            package_cache_path=self._empty_folder,
        )
        return tuple(Spot(**each) for each in json.loads(compiler.eval(_PLACES_OF_SPOTS)))

    def _set(
        self, document: object, typesetting: Callable[[], None], how: dict[str, Any], logo: dict[str, str]
    ) -> Typeset:
        printed, unprintable = _texts_of(document, self._shelf)
        give_back_from(_GIVEN_BACK if len(printed) > LONG_DOCUMENT else _KEPT)
        families = families_in_order(self._families, printed, _country_of(document))
        inputs = {"families": json.dumps(families), **logo}
        typesetting()
        try:
            return self._compiled(printed, unprintable, how, inputs)
        except typst.TypstError as error:
            if not any(each in error.message for each in _GLYPH_COMPLAINTS):
                raise TypesettingTrouble(error) from error
        # A font of the machine did not keep what its table of characters promises: do without them all.
        printed, unprintable = _texts_of(document, self._shelf.without_others())
        try:
            return self._compiled(printed, unprintable, how, inputs)
        except typst.TypstError as error:
            raise TypesettingTrouble(error) from error

    def _compiled(
        self,
        document: str,
        unprintable: tuple[Unprintable, ...],
        how: dict[str, Any],
        others: dict[str, str],
    ) -> Typeset:
        inputs = {"document": document, **others}
        # Sources kept in memory are forgotten after each run (Typst 0.15), so they are handed over again.
        made = self._compiler.compile(input=self._templates, sys_inputs=inputs, **how)
        files = tuple(made) if isinstance(made, list) else (made or b"",)
        pages = page_count(files[0]) if how["format"] == "pdf" else len(files)
        spots = () if how["format"] == "pdf" else self._spots(inputs)
        return Typeset(files, pages, unprintable, spots)


def _texts_of(document: object, shelf: FontShelf) -> tuple[str, tuple[Unprintable, ...]]:
    """The document as JSON with marks for what no font has, and what these stand for."""
    printable = PrintableText(shelf)
    printed = printable.json_text(json.dumps(document, ensure_ascii=False, default=_fields_of))
    return printed, printable.unprintable


def _fields_of(value: object) -> dict[str, Any]:
    """A dataclass for JSON, which writes what is in it by itself: many times faster than `asdict`."""
    names = cast("Any", value).__dataclass_fields__
    return {name: getattr(value, name) for name in names}


def _country_of(document: object) -> str:
    return str(getattr(getattr(document, "meta", None), "country", ""))


def _logo_input(logo: Logo | None) -> dict[str, str]:
    """The logo as numbers: inputs are texts, and Typst shows no folder but an empty one."""
    if logo is None:
        return {}
    return {"logo": json.dumps({"format": logo.format, "picture": list(logo.picture)})}


def page_count(pdf: bytes) -> int:
    """How many pages a PDF of Typst has: what the root of its page tree says, found through its table.

    Typst's PDF/A-2a has neither compressed objects nor later revisions, so this needs no PDF library.
    """
    table_at = int(_found(rb"startxref\s+(\d+)\s+%%EOF\s*\Z", pdf))
    table = pdf[table_at:]
    entries_at = _XREF_HEAD.match(table)
    if entries_at is None:
        raise ValueError("The PDF has no table of objects.")

    def body_of(number: int) -> bytes:
        entry = table[entries_at.end() + _XREF_ENTRY * number :]
        start = int(entry[:10])
        return pdf[start : pdf.index(b"endobj", start)]

    catalog = body_of(int(_found(rb"/Root (\d+) 0 R", table)))
    return int(_found(rb"/Count (\d+)", body_of(int(_found(rb"/Pages (\d+) 0 R", catalog)))))


def _found(pattern: bytes, data: bytes) -> bytes:
    match = re.search(pattern, data)
    if match is None:
        raise ValueError("The PDF is not built as expected.")
    return bytes(match[1])


def _other_fonts(fonts: typst.Fonts) -> list[tuple[Path, int]]:
    """One face for each file and index, those that were installed with the program first.

    A font that pretends to have everything is left out, and so are the other faces of a file of a script,
    which have the same characters.
    """
    found = [
        (Path(each.path), each.index)
        for each in fonts.fonts()
        if each.path and each.family != BRIEF_FAMILY and not _pretends(each.family)
    ]
    own = ((path, 0) for path, _ in found if _is_of_a_script(path))
    machine = (each for each in found if not _is_of_a_script(each[0]))
    return list(dict.fromkeys((*own, *machine)))


def _is_of_a_script(path: Path) -> bool:
    """Tell whether a font file came with the packages for other scripts."""
    return path.parent in script_folders()


def _pretends(family: str) -> bool:
    return "lastresort" in family.replace(" ", "").lower()
