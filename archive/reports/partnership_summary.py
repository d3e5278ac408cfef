"""The partnership summary: what is known of it, each statement with its document and page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, BinaryIO

from archive import dates
from archive.errors import NotFound
from archive.records import Dossier, Program, Target
from archive.reports import evidence, profile, programs_by_year
from archive.reports.citations import Sources
from archive.reports.request import N_, Report, ReportRequest
from archive.reports.setting import Passage, Run, Standing
from archive.reports.sheet import Imprint, print_sheets
from archive.reports.style import QUIET_BODY, SMALL, SMALL_TEXT, TEXT, Style
from archive.reports.tables import Opening
from archive.reports.words import Words
from resources.translations import translator

if TYPE_CHECKING:
    from archive.archive import Archive
    from archive.progress import Progress


def draw(archive: Archive, request: ReportRequest, file: BinaryIO, progress: Progress) -> None:
    """Write the summary of `request.partnership`. Raises `NotFound` when there is none."""
    if request.partnership is None:
        raise NotFound("partnership", "")
    dossier = archive.partnerships.dossier(request.partnership, request.years)
    withheld = archive.partnerships.withheld(request.partnership, request.years)
    dossier = replace(dossier, withheld=withheld)
    if request.program is not None:
        dossier = of_program(dossier, request.program)
    draw_dossier(dossier, archive.info.name, request, file, progress)


def draw_dossier(
    dossier: Dossier, archive_name: str, request: ReportRequest, file: BinaryIO, progress: Progress
) -> None:
    """Write the summary of a dossier as it was read from the archive of this name."""
    summary = Summary(dossier, archive_name, request)
    print_sheets(file, summary.story(), summary.imprint(), summary.style.faces, progress)


def of_program(dossier: Dossier, program: int) -> Dossier:
    """What a dossier holds of one program and those below it. Raises `NotFound`."""
    dossier = evidence.by_program(dossier)
    kept: list[Program] = []
    for candidate in dossier.programs:
        if candidate.id == program or candidate.parent in {above.id for above in kept}:
            kept.append(candidate)
    if not kept:
        raise NotFound("program", str(program))
    subjects = {(Target.PROGRAM, candidate.id) for candidate in kept}
    speaking = tuple(
        item for item in dossier.evidence if (item.link.target, item.link.target_id) in subjects
    )
    return replace(dossier, programs=tuple(kept), evidence=speaking)


@dataclass(slots=True)
class Summary:
    """The story of one summary, section by section."""

    dossier: Dossier
    archive_name: str
    request: ReportRequest
    style: Style = field(default_factory=Style)
    words: Words = field(init=False)
    sources: Sources = field(init=False)

    def __post_init__(self) -> None:
        say = translator(self.request.language)
        self.dossier = evidence.by_program(self.dossier)
        self.words, self.sources = Words(self.request.language, say), Sources(say)
        self.sources.number(evidence.in_order(self.dossier))

    def imprint(self) -> Imprint:
        """What the PDF and its foot say of the print."""
        title = f"{self._report_name()} {self.dossier.partnership.title}"
        foot = "  ·  ".join((title, self.archive_name, self._printed()))
        request = self.request
        return Imprint(title, self.archive_name, request.language, request.printed, foot)

    def story(self) -> list[Standing]:
        """All sections in order."""
        return [
            *self._head(),
            *self._profile(),
            *self._agreements(),
            *self._programs_by_year(),
            *self._evidence(),
            *self._sources(),
            *self._about(),
        ]

    def _head(self) -> list[Standing]:
        words = self.words
        of_print = [
            (words.gettext("Period"), self._period()),
            (words.gettext("Printed"), self._printed()),
            (words.gettext("Archive"), self.archive_name),
        ]
        title = profile.head(self.style, words, self.dossier.partnership, self._report_name())
        return [*title, profile.band(self.style, of_print)]

    def _profile(self) -> list[Standing]:
        heading = self.style.chapter(self.words.gettext("Profile"), "profile")
        facts = profile.facts(self.words, self.dossier, len(self.sources))
        return [Opening([heading], self.style.facts(facts, self.words.missing))]

    def _agreements(self) -> list[Standing]:
        heading = self.style.chapter(self.words.gettext("Agreements"), "agreements")
        if not self.dossier.agreements:
            return [Opening([heading], self._told(self.words.gettext("No agreement is recorded.")))]
        return [Opening([heading], profile.agreements(self.style, self.words, self.dossier))]

    def _programs_by_year(self) -> list[Standing]:
        words, style = self.words, self.style
        heading = style.chapter(words.gettext("Programs by year"), "programs")
        if not self.dossier.programs and not self.dossier.evidence:
            return [Opening([heading], self._told(words.gettext("No program is recorded.")))]
        span = programs_by_year.period(self.dossier, self.request.years)
        if span and programs_by_year.too_wide(span):
            return [Opening([heading], self._told(self._too_wide(span)))]
        made = programs_by_year.tables(style, words, self.dossier, span)
        if not made:
            names = "; ".join(program.name for program in self.dossier.programs)
            told = words.gettext("Programs without any recorded year: {names}.", names=names)
            return [Opening([heading], style.passage(told))]
        note = words.gettext(
            "The figures count linked pages. A page that speaks of several years counts in each; "
            "a dot means that no page is linked; n.d. means that no year is recorded."
        )
        return evidence.openings([heading, *evidence.remark(style, note)], list(made))

    def _too_wide(self, span: tuple[int, int]) -> str:
        return self.words.gettext(
            "From {first} to {last} are too many years for a table.", first=span[0], last=span[1]
        )

    def _evidence(self) -> list[Standing]:
        words, style = self.words, self.style
        heading = style.chapter(words.gettext("Evidence"), "evidence")
        story: list[Standing] = []
        chapters = evidence.chapters(style, words, self.dossier, self.sources)
        for number, (title, remark, body) in enumerate(chapters):
            section = style.section(title, f"evidence-{number}")
            heads = [heading, section] if number == 0 else [section]
            story += evidence.openings([*heads, *evidence.remark(style, remark)], body)
        if not story:
            return [Opening([heading], self._told(words.gettext("No page is linked as evidence.")))]
        return [*story, *self._unsupported()]

    def _unsupported(self) -> list[Standing]:
        names = "; ".join(evidence.without_evidence(self.dossier))
        if not names:
            return []
        return [self._told(self.words.gettext("No page is linked to: {names}.", names=names))]

    def _sources(self) -> list[Standing]:
        heading = self.style.chapter(self.words.gettext("Sources"), "sources")
        entries: list[Standing] = list(evidence.source_list(self.style, self.words, self.sources))
        nothing = self._told(self.words.gettext("No source is cited."))
        return evidence.openings([heading], entries or [nothing])

    def _about(self) -> list[Standing]:
        """How to read the print; last, when it is known what could not be printed."""
        words, style = self.words, self.style
        heading = style.chapter(words.gettext("About this print"), "about")
        told = [
            words.gettext(
                "A citation names the source by its number in the list, and the page by the number "
                "printed on it, or by its place in the file where none is printed. "
                "The eight digits are the first of the SHA-256 of the file."
            ),
            words.gettext("What the archive does not know is printed as “not recorded”."),
            *self._left_out(),
            *self._missing_scripts(),
        ]
        lines = [run for text in told for run in (Run(text, SMALL), Run("\n", SMALL))]
        return [Opening([heading], style.runs(lines, SMALL_TEXT))]

    def _left_out(self) -> list[str]:
        count = self.dossier.withheld
        told = self.words.ngettext(
            "{count} link of this partnership lies above the reader's level and is withheld.",
            "{count} links of this partnership lie above the reader's level and are withheld.",
            count,
        )
        return [told] if count else []

    def _missing_scripts(self) -> list[str]:
        missing = sorted(self.style.faces.missing.items())
        scripts = ", ".join(f"{script} ({count})" for script, count in missing)
        told = self.words.gettext(
            "No font on this computer can print these characters, shown as [?]: {scripts}.",
            scripts=scripts,
        )
        return [told] if missing else []

    def _told(self, text: str) -> Passage:
        return self.style.passage(text, QUIET_BODY, TEXT)

    def _period(self) -> str:
        years = self.request.years
        return self.words.years(*years) if years else self.words.gettext("All years")

    def _printed(self) -> str:
        return dates.show(self.request.printed, self.request.language)

    def _report_name(self) -> str:
        return self.words.gettext(REPORT.label_msgid)


REPORT = Report("partnership_summary", N_("Partnership summary"), "partnership", draw)
