"""Questions to archives of growing size, as the window asks them, beside other engines.

`KEMBAR_PAGES` is the largest size, a million by default: that takes up to 8 GB where temporary
files are (`TMPDIR`) and, with the peers, half an hour; 240000 leaves it out: 2 GB, a quarter hour.
`KEMBAR_PEER_SECONDS` is how long each peer may index. Recoll takes part where it is installed.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.benchmarks.made_pages import PAGES
from tests.benchmarks.rows import Row
from tests.benchmarks.searching import figures, peers, upkeep
from tests.benchmarks.searching.asked import Question, questions
from tests.benchmarks.searching.edits import edits
from tests.benchmarks.searching.kembar import Grown, Stand, told
from tests.benchmarks.searching.recoll_index import RecollIndex
from tests.benchmarks.searching.sqlite_index import SqliteIndex
from tests.benchmarks.searching.whoosh_index import WhooshIndex

LARGEST = int(os.environ.get("KEMBAR_PAGES", "1000000")) // PAGES * PAGES  # pages
SIZE = min(240_000, LARGEST)  # what most goals are for
QUICK_SIZE = 10_000
STEPS, QUICK_STEPS = (10_000, 30_000, SIZE, LARGEST), (2_000, QUICK_SIZE)
NEEDED = 8_000  # bytes of the disk for each page, while parts of the index are put together
PEERS: dict[str, Callable[[Path], peers.Peer]] = {
    "SQLite FTS5": SqliteIndex,
    "Recoll": RecollIndex,
    "Whoosh": WhooshIndex,
}


def measure(quick: bool) -> list[Row]:
    """The peers first; our archive through all sizes, theirs too; then what edits cost."""
    asked, size = list(questions()), QUICK_SIZE if quick else SIZE
    more: list[Row] = []  # what comes after the questions' own rows
    theirs = [each for name in PEERS for each in _peer(name, size, quick, asked, more)]
    with tempfile.TemporaryDirectory(prefix="kembar-search-", ignore_cleanup_errors=True) as place:
        steps = _steps(quick, theirs, Path(place), more)
        stands = _stands(Path(place) / "archive", steps, quick, asked, more)
    more += _kept("edits", lambda: edits(quick))
    rows = figures.alone(stands, size, quick)
    by_pages = {stand.pages: stand for stand in stands}
    for each in theirs:
        if each.pages in by_pages:
            rows += figures.beside(by_pages[each.pages], each, quick)
    return rows + more


def _peer(
    name: str, most: int, quick: bool, asked: Sequence[Question], more: list[Row]
) -> Iterator[peers.Outcome]:
    """One outcome; none, and a row that says why, where the peer is not here or fails."""
    seconds = peers.QUICK_SECONDS if quick else peers.SECONDS
    try:
        done = peers.outcome(name, PEERS[name], most, seconds, asked)
    except peers.Missing as missing:
        more.append(Row(f"peer: {name}", str(missing)))
    except Exception as error:  # another's engine: the rest is measured all the same
        more.append(_failed(f"peer: {name}", error))
    else:
        told(f"{name} has taken in {done.pages:,} pages, {done.rate:.0f} a second")
        yield done


def _steps(quick: bool, theirs: Sequence[peers.Outcome], place: Path, more: list[Row]) -> list[int]:
    """The sizes of our archive, as far as the disk has room for them."""
    wanted = {*(QUICK_STEPS if quick else STEPS), *(each.pages for each in theirs)}
    most = QUICK_SIZE if quick else LARGEST
    free = shutil.disk_usage(place).free
    fitting = sorted(pages for pages in wanted if pages <= most and pages * NEEDED <= free)
    if max(wanted) not in fitting and max(wanted) <= most:
        needed = f"needs {max(wanted) * NEEDED / 1e9:.0f} GB, there are {free / 1e9:.0f}"
        more.append(Row(f"{max(wanted):,} pages: left out", needed, met=None if quick else False))
    return fitting


def _stands(
    folder: Path, steps: Sequence[int], quick: bool, asked: Sequence[Question], more: list[Row]
) -> list[Stand]:
    """One archive through all sizes; what failed ends it, what was measured stays."""
    stands: list[Stand] = []
    grown = Grown(folder)
    try:
        for pages in steps:
            stands.append(grown.to(pages, asked))
            if pages == (QUICK_SIZE if quick else SIZE):
                more += _kept("links", lambda: upkeep.links(grown, quick))
    except Exception as error:
        more.append(_failed(f"growing further than {len(stands)} of {len(steps)} sizes", error))
    return stands


def _kept(name: str, part: Callable[[], list[Row]]) -> list[Row]:
    """The rows of a part, or the row that says how it failed: the others are not lost by it."""
    try:
        return part()
    except Exception as error:
        return [_failed(name, error)]


def _failed(name: str, error: Exception) -> Row:
    traceback.print_exception(error)
    return Row(name, f"failed: {type(error).__name__}: {error}"[:100], met=False)
