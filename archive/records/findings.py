"""What sources say of a cooperation."""

from __future__ import annotations

from dataclasses import dataclass

UNNUMBERED = ("verdict",)  # it stands alone; all else a source may tell in an order
DETERMINANT = "determinant"


@dataclass(frozen=True, slots=True)
class Source:
    """Where something stands: physical pages of a document, and the words on them."""

    document: int
    first_page: int
    last_page: int
    quote: str = ""


@dataclass(frozen=True, slots=True)
class FindingDraft:
    """Values of a finding to be saved.

    `kind` is of the vocabulary finding_kinds, `value` of verdicts, `theme` of finding_themes,
    `field` of fields, `polarity` of polarities, `side` is `a`, `b`, `both` or empty, `follow_up` of
    follow_ups; a `number` belongs to what a source counts (not in `UNNUMBERED`), a `framework` to
    determinants. `empty`: the source names the matter and then says nothing. Years are inclusive;
    both or none.
    """

    partnership: int
    kind: str
    source: Source
    statement: str = ""
    program: int | None = None
    number: int | None = None
    value: str = ""
    theme: str = ""
    field: str = ""
    polarity: str = ""
    side: str = ""
    addressee: str = ""
    follow_up: str = ""
    framework: str = ""
    empty: bool = False
    first_year: int | None = None
    last_year: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding as it is kept, with its document's name and the printed labels of its pages."""

    id: int
    uuid: str
    values: FindingDraft
    title: str = ""
    reference_code: str = ""
    first_label: str = ""
    last_label: str = ""
