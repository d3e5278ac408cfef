"""Words of an archive's own: added, called otherwise, hidden; what is used cannot vanish."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive import vocabulary
from archive.archive import Archive, Mode
from archive.catalogue.wording import PLACES
from archive.errors import CannotUndo, Invalid, NotFound, ReadOnly, TermInUse
from archive.exchange import dump, load
from archive.records import (
    Access,
    AgreementDraft,
    Description,
    FieldStatus,
    FindingDraft,
    PartnershipDraft,
    ProgramDraft,
    Source,
    TermDraft,
)
from archive.storage.tables import Base
from archive.vocabulary import label, terms
from search.naming import kinds
from tests.archive import stock


def codes(archive: Archive, name: str = "fields", *, hidden: bool = True) -> list[str]:
    """The codes of a vocabulary as this archive has them."""
    return [each.code for each in archive.terms.of(name) if hidden or not each.hidden]


def refused(error: pytest.ExceptionInfo[Invalid]) -> tuple[str, str]:
    """What was refused, and why."""
    return error.value.field, error.value.rule


def test_a_term_is_added_and_entered(archive: Archive) -> None:
    joined = stock.join(archive)
    with pytest.raises(Invalid) as unknown:
        archive.programs.add(ProgramDraft(joined.partnership.id, "Silat", fields=("silat",)))
    assert refused(unknown) == ("fields", "unknown")
    added = archive.terms.add(TermDraft("fields", "  Silat "))
    assert (added.code, added.label_id, added.label_en, added.own) == ("silat", "Silat", "", True)
    program = archive.programs.add(
        ProgramDraft(joined.partnership.id, "Silat", fields=("silat", "youth"))
    )
    assert program.fields == ("silat", "youth")
    assert archive.terms.get("fields", "silat").uses == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Pencak  silat", "pencak_silat"),
        ("Kerja sama R&D (baru)", "kerja_sama_r_d_baru"),
        ("Café", "cafe"),
        ("雅楽", "term"),
        ("Pemuda", "pemuda"),
        ("x" * 60, "x" * 40),
    ],
)
def test_codes_are_made_of_labels(archive: Archive, words: str, code: str) -> None:
    assert archive.terms.add(TermDraft("actor_kinds", words)).code == code


def test_codes_made_of_labels_differ(archive: Archive) -> None:
    made = [
        archive.terms.add(TermDraft("fields", words)).code for words in ("a b", "a/b", "youth!")
    ]
    assert made == ["a_b", "a_b_2", "youth_2"]


def test_codes_of_a_classification_are_typed(archive: Archive) -> None:
    with pytest.raises(Invalid) as empty:
        archive.terms.add(TermDraft("classifications", "kota kembar Tokyo"))
    with pytest.raises(Invalid) as taken:
        archive.terms.add(TermDraft("classifications", "kota kembar Tokyo", code="019.1"))
    assert (refused(empty), refused(taken)) == (("code", "empty"), ("code", "taken"))
    archive.terms.add(TermDraft("classifications", "kota kembar Tokyo", code="019.11"))
    found = codes(archive, "classifications")
    assert found == sorted(found) and "019.11" in found
    document = stock.put(archive)
    described = Description("Judul", "mou", classification="019.11")
    assert archive.documents.describe(document, described).description == described


def test_labels_stand_once_among_what_is_offered(archive: Archive) -> None:
    for draft in (TermDraft("fields", "PEMUDA "), TermDraft("fields", "Kaum muda", "Youth")):
        with pytest.raises(Invalid) as error:
            archive.terms.add(draft)
        assert error.value.rule == "taken"
    with pytest.raises(Invalid) as empty:
        archive.terms.rename("fields", "youth", " ", "youth")
    assert refused(empty) == ("label_id", "empty")
    archive.terms.hide("fields", "youth")
    archive.terms.add(TermDraft("fields", "Pemuda", "Young people"))
    with pytest.raises(Invalid) as shown:
        archive.terms.show("fields", "youth")
    assert refused(shown) == ("label_id", "taken")
    assert archive.terms.get("fields", "youth").hidden


def test_a_shipped_term_is_hidden_or_renamed_and_reset(archive: Archive) -> None:
    with pytest.raises(Invalid) as error:
        archive.terms.remove("fields", "youth")
    assert refused(error) == ("code", "shipped")
    archive.terms.rename("fields", "youth", "kepemudaan", "young people")
    archive.terms.hide("fields", "youth")
    changed = archive.terms.get("fields", "youth")
    assert (changed.label_id, changed.hidden, changed.changed) == ("kepemudaan", True, True)
    archive.terms.reset("fields", "youth")
    again = archive.terms.get("fields", "youth")
    assert (again.label_id, again.label_en, again.hidden) == ("pemuda", "youth", False)
    assert not again.changed and not archive.terms.words()


def test_closed_vocabularies_are_only_renamed(archive: Archive) -> None:
    with pytest.raises(Invalid) as added:
        archive.terms.add(TermDraft("verdicts", "lumayan"))
    with pytest.raises(Invalid) as hidden:
        archive.terms.hide("verdicts", "active")
    assert refused(added) == refused(hidden) == ("vocabulary", "closed")
    archive.terms.rename("verdicts", "active", "berjalan", "running")
    assert archive.terms.get("verdicts", "active").label_id == "berjalan"
    with pytest.raises(NotFound):
        archive.terms.of("poems")
    with pytest.raises(NotFound):
        archive.terms.rename("fields", "poem", "puisi")


def test_something_to_choose_from_is_left(archive: Archive) -> None:
    first, *more = codes(archive, "description_levels")
    for code in more:
        archive.terms.hide("description_levels", code)
    with pytest.raises(Invalid) as error:
        archive.terms.hide("description_levels", first)
    assert refused(error) == ("hidden", "last")
    assert codes(archive, "description_levels", hidden=False) == [first]


def _use(archive: Archive, code: str) -> None:
    """A field used by one record of each kind."""
    joined = stock.join(archive)
    home = joined.partnership.id
    archive.partnerships.change(
        home,
        PartnershipDraft(joined.jakarta.id, joined.tokyo.id, fields=(FieldStatus(code, "active"),)),
    )
    archive.agreements.add(AgreementDraft(home, "mou", "Nota", fields=(code, "youth")))
    archive.programs.add(ProgramDraft(home, "Silat", fields=(code,)))
    source = Source(stock.put(archive), 1, 1)
    archive.findings.add(FindingDraft(home, "statement", source, "Ada.", field=code))


def test_a_term_in_use_cannot_be_removed(archive: Archive) -> None:
    code = archive.terms.add(TermDraft("fields", "Silat")).code
    _use(archive, code)
    assert archive.terms.get("fields", code).uses == 4
    with pytest.raises(TermInUse) as error:
        archive.terms.remove("fields", code)
    assert (error.value.name, error.value.count) == ("Silat", 4)
    archive.terms.hide("fields", code)
    assert code not in codes(archive, hidden=False) and code in codes(archive)
    program = archive.programs.find("Silat")
    assert archive.programs.change(
        program.id, ProgramDraft(program.partnership, "Silat dua", fields=program.fields)
    ).fields == (code,)


def test_it_is_known_where_every_changeable_term_is_used() -> None:
    changeable = {name for name in vocabulary.names() if vocabulary.editable(name)}
    assert changeable <= PLACES.keys() <= {*vocabulary.names()}


@pytest.mark.parametrize("vocabulary_name", sorted(PLACES))
def test_every_place_of_a_term_is_counted(archive: Archive, vocabulary_name: str) -> None:
    assert {each.uses for each in archive.terms.of(vocabulary_name)} == {0}
    for table, column, _part in PLACES[vocabulary_name]:
        assert issubclass(table, Base) and hasattr(table, column)
    assert vocabulary_name in vocabulary.names()


def test_what_the_reader_cannot_see_keeps_a_term(archive: Archive) -> None:
    code = archive.terms.add(TermDraft("document_kinds", "Nota dinas")).code
    stock.put(archive, "Rahasia", access=Access.SECRET, kind=code)
    assert archive.terms.get("document_kinds", code).uses == 0
    with pytest.raises(TermInUse) as error:
        archive.terms.remove("document_kinds", code)
    assert error.value.count == 0


def test_a_document_in_the_trash_keeps_its_kind(archive: Archive) -> None:
    code = archive.terms.add(TermDraft("document_kinds", "Nota dinas")).code
    document = stock.put(archive, kind=code)
    archive.documents.remove(document)
    with pytest.raises(TermInUse):
        archive.terms.remove("document_kinds", code)


def test_what_is_undone_leaves_no_unknown_code(archive: Archive) -> None:
    """A term goes only when nothing has it; what had it comes back only after the term."""
    joined = stock.join(archive)
    code = archive.terms.add(TermDraft("fields", "Silat")).code
    adding = archive.events.deeds(1)[0].number
    draft = ProgramDraft(joined.partnership.id, "Silat", fields=(code,))
    program = archive.programs.add(draft).id
    with pytest.raises(CannotUndo):
        archive.events.reverse(adding)
    archive.programs.remove(program)
    removing = archive.events.deeds(1)[0].number
    archive.terms.remove("fields", code)
    gone = archive.events.deeds(1)[0].number
    with pytest.raises(CannotUndo):
        archive.events.reverse(removing)
    archive.events.reverse(gone)
    archive.events.reverse(removing)
    assert archive.programs.get(program).fields == (code,)


def test_a_term_whose_label_was_taken_stays_in_the_trash(archive: Archive) -> None:
    code = archive.terms.add(TermDraft("fields", "Silat")).code
    archive.terms.remove("fields", code)
    gone = archive.events.deeds(1)[0].number
    archive.terms.add(TermDraft("fields", "Silat", code="silat_baru"))
    with pytest.raises(CannotUndo):
        archive.events.reverse(gone)
    assert code not in codes(archive)


def test_every_deed_can_be_undone(archive: Archive) -> None:
    before = archive.terms.of("fields")
    archive.terms.add(TermDraft("fields", "Silat", "Martial arts"))
    archive.terms.rename("fields", "silat", "Pencak silat", "Silat")
    archive.terms.hide("fields", "youth")
    archive.terms.reset("fields", "youth")
    archive.terms.remove("fields", "silat")
    told = [(deed.action, deed.name) for deed in archive.events.deeds()]
    assert told == [
        ("remove", "Pencak silat"),
        ("change", "pemuda"),
        ("change", "pemuda"),
        ("change", "Pencak silat"),
        ("add", "Silat"),
    ]
    assert [deed.action for deed in archive.events.trash()] == ["remove"]
    for _deed in told:
        archive.events.undo()
    assert archive.terms.of("fields") == before


def test_the_words_in_use_follow_the_archive_that_is_shown(archive: Archive) -> None:
    archive.speak()
    archive.terms.add(TermDraft("document_kinds", "Nota dinas"))
    archive.terms.rename("document_kinds", "mou", "naskah kerja sama", "cooperation paper")
    archive.terms.hide("document_kinds", "thesis")
    offered = [term.code for term in terms("document_kinds")]
    assert offered[-2:] == ["nota_dinas", "other"] and "thesis" not in offered
    assert label("document_kinds", "nota_dinas", "en") == "Nota dinas"
    assert label("document_kinds", "thesis", "id") == "skripsi/tesis/disertasi"
    assert kinds("nota-dinas") == ("nota_dinas",)
    assert kinds("naskah kerja sama") == kinds("MoU") == ("mou",)
    assert kinds("thesis") == ("thesis",)
    archive.events.undo()
    assert "thesis" in [term.code for term in terms("document_kinds")]
    archive.close()
    assert label("document_kinds", "mou", "id") == "nota kesepahaman"


def test_who_only_looks_changes_no_word(archive: Archive) -> None:
    with Archive.open(archive.folder, Mode.READ) as looking, pytest.raises(ReadOnly):
        looking.terms.add(TermDraft("fields", "Silat"))


def test_labels_may_be_swapped_in_a_file(archive: Archive) -> None:
    """Each is called as the other was: only all of them together are in order."""
    swapped = [
        {"vocabulary": "fields", "label_id": "budaya", "label_en": "culture", "code": "youth"},
        {"vocabulary": "fields", "label_id": "pemuda", "label_en": "youth", "code": "culture"},
    ]
    data = {"format": "kembar-catalogue", "version": 1, "terms": swapped}
    assert load(archive, data).counts["terms"] == 2
    assert dump(archive)["terms"] == swapped
    assert load(archive, data).counts["terms"] == 0
    assert archive.terms.get("fields", "youth").label_id == "budaya"


OFFICE = st.sampled_from(["fields", "verdicts", "actor_kinds"])


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_is_done_the_lists_stay_in_order(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("terms") / "arsip"
    with stock.fresh(folder) as archive:
        for _time in range(data.draw(st.integers(1, 8))):
            name = data.draw(OFFICE)
            one = data.draw(st.sampled_from(codes(archive, name)))
            words = data.draw(st.sampled_from(["pemuda", "silat", "aktif", "Silat", "media"]))
            doing = data.draw(st.sampled_from(["add", "rename", "hide", "show", "reset", "remove"]))
            before, deeds = archive.terms.of(name), len(archive.events.deeds())
            try:
                if doing == "add":
                    archive.terms.add(TermDraft(name, words))
                elif doing == "rename":
                    archive.terms.rename(name, one, words)
                else:
                    getattr(archive.terms, doing)(name, one)
            except (Invalid, NotFound):
                assert archive.terms.of(name) == before
                assert len(archive.events.deeds()) == deeds
            offered = [each for each in archive.terms.of(name) if not each.hidden]
            assert len({each.label_id.casefold() for each in offered}) == len(offered) > 0
            assert {term.code for term in vocabulary.shipped(name)} <= set(codes(archive, name))
