"""Whatever a plan holds comes back from a campaign file, and nothing in a file brings the reader down."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from campaignplanner.domain.approval import VersionState
from campaignplanner.domain.errors import FileTrouble
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFile, CampaignFileFormat
from tests.exchange.schema import faults_in
from tests.strategies import AWKWARD_TEXTS, plans


@st.composite
def campaign_files(draw: st.DrawFn) -> CampaignFile:
    plan = draw(plans(seed=1))
    states = [
        VersionState(
            id=f"kept with {version.id}",
            version_id=version.id,
            content=CampaignFileFormat().write(draw(plans(seed=2))),
        )
        for version in plan.versions_in_order
        if draw(st.booleans())
    ]
    return CampaignFile(plan, tuple(states))


@given(campaign_files())
def test_exporting_then_importing_gives_an_equal_plan(file: CampaignFile) -> None:
    assert CampaignFile.of_text(file.text()) == file


@settings(max_examples=30)
@given(campaign_files())
def test_what_was_read_is_written_with_the_same_bytes(file: CampaignFile) -> None:
    assert CampaignFile.of_text(file.text()).text() == file.text()


@settings(max_examples=30)
@given(plans(), st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_show(plan: Plan, random: Any) -> None:
    records = list(plan.records())
    random.shuffle(records)
    assert CampaignFile(Plan.of(plan.campaign, records)).text() == CampaignFile(plan).text()


@settings(max_examples=50)
@given(campaign_files())
def test_every_written_file_keeps_to_the_schema(file: CampaignFile) -> None:
    assert faults_in(json.loads(file.text())) == []


values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from(AWKWARD_TEXTS),
    st.sampled_from(("2026-09-10", "1313.64", "-0", "1e9", "id", "key", "0001-01-01", "9999-12-31")),
    st.just([]),
    st.just({}),
    st.just([{}]),
)


def places_in(tree: Any) -> list[tuple[Any, Any]]:
    """Every place of a tree, as what holds it and the name or index there."""
    inside = list(tree.items()) if isinstance(tree, dict) else list(enumerate(tree))
    places = [(tree, name) for name, _ in inside]
    for _, value in inside:
        if isinstance(value, dict | list):
            places += places_in(value)
    return places


def sentence_about(text: str) -> str:
    """Why a text is refused; empty when it is read and gives a plan that breaks no rule."""
    try:
        CampaignFile.of_text(text).plan.check()
    except FileTrouble as trouble:
        return trouble.sentence
    return ""


@settings(max_examples=50)
@given(plans(), st.data())
def test_a_file_with_anything_put_anywhere_is_read_or_refused_with_a_sentence(
    plan: Plan, data: st.DataObject
) -> None:
    tree = json.loads(CampaignFile(plan).text())
    for _ in range(data.draw(st.integers(1, 3))):
        holder, name = data.draw(st.sampled_from(places_in(tree)))
        holder[name] = data.draw(values)
    assert sentence_about(json.dumps(tree)).isprintable()


@given(st.text())
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    assert sentence_about(text).isprintable()
