"""Findings: each stands on a page; contradictions stand side by side; levels hide."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.archive import Archive, Mode
from archive.changes import Kind
from archive.errors import InUse, Invalid, NotFound
from archive.records import Access, CityDraft, FindingDraft, PartnershipDraft, ProgramDraft, Source
from archive.text import find_quote
from archive.vocabulary import codes
from tests.archive import stock
from tests.archive.stock import Joined

PAGES = (
    "Hambatan utama ialah anggaran yang terbatas\ndan komunikasi yang terputus pada tahun 2018.",
    "",
    "Kerja sama ini dinilai berhasil. Kerja sama ini dinilai gagal.",
)


@pytest.fixture
def joined(archive: Archive) -> Joined:
    return stock.join(archive)


@pytest.fixture
def document(archive: Archive, joined: Joined) -> int:
    return stock.put(archive, "Laporan", PAGES)


def draft(
    joined: Joined, document: int, quote: str = "anggaran", page: int = 1, **values: object
) -> FindingDraft:
    given: dict[str, object] = {"kind": "obstacle", "source": Source(document, page, page, quote)}
    return FindingDraft(joined.partnership.id, **given | values)  # type: ignore[arg-type]


def test_a_finding_is_kept_with_its_source(archive: Archive, joined: Joined, document: int) -> None:
    written = draft(
        *(joined, document, "anggaran yang terbatas"),
        statement="Anggaran  terbatas",
        program=joined.program.id,
        theme="budget",
        field="culture",
        polarity="negative",
        side="both",
        first_year=2018,
        last_year=2019,
        note="dari bab 4",
    )
    found = archive.findings.add(written)
    assert found.values == replace(written, statement=found.values.statement)
    assert (found.title, found.first_label, found.last_label) == ("Laporan", "i1", "i1")
    assert archive.findings.of(joined.partnership.id) == (found,)
    assert archive.findings.of_document(document) == (found,)
    assert archive.findings.get(found.id) == found


def test_without_a_source_nothing_is_saved(archive: Archive, joined: Joined, document: int) -> None:
    with pytest.raises(NotFound):
        archive.findings.add(draft(joined, 0))
    with pytest.raises(NotFound):
        archive.findings.add(draft(joined, document + 99))
    for page, rule in ((0, "below_one"), (4, "beyond_end")):
        with pytest.raises(Invalid) as refused:
            archive.findings.add(draft(joined, document, page=page))
        assert (refused.value.field, refused.value.rule) == ("pages", rule)
    assert archive.findings.of(joined.partnership.id) == ()


@pytest.mark.parametrize("quote", ["anggaran yang  terbatas dan", "HAMBATAN\nutama", "2018."])
def test_a_quote_stands_with_white_space_folded(
    archive: Archive, joined: Joined, document: int, quote: str
) -> None:
    found = archive.findings.add(draft(joined, document, quote))
    assert find_quote(found.values.source.quote, PAGES[0]) is not None


@pytest.mark.parametrize(
    ("quote", "page", "rule"),
    [
        ("anggaran melimpah", 1, "not_on_pages"),
        ("anggaran", 3, "not_on_pages"),
        ("a", 2, "no_text"),
    ],
)
def test_a_quote_that_stands_elsewhere_is_refused(
    archive: Archive, joined: Joined, document: int, quote: str, page: int, rule: str
) -> None:
    with pytest.raises(Invalid) as refused:
        archive.findings.add(draft(joined, document, quote, page))
    assert (refused.value.field, refused.value.rule) == ("quote", rule)


def test_without_a_statement_the_quote_is_it(
    archive: Archive, joined: Joined, document: int
) -> None:
    assert archive.findings.add(draft(joined, document)).values.statement == "anggaran"
    with pytest.raises(Invalid) as refused:
        archive.findings.add(draft(joined, document, ""))
    assert (refused.value.field, refused.value.rule) == ("statement", "empty")


def test_what_contradicts_itself_stands_side_by_side(
    archive: Archive, joined: Joined, document: int
) -> None:
    good = draft(joined, document, "dinilai berhasil", 3, kind="verdict", value="successful")
    bad = draft(joined, document, "dinilai gagal", 3, kind="verdict", value="unsuccessful")
    both = archive.findings.add(good), archive.findings.add(bad)
    again = archive.findings.add(good)  # the same twice: two sources may say the same
    assert archive.findings.of(joined.partnership.id) == (*both, again)


def test_named_in_the_source_but_empty(archive: Archive, joined: Joined, document: int) -> None:
    found = archive.findings.add(draft(joined, document, empty=True))
    assert (found.values.empty, found.values.statement) == (True, "")
    with pytest.raises(Invalid) as refused:
        archive.findings.add(draft(joined, document, empty=True, statement="Anggaran"))
    assert (refused.value.field, refused.value.rule) == ("statement", "superfluous")


@pytest.mark.parametrize(
    "kind", [kind for kind in sorted(codes("finding_kinds")) if kind != "verdict"]
)
def test_only_a_verdict_has_a_value(
    archive: Archive, joined: Joined, document: int, kind: str
) -> None:
    with pytest.raises(Invalid) as refused:
        archive.findings.add(draft(joined, document, kind=kind, value="successful"))
    assert (refused.value.field, refused.value.rule) == ("value", "superfluous")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("kind", "rumour"), ("theme", "weather"), ("field", "magic"), ("polarity", "maybe")),
        *(("side", "c"), ("follow_up", "soon")),
    ],
)
def test_terms_come_from_their_vocabularies(
    archive: Archive, joined: Joined, document: int, field: str, value: str
) -> None:
    with pytest.raises(Invalid) as refused:
        archive.findings.add(draft(joined, document, **{field: value}))  # type: ignore[arg-type]
    assert (refused.value.field, refused.value.rule) == (field, "unknown")
    with pytest.raises(Invalid) as refused:
        archive.findings.add(draft(joined, document, kind="verdict", value="splendid"))
    assert (refused.value.field, refused.value.rule) == ("value", "unknown")


def test_determinants_stand_in_their_order(archive: Archive, joined: Joined, document: int) -> None:
    for number in (3, 1, None, 5, 2, 4):
        said = draft(joined, document, kind="determinant", number=number, framework="Tjandradewi")
        archive.findings.add(said)
    archive.findings.add(draft(joined, document))
    found = [each.values for each in archive.findings.of(joined.partnership.id)]
    assert [each.number for each in found] == [None, 1, 2, 3, 4, 5, None]
    assert {each.framework for each in found[1:]} == {"Tjandradewi"}
    assert found[0].kind == "obstacle"  # as the vocabulary has the kinds
    with pytest.raises(Invalid) as refused:
        archive.findings.add(draft(joined, document, kind="determinant", number=0))
    assert (refused.value.field, refused.value.rule) == ("number", "below_one")


def test_a_program_belongs_to_the_partnership(
    archive: Archive, joined: Joined, document: int
) -> None:
    seoul = archive.cities.add(CityDraft("Seoul"))
    other = archive.partnerships.add(PartnershipDraft(joined.jakarta.id, seoul.id))
    program = archive.programs.add(ProgramDraft(other.id, "Festival"))
    with pytest.raises(Invalid) as refused:
        archive.findings.add(draft(joined, document, program=program.id))
    assert (refused.value.field, refused.value.rule) == ("program", "other_partnership")


def test_years_are_both_or_none(archive: Archive, joined: Joined, document: int) -> None:
    for years in ((2018, None), (None, 2018), (2019, 2018), (18, 19)):
        with pytest.raises(Invalid) as refused:
            archive.findings.add(draft(joined, document, first_year=years[0], last_year=years[1]))
        assert refused.value.field == "years"


def test_a_program_that_moves_takes_its_findings_along(
    archive: Archive, joined: Joined, document: int
) -> None:
    seoul = archive.cities.add(CityDraft("Seoul"))
    other = archive.partnerships.add(PartnershipDraft(joined.jakarta.id, seoul.id))
    found = archive.findings.add(draft(joined, document, program=joined.program.id))
    archive.programs.change(joined.program.id, ProgramDraft(other.id, joined.program.name))
    moved = archive.findings.get(found.id).values
    assert (moved.partnership, moved.program) == (other.id, joined.program.id)


def test_what_is_removed_comes_back_from_the_trash(
    archive: Archive, joined: Joined, document: int
) -> None:
    found = archive.findings.add(draft(joined, document))
    archive.findings.remove(found.id)
    assert archive.findings.of(joined.partnership.id) == ()
    archive.events.undo()
    assert archive.findings.of(joined.partnership.id) == (found,)


def test_changing_keeps_the_finding_and_checks_the_same(
    archive: Archive, joined: Joined, document: int
) -> None:
    found = archive.findings.add(draft(joined, document))
    with pytest.raises(Invalid):
        archive.findings.change(found.id, draft(joined, document, "nirwana"))
    changed = archive.findings.change(found.id, draft(joined, document, kind="weakness"))
    assert (changed.id, changed.uuid) == (found.id, found.uuid)
    assert changed.values.kind == "weakness"


def test_findings_of_documents_above_the_level_are_not_there(
    archive: Archive, joined: Joined
) -> None:
    secret = stock.put(archive, "Rahasia", PAGES)
    found = archive.findings.add(draft(joined, secret))
    folder = archive.folder
    description = archive.documents.get(secret).description
    restricted = [level for level in Access if level is not Access.OPEN][-1]
    archive.close()
    with Archive.open(folder, Mode.WRITE, max(Access)) as seeing:
        seeing.documents.describe(secret, replace(description, access=restricted))
        assert seeing.findings.of(joined.partnership.id) == (found,)
    with Archive.open(folder, Mode.WRITE, Access.OPEN) as reader:
        assert reader.findings.of(joined.partnership.id) == ()
        assert reader.partnerships.dossier(joined.partnership.id).findings == ()
        for call in (reader.findings.get, reader.findings.remove):
            with pytest.raises(NotFound):
                call(found.id)
        with pytest.raises(NotFound):
            reader.findings.of_document(secret)
        with pytest.raises(NotFound):
            reader.findings.change(found.id, draft(joined, secret))
        with pytest.raises(InUse):
            reader.partnerships.remove(joined.partnership.id)


def test_each_change_is_announced(archive: Archive, joined: Joined, document: int) -> None:
    heard: list[frozenset[int]] = []
    archive.subscribe(lambda changes: heard.append(frozenset(changes.ids(Kind.FINDING))))
    found = archive.findings.add(draft(joined, document))
    archive.findings.change(found.id, draft(joined, document, kind="weakness"))
    archive.findings.remove(found.id)
    assert heard == [{found.id}] * 3


WORDS = PAGES[0].split()


@given(
    start=st.integers(0, len(WORDS) - 1),
    count=st.integers(1, len(WORDS)),
    gaps=st.lists(st.sampled_from([" ", "\n", "  ", "\t", "\u00a0"]), min_size=30, max_size=30),
)
def test_any_stretch_of_words_is_a_quote_however_it_is_spaced(
    tmp_path_factory: pytest.TempPathFactory, start: int, count: int, gaps: list[str]
) -> None:
    said = WORDS[start : start + count]
    quote = "".join(word + gap for word, gap in zip(said, gaps, strict=False))
    with stock.fresh(tmp_path_factory.mktemp("k") / "a") as archive:
        joined = stock.join(archive)
        found = archive.findings.add(draft(joined, stock.put(archive, "L", PAGES), quote))
        assert found.values.source.quote.split() == said


def test_what_would_go_along_is_counted(archive: Archive, joined: Joined, document: int) -> None:
    archive.findings.add(draft(joined, document, program=joined.program.id))
    assert archive.programs.hanging(joined.program.id) == {Kind.FINDING: 1}
    along = {Kind.FINDING: 1, Kind.PROGRAM: 1}
    assert archive.partnerships.hanging(joined.partnership.id) == along


def test_a_verdict_stands_alone(archive: Archive, joined: Joined, document: int) -> None:
    with pytest.raises(Invalid) as refused:
        archive.findings.add(draft(joined, document, kind="verdict", number=1))
    assert (refused.value.field, refused.value.rule) == ("number", "superfluous")


@pytest.mark.parametrize("kind", sorted(codes("finding_kinds") - {"verdict"}))
def test_what_a_source_tells_in_order_is_numbered(
    archive: Archive, joined: Joined, document: int, kind: str
) -> None:
    found = archive.findings.add(draft(joined, document, kind=kind, number=2))
    assert found.values.number == 2


def test_only_determinants_have_a_framework(
    archive: Archive, joined: Joined, document: int
) -> None:
    with pytest.raises(Invalid) as refused:
        archive.findings.add(draft(joined, document, kind="mechanism", framework="Ringrose"))
    assert (refused.value.field, refused.value.rule) == ("framework", "superfluous")
