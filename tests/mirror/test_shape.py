"""Modules say what they are for, and stay short enough to be read at one sitting."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles

from tests.mirror.sources import modules, name, tree

LONGEST_FILE = 320  # the aim is 250
LONGEST_FUNCTION = 40  # tables of data and layouts; most functions fit in ten
SHORT_FUNCTION = 12  # ten lines and the two that wrapping costs
SHORT_SHARE = 0.8
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}


def test_every_module_says_what_it_is_for() -> None:
    silent = [name(path) for path in modules() if not _first_line(path)]
    assert not silent, f"no first line: {silent}"


def test_no_module_is_named_after_nothing() -> None:
    vague = [name(path) for path in modules() if path.stem in FORBIDDEN_NAMES]
    assert not vague


def test_files_stay_short() -> None:
    lengths = {name(path): len(path.read_text("utf-8").splitlines()) for path in modules()}
    long = {path: lines for path, lines in lengths.items() if lines > LONGEST_FILE}
    assert not long, f"longer than {LONGEST_FILE} lines: {long}"


def test_functions_stay_short() -> None:
    long = [f"{where} ({lines})" for where, lines in _functions() if lines > LONGEST_FUNCTION]
    assert not long, f"longer than {LONGEST_FUNCTION} lines: {long}"


def test_most_functions_fit_in_ten_lines() -> None:
    lengths = [lines for _, lines in _functions()]
    share = sum(lines <= SHORT_FUNCTION for lines in lengths) / len(lengths)
    assert share >= SHORT_SHARE, f"{share:.0%} of {len(lengths)}; tenths {quantiles(lengths, n=10)}"


def _first_line(path: Path) -> str:
    return (ast.get_docstring(tree(path)) or "").partition("\n")[0].strip()


def _functions() -> Iterator[tuple[str, int]]:
    """Every function with the number of lines of its body, its docstring not counted."""
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{name(path)}:{node.lineno} {node.name}", _body_lines(node)


def _body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
