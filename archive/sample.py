"""Makes the sample archive: made-up papers of the four cases, brought in, described and linked.

What it holds stands in `resources/samples/*.toml`; everything goes the way a person's papers go.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from archive.archive import Archive, Mode
from archive.exchange import load
from archive.exchange.form import DRAFTS, FORMAT, VERSION
from archive.progress import Progress, Step
from archive.records import Access
from archive.reports.papers import Paper, draw
from archive.storage.history import SAMPLE, working_as

NAME = "Arsip Contoh · Sample Archive"

LISTS = tuple(name for name in DRAFTS if name != "documents")
Entry = dict[str, Any]


def make(folder: Path, progress: Progress) -> None:
    """Make the sample archive in a new or empty folder and close it.

    Raises as `Archive.create` does, and `Cancelled`; what is there then is a smaller sample.
    """
    Archive.create(folder, NAME, sample=True).close()
    cases = list(_cases())
    with Archive.open(folder, Mode.WRITE, max(Access)) as archive, working_as(SAMPLE):
        _bring_in(archive, [paper for case in cases for paper in case["papers"]], progress)
        for number, case in enumerate(cases):
            progress.report(Step(number, len(cases), case["name"]))
            _enter(archive, case)


def papers(folder: Path) -> tuple[Path, ...]:
    """Draw all papers of the sample into a folder, without any archive."""
    return tuple(_drawn(paper, folder) for case in _cases() for paper in case["papers"])


def _cases() -> Iterator[Entry]:
    """The cases in the order of their files' names."""
    found = (files("resources") / "samples").iterdir()
    for source in sorted(found, key=lambda entry: entry.name):
        if source.name.endswith(".toml"):
            case = tomllib.loads(source.read_text(encoding="utf-8"))
            yield {"name": source.name.removesuffix(".toml"), **case}


def _bring_in(archive: Archive, described: Iterable[Entry], progress: Progress) -> None:
    """Draw the papers and let the archive read them as it reads anybody's."""
    with TemporaryDirectory(prefix="kembar-sample-") as temporary:
        paths = [_drawn(paper, Path(temporary)) for paper in described]
        archive.imports.enqueue(paths, progress)
        archive.imports.run(progress, workers=1)  # in order, so that ids are always the same


def _drawn(entry: Entry, folder: Path) -> Path:
    names = ("file", "form", "title", "language", "text", "first_number")
    return draw(Paper(**{name: entry[name] for name in names if name in entry}), folder)


def _enter(archive: Archive, case: Entry) -> None:
    """Load a case as the file of a catalogue is loaded: whole, and in one deed."""
    lists = {name: [_as_form(entry) for entry in case.get(name, ())] for name in LISTS}
    described = (paper for paper in case["papers"] if "code" in paper)  # others lie in the inbox
    lists["documents"] = [_description(archive, paper) for paper in described]
    load(archive, {"format": FORMAT, "version": VERSION, **lists})


def _as_form(entry: Entry) -> Entry:
    """An entry in the form of the file; here sources are shorter to write."""
    values = dict(entry)
    if "file" in values:
        values["document"] = values.pop("file")
        values["first_page"], values["last_page"] = values.pop("pages")
    if "years" in values:
        values["first_year"], values["last_year"] = values.pop("years")
    return values


def _description(archive: Archive, paper: Entry) -> Entry:
    """How a paper that has been brought in is described; others name it by its file."""
    names = ("title", "kind", "date", "creator", "language", "scope", "access")
    values = {name: paper[name] for name in names if name in paper}
    sha256 = archive.documents.find(paper["file"]).original.sha256
    return {"key": paper["file"], "sha256": sha256, "reference_code": paper["code"], **values}
