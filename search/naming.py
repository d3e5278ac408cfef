"""What the fields and facts of a query are called in both languages, and what kinds there are."""

from __future__ import annotations

from archive import vocabulary
from archive.text import fold
from search.tree import ANYWHERE, CODE, CREATOR, NAME, TEXT, TITLE

FIELDS = {  # as typed → as the index knows it
    ANYWHERE: ANYWHERE,
    "text": TEXT,
    "teks": TEXT,
    "title": TITLE,
    "judul": TITLE,
    "name": NAME,
    "nama": NAME,
    "creator": CREATOR,
    "pencipta": CREATOR,
    "code": CODE,
    "kode": CODE,
}
FACTS = {  # as typed → as the catalogue knows it
    "kind": "kind",
    "jenis": "kind",
    "year": "year",
    "tahun": "year",
    "partnership": "partnership",
    "kemitraan": "partnership",
    "city": "partnership",
    "kota": "partnership",
    "program": "program",
    "field": "field",
    "bidang": "field",
    "language": "language",
    "bahasa": "language",
}
CODED = {"kind": "document_kinds", "field": "fields", "language": "languages"}  # vocabularies
QUOTES = '"“”„‟«»'
SIGNS = str.maketrans("–—‐‑−_" + QUOTES, "------" + " " * len(QUOTES))


def kinds(value: str) -> tuple[str, ...]:
    """The kinds of documents a person means: by code, label in any language, or another name.

    Where none is called so, all that have a word in their names that begins so (`laporan`).
    """
    wanted, known = folded(value), vocabulary.known("document_kinds")
    begun = (term.code for term in known if wanted and _has(term, f" {wanted}"))
    return coded("document_kinds", value) or tuple(begun)


def coded(terms: str, value: str) -> tuple[str, ...]:
    """The terms of a vocabulary a person means: by code, label in any language, or other name."""
    wanted = folded(value)
    return tuple(
        term.code
        for term in vocabulary.known(terms)
        if wanted in map(folded, (term.code, *term.labels.values(), *term.alike))
    )


def fields(value: str) -> tuple[str, ...]:
    """The fields of cooperation a person means: by code, or all whose label has these words.

    `pemuda` is also "pemuda dan olahraga".
    """
    wanted, known = folded(value), vocabulary.known("fields")
    if any(wanted == folded(term.code) for term in known):
        return tuple(term.code for term in known if wanted == folded(term.code))
    return tuple(term.code for term in known if wanted and _has(term, f" {wanted} "))


def _has(term: vocabulary.Term, wanted: str) -> bool:
    """Whether this stands in one of its names, each of them with blanks around it."""
    names = (folded(name) for name in (*term.labels.values(), *term.alike))
    return any(wanted in f" {name} " for name in names)


def is_kind(value: str) -> bool:
    """Whether there is such a kind of document."""
    return bool(kinds(value))


def folded(name: str) -> str:
    """A name for comparing: case, dashes, spaces and quotes do not matter."""
    return " ".join(fold(name).translate(SIGNS).replace("-", " ").split())
