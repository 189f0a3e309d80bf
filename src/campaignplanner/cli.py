"""The program as it is started from a terminal, a menu or a script.

Without a command it opens the window. The commands work without a window, a screen or Qt, and end with 0 when
all went well, 1 when what was asked for was refused (one sentence on the standard error says why) and 2 when
the words on the command line make no sense.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from argparse import SUPPRESS, ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from campaignplanner import cli_brief, cli_check, paths, startup
from campaignplanner.domain.direction import not_set_apart
from campaignplanner.domain.errors import FileTrouble, PlanError
from campaignplanner.logs import log_to

if TYPE_CHECKING:  # each command imports only what it needs
    from campaignplanner.exchange.campaign_file import CampaignFile
    from campaignplanner.planning.review.rule import OtherCampaign
    from campaignplanner.services.workspace import PortfolioEntry, Workspace

logger = logging.getLogger(__name__)

DONE = 0
REFUSED = 1
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the command line asks for.

    Args:
        arguments: the words after the program's name; those of the process when None.

    Returns:
        The exit status.
    """
    parser = build_parser()
    asked = parser.parse_args(arguments)
    if asked.sample and asked.run is not _open_window:
        parser.error("--sample opens the window, so it goes with no command")
    log_to(paths.log_path())
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a title may be beyond the terminal's encoding
    try:
        status: int = asked.run(asked)
        sys.stdout.flush()
    except (PlanError, FileTrouble) as error:
        return _refused(error.sentence)
    except BrokenPipeError:
        return _reader_has_gone()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception:
        logger.exception("A defect ended the program")
        return _refused(f"Something went wrong inside the program; the report is in {paths.log_path()}.")
    return status


def build_parser() -> ArgumentParser:
    """The grammar of the command line, with the texts of every ``--help``."""
    parser = ArgumentParser(
        prog="campaignplanner",
        description="Plan marketing campaigns from business aims. Without a command it opens the window.",
        epilog="Exit status: 0 done, 1 refused (a sentence on standard error says why), 2 usage, 3 findings.",
    )
    parser.set_defaults(run=_open_window)
    parser.add_argument("--sample", action="store_true", help="open the sample campaign")
    parser.add_argument("--store", type=Path, metavar="PATH", help=_STORE_HELP)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    _add_reading(commands)
    export = commands.add_parser("export", help="write a stored campaign as campaign file")
    export.add_argument("campaign", metavar="ID_OR_TITLE", help="a stored campaign's id or title")
    _add_output(export, "FILE")
    _set_command(export, _export)

    import_ = commands.add_parser("import", help="take a campaign file into the store")
    import_.add_argument("file", type=Path, metavar="FILE", help="a campaign file (*.campaign.json)")
    _set_command(import_, _import)

    list_ = commands.add_parser("list", help="list the campaigns of the store")
    list_.add_argument("--json", action="store_true", help="as JSON, for other programs")
    _set_command(list_, _list)
    return parser


def _add_reading(commands: _SubParsersAction[ArgumentParser]) -> None:
    """The commands that take a file or a stored campaign."""
    brief = commands.add_parser("brief", help="typeset a campaign's brief as PDF")
    brief.add_argument(
        "campaign", metavar="CAMPAIGN", help="a campaign file, or a stored campaign's id or title"
    )
    _add_output(brief, "brief.pdf")
    cli_brief.add_brief_words(brief)
    _set_command(brief, _brief)

    check = commands.add_parser("check", help="say what is missing or broken in a campaign")
    check.add_argument(
        "campaign", metavar="CAMPAIGN", help="a campaign file, or a stored campaign's id or title"
    )
    cli_check.add_check_words(check)
    _set_command(check, _check)


_STORE_HELP = "the store to use instead of the usual one"


def _add_output(command: ArgumentParser, example: str) -> None:
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar=example,
        help="the file to make or replace",
    )


def _set_command(command: ArgumentParser, run: Callable[[Namespace], int]) -> None:
    # SUPPRESS: a command that is given no --store leaves the one before the command as it is.
    command.add_argument("--store", type=Path, default=SUPPRESS, metavar="PATH", help=_STORE_HELP)
    command.set_defaults(run=run)


def _open_window(asked: Namespace) -> int:
    """Qt aborts without an exception where it cannot start, so that is looked at before it is imported."""
    from campaignplanner import preflight

    trouble = preflight.trouble_with_window(os.environ)
    if trouble is not None:
        return _refused(trouble)
    startup.hurry()
    from campaignplanner import app

    return app.run(store=asked.store, sample=asked.sample)


def _brief(asked: Namespace) -> int:
    from datetime import datetime

    from campaignplanner.brief.export import export_brief

    file = _file_or_stored(asked)
    options = cli_brief.brief_options(asked, file.plan.campaign.brief_layout)
    plan, edition = cli_brief.plan_and_edition(file.plan, asked.version, file.kept_plan)
    today = datetime.now().astimezone().date()
    made = export_brief(plan, asked.output, options, today=today, edition=edition)
    for sign in made.unprintable:
        print(
            f"{sign.code} ({sign.name}) cannot be printed; the brief has {sign.mark} there.", file=sys.stderr
        )
    return DONE


def _check(asked: Namespace) -> int:
    from datetime import datetime

    from campaignplanner.planning.review.engine import reviewed
    from campaignplanner.services.reviewing import other_campaigns, review_context

    plan = _file_or_stored(asked).plan
    others: tuple[OtherCampaign, ...] = ()
    if not Path(asked.campaign).is_file():
        with _stored(asked) as workspace:
            others = other_campaigns(workspace, plan.campaign.id)
    today = datetime.now().astimezone().date()
    review = reviewed(plan, review_context(plan, today, others))
    if asked.json:
        print(cli_check.json_of(review))
    else:
        sys.stdout.writelines(f"{_visible(line)}\n" for line in cli_check.lines_of(review))
    return cli_check.status_of(review.findings, asked.fail_on)


def _file_or_stored(asked: Namespace) -> CampaignFile:
    """The campaign that is named: a file, or one of the store by its id or title."""
    from campaignplanner.exchange.campaign_file import CampaignFile

    path = Path(asked.campaign)
    if path.is_file():
        return CampaignFile.read(path)
    with _stored(asked) as workspace:
        campaign_id = _campaign_id(workspace, asked.campaign, "file or campaign")
        return CampaignFile(workspace.read_plan(campaign_id), workspace.version_states(campaign_id))


def _export(asked: Namespace) -> int:
    from campaignplanner.exchange.campaign_file import CampaignFile

    with _stored(asked) as workspace:
        campaign_id = _campaign_id(workspace, asked.campaign, "campaign")
        file = CampaignFile(workspace.read_plan(campaign_id), workspace.version_states(campaign_id))
    file.write(asked.output)
    return DONE


def _import(asked: Namespace) -> int:
    from campaignplanner.exchange.campaign_file import CampaignFile

    file = CampaignFile.read(asked.file)
    with _workspace(_store_path(asked)) as workspace:
        campaign_id = workspace.import_plan(file.plan, file.states)
    print(campaign_id)
    return DONE


def _list(asked: Namespace) -> int:
    entries: tuple[PortfolioEntry, ...] = ()
    if asked.store is not None or paths.default_store_path().exists():  # before the first start there is none
        with _stored(asked) as workspace:
            entries = workspace.portfolio()
    if asked.json:
        print(json.dumps([_as_json(entry) for entry in entries], indent=2))
    else:
        sys.stdout.writelines(f"{line}\n" for line in _table([_row(entry) for entry in entries]))
    return DONE


def _store_path(asked: Namespace) -> Path:
    return asked.store or paths.default_store_path()


@contextmanager
def _workspace(path: Path) -> Iterator[Workspace]:
    from campaignplanner.exchange.campaign_file import CampaignFileFormat
    from campaignplanner.services.workspace import Workspace

    workspace = Workspace.open(path, CampaignFileFormat())
    try:
        yield workspace
    finally:
        workspace.close()


@contextmanager
def _stored(asked: Namespace) -> Iterator[Workspace]:
    """The workspace of a command that only reads: it must not make a store where somebody mistyped a name."""
    path = _store_path(asked)
    if not path.exists():
        raise FileTrouble(f"There is no store at {path}.")
    with _workspace(path) as workspace:
        yield workspace


def _campaign_id(workspace: Workspace, name: str, what: str) -> str:
    """The campaign of the store that has this id or else this title.

    Raises:
        PlanError: there is none, or several have the title.
    """
    campaigns = [entry.campaign for entry in workspace.portfolio()]
    found = [each.id for each in campaigns if each.id == name]
    found = found or [each.id for each in campaigns if each.title == name]
    found = found or [each.id for each in campaigns if each.title.casefold() == name.casefold()]
    if not found:
        raise PlanError(f"There is no {what} “{name}”.")
    if len(found) > 1:
        raise PlanError(
            f"There are {len(found)} campaigns “{name}”; use one of their ids: {', '.join(found)}."
        )
    return found[0]


def _as_json(entry: PortfolioEntry) -> dict[str, object]:
    """What other programs read: days as ISO text, money as decimal text, shares as fractions of 1."""
    from campaignplanner.domain.money import plain_amount

    campaign = entry.campaign
    return {
        "id": campaign.id,
        "title": campaign.title,
        "brand": campaign.brand,
        "first_day": campaign.first_day and campaign.first_day.isoformat(),
        "last_day": campaign.last_day and campaign.last_day.isoformat(),
        "status": campaign.status.value,
        "currency": campaign.currency,
        "planned": plain_amount(entry.planned, campaign.currency),
        "online_share": None if entry.online_share is None else float(round(entry.online_share, 4)),
    }


def _row(entry: PortfolioEntry) -> tuple[str, ...]:
    from campaignplanner.domain.money import plain_amount

    campaign = entry.campaign
    days = [day.isoformat() if day else "…" for day in (campaign.first_day, campaign.last_day)]
    return (
        campaign.id,
        campaign.title,
        campaign.brand,
        "no dates" if days == ["…", "…"] else " – ".join(days),
        campaign.status.value,
        f"{plain_amount(entry.planned, campaign.currency)} {campaign.currency}",
    )


def _table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    rows = [tuple(_visible(cell) for cell in row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _visible(text: str) -> str:
    """A title must not move the terminal's cursor or turn the line round: such characters show their code."""
    return "".join(sign if sign.isprintable() else f"<U+{ord(sign):04X}>" for sign in text)


def _refused(sentence: str) -> int:
    print(_visible(not_set_apart(sentence)), file=sys.stderr)
    return REFUSED


def _reader_has_gone() -> int:
    """Whoever read the output (`head`) has seen enough; Python must not complain when it ends and flushes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE
