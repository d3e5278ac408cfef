"""The schema that other programs read says the same as the form that this one checks."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest

from archive.exchange.form import DRAFTS, FORMAT, VERSION, parts

SCHEMA = json.loads(
    (files("resources") / "schema" / "catalogue.schema.json").read_text(encoding="utf-8")
)


def test_format_and_version() -> None:
    lists = SCHEMA["properties"]
    assert lists["format"] == {"const": FORMAT} and lists["version"] == {"const": VERSION}
    assert list(lists) == ["format", "version", *DRAFTS]


@pytest.mark.parametrize("name", DRAFTS)
def test_every_part_is_described(name: str) -> None:
    entry: dict[str, Any] = SCHEMA["properties"][name]["items"]
    known = parts(name)
    assert list(entry["properties"]) == list(known)
    assert entry.get("required", []) == [part for part in known if known[part].required]
    assert entry["additionalProperties"] is False
