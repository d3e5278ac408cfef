"""Reads the values of a file as the types of the records, and writes them back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from archive.errors import Fault
from archive.exchange.form import Part, of

LARGEST = 2**53  # what every reader of JSON keeps exactly
SHOWN = 80
HALVES = re.compile(r"[\ud800-\udfff]")


class Faults(list[Fault]):
    """What is wrong, in the order of the file."""

    def note(self, path: str, rule: str, value: object = "") -> None:
        """One more fault."""
        self.append(Fault(path, rule, shown(value)))


def shown(value: object) -> str:
    """A value as the file has it, not longer than a line."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def read_parts(
    value: Mapping[str, Any], known: Mapping[str, Part], path: str, faults: Faults
) -> dict[str, Any]:
    """The parts of an entry by name, those left out with their defaults; notes all faults."""
    for name in value.keys() - known.keys():
        faults.note(f"{path}.{name}", "unknown_part", name)
    found = {}
    for name, part in known.items():
        if name in value:
            found[name] = read(value[name], part.hint, f"{path}.{name}", faults)
        elif part.required:
            faults.note(f"{path}.{name}", "missing")
        else:
            found[name] = part.default
    return found


def read(value: Any, hint: Any, path: str, faults: Faults) -> Any:
    """The value as its type; notes a fault where it is another."""
    if get_origin(hint) in (Union, UnionType):
        (kind,) = (each for each in get_args(hint) if each is not NoneType)
        return None if value is None else read(value, kind, path, faults)
    if get_origin(hint) is tuple:
        return _several(value, get_args(hint)[0], path, faults)
    if is_dataclass(hint):
        return _record(value, hint, path, faults)
    if issubclass(hint, Enum):
        return _member(value, hint, path, faults)
    if type(value) is not hint or not _can_be_kept(value):
        faults.note(path, "wrong_type", value)
    return value


def _can_be_kept(value: object) -> bool:
    """Not so large a number that it is read otherwise elsewhere, and no half of a character."""
    if isinstance(value, int):
        return abs(value) <= LARGEST
    return not (isinstance(value, str) and HALVES.search(value))


def _several(value: Any, hint: Any, path: str, faults: Faults) -> tuple[Any, ...]:
    if not isinstance(value, list):
        faults.note(path, "wrong_type", value)
        return ()
    return tuple(read(each, hint, f"{path}[{number}]", faults) for number, each in enumerate(value))


def _record(value: Any, hint: Any, path: str, faults: Faults) -> Any:
    if not isinstance(value, dict):
        faults.note(path, "wrong_type", value)
        return None
    before = len(faults)
    found = read_parts(value, of(hint), path, faults)
    return hint(**found) if len(faults) == before else None


def _member(value: Any, hint: type[Enum], path: str, faults: Faults) -> Any:
    members = {member.name.lower(): member for member in hint}
    if not isinstance(value, str):
        faults.note(path, "wrong_type", value)
    elif value not in members:
        faults.note(path, "unknown", value)
    return members.get(value) if isinstance(value, str) else None


def plain(value: Any) -> Any:
    """A value as JSON has it; small records without what is as always."""
    if isinstance(value, Enum):
        return value.name.lower()
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return dict(_said(value))
    return value


def _said(record: Any) -> Iterator[tuple[str, Any]]:
    for field in fields(record):
        value = getattr(record, field.name)
        if field.default is MISSING or value != field.default:
            yield field.name, plain(value)
