"""One print in the making: its letters, words and sources, and the parts that all prints share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from archive.records import Access, Evidence, LeftOut
from archive.reports.citations import Citable, Cited, Source, Sources, once
from archive.reports.drawing.cover import Cover, cover_page, head
from archive.reports.request import Period, Report, ReportRequest, Telling
from archive.reports.setting import Block, Letter, Passage, Run, Standing
from archive.reports.snapshot import Snapshot
from archive.reports.style import (
    BODY,
    BODY_ITALIC,
    CELL,
    CITATION,
    FINE,
    GROUP,
    LABELLED,
    NOTES,
    QUIET_BODY,
    SMALL,
    SMALL_BOLD,
    SMALL_QUIET,
    SMALL_TEXT,
    TEXT,
    UNSOURCED,
    Style,
)
from archive.reports.tables import Opening
from archive.reports.words import Words
from resources.translations import translator

Picture = Callable[[str, int, int], tuple[bytes, tuple[int, int]] | None]
TIED = "\u00a0"  # no line begins with a citation


@dataclass(slots=True)
class Paper:
    """What a report composes with. Cite in reading order: sources are numbered as they come.

    A report that cites first gives `may_cite` the documents of its material. `picture` draws
    pages that are kept (`Archive.picture`).
    """

    snapshot: Snapshot
    report: Report
    style: Style
    picture: Picture
    words: Words = field(init=False)
    sources: Sources = field(init=False)
    _named: set[int] = field(default_factory=set)
    _anchors: int = 0
    _cites: bool = False
    _links: bool = False  # whether pages linked to a record are cited, and not findings alone

    def __post_init__(self) -> None:
        language = self.snapshot.request.language
        say = translator(language)
        self.words, self.sources = Words(language, say), Sources(say)

    @property
    def request(self) -> ReportRequest:
        """What was asked for."""
        return self.snapshot.request

    @property
    def column(self) -> float:
        """The width of the text, in points."""
        return self.style.column

    @property
    def name(self) -> str:
        """What the report is called."""
        return self.words.gettext(self.report.label_msgid)

    @property
    def printed(self) -> str:
        """The day of the print in words."""
        return self.words.date(self.snapshot.request.printed)

    def may_cite(self, documents: Iterable[Cited]) -> None:
        """These documents are known, and can be cited from now on."""
        self._cites = True
        self.sources.known.update((each.document, each) for each in documents)

    # sentences

    def citations(self, items: Iterable[Citable], most: int | None = None) -> list[Run]:
        """A citation for each place (each only once), tied to what comes before it.

        Where there is none: the mark that says so. Beyond `most` they are counted.
        """
        places = once(items)
        if not places:
            mark = self.words.gettext("no source").replace(" ", TIED)
            return [Run(TIED, UNSOURCED), Run(f"[{mark}]", UNSOURCED)]
        self._links = self._links or any(isinstance(item, Evidence) for item in places)
        runs: list[Run] = []
        for item in places[:most]:
            cite = self.sources.cite(item)
            gap = Run(" " if runs else TIED, CITATION)
            runs += [gap, Run(cite, CITATION, self.sources.of(item).anchor)]
        more = len(places) - len(places[:most])
        told = self.words.gettext("and {count} more", count=more)
        return [*runs, Run(f"{TIED}{told}", SMALL_QUIET)] if more else runs

    def statement(
        self,
        said: str | list[Run],
        items: Iterable[Citable],
        block: Block = TEXT,
        *,
        letter: Letter = BODY,
        label: Run | None = None,
    ) -> Passage:
        """A sentence with its citations, or with the mark that it has no source."""
        runs = [Run(said, letter)] if isinstance(said, str) else said
        items = list(items)
        cites = self.citations(items)
        said_nothing = not any(run.text for run in runs)
        return self.passage([*runs, *cites[said_nothing:]], items, block, label=label)

    def passage(
        self,
        runs: list[Run],
        items: Iterable[Citable],
        block: Block = TEXT,
        *,
        label: Run | None = None,
        label_once: bool = False,
    ) -> Passage:
        """Runs that cite these items; where one is cited first, the list of sources leads here."""
        anchors = self.anchors(list(items))
        faces = self.style.faces
        return Passage(faces, runs, block, label=label, label_once=label_once, anchors=anchors)

    def cell(
        self, said: str | list[Run], items: Iterable[Citable], letter: Letter = SMALL
    ) -> Passage:
        """A cell of a table with its citations, or with the mark that it has no source."""
        return self.statement(said, items, CELL, letter=letter)

    def told(self, text: str) -> Passage:
        """What the archive has to say where there is nothing to tell."""
        return self.style.passage(text, QUIET_BODY, TEXT)

    def remark(self, text: str) -> Passage:
        """A quiet line under a heading."""
        return self.style.passage(text, SMALL_QUIET, SMALL_TEXT)

    # chapters

    def chapter(
        self, title: str, body: Sequence[Standing], *, nothing: str = "", remark: str = ""
    ) -> list[Standing]:
        """A heading of the first rank that never parts from what comes after it.

        Without a body: the words for `nothing`, or nothing at all.
        """
        return self._headed(self.style.chapter(title, self._anchor()), body, nothing, remark)

    def section(
        self, title: str, body: Sequence[Standing], *, nothing: str = "", remark: str = ""
    ) -> list[Standing]:
        """The same with a heading of the second rank."""
        return self._headed(self.style.section(title, self._anchor()), body, nothing, remark)

    def group(
        self, title: str, body: Sequence[Standing], letter: Letter = SMALL_BOLD
    ) -> list[Standing]:
        """A line that says what comes after it and never parts from it; not in the outline."""
        return self._headed(self.style.passage(title, letter, GROUP), body, "", "")

    def front(self, telling: Telling) -> list[Standing]:
        """The office, the name of the print, its title, and a band of facts; or a cover page."""
        facts, office = tuple(self._facts(telling)), self.snapshot.office
        cover = Cover(self.name, telling.title, telling.lead, facts, office)
        return cover_page(self.style, cover) if telling.cover else head(self.style, cover)

    def sources_list(self) -> list[Standing]:
        """Every cited document under its number, which leads back to where it is cited first."""
        body = [self._source(each) for each in self.sources.numbered()]
        nothing = self.words.gettext("No source is cited.") if self._cites else ""
        return self.chapter(self.words.gettext("Sources"), body, nothing=nothing)

    def about(self, telling: Telling) -> list[Standing]:
        """How to read the print; last, when it is known what could not be printed."""
        told = [*self._how_to_read(), *telling.notes, *self._left_out(telling.left_out)]
        told += self._missing_scripts()
        lines = [run for text in told for run in (Run(text, FINE), Run("\n", FINE))]
        body = [self.style.runs(lines, NOTES)] if lines else []
        return self.chapter(self.words.gettext("About this print"), body)

    def period(self) -> str:
        """The years asked for, in words."""
        years = self.snapshot.request.years
        return self.words.years(*years) if years else self.words.gettext("All years")

    def _headed(
        self, heading: Passage, body: Sequence[Standing], nothing: str, remark: str
    ) -> list[Standing]:
        if not body and not nothing:
            return []
        first, *rest = body or [self.told(nothing)]
        heads = [heading, self.remark(remark)] if remark else [heading]
        if isinstance(first, Opening):  # a heading right below a heading: neither parts
            return [first.under(heads), *rest]
        return [Opening(heads, first), *rest]

    def _anchor(self) -> str:
        self._anchors += 1
        return f"part-{self._anchors}"

    def anchors(self, items: Sequence[Citable]) -> tuple[str, ...]:
        """Names for this place, where it is the first to cite a source."""
        new = {self.sources.of(item).number: self.sources.of(item) for item in items}
        fresh = [source for number, source in new.items() if number not in self._named]
        self._named.update(source.number for source in fresh)
        return tuple(source.first_citation for source in fresh)

    def _facts(self, telling: Telling) -> list[tuple[str, str]]:
        words = self.words
        facts = [(words.gettext("Printed"), self.printed)]
        if self.report.period is Period.YEARS:
            facts.insert(0, (words.gettext("Period"), self.period()))
        facts += telling.facts
        if self.snapshot.level > Access.OPEN:
            facts.append((words.gettext("Reader's level"), self._level()))
        return [*facts, (words.gettext("Archive"), self.snapshot.archive)]

    def _level(self) -> str:
        return self.words.label("access_levels", self.snapshot.level.name.lower())

    def _source(self, source: Source) -> Passage:
        words, of = self.words, source.cited
        code = of.reference_code or words.gettext("Reference code not recorded")
        date = words.date(of.date) or words.gettext("date not recorded")
        runs = [
            Run(f"{code}. ", BODY),
            Run(of.title, BODY_ITALIC),
            Run(f". {words.label('document_kinds', of.kind)}, {date}. ", BODY),
            Run(f"SHA-256\u00a0{source.digest}", SMALL_QUIET),
        ]
        label = Run(f"[{source.number}]", CITATION, source.first_citation)
        return Passage(self.style.faces, runs, LABELLED, label=label, anchors=(source.anchor,))

    def _how_to_read(self) -> list[str]:
        words = self.words
        if not len(self.sources):
            return []
        told = words.gettext(
            "A citation names the source by its number in the list, and the page by the number "
            "printed on it, or by its place in the file where none is printed. "
            "The eight digits are the first of the SHA-256 of the file."
        )
        behind = words.gettext(
            "Behind a sentence, a citation means that the page says so; behind the name of an "
            "agreement, a program or an activity, that the page is linked to it as evidence; "
            "behind a date, that the quoted words name the date."
        )
        missing = words.gettext("What the archive does not know is printed as “not recorded”.")
        return [" ".join([told, *([behind] if self._links else []), missing])]

    def _left_out(self, left_out: LeftOut) -> list[str]:
        words = self.words
        withheld = words.ngettext(
            "{count} item lies above the reader's level and is withheld.",
            "{count} items lie above the reader's level and are withheld.",
            left_out.withheld,
        )
        trashed = words.ngettext(
            "{count} item is left out because its document lies in the trash.",
            "{count} items are left out because their documents lie in the trash.",
            left_out.trashed,
        )
        told = ((left_out.withheld, withheld), (left_out.trashed, trashed))
        return [text for count, text in told if count]

    def _missing_scripts(self) -> list[str]:
        missing = sorted(self.style.faces.missing.items())
        scripts = ", ".join(f"{script} ({count})" for script, count in missing)
        told = self.words.gettext(
            "No font on this computer can print these characters, shown as [?]: {scripts}.",
            scripts=scripts,
        )
        return [told] if missing else []
