"""Takes one file in: decides what it is, keeps the original, reads its pages.

Runs in a reading process, so nothing heavy is imported here.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from archive.errors import DiskFull
from archive.intake import pdf_text, plain_text
from archive.intake.paths import file_of, spelled
from archive.intake.readings import (
    Answer,
    FileRead,
    Held,
    PageRead,
    ReadingCopy,
    Refused,
    Task,
)
from archive.intake.reasons import Refuse, of_disk, reason
from archive.intake.recognition import is_locked, kind_of
from archive.records import Outcome, Reason
from archive.storage.files import Originals
from archive.storage.kinds import EML, IMAGES, PDF, TEXT, WRITTEN
from archive.text import clean, storable

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NAMED = 12  # damaged pages told by their numbers
Beat = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Found:
    """What reading a kept file gave."""

    reason: Reason | None = None
    title: str = ""
    pages: tuple[PageRead, ...] = ()
    copy: ReadingCopy | None = None
    outcome: Outcome = Outcome.IMPORTED


def take_in(task: Task, originals: Originals, beat: Beat) -> Answer:
    """Keep and read one file. Never raises for what is the matter with the file."""
    try:
        try:
            return _take_in(task, file_of(task.path), originals, beat)
        except MemoryError:
            unread = replace(task, unread=reason("too_large"))
            return _take_in(unread, file_of(task.path), originals, beat)
    except Refuse as refused:
        return Refused(task.item, refused.reason)
    except DiskFull:
        return Refused(task.item, reason("disk_full"))
    except OSError as error:
        return Refused(task.item, of_disk(error))


def _take_in(task: Task, path: Path, originals: Originals, beat: Beat) -> Answer:
    facts = path.stat()
    if not stat.S_ISREG(facts.st_mode):  # a pipe or a device would never end
        raise Refuse("not_supported", ending=path.suffix or path.name)
    media_type = kind_of(path, known_to_crash=task.unread is not None)
    if media_type == TEXT and task.unread is None:
        _check_text(path)
    kept = originals.keep(path, media_type, lambda _done: beat(0, 0))
    if not kept.new and not task.again and task.unread is None:
        return Held(task.item, kept.sha256)
    found = _read(task, originals.path(kept.sha256, media_type), media_type, originals, beat)
    return FileRead(
        item=task.item,
        outcome=found.outcome,
        reason=found.reason,
        sha256=kept.sha256,
        size=kept.size,
        media_type=media_type,
        name=spelled(path.name),
        folder=spelled(str(path.parent)),
        modified=_moment(facts.st_mtime),
        title=found.title or readable(path),
        pages=found.pages,
        trouble=trouble_of(found.reason),
        copy=found.copy,
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


def _check_text(path: Path) -> None:
    try:
        plain_text.decode(path.read_bytes())
    except plain_text.NotText:
        raise Refuse("not_text") from None


def _read(task: Task, path: Path, media_type: str, originals: Originals, beat: Beat) -> Found:
    """What can be read of a kept file; only what it needs is imported."""
    if task.unread is not None:
        return Found(task.unread)
    if media_type == PDF:
        return read_pdf(path, beat)
    if media_type == TEXT:
        return Found(pages=_text_pages(plain_text.read_pages(path), beat))
    if media_type == EML:
        return _letter(path, beat)
    if media_type in IMAGES or media_type in WRITTEN:
        return _copied(path, media_type, originals, beat)
    return Found(reason("kept_unread"))


def read_pdf(path: Path, beat: Beat, password: str = "") -> Found:
    """What a kept PDF holds; a wrong password leaves it as locked as none."""
    try:
        found = pdf_text.read(path, beat, password)
    except pdf_text.NeedsPassword:
        return Found(reason("password"), outcome=Outcome.PASSWORD)
    except pdf_text.CannotOpen:
        return Found(reason("damaged"))
    return Found(_trouble(found), found.title, found.pages)


def _letter(path: Path, beat: Beat) -> Found:
    from archive.intake import mail

    subject, text = mail.read(path)
    pages = _text_pages(plain_text.paged(text), beat)
    return Found(title=pdf_text.said_title(subject), pages=pages)


def _copied(path: Path, media_type: str, originals: Originals, beat: Beat) -> Found:
    """Read what is no PDF through a copy that is one."""
    if is_locked(path):
        return Found(reason("password"), outcome=Outcome.PASSWORD)
    from archive.intake import copies

    try:
        made = copies.make(path, media_type, beat)
    except copies.NoCopy as no:
        return Found(reason(no.code))
    copy = copies.keep(made.content, originals)
    found = pdf_text.read(originals.path(copy.sha256, PDF), beat)
    why = _some_broken(made.broken) if made.broken else None
    return Found(why, pdf_text.said_title(made.title), found.pages, copy)


def _text_pages(found: list[str], beat: Beat) -> tuple[PageRead, ...]:
    pages = []
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
        return _some_broken(found.broken)
    return None


def _some_broken(broken: tuple[int, ...]) -> Reason:
    named = ", ".join(map(str, broken[:NAMED]))
    return reason("pages_damaged", pages=named + (", …" if broken[NAMED:] else ""))


def trouble_of(why: Reason | None) -> str:
    """What of a reason stays with the document: what keeps all of it from being shown."""
    return why.code if why is not None and why.code != "pages_damaged" else ""
