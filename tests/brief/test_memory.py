"""What the worker holds when it has let go of something."""

import subprocess
import sys

import pytest

from campaignplanner.brief.memory import give_back_from

MEBIBYTE = 2**20
HOLD_AND_LET_GO = """
import sys
from campaignplanner.brief.memory import give_back_from, memory_in_use
give_back_from(int(sys.argv[1]))
before = memory_in_use()
held = [(bytearray(b"x" * 2**20), bytearray(b"x" * 60_000)) for _ in range(64)]
small = [each for _, each in held]
del held
print(memory_in_use() - before)
"""


def kept_of_64_mebibytes(given_back_from: int) -> int:
    command = [sys.executable, "-c", HOLD_AND_LET_GO, str(given_back_from)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="Only glibc can be told.")
def test_blocks_of_that_size_go_back_at_once_and_smaller_ones_are_kept() -> None:
    assert kept_of_64_mebibytes(MEBIBYTE // 8) < 16 * MEBIBYTE
    assert kept_of_64_mebibytes(32 * MEBIBYTE) > 32 * MEBIBYTE


def test_a_system_without_that_setting_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr("ctypes.CDLL", None)
    give_back_from(MEBIBYTE)
