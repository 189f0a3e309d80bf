"""A logo for the head of the brief: a picture that was looked at before it is handed to the typesetter."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from campaignplanner.domain.errors import FileTrouble, PlanError

MEGABYTE = 1_000_000
LARGEST = 5 * MEGABYTE
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
