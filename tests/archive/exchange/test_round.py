"""What goes out comes in again the same, in an archive that holds the same papers."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.archive import Archive, Mode
from archive.exchange import dump, load, text
from archive.exchange.form import FORMAT, VERSION
from archive.progress import Cancelled, Progress, Step
from archive.records import Access
from tests.archive import stock
from tests.archive.exchange.catalogues import make


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with two papers and an empty catalogue."""
    folder = tmp_path_factory.mktemp("papers") / "arsip"
    with stock.fresh(folder) as archive:
        stock.put(archive, "Satu")
        stock.put(archive, "Dua")
    return folder


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_is_loaded_goes_out_the_same(papers: Path, data: st.DataObject) -> None:
    with TemporaryDirectory() as temporary:
        one, other = Path(temporary, "one"), Path(temporary, "other")
        shutil.copytree(papers, one)
        shutil.copytree(papers, other)
        with Archive.open(one, Mode.WRITE, max(Access)) as archive:
            make(archive, data, list(archive.documents.ids()))
            dumped = dump(archive)
            assert set(load(archive, dumped).counts.values()) == {0}
        with Archive.open(other, Mode.WRITE, max(Access)) as archive:
            before = dump(archive)
            load(archive, json.loads(text(dumped)))
            assert text(dump(archive)) == text(dumped)
            assert archive.events.undo().events > 1
            assert dump(archive) == before


def test_a_load_that_is_stopped_leaves_nothing(archive: Archive) -> None:
    data = {
        "format": FORMAT,
        "version": VERSION,
        "cities": [{"name": f"Kota {number}"} for number in range(5)],
    }
    steps: list[Step] = []

    def stop(step: Step) -> None:
        steps.append(step)
        progress.cancel()

    progress = Progress(stop)
    with pytest.raises(Cancelled):
        load(archive, data, progress)
    assert steps == [Step(0, 5)]
    assert archive.cities.all() == ()
    assert load(archive, data, Progress(steps.append)).counts["cities"] == 5
    assert steps[-1] == Step(4, 5)
