"""Who takes part in a partnership, by kind of actor, with the side, the role and the program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from PySide6.QtCore import QByteArray

from archive.records import Dossier, Role
from archive.vocabulary import label, terms
from ui.editors.side_box import side_words
from ui.language import _, language
from ui.partnerships.grouped_tree import Group, GroupedTree, new_line
from ui.partnerships.nodes import Shown


class ActorTree(GroupedTree):
    """One line for each role under the kind of its actor."""

    widths = (330, 130, 210, 210)

    def retranslate(self, state: QByteArray) -> None:
        """Name the columns in the language in use."""
        self.setAccessibleName(_("Actors"))
        self.show_titles((_("Actor"), _("Side"), _("Role"), _("Program")), state)

    def show_roles(self, shown: Shown, *, fresh: bool) -> None:
        """Show the roles of a dossier; unless it is `fresh`, everything stays where it was."""
        self.show_groups(_groups(shown.dossier), fresh=fresh)

    def role(self) -> Role | None:
        """The chosen role."""
        found = self.record()
        return found if isinstance(found, Role) else None


def _groups(dossier: Dossier) -> Iterator[Group]:
    """The kinds in the order of their vocabulary, the actors of each by name."""
    programs = {program.id: program.name for program in dossier.programs}
    sides = dossier.partnership.a.name, dossier.partnership.b.name
    roles: dict[str, list[Role]] = defaultdict(list)
    for each in dossier.roles:
        roles[each.actor.kind].append(each)
    order = {term.code: at for at, term in enumerate(terms("actor_kinds"))}
    for kind in sorted(roles, key=lambda code: order.get(code, len(order))):
        lines = []
        for each in roles[kind]:
            place = programs.get(each.program or 0, "")
            cells = each.actor.name, side_words(each.side, sides), each.role, place
            line = new_line(each.id, each, cells)
            line.setToolTip(0, "\n".join((each.actor.name, *each.actor.aliases)))
            lines.append(line)
        yield kind, label("actor_kinds", kind, language()), lines
