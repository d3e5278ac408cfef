"""How much of a PDF's page is image, and how fine it is; light enough for every reading process."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium

POINTS = 72.0  # an inch
IMAGE = pdfium.FPDF_PAGEOBJ_IMAGE  # type: ignore[attr-defined]
NESTED = 5  # forms within forms that are looked through for images …
LOOKED_AT = 20_000  # … and things on a page; a map has a million lines
CELLS = 24  # of the net over a page: scans come in strips, and in layers upon each other
WIDE = 0.3  # of a page's side


@dataclass(frozen=True, slots=True)
class ImagesOnPage:
    """The images of a PDF's page: the share of it they cover (0–1), and the finest resolution."""

    share: float
    resolution: float


def images_on(page: Any) -> ImagesOnPage:
    """How much of an open page of PDFium's is image, and how fine."""
    left, bottom, right, top = page.get_cropbox()
    width, height = max(right - left, 1.0), max(top - bottom, 1.0)
    covered: set[tuple[int, int]] = set()
    finest = 0.0
    objects = islice(page.get_objects(max_depth=NESTED), LOOKED_AT)
    for image in (thing for thing in objects if thing.type == IMAGE):
        west, south, east, north = _bounds(image)
        columns = _cells((west - left) / width, (east - left) / width)
        rows = _cells((south - bottom) / height, (north - bottom) / height)
        covered.update((column, row) for column in columns for row in rows)
        across, up = east - west, north - south
        if across > WIDE * width or up > WIDE * height:  # a seal is fine on a coarse page
            finest = max(finest, max(image.get_px_size()) * POINTS / max(across, up))
    return ImagesOnPage(len(covered) / CELLS**2, finest)


def _cells(start: float, end: float) -> range:
    """The rows or columns of a coarse net whose middles lie between two parts (0–1) of a side."""
    first, last = (math.ceil(min(max(part, 0.0), 1.0) * CELLS - 0.5) for part in (start, end))
    return range(first, last)


def _bounds(image: Any) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of an image on the page, through the forms that hold it."""
    bounds, holder = image.get_bounds(), image.container
    while holder is not None:
        bounds, holder = holder.get_matrix().on_rect(*bounds), holder.container
    left, bottom, right, top = bounds
    return left, bottom, right, top
