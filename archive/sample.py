"""Makes the sample archive: made-up papers of the four cases, brought in, described and linked.

What it holds stands in `resources/samples/*.toml`; everything goes the way a person's papers go.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from archive.archive import Archive, Mode
from archive.progress import Progress, Step
from archive.records import (
    Access,
    AgreementDraft,
    CityDraft,
    Description,
    LinkDraft,
    PartnershipDraft,
    ProgramDraft,
    Target,
    Validity,
)
from archive.reports.papers import Paper, draw

NAME = "Arsip Contoh · Sample Archive"

Entry = dict[str, Any]


def make(folder: Path, progress: Progress) -> None:
    """Make the sample archive in a new or empty folder and close it.

    Raises as `Archive.create` does, and `Cancelled`; what is there then is a smaller sample.
    """
    Archive.create(folder, NAME, sample=True).close()
    cases = list(_cases())
    with Archive.open(folder, Mode.WRITE, max(Access)) as archive:
        _bring_in(archive, [paper for case in cases for paper in case["papers"]], progress)
        entered = Entered(archive)
        entered.enter_cities(city for case in cases for city in case["cities"])
        for number, case in enumerate(cases):
            progress.report(Step(number, len(cases), case["name"]))
            entered.enter(case)


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


@dataclass(slots=True)
class Entered:
    """Enters cases, and remembers the ids of what has been entered, by its name."""

    archive: Archive
    cities: dict[str, int] = field(default_factory=dict)
    partnerships: dict[str, int] = field(default_factory=dict)
    agreements: dict[str, int] = field(default_factory=dict)
    programs: dict[str, int] = field(default_factory=dict)

    def enter_cities(self, cities: Iterable[Entry]) -> None:
        """The cities of all cases; one city may stand in several."""
        for city in cities:
            self.cities[city["name"]] = self.archive.cities.add(CityDraft(**city)).id

    def enter(self, case: Entry) -> None:
        """Partnership, agreements, programs, descriptions and links of one case."""
        for partnership in case["partnerships"]:
            self._partnership(partnership)
        for agreement in case.get("agreements", ()):
            self._agreement(agreement)
        for program in case["programs"]:
            self._program(program)
        documents = {paper["file"]: self._describe(paper) for paper in case["papers"]}
        for link in case["links"]:
            self._link(link, documents)

    def _partnership(self, entry: Entry) -> None:
        cities = {side: self.cities[entry[side]] for side in ("a", "b")}
        added = self.archive.partnerships.add(PartnershipDraft(**(entry | cities)))
        self.partnerships[added.title] = added.id

    def _agreement(self, entry: Entry) -> None:
        values = {
            "partnership": self.partnerships[entry["partnership"]],
            "validity": Validity(entry["validity"]),
        }
        added = self.archive.agreements.add(AgreementDraft(**(entry | values)))
        self.agreements[added.title] = added.id

    def _program(self, entry: Entry) -> None:
        above = entry.get("parent")
        values = {
            "partnership": self.partnerships[entry["partnership"]],
            "parent": self.programs[above] if above else None,
        }
        added = self.archive.programs.add(ProgramDraft(**(entry | values)))
        self.programs[added.name] = added.id

    def _describe(self, entry: Entry) -> int:
        document = self.archive.documents.find(entry["file"])
        names = ("title", "kind", "date", "creator", "language", "scope")
        values = {name: entry[name] for name in names if name in entry}
        access = Access[entry.get("access", "open").upper()]
        described = Description(**values, reference_code=entry["code"], access=access)
        return self.archive.documents.describe(document.id, described).id

    def _link(self, entry: Entry, documents: dict[str, int]) -> None:
        first, last = entry["pages"]
        years = entry.get("years", (None, None))
        target, item = self._target(entry)
        draft = LinkDraft(
            *(documents[entry["file"]], first, last, target, item),
            *(entry.get("quote", ""), *years, entry.get("note", "")),
        )
        self.archive.links.add(draft)

    def _target(self, entry: Entry) -> tuple[Target, int]:
        if "agreement" in entry:
            return Target.AGREEMENT, self.agreements[entry["agreement"]]
        if "program" in entry:
            return Target.PROGRAM, self.programs[entry["program"]]
        return Target.PARTNERSHIP, self.partnerships[entry["partnership"]]
