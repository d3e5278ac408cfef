"""An office at work: fills an archive by chance, so that every mixture of facts turns up."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from archive.archive import Archive
from archive.records import (
    Access,
    AgreementDraft,
    CityDraft,
    LinkDraft,
    PartnershipDraft,
    ProgramDraft,
    Target,
)
from tests.archive import stock

KINDS = ("mou", "thesis", "activity_report")
DATES = (None, "1988", "1992~", "2017/2019", "1988/..", "../1990", "198X", "2018-05-03")


class Office:
    """An archive being filled, by a person of the highest level."""

    def __init__(self, folder: Path, seed: int) -> None:
        stock.fresh(folder, "Biro").close()
        self.archive = Archive.open(folder, access=Access.SECRET)
        self.chance = random.Random(seed)
        cities = [self.archive.cities.add(CityDraft(name)).id for name in ("A", "B", "C")]
        self.partnerships = [
            self.archive.partnerships.add(PartnershipDraft(cities[0], other)).id
            for other in cities[1:]
        ]
        self.targets = [(Target.PARTNERSHIP, item) for item in self.partnerships]
        self.programs: list[int] = []
        for partnership in self.partnerships:
            self._plan(partnership)

    def _plan(self, partnership: int) -> None:
        draft = AgreementDraft(partnership, "mou", f"MoU {partnership}")
        self.targets.append((Target.AGREEMENT, self.archive.agreements.add(draft).id))
        parent = None
        for name in ("atas", "tengah", "bawah"):
            made = self.archive.programs.add(ProgramDraft(partnership, name, parent))
            parent = made.id
            self.programs.append(made.id)
            self.targets.append((Target.PROGRAM, made.id))

    def work(self) -> None:
        """One thing an office does."""
        ids = self.archive.documents.ids()
        deed = self.chance.randrange(6) if ids else 0
        if deed <= 1:
            self._bring()
        elif deed <= 3:
            self._link(self.chance.choice(ids))
        elif deed == 4:
            self._describe(self.chance.choice(ids))
        else:
            self._unlink(self.chance.choice(ids))

    def _bring(self) -> None:
        pick = self.chance.choice
        level, date, kind = pick(list(Access)), pick(DATES), pick(KINDS)
        stock.put(self.archive, "Surat", ["kata"], access=level, date=date, kind=kind)

    def _link(self, document: int) -> None:
        target, item = self.chance.choice(self.targets)
        first = self.chance.choice([None, 1988, 2017])
        last = None if first is None else first + self.chance.randrange(3)
        draft = LinkDraft(document, 1, 1, target, item, first_year=first, last_year=last)
        self.archive.links.add(draft)

    def _unlink(self, document: int) -> None:
        for link in self.archive.links.of_document(document)[:1]:
            self.archive.links.remove(link.id)

    def _describe(self, document: int) -> None:
        pick = self.chance.choice
        old = self.archive.documents.get(document).description
        first = pick([None, 2015, 2018])
        last = first and first + pick([0, 2])
        said = replace(old, date=pick(DATES), kind=pick(KINDS), access=pick(list(Access)))
        new = replace(said, first_year=first, last_year=last)
        self.archive.documents.describe(document, new)
