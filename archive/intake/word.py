"""Reads a Word file (DOCX): paragraphs, headings, lists, tables and pictures, in their order.

Word's own XML is walked, so that what stands in text boxes, content controls or as an accepted
change is not passed over; what was struck out is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as ET

from archive.intake.packages import BadPackage, Package, opened
from archive.intake.word_lists import Lists, W, value, whole
from archive.intake.word_styles import Style, align, ends_page, on, styles
from archive.reports.reading_copy import Cell, Grid, NewPage, Paragraph, Picture, Piece, Words

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
D = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
V = "{urn:schemas-microsoft-com:vml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DC = "{http://purl.org/dc/elements/1.1/}"
STRUCK = {f"{W}{tag}" for tag in ("del", "moveFrom", "pPr", "rPr", "sectPr", "instrText")}
SAID = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
MAIN = re.compile(r"word/document\d*\.xml")
EMU = 12_700  # of Word's units in a point
WIDEST = 60  # columns of a table


@dataclass(frozen=True, slots=True)
class Written:
    """What was read: the title the file gives itself (may be empty), and its content."""

    title: str
    pieces: tuple[Piece, ...]


def read(path: Path) -> Written:
    """The content of a DOCX. Raises `BadPackage`, `TooLarge`, `OSError`."""
    with opened(path) as package:
        reading = _Reading(package)
        try:
            return Written(reading.title(), tuple(reading.pieces()))
        except RecursionError as error:
            raise BadPackage from error


@dataclass(slots=True)
class _Flow:
    """What a paragraph holds as it is walked: words, and what stands beside or after them."""

    words: list[Words] = field(default_factory=list)
    beside: list[Piece] = field(default_factory=list)


class _Reading:
    """Walks one package."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = next(name for name in package.names if MAIN.fullmatch(name))
        self._lists = Lists(self._part("numbering.xml"))
        self._styles = styles(self._part("styles.xml"))
        self._pictures = self._related()

    def title(self) -> str:
        """As the file says."""
        core = self._package.tree("docProps/core.xml")
        return "" if core is None else core.findtext(f"{DC}title") or ""

    def pieces(self) -> Iterator[Piece]:
        """Heads, the text, then notes and feet."""
        document = self._package.tree(self._main)
        body = None if document is None else document.find(f"{W}body")
        if body is None:
            raise BadPackage
        yield from self._margin("header")
        yield from self._blocks(body)
        for notes in ("footnotes.xml", "endnotes.xml"):
            yield from self._notes(self._part(notes))
        yield from self._margin("footer")

    def _part(self, name: str) -> ET.Element | None:
        return self._package.tree(f"word/{name}")

    def _related(self) -> dict[str, str]:
        """The names of the parts that the text refers to, by the numbers it gives them."""
        main = PurePosixPath(self._main)
        relations = self._package.tree(f"word/_rels/{main.name}.rels")
        return {
            each.get("Id", ""): "word/" + each.get("Target", "").removeprefix("/word/")
            for each in (() if relations is None else relations)
        }

    def _margin(self, kind: str) -> Iterator[Piece]:
        """What stands at the head or foot of pages: once, and not where it only numbers them."""
        told = set()
        for name in self._package.names:
            if not re.fullmatch(rf"word/{kind}\d*\.xml", name):
                continue
            margin = self._package.tree(name)
            for piece in () if margin is None else self._blocks(margin):
                text = plain(piece)
                if isinstance(piece, Paragraph) and text not in told and _has_words(text):
                    told.add(text)
                    yield replace(piece, quiet=True)
                elif not isinstance(piece, Paragraph | NewPage):
                    yield piece

    def _notes(self, notes: ET.Element | None) -> Iterator[Piece]:
        for note in () if notes is None else notes:
            if note.get(f"{W}type") is None:
                mark = f"[{note.get(f'{W}id', '')}]"
                for piece in self._blocks(note):
                    yield replace(piece, label=mark) if isinstance(piece, Paragraph) else piece

    def _blocks(self, within: ET.Element) -> Iterator[Piece]:
        for element in within:
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{W}tbl":
                yield self._grid(element)
            elif element.tag == f"{MC}AlternateContent":
                yield from self._blocks(_chosen(element))
            elif element.tag not in STRUCK:
                yield from self._blocks(element)

    def _paragraph(self, element: ET.Element) -> Iterator[Piece]:
        properties = element.find(f"{W}pPr")
        shape = self._shape(properties)
        if on(properties, "pageBreakBefore"):
            yield NewPage()
        flow = _Flow()
        self._walk(element, flow, bold=False, italic=False)
        for part, ends in _parted(flow.words):
            if any(word.text.strip() for word in part):
                yield replace(shape, words=tuple(part))
                shape = replace(shape, label="")
            if ends:
                yield NewPage()
        yield from flow.beside
        if properties is not None and ends_page(properties.find(f"{W}sectPr")):
            yield NewPage()

    def _shape(self, properties: ET.Element | None) -> Paragraph:
        """Heading, list, alignment: all of a paragraph but its words."""
        if properties is None:
            return Paragraph(())
        style = self._styles.get(value(properties.find(f"{W}pStyle")), Style())
        numbered = properties.find(f"{W}numPr")
        number, depth = style.number, style.depth
        if numbered is not None:
            number = value(numbered.find(f"{W}numId")) or number
            depth = whole(value(numbered.find(f"{W}ilvl")), depth)
        outline = whole(value(properties.find(f"{W}outlineLvl")), style.level - 1)
        level = outline + 1 if 0 <= outline < 9 else 0
        label = self._lists.label(number, depth) if number else ""
        return Paragraph((), level, label, depth if label else 0, align(properties))

    def _walk(self, within: ET.Element, flow: _Flow, *, bold: bool, italic: bool) -> None:
        for element in within:
            tag = element.tag
            if tag == f"{W}r":
                properties = element.find(f"{W}rPr")
                thick, slanted = on(properties, "b"), on(properties, "i")
                self._walk(element, flow, bold=bold or thick, italic=italic or slanted)
            elif tag in (f"{W}t", f"{M}t"):
                flow.words.append(Words(element.text or "", bold, italic))
            elif tag == f"{MC}AlternateContent":
                self._walk(_chosen(element), flow, bold=bold, italic=italic)
            elif not self._special(element, flow) and tag not in STRUCK:
                self._walk(element, flow, bold=bold, italic=italic)

    def _special(self, element: ET.Element, flow: _Flow) -> bool:
        """Whether it was a break, a mark, a picture or a box, which is noted."""
        tag = element.tag
        if tag == f"{W}br":
            flow.words.append(Words("\f" if element.get(f"{W}type") == "page" else "\n"))
        elif tag in SAID:
            flow.words.append(Words(SAID[tag]))
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            flow.words.append(Words(f"[{element.get(f'{W}id', '')}]"))
        elif tag == f"{W}txbxContent":
            flow.beside.extend(self._blocks(element))
        elif tag in (f"{A}blip", f"{V}imagedata"):
            self._picture(element, flow)
        elif tag in (f"{D}inline", f"{D}anchor"):
            self._drawing(element, flow)
        else:
            return False
        return True

    def _drawing(self, element: ET.Element, flow: _Flow) -> None:
        inner = _Flow()
        for child in element:
            self._walk_drawing(child, inner)
        extent = element.find(f"{D}extent")
        width, height = _points(extent, "cx"), _points(extent, "cy")
        flow.words.extend(inner.words)
        flow.beside.extend(
            replace(each, width=width, height=height) if isinstance(each, Picture) else each
            for each in inner.beside
        )

    def _walk_drawing(self, element: ET.Element, flow: _Flow) -> None:
        if not self._special(element, flow):
            self._walk(element, flow, bold=False, italic=False)

    def _picture(self, element: ET.Element, flow: _Flow) -> None:
        number = element.get(f"{R}embed") or element.get(f"{R}id") or ""
        content = self._package.picture(self._pictures.get(number, ""))
        if content:
            flow.beside.append(Picture(content, 0.0, 0.0))

    def _grid(self, table: ET.Element) -> Grid:
        rows = tuple(self._row(row) for row in _found(table, "tr"))
        columns = max((sum(cell.span for cell in row) for row in rows), default=1)
        given = [
            float(max(whole(each.get(f"{W}w")), 0))
            for each in table.findall(f"{W}tblGrid/{W}gridCol")
        ]
        widths = tuple(given) if len(given) == columns and all(given) else (1.0,) * columns
        return Grid(widths, rows)

    def _row(self, row: ET.Element) -> tuple[Cell, ...]:
        cells = tuple(self._cell(cell) for cell in _found(row, "tc"))
        before = whole(value(row.find(f"{W}trPr/{W}gridBefore")))
        return (Cell((), min(before, WIDEST)), *cells) if before > 0 else cells or (Cell(()),)

    def _cell(self, cell: ET.Element) -> Cell:
        properties = cell.find(f"{W}tcPr")
        span, merged = 1, None
        if properties is not None:
            span = max(1, min(whole(value(properties.find(f"{W}gridSpan")), 1), WIDEST))
            merged = properties.find(f"{W}vMerge")
        if merged is not None and value(merged) != "restart":
            return Cell((), span)
        return Cell(tuple(_lines(self._blocks(cell))), span)


def plain(piece: Piece) -> str:
    """The text of a piece."""
    if isinstance(piece, Paragraph):
        return "".join(word.text for word in piece.words).strip()
    if isinstance(piece, Grid):
        return "\n".join(
            " | ".join("".join(word.text for word in cell.words) for cell in row)
            for row in piece.rows
        )
    return ""


def _lines(pieces: Iterator[Piece]) -> Iterator[Words]:
    """The content of a cell: paragraphs as lines, a table within as its text."""
    first = True
    for piece in pieces:
        words = piece.words if isinstance(piece, Paragraph) else (Words(plain(piece)),)
        if not any(word.text.strip() for word in words):
            continue
        if not first:
            yield Words("\n")
        first = False
        if isinstance(piece, Paragraph) and piece.label:
            yield Words(piece.label + " ")
        yield from (part for word in words for part in _by_lines(word))


def _by_lines(word: Words) -> Iterator[Words]:
    for number, line in enumerate(word.text.split("\n")):
        if number:
            yield Words("\n")
        if line:
            yield replace(word, text=line)


def _parted(words: list[Words]) -> Iterator[tuple[list[Words], bool]]:
    """The words between the page breaks within a paragraph, and whether a break follows."""
    part: list[Words] = []
    for word in words:
        if word.text == "\f":
            yield part, True
            part = []
        else:
            part.append(word)
    yield part, False


def _found(within: ET.Element, tag: str) -> Iterator[ET.Element]:
    """Rows or cells, also those in content controls; not those of a table within."""
    for element in within:
        if element.tag == f"{W}{tag}":
            yield element
        elif element.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _found(element, tag)


def _chosen(alternatives: ET.Element) -> ET.Element:
    """One of what is written twice, for old and new readers."""
    chosen = alternatives.find(f"{MC}Choice")
    return chosen if chosen is not None else alternatives


def _has_words(text: str) -> bool:
    return len(re.findall(r"[^\W\d_]", text)) > 12


def _points(extent: ET.Element | None, side: str) -> float:
    try:
        return min(float(extent.get(side, "0")) / EMU, 2_000.0) if extent is not None else 0.0
    except ValueError:
        return 0.0
