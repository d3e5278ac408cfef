"""The controlled words: complete, in two languages, and what they are wanted for."""

from __future__ import annotations

from importlib.resources import files

import pytest

from archive.records import Access, PageState, Validity
from archive.vocabulary import codes, label, terms

VOCABULARIES = sorted(
    entry.name.removesuffix(".toml")
    for entry in (files("resources") / "vocabulary").iterdir()
    if entry.name.endswith(".toml") and entry.name != "dates.toml"
)
KINDS = """
loi mou moc agreement joint_statement plan_of_action arrangement amendment renewal minutes
correspondence terms_of_reference activity_report evaluation_report thesis article
catalogue_record press photo regulation other
"""


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_term_is_labelled_in_both_languages(vocabulary: str) -> None:
    found = terms(vocabulary)
    assert len({term.code for term in found}) == len(found) > 1
    for language in ("id", "en"):
        labels = [term.label(language) for term in found]
        assert all(labels)
        assert len(set(labels)) == len(labels)


def test_the_kinds_are_those_of_the_commands() -> None:
    assert [term.code for term in terms("document_kinds")] == KINDS.split()
    assert codes("agreement_kinds") < codes("document_kinds")


def test_codes_and_records_agree() -> None:
    assert [term.code for term in terms("access_levels")] == [
        level.name.lower() for level in Access
    ]
    assert codes("validities") == {*Validity}
    assert codes("page_states") == {*PageState}


def test_labels_fall_back_to_what_there_is() -> None:
    assert label("document_kinds", "mou", "id") == "nota kesepahaman"
    assert label("document_kinds", "mou", "ja") == "memorandum of understanding"
    assert label("document_kinds", "poem", "id") == "poem"
    with pytest.raises(KeyError):
        terms("poems")
