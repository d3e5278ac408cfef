"""How often suggestions are right: over papers made up with their labels, and over real ones."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pypdfium2

from archive.intake.suggestions import PageText, Paper, Suggestion, suggest
from archive.text import clean, fold
from tests.benchmarks.imports import CORPUS
from tests.benchmarks.rows import Row
from tests.suggestion_papers import Made, papers

GOALS = {"kind": 0.9, "signed": 0.9, "partnership": 0.95, "years": 0.9}
MOST_WRONG = 0.05
LONGEST = 0.030  # seconds for a paper of 30 pages


def measure(quick: bool) -> list[Row]:
    """Right, wrong and missing by field; the time of a long paper; what real ones are taken for."""
    counted = count(papers())
    rows = [_row(field, numbers) for field, numbers in sorted(counted.items())]
    return [*rows, _all(counted), _speed(), *([] if quick else _real())]


def count(made: Iterable[Made]) -> dict[str, Counter[str]]:
    """For each field how many proposals are right or wrong and how many truths are missing."""
    counted: dict[str, Counter[str]] = {}
    for one in made:
        found = suggest(one.paper)
        for field, truth in one.labels.items():
            said = {comparable(each) for each in found if each.field == field}
            true = {_tidy(each) for each in truth}
            numbers = counted.setdefault(field, Counter())
            numbers.update(right=len(said & true), wrong=len(said - true), missing=len(true - said))
    return counted


def comparable(found: Suggestion) -> str:
    """A suggestion's value as labels are written."""
    value = found.value
    if found.field == "partnership" and isinstance(value, list):
        return _tidy(tuple(city["name"] for city in value))
    if found.field == "keywords" and isinstance(value, list):
        return _tidy("|".join(map(str, value)))
    if isinstance(value, dict):
        key = next(key for key in ("months", "ends", "text", "name", "kind") if key in value)
        return _tidy(value[key])
    return _tidy(value)


def _tidy(value: object) -> str:
    if isinstance(value, list | tuple):
        return " + ".join(sorted(map(_tidy, value)))
    return fold(str(value))


def _row(field: str, numbers: Counter[str]) -> Row:
    right, wrong, missing = (numbers[name] for name in ("right", "wrong", "missing"))
    share = right / max(1, right + missing)
    goal = GOALS.get(field)
    told = f"right {right}, wrong {wrong}, missing {missing}"
    return Row(
        f"suggestions: {field}",
        told,
        "",
        f"{share:.0%}",
        f"≥ {goal:.0%}" if goal else "",
        share >= goal if goal else None,
    )


def _all(counted: dict[str, Counter[str]]) -> Row:
    total = sum(counted.values(), Counter[str]())
    share = total["wrong"] / max(1, total["right"] + total["wrong"])
    told = f"right {total['right']}, wrong {total['wrong']}, missing {total['missing']}"
    return Row(
        "suggestions: wrong among the proposed",
        told,
        "",
        f"{share:.1%}",
        "< 5%",
        share < MOST_WRONG,
    )


def _speed() -> Row:
    """A paper of 30 pages, each as full as a page is."""
    made = papers()[0]
    pages = [*made.pages, *(made.pages[1] * 4 for _ in range(26)), made.pages[-1]]
    paper = Paper("long.pdf", tuple(PageText(n, text) for n, text in enumerate(pages, start=1)), {})
    suggest(paper)
    times = []
    for _ in range(5):
        started = time.perf_counter()
        suggest(paper)
        times.append(time.perf_counter() - started)
    took = sorted(times)[2]
    return Row("suggestions: 30 pages", f"{took * 1000:.0f} ms", "", "", "< 30 ms", took < LONGEST)


def _real() -> list[Row]:
    """Real papers: what each is taken for; nobody has labelled them."""
    rows = []
    for path in sorted((CORPUS / "regulations").glob("*.pdf")):
        with pypdfium2.PdfDocument(path) as document:
            pages = [clean(page.get_textpage().get_text_range()) for page in document]
        paper = Paper(path.name, tuple(PageText(n, text) for n, text in enumerate(pages, start=1)))
        told = "; ".join(
            f"{found.field} {comparable(found)[:40]}"
            for found in suggest(paper)
            if found.field not in ("title", "language")
        )
        rows.append(Row(f"real: {path.stem[:40]}", told or "nothing"))
    passages = CORPUS / "questions-id.jsonl"
    return [*rows, *([_passages(passages)] if passages.exists() else [])]


def _passages(path: Path) -> Row:
    """Passages of an encyclopedia are no office papers: nothing but a language is proposed."""
    total, wrong = 0, 0
    for line in path.read_text(encoding="utf-8").splitlines():
        paper = Paper("passage.txt", (PageText(1, json.loads(line)["text"]),))
        total += 1
        wrong += any(found.field != "language" for found in suggest(paper))
    share = wrong / max(1, total)
    told = f"{wrong} of {total} passages"
    return Row("real: proposed for passages", told, "", f"{share:.1%}", "< 1%", share < 0.01)
