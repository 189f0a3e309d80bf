"""Files are written whole or not at all."""

import sys
from pathlib import Path

import pytest

from campaignplanner import paths


def test_a_new_file_is_made(tmp_path: Path) -> None:
    paths.write_in_place(tmp_path / "brief.pdf", b"new")
    assert (tmp_path / "brief.pdf").read_bytes() == b"new"


def test_an_existing_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")
    paths.write_in_place(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_failure_half_way_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")
    with pytest.raises(InterruptedError):
        write_half(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.glob("*.part")) == []


def write_half(path: Path) -> None:
    with paths.moved_into_place(path) as temporary:
        temporary.write_bytes(b"ne")
        raise InterruptedError


def test_the_old_file_stays_while_the_new_one_is_written(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")
    with paths.moved_into_place(path) as temporary:
        temporary.write_bytes(b"new")
        assert path.read_bytes() == b"old"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there that tests do not have")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    paths.write_in_place(tmp_path / "link.pdf", b"new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


def test_a_long_name_leaves_room_for_the_temporary_one(tmp_path: Path) -> None:
    path = tmp_path / f"{'a' * 240}.pdf"
    paths.write_in_place(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        paths.write_in_place(tmp_path / "nowhere" / "brief.pdf", b"new")


def test_store_log_and_preferences_lie_in_the_platforms_folders(own_folders: Path) -> None:
    own = (paths.default_store_path(), paths.log_path(), paths.preferences_path())
    assert all(path.is_relative_to(own_folders) for path in own)
    assert len(set(own)) == 3
