"""Bringing in folders of ordinary PDFs, beside bare reading and indexing, and beside Recoll."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import tantivy

from tests import conftest
from tests.benchmarks.rows import Row
from tests.conftest import ROOT
from tests.papers import folder_of_papers

CORPUS = Path(os.environ.get("KEMBAR_CORPUS", conftest.CORPUS))  # real files, where there are any

GOAL = 1000  # pages a second on two cores …
GOAL_BARE = 1000 / 1740  # … of a machine where bare reading and indexing does 1,740
GOAL_RECOLL = 2.0  # times as quick as Recoll
CORES = 2


def measure(quick: bool) -> list[Row]:
    """Pages a second of the whole command, start of the program included."""
    with tempfile.TemporaryDirectory(prefix="kembar-imports-") as place:
        made = Path(place) / "made"
        pages = folder_of_papers(made, 20 if quick else 300, pages=30)
        rows = _measure("made-up papers", made, pages, quick)
        if any((CORPUS / "regulations").glob("*.pdf")):
            real = Path(place) / "real"
            pages = _real_papers(real, 2 if quick else 30)
            rows += _measure("real regulations", real, pages, quick)
        return rows


def _real_papers(folder: Path, copies: int) -> int:
    """Each real regulation several times, every time with other last bytes: none is a duplicate."""
    folder.mkdir()
    pages = 0
    for source in sorted((CORPUS / "regulations").glob("*.pdf")):
        content = source.read_bytes()
        with pypdfium2.PdfDocument(content) as document:
            pages += copies * len(document)
        for number in range(copies):
            folder.joinpath(f"{number}-{source.name}").write_bytes(content + b"%%%d\n" % number)
    return pages


def _measure(name: str, papers: Path, pages: int, quick: bool) -> list[Row]:
    place, files = papers.parent, len(list(papers.iterdir()))
    ours = pages / _timed(lambda: _kembar(place / f"{papers.name}.archive", papers))
    bare = pages / _timed(lambda: _bare(place / f"{papers.name}.index", papers))
    rows = [
        Row(
            f"import of {name}: {files} files, {pages} pages; peer: bare text + bare index",
            f"{ours:.0f} pages/s",
            f"{bare:.0f} pages/s",
            f"{ours / bare:.2f}",
            f"≥ {GOAL} pages/s, ≥ {GOAL_BARE:.2f} of bare",
            None if quick else ours >= GOAL and ours / bare >= GOAL_BARE,
        )
    ]
    if shutil.which("recollindex"):
        recoll = pages / _timed(lambda: _recoll(place / f"{papers.name}.recoll", papers))
        rows.append(_beside_recoll(ours, recoll, quick))
    return rows


def _beside_recoll(ours: float, recoll: float, quick: bool) -> Row:
    ratio = ours / recoll
    return Row(
        "the same files; peer: recollindex",
        f"{ours:.0f} pages/s",
        f"{recoll:.0f} pages/s",
        f"{ratio:.2f}",
        f"≥ {GOAL_RECOLL:.0f} × Recoll",
        None if quick else ratio >= GOAL_RECOLL,
    )


def _timed(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _kembar(archive: Path, papers: Path) -> None:
    command = [
        sys.executable,
        "main.py",
        "--archive",
        str(archive),
        "import",
        str(papers),
        "--json",
    ]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def _bare(index: Path, papers: Path) -> None:
    """What nobody can be quicker than: each page's text read and given to Tantivy, no more."""
    index.mkdir()
    fields = tantivy.SchemaBuilder()
    fields.add_text_field("text", stored=False)
    writer = tantivy.Index(fields.build(), path=str(index)).writer(heap_size=256_000_000)
    with multiprocessing.get_context("spawn").Pool(CORES) as pool:
        for texts in pool.imap_unordered(_texts, map(str, sorted(papers.iterdir()))):
            for text in texts:
                writer.add_document(tantivy.Document(text=text))
    writer.commit()
    writer.wait_merging_threads()


def _texts(path: str) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def _recoll(settings: Path, papers: Path) -> None:
    settings.mkdir()
    settings.joinpath("recoll.conf").write_text(f"topdirs = {papers}\n", encoding="utf-8")
    environment = {**os.environ, "HOME": str(settings), "RECOLL_CONFDIR": str(settings)}
    quiet = subprocess.DEVNULL
    subprocess.run(
        ["recollindex", "-c", str(settings)],
        env=environment,
        check=True,
        stdout=quiet,
        stderr=quiet,
    )
