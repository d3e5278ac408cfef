"""Evidence: a link stands only where its document, pages, years and words do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from archive.archive import Archive, Mode
from archive.catalogue.names import block
from archive.errors import InUse, Invalid, NotFound
from archive.records import Access, LinkDraft, Target
from archive.storage.tables import LinkRow
from archive.text import fold
from tests.archive import stock
from tests.archive.stock import Joined

PAGES = (
    "Program pertukaran pemuda diadakan\npada tahun 2018 di Tokyo dan pelak-",
    "sanaannya dinilai baik. Anggaran  terbatas.",
    "",
    "Halaman terakhir.",
)


@pytest.fixture
def joined(archive: Archive) -> Joined:
    return stock.join(archive)


@pytest.fixture
def document(archive: Archive, joined: Joined) -> int:
    return stock.put(archive, "Laporan", PAGES)


def draft(joined: Joined, document: int, **values: object) -> LinkDraft:
    given: dict[str, object] = {
        "document": document,
        "first_page": 1,
        "last_page": 1,
        "target": Target.PROGRAM,
        "target_id": joined.program.id,
    }
    return LinkDraft(**given | values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "last", "quote"),
    [
        (1, 1, "pertukaran pemuda"),
        (1, 1, "diadakan pada tahun 2018"),  # over a line's end
        (1, 1, "PERTUKARAN   pemuda"),
        (1, 2, "pelaksanaannya dinilai"),  # over a page break, and hyphenated there
        (1, 4, "Anggaran terbatas"),
        (2, 2, "Anggaran terbatas."),
        (4, 4, ""),
    ],
)
def test_a_quote_that_stands_there_is_kept_with_its_place(
    archive: Archive, joined: Joined, document: int, first: int, last: int, quote: str
) -> None:
    link = archive.links.add(draft(joined, document, first_page=first, last_page=last, quote=quote))
    assert archive.links.get(link.id) == link
    with archive._database.reading() as session:
        anchor = session.get_one(LinkRow, link.id).anchor
    if not quote:
        assert anchor is None
        return
    assert anchor is not None
    begins, ends = PAGES[anchor["page"] - 1], PAGES[anchor["end_page"] - 1]
    words = quote.casefold().split()
    assert begins[anchor["start"] :].casefold().startswith(words[0][:5])
    assert ends[: anchor["end"]].casefold().endswith(words[-1][-5:])


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"first_page": 0}, ("pages", "below_one")),
        ({"first_page": 2}, ("pages", "order")),
        ({"last_page": 5}, ("pages", "beyond_end")),
        ({"first_year": 2018}, ("years", "half")),
        ({"last_year": 2018}, ("years", "half")),
        ({"first_year": 2018, "last_year": 2017}, ("years", "order")),
        ({"first_year": 18, "last_year": 19}, ("years", "not_a_year")),
        ({"quote": "pertukaran budaya"}, ("quote", "not_on_pages")),
        ({"quote": "Anggaran terbatas"}, ("quote", "not_on_pages")),  # on the next page
        ({"first_page": 3, "last_page": 3, "quote": "apa saja"}, ("quote", "no_text")),
    ],
)
def test_what_does_not_stand_is_refused(
    archive: Archive,
    joined: Joined,
    document: int,
    values: dict[str, object],
    rule: tuple[str, str],
) -> None:
    kept = archive.links.add(draft(joined, document))
    for call in (archive.links.add, lambda new: archive.links.change(kept.id, new)):
        with pytest.raises(Invalid) as caught:
            call(draft(joined, document, **values))
        assert (caught.value.field, caught.value.rule) == rule
    assert archive.links.of_document(document) == (kept,)


@pytest.mark.parametrize("target", list(Target))
def test_a_link_has_one_target_that_is_there(
    archive: Archive, joined: Joined, document: int, target: Target
) -> None:
    with pytest.raises(NotFound):
        archive.links.add(draft(joined, document, target=target, target_id=99))
    with pytest.raises(NotFound):
        archive.links.add(draft(joined, 99))


def test_a_link_can_be_aimed_anew_and_removed(
    archive: Archive, joined: Joined, document: int
) -> None:
    link = archive.links.add(draft(joined, document))
    new = draft(joined, document, target=Target.PARTNERSHIP, target_id=joined.partnership.id)
    changed = archive.links.change(link.id, new)
    assert (changed.target, changed.target_id) == (Target.PARTNERSHIP, joined.partnership.id)
    assert archive.links.evidence(Target.PROGRAM, joined.program.id) == ()
    [found] = archive.links.evidence(Target.PARTNERSHIP, joined.partnership.id)
    assert (found.link, found.title, found.first_label) == (changed, "Laporan", "i1")
    assert archive.documents.get(document).links == 1
    archive.links.remove(link.id)
    assert archive.documents.get(document).links == 0
    for call in (archive.links.get, archive.links.remove):
        with pytest.raises(NotFound):
            call(link.id)


def test_links_from_hidden_documents_are_not_there(archive: Archive, joined: Joined) -> None:
    hidden = stock.put(archive, "Rahasia", access=Access.CONFIDENTIAL)
    archive.close()
    with Archive.open(archive.folder, access=Access.CONFIDENTIAL) as keeper:
        link = keeper.links.add(draft(joined, hidden))
        assert len(keeper.partnerships.dossier(joined.partnership.id).evidence) == 1
    with Archive.open(archive.folder) as reader:
        assert reader.links.evidence(Target.PROGRAM, joined.program.id) == ()
        dossier = reader.partnerships.dossier(joined.partnership.id)
        assert dossier.evidence == ()
        for call, item in (
            (reader.links.get, link.id),
            (reader.links.remove, link.id),
            (reader.links.of_document, hidden),
        ):
            with pytest.raises(NotFound):
                call(item)
        with pytest.raises(InUse) as caught:  # it cannot go, but how many hold it is not said
            reader.programs.remove(joined.program.id)
        assert caught.value.count == 0
    with Archive.open(archive.folder, Mode.READ, Access.SECRET) as reader:
        assert len(reader.links.of_document(hidden)) == 1


WORDS = st.text("abcXé-\u00ad\n ", min_size=1, max_size=40)


@given(st.lists(WORDS, min_size=1, max_size=3), st.data())
def test_any_words_of_some_pages_can_be_quoted_and_found_again(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], data: st.DataObject
) -> None:
    whole = "\n".join(texts)
    start = data.draw(st.integers(0, len(whole) - 1))
    quote = whole[start : data.draw(st.integers(start + 1, len(whole)))]
    if not fold(quote):
        return
    with stock.fresh(tmp_path_factory.mktemp("any") / "a", "Biro") as archive:
        joined, document = stock.join(archive), stock.put(archive, "Surat", texts)
        archive.links.add(draft(joined, document, last_page=len(texts), quote=quote))
        with archive._database.reading() as session:
            anchor = session.scalars(select(LinkRow)).one().anchor
    assert anchor is not None
    begins = [sum(len(text) + 1 for text in texts[:at]) for at in range(len(texts))]
    found = whole[begins[anchor["page"] - 1] + anchor["start"] :]
    found = found[: begins[anchor["end_page"] - 1] + anchor["end"] - len(whole) + len(found)]
    assert fold(found).replace("-", "") == fold(block(quote)).replace("-", "")
