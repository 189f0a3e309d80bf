"""The process that typesets reads the program, its templates, word tables and fonts, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import typst

import campaignplanner
from campaignplanner.brief import render, words
from campaignplanner.brief.fonts import inter_folder, script_folders
from campaignplanner.brief.logo import Logo
from campaignplanner.brief.options import BriefOptions
from campaignplanner.brief.orders import BriefOrder
from campaignplanner.brief.render import BriefRenderer
from campaignplanner.domain.errors import FileTrouble, PlanError
from campaignplanner.resources import resource_path
from tests.brief.reading import TODAY
from tests.brief.test_choices import PIXEL
from tests.brief.test_hostile import MARKUP, everywhere

WATCHED = """
import os, sys
note = os.open({log!r}, os.O_WRONLY | os.O_APPEND)
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        os.write(note, os.fsencode(arguments[0]) + b"\\n")
    elif event.startswith("socket.connect"):
        os.write(note, b"network\\n")
sys.addaudithook(watch)
from campaignplanner.brief.worker import main
main()
"""


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a watched worker notes what it opens; every worker of the test is one."""
    path = tmp_path / "opened.txt"
    path.touch()
    popen = subprocess.Popen

    def watched(command: list[str], **how: object) -> subprocess.Popen[bytes]:
        code = WATCHED.format(log=str(path))
        return popen([command[0], "-P", "-c", code], **how)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(render.subprocess, "Popen", watched)
    return path


TIME_ZONE = ("/usr/share/zoneinfo", "/etc/localtime", "/etc/timezone")
"""The library that writes days looks up the machine's time zone when it is imported."""


def roots() -> list[Path]:
    """What the process may read: the interpreter, what is installed, the program, its resources, itself."""
    program = Path(campaignplanner.__file__).parent
    known = [sys.prefix, sys.base_prefix, sysconfig.get_path("stdlib"), *typst.__path__, *TIME_ZONE]
    return [*map(Path, known), program, resource_path("brief"), inter_folder(), Path("/proc/self")]


def test_it_opens_nothing_but_the_program_its_words_and_its_fonts(log: Path) -> None:
    options = BriefOptions(language="de", locale="de_DE", logo=Logo(PIXEL))
    with BriefRenderer() as renderer:
        assert renderer.render(BriefOrder.of(everywhere(MARKUP), options, TODAY)).pages
        renderer.render(BriefOrder.of(everywhere("中文 سلام"), options, TODAY, 40.0))
    opened = {Path(each) for each in log.read_text(encoding="utf-8").splitlines()}
    fonts_of_the_machine = {Path(each.path) for each in typst.Fonts().fonts() if each.path}
    strange = [each for each in opened if not any(each.is_relative_to(root) for root in roots())]
    assert any(each.suffix == ".toml" for each in opened)
    assert [each for each in strange if each not in fonts_of_the_machine] == []


@pytest.mark.parametrize("code", ["../../../etc/passwd", "/etc/passwd", "..", "de.toml", ""])
def test_a_language_is_looked_for_among_those_that_are_shipped_only(code: str) -> None:
    with pytest.raises(PlanError, match="no words for the language"):
        BriefOptions(language=code).check()


def test_a_link_among_the_word_tables_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = resource_path("brief/words/en.toml").read_bytes()
    (tmp_path / "en.toml").write_bytes(english)
    (tmp_path / "xx.toml").symlink_to(tmp_path / "en.toml")
    monkeypatch.setattr(words, "resource_path", lambda name: tmp_path / Path(name).relative_to(words._FOLDER))
    assert set(words.languages.__wrapped__()) == {"en"}


def test_a_logo_that_is_a_link_to_a_file_of_the_machine_is_no_picture(tmp_path: Path) -> None:
    link = tmp_path / "logo.png"
    link.symlink_to("/etc/passwd")
    with pytest.raises(FileTrouble, match="A logo is a PNG or JPEG picture"):
        Logo.read(link)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes here")
def test_a_logo_that_is_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "logo.png")
    with pytest.raises(FileTrouble, match="it is no file"):
        Logo.read(tmp_path / "logo.png")


@pytest.mark.parametrize(
    "picture",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>',
        b"%PDF-1.7\n",
        b'#image("/etc/passwd")',
    ],
)
def test_only_pictures_that_can_name_no_other_file_are_logos(picture: bytes) -> None:
    with pytest.raises(PlanError, match="A logo is a PNG or JPEG picture"):
        BriefOptions(logo=Logo(picture)).check()


def test_a_logo_that_is_broken_gives_a_sentence(renderer: BriefRenderer) -> None:
    broken = PIXEL[:40] + b"\0" * 20
    with pytest.raises(FileTrouble, match="could not be typeset"):
        renderer.render(BriefOrder.of(everywhere("a"), BriefOptions(logo=Logo(broken)), TODAY))


def test_fonts_of_other_scripts_lie_where_only_fonts_lie() -> None:
    for folder in script_folders():
        kinds = {each.suffix for each in folder.iterdir() if each.is_file()}
        assert kinds <= {".ttf", ".otf", ".ttc", ".py"}
