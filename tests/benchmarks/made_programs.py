"""Partnerships and programs for made-up pages, and links that give some of them as evidence."""

from __future__ import annotations

from itertools import product

from archive.archive import Archive
from archive.records import CityDraft, PartnershipDraft, ProgramDraft

CITIES = ("Tokyo", "Beijing", "Seoul", "Berlin")
NAMES = ("Pertukaran pemuda", "Pekan budaya", "Pelatihan pegawai", "Kota hijau", "Festival film")
FIELDS = (("youth_sport",), ("culture",), ("education", "health"), ("environment",), ())
PROGRAMS = len(CITIES) * len(NAMES)  # their ids count from 1 in a new archive
EVERY = 5  # of so many documents one is linked


def found(archive: Archive) -> None:
    """Put in the cities, their partnerships with Jakarta, and the programs of each."""
    jakarta = archive.cities.add(CityDraft("Jakarta", "Indonesia", own=True))
    partnerships = [
        archive.partnerships.add(PartnershipDraft(jakarta.id, archive.cities.add(city).id))
        for city in map(CityDraft, CITIES)
    ]
    for partnership, (name, fields) in product(partnerships, zip(NAMES, FIELDS, strict=True)):
        archive.programs.add(ProgramDraft(partnership.id, name, fields=fields))


def links(document: int, year: int) -> list[dict[str, object]]:
    """The links from a document of a year: two of every fifth, each to a program and its year."""
    if document % EVERY:
        return []
    return [
        {
            "document_id": document,
            "first_page": page,
            "last_page": page,
            "program_id": (document // EVERY + page) % PROGRAMS + 1,
            "first_year": year,
            "last_year": year,
        }
        for page in (1, 2)
    ]
