"""The file that is written: whole or not at all."""

from datetime import date
from pathlib import Path

import pytest

from campaignplanner.brief.export import export_brief, previews
from campaignplanner.brief.render import BriefRenderer, Cancelled
from campaignplanner.domain.errors import FileTrouble
from tests.builders import a_plan

TODAY = date(2026, 8, 3)


def test_a_brief_is_written_and_said_where(folder: Path, renderer: BriefRenderer) -> None:
    path = folder / "brief.pdf"
    result = export_brief(a_plan(), path, today=TODAY, renderer=renderer)
    assert result.path == path
    assert path.read_bytes().startswith(b"%PDF-")
    assert [each.name for each in folder.iterdir()] == ["brief.pdf"]


def test_an_export_without_a_warm_process_starts_and_ends_its_own(folder: Path) -> None:
    export_brief(a_plan(), folder / "brief.pdf", today=TODAY)
    assert (folder / "brief.pdf").exists()


def test_an_existing_file_stays_when_the_export_is_cancelled(folder: Path, renderer: BriefRenderer) -> None:
    path = folder / "brief.pdf"
    path.write_bytes(b"the old one")
    with pytest.raises(Cancelled):
        export_brief(a_plan(), path, today=TODAY, renderer=renderer, cancelled=lambda: True)
    assert path.read_bytes() == b"the old one"
    assert [each.name for each in folder.iterdir()] == ["brief.pdf"]


def test_a_folder_that_is_not_there_gives_a_sentence(folder: Path, renderer: BriefRenderer) -> None:
    with pytest.raises(FileTrouble, match="could not be written"):
        export_brief(a_plan(), folder / "no" / "brief.pdf", today=TODAY, renderer=renderer)


def test_an_existing_file_stays_when_the_new_one_cannot_take_its_place(
    folder: Path, renderer: BriefRenderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "brief.pdf"
    path.write_bytes(b"the old one")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(FileTrouble, match="No space left on device"):
        export_brief(a_plan(), path, today=TODAY, renderer=renderer)
    assert path.read_bytes() == b"the old one"
    assert [each.name for each in folder.iterdir()] == ["brief.pdf"]


def test_progress_ends_when_the_file_is_there(folder: Path, renderer: BriefRenderer) -> None:
    said: list[tuple[str, float]] = []
    export_brief(
        a_plan(),
        folder / "brief.pdf",
        today=TODAY,
        renderer=renderer,
        progress=lambda stage, share: said.append((stage, share)),
    )
    assert said[-1] == ("Done", 1.0)


def test_previews_are_pictures_of_the_pages(renderer: BriefRenderer) -> None:
    pictures = previews(a_plan(), today=TODAY, renderer=renderer, pixels_per_inch=40)
    assert pictures
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)
