"""Small charts: columns by year, bars by category; the figures stand beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from archive.reports.drawing.axis import even_parts, written_out
from archive.reports.drawing.plate import Area, Key, Label, Mark, Plate, Stroke, fitted, legend
from archive.reports.lines import Letter
from archive.reports.setting import Passage, Standing
from archive.reports.style import ACCENT, FIGURE, FIGURES, HEAD, INK, QUIET, Style
from archive.reports.tables import Opening, Row, Table
from archive.reports.words import Words

HIGH, FIGURE_ROOM, YEAR_ROOM = 64.0, 11.0, 14.0  # points of the highest column, above it, below
WIDEST, THICKEST = 44.0, 18.0  # points of a year and of a column
APART = 0.16  # share of a year that is left free
NAMES, FIGURE_WIDTH = 0.34, 52.0  # share of the width, and points, beside a bar
THICK, BESIDE = 6.5, 4.0  # points of a bar, and beside it
SWATCH, AFTER = 9.0, 12.0
NUMERAL, NONE = Letter(7, INK), Letter(7, "#8b959b")
PAPER, NOT_KNOWN = "#ffffff", "–"


@dataclass(frozen=True, slots=True)
class Series:
    """What is counted, and how many in each year; a year that is not there is not known."""

    name: str
    values: Mapping[int, int]


def columns(
    style: Style,
    words: Words,
    years: Sequence[int],
    series: Sequence[Series],
    width: float | None = None,
) -> list[Standing]:
    """One or two series as columns by year, at this width (points; else the style's column).

    Years without a value stand with a dash, none at all with `0`. Where the figures have no room
    side by side, the years go on below at the same scale. Empty when no year has a value.
    """
    if not 1 <= len(series) <= 2:
        raise ValueError(f"{len(series)} series cannot be told apart")
    if not any(each.values.get(year) is not None for each in series for year in years):
        return []
    width = style.column if width is None else width
    return Columns(style, words, years, series, width).strips()


@dataclass(slots=True)
class Columns:
    """A chart of columns being drawn at one width."""

    style: Style
    words: Words
    years: Sequence[int]
    series: Sequence[Series]
    width: float
    highest: int = field(init=False)

    def __post_init__(self) -> None:
        known = (each.values.get(year) or 0 for each in self.series for year in self.years)
        self.highest = max(1, *known)

    def strips(self) -> list[Standing]:
        """The chart in as many strips as its figures need, under its legend when it has two
        series."""
        needed = self._needed()
        parts = list(even_parts(self.years, int(self.width // needed)))
        longest = max(map(len, parts))
        across = min(max(WIDEST, needed), self.width / longest)
        strips: list[Standing] = [self._strip(part, across) for part in parts]
        if len(self.series) == 1:
            return strips
        keys = [Key((_swatch(place),), SWATCH, each.name) for place, each in enumerate(self.series)]
        drawn = legend(self.style.faces, keys, self.width)
        return [Opening([drawn], strips[0]), *strips[1:]]

    def _needed(self) -> float:
        """The points that a year needs, so that no two figures touch."""
        widest = max(
            self._figure(each, year).extent[1] for each in self.series for year in self.years
        )
        return min(self.width, len(self.series) * (widest + 2) / (1 - APART))

    def _strip(self, years: Sequence[int], across: float) -> Plate:
        base = FIGURE_ROOM + HIGH
        marks: list[Mark] = [Stroke(((0.0, base), (across * len(years), base)), QUIET, 0.6)]
        for place, year in enumerate(years):
            marks += self._year(year, place * across, across, base)
        marks += self._numbers(years, across, base + 3)
        return Plate((self.width, base + YEAR_ROOM), marks, self._told(years), AFTER)

    def _year(self, year: int, left: float, across: float, base: float) -> Iterator[Mark]:
        share = across * (1 - APART) / len(self.series)
        start = left + across * APART / 2
        for place, each in enumerate(self.series):
            yield from self._column(each, place, year, (start + place * share, share), base)

    def _numbers(self, years: Sequence[int], across: float, top: float) -> Iterator[Label]:
        """The numbers of the years, as many as have room."""
        numbers = {year: fitted(self.style.faces, str(year), HEAD, 90.0) for year in years}
        room = max(number.extent[1] for number in numbers.values()) + 8
        for year in written_out(years, across, room):
            wide = numbers[year].extent[1]
            left = (years.index(year) + 0.5) * across - wide / 2
            yield Label(max(0.0, min(left, self.width - wide)), top, numbers[year])

    def _column(
        self, each: Series, place: int, year: int, span: tuple[float, float], base: float
    ) -> Iterator[Mark]:
        left, across = span
        high = HIGH * max(0, each.values.get(year) or 0) / self.highest
        thick = min(across - 1, THICKEST)
        if high:
            yield _area(place, left + (across - thick) / 2, base - high, thick, high)
        figure = self._figure(each, year)
        yield Label(left + (across - figure.extent[1]) / 2, base - high - figure.height - 1, figure)

    def _figure(self, each: Series, year: int) -> Passage:
        value = each.values.get(year)
        said = NOT_KNOWN if value is None else self.words.number(value)
        return fitted(self.style.faces, said, NONE if value is None else NUMERAL, 90.0)

    def _told(self, years: Sequence[int]) -> str:
        """The figures as a sentence."""
        return "; ".join(
            f"{each.name}: "
            + ", ".join(
                f"{year} {self.words.number(value)}"
                for year in years
                if (value := each.values.get(year)) is not None
            )
            for each in self.series
        )


def bars(
    style: Style, words: Words, counted: Sequence[tuple[str, int]], width: float | None = None
) -> list[Standing]:
    """Categories in the order given, each with a bar and its figure, at this width (points; else
    the style's column). Empty when there is none."""
    if not counted:
        return []
    width = style.column if width is None else width
    room = width * (1 - NAMES) - FIGURE_WIDTH - 2 * BESIDE
    highest = max(1, *(count for _name, count in counted))
    rows = [
        Row(
            (
                style.cell(name),
                _bar(max(0, count) / highest, room, f"{name}: {count}"),
                style.cell(words.number(count), FIGURE, FIGURES),
            ),
            rule="",
        )
        for name, count in counted
    ]
    return [Table((width * NAMES, room + 2 * BESIDE, FIGURE_WIDTH), rows, heads=0)]


def _bar(share: float, room: float, alt: str) -> Plate:
    marks: list[Mark] = [Stroke(((0.0, 1.0), (0.0, 11.0)), QUIET, 0.6)]
    if share:
        marks.append(Area(0.0, 2.5, max(1.0, room * share), THICK, fill=ACCENT))
    return Plate((room, 11.5), marks, alt)


def _area(place: int, x: float, y: float, width: float, height: float) -> Area:
    """A column of the first series is solid, one of the second hatched."""
    if place == 0:
        return Area(x, y, width, height, fill=ACCENT)
    return Area(x, y, width, height, fill=PAPER, frame=ACCENT, weight=0.6, hatch=QUIET)


def _swatch(place: int) -> Area:
    return _area(place, 0.0, 2.0, SWATCH, SWATCH)
