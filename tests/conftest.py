"""What every test stands on: no screen, no folders of the person who runs them, nothing left running."""

import os
from collections.abc import Iterator
from pathlib import Path

# Before anything imports Qt, which reads it when the application is made.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import platformdirs
import pytest
from hypothesis import HealthCheck, settings

from campaignplanner.domain.plan import Plan
from campaignplanner.logs import stop_logging
from campaignplanner.preflight import trouble_with_libraries
from campaignplanner.resources import resource_path

# How fast a machine is says nothing about the program; in CI the same examples are tried each time.
settings.register_profile(
    "campaignplanner",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("campaignplanner")


@pytest.hookimpl(tryfirst=True)
def pytest_configure() -> None:
    """Says in a sentence what a bare Linux lacks; pytest-qt would end with a trace of the dynamic loader."""
    if sentence := trouble_with_libraries():
        raise pytest.UsageError(sentence)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Sends all that the program keeps for itself to the test's own folder, here and in child processes."""
    folders = tmp_path / "platform"
    for kind in ("data", "config", "log", "cache", "state"):
        folder = folders / kind

        def user_path(*_: object, folder: Path = folder, **__: object) -> Path:
            return folder

        monkeypatch.setattr(platformdirs, f"user_{kind}_path", user_path)
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(folder))
    yield folders
    stop_logging()


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test with a window that leaves a visible window, an active timer or a running thread."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from tests.leftovers import Leftovers  # imports Qt, which most tests can do without

    request.getfixturevalue("qapp")
    leftovers = Leftovers.noted_now()
    yield
    found = leftovers.found()
    if found:
        pytest.fail("Left behind: " + "; ".join(found), pytrace=False)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What the application of the tests is started with: the program's style, not the system's."""
    return ["campaignplanner", "-style", "Fusion"]


@pytest.fixture(scope="session")
def sample_plan() -> Plan:
    """The campaign of the README's picture; plans never change, so all tests share it."""
    from campaignplanner.exchange.campaign_file import read_campaign_file

    return read_campaign_file(resource_path("samples/autumn_blend.campaign.json"))
