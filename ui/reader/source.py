"""What the reader needs of a document before opening it: file, pages, links and findings."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from archive.archive import Archive
from archive.errors import NotFound, OriginalMissing
from archive.records import Document, Finding, Link, Page, Target
from archive.records.papers import PageFile
from archive.records.scans import Reading
from archive.vocabulary import label
from ui.language import _, language
from ui.reader.marking import Ink, Quote
from ui.reader.paper import Paper

PDF = ".pdf"
LONG = 160  # so much of a statement is told by a tooltip
NOT_OPENED = (
    *("crashes_reader", "too_slow", "file_not_here"),
    *("kept_unread", "picture_damaged", "file_damaged"),
)


@dataclass(frozen=True)
class Source:
    """A document as the reader opens it.

    `path` is None where the original is not here, `password` where none is known; `files` say for
    each page where it comes from, when that is not simply `path`.
    """

    document: Document
    path: Path | None
    pages: tuple[Page, ...]
    links: tuple[Linked, ...]
    findings: tuple[Filed, ...] = ()
    readings: Mapping[int, Reading] = field(default_factory=dict)
    password: str | None = field(default=None, repr=False)
    files: tuple[PageFile, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether its password must be given first."""
        locked = self.document.trouble == "password" and self.password is None
        return locked and self.path is not None and self.path.suffix == PDF

    @property
    def can_open(self) -> bool:
        """Whether there is something to show, as far as is known before trying."""
        if self.files:
            return any(each.path for each in self.files) and not self.asks
        if self.path is None or self.document.trouble in NOT_OPENED or self.asks:
            return False
        return self.path.suffix == PDF or bool(self.pages)

    def quotes(self) -> list[Quote]:
        """Everything to be marked, in the language of the window."""
        links = [linked.quote() for linked in self.links]
        return links + [filed.quote() for filed in self.findings]

    def opener(self) -> Callable[[], Paper]:
        """What opens it in the rendering thread."""
        if self.files:
            known = partial(_open_known, self.path, self.password)
            return partial(_open_joined, self.files, self.pages, self.readings, known)
        assert self.path is not None
        if self.path.suffix == PDF:
            return partial(_open_read, self.path, self.readings, self.password)
        return partial(_open_text, self.pages)

    @property
    def has_pictures(self) -> bool:
        """Whether its pages can be looked at as they are, and not only their words."""
        return self.path is not None and self.path.suffix == PDF

    def renewing(self) -> Callable[[Paper], None]:
        """What tells the paper, opened before, how its pages read now; in the rendering thread."""
        return partial(_take_readings, self.readings)


@dataclass(frozen=True, slots=True)
class Linked:
    """A link with the name of what it supports and of the partnership that belongs to."""

    link: Link
    name: str
    partnership: str

    def quote(self) -> Quote:
        """As the page view marks it; the tooltip in the language of the window."""
        link = self.link
        return Quote(link.id, link.first_page, link.last_page, link.quote, self._told())

    def _told(self) -> str:
        about = self.name if self.name == self.partnership else f"{self.name} ({self.partnership})"
        words = _("Evidence for: {about}").format(about=about)
        return f"{words}, {years_in_words(self.link)}" if self.link.first_year else words


@dataclass(frozen=True, slots=True)
class Filed:
    """A finding with the title of its partnership."""

    finding: Finding
    partnership: str

    def quote(self) -> Quote:
        """As the page view marks it; the tooltip in the language of the window."""
        source = self.finding.values.source
        pages = source.first_page, source.last_page
        return Quote(self.finding.id, *pages, source.quote, self.told(), Ink.FINDING)

    def told(self, limit: int = LONG) -> str:
        """`Obstacle: limited budget (Jakarta–Tokyo)`."""
        values = self.finding.values
        kind = label("finding_kinds", values.kind, language())
        said = _("named in the source, not described") if values.empty else values.statement
        shown = textwrap.shorten(said, limit, placeholder="…")
        return f"{kind[:1].upper()}{kind[1:]}: {shown} ({self.partnership})"


def years_in_words(link: Link) -> str:
    """`2018` or `2018–2019`; empty where the link names no years."""
    if link.first_year is None:
        return ""
    last = link.last_year
    return str(link.first_year) if last in (None, link.first_year) else f"{link.first_year}–{last}"


def load(archive: Archive, document: int) -> Source:
    """Gather a document for the reader. Runs in a job. Raises `NotFound`."""
    found = archive.documents.get(document)
    pages = archive.documents.pages(document)
    marks = linked(archive, document), filed(archive, document)
    path, readings = _path(archive, document), archive.scans.readings(document)
    password, files = archive.locks.password(document), archive.documents.reading_files(document)
    return Source(found, path, pages, *marks, readings, password, files)


def linked(archive: Archive, document: int) -> tuple[Linked, ...]:
    """The links of a document with their names. Runs in a job."""
    links = archive.links.of_document(document)
    return tuple(Linked(link, *_names(archive, link)) for link in links)


def filed(archive: Archive, document: int) -> tuple[Filed, ...]:
    """The findings a document holds. Runs in a job."""
    titles = {found.id: found.title for found in archive.partnerships.all()}
    findings = archive.findings.of_document(document)
    return tuple(Filed(each, titles.get(each.values.partnership, "")) for each in findings)


def _path(archive: Archive, document: int) -> Path | None:
    try:
        return archive.documents.reading_path(document)
    except OriginalMissing:
        return None


def _names(archive: Archive, link: Link) -> tuple[str, str]:
    try:
        if link.target is Target.PROGRAM:
            program = archive.programs.get(link.target_id)
            return program.name, archive.partnerships.get(program.partnership).title
        if link.target is Target.AGREEMENT:
            agreement = archive.agreements.get(link.target_id)
            return agreement.title, archive.partnerships.get(agreement.partnership).title
        if link.target is Target.ACTIVITY:
            activity = archive.activities.get(link.target_id)
            program = archive.programs.get(activity.program)
            return activity.name, archive.partnerships.get(program.partnership).title
        title = archive.partnerships.get(link.target_id).title
    except NotFound:  # removed a moment ago
        return "", ""
    return title, title


def open_pdf(path: Path, password: str | None = None) -> Paper:
    """Open a PDF. In the rendering thread."""
    from ui.reader.pdf_paper import PdfPaper

    return PdfPaper(path, password)


def _open_read(path: Path, readings: Mapping[int, Reading], password: str | None) -> Paper:
    """A PDF with what was read of its pages that are pictures."""
    from ui.reader.read_paper import ReadPaper

    return ReadPaper(open_pdf(path, password), readings)


def _open_joined(
    files: Sequence[PageFile],
    pages: Sequence[Page],
    readings: Mapping[int, Reading],
    open_file: Callable[[Path, str | None], Paper],
) -> Paper:
    """Pages of several files, or some of one, as one paper."""
    from ui.reader.joined_paper import JoinedPaper
    from ui.reader.read_paper import ReadPaper

    return ReadPaper(JoinedPaper(files, pages, open_file), readings)


def _open_known(own: Path | None, known: str | None, path: Path, kept: str | None) -> Paper:
    """One file of several; the password that was given opens the document's own."""
    return open_pdf(path, kept or (known if path == own else None))


def _take_readings(readings: Mapping[int, Reading], paper: Paper) -> None:
    from ui.reader.read_paper import ReadPaper

    if isinstance(paper, ReadPaper):
        paper.take(readings)


def _open_text(pages: tuple[Page, ...]) -> Paper:
    from ui.reader.text_paper import TextPaper

    return TextPaper([page.text for page in pages], [page.label for page in pages])
