"""The pictures of the program are made by one command."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

SCRIPT = Path(__file__).resolve().parents[1] / "docs" / "make_screens.py"


def pictures(folder: Path, *options: str) -> dict[str, QImage]:
    words = [sys.executable, str(SCRIPT), str(folder), *options]
    ended = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    return {Path(name).name: QImage(name) for name in ended.stdout.splitlines()}


def test_every_page_and_the_brief_are_pictured(tmp_path: Path) -> None:
    made = pictures(tmp_path)
    assert {"portfolio-empty.png", "portfolio.png", "timeline.png", "brief-1.png"} <= made.keys()
    assert (made["timeline.png"].width(), made["timeline.png"].height()) == (1440, 900)


def test_pictures_of_a_dark_window_on_a_finer_screen_have_names_of_their_own(tmp_path: Path) -> None:
    made = pictures(tmp_path, "--theme", "dark", "--scale", "1.5")
    timeline = made["timeline-dark-150.png"]
    assert (timeline.width(), timeline.height()) == (2160, 1350)
    assert timeline.pixelColor(5, 5).lightness() < 128
