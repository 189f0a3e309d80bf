"""The process that typesets: reads orders from its standard input and writes briefs to its standard output.

Typst cannot be stopped half-way and keeps what it has cached, so it lives here: the app ends this process to
cancel, and starts a new one when it has grown too large. Started as `python -m campaignplanner.brief.worker`.
"""

from __future__ import annotations

import dataclasses
import os
import pickle
from functools import partial
from pathlib import Path
from typing import BinaryIO

from campaignplanner.brief import frames
from campaignplanner.brief.document import document_of
from campaignplanner.brief.memory import limit_memory, memory_in_use
from campaignplanner.brief.orders import BriefOrder, WorkerSetup
from campaignplanner.brief.typesetting import Typesetter, TypesettingTrouble
from campaignplanner.domain.errors import PlanError

STAGE_FIGURES, STAGE_TEXTS, STAGE_PAGES = "figures", "texts", "pages"


def main() -> None:
    """Serve until the standard input ends."""
    orders, replies = _own_pipes()
    first = frames.receive(orders)
    if first is None:
        return
    setup: WorkerSetup = pickle.loads(first)  # noqa: S301 -- comes from the app, not from a file
    limit_memory(setup.memory_limit)
    typesetter = Typesetter(setup.templates, Path(setup.empty_folder))
    while (frame := frames.receive(orders)) is not None:
        order: BriefOrder = pickle.loads(frame)  # noqa: S301 -- as above
        try:
            _carry_out(order, typesetter, replies)
        except (TypesettingTrouble, PlanError) as trouble:
            detail = getattr(trouble, "detail", "")
            reply = {"trouble": str(trouble), "detail": detail, "memory": memory_in_use()}
            frames.send_reply(replies, reply)


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Take the standard streams for orders and replies, so that a stray print cannot spoil a reply."""
    orders = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return orders, replies


def _carry_out(order: BriefOrder, typesetter: Typesetter, replies: BinaryIO) -> None:
    say = partial(_say_stage, replies)
    say(STAGE_FIGURES)
    made_of = document_of(order.plan, order.options, order.today, order.edition, typesetter.printed)
    look = dataclasses.replace(made_of.look, pages_before=order.pages_before, pages=order.pages)
    document = dataclasses.replace(made_of, look=look)
    logo = order.options.logo
    say(STAGE_TEXTS)
    begin = partial(say, STAGE_PAGES)
    if order.pixels_per_inch is None:
        made = typesetter.pdf(document, begin, logo)
    else:
        made = typesetter.pictures(document, begin, order.pixels_per_inch, logo)
    reply = {
        "pages": made.pages,
        "unprintable": [[each.character, each.mark, list(each.texts)] for each in made.unprintable],
        "spots": [dataclasses.astuple(each) for each in made.spots],
        "memory": memory_in_use(),
    }
    frames.send_reply(replies, reply, made.files)


def _say_stage(replies: BinaryIO, stage: str) -> None:
    frames.send_reply(replies, {"stage": stage})


if __name__ == "__main__":
    main()
