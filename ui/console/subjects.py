"""What a report is printed of: named on the command line, or everything there is."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from archive.archive import Archive
from archive.records import Partnership, Program
from archive.reports import REPORTS
from archive.reports.request import ChosenCase, Subject
from archive.vocabulary import LANGUAGES, known
from ui.console import ranges
from ui.console.unclear import Unclear
from ui.language import _

UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*\s.]+')  # what no file name may hold, on any system
LONGEST_NAME = 120
FEWEST, MOST = 2, 4  # cases that stand side by side


@dataclass(frozen=True, slots=True)
class Ask:
    """One print: the report's code, what it is of, and how its file is called (without ending)."""

    report: str
    file: str
    partnership: int | None = None
    program: int | None = None
    cases: tuple[ChosenCase, ...] = ()

    @property
    def id(self) -> str:
        """Tells this subject from others of the same name."""
        cases = "-".join(str(each.partnership) for each in self.cases)
        return cases or str(self.program or self.partnership)


@dataclass(frozen=True, slots=True)
class Named:
    """The subjects that were named."""

    partnerships: Sequence[str] = ()
    program: str | None = None
    cases: Sequence[str] = ()


def one(archive: Archive, code: str, named: Named) -> Ask:
    """The print of what was named; a program stands for its partnership. Raises `Unclear`."""
    subject = REPORTS[code].subject
    if subject is Subject.CASES:
        return _of_cases(archive, code, named)
    if named.cases or len(named.partnerships) > 1:
        raise Unclear(_("Only a report that compares is of several partnerships."))
    if subject is Subject.ARCHIVE:
        return _of_archive(archive, code, named)
    if named.program is not None:
        return _of_program(code, archive.programs.find(named.program))
    if subject is Subject.PROGRAM:
        raise Unclear(_("This report is of one program: --program P."))
    if not named.partnerships:
        raise Unclear(_("This report is of one partnership: --partnership P."))
    return _of_partnership(code, archive.partnerships.find(named.partnerships[0]))


def every(archive: Archive, code: str) -> Iterator[Ask]:
    """A report of every subject: of pairs that share a city, where it compares."""
    partnerships, subject = archive.partnerships.all(), REPORTS[code].subject
    if subject is Subject.PARTNERSHIP:
        yield from _named_apart([_of_partnership(code, item) for item in partnerships])
    elif subject is Subject.PROGRAM:
        programs = [each for item in partnerships for each in archive.programs.of(item.id)]
        yield from _named_apart([_of_program(code, item) for item in programs])
    elif subject is Subject.CASES:
        yield from _named_apart([_of_pair(code, pair) for pair in _sharing(partnerships)])
    elif subject is Subject.ARCHIVE:
        yield Ask(code, file_name(code, archive.info.name))


def case(archive: Archive, typed: str) -> ChosenCase:
    """A case as it is typed, `Jakarta–Beijing:youth_sport:2017..2019`; field and years may be left
    out or empty. Raises `NotFound`, `Unclear`."""
    name, field, years = [*(part.strip() for part in typed.split(":", 2)), "", ""][:3]
    partnership = archive.partnerships.find(name).id
    return ChosenCase(partnership, _field(field), ranges.years(years or None))


def _of_cases(archive: Archive, code: str, named: Named) -> Ask:
    if named.program is not None:
        raise Unclear(_("This report compares cases: --case P:FIELD:YEARS, or --partnership P."))
    cases = [case(archive, typed) for typed in named.cases]
    cases += [ChosenCase(archive.partnerships.find(name).id) for name in named.partnerships]
    if not FEWEST <= len(cases) <= MOST:
        raise Unclear(_("This report compares two to four cases: --case P:FIELD:YEARS for each."))
    titles = [archive.partnerships.get(each.partnership).title for each in cases]
    return Ask(code, file_name(code, *titles), cases=tuple(cases))


def _of_archive(archive: Archive, code: str, named: Named) -> Ask:
    if named.program is not None:
        raise Unclear(_("This report is of the whole archive, or of one --partnership P."))
    if named.partnerships:
        return _of_partnership(code, archive.partnerships.find(named.partnerships[0]))
    return Ask(code, file_name(code, archive.info.name))


def _of_partnership(code: str, subject: Partnership) -> Ask:
    return Ask(code, file_name(code, subject.title), partnership=subject.id)


def _of_program(code: str, subject: Program) -> Ask:
    return Ask(code, file_name(code, subject.name), subject.partnership, subject.id)


def _of_pair(code: str, pair: Sequence[Partnership]) -> Ask:
    cases = tuple(ChosenCase(each.id) for each in pair)
    return Ask(code, file_name(code, *(each.title for each in pair)), cases=cases)


def _sharing(partnerships: Sequence[Partnership]) -> Iterator[tuple[Partnership, Partnership]]:
    for first, second in combinations(partnerships, 2):
        if {first.a.id, first.b.id} & {second.a.id, second.b.id}:
            yield first, second


def _field(typed: str) -> str:
    """The code of a field; its label in either language will do. Raises `Unclear`."""
    fields = known("fields")
    for term in fields:
        names = (term.code, *(term.label(language) for language in LANGUAGES))
        if not typed or typed.casefold() in map(str.casefold, names):
            return term.code if typed else ""
    choices = " ".join(term.code for term in fields)
    raise Unclear(_("“{word}” is none of: {choices}.").format(word=typed, choices=choices))


def file_name(code: str, *subjects: str) -> str:
    """A name without ending that any system takes: `report--subject`."""
    room = LONGEST_NAME // len(subjects)
    plain = (UNFIT.sub("-", unicodedata.normalize("NFC", each)).strip("-") for each in subjects)
    return "--".join([code, *(each[:room] for each in plain)])


def _named_apart(asked: list[Ask]) -> Iterator[Ask]:
    """Subjects of one name get their id behind it; names that differ only in case count as one."""
    names = Counter(ask.file.casefold() for ask in asked)
    for ask in asked:
        alike = names[ask.file.casefold()] > 1
        yield replace(ask, file=f"{ask.file}-{ask.id}") if alike else ask
