"""Who cooperates, by what paper and in which programs."""

from __future__ import annotations

from dataclasses import dataclass

from archive.records.values import Validity


@dataclass(frozen=True, slots=True)
class ArchiveInfo:
    """Who an archive is.

    UUID, epoch (grows with each restore), name, creation time (UTC, ISO 8601), sample or not.
    """

    uuid: str
    epoch: int
    name: str
    created: str
    sample: bool = False


@dataclass(frozen=True, slots=True)
class City:
    """A city or province. `own` marks the government that keeps the archive."""

    id: int
    uuid: str
    name: str
    country: str
    own: bool
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, its own first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class CityDraft:
    """Values of a city to be saved."""

    name: str
    country: str = ""
    own: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pause:
    """When a partnership slept. Dates are EDTF; an open end is None."""

    starts: str | None
    ends: str | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class FieldStatus:
    """How one field of a partnership stands, and why: `active`, `dormant` or `discontinued`."""

    field: str
    status: str = "active"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Partnership:
    """Two cities joined once per kind.

    `since` is an EDTF date or None; `own` is False for reference cases.
    """

    id: int
    uuid: str
    a: City
    b: City
    kind: str
    own: bool
    since: str | None
    note: str
    pauses: tuple[Pause, ...] = ()
    fields: tuple[FieldStatus, ...] = ()

    @property
    def title(self) -> str:
        """The two names as they are written everywhere, `Jakarta–Tokyo`."""
        return f"{self.a.name}–{self.b.name}"


@dataclass(frozen=True, slots=True)
class PartnershipDraft:
    """Values of a partnership to be saved; the cities by id."""

    a: int
    b: int
    kind: str = "sister_city"
    own: bool = True
    since: str | None = None
    note: str = ""
    pauses: tuple[Pause, ...] = ()
    fields: tuple[FieldStatus, ...] = ()


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signed: name and office as the paper has them, and for which side (`a`, `b` or empty)."""

    name: str
    office: str = ""
    side: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """One agreement `renews`, `amends`, `implements` or `supersedes` another, named by its id."""

    kind: str
    other: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """One signed paper of a partnership. Dates are EDTF; `ends` only when `validity` is a date."""

    id: int
    uuid: str
    partnership: int
    kind: str
    title: str
    number: str
    signed: str | None
    place: str
    validity: Validity
    ends: str | None
    note: str
    effective: str | None = None
    terminated: str | None = None
    renewal: str = "unknown"
    notice_months: int | None = None
    signatories: tuple[Signatory, ...] = ()
    fields: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementDraft:
    """Values of an agreement to be saved."""

    partnership: int
    kind: str
    title: str
    number: str = ""
    signed: str | None = None
    place: str = ""
    validity: Validity = Validity.UNKNOWN
    ends: str | None = None
    note: str = ""
    effective: str | None = None
    terminated: str | None = None
    renewal: str = "unknown"
    notice_months: int | None = None
    signatories: tuple[Signatory, ...] = ()
    fields: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Program:
    """A program of a partnership; `parent` makes the tree. Dates are EDTF.

    `ownership` is `joint`, or one side's own: `a` or `b`.
    """

    id: int
    uuid: str
    partnership: int
    parent: int | None
    name: str
    starts: str | None
    ends: str | None
    note: str
    ownership: str = "joint"
    aliases: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgramDraft:
    """Values of a program to be saved."""

    partnership: int
    name: str
    parent: int | None = None
    starts: str | None = None
    ends: str | None = None
    note: str = ""
    ownership: str = "joint"
    aliases: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
