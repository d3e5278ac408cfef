"""A sentence for each fault of a catalogue's file, with its place."""

from __future__ import annotations

from archive.errors import Fault, Invalid
from ui.language import _
from ui.messages.rules import rule_sentence


def fault_sentence(fault: Fault) -> str:
    """Where a fault is, and what it is: `findings[3].quote: …`."""
    said = _of_form().get(fault.rule) or _of_reference().get(fault.rule)
    field = fault.path.rpartition(".")[2].partition("[")[0]
    if said is None:
        said = rule_sentence(Invalid(field, fault.rule, fault.value))
    else:
        said = said.format(value=fault.value)
    return f"{fault.path}: {said}"


def _of_form() -> dict[str, str]:
    return {
        "not_a_catalogue": _("This is not the file of a catalogue."),
        "other_version": _(
            "The file has version “{value}”; this program knows version 1. Use another program"
            " version."
        ),
        "unknown_part": _("“{value}” is not known here. Check how it is spelt."),
        "missing": _("This must be given."),
        "wrong_type": _("“{value}” is of the wrong kind: see the form of the file."),
        "not_a_uuid": _("“{value}” is not a UUID. Use “key” for names of your own."),
        "twice": _("“{value}” stands for something else already."),
        "one_target": _("Name one partnership, agreement, program or activity, and only one."),
    }


def _of_reference() -> dict[str, str]:
    return {
        "no_such": _("There is no “{value}”, neither in the file nor in the archive."),
        "ambiguous": _("“{value}” can mean several. Name it by its UUID or a key."),
        "not_kept": _(
            "The archive does not hold the original “{value}”. Bring in the document first."
        ),
        "uuid_taken": _("“{value}” is in the archive already, with other values."),
        "circle": _("This stands, by way of others, on itself."),
    }
