"""A command line that cannot be understood, with the sentence that says why."""

from __future__ import annotations


class Unclear(Exception):
    """What was typed has no meaning here; the text is one sentence in the person's language."""
