"""What a paper says of itself: its text read for cues, answered as suggestions with their proof.

A suggestion only proposes; a person confirms it. Where nothing is found, nothing is proposed. A
rule is a module in `rules/`: whoever adds a file there adds a rule.
"""

from archive.intake.suggestions.paper import (
    Known,
    KnownCity,
    KnownProgram,
    PageText,
    Paper,
    Suggestion,
    Value,
)
from archive.intake.suggestions.suggesting import suggest

__all__ = [
    "Known",
    "KnownCity",
    "KnownProgram",
    "PageText",
    "Paper",
    "Suggestion",
    "Value",
    "suggest",
]
