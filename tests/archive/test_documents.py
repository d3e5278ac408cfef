"""Documents: the table, the descriptions, the pages, and what a reader may know of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from archive.archive import Archive, Mode
from archive.catalogue.document_table import ORDERS
from archive.errors import Ambiguous, Invalid, NotFound, OriginalMissing
from archive.records import Access, Description, Document, DocumentQuery, Original, PageState
from archive.storage.tables import DocumentRow
from tests.archive import stock

SAID = [field.name for field in fields(Description) if field.name != "access"]
TITLES = ("Surat Ä", "nota 10", "Nota 2", "laporan 100%", "Laporan_x", "surat")


@pytest.fixture
def filled(archive: Archive) -> Archive:
    for number, title in enumerate(TITLES):
        kind = "mou" if "ota" in title else "correspondence"
        date = str(2000 + number) if number % 2 else None
        stock.put(archive, title, ["satu", ""][: number % 2 + 1], kind=kind, date=date)
    return archive


def titles(archive: Archive, **query: object) -> list[str]:
    found = archive.documents.table(DocumentQuery(**query))  # type: ignore[arg-type]
    return [document.description.title for document in found]


def test_titles_are_sorted_without_regard_to_case(filled: Archive) -> None:
    assert titles(filled, order="title", descending=False) == [
        "laporan 100%",
        "Laporan_x",
        "nota 10",
        "Nota 2",
        "surat",
        "Surat Ä",
    ]


@given(
    order=st.sampled_from(sorted(ORDERS)),
    descending=st.booleans(),
    kind=st.sampled_from([None, "mou", "correspondence"]),
    words=st.sampled_from(["", "nota", "100%", "_", "surat TXT", "tidak ada"]),
    size=st.integers(1, 4),
)
def test_windows_put_together_are_the_whole_table(
    office: Archive, order: str, descending: bool, kind: str | None, words: str, size: int
) -> None:
    query = DocumentQuery(words, kind, None, order, descending, limit=100)
    whole = office.documents.table(query)
    parts: list[Document] = []
    for offset in range(0, len(TITLES) + size, size):
        parts += office.documents.table(replace(query, limit=size, offset=offset))
    assert tuple(parts) == whole
    assert office.documents.count(query) == len(whole)
    back = office.documents.table(replace(query, descending=not descending))
    assert back == tuple(reversed(whole))
    for document in whole:
        names = f"{document.description.title} {document.original.name}".lower()
        assert all(word in names for word in words.lower().split())
        assert kind in (None, document.description.kind)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """One archive that all examples look at."""
    folder = tmp_path_factory.mktemp("office") / "a"
    with stock.fresh(folder, "Biro") as archive:
        for number, title in enumerate(TITLES):
            kind = "mou" if "ota" in title else "correspondence"
            date = str(2000 + number) if number % 2 else None
            stock.put(archive, title, ["satu", ""][: number % 2 + 1], kind=kind, date=date)
    with Archive.open(folder, Mode.READ) as reader:
        yield reader


@pytest.mark.parametrize(
    ("order", "index"),
    [("imported", "ix_documents_imported"), ("kind", "ix_documents_kind"), ("id", None)],
)
def test_the_orders_people_begin_with_are_read_from_an_index(
    archive: Archive, order: str, index: str | None
) -> None:
    plan = _plan(archive, DocumentQuery(order=order))
    assert "TEMP B-TREE" not in plan
    assert index is None or index in plan


def _plan(archive: Archive, query: DocumentQuery) -> str:
    from archive.catalogue import document_table

    chosen = document_table.chosen(query, Access.OPEN)
    with archive._database.reading() as session:
        dialect = session.get_bind().dialect
        sql = str(chosen.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
        return str(session.execute(text(f"EXPLAIN QUERY PLAN {sql}")).all())


def test_a_description_is_kept_tidy(archive: Archive) -> None:
    document = stock.put(archive)
    described = archive.documents.describe(
        document,
        Description(
            title=" Nota \n kesepahaman ",
            kind="mou",
            reference_code=" 012/A ",
            date="3 September 1988",
            creator="Biro Kerja Sama",
            language="id",
            scope="baris satu\r\nbaris dua ",
            access=Access.OPEN,
        ),
    )
    assert described == archive.documents.get(document)
    said = described.description
    assert (said.title, said.reference_code, said.date) == (
        "Nota kesepahaman",
        "012/A",
        "1988-09-03",
    )
    assert said.scope == "baris satu\nbaris dua"


@pytest.mark.parametrize(
    ("description", "rule"),
    [
        (Description(" "), ("title", "empty")),
        (Description("A", kind="poem"), ("kind", "unknown")),
        (Description("A", date="soon"), ("date", "not_a_date")),
        (Description("A", access=Access.RESTRICTED), ("access", "above_reader")),
    ],
)
def test_a_wrong_description_is_refused(
    archive: Archive, description: Description, rule: tuple[str, str]
) -> None:
    document = stock.put(archive)
    before = archive.documents.get(document)
    with pytest.raises(Invalid) as caught:
        archive.documents.describe(document, description)
    assert (caught.value.field, caught.value.rule) == rule
    assert archive.documents.get(document) == before


def test_all_that_is_said_of_a_document_stands_in_its_place(archive: Archive) -> None:
    document = stock.put(archive, access=Access.CONFIDENTIAL)
    with archive._database.writing(archive.announce) as writing:
        row = writing.session.get_one(DocumentRow, document)
        for number, name in enumerate(SAID):
            setattr(row, name, number if name.endswith("year") else name)
        row.page_count, row.waiting_count, row.confirmed, row.trouble = 7, 3, "then", "password"
    with Archive.open(archive.folder, Mode.READ, Access.SECRET) as reader:
        found = reader.documents.some([99, document])
        with reader._database.reading() as session:
            row = session.get_one(DocumentRow, document)
            original = Original(*(getattr(row.original, field.name) for field in fields(Original)))
            said = {name: getattr(row, name) for name in SAID} | {"access": Access.CONFIDENTIAL}
            whole = Description(**said), original, 7, 3, "password", row.imported, 0, "then"
            assert found == {document: Document(document, row.uuid, *whole)}
        assert isinstance(found[document].description.access, Access)
        assert reader.documents.get(document) == found[document]


def test_pages_come_with_the_text_that_counts(archive: Archive) -> None:
    document = stock.put(archive, "Surat", ["satu", "", "tiga"])
    pages = archive.documents.pages(document)
    assert [page.text for page in pages] == ["satu", "", "tiga"]
    assert [page.state for page in pages] == [PageState.TEXT, PageState.WAITING, PageState.TEXT]
    assert archive.documents.page(document, 3) == pages[2]
    assert pages[2].label == "i3"
    asked = [(document, 3), (document, 1), (document, 4), (99, 1)]
    assert archive.documents.pages_at(asked) == {(document, 3): pages[2], (document, 1): pages[0]}
    assert archive.documents.pages_at([]) == {}
    with pytest.raises(NotFound):
        archive.documents.page(document, 4)


def test_all_can_be_streamed_for_the_index(archive: Archive) -> None:
    ids = [stock.put(archive, f"Surat {n}", ["a", "b"], access=Access(n % 4)) for n in range(70)]
    assert archive.documents.ids() == tuple(ids)
    wanted = [*reversed(ids), 999]
    streamed = list(archive.documents.entries(wanted))
    assert [document.id for document, _ in streamed] == wanted[:-1]
    assert all([page.text for page in pages] == ["a", "b"] for _, pages in streamed)


@pytest.mark.parametrize("wanted", ["1", "012/A", "nota KESEPAHAMAN", "Laporan.txt"])
def test_a_document_is_found_by_its_names(archive: Archive, wanted: str) -> None:
    document = stock.put(archive, "Laporan")
    archive.documents.describe(document, Description("Nota kesepahaman", reference_code="012/A"))
    stock.put(archive, "Surat")
    assert archive.documents.find(wanted).id == document
    with pytest.raises(NotFound):
        archive.documents.find("Rencana")
    stock.put(archive, "Surat")
    with pytest.raises(Ambiguous):
        archive.documents.find("Surat")


def test_an_original_is_found_by_its_digest_and_place(archive: Archive) -> None:
    document = archive.documents.get(stock.put(archive))
    assert archive.documents.by_sha256(document.original.sha256) == document
    with pytest.raises(NotFound):
        archive.documents.by_sha256("0" * 64)
    path = archive.documents.original_path(document.id)
    assert path.stat().st_size == document.original.size
    path.chmod(0o644)
    path.unlink()
    with pytest.raises(OriginalMissing):
        archive.documents.original_path(document.id)


def test_what_lies_above_the_level_is_not_there(archive: Archive) -> None:
    hidden = stock.put(archive, "Rahasia", access=Access.SECRET)
    shown = stock.put(archive, "Surat")
    with Archive.open(archive.folder, Mode.READ, Access.SECRET) as reader:
        sha256 = reader.documents.get(hidden).original.sha256
        assert len(reader.documents.table(DocumentQuery())) == 2
    documents = archive.documents
    for call in (documents.get, documents.pages, documents.original_path):
        with pytest.raises(NotFound):
            call(hidden)
    for ask in (
        lambda: documents.find("Rahasia"),
        lambda: documents.find(str(hidden)),
        lambda: documents.by_sha256(sha256),
        lambda: documents.page(hidden, 1),
        lambda: documents.describe(hidden, Description("Surat")),
    ):
        with pytest.raises(NotFound):
            ask()
    assert documents.pages_at([(hidden, 1), (shown, 1)]).keys() == {(shown, 1)}
    assert [document.id for document in documents.table(DocumentQuery())] == [shown]
    assert documents.count(DocumentQuery()) == 1
    assert documents.visible() == frozenset({shown})
