"""The head of a print: emblem, office, titles in any script, facts; or all on its own page."""

from __future__ import annotations

from io import BytesIO

import pypdfium2 as pdfium
import pytest
from PIL import Image

from archive.records import Office
from archive.reports.drawing.cover import EMBLEM, WIDEST, Cover, Emblem, cover_page, head
from archive.reports.style import LANDSCAPE, PORTRAIT, Sheet, Style
from tests.archive.reports.drawings import pdf, printed

STYLE = Style()
FACTS = (("Period", "1989–2026"), ("Printed", "21 November 2026"), ("Archive", "Arsip"))
COVER = Cover("Summary", "Jakarta–東京都–서울특별시–北京", "Sister city", FACTS)


def picture(size: tuple[int, int], form: str = "PNG") -> bytes:
    """A picture of this size in pixels."""
    file = BytesIO()
    Image.new("RGBA" if form == "PNG" else "RGB", size, "#8a1c1c").save(file, form)
    return file.getvalue()


def of(office: Office) -> Cover:
    """The cover of an office's print."""
    return Cover(COVER.report, COVER.title, COVER.subtitle, COVER.facts, office)


@pytest.mark.parametrize(
    ("size", "form"), [((300, 360), "PNG"), ((900, 100), "JPEG"), ((1, 1), "PNG")]
)
def test_an_emblem_keeps_its_proportions(size: tuple[int, int], form: str) -> None:
    made = Emblem(picture(size, form), "Office")
    assert made.width / made.height == pytest.approx(size[0] / size[1])
    assert made.height <= EMBLEM and made.width <= WIDEST + 0.01


@pytest.mark.parametrize("begin", [head, cover_page])
def test_office_title_and_facts_are_told(begin: object) -> None:
    story = begin(STYLE, of(Office("Biro Kerja Sama", "Jakarta", picture((30, 30)))))  # type: ignore[operator]
    read = printed(story)
    assert len(read.pages) == 1
    for told in ("Biro Kerja Sama", "SUMMARY", "Jakarta–", "Sister city", "1989–2026", "Arsip"):
        assert told in read.flow
    assert "[?]" not in read.flow or STYLE.faces.missing


def test_the_emblem_is_on_the_page() -> None:
    with pdfium.PdfDocument(pdf(head(STYLE, of(Office("", "", picture((30, 30))))))) as document:
        assert any(isinstance(each, pdfium.PdfImage) for each in document[0].get_objects())


def test_a_damaged_emblem_is_left_out() -> None:
    with pytest.raises(ValueError, match="no picture"):
        Emblem(b"junk", "")
    assert "Biro" in printed(head(STYLE, of(Office("Biro", "", b"junk")))).flow


def test_without_an_office_the_title_stands_first() -> None:
    assert printed(head(STYLE, COVER)).flow.startswith("SUMMARY")
    assert printed(head(STYLE, Cover("Summary", "Title"))).flow == "SUMMARY Title"


@pytest.mark.parametrize("sheet", [PORTRAIT, LANDSCAPE])
def test_what_follows_a_cover_begins_a_page(sheet: Sheet) -> None:
    style = Style(sheet=sheet)
    first = style.passage("Before")
    story = [*cover_page(style, COVER), first, *cover_page(style, COVER)]
    assert [("Before" in page, "SUMMARY" in page) for page in printed(story, sheet).pages] == [
        (False, True),
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize("sheet", [PORTRAIT, LANDSCAPE])
def test_a_long_title_never_covers_the_facts(sheet: Sheet) -> None:
    office = Office("Biro Kerja Sama " * 30, "Jakarta")
    facts = tuple((f"Label {at}", "value") for at in range(7))
    cover = Cover("Summary", "kata " * 500, "subtitle " * 100, facts, office)
    with pdfium.PdfDocument(pdf(cover_page(Style(sheet=sheet), cover), sheet)) as document:
        text = document[0].get_textpage()
        boxes = [text.get_rect(at) for at in range(text.count_rects())]
        words = [text.get_text_bounded(*box) for box in boxes]
    below = max(box[3] for box, word in zip(boxes, words, strict=True) if "Label" in word)
    above = min(box[1] for box, word in zip(boxes, words, strict=True) if "subtitle" in word)
    assert above > below


def test_endless_titles_print() -> None:
    endless = Cover("Summary", "kata " * 2000, "", FACTS)
    assert len(printed(cover_page(STYLE, endless)).pages) == 1
    assert printed(head(STYLE, endless)).flow.count("kata") == 2000
