"""The words prints share: dates, years and labels in the language of the print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from gettext import NullTranslations

from archive import dates, vocabulary
from archive.records import Agreement, Program, Validity
from archive.reports.request import Language


def ranges(years: Iterable[int]) -> str:
    """`2018–2020, 2022`: years in order, those that follow each other as one stretch."""
    stretches: list[list[int]] = []
    for year in sorted(set(years)):
        if stretches and stretches[-1][-1] == year - 1:
            stretches[-1].append(year)
        else:
            stretches.append([year])
    ends = ((each[0], each[-1]) for each in stretches)
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in ends)


@dataclass(frozen=True, slots=True)
class Words:
    """Says things in one language."""

    language: Language
    say: NullTranslations

    def gettext(self, msgid: str, **values: object) -> str:
        """A sentence with its values filled in."""
        return self.say.gettext(msgid).format(**values)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """A sentence with `{count}` of something."""
        return self.say.ngettext(one, many, number).format(count=number)

    @property
    def missing(self) -> str:
        """What stands where nothing is known."""
        return self.gettext("not recorded")

    def date(self, edtf: str | None) -> str:
        """A date in words; empty when there is none."""
        return dates.show(edtf, self.language) if edtf else ""

    def label(self, terms: str, code: str) -> str:
        """A word of a vocabulary, with a capital as labels in print have."""
        label = vocabulary.label(terms, code, self.language)
        return label[:1].upper() + label[1:]

    def number(self, number: int) -> str:
        """A number with its thousands apart, as the language writes them."""
        grouped = f"{number:,}"
        return grouped.replace(",", ".") if self.language == "id" else grouped

    def years(self, first: int | None, last: int | None) -> str:
        """`2018`, `2018–2022`, or that there is none."""
        if first is None or last is None:
            return self.gettext("no year")
        return str(first) if first == last else f"{first}–{last}"

    def validity(self, agreement: Agreement) -> str:
        """How long an agreement holds: until when, indefinitely, or that it is not known."""
        if agreement.validity is Validity.DATE:
            return self.gettext("until {date}", date=self.date(agreement.ends))
        return self.label("validities", agreement.validity.value)

    def run(self, program: Program) -> str:
        """From when to when a program ran, as far as known; empty when nothing is."""
        if program.starts and program.starts == program.ends:
            return self.date(program.starts)
        if program.starts and program.ends:
            values = {"start": self.date(program.starts), "end": self.date(program.ends)}
            return self.gettext("{start} to {end}", **values)
        if program.starts:
            return self.gettext("since {date}", date=self.date(program.starts))
        return self.gettext("until {date}", date=self.date(program.ends)) if program.ends else ""
