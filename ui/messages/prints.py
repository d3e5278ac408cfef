"""Kept prints as a person reads them: the report by its name, and what it is of."""

from __future__ import annotations

from resources.translations import translator
from ui.language import language


def know_reports() -> None:
    """Have the reports imported, which takes a moment: to be called in a job, before their names
    are shown."""
    from archive.reports import REPORTS

    tuple(REPORTS)


def report_word(code: str, tongue: str | None = None) -> str:
    """What a report is called, in the language in use or another; its code where this version of
    the program has it no more."""
    from archive.reports import REPORTS

    report = REPORTS.get(code)
    return translator(tongue or language()).gettext(report.label_msgid) if report else code


def print_words(name: str) -> str:
    """The name the archive gives a print, `code: subject`, with the report's own name."""
    code, colon, subject = name.partition(": ")
    return f"{report_word(code)}{colon}{subject}"
