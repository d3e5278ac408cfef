"""Who made a paper, as citations name them: people by family name, bodies as they are called.

A description has the creator as one text. Where it holds a person cannot be known for certain, so
a name is only turned round in works of scholars, and never when a word of it says an institution.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SCHOLARLY = {"thesis", "article"}
BODY = re.compile(
    r"(?i)\b(?:pemerintah|pemprov|pemkot|pemda|dinas|biro|badan|kantor|bagian|kementerian|kedutaan|"
    r"kota|kabupaten|provinsi|universitas|institut|sekolah|yayasan|lembaga|asosiasi|komunitas|"
    r"perpustakaan|arsip|sekretariat|dewan|pusat|tim|panitia|government|city|ministry|embassy|"
    r"office|bureau|department|university|institute|school|foundation|association|library|"
    r"committee|council|center|centre|agency|group|team|of|for|dan|and|untuk|the)\b|[\d&/]"
)
BEFORE = re.compile(r"^(?:(?:Prof|Dra?s?|Ir|Hj?|KH|R)\.\s*)+(?=\S{2})")
DEGREE = re.compile(r",\s*(?:[A-Z][A-Za-z]{0,5}\.\s?)+[A-Za-z]{0,6}\.?(?=,|$)|,\s*(?:MA|MSc|PhD)$")


@dataclass(frozen=True, slots=True)
class Author:
    """A person with `family` and `given` name, or, without a given one, a name as it stands."""

    family: str
    given: str = ""

    @property
    def is_body(self) -> bool:
        """Whether a word of the name says an institution."""
        return not self.given and BODY.search(self.family) is not None


def authors(creator: str, kind: str) -> tuple[Author, ...]:
    """The authors a creator's text names, parted by semicolons; none of an empty one."""
    named = (" ".join(each.split()) for each in creator.split(";"))
    return tuple(_author(name, kind) for name in named if name)


def _author(name: str, kind: str) -> Author:
    if kind not in SCHOLARLY or BODY.search(name):
        return Author(name)
    bare = DEGREE.sub("", BEFORE.sub("", name)).strip(" ,") or name
    family, comma, given = bare.partition(",")
    if comma:
        return Author(family.strip(), given.strip())
    given, _space, family = bare.rpartition(" ")
    return Author(family, given)
