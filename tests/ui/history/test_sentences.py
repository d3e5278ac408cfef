"""Every rule, every error and every kind is said in words, in both languages."""

from __future__ import annotations

import pytest

from archive import errors
from archive.changes import Kind
from archive.errors import CannotUndo, InUse, Invalid
from archive.intake import reasons
from archive.records import Reason
from archive.rules import RULES
from archive.storage.history import NOUNS, columns
from ui.language import use
from ui.messages import kind_word, reason_sentence, rule_sentence, sentence
from ui.messages.errors import SENTENCES
from ui.messages.fields import field_word

TECHNICAL = {"id", "uuid", "pair", "anchor", "original_id", "imported", "trouble"}


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize(("field", "rule"), RULES)
def test_every_rule_is_a_sentence(field: str, rule: str, language: str) -> None:
    use(language)
    said = rule_sentence(Invalid(field, rule, "1899"))
    assert not said.endswith(f": {rule}")
    assert "{" not in said
    assert said.endswith(".")


def test_every_error_is_a_sentence() -> None:
    every = {
        found
        for found in vars(errors).values()
        if isinstance(found, type) and issubclass(found, errors.ArchiveError)
    }
    assert every - {errors.ArchiveError} == set(SENTENCES)


@pytest.mark.parametrize("reason", ["gone", "in_the_way"])
def test_what_cannot_be_undone_is_said(reason: str) -> None:
    use("id")
    assert "tidak dapat dibatalkan" in sentence(CannotUndo(3, reason))


def test_hidden_evidence_is_said_without_a_number() -> None:
    use("en")
    assert "0" not in sentence(InUse("program", "Festival", "link", 0))


@pytest.mark.parametrize("noun", sorted({*NOUNS, *Kind, "deed"}))
def test_every_noun_has_a_word(noun: str) -> None:
    use("id")
    assert kind_word(noun) != noun or noun == "program"


@pytest.mark.parametrize("noun", NOUNS)
def test_every_kept_field_has_a_word(noun: str) -> None:
    use("en")
    shown = {
        name for name in columns(NOUNS[noun]) if not name.endswith(("_earliest", "_latest"))
    } - TECHNICAL
    assert not [name for name in shown if field_word(name) == name]


def test_every_reason_is_a_sentence() -> None:
    use("en")
    assert not [code for code in reasons.REASONS if reason_sentence(Reason(code)) == code]
