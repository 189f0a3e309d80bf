"""Reading and writing campaign files where things go wrong: folders, encodings, full disks."""

import os
from pathlib import Path

import pytest

from campaignplanner.domain.approval import Version, VersionState
from campaignplanner.domain.errors import FileTrouble
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFile, read_campaign_file
from tests.builders import a_plan, day


def trouble_with(path: Path) -> str:
    with pytest.raises(FileTrouble) as raised:
        read_campaign_file(path)
    return raised.value.sentence


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "autumn.campaign.json"


@pytest.fixture
def plan() -> Plan:
    return a_plan(title="Café “Autumn” ☕ 秋")


def test_what_was_written_is_read_again(path: Path, plan: Plan) -> None:
    CampaignFile(plan).write(path)
    assert read_campaign_file(path) == plan


def test_a_missing_file_is_named(path: Path) -> None:
    assert trouble_with(path) == f"There is no file “{path}”."


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert "a folder" in trouble_with(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only where there are pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "not a file" in trouble_with(tmp_path / "pipe")


def test_a_file_that_may_not_be_read_is_named(
    path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    CampaignFile(plan).write(path)
    monkeypatch.setattr(Path, "read_bytes", refused)
    assert trouble_with(path) == f"“{path}” cannot be read: Permission denied."


def test_trouble_inside_a_file_names_file_and_place(path: Path) -> None:
    path.write_text('{"format": "campaignplanner.campaign", "version": 1, "campaign": {}}', encoding="utf-8")
    assert trouble_with(path) == "“autumn.campaign.json”, campaign.title: this field is missing."


def test_the_mark_that_some_editors_put_in_front_is_no_trouble(path: Path, plan: Plan) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + CampaignFile(plan).text().encode())
    assert read_campaign_file(path) == plan


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_another_encoding_with_its_mark_is_named(path: Path, plan: Plan, encoding: str) -> None:
    path.write_bytes(CampaignFile(plan).text().encode(encoding))
    assert (
        trouble_with(path)
        == f"“autumn.campaign.json”: This file is written in {encoding.upper()}; save it as UTF-8."
    )


def test_bytes_that_are_not_utf_8_are_refused(path: Path) -> None:
    path.write_bytes('{"title": "Café"}'.encode("latin-1"))
    assert "not UTF-8 text: byte 15" in trouble_with(path)


def test_an_empty_file_is_refused(path: Path) -> None:
    path.touch()
    assert trouble_with(path) == "“autumn.campaign.json”: The file is empty."


def test_a_failed_write_leaves_the_old_file(path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    CampaignFile(plan).write(path)
    before = path.read_bytes()

    def full(_: Path, __: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(FileTrouble, match="No space left on device"):
        CampaignFile(a_plan(title="Winter")).write(path)
    assert path.read_bytes() == before
    assert list(path.parent.glob(".*")) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, plan: Plan) -> None:
    with pytest.raises(FileTrouble, match="cannot be written"):
        CampaignFile(plan).write(tmp_path / "nowhere" / "autumn.campaign.json")


def test_a_plan_that_cannot_be_written_touches_no_file(path: Path) -> None:
    version = Version(id="v1", number=1, day=day("2026-08-01"))
    damaged = VersionState(id="s1", version_id="v1", content="{")
    with pytest.raises(FileTrouble, match="damaged"):
        CampaignFile(a_plan(version), (damaged,)).write(path)
    assert not path.exists()
