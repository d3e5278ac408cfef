"""The rows of what was measured of our archive at its sizes, alone and beside the peers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests.benchmarks.rows import Row
from tests.benchmarks.searching.asked import YEARS, Times
from tests.benchmarks.searching.kembar import Stand
from tests.benchmarks.searching.peers import SHOWN, Outcome

GOAL, GOAL_LARGEST, GOAL_OFFERED = 10.0, 40.0, 10.0  # milliseconds, for 95 of 100
LARGEST = 1_000_000  # pages, of the goal for the largest
GOAL_SHARE = 120.0  # per cent of the text


def alone(stands: Sequence[Stand], size: int, quick: bool) -> list[Row]:
    """What is asked of so many pages; then how it grows with them."""
    main = [stand for stand in stands if stand.pages == size]
    rows = [row for stand in main for row in (*_asked(stand, quick), *_offered(stand, quick))]
    rows += [_growth(stand, stands[0], quick) for stand in stands]
    rows += [row for stand in stands[-1:] for row in _after_opening(stand)]
    return rows + [_share(stand, quick) for stand in dict.fromkeys((*main, *stands[-1:]))]


def _asked(stand: Stand, quick: bool) -> list[Row]:
    """All questions, then each form of them."""
    each, forms = stand.asked, stand.asked.forms
    name = f"{len(each.each)} questions to {stand.pages:,} pages, facets and {SHOWN} snippets"
    with_words = f"{stand.widened} of them widened by the table"
    return [
        Row(f"{name}: p50", _ms(each.at(50))),
        _judged(f"the same, {with_words}: p95", each.at(95), GOAL, quick),
        Row("… without the table: p50 and p95", _both(stand.plain)),
        *(Row(f"… p50 and p95 of {form}", _both(each, form)) for form in forms),
    ]


def _offered(stand: Stand, quick: bool) -> list[Row]:
    offered = stand.offered
    name = f"{len(offered.each)} beginnings of words completed, {stand.pages:,} pages: p95"
    return [_judged(name, offered.at(95), GOAL_OFFERED, quick)]


def _growth(stand: Stand, first: Stand, quick: bool) -> Row:
    """A size beside the smallest: how much longer it takes for how many times the pages."""
    p95, least = stand.asked.at(95), first.asked.at(95)
    return Row(
        f"p50, p95 of {stand.pages:,} pages ({stand.rate:.0f}/s indexed); peer: of {first.pages:,}",
        _both(stand.asked),
        _both(first.asked),
        f"{p95 / least:.1f}",
        f"≤ {GOAL_LARGEST:.0f} ms" if stand.pages >= LARGEST else "",
        p95 <= GOAL_LARGEST if stand.pages >= LARGEST and not quick else None,
    )


def _after_opening(stand: Stand) -> list[Row]:
    name = f"{stand.pages:,} pages: the first"
    return [
        Row(f"{name} question after opening", _ms(stand.opened)),
        Row(f"{name} completion after opening", _ms(stand.named)),
    ]


def _share(stand: Stand, quick: bool) -> Row:
    share = 100 * stand.index / stand.text
    return Row(
        f"index of {stand.pages:,} pages; peer: their text",
        f"{stand.index / 1e6:.0f} MB",
        f"{stand.text / 1e6:.0f} MB",
        f"{share:.0f} %",
        f"≤ {GOAL_SHARE:.0f} %",
        None if quick else share <= GOAL_SHARE,
    )


def beside(ours: Stand, theirs: Outcome, quick: bool) -> list[Row]:
    """Equal pages, equal questions: ours shall be ahead."""
    told = f"{theirs.pages:,} pages; peer: {theirs.name}, same pages"
    rates = f"{ours.rate:.0f} pages/s", f"{theirs.rate:.0f} pages/s"
    rows = [Row(f"indexing of {told}", *rates, f"{ours.rate / theirs.rate:.1f}")]
    name = f"{len(ours.asked.each)} questions to {told}"
    rows += [_ahead(f"{name}: p{each}", ours.asked, theirs.asked, each, quick) for each in (50, 95)]
    rows.append(_compared("… p95, both without the table", ours.plain, theirs.asked))
    forms = [form for form in ours.asked.forms if not form.endswith(YEARS)]
    return rows + [
        _compared(f"… p95 of {form}", ours.asked, theirs.asked, form=form) for form in forms
    ]


def _ahead(name: str, ours: Times, theirs: Times, percent: int, quick: bool) -> Row:
    met = None if quick else theirs.at(percent) > ours.at(percent)
    return replace(_compared(name, ours, theirs, percent), goal="> 1", met=met)


def _compared(name: str, ours: Times, theirs: Times, percent: int = 95, form: str = "") -> Row:
    mine, other = ours.at(percent, form), theirs.at(percent, form)
    return Row(name, _ms(mine), _ms(other), f"{other / mine:.1f}")


def _judged(name: str, took: float, goal: float, quick: bool) -> Row:
    return Row(name, _ms(took), goal=f"≤ {goal:.0f} ms", met=None if quick else took <= goal)


def _both(times: Times, form: str = "") -> str:
    return f"{times.at(50, form):.1f}, {times.at(95, form):.1f} ms"


def _ms(took: float) -> str:
    return f"{took:.1f} ms"
