"""What every command is given: which archive, whose eyes, and how archives are opened."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from archive.archive import Archive, Mode
from archive.progress import Progress
from archive.records import Access
from ui.console.streams import progress_shown
from ui.console.unclear import Unclear
from ui.language import _


@dataclass(frozen=True, slots=True)
class Call:
    """One command line: the archive's folder, the reader's level, the language of words."""

    named: Path | None
    access: Access
    language: str

    @property
    def folder(self) -> Path:
        """The archive's folder. Raises `Unclear` when none was named."""
        if self.named is None:
            raise Unclear(_("Name the archive: --archive DIR."))
        return self.named

    @contextmanager
    def reading(self) -> Iterator[Archive]:
        """The archive, for looking only; who writes to it does not matter."""
        with Archive.open(self.folder, Mode.READ, self.access) as archive:
            archive.speak()
            yield archive

    @contextmanager
    def writing(self) -> Iterator[Archive]:
        """The archive, for writing alone."""
        with Archive.open(self.folder, Mode.WRITE, self.access) as archive:
            archive.speak()
            yield archive


@contextmanager
def stoppable(title: str) -> Iterator[Progress]:
    """A progress that Ctrl+C stops at its next step; a second Ctrl+C stops at once."""
    with progress_shown(title) as progress:

        def stop(_signal: int, _frame: object) -> None:
            if progress.cancelled:
                raise KeyboardInterrupt
            progress.cancel()

        before = signal.signal(signal.SIGINT, stop)
        try:
            yield progress
        finally:
            signal.signal(signal.SIGINT, before)
