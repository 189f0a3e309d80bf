"""Scripts that Inter does not have, with the fonts of the extra `scripts`: in those, and in their order."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from campaignplanner.brief import fonts
from campaignplanner.brief.export import export_brief
from campaignplanner.brief.fonts import families_in_order, script_folders
from campaignplanner.brief.options import BriefOptions, Section
from campaignplanner.brief.render import BriefRenderer
from campaignplanner.domain.activity import Kind
from campaignplanner.domain.aim import Kpi
from campaignplanner.domain.campaign import BriefTexts
from tests.brief.reading import TODAY, text_of
from tests.brief.test_hostile import everywhere
from tests.brief.test_standards import fonts_of
from tests.builders import a_bridge, a_line, a_plan, an_activity, an_aim

TEXTS = {
    "Chinese": ("秋季拼配咖啡上市活动", "NotoSansCJKsc"),
    "traditional Chinese": ("秋季拼配咖啡上市活動面向老顧客", "NotoSansCJKtc"),
    "Japanese": ("秋のブレンド発売キャンペーン", "NotoSansCJKjp"),
    "Korean": ("가을 블렌드 출시 캠페인", "NotoSansCJKkr"),
    "Arabic": ("إطلاق مزيج الخريف", "NotoSansArabic"),
    "Hebrew": ("השקת תערובת הסתיו", "NotoSansHebrew"),
    "Devanagari": ("शरद मिश्रण का शुभारंभ", "NotoSansDevanagari"),
    "Bengali": ("শরৎকালীন মিশ্রণ", "NotoSansBengali"),
    "Tamil": ("இலையுதிர் கலவை", "NotoSansTamil"),
    "Thai": ("เปิดตัวกาแฟฤดูใบไม้ร่วง", "NotoSansThai"),
    "Armenian": ("Աշնանային խառնուրդ", "NotoSansArmenian"),
    "Georgian": ("შემოდგომის ნაზავი", "NotoSansGeorgian"),
    "Ethiopic": ("የመኸር ቅልቅል", "NotoSansEthiopic"),
    "emoji": ("🎉😀☕", "NotoEmoji"),
}


def font_names(path: Path) -> set[str]:
    """The fonts of a brief, without the letters that say that they are parts of them."""
    with pikepdf.open(path) as pdf:
        return {str(font.BaseFont).partition("+")[2] for font in fonts_of(pdf)}


@pytest.mark.parametrize("script", TEXTS)
def test_a_text_is_set_in_the_font_of_its_script(script: str, folder: Path, renderer: BriefRenderer) -> None:
    text, font = TEXTS[script]
    result = export_brief(everywhere(text), folder / "brief.pdf", today=TODAY, renderer=renderer)
    assert result.unprintable == ()
    others = {each for each in font_names(result.path) if not each.startswith("Inter")}
    assert others
    assert all(each.startswith(font) for each in others)


@pytest.mark.parametrize("script", ["Chinese", "Japanese", "Korean", "Hebrew", "Armenian", "Georgian"])
def test_the_text_can_be_read_back(script: str, folder: Path, renderer: BriefRenderer) -> None:
    text, _ = TEXTS[script]
    plan = everywhere(text)
    result = export_brief(plan, folder / "brief.pdf", today=TODAY, renderer=renderer)
    read = unicodedata.normalize("NFKC", text_of(result.path))
    assert all(word in read for word in unicodedata.normalize("NFKC", text).split())


def runs_of(path: Path, page: int) -> list[tuple[float, float, str]]:
    """The runs of text of a page with their baseline and where they begin, a run for each font."""
    found: list[tuple[float, float, str]] = []

    def visit(text: str, user: list[float], matrix: list[float], *_: object) -> None:
        if text.strip():
            left = matrix[4] * user[0] + matrix[5] * user[2] + user[4]
            found.append((matrix[4] * user[1] + matrix[5] * user[3] + user[5], left, text.strip()))

    PdfReader(path).pages[page].extract_text(visitor_text=visit)
    return found


def place_of(part: str, line: list[tuple[float, str]]) -> int:
    """Which run from the left has a text."""
    return next(at for at, (_, text) in enumerate(line) if part in text)


HEBREW, LATIN, MORE_HEBREW = "אב", "QR", "גד"


@pytest.mark.parametrize("beside", ["by", "3 August 2026"])
def test_hebrew_runs_from_right_to_left_between_words_that_do_not(
    beside: str, folder: Path, renderer: BriefRenderer
) -> None:
    plan = everywhere(f"{HEBREW} {LATIN} {MORE_HEBREW}")
    result = export_brief(plan, folder / "brief.pdf", today=TODAY, renderer=renderer)
    runs = runs_of(result.path, 0)
    baseline = next(base for base, _, text in runs if "3 August 2026" in text)
    line = sorted((left, text) for base, left, text in runs if abs(base - baseline) < 1)
    order = [
        next(at for at, (_, text) in enumerate(line) if part in text) for part in (MORE_HEBREW, LATIN, HEBREW)
    ]
    assert order == sorted(order)
    at = next(at for at, (_, text) in enumerate(line) if beside in text)
    assert at < order[0] if beside == "by" else at > order[-1]


def test_what_reads_from_right_to_left_stands_at_the_right(folder: Path, renderer: BriefRenderer) -> None:
    texts = BriefTexts(situation=HEBREW, message=MORE_HEBREW)
    aim = an_aim("הו", id="aim")
    plan = a_plan(aim, title="Autumn", brief=texts)
    result = export_brief(plan, folder / "brief.pdf", today=TODAY, renderer=renderer)
    width = float(PdfReader(result.path).pages[0].mediabox.width)
    lefts = {text: left for _, left, text in runs_of(result.path, 0)}
    assert lefts[HEBREW] > width - 80
    assert lefts[MORE_HEBREW] > width - 100
    aim_column, measure_column = lefts["Aim"], lefts["Measure"]
    assert lefts["הו"] > (aim_column + measure_column) / 2


def test_the_mark_of_a_side_precedes_a_name_that_reads_from_right_to_left(
    folder: Path, renderer: BriefRenderer
) -> None:
    talk, event = an_activity(HEBREW, id="talk"), an_activity(MORE_HEBREW, Kind.EVENT, id="event")
    plan = a_plan(talk, event, a_bridge(talk, event))
    options = BriefOptions(sections=(Section.ACTIVITIES,))
    result = export_brief(plan, folder / "brief.pdf", options, today=TODAY, renderer=renderer)
    lefts = {text: left for _, left, text in runs_of(result.path, 0)}
    assert lefts["Activity"] + 60 < lefts[HEBREW] < lefts["Days"]


def test_what_is_said_of_a_bridge_keeps_its_order_below_a_name_from_right_to_left(
    folder: Path, renderer: BriefRenderer
) -> None:
    event, talk = an_activity(HEBREW, Kind.EVENT, id="event"), an_activity(MORE_HEBREW, id="talk")
    plan = a_plan(event, talk, a_bridge(event, talk, mechanism_detail=LATIN))
    options = BriefOptions(sections=(Section.INTEGRATION,))
    result = export_brief(plan, folder / "brief.pdf", options, today=TODAY, renderer=renderer)
    lefts = {text: left for _, left, text in runs_of(result.path, 0)}
    order = [next(left for text, left in lefts.items() if part in text) for part in ("1", "leads to", "open")]
    assert order == sorted(order)


def test_the_name_of_a_group_of_budget_lines_stands_at_the_left_in_every_script(
    folder: Path, renderer: BriefRenderer
) -> None:
    plan = a_plan(an_activity(HEBREW, id="talk"), a_line(1000, activity="talk", label=MORE_HEBREW))
    options = BriefOptions(sections=(Section.MONEY,))
    result = export_brief(plan, folder / "brief.pdf", options, today=TODAY, renderer=renderer)
    lefts = {text: left for _, left, text in runs_of(result.path, 0)}
    assert lefts[HEBREW] == pytest.approx(lefts["Line"], abs=1)
    assert lefts[MORE_HEBREW] > lefts["Line"] + 100


@pytest.mark.parametrize("title", ["إطلاق مزيج الخريف في المقاهي", "Autumn gypsy jury"])
def test_letters_far_below_the_line_of_the_title_stay_clear_of_what_follows(
    title: str, folder: Path, renderer: BriefRenderer
) -> None:
    result = export_brief(a_plan(title=title), folder / "brief.pdf", today=TODAY, renderer=renderer)
    baselines = [(base, text) for base, _, text in runs_of(result.path, 0)]
    byline = next(base for base, text in baselines if "3 August 2026" in text)
    above = min(base for base, _ in baselines if base > byline + 1)
    font_size = 25
    depth = 0.24 if title.isascii() else 0.5
    assert above - byline > depth * font_size + 6


def test_an_emoji_puts_no_line_lower_than_those_beside_it(folder: Path, renderer: BriefRenderer) -> None:
    aim = an_aim("Sing 🎉", id="aim")
    kpi = Kpi(id="kpi", aim_id="aim", name="Songs", target=Decimal(44))
    result = export_brief(a_plan(aim, kpi), folder / "brief.pdf", today=TODAY, renderer=renderer)
    bases = {text: base for base, _, text in runs_of(result.path, 0)}
    assert bases["Sing"] == pytest.approx(bases["Songs"], abs=0.1)


def test_chinese_comes_first_where_nothing_says_otherwise() -> None:
    families = [f"Noto Sans CJK {each}" for each in ("HK", "JP", "KR", "SC", "TC")]
    known = [*families, "Noto Emoji", "Noto Sans", "Noto Sans Arabic", "Noto Sans Symbols"]
    chinese, japanese, korean = (families_in_order(known, text) for text in ("中文", "中のカナ", "한국 中"))
    assert (chinese[-5], japanese[-5], korean[-5]) == tuple(
        f"Noto Sans CJK {each}" for each in ("SC", "JP", "KR")
    )
    assert all(each[-5] == "Noto Sans CJK SC" for each in (families_in_order(known, "中文", "DE"), chinese))
    assert chinese[:4] == ("Noto Sans", "Noto Sans Arabic", "Noto Sans Symbols", "Noto Emoji")


@pytest.mark.parametrize(
    ("text", "country", "region"),
    [
        ("秋季拼配咖啡上市活動面向老顧客", "", "TC"),
        ("秋季拼配咖啡上市活動面向老顧客", "HK", "HK"),
        ("秋季拼配咖啡上市活动面向老顾客", "TW", "SC"),
        ("咖啡", "TW", "TC"),
        ("咖啡", "jp", "JP"),
        ("咖啡", "DE", "SC"),
    ],
)
def test_chinese_is_traditional_where_its_characters_or_else_the_country_say_so(
    text: str, country: str, region: str
) -> None:
    families = [f"Noto Sans CJK {each}" for each in ("HK", "JP", "KR", "SC", "TC")]
    assert families_in_order(families, text, country)[0] == f"Noto Sans CJK {region}"


def test_without_the_extra_there_are_no_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "SCRIPT_PACKAGES", ("no_such_package_of_fonts",))
    script_folders.cache_clear()
    try:
        assert script_folders() == ()
    finally:
        script_folders.cache_clear()
