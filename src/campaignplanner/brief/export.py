"""Writes a brief to a file, or makes pictures of its pages; the way in for window and command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from campaignplanner.brief.edition import Edition
from campaignplanner.brief.options import BriefOptions
from campaignplanner.brief.orders import BriefOrder
from campaignplanner.brief.printable import Unprintable
from campaignplanner.brief.render import BriefRenderer, Cancelled, Progress, never, nothing
from campaignplanner.domain.errors import FileTrouble
from campaignplanner.domain.plan import Plan
from campaignplanner.paths import write_in_place

PREVIEW_PIXELS_PER_INCH = 110.0

__all__ = [
    "BriefOptions",
    "BriefRenderer",
    "Cancelled",
    "Edition",
    "ExportResult",
    "Unprintable",
    "export_brief",
    "previews",
]


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What was written.

    Attributes:
        path: the file.
        pages: how many pages it has.
        unprintable: the characters that could not be printed as themselves, with the texts they are in.
    """

    path: Path
    pages: int
    unprintable: tuple[Unprintable, ...]


def export_brief(
    plan: Plan,
    path: Path,
    options: BriefOptions | None = None,
    *,
    today: date,
    edition: Edition | None = None,
    progress: Progress = nothing,
    cancelled: Callable[[], bool] = never,
    renderer: BriefRenderer | None = None,
) -> ExportResult:
    """Make the brief of a plan and write it as a PDF; until it is whole an existing file stays as it was.

    Args:
        plan: the campaign.
        path: the file to write.
        options: how the brief is to be.
        today: the day that stands on the brief.
        edition: which state of the brief it is; the plan as it is now when not given.
        progress: told what is being done, and how far it is from 0 to 1.
        cancelled: asked again and again, from this thread; true ends the run.
        renderer: one that is warm already; without it a process is started and ended.

    Raises:
        Cancelled: as asked for; nothing was written.
        FileTrouble: the brief could not be made or written; the sentence says why.
    """
    order = BriefOrder.of(plan, options or BriefOptions(), today, edition=edition)
    with _kept_or_own(renderer) as ready:
        made = ready.render(order, cancelled, progress)
    progress("Writing the file", 0.95)
    try:
        write_in_place(path, made.files[0])
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileTrouble(f"The brief could not be written to {path}: {reason}.") from error
    progress("Done", 1.0)
    return ExportResult(path, made.pages, made.unprintable)


def previews(
    plan: Plan,
    options: BriefOptions | None = None,
    *,
    today: date,
    edition: Edition | None = None,
    pixels_per_inch: float = PREVIEW_PIXELS_PER_INCH,
    cancelled: Callable[[], bool] = never,
    renderer: BriefRenderer | None = None,
) -> list[bytes]:
    """Make a PNG of each page of the brief; see `export_brief`."""
    order = BriefOrder.of(plan, options or BriefOptions(), today, pixels_per_inch, edition)
    with _kept_or_own(renderer) as ready:
        return list(ready.render(order, cancelled).files)


@contextmanager
def _kept_or_own(renderer: BriefRenderer | None) -> Iterator[BriefRenderer]:
    if renderer is not None:
        yield renderer
        return
    with BriefRenderer() as own:
        yield own
