"""A kept print in words: its cells, the name of a copy, whether it is what it was."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from archive import vocabulary
from archive.records import KeptPrint
from ui.history.words import time_words
from ui.language import _, language
from ui.messages.prints import report_word
from ui.prints.naming import print_name

SHORT = 12  # characters of a SHA-256 that tell prints apart


def subject_words(kept: KeptPrint) -> str:
    """What the print is of."""
    return kept.told.subject or _("the whole archive")


def years_words(kept: KeptPrint) -> str:
    """`2018–2022`, `2018`, or that no years were chosen."""
    if kept.told.years is None:
        return _("all years")
    first, last = kept.told.years
    return str(first) if first == last else f"{first}–{last}"


def language_words(kept: KeptPrint) -> str:
    """The language of the print."""
    return vocabulary.label("languages", kept.told.language, language())


def pages_words(kept: KeptPrint) -> str:
    """How many pages it has."""
    return QLocale(language()).toString(kept.told.pages)


def state_words(whole: bool | None) -> str:
    """Whether it is what it was; None: nobody has looked yet."""
    if whole is None:
        return _("not checked yet")
    return _("genuine") if whole else _("altered or missing")


def cells(kept: KeptPrint, whole: bool | None) -> tuple[str, ...]:
    """One row of the table."""
    return (
        time_words(kept.time),
        report_word(kept.told.report),
        subject_words(kept),
        years_words(kept),
        language_words(kept),
        kept.agent,
        pages_words(kept),
        kept.sha256[:SHORT],
        state_words(whole),
    )


def headings() -> tuple[str, ...]:
    """What the columns are called."""
    return (
        _("When"),
        _("Report"),
        _("Subject"),
        _("Years"),
        _("Language"),
        _("Who"),
        _("Pages"),
        "SHA-256",
        _("Genuineness"),
    )


def looked_for(kept: KeptPrint, typed: str) -> bool:
    """Whether every word typed stands somewhere in what is told of a print."""
    told = " ".join((*cells(kept, None)[:-1], kept.sha256, kept.told.printed)).casefold()
    return all(word in told for word in typed.casefold().split())


def file_name(kept: KeptPrint) -> str:
    """A name for a copy: report, subject and the date that stands on the print."""
    told = kept.told
    return print_name(report_word(told.report, told.language), told.subject, told.printed)


def verdict_words(kept: KeptPrint, *, whole: bool) -> str:
    """What a check of one print found."""
    name = f"{report_word(kept.told.report)}, {subject_words(kept)}"
    if whole:
        return _("Genuine: “{name}” is byte for byte what was made {time}.").format(
            name=name, time=time_words(kept.time)
        )
    return _(
        "“{name}” is not what was made {time}: its file is missing or has been altered. Bring it"
        " back from a backup."
    ).format(name=name, time=time_words(kept.time))
