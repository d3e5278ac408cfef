"""The name of a print's file: of plain characters that travel, in the language of the print."""

from __future__ import annotations

import re
import unicodedata

from ui.reader.originals import safe_name

DASHES = re.compile(r"\s*[\u2010-\u2015\u2212]\s*")
ODD = re.compile(r"[^\w\s().,-]")


def print_name(*parts: str) -> str:
    """`Register naskah Jakarta-Tokyo 2026-01-31.pdf`: letters of any script and digits, parted by
    single spaces; dashes of every width become hyphens, other signs spaces."""
    name = unicodedata.normalize("NFC", " ".join(part for part in parts if part))
    plain = ODD.sub(" ", DASHES.sub("-", name)).replace("_", " ")
    return safe_name(f"{' '.join(plain.split())}.pdf", ".pdf")
