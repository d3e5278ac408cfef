"""Whatever is joined and split in whatever order: undoing all of it leaves what there was."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from archive.archive import Archive
from archive.errors import CannotUndo
from archive.likeness.joining import join, join_in_order
from archive.likeness.splitting import split
from archive.progress import Progress
from archive.records import LinkDraft, Target
from archive.records.likeness import FileRole, PageSpan
from tests.archive.likeness.test_joining import everything
from tests.archive.stock import fresh, put
from tests.archive.stock import join as partner

STEPS = st.lists(
    st.tuples(
        st.sampled_from([*FileRole, "order", "split", "reverse"]),
        st.integers(0, 9),
        st.integers(0, 9),
    ),
    min_size=1,
    max_size=6,
)


@example([(FileRole.SIGNED, 0, 8), ("split", 0, 0), (FileRole.PART, 7, 0), (FileRole.SIGNED, 3, 0)])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_undoing_everything_leaves_what_there_was(steps: list[tuple[Any, int, int]]) -> None:
    with (
        tempfile.TemporaryDirectory() as room,
        fresh(Path(room) / "a") as archive,
    ):
        program = partner(archive).program.id
        for size in (1, 2, 3):
            texts = [f"Halaman {page} dari dokumen {size} ini." for page in range(size)]
            document = put(archive, f"Dokumen {size}", texts)
            archive.links.add(LinkDraft(document, size, size, Target.PROGRAM, program, texts[-1]))
        before, pages = everything(archive), _pages(archive)
        begun = archive.events.deeds()[0].number
        for step in steps:
            _do(archive, begun, *step)
            assert _pages(archive) <= pages
            if not any(each[0] in (FileRole.RESCAN, FileRole.SIGNED) for each in steps):
                assert _pages(archive) == pages  # nothing is out of sight
            assert archive.custody.verify(Progress()).checked == 3
        while (last := archive.events.last()) is not None and last.number > begun:
            archive.events.undo()
        assert everything(archive) == before


def _do(archive: Archive, begun: int, what: Any, first: int, second: int) -> None:
    ids = archive.documents.ids()
    one, other = ids[first % len(ids)], ids[second % len(ids)]
    if what == "split":
        count = archive.documents.get(one).pages
        if count > 1:
            at = 1 + second % (count - 1)
            split(archive, one, [PageSpan(1, at, "Satu"), PageSpan(at + 1, count, "Dua")])
    elif what == "reverse":
        _reverse(archive, begun, second)
    elif what == "order":
        join_in_order(archive, [one, *ids], "Semua")
    elif one != other and _may_join(archive, one, other, what):
        join(archive, one, other, what)


def _may_join(archive: Archive, one: int, other: int, role: FileRole) -> bool:
    """Only parts show all pages of both; here another file may take their place if it is longer."""
    counts = archive.documents.page_counts([one, other])
    return role is FileRole.PART or counts[other] > counts[one]


def _reverse(archive: Archive, begun: int, back: int) -> None:
    """Any deed, out of turn: undone whole, or refused whole."""
    own = [each for each in archive.events.deeds(9) if each.number > begun and not each.undoes]
    open_ones = [each.number for each in own if not each.undone]
    before = everything(archive)
    try:
        if open_ones:
            archive.events.reverse(open_ones[back % len(open_ones)])
    except CannotUndo:
        assert everything(archive) == before


def _pages(archive: Archive) -> set[str]:
    """The words of all pages that can be seen."""
    return {
        page.text
        for document in archive.documents.ids()
        for page in archive.documents.pages(document)
    }
