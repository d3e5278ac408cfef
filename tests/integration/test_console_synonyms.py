"""Synonyms on the console: listed, added, removed, and followed by the search."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archive.stock import fresh, put
from tests.integration.kembar import kembar, well


@pytest.fixture
def arsip(tmp_path: Path) -> Path:
    with fresh(tmp_path / "arsip") as archive:
        put(archive, "Pertunjukan", ("Pertunjukan silat di Jakarta.",))
    return tmp_path / "arsip"


def test_rows_are_added_switched_and_removed(arsip: Path) -> None:
    def said(*words: str) -> str:
        return well("--language", "en", "--archive", arsip, "synonyms", *words).out

    assert said("list", "--own") == ""
    assert said("add", "martial", "silat", "bela diri", "--one-way") == (
        "+\tmartial\tsilat|bela diri\t>\n"
    )
    assert said("remove", "mou").startswith("-\tMoU\t")
    assert [line[0] for line in said("list", "--own").splitlines()] == ["+", "-"]
    assert " \tsister city\tkota kembar|" in said("list")
    found = well("--archive", arsip, "search", "martial", "--json").json
    assert [hit["title"] for hit in found["hits"]] == ["Pertunjukan"]
    assert said("use", "MoU").startswith(" \tMoU\t")
    said("remove", "martial")
    assert said("list", "--own") == ""


def test_what_cannot_be_is_refused(arsip: Path) -> None:
    refused = kembar("--language", "en", "--archive", arsip, "synonyms", "add", "x", "!")
    assert refused.code == 2
    assert "Mean the same" in refused.messages
    assert kembar("--archive", arsip, "synonyms", "remove", "tiada").code == 2
