"""Dossiers made of records, for prints that need no archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count

from archive.records import (
    Activity,
    Actor,
    Agreement,
    City,
    Dossier,
    Evidence,
    Finding,
    FindingDraft,
    Link,
    Partnership,
    Program,
    Role,
    Source,
    Target,
    Validity,
)

PARTNERSHIP = 1


def partnership(a: str = "Jakarta", b: str = "Tokyo", since: str | None = "1989~") -> Partnership:
    """An own sister-city partnership of two cities."""
    cities = City(1, "city-1", a, "Indonesia", True), City(2, "city-2", b, "Jepang", False)
    return Partnership(PARTNERSHIP, "p-1", *cities, "sister_city", True, since, "")


@dataclass
class Made:
    """A dossier in the making: what is added gets the next id."""

    of: Partnership = field(default_factory=partnership)
    agreements: list[Agreement] = field(default_factory=list)
    programs: list[Program] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    ids: count[int] = field(default_factory=lambda: count(1))

    def agreement(self, title: str, **values: object) -> int:
        """Add an agreement; its id."""
        given = {
            "kind": "mou",
            "number": "",
            "signed": None,
            "place": "",
            "validity": Validity.UNKNOWN,
            "ends": None,
            "note": "",
        }
        item = next(self.ids)
        self.agreements.append(
            Agreement(item, f"a-{item}", PARTNERSHIP, title=title, **(given | values))  # type: ignore[arg-type]
        )
        return item

    def program(
        self,
        name: str,
        parent: int | None = None,
        starts: str | None = None,
        ends: str | None = None,
    ) -> int:
        """Add a program; its id."""
        item = next(self.ids)
        self.programs.append(
            Program(item, f"g-{item}", PARTNERSHIP, parent, name, starts, ends, "")
        )
        return item

    def link(
        self,
        target: Target,
        target_id: int,
        quote: str = "",
        *,
        document: int = 1,
        pages: tuple[int, int] = (1, 1),
        labels: tuple[str, str] = ("", ""),
        years: tuple[int, int] | None = None,
        title: str = "",
        code: str = "",
        note: str = "",
    ) -> None:
        """Add evidence from a document of this id; its title and SHA-256 follow from the id."""
        item = next(self.ids)
        first, last = years or (None, None)
        link = Link(
            item, f"l-{item}", document, *pages, quote, target, target_id, first, last, note
        )
        digest = sha256(str(document).encode()).hexdigest()
        name = title or f"Laporan kegiatan nomor {document}"
        self.evidence.append(
            Evidence(link, name, code, digest, "2018-11", "activity_report", *labels)
        )

    def activity(self, program: int, year: int, name: str, **values: object) -> int:
        """Add an activity; its id."""
        item = next(self.ids)
        self.activities.append(Activity(item, f"k-{item}", program, year, name, **values))  # type: ignore[arg-type]
        return item

    def finding(
        self,
        kind: str,
        statement: str = "",
        quote: str = "",
        *,
        document: int = 1,
        page: int = 1,
        **values: object,
    ) -> Finding:
        """Add a finding from a document of this id."""
        item = next(self.ids)
        source = Source(document, page, page, quote)
        draft = FindingDraft(PARTNERSHIP, kind, source, statement, **values)  # type: ignore[arg-type]
        title = f"Laporan kegiatan nomor {document}"
        self.findings.append(Finding(item, f"f-{item}", draft, title))
        return self.findings[-1]

    def role(self, name: str, program: int | None = None, side: str = "", role: str = "") -> None:
        """Add an actor with its role."""
        item = next(self.ids)
        actor = Actor(item, f"c-{item}", name, "community")
        self.roles.append(Role(item, actor, PARTNERSHIP, program, side, role))

    def dossier(self) -> Dossier:
        """What was made so far."""
        groups: Sequence[Sequence[object]] = (
            *(self.agreements, self.programs, self.evidence),
            *(self.activities, self.findings, self.roles),
        )
        return Dossier(self.of, *(tuple(group) for group in groups))  # type: ignore[arg-type]


def ordinary() -> Dossier:
    """Two agreements, a tree of programs and some evidence, with and without quotes and years."""
    made = Made()
    mou = made.agreement(
        "Nota kesepahaman kota kembar antara Jakarta dan Tokyo",
        number="12/KSLN/X/1989",
        signed="1989-10-23",
        place="Jakarta",
        validity=Validity.INDEFINITE,
    )
    made.agreement("Rencana aksi kebudayaan", kind="plan_of_action", signed="2018~")
    culture = made.program("Pertukaran budaya", starts="2018", ends="2022")
    festival = made.program("Jakarta-Japan Matsuri", culture, "2018")
    made.program("Pendidikan seni", culture)
    made.link(Target.PARTNERSHIP, PARTNERSHIP, "Kedua kota adalah ibu kota negara.", document=3)
    made.link(
        Target.AGREEMENT,
        mou,
        "Para pihak sepakat bekerja sama.",
        document=2,
        code="KSLN/MOU/1989-01",
    )
    for year in range(2018, 2023):
        if year != 2020:
            made.link(
                Target.PROGRAM,
                festival,
                f"Festival tahun {year} dihadiri warga kedua kota dan komunitas kebudayaan.",
                pages=(year - 2017, year - 2017),
                labels=(str(year - 2006), str(year - 2006)),
                years=(year, year),
            )
    made.link(
        Target.PROGRAM, culture, pages=(7, 9), years=(2018, 2022), document=2, note="Ringkas."
    )
    return made.dossier()
