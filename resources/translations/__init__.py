"""The words of the program in each language: a folder of `.po` files; English is as written.

A new language is a new folder here, named by its ISO 639-1 code.
"""

from __future__ import annotations

import hashlib
import io
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from uuid import uuid4

from platformdirs import user_cache_path

FOLDER = Path(__file__).parent
WRITTEN_IN = "en"


def languages() -> tuple[str, ...]:
    """The codes of all languages there are, the program's own first."""
    others = sorted(path.name for path in FOLDER.iterdir() if any(path.glob("*.po")))
    return (WRITTEN_IN, *(name for name in others if name != WRITTEN_IN))


@cache
def translator(language: str) -> NullTranslations:
    """What says the program's words in a language; an unknown language is answered in English."""
    sources = sorted((FOLDER / language).glob("*.po")) if language in languages() else []
    if not sources:
        return NullTranslations()
    return GNUTranslations(io.BytesIO(_compiled(sources)))


def _compiled(sources: list[Path]) -> bytes:
    """The words in gettext's binary form, kept in the user's cache until the sources change."""
    place = user_cache_path("kembar") / "words" / f"{_fingerprint(sources)}.mo"
    try:
        return place.read_bytes()
    except OSError:
        words = _compile(sources)
        _keep(place, words)
        return words


def _fingerprint(sources: list[Path]) -> str:
    """Changes with any source's path, size or time."""
    facts = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in sources]
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:24]


def _compile(sources: list[Path]) -> bytes:
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    locale = sources[0].parent.name
    whole = Catalog(locale=locale)
    for path in sources:
        with path.open("rb") as file:
            part = read_po(file, locale=locale)
        whole.mime_headers = part.mime_headers  # the rule of plurals, which Babel may not know
        for message in part:
            if message.id and not message.fuzzy:
                whole[message.id] = message
    written = io.BytesIO()
    write_mo(written, whole)
    return written.getvalue()


def _keep(place: Path, words: bytes) -> None:
    temporary = place.with_name(f"{uuid4().hex}.part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(words)
        temporary.replace(place)
    except OSError:
        return  # without a cache the words are read anew at each start
