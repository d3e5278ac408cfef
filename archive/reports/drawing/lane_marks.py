"""What stands on a lane of a timeline: bars that tell how they end, and dots for activities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from archive.catalogue.lanes import End, Lane, Span
from archive.catalogue.lanes import Mark as Happened
from archive.records import Target
from archive.reports.drawing.axis import EDGE, Axis
from archive.reports.drawing.plate import Area, Key, Label, Mark, Ring, Shape, Stroke, fitted, moved
from archive.reports.lines import Letter
from archive.reports.style import ACCENT, INK, QUIET, Style
from archive.reports.words import Words

MIDDLE, BELOW = 9.5, 9.0  # points from the top to the bars, and from there to what was not held
BAR, THIN, DOT, RING = 8.0, 2.6, 2.2, 4.1  # heights and radii
PAPER, PAUSED = "#ffffff", "#e4e9ec"
MOST = 99  # more activities are not counted out in a ring
INSIDE, OUTSIDE = Letter(5.6, PAPER, bold=True), Letter(5.6, INK, bold=True)
SIGN = Letter(8, INK)
SWATCH, RAISED = 22.0, -2.5  # points of a bar in the legend, and how it is moved to its name


def lane_marks(style: Style, lane: Lane, axis: Axis) -> list[Mark]:
    """All that a lane shows, from its upper left corner."""
    counted = counts(lane, axis)
    marks = [*bar(lane, axis.at, axis.width), *_dots(style, counted, axis)]
    taken = [axis.at(time) for (_what, time) in counted]
    return [*marks, *_signs(style, lane, axis, taken)]


def counts(lane: Lane, axis: Axis) -> dict[tuple[Happened, float], int]:
    """How many activities were held, and not, by the middle of the years that share a mark."""
    years = axis.together(2 * RING + 0.6)
    found: Counter[tuple[Happened, float]] = Counter()
    for what, at, _name in lane.marks:
        if what is not Happened.EVIDENCE:
            start = axis.first + (int(at) - axis.first) // years * years
            found[what, min(start + years / 2, axis.last + 1 - years / 2)] += 1
    return dict(sorted(found.items(), key=lambda item: (item[0][1], item[0][0])))


def bar(lane: Lane, at: Callable[[float], float], right: float) -> Iterator[Mark]:
    """The bar of a lane, where it has a time at all."""
    if lane.span is None:
        return
    left, end = at(lane.span[0]), at(lane.span[1])
    if lane.end is End.UNKNOWN:
        yield from _unknown(lane.target, left, max(end, right - EDGE))
    elif lane.target is Target.AGREEMENT:
        yield from _agreement(lane.end, left, max(end, left + 2))
    else:
        yield Area(left, MIDDLE - THIN / 2, max(end - left, 2.0), THIN, fill=QUIET)


def _agreement(ending: End, left: float, end: float) -> Iterator[Mark]:
    top = MIDDLE - BAR / 2
    if ending is End.PAST:
        yield Area(left, top, end - left, BAR, fill=PAPER, frame=ACCENT, weight=0.7, hatch=QUIET)
        return
    yield Area(left, top, end - left, BAR, fill=ACCENT)
    if ending is End.NEVER:
        tip, wide = end + EDGE - 2, BAR / 2 + 2
        yield Shape(((end, MIDDLE - wide), (tip, MIDDLE), (end, MIDDLE + wide)), fill=ACCENT)


def _unknown(target: Target, left: float, end: float) -> Iterator[Mark]:
    if target is Target.AGREEMENT:
        top, across = MIDDLE - BAR / 2, end - left
        yield Area(left, top, across, BAR, fill=PAPER, frame=ACCENT, weight=0.8, dash=(2.5, 2.0))
        yield Area(left, top, min(3.0, across), BAR, fill=ACCENT)
    else:
        yield Stroke(((left, MIDDLE), (end, MIDDLE)), QUIET, 1.3, dash=(3.0, 2.2))
        yield Area(left, MIDDLE - THIN, 1.4, 2 * THIN, fill=QUIET)


def _dots(style: Style, counted: dict[tuple[Happened, float], int], axis: Axis) -> Iterator[Mark]:
    for (what, time), count in counted.items():
        held = what is Happened.HELD
        yield from dot(style, axis.at(time), MIDDLE + (0 if held else BELOW), count, held=held)


def dot(style: Style, x: float, y: float, count: int, *, held: bool) -> Iterator[Mark]:
    """An activity, filled when it was held; several of them as one ring with their number."""
    radius = DOT if count == 1 else RING
    fill, frame = (INK, PAPER) if held else (PAPER, INK)
    yield Ring(x, y, radius, fill=fill, frame=frame, weight=0.7)
    if count > 1:
        said = str(count) if count <= MOST else "+"
        number = fitted(style.faces, said, INSIDE if held else OUTSIDE, 4 * RING, align="centre")
        yield Label(x - 2 * RING, y - number.height / 2, number)


def _signs(style: Style, lane: Lane, axis: Axis, taken: list[float]) -> Iterator[Mark]:
    """`±` beside an end that is approximate, where nothing else stands."""
    if lane.span is None:
        return
    places = (axis.at(lane.span[0]) - 7.5, axis.at(lane.span[1]) + 2.5)
    for place, about in zip(places, lane.about, strict=True):
        if about and all(abs(x - place - 2.5) > RING + 4 for x in taken):
            sign = fitted(style.faces, "±", SIGN, EDGE)
            yield Label(place, MIDDLE - sign.height / 2, sign)


def pauses(spans: Sequence[Span], axis: Axis, height: float) -> Iterator[Mark]:
    """When the partnership slept, behind all else."""
    for start, end in spans:
        left = axis.at(start)
        yield Area(left, 0.0, max(1.5, axis.at(end) - left), height, fill=PAUSED)


def keys(style: Style, words: Words, lanes: Iterable[Lane], *, paused: bool) -> list[Key]:
    """The legend of the bars and dots that these lanes show."""
    lanes = list(lanes)
    ends = {lane.end for lane in lanes if lane.target is Target.AGREEMENT and lane.span}
    others = {lane.end for lane in lanes if lane.target is not Target.AGREEMENT and lane.span}
    happened = {what for lane in lanes for what, _at, _name in lane.marks}
    named = {
        End.AHEAD: words.gettext("agreement in force"),
        End.NEVER: words.gettext("agreement without an end"),
        End.PAST: words.gettext("agreement that ended"),
        End.UNKNOWN: words.gettext("agreement, end not recorded"),
    }
    found = [_bar_key(Target.AGREEMENT, end, said) for end, said in named.items() if end in ends]
    if others - {End.UNKNOWN}:
        found.append(_bar_key(Target.PROGRAM, End.PAST, words.gettext("program")))
    if End.UNKNOWN in others:
        found.append(_bar_key(Target.PROGRAM, End.UNKNOWN, words.gettext("end not recorded")))
    if Happened.HELD in happened:
        found.append(_dot_key(style, words.gettext("activity"), held=True))
    if Happened.NOT_HELD in happened:
        found.append(_dot_key(style, words.gettext("activity not held"), held=False))
    if any(any(lane.about) for lane in lanes):
        sign = fitted(style.faces, "±", SIGN, EDGE)
        found.append(
            Key(
                (Label(0, MIDDLE + RAISED - sign.height / 2, sign),),
                5.0,
                words.gettext("approximate"),
            )
        )
    if paused:
        block = Area(0, 1.5, 12, 11, fill=PAUSED, frame="#c3cacf", weight=0.4)
        found.append(Key((block,), 12.0, words.gettext("pause")))
    return found


def _bar_key(target: Target, end: End, said: str) -> Key:
    lane = Lane(target, 0, "", (0.0, 1.0), end=end)
    across = SWATCH - EDGE if end is End.NEVER else SWATCH
    marks = moved(bar(lane, lambda time: time * across, across + EDGE), 0.0, RAISED)
    return Key(tuple(marks), SWATCH, said)


def _dot_key(style: Style, said: str, *, held: bool) -> Key:
    return Key(tuple(dot(style, DOT + 1, MIDDLE + RAISED, 1, held=held)), 2 * DOT + 2, said)
