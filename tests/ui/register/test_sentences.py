"""Every fault of a register is a sentence, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archive.errors import Invalid, MappingFaulty, SheetUnusable
from archive.exchange.register import RowFault
from archive.exchange.register.columns import CODES
from tests.conftest import ROOT
from ui.language import use
from ui.messages import sentence
from ui.messages.register import column_words, row_sentence

RULE = re.compile(r'(?:Unclear|RowFault|note)\(\s*"([a-z_]+)"')
SOURCES = sorted((ROOT / "archive" / "exchange" / "register").glob("*.py"))
RULES = sorted({rule for file in SOURCES for rule in RULE.findall(file.read_text("utf-8"))})
REASONS = re.compile(r'SheetUnusable\([^,]+, "([a-z_]+)"')


@pytest.fixture(params=["id", "en"], autouse=True)
def tongue(request: pytest.FixtureRequest) -> str:
    use(str(request.param))
    return str(request.param)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_a_sentence(rule: str) -> None:
    refused = Invalid("title", "empty") if rule == "refused" else None
    fault = RowFault(rule, "title", "2019", ("Tokyo",), 7, refused)
    said = row_sentence(fault)
    assert said.startswith(f"{column_words('title')}: ") and "{" not in said
    assert refused or "“Tokyo”" in said


def test_every_file_that_cannot_be_read_is_a_sentence() -> None:
    reasons = {reason for file in SOURCES for reason in REASONS.findall(file.read_text("utf-8"))}
    for reason in (*reasons, "password", "xls"):
        assert "r.xlsx" in sentence(SheetUnusable(Path("r.xlsx"), reason, "9"))
    assert len(reasons) >= 6


def test_every_fault_of_a_mapping_is_a_sentence() -> None:
    twice = tuple(("twice", code) for code in CODES)
    missing = tuple(("missing", code) for code in ("city_b", "title", "number"))
    said = sentence(MappingFaulty((*twice, *missing)))
    assert all(f"“{column_words(code)}”" in said for code in CODES)
