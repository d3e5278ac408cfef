"""What people type by habit, and while they type, put as the query language has it."""

from __future__ import annotations

import re

from search.naming import FACTS, FIELDS

NAMES = "|".join(sorted(filter(None, {*FIELDS, *FACTS})))
NAMED = rf"(?i:{NAMES}):\S"
WORD = r"(?=[^\W\d_])(?!\S*\d\S*[/.]|\S*[/.]\S*\d)"  # letters first, and no code of a document
MINUS = rf'(?<![^\s(])-(?={NAMED}|{WORD}|"[^"]*[^\W_])'
BEFORE = "AND|DAN|OR|ATAU|NOT|BUKAN|TIDAK"
BEGUN = re.compile(rf'(?:(?:^|(?<=[\s(]))(?:{BEFORE})\s+)*(?<![^\s(])-?(?i:{NAMES}):"?\s*$')
OUTSIDE = re.compile(rf'"[^"]*"|{MINUS}')


def shut_out(text: str, word: str) -> str:
    """The query with `word` for each minus that stands before what shall not be found.

    A hyphen inside a word, a dash between blanks, and the sign of a number are none.
    """
    return OUTSIDE.sub(lambda found: f"{word} " if found[0] == "-" else found[0], text)


def finished(text: str) -> str:
    """The query without a filter at its end that nothing stands behind yet: it asks nothing."""
    return BEGUN.sub("", text).rstrip()
