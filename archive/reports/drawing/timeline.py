"""A dossier over the years in print: a lane for each agreement and program, years across."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from archive.catalogue.lanes import End, Lane, Timeline
from archive.catalogue.lanes import Mark as Happened
from archive.records import Target
from archive.reports.drawing.axis import Axis
from archive.reports.drawing.lane_marks import keys, lane_marks, pauses
from archive.reports.drawing.plate import LONGEST, Label, Mark, Plate, Stroke, fitted, legend
from archive.reports.lines import Letter
from archive.reports.style import ACCENT, HAIRLINE, HEAD, QUIET, SMALL, TINT, Style
from archive.reports.tables import Row, Table
from archive.reports.words import Words

NAMES = 0.31  # share of the width
MOST_LINES = 3  # of a name
LOWEST, ABOVE = 24.0, 4.0  # points of a lane, and above its name
YEARS = 15.0  # points of the line with the years
BESIDE, GAP = 3.0, 6.0
NARROWEST = 7.0  # points between two lines
TIMES = Letter(7.5, QUIET)


def timeline(
    style: Style, words: Words, shown: Timeline, width: float | None = None
) -> list[Table]:
    """The lanes of a dossier at this width (points; else the style's column).

    Legend and years come again on each page. Empty when there is no lane.
    """
    lanes = [lane for lane in shown.lanes if lane.span or lane.target is not Target.PARTNERSHIP]
    if not lanes:
        return []
    width = style.column if width is None else width
    return [Drawn(style, words, shown, lanes, width).table()]


@dataclass(slots=True)
class Drawn:
    """One timeline being drawn at one width."""

    style: Style
    words: Words
    shown: Timeline
    lanes: Sequence[Lane]
    width: float
    axis: Axis = field(init=False)

    def __post_init__(self) -> None:
        across = self.width * (1 - NAMES) - 2 * BESIDE
        self.axis = Axis(self.shown.first, self.shown.last, across)

    def table(self) -> Table:
        """Legend, years, and the lanes by what they are of."""
        heads = [self._key(), self._years()]
        rows = [row for _kind, lanes in groupby(self.lanes, _kind) for row in self._group(lanes)]
        columns = (self.width * NAMES, self.width * (1 - NAMES))
        return Table(columns, [*heads, *rows], heads=len(heads), padding=(BESIDE, 0.0))

    def _key(self) -> Row:
        paused = bool(self.shown.pauses)
        told = keys(self.style, self.words, self.lanes, paused=paused)
        drawn = legend(self.style.faces, told, self.width - 2 * BESIDE)
        return Row((drawn,), rule="", heading=True)

    def _years(self) -> Row:
        room = self._label_room()
        marks = [self._year(year, room) for year in self.axis.labelled(room)]
        return Row((None, Plate((self.axis.width, YEARS), marks)), rule=ACCENT, weight=0.9)

    def _label_room(self) -> float:
        return self.style.head("0000").natural_width + 6

    def _year(self, year: int, room: float) -> Label:
        number = fitted(self.style.faces, str(year), HEAD, room, align="centre")
        middle = self.axis.at(year) + self.axis.year / 2
        left = min(max(0.0, middle - room / 2), self.axis.width - room)
        return Label(left, 2.0, number)

    def _group(self, lanes: Iterable[Lane]) -> Iterator[Row]:
        first, *others = lanes
        if first.target is not Target.PARTNERSHIP:
            agreed = first.target is Target.AGREEMENT
            said = self.words.gettext("Agreements") if agreed else self.words.gettext("Programs")
            yield Row((self._heading(said),), tint=TINT, heading=True)
        for lane in (first, *others):
            yield self._lane(lane)

    def _heading(self, said: str) -> Plate:
        told = fitted(self.style.faces, said, HEAD, self.width - 2 * BESIDE)
        return Plate((self.width, told.height + 5), [Label(0.0, 2.5, told)])

    def _lane(self, lane: Lane) -> Row:
        width = self.width * NAMES - 2 * BESIDE - GAP
        name = lane.name or self.words.gettext("Partnership as a whole")
        title = fitted(self.style.faces, name, SMALL, width, MOST_LINES)
        times = fitted(self.style.faces, self._told(lane), TIMES, width, MOST_LINES)
        height = max(LOWEST, ABOVE + title.height + times.height + ABOVE)
        labels = [Label(0.0, ABOVE, title), Label(0.0, ABOVE + title.height, times)]
        return Row((Plate((width, height), labels), self._across(lane, name, height)))

    def _across(self, lane: Lane, name: str, height: float) -> Plate:
        marks = [
            *pauses([span for span, _note in self.shown.pauses], self.axis, height),
            *self._grid(height),
            *lane_marks(self.style, lane, self.axis),
        ]
        return Plate((self.axis.width, height), marks, f"{name[:LONGEST]}: {self._told(lane)}")

    def _grid(self, height: float) -> Iterator[Mark]:
        each = self.axis.year >= NARROWEST
        for year in self.axis.labelled(NARROWEST if each else self._label_room()):
            x = self.axis.at(year)
            yield Stroke(((x, 0.0), (x, height)), HAIRLINE, 0.3)

    def _told(self, lane: Lane) -> str:
        """The figures of a lane: when it was, and how many activities were held."""
        held = sum(what is Happened.HELD for what, _at, _name in lane.marks)
        parts = [times(self.words, lane)]
        if held:
            parts.append(self.words.ngettext("{count} activity", "{count} activities", held))
        return " · ".join(filter(None, parts))


def times(words: Words, lane: Lane) -> str:
    """`1994–±1998`, `1989 – indefinite`, `2012 – ?`, or that no year is known."""
    if lane.span is None:
        return "" if lane.marks else words.gettext("no years known")
    start, end = (
        f"{'±' if about else ''}{int(at)}" for at, about in zip(lane.span, lane.about, strict=True)
    )
    if lane.end is End.NEVER:
        return f"{start} – {words.label('validities', 'indefinite').lower()}"
    if lane.end is End.UNKNOWN:
        return f"{start} – ?"
    return start if start == end else f"{start}–{end}"


def _kind(lane: Lane) -> Target:
    return lane.target
