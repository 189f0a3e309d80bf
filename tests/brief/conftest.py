"""The briefs that many tests read: each sample is typeset once, by one warm process."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from campaignplanner.brief.export import export_brief
from campaignplanner.brief.render import BriefRenderer
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import read_campaign_file
from campaignplanner.resources import resource_path
from tests.brief.reading import TODAY, Brief

SAMPLES = ("autumn_blend", "lincolnshire_fix_our_funds", "click_it_or_ticket_2009")


def sample(name: str) -> Plan:
    return read_campaign_file(resource_path(f"samples/{name}.campaign.json"))


@pytest.fixture(scope="session")
def renderer() -> Iterator[BriefRenderer]:
    with BriefRenderer() as warm:
        yield warm


@pytest.fixture(scope="session", params=SAMPLES)
def brief(
    request: pytest.FixtureRequest, renderer: BriefRenderer, tmp_path_factory: pytest.TempPathFactory
) -> Brief:
    plan = sample(request.param)
    path = tmp_path_factory.mktemp("briefs") / f"{request.param}.pdf"
    result = export_brief(plan, path, today=TODAY, renderer=renderer)
    return Brief(plan, path, result)


@pytest.fixture(scope="session")
def templates_of_one_line() -> "TemplateMaker":
    return TemplateMaker()


class TemplateMaker:
    """Makes templates that set one piece of Typst, for trying what the process may do."""

    def __call__(self, source: str) -> dict[str, bytes]:
        head = '#set document(title: "A trial")\n#set text(font: "Inter", lang: "en")\n= A trial\n'
        return {"main.typ": (head + source).encode()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "out"
    found.mkdir()
    return found
