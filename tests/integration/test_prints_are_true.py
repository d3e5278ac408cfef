"""Every report of the sample archive is read back: each citation leads to a source of this archive
that has such a page, each quote stands on the page it cites, and the file is a sound PDF."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2
import pytest

from archive import sample
from archive.archive import Archive, Mode
from archive.progress import Progress
from archive.records import Access
from archive.reports import REPORTS, ReportRequest, print_again, print_to
from archive.reports.request import Language, Subject
from archive.text import fold
from search.finder import Finder
from search.records import SearchRequest
from tests.archive.reports.reading import Print, read
from ui.console import subjects

PRINTED = "2026-11-20"
LANGUAGES = ("id", "en")
CODES = list(REPORTS)
QUERIES = (
    "kerja sama",
    "tembok besar xylofon",
    "tiadaada",
    "",
    "penghentian kegiatan jenis:letter",
)
QUOTED = re.compile(r"“([^“”]+)”\s*((?:\[\d+, (?:hlm\.|pp?\.) [^\]]+\]\s*)+)")
CITED = re.compile(r"\[(\d+), (?:hlm\.|pp?\.) ([^\]]+)\]")


@dataclass(frozen=True)
class Printed:
    """One print of the sample archive."""

    code: str
    file: Path
    asked: ReportRequest
    snapshot: bytes

    @cached_property
    def read(self) -> Print:
        """What it says."""
        return read(self.file.read_bytes())


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The sample archive, made once; tests here only look at it."""
    folder = tmp_path_factory.mktemp("sample") / "contoh"
    sample.make(folder, Progress())
    with Archive.open(folder, Mode.READ) as opened:
        yield opened


@pytest.fixture(scope="module")
def made(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Printed]]:
    """Every report of every subject, in both languages, by the report's code."""
    folder = tmp_path_factory.mktemp("prints")
    return {code: list(_prints(archive, code, folder)) for code in CODES}


def _prints(archive: Archive, code: str, folder: Path) -> Iterator[Printed]:
    if REPORTS[code].subject is Subject.SEARCH:
        yield from _statements(archive, code, folder)
        return
    for language in LANGUAGES:
        for ask in subjects.every(archive, code):
            request = ReportRequest(
                code,
                ask.partnership,
                ask.program,
                language="id" if language == "id" else "en",
                printed=PRINTED,
                cases=ask.cases,
            )
            file = folder / f"{ask.file}-{language}.pdf"
            done = print_to(archive, request, file, Progress())
            yield Printed(code, file, request, done.snapshot)


def _statements(archive: Archive, code: str, folder: Path) -> Iterator[Printed]:
    finder = Finder(archive)
    stated = [finder.statement(SearchRequest(query)) for query in QUERIES]
    finder.close()
    for number, search in enumerate(stated):
        for language in LANGUAGES:
            spoken: Language = "id" if language == "id" else "en"
            request = ReportRequest(code, language=spoken, printed=PRINTED, search=search)
            file = folder / f"{code}-{number}-{language}.pdf"
            done = print_to(archive, request, file, Progress())
            yield Printed(code, file, request, done.snapshot)


@pytest.mark.parametrize("code", CODES)
def test_every_citation_leads_to_a_page_of_a_source_of_this_archive(
    code: str, archive: Archive, made: dict[str, list[Printed]]
) -> None:
    pages = _pages_by_digest(archive)
    assert made[code], "the sample has something to print for each report"
    for each in made[code]:
        sources = each.read.sources
        for number, label in each.read.citations:
            digits = sources[number][1]
            for end in label.split("–"):
                assert end in pages[digits], f"{each.file.name}: [{number}, {label}]"
        cited = {number for number, _label in each.read.citations}
        assert cited == set(sources), f"{each.file.name}: sources that nothing cites"


@pytest.mark.parametrize("code", CODES)
def test_every_quote_stands_on_the_page_it_cites(
    code: str, archive: Archive, made: dict[str, list[Printed]]
) -> None:
    pages = _pages_by_digest(archive)
    for each in made[code]:
        sources = each.read.sources
        for quote, citations in QUOTED.findall(each.read.flow):
            texts = [
                _said(pages[sources[int(number)][1]], label)
                for number, label in CITED.findall(citations)
            ]
            found = any(_bare(quote) in text for text in texts)
            assert found, f"{each.file.name}: “{quote}” {citations}"


def test_the_prints_of_the_sample_quote_and_cite(made: dict[str, list[Printed]]) -> None:
    """So that the tests above have something to fail on."""
    quotes = sum(len(QUOTED.findall(each.read.flow)) for group in made.values() for each in group)
    cites = sum(len(each.read.citations) for group in made.values() for each in group)
    assert quotes > 100
    assert cites > 500


@pytest.mark.parametrize("code", CODES)
def test_a_print_is_made_again_from_its_snapshot_alone(
    code: str, archive: Archive, made: dict[str, list[Printed]], tmp_path: Path
) -> None:
    for each in made[code]:
        again = tmp_path / each.file.name
        print_again(archive, each.snapshot, again, Progress())
        assert again.read_bytes() == each.file.read_bytes(), each.file.name


@pytest.mark.parametrize("code", CODES)
def test_nothing_above_the_level_is_printed_and_it_is_counted(
    code: str, archive: Archive, made: dict[str, list[Printed]], tmp_path: Path
) -> None:
    """What only a higher level may see is in no print of the lowest, nor in its snapshot."""
    with Archive.open(archive.folder, Mode.READ, max(Access)) as all_seeing:
        seen = set(archive.documents.ids())
        visible = {each for each in seen if _visible(archive, each)}
        hidden = [all_seeing.documents.get(each) for each in sorted(seen - visible)]
    assert hidden, "the sample keeps something above the lowest level"
    for each in made[code]:
        for document in hidden:
            assert document.description.title not in each.read.flow
            assert document.original.sha256.encode() not in each.snapshot


@pytest.mark.parametrize("code", CODES)
def test_the_file_is_a_sound_pdf_with_title_language_and_outline(
    code: str, made: dict[str, list[Printed]]
) -> None:
    for each in made[code]:
        with pypdfium2.PdfDocument(each.file) as document:
            assert document.get_metadata_value("Title")
            assert list(document.get_toc()), f"{each.file.name} has no outline"
        raw = each.file.read_bytes()
        assert f"/Lang ({each.asked.language})".encode() in raw


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@pytest.mark.parametrize("code", CODES)
def test_qpdf_finds_no_fault(code: str, made: dict[str, list[Printed]]) -> None:
    for each in made[code]:
        done = subprocess.run(
            ["qpdf", "--check", str(each.file)], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{each.file.name}: {done.stdout}{done.stderr}"


def _visible(archive: Archive, document: int) -> bool:
    return document in (archive.documents.visible() or archive.documents.ids())


def _pages_by_digest(archive: Archive) -> dict[str, dict[str, str]]:
    """The first digits of each document's file: the folded texts of its pages by their number, as
    printed on them and as counted."""
    found: dict[str, dict[str, str]] = {}
    for document, pages in archive.documents.entries(archive.documents.ids()):
        texts = found.setdefault(document.original.sha256[:8], {})
        for page in pages:
            texts[page.label or str(page.number)] = _bare(page.text)
    return found


def _said(pages: dict[str, str], label: str) -> str:
    """All that stands on the pages a citation names."""
    first, last = label.split("–") if "–" in label else (label, label)
    names = list(pages)
    return "".join(pages[name] for name in names[names.index(first) : names.index(last) + 1])


def _bare(text: str) -> str:
    """Folded, without spaces: a line of a print ends elsewhere than that of a page."""
    return "".join(fold(text).split()).replace("-", "")
