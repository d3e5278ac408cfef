"""The folder of kept prints: PDFs under their SHA-256, and by year a slip for each print.

The slip is written last and in one step: without it no print was kept, with it the PDF is there
too. Needs no lock, so that who only reads an archive keeps prints beside its writer.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from archive.errors import DiskFull, NotFound, NotKept
from archive.prints.slip import Slip, uuid_in, write_slip
from archive.records.prints import PrintTold
from archive.storage.failures import room_for
from archive.storage.files import (
    INCOMING,
    Kept,
    Originals,
    digest,
    protect,
    replace,
    sync_file,
    sync_folder,
)
from archive.storage.kinds import PDF

YEARS = "[0-9]" * 4
OLD = 24 * 60 * 60  # seconds after which nobody is still writing a part


class Shelf:
    """Files only; safe in any process, beside any other."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the archive's `prints`; it is made when first needed."""
        self.folder = folder
        self._pdfs = Originals(folder)

    def keep(self, told: PrintTold, pdf: Path, snapshot: bytes) -> Slip:
        """Keep a print, whole or not at all. Raises `NotKept`."""
        try:
            with room_for(self.folder):
                self._make_folder(self.folder)
                slip = write_slip(told, self._keep_pdf(pdf), snapshot)
                self._put_down(slip, slip.dump(snapshot))
        except DiskFull as error:
            raise NotKept(self.folder, "") from error
        except OSError as error:
            raise NotKept(self.folder, error.strerror or str(error)) from error
        return slip

    def slips(self) -> tuple[Path, ...]:
        """The slips of all kept prints, the last made first."""
        found = [path for path in self.folder.glob(f"{YEARS}/*") if uuid_in(path.name)]
        return tuple(sorted(found, key=lambda path: path.name, reverse=True))

    def slip(self, uuid: str) -> Path:
        """The slip of this print. Raises `NotFound`."""
        for path in self.slips():
            if uuid_in(path.name) == uuid:
                return path
        raise NotFound("print", uuid)

    def pdf(self, sha256: str) -> Path:
        """Where the PDF with this SHA-256 lies, or would lie."""
        return self._pdfs.path(sha256, PDF)

    def files(self) -> Iterator[Path]:
        """Every kept PDF, then every slip; the PDF of each slip is among them."""
        slips = sorted(self.slips())  # first: a print may come in meanwhile
        yield from self._pdfs.all()
        yield from slips

    def sweep(self) -> None:
        """Remove what was left half written long ago; what is new may still be in work."""
        for part in (self.folder / INCOMING).glob("*.part"):
            with suppress(OSError):
                if time.time() - part.stat().st_mtime > OLD:
                    part.unlink()

    def _keep_pdf(self, pdf: Path) -> Kept:
        """A PDF that stands there already must be what it was; where it is not, it is now."""
        kept = self._pdfs.keep(pdf, PDF)
        there = self.pdf(kept.sha256)
        if not kept.new and digest(there).sha256 != kept.sha256:
            there.replace(self.folder / INCOMING / f"{uuid4().hex}.part")
            kept = self._pdfs.keep(pdf, PDF)
        return kept

    def _put_down(self, slip: Slip, packed: bytes) -> None:
        final = self.folder / slip.name[:4] / slip.name
        temporary = self.folder / INCOMING / f"{slip.uuid}.part"
        self._make_folder(final.parent)
        try:
            with temporary.open("xb") as file:
                file.write(packed)
                sync_file(file)
            protect(temporary)
            replace(temporary, final)
        finally:
            temporary.unlink(missing_ok=True)
        sync_folder(final.parent)

    def _make_folder(self, folder: Path) -> None:
        if not folder.is_dir():
            folder.mkdir(exist_ok=True)
            sync_folder(folder.parent)
