"""Imports one after another: twice the same, stopped and gone on, cancelled, tried again, kept."""

from __future__ import annotations

import os
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive.archive import Archive
from archive.errors import NotFound
from archive.progress import Cancelled, Progress, Step
from archive.records import ImportItem, InHand, Outcome
from tests import papers
from tests.archive.intake import bringing
from tests.archive.intake.bringing import DUPLICATE, IMPORTED, PASSWORD, REJECTED


def _texts(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"catatan {number:03}.txt").write_text(f"Catatan nomor {number}.", "utf-8")
    return folder


def _stopped_after(archive: Archive, files: int) -> None:
    """Work on the queue until so many files have ended, as when a person stops it."""
    progress, left = Progress(), files

    def count(_item: ImportItem) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            progress.cancel()

    with pytest.raises(Cancelled):
        archive.imports.run(progress, workers=1, on_item=count)


@pytest.mark.parametrize("workers", [1, 2])
def test_the_same_file_twice_in_one_run(archive: Archive, tmp_path: Path, workers: int) -> None:
    paper = papers.text_pdf(tmp_path / "nota.pdf")
    run = archive.imports.enqueue([paper, paper, paper], Progress())
    archive.imports.run(Progress(), workers=workers)
    ends = [bringing.ended(item) for item in bringing.items(archive, run.id)]
    assert sorted(ends) == [(DUPLICATE, "already_kept")] * 2 + [(IMPORTED, None)]
    assert len(archive.documents.ids()) == 1
    bringing.looks_whole(archive)


def test_the_same_file_in_two_runs(archive: Archive, tmp_path: Path) -> None:
    paper = papers.text_pdf(tmp_path / "nota.pdf")
    first = bringing.bring(archive, paper)["nota.pdf"]
    second = bringing.bring(archive, paper)["nota.pdf"]
    assert bringing.ended(second) == (DUPLICATE, "already_kept")
    assert second.document == first.document and second.run != first.run
    bringing.looks_whole(archive)


def test_the_same_bytes_of_a_file_in_trouble_are_a_duplicate(
    archive: Archive, tmp_path: Path
) -> None:
    locked = papers.encrypted_pdf(tmp_path / "terkunci.pdf")
    bringing.bring(archive, locked)
    assert bringing.ended(bringing.bring(archive, locked)["terkunci.pdf"])[0] == DUPLICATE


def test_a_file_that_vanished_between(archive: Archive, tmp_path: Path) -> None:
    gone, there = papers.text_pdf(tmp_path / "hilang.pdf"), papers.text_pdf(tmp_path / "ada.pdf")
    run = archive.imports.enqueue([gone, there], Progress())
    gone.unlink()
    archive.imports.run(Progress(), workers=1)
    first, second = bringing.items(archive, run.id)
    assert bringing.ended(first) == (REJECTED, "vanished")
    assert bringing.ended(second) == (IMPORTED, None)


def test_a_folder_that_vanished_between(archive: Archive, tmp_path: Path) -> None:
    folder = _texts(tmp_path / "berkas", 2)
    run = archive.imports.enqueue([folder, tmp_path / "tidak ada"], Progress())
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    archive.imports.run(Progress(), workers=1)
    ends = {bringing.ended(item) for item in bringing.items(archive, run.id)}
    assert ends == {(REJECTED, "vanished")}


def test_the_date_of_the_file_is_kept(archive: Archive, tmp_path: Path) -> None:
    paper = papers.text_pdf(tmp_path / "nota.pdf")
    moment = datetime(1992, 3, 5, 7, 9, 11, tzinfo=UTC).timestamp()
    os.utime(paper, (moment, moment))
    item = bringing.bring(archive, paper)["nota.pdf"]
    assert bringing.document(archive, item).original.modified == "1992-03-05T07:09:11Z"


def test_a_stopped_import_goes_on(archive: Archive, tmp_path: Path) -> None:
    run = archive.imports.enqueue([_texts(tmp_path / "berkas", 30)], Progress())
    _stopped_after(archive, 7)
    stopped = archive.imports.get(run.id)
    assert stopped.ended is None and 0 < stopped.waiting < 30
    assert stopped.outcomes[Outcome.IMPORTED] == 30 - stopped.waiting
    archive.imports.run(Progress(), workers=1)
    done = archive.imports.get(run.id)
    assert done.ended and done.outcomes == {Outcome.IMPORTED: 30}
    bringing.looks_whole(archive)


def test_stopping_often_is_no_fault_of_the_file(archive: Archive, tmp_path: Path) -> None:
    """A file in hand whenever a person stops is read all the same, as often as that may be."""
    run = archive.imports.enqueue([papers.text_pdf(tmp_path / "nota.pdf")], Progress())
    for _time in range(25):
        progress = Progress(_StopOnceInHand())
        with pytest.raises(Cancelled):
            archive.imports.run(progress, workers=1)
    archive.imports.run(Progress(), workers=1)
    (item,) = bringing.items(archive, run.id)
    assert bringing.ended(item) == (IMPORTED, None) and item.pages == 2


class _StopOnceInHand:
    """A person who stops as soon as a file is being read."""

    def __call__(self, step: Step) -> None:
        if step.detail:
            raise Cancelled


def test_what_is_being_read_is_told(archive: Archive, tmp_path: Path) -> None:
    told: list[Step] = []
    archive.imports.enqueue([papers.text_pdf(tmp_path / "nota.pdf")], Progress())
    archive.imports.run(Progress(told.append), workers=1)
    hands = [hand for step in told if isinstance(step.detail, tuple) for hand in step.detail]
    assert all(isinstance(hand, InHand) and hand.path.endswith("nota.pdf") for hand in hands)
    assert hands and {step.total for step in told} == {1} and told[-1].done == 1


def test_what_is_cancelled_is_not_done(archive: Archive, tmp_path: Path) -> None:
    run = archive.imports.enqueue([_texts(tmp_path / "berkas", 12)], Progress())
    _stopped_after(archive, 3)
    archive.imports.cancel(run.id)
    cancelled = archive.imports.get(run.id)
    assert cancelled.ended and not cancelled.waiting
    archive.imports.run(Progress(), workers=1)
    assert archive.imports.get(run.id) == cancelled
    assert len(archive.documents.ids()) == cancelled.outcomes[Outcome.IMPORTED] < 12


def test_what_was_cancelled_can_be_taken_up_again(archive: Archive, tmp_path: Path) -> None:
    run = archive.imports.enqueue([_texts(tmp_path / "berkas", 12)], Progress())
    archive.imports.cancel(run.id)
    archive.imports.retry([item.id for item in bringing.items(archive, run.id)])
    assert archive.imports.pending() == 12 and archive.imports.get(run.id).ended is None
    archive.imports.run(Progress(), workers=1)
    assert archive.imports.get(run.id).outcomes == {Outcome.IMPORTED: 12}
    bringing.looks_whole(archive)


def test_cancelling_one_import_leaves_the_others(archive: Archive, tmp_path: Path) -> None:
    first = archive.imports.enqueue([_texts(tmp_path / "satu", 2)], Progress())
    second = archive.imports.enqueue([papers.text_pdf(tmp_path / "nota.pdf")], Progress())
    archive.imports.cancel(first.id)
    archive.imports.run(Progress(), workers=1)
    assert archive.imports.get(second.id).outcomes == {Outcome.IMPORTED: 1}
    assert archive.imports.get(first.id).outcomes == {}


def test_a_refused_file_is_tried_again(archive: Archive, tmp_path: Path) -> None:
    paper = tmp_path / "nota.pdf"
    paper.write_bytes(b"")
    refused = bringing.bring(archive, paper)["nota.pdf"]
    assert bringing.ended(refused) == (REJECTED, "empty")
    papers.text_pdf(paper)
    archive.imports.retry([refused.id])
    archive.imports.run(Progress(), workers=1)
    (item,) = bringing.items(archive, refused.run)
    assert bringing.ended(item) == (IMPORTED, None) and item.id == refused.id
    assert len(archive.imports.runs()) == 1


def test_a_locked_file_stays_locked_when_tried_again(archive: Archive, tmp_path: Path) -> None:
    locked = bringing.bring(archive, papers.encrypted_pdf(tmp_path / "a.pdf"))["a.pdf"]
    archive.imports.retry([locked.id])
    archive.imports.run(Progress(), workers=1)
    (item,) = bringing.items(archive, locked.run)
    assert bringing.ended(item) == (PASSWORD, "password") and item.document == locked.document


def test_what_is_done_well_is_not_tried_again(archive: Archive, tmp_path: Path) -> None:
    done = bringing.bring(archive, papers.text_pdf(tmp_path / "nota.pdf"))["nota.pdf"]
    archive.imports.retry([done.id, 999])
    assert archive.imports.pending() == 0


def test_imports_are_remembered(archive: Archive, tmp_path: Path) -> None:
    bringing.bring(archive, papers.text_pdf(tmp_path / "nota.pdf"), _texts(tmp_path / "satu", 2))
    bringing.bring(archive, _texts(tmp_path / "dua", 3))
    folder = archive.folder
    archive.close()
    with Archive.open(folder) as again:
        second, first = again.imports.runs()
        assert (first.total, second.total) == (3, 3) and first.id < second.id
        assert first.started <= (first.ended or "") <= second.started <= (second.ended or "")
        pages = [again.imports.items(first.id, limit=2, offset=skip) for skip in (0, 2, 4)]
        assert [len(page) for page in pages] == [2, 1, 0]
        assert Path(pages[0][0].path) == tmp_path / "nota.pdf"
    with pytest.raises(NotFound):
        again.imports.get(99)


def test_stopping_while_files_are_counted_leaves_no_import(
    archive: Archive, tmp_path: Path
) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        archive.imports.enqueue([_texts(tmp_path / "berkas", 3)], progress)
    assert archive.imports.runs() == () and archive.imports.pending() == 0


def test_an_empty_folder_is_an_import_that_has_ended(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    run = archive.imports.enqueue([tmp_path / "kosong"], Progress())
    assert (run.total, run.waiting) == (0, 0) and archive.imports.get(run.id).ended


def test_files_queued_while_an_import_runs_are_done_with_it(
    archive: Archive, tmp_path: Path
) -> None:
    more = papers.text_pdf(tmp_path / "susulan.pdf")
    archive.imports.enqueue([_texts(tmp_path / "berkas", 5)], Progress())
    queued = threading.Event()

    def queue_more(_item: ImportItem) -> None:
        if not queued.is_set():
            queued.set()
            archive.imports.enqueue([more], Progress())

    archive.imports.run(Progress(), workers=1, on_item=queue_more)
    assert len(archive.documents.ids()) == 6
    bringing.looks_whole(archive)
