"""The commands, as somebody in a terminal or a script sees them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from campaignplanner.cli import main
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import read_campaign_file
from campaignplanner.resources import resource_path

SAMPLE = resource_path("samples/autumn_blend.campaign.json")
LINCOLNSHIRE = resource_path("samples/lincolnshire_fix_our_funds.campaign.json")


@pytest.fixture
def store(tmp_path: Path) -> list[str]:
    return ["--store", str(tmp_path / "plans.sqlite")]


@pytest.fixture
def imported(store: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """The id under which the sample lies in the store."""
    assert main(["import", str(SAMPLE), *store]) == 0
    return capsys.readouterr().out.strip()


def refusal(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """The one sentence with which a command is refused."""
    assert main(words) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert told.err.endswith(".\n")
    return told.err


def usage(words: list[str]) -> int:
    with pytest.raises(SystemExit) as ended:
        main(words)
    return ended.value.code


def test_an_imported_campaign_is_listed(
    imported: str, store: list[str], capsys: pytest.CaptureFixture[str], sample_plan: Plan
) -> None:
    assert main(["list", *store]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{imported}  {sample_plan.campaign.title}  ")
    assert sample_plan.campaign.first_day.isoformat() in line


def test_the_list_comes_as_json_for_other_programs(
    imported: str, store: list[str], capsys: pytest.CaptureFixture[str], sample_plan: Plan
) -> None:
    main(["list", "--json", *store])
    (campaign,) = json.loads(capsys.readouterr().out)
    assert campaign["id"] == imported
    assert campaign["last_day"] == sample_plan.campaign.last_day.isoformat()
    assert 0 < campaign["online_share"] < 1


def test_a_campaign_without_dates_says_so_in_the_list(
    store: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", str(LINCOLNSHIRE), *store])
    main(["list", *store])
    line = capsys.readouterr().out.splitlines()[-1]
    assert "no dates" in line
    assert line.endswith("1313.64 GBP")


def test_before_the_first_start_the_list_is_empty(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_store_that_is_not_there_is_refused_and_not_made(
    store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (["list"], ["export", "x", "-o", "x.json"], ["brief", "x", "-o", "x.pdf"]):
        assert "There is no store" in refusal([*words, *store], capsys)
    assert not (tmp_path / "plans.sqlite").exists()


def test_what_is_exported_equals_what_was_imported(
    imported: str, store: list[str], tmp_path: Path, sample_plan: Plan
) -> None:
    assert main(["export", imported, "-o", str(tmp_path / "out.campaign.json"), *store]) == 0
    assert read_campaign_file(tmp_path / "out.campaign.json") == sample_plan


def test_a_campaign_is_found_by_its_title_whatever_its_capitals(
    imported: str, store: list[str], tmp_path: Path, sample_plan: Plan
) -> None:
    out = tmp_path / "out.campaign.json"
    assert main(["export", sample_plan.campaign.title.upper(), "-o", str(out), *store]) == 0
    assert out.exists()


def test_a_title_that_two_campaigns_have_is_refused_with_their_ids(
    imported: str, store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], sample_plan: Plan
) -> None:
    main(["import", str(SAMPLE), *store])
    other = capsys.readouterr().out.strip()
    out = tmp_path / "out.campaign.json"
    sentence = refusal(["export", sample_plan.campaign.title, "-o", str(out), *store], capsys)
    assert imported in sentence
    assert other in sentence
    assert not out.exists()


def test_a_campaign_that_is_not_there_is_refused(
    imported: str, store: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert "“Spring”" in refusal(["export", "Spring", "-o", "x.json", *store], capsys)


def test_a_damaged_file_is_refused_and_nothing_is_stored(
    store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged = json.loads(SAMPLE.read_text(encoding="utf-8"))
    damaged["activities"][0]["flights"][0]["last_day"] = "31 November"
    (tmp_path / "damaged.campaign.json").write_text(json.dumps(damaged), encoding="utf-8")
    sentence = refusal(["import", str(tmp_path / "damaged.campaign.json"), *store], capsys)
    assert "activities[0].flights[0].last_day" in sentence
    assert not (tmp_path / "plans.sqlite").exists()


def test_a_file_that_is_not_there_is_refused(store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert "nowhere.campaign.json" in refusal(["import", "nowhere.campaign.json", *store], capsys)


def test_a_file_that_cannot_be_written_is_refused(
    imported: str, store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refusal(["export", imported, "-o", str(tmp_path / "nowhere" / "out.json"), *store], capsys)


def test_the_brief_of_a_file_is_made_without_a_store(tmp_path: Path) -> None:
    out = tmp_path / "brief.pdf"
    assert main(["brief", str(SAMPLE), "-o", str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF-")


def test_the_brief_of_a_stored_campaign_is_made_by_its_title(
    imported: str, store: list[str], tmp_path: Path, sample_plan: Plan
) -> None:
    out = tmp_path / "brief.pdf"
    assert main(["brief", sample_plan.campaign.title, "-o", str(out), *store]) == 0
    assert out.read_bytes().startswith(b"%PDF-")


def test_what_a_brief_cannot_print_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = json.loads(LINCOLNSHIRE.read_text(encoding="utf-8"))
    file["campaign"]["title"] = "Roads \ue000"
    (tmp_path / "odd.campaign.json").write_text(json.dumps(file), encoding="utf-8")
    assert main(["brief", str(tmp_path / "odd.campaign.json"), "-o", str(tmp_path / "brief.pdf")]) == 0
    assert "U+E000 (private character) cannot be printed" in capsys.readouterr().err


def test_a_refused_brief_leaves_the_old_one_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "brief.pdf").write_bytes(b"the old one")
    (tmp_path / "broken.campaign.json").write_text("{")
    refusal(["brief", str(tmp_path / "broken.campaign.json"), "-o", str(tmp_path / "brief.pdf")], capsys)
    assert (tmp_path / "brief.pdf").read_bytes() == b"the old one"


def test_a_check_says_what_is_found_the_gravest_first_and_sums_up(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", str(SAMPLE)]) == 0
    *findings, counts, summary = capsys.readouterr().out.splitlines()
    assert any(
        "“TikTok account” serves no aim" in line and "[aim.activity_without]" in line for line in findings
    )
    assert all(line.startswith("warning  ") for line in findings)
    assert counts == f"{len(findings)} warnings, 1 set aside."
    assert summary.startswith(
        "3 of 3 aims are served on both sides, 2 of 4 offline touchpoints are carried on"
    )


@pytest.mark.parametrize(("level", "status"), [("error", 0), ("warning", 3), ("hint", 3)])
def test_a_check_ends_with_3_from_the_level_that_is_asked_for(
    level: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(SAMPLE), "--fail-on", level]) == status
    assert "warnings" in capsys.readouterr().out


def test_a_check_comes_as_json_for_other_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SAMPLE), "--json"]) == 0
    content = json.loads(capsys.readouterr().out)
    (late,) = (each for each in content["findings"] if each["rule"] == "bridge.carries_on_as")
    assert late["severity"] == "warning"
    assert late["family"] == "bridges"
    assert late["source"].startswith("http")
    assert late["subjects"][0]["type"] == "bridge"
    assert content["set_aside"][0]["rule"] == "bridge.announces"
    assert content["summary"]["bridges_broken"] == 1
    assert content["campaign"]["title"] == "Autumn Blend launch"


def test_a_stored_campaign_is_checked_beside_the_others_of_the_store(
    imported: str, store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", str(SAMPLE), *store])  # a copy: the same audience at the same time
    capsys.readouterr()
    assert main(["check", imported, "--json", "--fail-on", "hint", *store]) == 3
    content = json.loads(capsys.readouterr().out)
    beside = [each for each in content["findings"] if each["rule"] == "time.other_campaign"]
    assert len(beside) == 3
    assert [each.get("type") for each in beside[0]["subjects"]] == ["audience", None]


@pytest.mark.parametrize("words", [["--json"], []])
def test_a_check_names_a_title_from_the_right_as_it_was_typed(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = json.loads(SAMPLE.read_text(encoding="utf-8"))
    for activity in file["activities"]:
        activity["title"] = "טעימות"
    path = tmp_path / "right.campaign.json"
    path.write_text(json.dumps(file), encoding="utf-8")
    main(["check", str(path), *words])
    told = capsys.readouterr().out
    assert "“טעימות”" in told
    assert "\u2068" not in told
    assert "2068" not in told


def test_a_check_of_what_is_not_there_is_refused(
    imported: str, store: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert "There is no file or campaign “Spring”" in refusal(["check", "Spring", *store], capsys)


def test_the_store_may_be_named_before_or_after_the_command(
    imported: str, store: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*store, "list"]) == 0
    before = capsys.readouterr().out
    assert main(["list", *store]) == 0
    assert capsys.readouterr().out == before


@pytest.mark.parametrize(
    "words",
    [["brief"], ["brief", "x"], ["export", "x"], ["import"], ["fly"], ["list", "x"], ["--sample", "list"]],
)
def test_words_that_make_no_sense_are_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert usage(words) == 2
    assert "usage: campaignplanner" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["brief"], ["check"], ["export"], ["import"], ["list"]])
def test_every_command_has_help(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert usage([*command, "--help"]) == 0
    assert "--store PATH" in capsys.readouterr().out


def test_a_defect_ends_in_one_sentence_and_a_report_in_the_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("campaignplanner.cli._list", lambda _: 1 // 0)
    assert "the report is in" in refusal(["list"], capsys)
    assert "ZeroDivisionError" in caplog.text


def test_a_title_cannot_move_the_cursor_of_the_terminal(
    store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = json.loads(LINCOLNSHIRE.read_text(encoding="utf-8"))
    file["campaign"]["title"] = "Roads\u001b[2J\u202e"
    (tmp_path / "odd.campaign.json").write_text(json.dumps(file), encoding="utf-8")
    main(["import", str(tmp_path / "odd.campaign.json"), *store])
    main(["list", *store])
    assert "Roads<U+001B>[2J<U+202E>" in capsys.readouterr().out


JOURNEY = """
import sys
from campaignplanner.cli import main

sample, folder = sys.argv[1:]
store = ["--store", folder + "/plans.sqlite"]
assert main(["import", sample, *store]) == 0
assert main(["list", *store]) == 0
assert main(["export", "Autumn Blend launch", "-o", folder + "/out.campaign.json", *store]) == 0
assert main(["brief", sample, "-o", folder + "/brief.pdf"]) == 0
assert main(["check", sample]) == 0
print("Qt was imported" if "PySide6" in sys.modules else "no Qt")
"""

NO_NETWORK = """
import socket, sys

def refuse(event, arguments):
    asks_for_a_name = event in {"socket.getaddrinfo", "socket.gethostbyname"}
    leaves_the_machine = event in {"socket.connect", "socket.bind"} and arguments[0].family != getattr(
        socket, "AF_UNIX", None
    )
    if asks_for_a_name or leaves_the_machine:
        raise ConnectionRefusedError(f"this test has no network: {event} {arguments[1:]}")

sys.addaudithook(refuse)
"""


def test_the_commands_need_neither_qt_nor_a_screen_nor_a_network(tmp_path: Path) -> None:
    # Python runs this in every process that it starts here, so the one that typesets is held to it, too.
    (tmp_path / "sitecustomize.py").write_text(NO_NETWORK)
    (tmp_path / "journey.py").write_text(JOURNEY)
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    path = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
    ended = subprocess.run(
        [sys.executable, str(tmp_path / "journey.py"), str(SAMPLE), str(tmp_path)],
        env={**environment, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.stderr == ""
    assert ended.stdout.splitlines()[-1] == "no Qt"
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF-")


def test_a_reader_that_has_seen_enough_is_no_trouble(imported: str, store: list[str]) -> None:
    listing = subprocess.Popen(
        [sys.executable, "-m", "campaignplanner", "list", *store],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    listing.stdout.close()
    assert listing.stderr.read() == b""
    assert listing.wait(60) == 0
    listing.stderr.close()
