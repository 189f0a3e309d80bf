"""Keeps the process that typesets: starts it, asks it, ends it.

Ending it is how a run is cancelled. A process that has grown too large, does not answer in time or has
stopped by itself is replaced by a new one at the next order.
"""

from __future__ import annotations

import logging
import os
import pickle
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic
from types import TracebackType
from typing import IO, Any, BinaryIO, Self, cast

from campaignplanner.brief import frames
from campaignplanner.brief.orders import MAIN_TEMPLATE, BriefOrder, WorkerSetup
from campaignplanner.brief.printable import Unprintable
from campaignplanner.brief.spots import Spot
from campaignplanner.domain.errors import FileTrouble
from campaignplanner.resources import resource_path

TEMPLATE_FOLDER = "brief"
MEBIBYTE = 2**20
_LOOK_EVERY = 0.05
"""Seconds between two looks at whether somebody wants to cancel."""
_GRACE = 2.0
"""Seconds that a process gets to end by itself."""
_STDERR_KEPT = 4000
_NOWHERE = "http://127.0.0.1:9"
"""A proxy that nobody runs: Typst would fetch a package that a template names from the network."""
_PROXY_VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")

_log = logging.getLogger(__name__)

Reply = tuple[dict[str, Any], tuple[bytes, ...]]
Progress = Callable[[str, float], None]
_STAGES = {
    "figures": ("Working out the figures", 0.1),
    "texts": ("Looking through the texts", 0.3),
    "pages": ("Typesetting the pages", 0.4),
}


class Cancelled(Exception):
    """Somebody asked for the run to end; nothing was made."""


@dataclass(frozen=True, slots=True)
class RenderedBrief:
    """What came out of a run.

    Attributes:
        files: one PDF, or one PNG for each page.
        pages: how many pages the brief has.
        unprintable: the characters that could not be printed as themselves.
        spots: what is said where; of pictures only.
    """

    files: tuple[bytes, ...]
    pages: int
    unprintable: tuple[Unprintable, ...]
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a worker may go.

    Attributes:
        seconds: after which a run is given up.
        renewed_above: bytes; a worker that holds more after a run is replaced.
        memory: bytes that the system refuses to go beyond, where it can.
    """

    seconds: float = 120.0
    renewed_above: int = 600 * MEBIBYTE
    memory: int = 4096 * MEBIBYTE


def never() -> bool:
    """Nobody wants to cancel."""
    return False


def nothing(stage: str, share: float) -> None:
    """Nobody wants to know how far it is."""
    del stage, share


def shipped_templates() -> dict[str, bytes]:
    """The sources of the brief by name. Links are not followed: only what is shipped is read."""
    folder = resource_path(TEMPLATE_FOLDER)
    return templates_in(folder)


def templates_in(folder: Path) -> dict[str, bytes]:
    """The sources in a folder by name, symbolic links left out."""
    paths = (path for path in sorted(folder.glob("*.typ")) if path.is_file() and not path.is_symlink())
    return {path.name: path.read_bytes() for path in paths}


class BriefRenderer:
    """Typesets briefs in a process of its own; one run at a time, from any thread.

    Use it as a context manager, or call `close` when it is not needed any more.

    Args:
        templates: the sources by name; those that are shipped when not given.
        limits: how far a run may go.
    """

    def __init__(self, templates: Mapping[str, bytes] | None = None, limits: Limits | None = None) -> None:
        self._templates = templates
        self._limits = limits or Limits()
        self._worker: _Worker | None = None
        self._turn = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def process_id(self) -> int | None:
        """The id of the process that is kept for the next run, None when there is none."""
        worker = self._worker
        return worker.process.pid if worker is not None else None

    def render(
        self, order: BriefOrder, cancelled: Callable[[], bool] = never, progress: Progress = nothing
    ) -> RenderedBrief:
        """Make the brief.

        Args:
            order: what to make.
            cancelled: asked again and again, from this thread; true ends the run.
            progress: told what is being done, and how far it is from 0 to 1.

        Raises:
            Cancelled: as asked for.
            FileTrouble: it could not be made; the sentence says why.
        """
        with self._turn:
            worker = self._worker = self._worker or _Worker(self._templates, self._limits)
            finished = False
            try:
                reply, blobs = worker.ask(order, cancelled, progress, self._limits.seconds)
                finished = True
            finally:
                if not finished or reply.get("memory", 0) > self._limits.renewed_above:
                    self._worker = None
                    worker.end()
        if "trouble" in reply:
            _log.error("The typesetter refused: %s", reply["detail"])
            raise FileTrouble(str(reply["trouble"]))
        unprintable = (Unprintable(each[0], each[1], tuple(each[2])) for each in reply["unprintable"])
        spots = tuple(Spot(*each) for each in reply["spots"])
        return RenderedBrief(blobs, int(reply["pages"]), tuple(unprintable), spots)

    def warm_up(self, cancelled: Callable[[], bool] = never) -> None:
        """Have a process ready that has read its fonts and templates before a brief is wanted.

        A process that is there already is left alone. See `render` for what is raised.
        """
        if self._worker is None:
            self.render(BriefOrder.of_nothing(), cancelled)

    def close(self) -> None:
        """End the process; a later order starts a new one."""
        with self._turn:
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()


class _Worker:
    """One process and the thread that reads what it answers."""

    def __init__(self, templates: Mapping[str, bytes] | None, limits: Limits) -> None:
        known = dict(templates if templates is not None else shipped_templates())
        if MAIN_TEMPLATE not in known:
            raise FileTrouble("The templates of the brief are missing: install the program again.")
        self._folder = tempfile.TemporaryDirectory(prefix="brief-", ignore_cleanup_errors=True)
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 -- closed in end()
        self._replies: SimpleQueue[Reply | None] = SimpleQueue()
        self.process = _started(self._complaints)
        self._reader = threading.Thread(target=self._read_replies, name="brief-replies", daemon=True)
        self._reader.start()
        setup = WorkerSetup(known, self._folder.name, limits.memory)
        self._send(pickle.dumps(setup))

    def ask(
        self, order: BriefOrder, cancelled: Callable[[], bool], progress: Progress, seconds: float
    ) -> Reply:
        """Send an order and wait for its last reply, see `BriefRenderer.render`."""
        until = monotonic() + seconds
        self._send(pickle.dumps(order))
        while True:
            if cancelled():
                raise Cancelled
            if monotonic() > until:
                raise FileTrouble(f"The brief was not ready after {seconds:.0f} seconds, so it was given up.")
            try:
                answer = self._replies.get(timeout=_LOOK_EVERY)
            except Empty:
                continue
            if answer is None:
                self._log_complaints()
                raise FileTrouble("The typesetter stopped before the brief was ready; please try again.")
            if "stage" not in answer[0]:
                return answer
            progress(*_STAGES[answer[0]["stage"]])

    def end(self) -> None:
        """End the process, at once when it is still busy, and give back what it held."""
        if self.process.stdin is not None:
            _closed_quietly(self.process.stdin)
        self.process.kill()
        self.process.wait(_GRACE)
        self._reader.join(_GRACE)
        if self.process.stdout is not None:
            self.process.stdout.close()
        self._complaints.close()
        self._folder.cleanup()

    def _send(self, payload: bytes) -> None:
        if self.process.stdin is None:
            raise FileTrouble("The typesetter could not be started.")
        try:
            frames.send(cast("BinaryIO", self.process.stdin), payload)
        except frames.BrokenPipe:
            _log.warning("The typesetter does not listen.")  # the reader finds its end and says so in ask()

    def _read_replies(self) -> None:
        stream = cast("BinaryIO | None", self.process.stdout)
        try:
            while stream is not None and (answer := frames.receive_reply(stream)) is not None:
                self._replies.put(answer)
        except frames.BrokenPipe:
            _log.warning("The typesetter's answer was cut off.")
        self._replies.put(None)

    def _log_complaints(self) -> None:
        self._complaints.seek(0, os.SEEK_END)
        self._complaints.seek(max(0, self._complaints.tell() - _STDERR_KEPT))
        said = self._complaints.read().decode(errors="replace").strip()
        _log.error("The typesetter stopped with status %s: %s", self.process.poll(), said)


def _started(complaints: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start a worker with this process's own module path and no way to the network for packages."""
    environment = {name: value for name, value in os.environ.items() if name.lower() != "no_proxy"}
    environment.update(dict.fromkeys(_PROXY_VARIABLES, _NOWHERE))
    environment["PYTHONPATH"] = os.pathsep.join(each for each in sys.path if each)
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "campaignplanner.brief.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            env=environment,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise FileTrouble(f"The typesetter could not be started: {error.strerror or error}.") from error


def _closed_quietly(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:
        _log.debug("The typesetter was gone already.")
