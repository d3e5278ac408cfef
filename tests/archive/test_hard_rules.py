"""Whatever is entered, removed and undone in whatever order, the file itself keeps the hard rules.

They are read back with plain SQL, past our own code, so that no rule vouches for itself.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from archive.catalogue.warnings import warnings
from archive.errors import ArchiveError, Invalid
from archive.records import (
    ActivityDraft,
    ActorDraft,
    AgreementDraft,
    CityDraft,
    FindingDraft,
    LinkDraft,
    PartnershipDraft,
    ProgramDraft,
    Relation,
    RoleDraft,
    Source,
    Target,
    Validity,
)
from archive.rules import RULES
from archive.text import find_quote
from tests.archive import stock
from ui.messages.fields import field_word

IDS = st.integers(1, 4)
MAYBE = st.none() | IDS
DATES = st.sampled_from([None, "1988", "1990~", "1989-05-03", "1991/1993", "2005", "besok"])
YEARS = st.sampled_from([1988, 1990, 1992, 2005, 18])
QUOTES = st.sampled_from(["", "Festival  seni", "pemuda diadakan", "2018. Festival", "tidak ada"])
PAGES = st.tuples(st.integers(0, 3), st.integers(0, 3))
RELATIONS = st.lists(
    st.builds(Relation, st.sampled_from(["renews", "amends", "implements", "supersedes"]), IDS),
    max_size=2,
)
NOUNS = st.sampled_from(
    ["partnerships", "agreements", "programs", "activities", "links", "findings", "actors"]
)

UNBROKEN = {
    "an end is not before its start": """
        SELECT name FROM programs WHERE ends_latest < starts_earliest
        UNION SELECT title FROM agreements WHERE ends_latest < signed_earliest
        UNION SELECT title FROM agreements WHERE terminated_latest < signed_earliest""",
    "an agreement ends on a date, or has none": """
        SELECT title FROM agreements WHERE validity NOT IN ('date', 'indefinite', 'unknown')
        OR (validity = 'date') <> (ends IS NOT NULL)""",
    "two different cities, once per kind": """
        SELECT id FROM partnerships WHERE a_id = b_id
        UNION SELECT x.id FROM partnerships x JOIN partnerships y ON x.id < y.id
          AND x.kind = y.kind AND (x.a_id, x.b_id) IN ((y.a_id, y.b_id), (y.b_id, y.a_id))""",
    "relations stay within one partnership": """
        SELECT r.id FROM agreement_relations r JOIN agreements x ON x.id = r.agreement_id
        JOIN agreements y ON y.id = r.other_id WHERE x.partnership_id <> y.partnership_id""",
    "relations make no circle": """
        WITH RECURSIVE back(start, at) AS (
          SELECT agreement_id, other_id FROM agreement_relations
          UNION SELECT start, other_id FROM back JOIN agreement_relations ON agreement_id = at)
        SELECT start FROM back WHERE start = at""",
    "programs are a tree within their partnership": """
        WITH RECURSIVE up(start, at) AS (
          SELECT id, parent_id FROM programs WHERE parent_id IS NOT NULL
          UNION SELECT start, parent_id FROM up JOIN programs ON id = at
            WHERE parent_id IS NOT NULL)
        SELECT start FROM up WHERE start = at
        UNION SELECT x.id FROM programs x JOIN programs y ON y.id = x.parent_id
          WHERE x.partnership_id <> y.partnership_id""",
    "an activity's year is one of its dates": """
        SELECT id FROM activities WHERE dates_earliest IS NOT NULL AND NOT
        printf('%04d', year) BETWEEN substr(dates_earliest, 1, 4) AND substr(dates_latest, 1, 4)""",
    "a finding has a source": """
        SELECT f.id FROM findings f LEFT JOIN documents d ON d.id = f.document_id
        WHERE d.id IS NULL OR first_page < 1 OR last_page < first_page OR last_page > page_count""",
    "a finding and a role belong to the partnership of their program": """
        SELECT f.id FROM findings f JOIN programs p ON p.id = f.program_id
        WHERE p.partnership_id <> f.partnership_id
        UNION SELECT r.id FROM actor_roles r JOIN programs p ON p.id = r.program_id
        WHERE p.partnership_id <> r.partnership_id""",
    "a link supports one thing and stands on pages there are": """
        SELECT l.id FROM links l LEFT JOIN documents d ON d.id = l.document_id
        WHERE d.id IS NULL OR first_page < 1 OR last_page < first_page OR last_page > page_count
        OR (partnership_id IS NOT NULL) + (agreement_id IS NOT NULL) + (program_id IS NOT NULL)
          + (activity_id IS NOT NULL) <> 1
        OR (l.first_year IS NULL) <> (l.last_year IS NULL) OR l.last_year < l.first_year""",
    "an actor has the same role once": """
        SELECT x.id FROM actor_roles x JOIN actor_roles y ON x.id < y.id AND x.role = y.role
        AND x.actor_id = y.actor_id AND x.partnership_id = y.partnership_id
        AND x.program_id IS y.program_id""",
    "a SHA-256 is stored once": "SELECT sha256 FROM originals GROUP BY sha256 HAVING count(*) > 1",
    "a year has four digits": """
        SELECT id FROM activities WHERE year NOT BETWEEN 1000 AND 9999
        UNION SELECT id FROM links WHERE first_year NOT BETWEEN 1000 AND 9999""",
}


class Cooperation(RuleBasedStateMachine):
    """Tries everything; most of it is refused, and nothing that is refused leaves a trace."""

    @initialize()
    def found(self) -> None:
        self.folder = Path(mkdtemp(prefix="kembar-test-"))
        self.archive = stock.fresh(self.folder / "a", "Biro")
        made = stock.join(self.archive)
        beijing = self.archive.cities.add(CityDraft("Beijing"))
        second = self.archive.partnerships.add(PartnershipDraft(made.jakarta.id, beijing.id))
        self.archive.programs.add(ProgramDraft(second.id, "Magang"))
        stock.put(self.archive)
        for home in (made.partnership.id, made.partnership.id, second.id):
            self.archive.agreements.add(AgreementDraft(home, "mou", "Nota", signed="1990"))

    @rule(item=MAYBE, a=IDS, b=IDS, since=DATES)
    def partnership(self, item: int | None, a: int, b: int, since: str | None) -> None:
        self._save("partnerships", item, PartnershipDraft(a, b, since=since))

    @rule(
        item=MAYBE,
        of=IDS,
        signed=DATES,
        validity=st.sampled_from(Validity),
        ends=DATES,
        terminated=DATES,
        relations=RELATIONS,
    )
    def agreement(
        self,
        item: int | None,
        of: int,
        signed: str | None,
        validity: Validity,
        ends: str | None,
        terminated: str | None,
        relations: list[Relation],
    ) -> None:
        draft = AgreementDraft(of, "mou", "Nota", signed=signed, validity=validity, ends=ends)
        more = replace(draft, terminated=terminated, relations=tuple(relations))
        self._save("agreements", item, more)

    @rule(item=MAYBE, of=IDS, name=st.sampled_from("AB"), parent=MAYBE, starts=DATES, ends=DATES)
    def program(
        self,
        item: int | None,
        of: int,
        name: str,
        parent: int | None,
        starts: str | None,
        ends: str | None,
    ) -> None:
        self._save("programs", item, ProgramDraft(of, name, parent, starts, ends))

    @rule(item=MAYBE, of=IDS, year=YEARS, dates=DATES, people=st.none() | st.integers(-1, 2))
    def activity(
        self, item: int | None, of: int, year: int, dates: str | None, people: int | None
    ) -> None:
        draft = ActivityDraft(of, year, "Lokakarya", dates, participants_a=people)
        self._save("activities", item, draft)

    @rule(item=MAYBE, pages=PAGES, aim=st.sampled_from(Target), to=IDS, quote=QUOTES, year=YEARS)
    def link(
        self, item: int | None, pages: tuple[int, int], aim: Target, to: int, quote: str, year: int
    ) -> None:
        self._save("links", item, LinkDraft(1, *pages, aim, to, quote, year, 1992))

    @rule(
        item=MAYBE,
        of=IDS,
        program=MAYBE,
        pages=PAGES,
        quote=QUOTES,
        kind=st.sampled_from(["obstacle", "verdict", "determinant"]),
        number=st.none() | st.integers(0, 2),
        said=st.sampled_from(["", "Jarak"]),
        empty=st.booleans(),
    )
    def finding(
        self,
        item: int | None,
        of: int,
        program: int | None,
        pages: tuple[int, int],
        quote: str,
        kind: str,
        number: int | None,
        said: str,
        empty: bool,
    ) -> None:
        source = Source(1, *pages, quote)
        draft = FindingDraft(of, kind, source, said, program, number, empty=empty)
        self._save("findings", item, draft)

    @rule(actor=st.integers(0, 2), of=IDS, program=MAYBE, side=st.sampled_from(["", "a", "x"]))
    def actor(self, actor: int, of: int, program: int | None, side: str) -> None:
        draft = RoleDraft(actor, of, program, side, "mitra")
        self._try(lambda: self.archive.actors.enter(ActorDraft(f"A{actor}", "media"), draft))

    @rule(noun=NOUNS, item=IDS)
    def remove(self, noun: str, item: int) -> None:
        self._try(lambda: getattr(self.archive, noun).remove(item))

    @rule()
    def undo(self) -> None:
        self._try(self.archive.events.undo)

    def _save(self, noun: str, item: int | None, draft: object) -> None:
        here = getattr(self.archive, noun)
        self._try(lambda: here.add(draft) if item is None else here.change(item, draft))

    def _try(self, deed: Callable[[], object]) -> None:
        """A refusal names a rule that is known and a field the forms have a word for."""
        try:
            deed()
        except Invalid as refused:
            assert (refused.field, refused.rule) in RULES
            assert field_word(refused.field) != refused.field
        except ArchiveError:
            pass

    @invariant()
    def the_file_keeps_every_rule(self) -> None:
        with sqlite3.connect(self.folder / "a" / "catalogue.db") as catalogue:
            for named, query in UNBROKEN.items():
                assert not catalogue.execute(query).fetchall(), named
            assert not catalogue.execute("PRAGMA foreign_key_check").fetchall()
            assert not list(_quotes_astray(catalogue))
        catalogue.close()

    @invariant()
    def warnings_only_warn(self) -> None:
        for each in self.archive.partnerships.all():
            warnings(self.archive.partnerships.dossier(each.id))

    def teardown(self) -> None:
        if hasattr(self, "archive"):
            self.archive.close()
            shutil.rmtree(self.folder)


def _quotes_astray(catalogue: sqlite3.Connection) -> Iterator[str]:
    """The quotes that do not stand on their pages."""
    texts = dict(catalogue.execute("SELECT number, text FROM page_texts WHERE document_id = 1"))
    for table in ("links", "findings"):
        for first, last, quote in catalogue.execute(
            f"SELECT first_page, last_page, quote FROM {table} WHERE quote <> ''"
        ):
            around = "\n".join(texts[number] for number in range(first, last + 1))
            if find_quote(quote, around) is None:
                yield json.dumps([table, quote])


Cooperation.TestCase.settings = settings(max_examples=12, stateful_step_count=30)
TestCooperation = Cooperation.TestCase
