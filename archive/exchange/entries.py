"""The entries of a file, read and checked each by itself, before any looks into the archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from archive.exchange.form import DRAFTS, FORMAT, TARGETS, VERSION, parts
from archive.exchange.values import Faults, read_parts


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: where it stands, what others call it, and its values.

    `whole` is False where it has faults: it is not entered then, but others may refer to it.
    """

    list: str
    path: str
    values: dict[str, Any]
    whole: bool

    @property
    def uuid(self) -> str | None:
        """The UUID that it brings."""
        found = self.values.get("uuid")
        return found if isinstance(found, str) else None

    @property
    def keys(self) -> frozenset[str]:
        """What others of the same file may call it."""
        named = (self.values.get(part) for part in ("uuid", "key", "sha256"))
        return frozenset(each for each in named if isinstance(each, str) and each)

    @property
    def names(self) -> frozenset[str]:
        """Its keys, and its name."""
        named = (self.values.get(part) for part in ("name", "title"))
        return self.keys | {each for each in named if isinstance(each, str)}

    @property
    def refers(self) -> frozenset[str]:
        """What it needs of its own list: the program above, earlier agreements."""
        above = self.values.get("parent")
        earlier = (each.other for each in self.values.get("relations") or () if each is not None)
        return frozenset(filter(None, (above, *earlier)))


def entries(data: object, faults: Faults) -> dict[str, list[Entry]]:
    """All entries by list, each in an order in which they can be entered; notes all faults."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        faults.note("format", "not_a_catalogue")
        return {}
    if data.get("version") != VERSION or type(data["version"]) is not int:
        faults.note("version", "other_version", data.get("version"))
        return {}
    for name in data.keys() - DRAFTS.keys() - {"format", "version"}:
        faults.note(str(name), "unknown_part", name)
    return {name: _list(name, data.get(name, []), faults) for name in DRAFTS}


def _list(name: str, values: object, faults: Faults) -> list[Entry]:
    if not isinstance(values, list):
        faults.note(name, "wrong_type", values)
        return []
    found = [_entry(name, value, f"{name}[{at}]", faults) for at, value in enumerate(values)]
    _no_twins(found, faults)
    return list(_in_order(found, faults))


def _entry(name: str, value: object, path: str, faults: Faults) -> Entry:
    if not isinstance(value, dict):
        faults.note(path, "wrong_type", value)
        return Entry(name, path, {}, whole=False)
    before = len(faults)
    values = read_parts(value, parts(name), path, faults)
    if len(faults) == before:
        _check(name, values, path, faults)
    return Entry(name, path, values, whole=len(faults) == before)


def _check(name: str, values: dict[str, Any], path: str, faults: Faults) -> None:
    uuid = values.get("uuid")
    if uuid is not None and not _is_uuid(uuid):
        faults.note(f"{path}.uuid", "not_a_uuid", uuid)
    if name == "links" and sum(values[each] is not None for each in TARGETS) != 1:
        faults.note(path, "one_target")
    if "last_page" in values and values["last_page"] is None:
        values["last_page"] = values["first_page"]


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _no_twins(found: Iterable[Entry], faults: Faults) -> None:
    seen: set[str] = set()
    for entry in found:
        for key in sorted(entry.keys & seen):
            faults.note(entry.path, "twice", key)
        seen |= entry.keys


def _in_order(found: list[Entry], faults: Faults) -> Iterator[Entry]:
    """As in the file, but what others stand on first."""
    waiting = list(found)
    while waiting:
        names = frozenset[str]().union(*(each.names for each in waiting))
        ready = [each for each in waiting if not each.refers & names]
        if not ready:
            for each in waiting:
                faults.note(each.path, "circle")
                yield replace(each, whole=False)
            return
        yield from ready
        waiting = [each for each in waiting if each.refers & names]
