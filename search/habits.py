"""What people type by habit, put as the query language has it: a minus before a word."""

from __future__ import annotations

import re

from search.naming import FACTS, FIELDS

NAMED = rf"(?i:{'|'.join(filter(None, {*FIELDS, *FACTS}))}):\S"
WORD = r"(?=[^\W\d_])(?!\S*\d\S*[/.]|\S*[/.]\S*\d)"  # letters first, and no code of a document
MINUS = rf'(?<![^\s(])-(?={NAMED}|{WORD}|"[^"]*[^\W_])'
OUTSIDE = re.compile(rf'"[^"]*"|{MINUS}')


def shut_out(text: str, word: str) -> str:
    """The query with `word` for each minus that stands before what shall not be found.

    A hyphen inside a word, a dash between blanks, and the sign of a number are none.
    """
    return OUTSIDE.sub(lambda found: f"{word} " if found[0] == "-" else found[0], text)
