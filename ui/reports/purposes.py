"""What each report is for, in a sentence."""

from __future__ import annotations

from ui.language import _


def purpose(code: str) -> str:
    """The sentence for a report; none for one that is not known here."""
    return {**_of_some(), **_of_all()}.get(code, "")


def _of_some() -> dict[str, str]:
    return {
        "partnership_summary": _(
            "One partnership at a glance, with its agreements, programs and sources: for a meeting"
            " or a visit."
        ),
        "program_summary": _(
            "One program through its years: what was held, who took part, what came of it."
        ),
        "comparison": _("Two to four cases side by side, each statement with its source."),
        "determinants": _(
            "What helped or hindered one partnership, and how it worked, as the documents say."
        ),
    }


def _of_all() -> dict[str, str]:
    return {
        "agreement_register": _(
            "All agreements with number, date and standing: for files and inspections."
        ),
        "expiring_agreements": _(
            "Which agreements end soon, and by when notice is to be given: for planning."
        ),
        "evidence_matrix": _(
            "Which program has proof in which year, and where it is missing: what is still to be"
            " looked for."
        ),
        "annual_report": _("One year of all partnerships: activities, agreements, gaps."),
        "handover_pack": _(
            "All that a successor needs: partnerships, programs, dates ahead, open questions."
        ),
        "record_list": _("The documents by classification and year, as a list of records."),
    }
