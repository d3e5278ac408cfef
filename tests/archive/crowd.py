"""A partnership as large as any: many programs, activities and links, put in at once."""

from __future__ import annotations

import random
from typing import Any

from archive.archive import Archive
from archive.records import AgreementDraft, Validity
from archive.storage.tables import ActivityRow, LinkRow, ProgramRow
from tests.archive.stock import Joined, put

PROGRAMS, YEARS, ACTIVITIES, LINKS = 300, 60, 1000, 5000


def crowd(archive: Archive, joined: Joined) -> None:
    """Fill the tables at once: many programs, activities and links."""
    chance, home = random.Random(7), joined.partnership.id
    papers = [put(archive, f"Naskah {n}", kind="thesis" if n % 4 else "letter") for n in range(20)]
    archive.agreements.add(
        AgreementDraft(home, "mou", "MoU", signed="1970", validity=Validity.INDEFINITE)
    )
    with archive._database.writing(archive.announce) as writing:
        programs = [ProgramRow(partnership_id=home, name=f"Program {n}") for n in range(PROGRAMS)]
        writing.session.add_all(programs)
        writing.session.flush()
        years = [chance.randrange(1960, 1960 + YEARS) for _ in range(ACTIVITIES)]
        deeds = [
            ActivityRow(program_id=chance.choice(programs).id, year=year, name=f"Kegiatan {year}")
            for year in years
        ]
        writing.session.add_all(deeds)
        writing.session.flush()
        writing.session.add_all(_links(chance, papers, programs, deeds))


def _links(
    chance: random.Random, papers: list[int], programs: list[ProgramRow], deeds: list[ActivityRow]
) -> list[LinkRow]:
    made = []
    for number in range(LINKS):
        year, values = chance.randrange(1960, 1960 + YEARS), dict[str, Any]()
        if number % 5:
            values = {"program_id": chance.choice(programs).id}
            values |= {"first_year": year, "last_year": year + chance.randrange(3)}
        else:
            values = {"activity_id": chance.choice(deeds).id}
        paper = chance.choice(papers)
        made.append(
            LinkRow(document_id=paper, first_page=1, last_page=2, quote="kutipan", **values)
        )
    return made
