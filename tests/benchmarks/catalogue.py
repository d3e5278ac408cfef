"""The catalogue at its largest: a dossier, its matrix, the documents, the register."""

from __future__ import annotations

import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

from sqlalchemy import insert

from archive.archive import Archive, Mode
from archive.catalogue.document_table import ORDERS
from archive.records import Access, CityDraft, PartnershipDraft
from archive.storage.tables import AgreementRow, DocumentRow, OriginalRow
from tests.archive.crowd import ACTIVITIES, LINKS, PROGRAMS, YEARS, crowd
from tests.archive.stock import Joined, join
from tests.benchmarks.rows import Row

GOAL = 200.0  # milliseconds
DOCUMENTS, AGREEMENTS = 20_000, 2_000
QUICK_DOCUMENTS, QUICK_AGREEMENTS = 500, 100
RUNS = 5


def measure(quick: bool) -> list[Row]:
    """What a person waits for, the best of some runs each."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    documents = QUICK_DOCUMENTS if quick else DOCUMENTS
    agreements = QUICK_AGREEMENTS if quick else AGREEMENTS
    with tempfile.TemporaryDirectory(prefix="kembar-catalogue-") as place:
        os.environ["XDG_CONFIG_HOME"] = place  # nothing of a person's own settings
        folder = Path(place) / "archive"
        with Archive.create(folder, "Ukuran") as archive:
            joined = join(archive)
            crowd(archive, joined)
            _documents(archive, documents)
            _agreements(archive, _other(archive, joined), agreements)
        times = dict(_times(folder, joined.partnership.id))
    sizes = {"documents": documents, "agreements": agreements}
    return [_row(name.format(**sizes), took, quick) for name, took in times.items()]


def _row(name: str, took: float, quick: bool) -> Row:
    met = None if quick else took <= GOAL
    return Row(name, f"{took:.0f} ms", goal=f"≤ {GOAL:.0f} ms", met=met)


def _times(folder: Path, partnership: int) -> Iterator[tuple[str, float]]:
    from PySide6.QtWidgets import QApplication

    from ui import theme
    from ui.desk import Desk, open_archive
    from ui.settings import Settings

    application = QApplication.instance() or QApplication([])
    assert application is not None
    theme.apply("light")
    desk = Desk(Settings())
    desk.take(open_archive(folder, Mode.WRITE, max(Access)))
    archive = desk.archive
    assert archive is not None
    gc.freeze()  # as the program does when it has started
    yield from _dossier(archive, partnership)
    yield from _matrix(archive, partnership)
    yield from _table(desk)
    yield from _register(archive, desk)
    desk.leave()
    desk.jobs.clear()


def _dossier(archive: Archive, partnership: int) -> Iterator[tuple[str, float]]:
    from ui.partnerships.nodes import load

    name = f"dossier with {ACTIVITIES:,} activities and {LINKS:,} links, read and put in order"
    yield name, _best(lambda: load(archive, partnership))


def _matrix(archive: Archive, partnership: int) -> Iterator[tuple[str, float]]:
    from ui.programs.grid import Grid
    from ui.programs.reading import read

    grid = Grid()
    grid.resize(1080, 700)
    years = (1960, 1960 + YEARS - 1)
    name = f"matrix of {PROGRAMS} programs × {YEARS} years, read and painted"

    def show() -> None:
        grid.clear()
        grid.show_seen(read(archive, partnership, years))
        grid.grab()

    yield name, _best(show)


def _table(desk: object) -> Iterator[tuple[str, float]]:
    """The first window of rows, and the same sorted by each column, both ways."""
    from archive.records import DocumentQuery
    from ui.desk import Desk
    from ui.models.document_windows import look

    assert isinstance(desk, Desk) and desk.archive is not None
    archive = desk.archive
    first = _best(lambda: look(archive, DocumentQuery(), (0,)))
    yield "table of {documents:,} documents, first rows", first
    took = {
        order: _best(lambda: look(archive, DocumentQuery(order=order, descending=down), (0,)))  # noqa: B023
        for order in ORDERS
        for down in (False, True)
    }
    worst = max(took, key=lambda order: took[order])
    yield f"the same sorted by its slowest column ({worst})", took[worst]


def _register(archive: Archive, desk: object) -> Iterator[tuple[str, float]]:
    from ui.agreements.table import RegisterTable
    from ui.desk import Desk

    assert isinstance(desk, Desk)
    table = RegisterTable(desk.settings)
    table.resize(1080, 500)
    today = date(2026, 1, 1)

    def show() -> None:
        table.show_rows(archive.agreements.register(today), None)
        table.grab()

    yield "register of {agreements:,} agreements, read and painted", _best(show)


def _best(task: Callable[[], object]) -> float:
    """Milliseconds."""
    took = []
    for _run in range(RUNS):
        began = time.perf_counter()
        task()
        took.append(1000 * (time.perf_counter() - began))
    return min(took)


def _documents(archive: Archive, many: int) -> None:
    originals = [
        {"sha256": uuid4().hex * 2, "size": n, "media_type": "text/plain", "name": f"{n}.txt"}
        for n in range(many)
    ]
    with archive._database.writing(archive.announce) as writing:
        ids = writing.session.scalars(
            insert(OriginalRow).returning(OriginalRow.id), originals
        ).all()
        writing.session.execute(insert(DocumentRow), [_document(item) for item in ids])


def _document(original: int) -> dict[str, object]:
    year = 1960 + original % 60
    return {
        "title": f"Naskah {original * 7919 % 100_003}",
        "kind": ("letter", "thesis", "mou", "press")[original % 4],
        "date": str(year),
        "date_earliest": f"{year}-01-01",
        "date_latest": f"{year}-12-31",
        "imported": "2026-01-02T03:04:05Z",
        "original_id": original,
    }


def _other(archive: Archive, joined: Joined) -> int:
    """Another partnership: the dossier that is measured has few agreements."""
    kyoto = archive.cities.add(CityDraft("Kyoto"))
    return archive.partnerships.add(PartnershipDraft(joined.jakarta.id, kyoto.id)).id


def _agreements(archive: Archive, partnership: int, many: int) -> None:
    rows = [
        {
            "partnership_id": partnership,
            "kind": "mou",
            "title": f"Nota {n}",
            "signed": f"{1960 + n % 60}",
            "validity": "date",
            "ends": f"{1970 + n % 60}",
        }
        for n in range(many)
    ]
    with archive._database.writing(archive.announce) as writing:
        writing.session.execute(insert(AgreementRow), rows)
