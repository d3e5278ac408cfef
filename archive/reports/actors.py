"""Who takes part in a partnership or a program, and as what."""

from __future__ import annotations

from collections.abc import Sequence

from archive.records import Partnership, Role
from archive.reports.paper import Paper
from archive.reports.setting import Run, Standing
from archive.reports.style import CELL, SMALL, SMALL_BOLD, SMALL_QUIET
from archive.reports.tables import Row, Table

SHARES = (0.46, 0.22, 0.32)


def told(
    paper: Paper, roles: Sequence[Role], partnership: Partnership, nothing: str = ""
) -> list[Standing]:
    """A row for each actor and what it does for whom.

    No page can be linked to an actor, and the print says so once for all.
    """
    words = paper.words
    titles = [words.gettext("Actor"), words.gettext("Side"), words.gettext("Role")]
    head = paper.style.head_row(titles, [CELL] * len(titles))
    rows = [_row(paper, role, side_name(paper, role.side, partnership)) for role in roles]
    body = [Table(paper.style.widths(SHARES), [head, *rows])] if rows else []
    remark = words.gettext("As entered in the archive; no source is linked to actors.")
    title = words.gettext("Actors")
    return paper.chapter(title, body, nothing=nothing, remark=remark if body else "")


def side_name(paper: Paper, side: str, partnership: Partnership) -> str:
    """The name of the city, or that it is both; empty where no side is given."""
    names = {"": "", "a": partnership.a.name, "b": partnership.b.name}
    return names[side] if side in names else paper.words.label("sides", side)


def _row(paper: Paper, role: Role, side: str) -> Row:
    words, actor = paper.words, role.actor
    runs = [Run(actor.name, SMALL_BOLD)]
    for line in filter(None, (words.label("actor_kinds", actor.kind), actor.note)):
        runs += [Run("\n", SMALL), Run(line, SMALL_QUIET)]
    known = paper.style.known(side, words.missing), paper.style.known(role.role, words.missing)
    return Row((paper.style.runs(runs, CELL), *known))
