"""What each field of a record is called: in refusals, and in the story of what was changed."""

from __future__ import annotations

from ui.language import _


def field_word(field: str) -> str:
    """What a field is called; its own name where it has none."""
    words = {**_common(), **_agreements(), **_work(), **_documents(), **_evidence(), **_left()}
    return words.get(field, field)


def _common() -> dict[str, str]:
    return {
        "name": _("Name"),
        "title": _("Title"),
        "kind": _("Kind"),
        "note": _("Note"),
        "aliases": _("Other names"),
        "country": _("Country"),
        "cities": _("Cities"),
        "a_id": _("First city"),
        "b_id": _("Second city"),
        "own": _("Of this archive"),
        "since": _("Since"),
        "fields": _("Fields of cooperation"),
        "pauses": _("Pauses"),
        "starts": _("Starts"),
        "ends": _("Ends"),
        "parent": _("Part of"),
        "parent_id": _("Part of"),
        "status": _("Status"),
        "line": _("Line under the name"),
        "emblem": _("Emblem"),
    }


def _agreements() -> dict[str, str]:
    return {
        "signed": _("Signed"),
        "effective": _("In force from"),
        "terminated": _("Terminated"),
        "validity": _("Validity"),
        "renewal": _("Renewal"),
        "notice_months": _("Notice"),
        "signatories": _("Signatories"),
        "relations": _("Earlier agreements"),
        "other_id": _("Earlier agreement"),
    }


def _work() -> dict[str, str]:
    return {
        "partnership": _("Partnership"),
        "partnership_id": _("Partnership"),
        "program": _("Program"),
        "program_id": _("Program"),
        "agreement_id": _("Agreement"),
        "activity_id": _("Activity"),
        "actor_id": _("Actor"),
        "ownership": _("Ownership"),
        "year": _("Year"),
        "dates": _("Dates"),
        "place": _("Place"),
        "mode": _("Mode"),
        "reason": _("Reason"),
        "participants": _("Participants"),
        "participants_a": _("Participants of the first city"),
        "participants_b": _("Participants of the second city"),
        "role": _("Role"),
        "side": _("Side"),
    }


def _documents() -> dict[str, str]:
    return {
        "reference_code": _("Reference code"),
        "date": _("Date"),
        "creator": _("Creator"),
        "language": _("Language"),
        "scope": _("Scope and content"),
        "access": _("Access"),
        "level": _("Level of description"),
        "copy_status": _("Copy status"),
        "classification": _("Classification"),
        "location": _("Location"),
        "trashed": _("In the trash"),
        "parallel_title": _("Title in another language"),
        "keywords": _("Keywords"),
        "confirmed": _("Confirmed"),
        "vocabulary": _("List of words"),
        "code": _("Code"),
        "label_id": _("Word in Indonesian"),
        "label_en": _("Word in English"),
        "hidden": _("Hidden"),
        "term": _("Words"),
        "equivalents": _("Mean the same"),
        "both": _("Both ways"),
        "off": _("Switched off"),
    }


def _evidence() -> dict[str, str]:
    return {
        "document_id": _("Document"),
        "pages": _("Pages"),
        "first_page": _("First page"),
        "last_page": _("Last page"),
        "years": _("Years"),
        "first_year": _("First year"),
        "last_year": _("Last year"),
        "text": _("Text"),
        "astray": _("Quote to be looked at"),
        "quote": _("Quote"),
        "statement": _("Statement"),
        "value": _("Value"),
        "theme": _("Theme"),
        "field": _("Field"),
        "polarity": _("Polarity"),
        "follow_up": _("Follow-up"),
        "addressee": _("Addressee"),
        "framework": _("Framework"),
        "empty": _("The source says nothing"),
        "number": _("Number"),
    }


def _left() -> dict[str, str]:
    return {
        "report": _("Report"),
        "subject": _("Subject"),
        "printed": _("Date on the print"),
        "version": _("Program version"),
        "size": _("Size in bytes"),
        "sha256": "SHA-256",
        "snapshot": _("SHA-256 of what it was made from"),
        "format": _("Format"),
        "count": _("Rows or documents"),
        "file": _("File"),
    }
