"""The campaign file: one campaign as JSON that people can read and write (``*.campaign.json``).

``resources/schema/campaign-1.schema.json`` describes it. It is lossless both ways, and the same plan always
gives the same text.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from campaignplanner.domain.approval import Version, VersionState
from campaignplanner.domain.errors import FileTrouble
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.json_text import PlaceTrouble, parsed, rendered
from campaignplanner.exchange.reading import plan_of
from campaignplanner.exchange.writing import tree_of, tree_without_versions
from campaignplanner.paths import write_in_place

_OTHER_ENCODINGS = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


@dataclass(frozen=True, slots=True)
class CampaignFile:
    """Everything that a campaign file holds.

    Attributes:
        plan: the campaign.
        states: the plans kept with its versions, which a ``Plan`` does not hold.
    """

    plan: Plan
    states: tuple[VersionState, ...] = ()

    def kept_plan(self, version: Version) -> Plan | None:
        """Return the plan as it stood at a version; None where nothing was kept of it."""
        state = next((each for each in self.states if each.version_id == version.id), None)
        return None if state is None else CampaignFile.of_text(state.content).plan

    @classmethod
    def of_text(cls, text: str) -> CampaignFile:
        """Return what a text holds; raise FileTrouble, with the place, where it is not a campaign file."""
        return cls(*plan_of(parsed(text)))

    @classmethod
    def read(cls, path: Path) -> CampaignFile:
        """Return what a file holds; raise FileTrouble when it cannot be read, or not as a campaign file."""
        try:
            return cls.of_text(_text_of(path))
        except PlaceTrouble as trouble:
            where = f"“{path.name}”, {trouble.place}" if trouble.place else f"“{path.name}”"
            raise FileTrouble(f"{where}: {trouble.what}") from None

    def text(self) -> str:
        """Return the text of the file; raise FileTrouble when a kept plan is damaged."""
        return rendered(tree_of(self.plan, self.states))

    def write(self, path: Path) -> None:
        """Write the file whole or not at all: a file that was there stays as it was when this fails.

        Raises:
            FileTrouble: the file cannot be written.
        """
        content = self.text().encode()
        try:
            write_in_place(path, content)
        except OSError as error:
            raise FileTrouble(f"“{path}” cannot be written: {_reason(error)}.") from None


class CampaignFileFormat:
    """How plans become text and come back, for those who must not know of files."""

    def write(self, plan: Plan) -> str:
        """Return the text that a version keeps: the plan without its versions and approvals."""
        return rendered(tree_without_versions(plan))

    def read(self, text: str) -> Plan:
        """Return the plan of a text; raise FileTrouble where it is not a campaign file."""
        return CampaignFile.of_text(text).plan

    def read_with_states(self, text: str) -> tuple[Plan, tuple[VersionState, ...]]:
        """Return the plan of a text and the plans kept with its versions; raise FileTrouble like ``read``."""
        found = CampaignFile.of_text(text)
        return found.plan, found.states


def read_campaign_file(path: Path) -> Plan:
    """Return the plan of a campaign file, without what its versions kept; raise FileTrouble."""
    return CampaignFile.read(path).plan


def _text_of(path: Path) -> str:
    """Return the text of a file: UTF-8, with or without the mark that some editors put in front."""
    try:
        if path.exists() and not path.is_file():
            raise PlaceTrouble(
                "", "This is a folder, not a campaign file" if path.is_dir() else "This is not a file"
            )
        content = path.read_bytes()
    except FileNotFoundError:
        raise FileTrouble(f"There is no file “{path}”.") from None
    except OSError as error:
        raise FileTrouble(f"“{path}” cannot be read: {_reason(error)}.") from None
    for mark, encoding in _OTHER_ENCODINGS:
        if content.startswith(mark):
            raise PlaceTrouble("", f"This file is written in {encoding}; save it as UTF-8")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlaceTrouble("", f"This is not UTF-8 text: byte {error.start + 1} does not fit") from None


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
