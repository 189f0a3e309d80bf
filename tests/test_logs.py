"""The log file that a crash report points to."""

import logging
from pathlib import Path

import pytest

from campaignplanner import logs

LOGGER = logging.getLogger("campaignplanner.somewhere")


def test_what_is_logged_is_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "logs" / "campaignplanner.log"
    logs.log_to(path)
    LOGGER.warning("The backup “%s” is old", "autumn")
    assert "WARNING campaignplanner.somewhere: The backup “autumn” is old" in path.read_text(encoding="utf-8")


def test_logging_elsewhere_leaves_the_first_file(tmp_path: Path) -> None:
    logs.log_to(tmp_path / "first.log")
    logs.log_to(tmp_path / "second.log")
    LOGGER.warning("Only once")
    assert (tmp_path / "first.log").read_text() == ""
    assert (tmp_path / "second.log").read_text().count("Only once") == 1


def test_a_log_that_has_grown_is_put_aside_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "campaignplanner.log"
    path.write_bytes(b"x" * (logs.LARGEST_LOG + 1))
    logs.log_to(path)
    assert path.stat().st_size == 0
    assert (tmp_path / "campaignplanner.old.log").stat().st_size == logs.LARGEST_LOG + 1


def test_where_the_log_cannot_be_written_the_standard_error_has_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    logs.log_to(tmp_path / "logs" / "campaignplanner.log")
    LOGGER.warning("The disk is full")
    assert "The disk is full" in capsys.readouterr().err
