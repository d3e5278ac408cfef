"""What is asked before something goes to the trash, and what goes along with it."""

from __future__ import annotations

from collections.abc import Mapping

from archive.changes import Kind
from archive.records import Actor, Agreement, Evidence, Finding, Partnership, Program, Role
from ui.language import _, ngettext
from ui.partnerships.finding_words import source_of
from ui.partnerships.words import finding_count, source_words

Record = Partnership | Agreement | Program | Evidence | Finding | Role | Actor


def question(record: Record) -> str:
    """Whether this one is to be removed."""
    if isinstance(record, Evidence):
        return _("Remove the link from “{source}”?").format(source=source_words(record))
    if isinstance(record, Finding):
        return _("Remove the finding from “{source}”?").format(source=source_of(record))
    if isinstance(record, Role):
        return _("Remove “{name}” from the actors of this partnership?").format(
            name=record.actor.name
        )
    return _of_a_name(record)


def _of_a_name(record: Partnership | Agreement | Program | Actor) -> str:
    if isinstance(record, Agreement):
        return _("Remove the agreement “{name}”?").format(name=record.title)
    if isinstance(record, Program):
        return _("Remove the program “{name}”?").format(name=record.name)
    if isinstance(record, Actor):
        return _("Delete the actor “{name}” everywhere?").format(name=record.name)
    return _("Remove the partnership “{name}”?").format(name=record.title)


def consequence(along: Mapping[Kind, int]) -> str:
    """That it can be brought back, and how much goes with it."""
    if not any(along.values()):
        return _("It goes to the trash and can be brought back from there.")
    return _(
        "It goes to the trash with all that hangs on it: {things}."
        " From there it can be brought back whole. Documents stay as they are."
    ).format(things=", ".join(_things(along)))


def _things(along: Mapping[Kind, int]) -> list[str]:
    """`3 programs`, `12 links`: the larger things first."""
    n = {kind: along.get(kind, 0) for kind in Kind}
    words = (
        (n[Kind.AGREEMENT], ngettext("{n} agreement", "{n} agreements", n[Kind.AGREEMENT])),
        (n[Kind.PROGRAM], ngettext("{n} program", "{n} programs", n[Kind.PROGRAM])),
        (n[Kind.ACTIVITY], ngettext("{n} activity", "{n} activities", n[Kind.ACTIVITY])),
        (n[Kind.ACTOR], ngettext("{n} role", "{n} roles", n[Kind.ACTOR])),
        (n[Kind.FINDING], finding_count(n[Kind.FINDING])),
        (n[Kind.LINK], ngettext("{n} link", "{n} links", n[Kind.LINK])),
    )
    return [said.format(n=count) for count, said in words if count]
