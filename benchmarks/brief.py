"""How long the typesetter works on briefs, and how soon the pages follow a letter.

By the clock, for that is what people wait for: the typesetter sets pages that have nothing in common on
several processors, so it takes less time than these work on it. On a machine that does other things the ratio
says more than the milliseconds. The floor is a bare table of Typst with as many rows as there are activities,
set with the same font and to the same standards, in turns with the brief.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.generator import plan_of_size
from benchmarks.report import Measurement
from campaignplanner.brief.document import document_of
from campaignplanner.brief.edition import Edition
from campaignplanner.brief.memory import memory_in_use
from campaignplanner.brief.options import BriefOptions, Section
from campaignplanner.brief.render import shipped_templates
from campaignplanner.brief.typesetting import Typesetter
from campaignplanner.domain.plan import Plan

if TYPE_CHECKING:
    from campaignplanner.ui.brief.preview import Wish

RUNS = 5
TODAY = date(2026, 10, 9)
MEBIBYTE = 2**20
WITH_TIMELINE = (Section.CAMPAIGN, Section.TIMELINE, Section.ACTIVITIES)
"""Page 1, the timeline with the key to its bridges, and a row for each activity."""
SCOPES = {"with timeline": WITH_TIMELINE, "all sections": tuple(Section)}
WARM = {100: 150.0, 1_000: 1_000.0}
FRESH, FRESH_BOUND, FRESH_MEMORY = 5_000, 4_000.0, 600.0
GROWTH_BOUND = 1.3
"""How many times the time of an activity of 100 one of 5,000 may take: close to linear."""
LETTERS, LETTER_BOUND = 9, 300.0

_BARE_TABLE = """
#set document(title: "Rows")
#set page(paper: "a4", margin: 16mm)
#set text(font: "Inter", size: 8.2pt, lang: "en")
#table(
  columns: (1.7fr, 1.25fr, 1.2fr, 1.15fr, 0.75fr, auto), stroke: none,
  table.header([Activity], [Days], [Where], [Aims], [Owner], [Status]),
  ..json(bytes(sys.inputs.document)).flatten(),
)
"""


def measure(runs: int = RUNS) -> list[Measurement]:
    """Sets briefs so many times, each in turns with its floor, then types letters."""
    return [*warm(runs), *fresh(), *letters()]


def milliseconds_of(step: Callable[[], object]) -> float:
    """How long a step takes by the clock."""
    began = time.perf_counter()
    step()
    return (time.perf_counter() - began) * 1e3


# -- a warm worker ---------------------------------------------------------------------------------------


def warm(runs: int) -> list[Measurement]:
    """Briefs made where others were made before, as in the worker that the window keeps."""
    taken: dict[str, list[float]] = {}
    brief, bare = Press(shipped_templates()), Press({"main.typ": _BARE_TABLE.encode()})
    # One size after the other: what Typst remembers of large briefs costs the small ones time, too.
    for size in WARM:
        for run in range(runs + 1):
            plan = renamed(plan_of_size(size), run)
            figures = {f"{size} floor": milliseconds_of(partial(bare.set_rows, plan))}
            for scope, sections in SCOPES.items():
                figures[f"{size} {scope}"] = milliseconds_of(partial(brief.set_brief, plan, sections))
            for name, milliseconds in figures.items():
                if run:  # the first one fills caches and is not counted
                    taken.setdefault(name, []).append(milliseconds)
    return [
        Measurement(
            f"brief: {size:,} activities, {scope}, warm",
            median(taken[f"{size} {scope}"]),
            "ms",
            median(taken[f"{size} floor"]),
            bound,
            is_absolute=True,
        )
        for scope in SCOPES
        for size, bound in WARM.items()
    ]


def renamed(plan: Plan, run: int) -> Plan:
    """The plan with other titles: the typesetter remembers what it has set."""
    named = [replace(each, title=f"{each.title} {run}") for each in plan.activities.values()]
    others = [each for each in plan.records() if each.id not in plan.activities]
    return Plan.of(plan.campaign, [*others, *named])


class Press:
    """A typesetter, in this process so that its time can be told."""

    def __init__(self, templates: dict[str, bytes]) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._typesetter = Typesetter(templates, Path(self._folder.name))

    def set_brief(self, plan: Plan, sections: tuple[Section, ...]) -> None:
        """Makes the brief of a plan, all that the worker does of it."""
        options = BriefOptions(sections=sections)
        document = document_of(plan, options, TODAY, Edition.now(plan), self._typesetter.printed)
        self._typesetter.pdf(document, _nothing)

    def set_rows(self, plan: Plan) -> None:
        """Sets a bare table with a row of texts for each activity."""
        document = document_of(plan, BriefOptions(sections=(Section.ACTIVITIES,)), TODAY)
        rows = [
            [each.title, "".join(each.days), each.kind, "".join(each.aims), each.owner, each.status]
            for each in document.activities.entries
        ]
        self._typesetter.pdf(rows, _nothing)


def _nothing() -> None:
    """Nobody wants to know that the pages begin."""


# -- a fresh one -----------------------------------------------------------------------------------------


def fresh() -> list[Measurement]:
    """Large briefs, each in a process of its own: its time, and what it holds afterwards."""
    large, small, floor = _probed(FRESH, "brief"), _probed(100, "brief"), _probed(FRESH, "rows")
    name = f"brief: {FRESH:,} activities with timeline, fresh"
    growth = (large["milliseconds"] / FRESH) / (small["milliseconds"] / 100)
    return [
        Measurement(name, large["milliseconds"], "ms", floor["milliseconds"], FRESH_BOUND, is_absolute=True),
        Measurement(
            f"{name}, memory", large["megabytes"], "MB", floor["megabytes"], FRESH_MEMORY, is_absolute=True
        ),
        Measurement(f"brief: an activity of {FRESH:,} against one of 100", growth, "x", None, GROWTH_BOUND),
    ]


def _probed(size: int, what: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.brief", what, str(size)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    said: dict[str, float] = json.loads(done.stdout)
    return said


def probe(what: str, size: int) -> dict[str, float]:
    """Makes one brief, or one bare table, in this process."""
    press = Press(shipped_templates() if what == "brief" else {"main.typ": _BARE_TABLE.encode()})
    plan = plan_of_size(size)
    if what == "brief":
        taken = milliseconds_of(lambda: press.set_brief(plan, WITH_TIMELINE))
    else:
        taken = milliseconds_of(lambda: press.set_rows(plan))
    return {"milliseconds": taken, "megabytes": memory_in_use() / MEBIBYTE}


# -- after a letter --------------------------------------------------------------------------------------


def letters() -> list[Measurement]:
    """From a letter in the message until its page is there as a picture, by the clock."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from campaignplanner.ui.brief.preview import PreviewMaker
    from campaignplanner.ui.tasks import TaskRunner
    from campaignplanner.ui.typesetter import TypesetterKeeper

    application = QApplication.instance() or QApplication([])
    keeper = TypesetterKeeper()
    maker = PreviewMaker(TaskRunner(application), keeper, application)
    plan = plan_of_size(100)

    def shown_after(text: str) -> float:
        loop = QEventLoop()
        maker.made.connect(loop.quit)
        began = time.perf_counter()
        maker.ask(_wish(plan, text))
        loop.exec()
        maker.made.disconnect(loop.quit)
        return (time.perf_counter() - began) * 1e3

    shown_after("")  # all pages; from here on it is known which are worked on
    taken = [shown_after("Bring a friend, drink for free"[: count + 3]) for count in range(LETTERS + 1)][1:]
    while not maker.is_idle:
        application.processEvents()
    keeper.close()
    return [
        Measurement("brief: page of 100 activities after a letter", median(taken), "ms", None, LETTER_BOUND)
    ]


def _wish(plan: Plan, message: str) -> Wish:
    from campaignplanner.ui.brief.preview import Wish

    campaign = replace(plan.campaign, brief=replace(plan.campaign.brief, message=message))
    typed = replace(plan, campaign=campaign)
    return Wish(
        plan=typed,
        options=BriefOptions(),
        edition=Edition.now(typed),
        today=TODAY,
        pixels_per_inch=110.0,
        section=Section.CAMPAIGN,
    )


if __name__ == "__main__":
    print(json.dumps(probe(sys.argv[1], int(sys.argv[2]))))
