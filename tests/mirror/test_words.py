"""Every sentence a person sees also stands in Indonesian, with the same places to fill in."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from tests.conftest import ROOT
from tests.mirror.sources import modules, name

KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "N_": None,
}
FIELD = re.compile(r"\{[^{}]*\}|%\([a-z_]+\)[sd]|%[sd]")
FOLDERS = sorted(path for path in (ROOT / "resources" / "translations").glob("*") if path.is_dir())


@cache
def _marked() -> Catalog:
    """Every marked string of the sources."""
    catalogue = Catalog()
    for path in modules():
        for line, words, _comments, context in extract_from_file("python", path, KEYWORDS):
            catalogue.add(words, locations=[(name(path), line)], context=context)
    return catalogue


@cache
def _translated(language: str) -> dict[tuple[str, str | None], Message]:
    found: dict[tuple[str, str | None], Message] = {}
    for path in sorted((ROOT / "resources" / "translations" / language).glob("*.po")):
        for message in read_po(BytesIO(path.read_bytes())):
            if message.id:
                found[_key(message)] = message
    return found


def _key(message: Message) -> tuple[str, str | None]:
    singular = message.id if isinstance(message.id, str) else message.id[0]
    return singular, message.context


def _said(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or [])


def test_every_sentence_stands_in_indonesian() -> None:
    known = _translated("id")
    missing = [
        f"{message.locations[0]}: {message.id!r}"
        for message in _marked()
        if message.id and not any(_said(known[_key(message)]) if _key(message) in known else [])
    ]
    assert not missing, f"{len(missing)} without Indonesian:\n" + "\n".join(missing)


def test_every_place_to_fill_in_is_kept() -> None:
    broken = [
        f"{singular!r} → {said!r}"
        for (singular, _context), message in _translated("id").items()
        for said in _said(message)
        if said and not set(FIELD.findall(said)) <= _fields(message)
    ]
    assert not broken, "\n".join(broken)


def test_no_sentence_is_fuzzy_or_translated_twice_differently() -> None:
    seen: dict[tuple[str, str | None], list[str]] = {}
    twice = []
    for path in sorted((ROOT / "resources" / "translations" / "id").glob("*.po")):
        for message in read_po(BytesIO(path.read_bytes())):
            if message.id:
                assert not message.fuzzy, f"{path.name}: {message.id!r} is fuzzy"
                if seen.setdefault(_key(message), _said(message)) != _said(message):
                    twice.append(f"{path.name}: {message.id!r}")
    assert not twice, "\n".join(twice)


def test_no_translation_is_left_over() -> None:
    marked = {_key(message) for message in _marked() if message.id}
    left_over = [key[0] for key in _translated("id") if key not in marked]
    assert not left_over, f"translated but never shown: {left_over}"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_catalogues_have_their_header(folder: object) -> None:
    for path in sorted(ROOT.joinpath(str(folder)).glob("*.po")):
        assert "charset=utf-8" in path.read_text("utf-8").lower(), path.name


def _fields(message: Message) -> set[str]:
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    return {field for text in ids for field in FIELD.findall(text)}
