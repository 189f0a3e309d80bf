"""Much of everything: pages flow, header rows come again, nothing is lost."""

import re
from datetime import timedelta

import pytest
from pypdf import PdfReader

from campaignplanner.brief.export import export_brief
from campaignplanner.brief.render import BriefRenderer
from campaignplanner.domain.activity import Kind
from campaignplanner.domain.budget import Meets
from campaignplanner.domain.plan import Plan
from tests.brief.reading import MARGIN, TODAY, Brief, overlaps, placed_texts, plain
from tests.builders import a_bridge, a_contribution, a_flight, a_line, a_plan, an_activity, an_aim

AIMS, ACTIVITIES = 60, 400
LONG_TITLE = ("A title that goes on and on " * 15)[:400].strip()
KINDS = [kind for kind in Kind if kind is not Kind.OTHER]


def large_plan() -> Plan:
    aims = [
        an_aim(f"Aim {n:02} {LONG_TITLE if n == 3 else 'to be reached'}", id=f"aim{n}", position=n)
        for n in range(AIMS)
    ]
    records: list[object] = [aims]
    for number in range(ACTIVITIES):
        title = LONG_TITLE if number == 7 else f"Activity {number:03}"
        activity = an_activity(title, KINDS[number % len(KINDS)], id=f"activity{number}")
        start = TODAY + timedelta(days=number * 7 % 300)
        records += [activity, a_contribution(activity, aims[number % AIMS])]
        if number % 9:
            records.append(a_flight(activity, start, start + timedelta(days=number % 30)))
        records.append(a_line(1000 + number, list(Meets)[number % 4], activity, label=f"Line {number:03}"))
    records += [a_bridge(f"activity{n}", f"activity{n + 5}", id=f"bridge{n}") for n in range(0, 300, 5)]
    return a_plan(*records, title=LONG_TITLE)


@pytest.fixture(scope="module")
def long_brief(renderer: BriefRenderer, tmp_path_factory: pytest.TempPathFactory) -> Brief:
    plan = large_plan()
    path = tmp_path_factory.mktemp("long") / "long.pdf"
    return Brief(plan, path, export_brief(plan, path, today=TODAY, renderer=renderer))


def test_every_aim_activity_and_line_is_there(long_brief: Brief) -> None:
    plan = long_brief.plan
    texts = [each.statement for each in plan.aims.values()]
    texts += [each.title for each in plan.activities.values()]
    texts += [each.label for each in plan.lines.values()]
    assert [each for each in texts if not long_brief.says(each)] == []


def test_every_bridge_is_in_the_key(long_brief: Brief) -> None:
    titles = long_brief.plan.activities
    for bridge in long_brief.plan.bridges.values():
        assert long_brief.says(titles[bridge.source_id].title)
        assert long_brief.says(titles[bridge.target_id].title)


def test_the_header_of_a_table_comes_again_on_each_of_its_pages(long_brief: Brief) -> None:
    pages = [page for page in long_brief.pages if re.search(r"Line\d{3}", page)]
    assert len(pages) > 1
    assert all("LineCosttypeMeets" in page for page in pages)


def test_the_timeline_goes_on_over_several_sheets_with_its_ruler(long_brief: Brief) -> None:
    landscape = [
        page for page in PdfReader(long_brief.path).pages if page.mediabox.width > page.mediabox.height
    ]
    drawn = [plain(page.extract_text()) for page in landscape if "August" in page.extract_text()]
    assert len(drawn) > 2
    assert all("September2026" in text or "September" in text for text in drawn)


def test_no_text_leaves_its_page_or_runs_into_another(long_brief: Brief) -> None:
    for page in PdfReader(long_brief.path).pages:
        # The numbers of bridges may come to lie on the label of a bar: they have a ground of their own.
        texts = [each for each in placed_texts(page) if not each.text.strip().isdigit()]
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        assert overlaps(texts) == []
        assert all(each.left > MARGIN and each.right < width - MARGIN for each in texts)
        assert all(0 < each.baseline < height for each in texts)
