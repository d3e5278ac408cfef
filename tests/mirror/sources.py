"""The project's own files, read as text and as syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.conftest import ROOT

ROOMS = ("archive", "search", "ui", "resources")
FOLDERS = (*ROOMS, "tests", ".ci")
MADE = {"__pycache__", "pictures", ".git"}  # what running the program and its tests leaves here
TEXTS = {".py", ".md", ".toml", ".po", ".qss", ".svg", ".mako", ".txt", ".json", ".tsv", ""}


@cache
def modules() -> tuple[Path, ...]:
    """Every Python file of the program itself, without its tests."""
    found = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    return ROOT / "main.py", *found


@cache
def tree(path: Path) -> ast.Module:
    """A module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@cache
def kept_files() -> tuple[Path, ...]:
    """Every file that belongs to the project, as far as its own folders hold them."""
    beside = [path for path in ROOT.iterdir() if path.is_file()]
    inside = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    return tuple(path for path in sorted(beside + inside) if not MADE & set(path.parts))


def texts() -> Iterator[tuple[Path, str]]:
    """Every text file of the project with what it says."""
    for path in kept_files():
        if path.suffix in TEXTS:
            yield path, path.read_text(encoding="utf-8")


def name(path: Path) -> str:
    """A path as the project writes it."""
    return path.relative_to(ROOT).as_posix()
