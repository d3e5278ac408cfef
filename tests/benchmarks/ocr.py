"""Pictures of known pages read: words found, and pages a second beside bare Tesseract."""

from __future__ import annotations

import multiprocessing
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from multiprocessing.pool import Pool
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from archive.intake.ocr import languages
from archive.intake.ocr.engine import Engine
from archive.intake.ocr.page_images import POINTS
from archive.intake.ocr.pictures import Picture
from tests.benchmarks.rows import Row
from tests.papers import prose, text_pdf

CLEAN, DAMAGED = 0.98, 0.90  # share of the words that must be found
SHARE = 0.85  # of the speed of bare Tesseract
DPI, WORDS, CORES, ROUNDS = 200, 320, 2, 2
RED, LEANING, SPECKS = 150, 2.5, 0.004  # a stamp's grey, degrees, share of pixels

Damage = Callable[[Image.Image, Random], Image.Image]


def measure(quick: bool) -> list[Row]:
    """Words found on clean and damaged pages; pages a second of two processes."""
    texts = [prose(WORDS, seed=seed) for seed in range(2 if quick else 12)]
    with tempfile.TemporaryDirectory(prefix="kembar-ocr-") as place:
        pages = _pages(Path(place), texts)
        some = list(zip(texts, pages, strict=True))[: 1 if quick else 4]
        with Engine() as engine:
            rows = [_recall(engine, name, some, quick) for name in DAMAGES]
        images = [Path(place) / f"{number}.png" for number in range(len(pages))]
        for path, page in zip(images, pages, strict=True):
            page.save(path)
        return rows + _speed(images, quick)


def _pages(place: Path, texts: Sequence[str]) -> list[Image.Image]:
    path = text_pdf(place / "pages.pdf", texts)
    with closing(pypdfium2.PdfDocument(path)) as document:
        return [
            page.render(scale=DPI / POINTS, grayscale=True).to_pil().convert("L")
            for page in document
        ]


def _recall(
    engine: Engine, name: str, pages: Sequence[tuple[str, Image.Image]], quick: bool
) -> Row:
    goal = CLEAN if name == "clean" else DAMAGED
    chance, wanted, found = Random(7), 0, 0
    for text, page in pages:
        known = _words(text)
        read = _words(engine.read(_picture(DAMAGES[name](page, chance))).text)
        wanted, found = wanted + known.total(), found + (known & read).total()
    share = found / wanted
    return Row(
        f"words found on {len(pages)} pages of {DPI} dpi: {name}",
        f"{share:.3f}",
        goal=f"≥ {goal:.2f}",
        met=None if quick else share >= goal,
    )


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def _picture(image: Image.Image) -> Picture:
    return Picture(image, (image.width * POINTS / DPI, image.height * POINTS / DPI))


def _leaning(page: Image.Image, _chance: Random) -> Image.Image:
    return page.rotate(LEANING, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def _upside_down(page: Image.Image, _chance: Random) -> Image.Image:
    return page.rotate(180)


def _stamped(page: Image.Image, chance: Random) -> Image.Image:
    """Two round stamps and a signature across the text, lighter than the ink."""
    marks = Image.new("L", page.size, 255)
    draw, face = ImageDraw.Draw(marks), ImageFont.load_default(44)
    for _ in range(2):
        x, y = chance.randrange(300, 1100), chance.randrange(200, 900)
        for ring in (0, 40):
            box = (x + ring, y + ring, x + 360 - ring, y + 360 - ring)
            draw.ellipse(box, outline=RED, width=6)
        draw.text((x + 80, y + 150), "TERIMA", fill=RED, font=face)
    points = [(300 + step * 40, 700 + chance.randrange(-120, 120)) for step in range(12)]
    draw.line(points, fill=90, width=4, joint="curve")
    return Image.fromarray(np.minimum(np.asarray(page), np.asarray(marks)))


def _noisy(page: Image.Image, chance: Random) -> Image.Image:
    """As an old copier leaves it: grey, uneven, blurred, with specks."""
    dice = np.random.default_rng(chance.randrange(1_000_000))
    grey = np.asarray(page.filter(ImageFilter.GaussianBlur(0.8)), dtype=np.float64)
    shade = np.linspace(0, 50, grey.shape[1])
    grey = grey * 0.8 + 30 - shade + dice.normal(0, 12, grey.shape)
    grey[dice.random(grey.shape) < SPECKS] = 40
    return Image.fromarray(grey.clip(0, 255).astype(np.uint8))


DAMAGES: dict[str, Damage] = {
    "clean": lambda page, _chance: page,
    f"leaning by {LEANING}°": _leaning,
    "upside down": _upside_down,
    "stamped and signed": _stamped,
    "grey, blurred, specked": _noisy,
    "all at once": lambda page, chance: _leaning(_noisy(_stamped(page, chance), chance), chance),
}


def _speed(images: Sequence[Path], quick: bool) -> list[Row]:
    """Each side reads all images in turns, `ROUNDS` times; its best round counts."""
    ways: dict[str, Callable[[], float]] = {}
    context = multiprocessing.get_context("spawn")
    with context.Pool(CORES, _open_ours) as ours, context.Pool(CORES, _open_bare) as bare:
        ways["ours"] = lambda: _paced(ours, _read_ours, images)
        ways["bare"] = lambda: _paced(bare, _read_bare, images)
        if shutil.which("tesseract"):
            ways["command"] = lambda: _paced(bare, _run_command, images)
        for pool, read in ((ours, _read_ours), (bare, _read_bare)):
            pool.map(read, [images[0]] * CORES, chunksize=1)  # both have loaded their languages
        rounds = [{name: way() for name, way in ways.items()} for _ in range(ROUNDS)]
    best = {name: max(found[name] for found in rounds) for name in ways}
    rows = [_beside("bare tesserocr", best["ours"], best["bare"], len(images), quick)]
    if "command" in best:
        named = "the tesseract command"
        rows.append(_beside(named, best["ours"], best["command"], len(images), quick))
    return rows


def _beside(peer: str, ours: float, theirs: float, pages: int, quick: bool) -> Row:
    return Row(
        f"{pages} clean pages of {DPI} dpi read by {CORES} processes; peer: {peer}",
        f"{ours:.2f} pages/s",
        f"{theirs:.2f} pages/s",
        f"{ours / theirs:.2f}",
        f"≥ {SHARE} of it",
        None if quick else ours >= SHARE * theirs,
    )


def _paced(pool: Pool, read: Callable[[Path], int], images: Sequence[Path]) -> float:
    started = time.perf_counter()
    pool.map(read, images, chunksize=1)
    return len(images) / (time.perf_counter() - started)


_opened: dict[str, Any] = {}  # what a reading process holds


def _open_ours() -> None:
    _opened["engine"] = Engine()


def _read_ours(path: Path) -> int:
    with Image.open(path) as image:
        return len(_opened["engine"].read(_picture(image)).text)


def _open_bare() -> None:
    os.environ["OMP_THREAD_LIMIT"] = "1"
    import tesserocr

    found = languages.find()
    _opened["bare"] = tesserocr.PyTessBaseAPI(path=f"{found.folder}/", lang="+".join(found.ready))


def _read_bare(path: Path) -> int:
    with Image.open(path) as image:
        _opened["bare"].SetImage(image)
        return len(_opened["bare"].GetUTF8Text())


def _run_command(path: Path) -> int:
    found = languages.find()
    told = subprocess.run(
        ["tesseract", str(path), "-", "-l", "+".join(found.ready), "--dpi", str(DPI)],
        env={**os.environ, "TESSDATA_PREFIX": str(found.folder), "OMP_THREAD_LIMIT": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return len(told.stdout)
