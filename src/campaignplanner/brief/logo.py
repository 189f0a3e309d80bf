"""A logo for the head of the brief: a picture that was looked at before it is handed to the typesetter."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from pathlib import Path

from campaignplanner.domain.errors import FileTrouble, PlanError

MEGABYTE = 1_000_000
LARGEST = 5 * MEGABYTE
MOST_PIXELS = 50_000_000
"""A few kilobytes may say that they unfold to gigabytes; what no logo needs is not unfolded."""
_MARKER = 0xFF
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SIGNATURES = {"png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff"}


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture as its file holds it: PNG or JPEG.

    Attributes:
        picture: the bytes of the file.
    """

    picture: bytes = field(repr=False)

    @classmethod
    def read(cls, path: Path) -> Logo:
        """Read a logo from a file.

        Raises:
            FileTrouble: it cannot be read, or is no picture that can be used.
        """
        if path.exists() and not path.is_file():  # a pipe would be waited for without end
            raise FileTrouble(f"The logo {path} could not be read: it is no file.")
        try:
            with path.open("rb") as file:
                logo = cls(file.read(LARGEST + 1))
        except OSError as error:
            reason = error.strerror or str(error)
            raise FileTrouble(f"The logo {path} could not be read: {reason}.") from error
        try:
            logo.check()
        except PlanError as error:
            raise FileTrouble(f"The logo {path.name} cannot be used. {error}") from error
        return logo

    @property
    def format(self) -> str:
        """What kind of picture it is, such as ``png``; empty for none that can be used."""
        return next((name for name, start in _SIGNATURES.items() if self.picture.startswith(start)), "")

    def check(self) -> None:
        """Raise PlanError when the picture cannot be used."""
        if not self.format:
            raise PlanError("A logo is a PNG or JPEG picture.", "logo")
        if len(self.picture) > LARGEST:
            raise PlanError(f"A logo has at most {LARGEST // MEGABYTE} MB.", "logo")
        width, height = _size_of_png(self.picture) if self.format == "png" else _size_of_jpeg(self.picture)
        if not width * height:
            raise PlanError("The picture does not say how large it is; save it anew.", "logo")
        if width * height > MOST_PIXELS:
            raise PlanError(
                f"A logo of {width:,} by {height:,} pixels is too large; make it smaller.", "logo"
            )


def _size_of_png(picture: bytes) -> tuple[int, int]:
    """The size that stands in the first chunk (ISO/IEC 15948); 0 by 0 where it is cut off."""
    return (
        struct.unpack(">II", picture[16:24]) if picture[12:16] == b"IHDR" and len(picture) >= 24 else (0, 0)
    )


def _size_of_jpeg(picture: bytes) -> tuple[int, int]:
    """The size that stands at the head of the frame (ITU-T T.81, B.2.2); 0 by 0 where there is none."""
    at = 2
    while at + 9 <= len(picture) and picture[at] == _MARKER:
        kind = picture[at + 1]
        if kind == _MARKER:  # any number of these may fill up
            at += 1
        elif kind in _FRAMES:
            height, width = struct.unpack(">HH", picture[at + 5 : at + 9])
            return width, height
        else:
            at += 2 + int.from_bytes(picture[at + 2 : at + 4], "big")
    return 0, 0
