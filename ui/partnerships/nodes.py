"""A dossier as the room shows it: a tree down to the linked pages, and its documents. No Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from archive.archive import Archive
from archive.records import Agreement, Dossier, Evidence, Partnership, Program, Target

Years = tuple[int | None, int | None]
Subject = tuple[Target, int]


class Sort(StrEnum):
    """What a node of the tree stands for."""

    PARTNERSHIP = "partnership"
    AGREEMENT = "agreement"
    PROGRAM = "program"
    YEARS = "years"
    EVIDENCE = "evidence"


@dataclass(eq=False)
class Node:
    """One line of the tree. `key` names it as long as its record is there."""

    sort: Sort
    key: str
    record: Partnership | Agreement | Program | Years | Evidence
    children: list[Node] = field(default_factory=list)
    parent: Node | None = None
    row: int = 0
    links: int = 0

    def add(self, child: Node) -> None:
        """Put a node under this one, after the others."""
        child.parent, child.row = self, len(self.children)
        self.children.append(child)


@dataclass(frozen=True, slots=True)
class Linked:
    """A document with its links into one dossier."""

    document: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the room shows of one partnership."""

    dossier: Dossier
    tree: tuple[Node, ...]
    documents: tuple[Linked, ...]

    def of_agreement(self, agreement: int) -> int:
        """How many links an agreement has."""
        named = (Target.AGREEMENT, agreement)
        return sum(_subject(item) == named for item in self.dossier.evidence)

    def program(self, program: int) -> Program | None:
        """A program of this partnership."""
        return next((each for each in self.dossier.programs if each.id == program), None)


def load(archive: Archive, partnership: int) -> Shown:
    """Read a dossier and put it in order. Runs in a job. Raises `NotFound`."""
    dossier = archive.partnerships.dossier(partnership)
    return Shown(dossier, tuple(tree(dossier)), tuple(documents(dossier.evidence)))


def tree(dossier: Dossier) -> Iterator[Node]:
    """The programs; what is linked to the partnership itself and to agreements comes first."""
    linked: dict[Subject, list[Evidence]] = defaultdict(list)
    homes = {each.id: each.program for each in dossier.activities}
    for item in dossier.evidence:
        linked[_home(item, homes)].append(item)
    whole = _node(Sort.PARTNERSHIP, dossier.partnership, linked)
    papers = (_node(Sort.AGREEMENT, agreement, linked) for agreement in dossier.agreements)
    yield from (node for node in (whole, *papers) if node.children)
    yield from _programs(dossier.programs, linked)


def documents(evidence: Iterable[Evidence]) -> Iterator[Linked]:
    """The linked documents by title, each with its links by page."""
    by_document: dict[int, list[Evidence]] = defaultdict(list)
    for item in evidence:
        by_document[item.link.document].append(item)
    for items in sorted(by_document.values(), key=lambda items: items[0].title.casefold()):
        by_page = sorted(items, key=lambda item: (item.link.first_page, item.link.last_page))
        yield Linked(items[0].link.document, tuple(by_page))


def _programs(programs: Sequence[Program], linked: dict[Subject, list[Evidence]]) -> Iterator[Node]:
    """The tree of programs; parents come first in a dossier."""
    nodes: dict[int, Node] = {}
    for program in programs:
        node = nodes[program.id] = _node(Sort.PROGRAM, program, linked)
        if program.parent in nodes:
            nodes[program.parent].add(node)
    for program in programs:
        if program.parent not in nodes:
            yield nodes[program.id]


def _node(
    sort: Sort,
    record: Partnership | Agreement | Program,
    linked: dict[Subject, list[Evidence]],
) -> Node:
    """A record with its evidence by years; what has no years comes last."""
    items = linked.get((Target(sort.value), record.id), [])
    node = Node(sort, f"{sort.value}:{record.id}", record, links=len(items))
    by_years: dict[Years, list[Evidence]] = defaultdict(list)
    for item in items:
        by_years[item.link.first_year, item.link.last_year].append(item)
    for years in sorted(by_years, key=lambda years: (years[0] or 10_000, years[1] or 0)):
        node.add(_years(node.key, years, by_years[years]))
    return node


def _years(above: str, years: Years, items: Sequence[Evidence]) -> Node:
    node = Node(Sort.YEARS, f"{above}/{years[0]}-{years[1]}", years, links=len(items))
    for item in items:
        node.add(Node(Sort.EVIDENCE, f"link:{item.link.id}", item, links=1))
    return node


def _home(item: Evidence, homes: dict[int, int]) -> Subject:
    """Where the tree shows a link; one for an activity stands with its program."""
    if item.link.target is Target.ACTIVITY and item.link.target_id in homes:
        return Target.PROGRAM, homes[item.link.target_id]
    return _subject(item)


def _subject(item: Evidence) -> Subject:
    return item.link.target, item.link.target_id
