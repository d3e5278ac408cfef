"""The first pages of each print, compared as pictures with those last looked at by a person.

They are set in the fonts that come with reportlab, so that every computer draws the same. After a
change that is meant: `python -m tests.golden.test_prints` draws them anew; look at them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from multiprocessing import freeze_support
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
import reportlab
from PIL import Image

from archive import sample
from archive.archive import Archive, Mode
from archive.progress import Progress
from archive.reports import REPORTS, ReportRequest, fonts, print_to
from archive.reports.request import ChosenCase, Language, Subject
from tests.archive.reports.statements import FULL

PICTURES = Path(__file__).parent / "prints"
SCALE = 0.7  # of 72 dots an inch
TOLERANCE = 1.0  # mean difference of grey, of 255: another PDFium smooths letters otherwise
LOOKED_AT = 2  # pages of each print
LANGUAGES: tuple[Language, ...] = ("id", "en")
PARTNERSHIP, PROGRAM = "Jakarta–Beijing", "Program Pertukaran Pemuda"
CASES = (("Jakarta–Beijing", "economy", (1992, 2017)), ("Jakarta–Tokyo", "culture", (2018, 2022)))
CODES = list(REPORTS)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The sample archive, made once, in whatever fonts there are."""
    folder = tmp_path_factory.mktemp("sample") / "contoh"
    sample.make(folder, Progress())
    with Archive.open(folder, Mode.READ) as opened:
        yield opened


@pytest.fixture(autouse=True)
def bundled_only(monkeypatch: pytest.MonkeyPatch, archive: Archive) -> Iterator[None]:
    """A computer whose only fonts are those that come with reportlab."""
    monkeypatch.setattr(fonts, "_folders", bundled)
    fonts.forget()
    yield
    monkeypatch.undo()
    fonts.forget()


def bundled() -> list[Path]:
    """The folder of reportlab's own fonts."""
    return [Path(reportlab.__file__).parent / "fonts"]


def drawn(archive: Archive, code: str, language: Language, file: Path) -> list[Image.Image]:
    """The first pages of a print of the sample archive as small grey pictures."""
    print_to(archive, _request(archive, code, language), file, Progress())
    with pdfium.PdfDocument(file) as document:
        pages = [document[at] for at in range(min(LOOKED_AT, len(document)))]
        return [page.render(scale=SCALE, grayscale=True).to_pil() for page in pages]


def _request(archive: Archive, code: str, language: Language) -> ReportRequest:
    subject = REPORTS[code].subject
    partnership = program = None
    cases: tuple[ChosenCase, ...] = ()
    if subject in (Subject.PARTNERSHIP, Subject.PROGRAM):
        partnership = archive.partnerships.find(PARTNERSHIP).id
    if subject is Subject.PROGRAM:
        program = archive.programs.find(PROGRAM).id
    if subject is Subject.CASES:
        cases = tuple(
            ChosenCase(archive.partnerships.find(name).id, field, years)
            for name, field, years in CASES
        )
    search = FULL if subject is Subject.SEARCH else None
    return ReportRequest(
        code,
        partnership,
        program,
        language=language,
        printed="2026-11-20",
        search=search,
        cases=cases,
    )


def name(code: str, language: str, page: int) -> Path:
    """Where the picture of a page (from 0) lies."""
    return PICTURES / f"{code}-{language}-{page + 1}.png"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_each_print_looks_as_it_did(
    code: str, language: Language, archive: Archive, tmp_path: Path
) -> None:
    pages = drawn(archive, code, language, tmp_path / "print.pdf")
    assert len(pages) == len(list(PICTURES.glob(f"{code}-{language}-*.png")))
    for number, page in enumerate(pages):
        with Image.open(name(code, language, number)) as known:
            before, now = (np.asarray(picture, dtype=float) for picture in (known, page))
        assert before.shape == now.shape
        assert np.abs(before - now).mean() < TOLERANCE, name(code, language, number).name


def draw_anew() -> None:
    """Replace the pictures by those of today."""
    with tempfile.TemporaryDirectory(prefix="kembar-golden-") as place:
        sample.make(Path(place) / "contoh", Progress())
        fonts._folders = bundled  # type: ignore[assignment]
        fonts.forget()
        for old in PICTURES.glob("*.png"):
            old.unlink()
        with Archive.open(Path(place) / "contoh", Mode.READ) as archive:
            for code in CODES:
                for language in LANGUAGES:
                    pages = drawn(archive, code, language, Path(place) / "print.pdf")
                    for number, page in enumerate(pages):
                        page.save(name(code, language, number), optimize=True)


if __name__ == "__main__":
    freeze_support()
    draw_anew()
