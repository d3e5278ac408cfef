"""Tesseract in this process: one page's picture in, its text and the places of its words out."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Any, Self

from archive.intake.ocr import languages
from archive.intake.ocr.ink import blank, only_dirt, unread
from archive.intake.ocr.page_reading import (
    Found,
    Legibility,
    PageReading,
    assembled,
)
from archive.intake.ocr.pictures import Picture
from archive.intake.ocr.straighten import TURNS, Laid, skew
from archive.intake.ocr.tidying import print_only

SECONDS = 120.0  # a page may take; an A4 page of dense text takes two
SURE = 0.75  # below this the page may lie another way up
UNREAD = 0.05  # share of a page's ink outside of its words, from which it is read anew, tidied
OURS = 1  # raised when this room reads the same picture otherwise than before


class EngineMissing(Exception):
    """Tesseract cannot be loaded on this computer."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class LanguagesMissing(Exception):
    """None of the wanted languages is installed."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(*missing)
        self.missing = missing


class Engine:
    """Reads pages in some languages; one for each process, and closed at its end.

    Raises `EngineMissing`, or `LanguagesMissing` when none of the wanted languages is here (what
    is missing beside others is in `languages`).
    """

    def __init__(
        self,
        wanted: Sequence[str] = languages.USUAL,
        seconds: float = SECONDS,
        places: Sequence[Path] | None = None,
    ) -> None:
        self.languages = languages.find(wanted, places)
        self._seconds = seconds
        self._library = _library()
        self._compass: Any = None
        self._api = self._opened("+".join(_needed(self.languages)), "AUTO")

    @property
    def name(self) -> str:
        """Engine, version and languages, as they stand beside a text it read."""
        return named(self.languages.ready)

    def read(self, picture: Picture) -> PageReading:
        """One page. A page that makes the engine itself fail raises `RuntimeError`."""
        if blank(picture.image):
            return PageReading(Legibility.BLANK)
        ends = time.monotonic() + self._seconds
        slope = skew(picture.image)
        laid = Laid.of(picture).straightened(slope)
        reading = self._attempt(laid, picture, 0, slope, ends)
        if reading.legibility is Legibility.TOO_SLOW:
            return reading
        turn, reading = self._turned(laid, picture, slope, ends, reading)
        if unread(picture, reading.words) > UNREAD:
            laid = laid.turned(-turn)
            tidied = Laid(print_only(laid.image), laid.way)
            reading = _fuller(reading, self._attempt(tidied, picture, turn, slope, ends))
        if not reading.words and only_dirt(picture.image):
            return PageReading(Legibility.BLANK)
        return reading

    def _turned(
        self, laid: Laid, picture: Picture, slope: float, ends: float, reading: PageReading
    ) -> tuple[int, PageReading]:
        """The way the page lies, and its best reading; a sure one is not doubted."""
        found = 0
        for turn in self._turns(laid) if reading.confidence < SURE else ():
            other = self._attempt(laid.turned(-turn), picture, turn, slope, ends)
            if other.confidence > reading.confidence:
                found, reading = turn, other
            if reading.confidence >= SURE:
                break
        return found, reading

    def close(self) -> None:
        """Give the memory of the languages back."""
        for api in (self._api, self._compass):
            if api is not None:
                api.End()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _attempt(
        self, laid: Laid, picture: Picture, turn: int, slope: float, ends: float
    ) -> PageReading:
        self._show(self._api, laid, picture)
        left = int(1000 * (ends - time.monotonic()))
        try:
            if left <= 0 or not self._api.Recognize(left):
                return PageReading(Legibility.TOO_SLOW, orientation=turn, skew=slope)
            return assembled(self._words(laid), turn, slope)
        finally:
            self._api.Clear()

    def _words(self, laid: Laid) -> Iterator[Found]:
        level = self._library.RIL
        for at in self._library.iterate_level(self._api.GetIterator(), level.WORD):
            if at.Empty(level.WORD) or (box := at.BoundingBox(level.WORD)) is None:
                continue
            before = " "
            if at.IsAtBeginningOf(level.PARA):
                before = "\n\n"
            elif at.IsAtBeginningOf(level.TEXTLINE):
                before = "\n"
            sure = at.Confidence(level.WORD) / 100
            yield Found(at.GetUTF8Text(level.WORD), sure, laid.way.box(*box), before)

    def _turns(self, laid: Laid) -> tuple[int, ...]:
        """Which other ways up are worth a try: what the page's look says, or all."""
        if not self.languages.orientation:
            return (180, *(turn for turn in TURNS if turn != 180))
        if self._compass is None:
            self._compass = self._opened(languages.ORIENTATION, "OSD_ONLY")
        self._show(self._compass, laid, None)
        told = self._compass.DetectOrientationScript()
        self._compass.Clear()
        turn = int(told["orient_deg"]) % 360 if told else 0
        return (turn,) if turn in TURNS else ()

    def _show(self, api: Any, laid: Laid, picture: Picture | None) -> None:
        image = laid.image
        api.SetImageBytes(image.tobytes(), image.width, image.height, 1, image.width)
        if picture is not None:
            api.SetSourceResolution(picture.resolution)

    def _opened(self, codes: str, layout: str) -> Any:
        return self._library.PyTessBaseAPI(
            path=f"{self.languages.folder}{os.sep}",
            lang=codes,
            psm=getattr(self._library.PSM, layout),
        )


def _fuller(first: PageReading, second: PageReading) -> PageReading:
    """The reading with more letters, unsure ones counting less."""
    return max(
        first, second, key=lambda page: page.confidence * sum(len(w.text) for w in page.words)
    )


def available() -> bool:
    """Whether Tesseract can be loaded here."""
    try:
        _library()
    except EngineMissing:
        return False
    return True


def named(codes: Sequence[str]) -> str:
    """Engine, version and languages. Raises `EngineMissing`."""
    version = _library().tesseract_version().split("\n")[0].strip()
    return f"{version} {'+'.join(codes)} /{OURS}"


def _needed(found: languages.Languages) -> tuple[str, ...]:
    if not found.ready:
        raise LanguagesMissing(found.missing)
    return found.ready


def _library() -> ModuleType:
    # Tesseract's threads of one page are slower than as many pages at a time, and the library
    # asks for their number when it is loaded.
    os.environ["OMP_THREAD_LIMIT"] = "1"
    try:
        import tesserocr
    except ImportError as error:
        raise EngineMissing(str(error)) from error
    return tesserocr
