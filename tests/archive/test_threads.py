"""One archive in several threads and processes at once, as the window uses it."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from archive.archive import Archive
from archive.catalogue.facts import Filters
from archive.changes import Changes, Kind
from archive.records import CityDraft, DocumentQuery
from tests.archive import stock
from tests.archive.processes import running

DELEGATE = """
import sys; from pathlib import Path
from archive.archive import Archive, Mode; from archive.records import CityDraft
with Archive.open(Path(sys.argv[1]), Mode.DELEGATE) as archive:
    print("ready", flush=True)
    for number in range(40):
        archive.cities.add(CityDraft(f"Luar {number}"))
    print("done", flush=True)
    sys.stdin.read()
"""


def test_threads_write_one_after_the_other_and_all_is_heard(archive: Archive) -> None:
    heard: list[Changes] = []
    archive.subscribe(heard.append)
    with ThreadPoolExecutor(4) as pool:
        cities = list(pool.map(lambda n: archive.cities.add(CityDraft(f"Kota {n}")), range(40)))
    assert len({city.id for city in cities}) == 40
    assert {item for changes in heard for item in changes.ids(Kind.CITY)} == {c.id for c in cities}
    assert sorted(changes.sequence for changes in heard) == list(range(1, 41))


def test_readers_in_other_threads_see_whole_transactions(archive: Archive) -> None:
    done = threading.Event()
    wrong: list[str] = []

    def look() -> None:
        while not done.is_set():
            listed = archive.documents.table(DocumentQuery(limit=1000))
            found = archive.facts.counts([document.id for document in listed])
            if any(len(archive.documents.pages(document.id)) != 2 for document in listed[:5]):
                wrong.append("half a document")
            if found and sum(value.count for value in found[0].values) != len(listed):
                wrong.append("miscounted")
            archive.facts.matching(Filters(kinds=("activity_report",)))

    with ThreadPoolExecutor(3) as pool:
        looking = [pool.submit(look) for _ in range(3)]
        for number in range(40):
            stock.put(archive, f"Surat {number}")
        done.set()
        for look_on in looking:
            look_on.result()
    assert wrong == []


def test_a_delegate_and_its_parent_write_at_the_same_time(archive: Archive) -> None:
    with running(DELEGATE, archive.folder) as child:
        for number in range(40):
            archive.cities.add(CityDraft(f"Dalam {number}"))
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "done"
    assert len(archive.cities.all()) == 80
    assert len(archive.changes_since(0).items) == archive.sequence() == 80
