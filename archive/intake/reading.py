"""Takes one file in: decides what it is, keeps the original, reads its pages.

Runs in a reading process, so nothing heavy is imported here.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from archive.errors import DiskFull
from archive.intake import pdf_text, plain_text
from archive.intake.paths import file_of, spelled
from archive.intake.readings import PDF, TEXT, Answer, FileRead, Held, PageRead, Refused, Task
from archive.intake.reasons import of_disk, reason
from archive.records import Outcome, Reason
from archive.storage.files import Originals
from archive.text import clean, storable

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NAMED = 12  # damaged pages told by their numbers
Beat = Callable[[int, int], None]


class _Refuse(Exception):
    """The file is not taken in."""

    def __init__(self, code: str, **data: str) -> None:
        super().__init__(code)
        self.reason = reason(code, **data)


def take_in(task: Task, originals: Originals, beat: Beat) -> Answer:
    """Keep and read one file. Never raises for what is the matter with the file."""
    try:
        try:
            return _take_in(task, file_of(task.path), originals, beat)
        except MemoryError:
            unread = replace(task, unread=reason("too_large"))
            return _take_in(unread, file_of(task.path), originals, beat)
    except _Refuse as refused:
        return Refused(task.item, refused.reason)
    except DiskFull:
        return Refused(task.item, reason("disk_full"))
    except OSError as error:
        return Refused(task.item, of_disk(error))


def _take_in(task: Task, path: Path, originals: Originals, beat: Beat) -> Answer:
    facts = path.stat()
    if not stat.S_ISREG(facts.st_mode):  # a pipe or a device would never end
        raise _Refuse("not_supported", ending=path.suffix or path.name)
    media_type = _kind(path, known_to_crash=task.unread is not None)
    if media_type == TEXT and task.unread is None:
        _check_text(path)
    kept = originals.keep(path, media_type, lambda _done: beat(0, 0))
    if not kept.new and not task.again and task.unread is None:
        return Held(task.item, kept.sha256)
    outcome, why, title, pages = _read(
        task, originals.path(kept.sha256, media_type), media_type, beat
    )
    return FileRead(
        item=task.item,
        outcome=outcome,
        reason=why,
        sha256=kept.sha256,
        size=kept.size,
        media_type=media_type,
        name=spelled(path.name),
        folder=spelled(str(path.parent)),
        modified=_moment(facts.st_mtime),
        title=title or readable(path),
        pages=pages,
        trouble=why.code if why is not None and why.code != "pages_damaged" else "",
    )


def _moment(seconds: float) -> str:
    """A file's time, UTC; empty when no calendar knows it (disks keep wilder ones than we do)."""
    with suppress(OverflowError):
        return f"{(EPOCH + timedelta(seconds=int(seconds))).replace(tzinfo=None).isoformat()}Z"
    return ""


def readable(path: Path) -> str:
    """A title from a file's name: no ending, no underscores."""
    name = clean(spelled(path.stem)).replace("_", " ")
    return re.sub(r"\s+", " ", name).strip() or spelled(path.name)


def _kind(path: Path, *, known_to_crash: bool) -> str:
    """What the file is, by its content and then by its name. Raises `_Refuse`."""
    with path.open("rb") as file:
        start = file.read(pdf_text.HEADER_WITHIN)
    if not start:
        raise _Refuse("empty")
    ending = path.suffix.lower()
    if pdf_text.looks_like_pdf(start) and not (ending == ".txt" and _is_about_pdf(path, start)):
        return PDF
    if ending == ".txt":
        return TEXT
    if ending != ".pdf":
        raise _Refuse("not_supported", ending=ending or path.name)
    if known_to_crash or not pdf_text.opens(path):
        raise _Refuse("not_a_pdf")
    return PDF


def _is_about_pdf(path: Path, start: bytes) -> bool:
    """Whether a text only speaks of PDF headers: they do not begin it, and it opens as no PDF."""
    return not start.startswith(pdf_text.HEADER) and not pdf_text.opens(path)


def _check_text(path: Path) -> None:
    try:
        plain_text.decode(path.read_bytes())
    except plain_text.NotText:
        raise _Refuse("not_text") from None


def _read(
    task: Task, path: Path, media_type: str, beat: Beat
) -> tuple[Outcome, Reason | None, str, tuple[PageRead, ...]]:
    """The outcome, its reason, the maker's title, and the pages."""
    if task.unread is not None:
        return Outcome.IMPORTED, task.unread, "", ()
    if media_type == TEXT:
        return Outcome.IMPORTED, None, "", _text_pages(path, beat)
    try:
        found = pdf_text.read(path, beat)
    except pdf_text.NeedsPassword:
        return Outcome.PASSWORD, reason("password"), "", ()
    except pdf_text.CannotOpen:
        return Outcome.IMPORTED, reason("damaged"), "", ()
    return Outcome.IMPORTED, _trouble(found), found.title, found.pages


def _text_pages(path: Path, beat: Beat) -> tuple[PageRead, ...]:
    pages, found = [], plain_text.read_pages(path)
    for done, page in enumerate(found, start=1):
        raw = storable(page)
        text = clean(raw)
        pages.append(PageRead("", text, raw if raw != text else None))
        beat(done, len(found))
    return tuple(pages)


def _trouble(found: pdf_text.PdfRead) -> Reason | None:
    if not found.pages:
        return reason("no_pages")
    if len(found.broken) == len(found.pages):
        return reason("damaged")
    if found.broken:
        named = ", ".join(map(str, found.broken[:NAMED]))
        return reason("pages_damaged", pages=named + (", …" if found.broken[NAMED:] else ""))
    return None
