"""The process that typesets: ended to cancel, renewed when large, shut off from the disk and the network."""

import os
from datetime import date
from pathlib import Path

import pytest

from campaignplanner.brief.options import BriefOptions
from campaignplanner.brief.orders import BriefOrder
from campaignplanner.brief.render import BriefRenderer, Cancelled, Limits, templates_in
from campaignplanner.domain.errors import FileTrouble
from tests.brief.conftest import TemplateMaker
from tests.builders import a_plan

ENDLESS = "#{ for a in range(10000000) { for b in range(10000000) { let c = calc.rem(a * b, 7) } } }"
ORDER = BriefOrder.of(a_plan(), BriefOptions(), date(2026, 8, 3))


def is_running(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True


class Impatience:
    """Wants to cancel as soon as the pages are being typeset, and notes which process does so."""

    def __init__(self, renderer: BriefRenderer) -> None:
        self.renderer = renderer
        self.process_id: int | None = None

    def progress(self, stage: str, share: float) -> None:
        if stage == "Typesetting the pages":
            self.process_id = self.renderer.process_id

    def cancelled(self) -> bool:
        return self.process_id is not None


def refused(templates: dict[str, bytes]) -> str:
    with BriefRenderer(templates) as renderer, pytest.raises(FileTrouble) as trouble:
        renderer.render(ORDER)
    return trouble.value.sentence


def test_cancelling_ends_the_process(templates_of_one_line: TemplateMaker) -> None:
    with BriefRenderer(templates_of_one_line(ENDLESS)) as renderer:
        impatience = Impatience(renderer)
        with pytest.raises(Cancelled):
            renderer.render(ORDER, impatience.cancelled, impatience.progress)
        assert renderer.process_id is None
    assert impatience.process_id is not None
    assert not is_running(impatience.process_id)


def test_a_run_that_takes_too_long_is_given_up_with_a_sentence(templates_of_one_line: TemplateMaker) -> None:
    limits = Limits(seconds=1.0)
    with BriefRenderer(templates_of_one_line(ENDLESS), limits) as renderer:
        with pytest.raises(FileTrouble, match="was not ready after 1 seconds"):
            renderer.render(ORDER)
        assert renderer.process_id is None


def test_a_process_that_dies_gives_a_sentence_and_the_next_run_works() -> None:
    with BriefRenderer() as renderer:
        renderer.render(ORDER)
        os.kill(renderer.process_id, 9)
        with pytest.raises(FileTrouble, match="stopped before the brief was ready"):
            renderer.render(ORDER)
        assert renderer.render(ORDER).pages >= 1


def test_running_out_of_memory_gives_a_sentence(templates_of_one_line: TemplateMaker) -> None:
    eater = '#{ let texts = ()\n for n in range(100000000) { texts.push("x" * 1000 + str(n)) } }'
    limits = Limits(seconds=60, memory=300 * 2**20)
    with (
        BriefRenderer(templates_of_one_line(eater), limits) as renderer,
        pytest.raises(FileTrouble, match="stopped"),
    ):
        renderer.render(ORDER)


def test_a_warm_process_is_kept_for_the_next_run(renderer: BriefRenderer) -> None:
    renderer.render(ORDER)
    first = renderer.process_id
    renderer.render(ORDER)
    assert renderer.process_id == first is not None


def test_a_process_that_has_grown_too_large_is_replaced() -> None:
    with BriefRenderer(limits=Limits(renewed_above=1)) as renderer:
        assert renderer.render(ORDER).pages >= 1
        assert renderer.process_id is None
        assert renderer.render(ORDER).pages >= 1


def test_closing_ends_the_process() -> None:
    renderer = BriefRenderer()
    renderer.render(ORDER)
    process_id = renderer.process_id
    renderer.close()
    assert process_id is not None
    assert not is_running(process_id)


def test_a_template_that_is_wrong_gives_a_sentence(templates_of_one_line: TemplateMaker) -> None:
    assert refused(templates_of_one_line("#nothing-of-that-name")).startswith(
        "The brief could not be typeset: "
    )


def test_without_templates_there_is_a_sentence() -> None:
    assert "install the program again" in refused({})


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "etc/passwd", "../../../../etc/passwd", "..", "/proc/self/environ"]
)
def test_a_template_cannot_read_a_file_of_the_machine(
    templates_of_one_line: TemplateMaker, path: str
) -> None:
    sentence = refused(templates_of_one_line(f'#read("{path}")'))
    assert "not found" in sentence or "escape" in sentence or "could not be typeset" in sentence
    assert "root:" not in sentence


def test_a_template_cannot_list_or_read_beside_the_other_templates(tmp_path: Path) -> None:
    (tmp_path / "main.typ").write_text('#read("secret.txt")', encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    assert "not found" in refused(templates_in(tmp_path))


def test_a_symbolic_link_among_the_templates_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.typ"
    secret.write_text("secret", encoding="utf-8")
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "main.typ").write_text('#include "linked.typ"', encoding="utf-8")
    (folder / "linked.typ").symlink_to(secret)
    assert "not found" in refused(templates_in(folder))


def test_a_template_cannot_import_a_package(templates_of_one_line: TemplateMaker) -> None:
    sentence = refused(templates_of_one_line('#import "@preview/cetz:0.3.0": canvas'))
    assert "package" in sentence


def test_the_templates_that_are_shipped_import_no_package_and_read_no_file() -> None:
    from campaignplanner.brief.render import shipped_templates

    for source in shipped_templates().values():
        assert b'"@' not in source
        assert b"read(" not in source


def test_progress_goes_up(renderer: BriefRenderer) -> None:
    shares: list[float] = []
    renderer.render(ORDER, progress=lambda stage, share: shares.append(share))
    assert shares == sorted(shares)
    assert len(shares) == 3


def test_pictures_are_one_png_for_each_page(renderer: BriefRenderer) -> None:
    order = BriefOrder.of(a_plan(), BriefOptions(), date(2026, 8, 3), pixels_per_inch=40)
    made = renderer.render(order)
    assert len(made.files) == made.pages == renderer.render(ORDER).pages
    assert all(file.startswith(b"\x89PNG") for file in made.files)


def test_the_same_plan_on_the_same_day_gives_the_same_file(renderer: BriefRenderer) -> None:
    assert renderer.render(ORDER).files == renderer.render(ORDER).files


def test_a_process_that_was_warmed_up_makes_the_first_brief() -> None:
    with BriefRenderer() as renderer:
        renderer.warm_up()
        process_id = renderer.process_id
        assert process_id is not None
        renderer.render(ORDER)
        assert renderer.process_id == process_id


def test_a_process_that_is_there_needs_no_warming_up(templates_of_one_line: TemplateMaker) -> None:
    with BriefRenderer(templates_of_one_line("Text")) as renderer:
        renderer.render(ORDER)
        renderer.warm_up(lambda: pytest.fail("Nobody is to be asked."))


def test_warming_up_is_cancelled_like_any_run(templates_of_one_line: TemplateMaker) -> None:
    with BriefRenderer(templates_of_one_line(ENDLESS)) as renderer:
        with pytest.raises(Cancelled):
            renderer.warm_up(lambda: True)
        assert renderer.process_id is None
