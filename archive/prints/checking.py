"""Are the kept prints what they were? PDFs and slips are read whole, and counted against the log.

What is wrong above the reader's level is told all the same, but not named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from sqlalchemy import select

from archive.errors import PrintDamaged
from archive.prints.shelf import Shelf
from archive.prints.slip import called, read_slip, read_snapshot, uuid_in
from archive.records import Access, FixityFault
from archive.storage.database import Database
from archive.storage.files import digest
from archive.storage.history import PRINT, told_level
from archive.storage.tables import EventRow

OnPrint = Callable[[str, int], object]
Names = Mapping[str, str]  # by UUID; empty above the reader's level


def check(
    database: Database, shelf: Shelf, level: Access, on_print: OnPrint
) -> Iterator[FixityFault]:
    """What is missing or altered; `on_print` is told of each print to be seen, its name and bytes,
    before it is read, and may raise to stop. A PDF that several prints share is read once."""
    names, found, problems = _names(database, level), set[str](), dict[Path, str]()
    for file in reversed(shelf.slips()):
        uuid = uuid_in(file.name)
        found.add(uuid)
        try:
            slip = read_slip(file)
            name = called(slip.told) if slip.told.level <= level else ""
            on_print(name, slip.size if name else 0)
            read_snapshot(file)
        except PrintDamaged:
            yield _fault(names.get(uuid, ""), file, "altered")
            continue
        pdf = shelf.pdf(slip.sha256)
        if pdf not in problems:
            problems[pdf] = _problem(pdf, slip.sha256)
        if problems[pdf]:
            yield _fault(name, pdf, problems[pdf])
    for uuid in names.keys() - found:
        yield _fault(names[uuid], shelf.folder / uuid, "missing")


def _names(database: Database, level: Access) -> Names:
    with database.reading() as session:
        rows = session.execute(select(EventRow.name, EventRow.after).filter_by(noun=PRINT)).all()
    values = ((name, after or {}) for name, after in rows)
    return {str(each["uuid"]): name if told_level(each) <= level else "" for name, each in values}


def _fault(name: str, path: Path, problem: str) -> FixityFault:
    return FixityFault(0, name, str(path), problem, "print")


def _problem(pdf: Path, sha256: str) -> str:
    try:
        return "" if digest(pdf).sha256 == sha256 else "altered"
    except FileNotFoundError:
        return "missing"
    except OSError:
        return "unreadable"
