"""Reads a text file: its encoding, and pages of a size that can be read and cited."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

PAGE_LENGTH = 3_000  # characters; about what an office's printed page holds
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
SAMPLE = 65_536
ODD_SHARE = 0.01


class NotText(Exception):
    """The content is no text in any encoding an office uses."""


def read_pages(path: Path) -> list[str]:
    """The text of a file as pages. Raises `NotText`, `OSError`."""
    return paged(decode(path.read_bytes()))


def paged(text: str) -> list[str]:
    """A text as pages of a size that can be cited; a form feed begins a new one."""
    text = text.rstrip()  # also of form feeds, which end the last page
    return [page for part in text.split("\f") for page in _pages(part)]


def decode(content: bytes) -> str:
    """UTF-8, UTF-16 with its mark, else the code page of Western Windows. Raises `NotText`."""
    text = _decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    odd = len(CONTROLS.findall(text[:SAMPLE]))
    if odd > ODD_SHARE * min(len(text), SAMPLE):
        raise NotText
    return text


def _decoded(content: bytes) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _pages(text: str) -> list[str]:
    """Pieces of about a page, cut between paragraphs, else lines, else words."""
    pages, start = [], 0
    while len(text) - start > PAGE_LENGTH:
        cut = _cut(text, start)
        pages.append(text[start:cut])
        start = cut
    rest = text[start:]
    return [*pages, rest] if rest.strip() or not pages else pages


def _cut(text: str, start: int) -> int:
    for between in ("\n\n", "\n", " "):
        found = text.rfind(between, start + PAGE_LENGTH // 2, start + PAGE_LENGTH)
        if found >= 0:
            return found + len(between)
    return start + PAGE_LENGTH
