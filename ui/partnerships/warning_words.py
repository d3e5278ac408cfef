"""What looks wrong in a dossier, said in a sentence each."""

from __future__ import annotations

from archive.catalogue.warnings import Warned
from archive.dates import show
from archive.vocabulary import label
from ui.language import _, language


def warning_sentence(warned: Warned) -> str:
    """What may want a second look."""
    said = _sentences().get(warned.code)
    value = _value(warned)
    return said.format(name=warned.name, value=value) if said else f"{warned.name}: {value}"


def _sentences() -> dict[str, str]:
    return {
        "effective_before_signed": _(
            "“{name}” takes effect ({value}) before it was signed. Check both dates."
        ),
        "outside_program": _(
            "The activity “{name}” ({value}) lies outside the years of its program."
        ),
        "field_not_agreed": _(
            "The program “{name}” works in a field no agreement mentions: {value}."
        ),
        "after_expiry": _(
            "The program “{name}” runs on after the last agreement has ended ({value})."
        ),
    }


def _value(warned: Warned) -> str:
    if warned.code == "effective_before_signed":
        return show(warned.value, language())
    if warned.code == "field_not_agreed":
        return label("fields", warned.value, language())
    return warned.value
