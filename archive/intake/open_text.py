"""Reads an OpenDocument text (ODT): headings, paragraphs, lists, tables and pictures, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.etree import ElementTree as ET

from archive.intake.packages import BadPackage, Package, opened
from archive.intake.word import Written, plain
from archive.intake.word_lists import BULLET, whole
from archive.reports.reading_copy import Cell, Grid, NewPage, Paragraph, Picture, Piece, Words

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE = f"{{{OASIS}text:1.0}}", f"{{{OASIS}table:1.0}}"
OFFICE, DRAW = f"{{{OASIS}office:1.0}}", f"{{{OASIS}drawing:1.0}}"
STYLE, FO = f"{{{OASIS}style:1.0}}", f"{{{OASIS}xsl-fo-compatible:1.0}}"
XLINK, DC = "{http://www.w3.org/1999/xlink}", "{http://purl.org/dc/elements/1.1/}"
PASSED_OVER = {
    f"{TEXT}tracked-changes",
    f"{TEXT}sequence-decls",
    f"{OFFICE}forms",
    f"{OFFICE}annotation",
}
MOST_SPACES, MOST_COLUMNS = 40, 60


def read(path: Path) -> Written:
    """The content of an ODT. Raises `BadPackage`, `TooLarge`, `OSError`."""
    with opened(path) as package:
        meta = package.tree("meta.xml")
        title = "" if meta is None else meta.findtext(f".//{DC}title") or ""
        return Written(title, tuple(_Reading(package).pieces()))


@dataclass(slots=True)
class _Flow:
    words: list[Words] = field(default_factory=list)
    beside: list[Piece] = field(default_factory=list)


class _Reading:
    """Walks one package."""

    def __init__(self, package: Package) -> None:
        self._package = package
        content = package.tree("content.xml")
        body = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
        if content is None or body is None:
            raise BadPackage
        self._body, self._breaking = body, set(_breaking(content))

    def pieces(self) -> Iterator[Piece]:
        """The text from its beginning to its end."""
        yield from self._blocks(self._body, 0)

    def _blocks(self, within: ET.Element, depth: int) -> Iterator[Piece]:
        for element in within:
            if element.tag in (f"{TEXT}p", f"{TEXT}h"):
                yield from self._paragraph(element, depth)
            elif element.tag == f"{TEXT}list":
                yield from self._list(element, depth)
            elif element.tag == f"{TABLE}table":
                yield self._grid(element)
            elif element.tag not in PASSED_OVER:
                yield from self._blocks(element, depth)

    def _list(self, element: ET.Element, depth: int) -> Iterator[Piece]:
        for item in element:
            label = BULLET
            for piece in self._blocks(item, depth + 1):
                if isinstance(piece, Paragraph) and not piece.label:
                    yield replace(piece, label=label, depth=depth if label else depth + 1)
                    label = ""
                else:
                    yield piece

    def _paragraph(self, element: ET.Element, depth: int) -> Iterator[Piece]:
        if element.get(f"{TEXT}style-name") in self._breaking:
            yield NewPage()
        flow = _Flow()
        self._walk(element, flow)
        if any(word.text.strip() for word in flow.words):
            level = 0
            if element.tag == f"{TEXT}h":
                level = max(1, whole(element.get(f"{TEXT}outline-level"), 1))
            yield Paragraph(tuple(flow.words), level, depth=depth)
        yield from flow.beside

    def _walk(self, within: ET.Element, flow: _Flow) -> None:
        flow.words.append(Words(_spaced(within.text)))
        for element in within:
            if not self._special(element, flow):
                self._walk(element, flow)
            flow.words.append(Words(_spaced(element.tail)))

    def _special(self, element: ET.Element, flow: _Flow) -> bool:
        """Whether it was a space, a break, a note, a picture or a box, which is noted."""
        tag = element.tag
        if tag == f"{TEXT}s":
            flow.words.append(Words(" " * min(whole(element.get(f"{TEXT}c"), 1), MOST_SPACES)))
        elif tag == f"{TEXT}tab":
            flow.words.append(Words("\t"))
        elif tag == f"{TEXT}line-break":
            flow.words.append(Words("\n"))
        elif tag == f"{TEXT}note":
            flow.words.append(Words(f" [{_note(self._blocks(element, 0))}] "))
        elif tag == f"{DRAW}text-box":
            flow.beside.extend(self._blocks(element, 0))
        elif tag == f"{DRAW}image":
            self._picture(element, flow)
        else:
            return tag in PASSED_OVER
        return True

    def _picture(self, element: ET.Element, flow: _Flow) -> None:
        content = self._package.picture(element.get(f"{XLINK}href", ""))
        if content:
            flow.beside.append(Picture(content, 0.0, 0.0))

    def _grid(self, table: ET.Element) -> Grid:
        rows = tuple(self._row(row) for row in table.iter(f"{TABLE}table-row"))
        columns = max((sum(cell.span for cell in row) for row in rows), default=1)
        return Grid((1.0,) * columns, rows)

    def _row(self, row: ET.Element) -> tuple[Cell, ...]:
        cells: list[Cell] = []
        for element in row:
            if element.tag == f"{TABLE}table-cell":
                span = max(1, whole(element.get(f"{TABLE}number-columns-spanned"), 1))
                text = "\n".join(filter(None, map(plain, self._blocks(element, 0))))
                times = max(1, whole(element.get(f"{TABLE}number-columns-repeated"), 1))
                made = Cell(tuple(_by_lines(text)), min(span, MOST_COLUMNS))
                cells += [made] * min(times, MOST_COLUMNS)
        return tuple(cells[:MOST_COLUMNS]) or (Cell(()),)


def _breaking(content: ET.Element) -> Iterator[str]:
    """The names of the styles whose paragraphs begin a page."""
    for style in content.iter(f"{STYLE}style"):
        properties = style.find(f"{STYLE}paragraph-properties")
        if properties is not None and properties.get(f"{FO}break-before") == "page":
            yield style.get(f"{STYLE}name", "")


def _spaced(text: str | None) -> str:
    """White space of the XML counts as one space."""
    if not text:
        return ""
    inner = " ".join(text.split())
    return f"{' ' * text[0].isspace()}{inner}{' ' * (bool(inner) and text[-1].isspace())}"


def _note(pieces: Iterator[Piece]) -> str:
    return " ".join(map(plain, pieces))


def _by_lines(text: str) -> Iterator[Words]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield Words("\n")
        if line:
            yield Words(line)
