"""The pages of a dossier most worth seeing, and how each is shown: the page itself, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.utils import ImageReader

from archive.errors import NotFound, OriginalMissing
from archive.records import Dossier, Evidence, Finding, Target
from archive.reports.citations import Citable, Place, place_of, standing_in
from archive.reports.findings_told import said
from archive.reports.paper import Paper
from archive.reports.setting import Passage, Run, Standing, colour
from archive.reports.style import BODY, HAIRLINE, QUOTE, SMALL_QUIET, SMALL_TEXT
from archive.reports.tables import Opening
from archive.text import fold

if TYPE_CHECKING:
    from archive.archive import Archive

WEIGHTS = {"verdict": 3, "determinant": 2, "recommendation": 2}  # of findings; others weigh one
AGREEMENT_WEIGHT = 4
HIGHEST, ROOM = 590.0, 640.0  # points of a picture at most, and of it with why it is here
TALL = 330.0  # points of reasons, above which the picture stands by itself
WIDE = 830  # pixels of a picture: the letters of a page stay readable


@dataclass(frozen=True, slots=True)
class KeyPage:
    """One page that much stands on, and the file it is drawn from.

    `file` is a PDF within the archive's folder, empty where there is none; `page` its number there,
    `text` what stands on it where it is plain text. `links` and `findings` say why it is here.
    """

    place: Place
    title: str
    file: str
    page: int
    text: str
    links: tuple[Evidence, ...]
    findings: tuple[Finding, ...]


def chosen(archive: Archive, dossier: Dossier, most: int) -> tuple[KeyPage, ...]:
    """The pages that most links and findings stand on, in the order of documents and pages."""
    on: dict[tuple[int, int], list[Evidence | Finding]] = {}
    for item in standing_in(dossier):
        place = place_of(item)
        on.setdefault((place.document, place.first_page), []).append(item)
    ranked = sorted(on, key=lambda at: (-sum(map(_weight, on[at])), at))[:most]
    return tuple(_key_page(archive, at, on[at]) for at in sorted(ranked))


def shown(paper: Paper, pages: Iterable[KeyPage]) -> Iterator[Standing]:
    """Each page under its title, with what is said to stand on it."""
    for each in pages:
        yield from paper.section(each.title, _with_reasons(paper, each))


def _weight(item: Evidence | Finding) -> int:
    if isinstance(item, Finding):
        return WEIGHTS.get(item.values.kind, 1)
    return AGREEMENT_WEIGHT if item.link.target is Target.AGREEMENT else 1


def _key_page(archive: Archive, at: tuple[int, int], items: list[Evidence | Finding]) -> KeyPage:
    document, number = at
    first = next((each for each in items if place_of(each).first_label), items[0])
    label = place_of(first).first_label
    file, page = _file(archive, document, number)
    return KeyPage(
        Place(document, number, number, label, label),
        items[0].title,
        file,
        page,
        "" if file else _text(archive, document, number),
        tuple(each for each in items if isinstance(each, Evidence)),
        tuple(each for each in items if isinstance(each, Finding)),
    )


def _file(archive: Archive, document: int, number: int) -> tuple[str, int]:
    """The file a page is drawn from, within the archive's folder, and its number there."""
    try:
        files = archive.documents.reading_files(document)
        path, page = archive.documents.reading_path(document) if not files else None, number
    except (NotFound, OriginalMissing):
        return "", number
    if files:
        of = files[number - 1]
        path, page = (None if of.password else of.path), of.page
    shown = path is not None and path.suffix == ".pdf"
    return (path.relative_to(archive.folder).as_posix() if path and shown else ""), page


def _text(archive: Archive, document: int, number: int) -> str:
    """What stands on a page of a plain text."""
    return archive.documents.page(document, number).text


def _with_reasons(paper: Paper, each: KeyPage) -> list[Standing]:
    """Why it is here, and the page; on one sheet, unless there is much to say of it."""
    reasons = _reasons(paper, each)
    drawn = paper.picture(each.file, each.page, WIDE) if each.file else None
    if drawn is None:
        told = each.text or paper.words.gettext("This page cannot be shown here.")
        return [reasons, paper.style.passage(told, SMALL_QUIET, QUOTE)]
    said = reasons.wrap(paper.column, 0.0)[1]
    if said > TALL:
        return [reasons, PagePicture(*drawn, HIGHEST)]
    return [Opening([reasons], PagePicture(*drawn, min(HIGHEST, ROOM - said)))]


def _reasons(paper: Paper, each: KeyPage) -> Passage:
    """What stands on the page: findings in their words, links by what they prove."""
    told = [said(paper, finding) for finding in each.findings]
    told += [f"“{item.link.quote}”" for item in each.links if item.link.quote]
    cite: list[Citable] = [each.place]
    once = {fold(text).strip(' ."'): text for text in told}  # the page's own words, where known
    runs = [run for text in once.values() for run in (Run(text, BODY), Run("\n", BODY))]
    if not runs:
        runs = [Run(paper.words.gettext("Linked without a quote."), BODY)]
    return paper.statement(runs[:-1] if len(runs) > 1 else runs, cite, SMALL_TEXT)


class Jpeg(ImageReader):
    """A JPEG that goes into the PDF as it is: reportlab would decode it only to give it a name."""

    def __init__(self, jpeg: bytes) -> None:
        super().__init__(BytesIO(jpeg))  # type: ignore[no-untyped-call]
        self._jpeg, self._dataA = jpeg, None

    def getRGBData(self) -> bytes:  # noqa: N802 - reportlab's name
        """What tells this picture from others."""
        return self._jpeg


class PagePicture(Standing):
    """A kept page (JPEG, its size in pixels) in a hairline frame and its own proportions.

    At most as high as told (points) and as wide as the column.
    """

    def __init__(self, jpeg: bytes, size: tuple[int, int], highest: float) -> None:
        super().__init__()
        self._jpeg, self._size, self._highest = jpeg, size, highest
        self.spaceBefore, self.spaceAfter = 6.0, 12.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The size of the frame."""
        across, down = self._size
        scale = min(self._highest / down, width / across)
        self.width, self.height = across * scale, down * scale
        return self.width, self.height

    def draw(self) -> None:
        """Draw the picture, and a frame around it."""
        self.canv.drawImage(Jpeg(self._jpeg), 0, 0, self.width, self.height)
        self.canv.setStrokeColor(colour(HAIRLINE))
        self.canv.setLineWidth(0.6)
        self.canv.rect(0, 0, self.width, self.height)
