"""Tells which findings cannot all be so, that they stand side by side; none is merged or chosen.

Only what is filed under the same matter is compared: the same kind, program, field, side, theme and
years. Two such findings differ when

- their verdicts differ, or one speaks for and the other against, or
- they are the same sentence with another name or number in it.

What one source counts in a list are not rivals. Where this does not tell, nothing is claimed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from archive.records import Finding

WORD = re.compile(r"\w+")
FEWEST, MOST = 4, 60  # words of a sentence that can be laid beside another
ALIKE = 2 / 3  # of the words of the longer one, which both must have in the same order
OPPOSITE = {"positive", "negative"}


def side_by_side(findings: Sequence[Finding]) -> list[tuple[Finding, ...]]:
    """The findings in their order, each once; those that differ stand together with the first."""
    groups: list[list[Finding]] = []
    by_matter: dict[tuple[object, ...], list[list[Finding]]] = {}
    for finding in findings:
        rivals = by_matter.setdefault(_matter(finding), [])
        home = next((each for each in rivals if any(differ(finding, one) for one in each)), None)
        if home is None:
            home = []
            groups.append(home)
            rivals.append(home)
        home.append(finding)
    return [tuple(group) for group in groups]


def differ(one: Finding, other: Finding) -> bool:
    """Whether two findings say of the same matter what cannot both be so."""
    a, b = one.values, other.values
    if _matter(one) != _matter(other) or a.empty or b.empty or _of_one_list(one, other):
        return False
    if a.value and b.value and a.value != b.value:
        return True
    if a.theme and {a.polarity, b.polarity} == OPPOSITE:
        return True
    filed = bool(a.side or a.theme or a.first_year)
    return filed and _otherwise(a.statement, b.statement)


def _matter(finding: Finding) -> tuple[object, ...]:
    of = finding.values
    return (of.kind, of.program, of.field, of.side, of.theme, of.first_year, of.last_year)


def _of_one_list(one: Finding, other: Finding) -> bool:
    a, b = one.values, other.values
    return bool(a.number and b.number) and a.source.document == b.source.document


def _otherwise(a: str, b: str) -> bool:
    """Whether they are one sentence but for a name or a number that is another in each."""
    one, other = WORD.findall(a), WORD.findall(b)
    if not all(FEWEST <= len(words) <= MOST for words in (one, other)):
        return False
    enough = ALIKE * max(len(one), len(other))
    if (Counter(one) & Counter(other)).total() < enough:
        return False
    matched = SequenceMatcher(None, one, other, autojunk=False)
    if sum(block.size for block in matched.get_matching_blocks()) < enough:
        return False
    parted = (code[1:] for code in matched.get_opcodes() if code[0] == "replace")
    return any(_names(one, i, j) and _names(other, k, m) for i, j, k, m in parted)


def _names(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a name or a number stands here; what begins a sentence has its capital from that."""
    here = range(first, last)
    return any(words[at][0].isdigit() or (at and words[at][0].isupper()) for at in here)
