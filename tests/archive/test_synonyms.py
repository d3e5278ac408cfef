"""Words that mean the same, of an archive's own: added, changed, put off; each undone."""

from __future__ import annotations

import pytest

from archive.archive import Archive, Mode
from archive.changes import Changes, Kind
from archive.errors import Invalid, NotFound, ReadOnly
from archive.exchange import dump, load
from archive.records import Synonym
from archive.synonyms import shipped
from tests.archive.stock import fresh

OWN = Synonym("pencak silat", ("silat", "bela diri"))


def test_an_archive_begins_with_the_rows_of_the_program(archive: Archive) -> None:
    assert archive.synonyms.all() == shipped()
    assert archive.synonyms.in_use() == shipped()
    assert archive.synonyms.words() == ()


def test_a_row_of_its_own_is_added_changed_and_removed(archive: Archive) -> None:
    heard: list[Changes] = []
    archive.subscribe(heard.append)
    draft = Synonym(" pencak  silat", ("silat", "Silat", "bela|diri", "pencak-silat", ""))
    made = archive.synonyms.add(draft)
    assert made == Synonym("pencak silat", ("silat", "bela diri", "pencak-silat"))
    assert heard[-1].touches(Kind.SYNONYM)
    changed = archive.synonyms.change("PENCAK SILAT", Synonym("silat", ("bela diri",), both=False))
    assert archive.synonyms.all()[0] == changed == Synonym("silat", ("bela diri",), both=False)
    archive.synonyms.remove("silat")
    assert archive.synonyms.all() == shipped()
    archive.events.undo()
    assert archive.synonyms.words() == (changed,)
    assert [event.name for event in archive.events.of_deed(1)] == ["pencak silat"]


def test_rows_of_the_program_are_put_off_and_never_lost(archive: Archive) -> None:
    row = archive.synonyms.switch("mou", own=False, off=True)
    assert (row.term, row.off, row.own) == ("MoU", True, False)
    assert row.term not in [each.term for each in archive.synonyms.in_use()]
    assert len(archive.synonyms.all()) == len(shipped())
    archive.synonyms.add(Synonym("MoU", ("naskah",)))
    assert archive.synonyms.in_use()[0].equivalents == ("naskah",)
    archive.events.undo()
    archive.events.undo()
    assert archive.synonyms.in_use() == shipped()
    with pytest.raises(NotFound):
        archive.synonyms.remove("MoU")
    with pytest.raises(NotFound):
        archive.synonyms.change("MoU", OWN)


@pytest.mark.parametrize(
    ("term", "others", "refusal"),
    [
        (" ", ("x",), ("term", "empty")),
        ("!?", ("x",), ("term", "empty")),
        ("x" * 81, ("x",), ("term", "too_long")),
        ("Bela Diri", ("x",), ("term", "taken")),
        ("x", ("X", " "), ("equivalents", "empty")),
        ("x", ("…",), ("equivalents", "empty")),
        ("x", ("y" * 81,), ("equivalents", "too_long")),
        ("x", tuple(f"y{n}" for n in range(41)), ("equivalents", "too_many")),
    ],
)
def test_what_could_never_be_found_is_refused(
    archive: Archive, term: str, others: tuple[str, ...], refusal: tuple[str, str]
) -> None:
    archive.synonyms.add(Synonym("bela diri", ("silat",)))
    with pytest.raises(Invalid) as error:
        archive.synonyms.add(Synonym(term, others))
    assert (error.value.field, error.value.rule) == refusal
    assert len(archive.synonyms.words()) == 1


def test_who_only_reads_changes_nothing(archive: Archive) -> None:
    with (
        Archive.open(archive.folder, Mode.READ) as reading,
        pytest.raises(ReadOnly),
    ):
        reading.synonyms.add(OWN)


def test_rows_travel_with_the_catalogue(archive: Archive) -> None:
    archive.synonyms.add(OWN)
    archive.synonyms.switch("MoU", own=False, off=True)
    told = dump(archive)
    assert [each["term"] for each in told["synonyms"]] == ["pencak silat", "MoU"]
    with fresh(archive.folder.parent / "other", "Other") as other:
        assert load(other, told).counts["synonyms"] == 2
        assert load(other, told).counts["synonyms"] == 0
        assert dump(other) == told
        other.events.undo()
        assert other.synonyms.words() == ()
