"""Quotes whose words are gone from their pages: chosen anew, or let be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archive.archive import Archive
from archive.records import FindingDraft, LinkDraft, Source, Target
from tests.archive.stock import Joined, join, put

QUOTE = "Festival seni menyusul pada tahun 2019."
READ = "Festival sani manyusul pda tahun 2O19, begitu tertulis."


@pytest.fixture
def joined(archive: Archive) -> Joined:
    return join(archive)


@pytest.fixture
def link(archive: Archive, joined: Joined) -> int:
    """A quote of a page that was typed as something else since."""
    document = put(archive)
    draft = LinkDraft(
        document, 2, 2, Target.PROGRAM, joined.program.id, QUOTE, 2019, 2019, "Catatan"
    )
    made = archive.links.add(draft).id
    archive.scans.transcribe(document, 2, "Sama sekali lain.")
    return made


def test_the_likeliest_words_are_offered(archive: Archive, link: int) -> None:
    archive.scans.transcribe(1, 2, READ)
    passage = archive.scans.passage("link", link)
    assert passage.text == READ
    assert "Festival sani" in passage.text[passage.start : passage.end]


def test_where_nothing_is_like_it_nothing_is_offered(archive: Archive, link: int) -> None:
    archive.scans.transcribe(1, 2, "Xyz")
    passage = archive.scans.passage("link", link)
    assert (passage.start, passage.end) == (0, 0)


def test_a_quote_chosen_anew_is_in_order_again(archive: Archive, link: int) -> None:
    assert [each.id for each in archive.scans.astray()] == [link]
    kept = archive.links.get(link)
    draft = LinkDraft(1, 2, 2, kept.target, kept.target_id, "Sama sekali lain")
    archive.links.change(link, draft)
    assert archive.scans.astray() == ()


def test_what_is_let_be_is_not_asked_again_and_stays_as_it_was(archive: Archive, link: int) -> None:
    archive.scans.let_be("link", link)
    assert archive.scans.astray() == ()
    assert archive.links.get(link).quote == QUOTE
    archive.events.undo()
    assert [each.id for each in archive.scans.astray()] == [link]


def test_findings_are_looked_at_too(archive: Archive, joined: Joined) -> None:
    source = Source(put(archive), 2, 2, QUOTE)
    draft = FindingDraft(joined.partnership.id, "obstacle", source, "Terbatas")
    found = archive.findings.add(draft)
    archive.scans.transcribe(source.document, 2, "Sama sekali lain.")
    assert [(each.noun, each.id) for each in archive.scans.astray()] == [("finding", found.id)]
    anew = replace(found.values, source=replace(source, quote="Sama sekali"))
    archive.findings.change(found.id, anew)
    assert archive.scans.astray() == ()
