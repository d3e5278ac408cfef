"""Citations: what each format says of a thesis, an agreement, a report; read back by others."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.exchange.citing import Reference, apa, bibtex, csl, reference, references, ris
from archive.exchange.citing.authors import Author, authors
from archive.records import Access, Description, Document, Original
from tests.archive import stock

ODD = st.text(alphabet=st.sampled_from("{}\\&%$#_~^\"'@,;東京é<>|\n\t\x07 aB-="), max_size=14)


def _of(kind: str = "thesis", language: str = "id", **said: Any) -> Reference:
    described = Description(title=said.pop("title", "Diplomasi kota"), kind=kind, **said)
    original = Original(1, "ab" * 32, 1, "application/pdf", "a.pdf", "", "")
    document = Document(7, "u-7", described, original, 3, 0, "", "2026-01-01T00:00:00Z")
    return reference(document, "Arsip Kota", language)


def _bib(of: Reference) -> Any:
    library = parse_string(bibtex([of]))
    assert not library.failed_blocks and len(library.entries) == 1
    return library.entries[0]


def _ris(of: Reference) -> dict[str, Any]:
    (read,) = rispy.loads(ris([of]))
    return dict(read)


@pytest.mark.parametrize(
    ("creator", "found"),
    [
        ("Nadya Ayu Putri", [Author("Putri", "Nadya Ayu")]),
        ("Putri, Nadya; Budi Santoso", [Author("Putri", "Nadya"), Author("Santoso", "Budi")]),
        ("Dr. Siti Aminah, M.Si.", [Author("Aminah", "Siti")]),
        ("Universitas Indonesia", [Author("Universitas Indonesia")]),
        ("Suharto", [Author("Suharto")]),
        ("", []),
    ],
)
def test_people_are_turned_round_and_bodies_are_not(creator: str, found: list[Author]) -> None:
    assert list(authors(creator, "thesis")) == found


def test_only_works_of_scholars_have_names_turned_round() -> None:
    assert authors("Nadya Putri", "press") == (Author("Nadya Putri"),)


def test_apa_of_a_thesis_says_year_kind_page_and_archive() -> None:
    of = _of(creator="Nadya Putri; Budi Santoso", date="2022-08-01", reference_code="A-12")
    said = apa(of, "id", page="xii")
    assert said == (
        "Putri, N., & Santoso, B. (2022). Diplomasi kota [Skripsi/tesis/disertasi] (hlm. xii)."
        " Arsip Kota, A-12."
    )
    english = replace(of, genre="thesis or dissertation")
    assert "(p. 3)." in apa(english, "en", page="3")


def test_apa_of_an_agreement_without_author_begins_with_its_title() -> None:
    of = _of("mou", title="Nota <Kesepahaman> & lampiran", date="1988-09-03")
    said = apa(of, "id")
    assert said == (
        "Nota <Kesepahaman> & lampiran [Nota kesepahaman]. (1988, 3 September). Arsip Kota."
    )
    assert "(1988, September 3)." in apa(of, "en")


@pytest.mark.parametrize(
    ("date", "indonesian", "english"),
    [
        (None, "(t.t.)", "(n.d.)"),
        ("1992~", "(ca. 1992)", "(ca. 1992)"),
        ("2018/2022", "(2018–2022)", "(2018–2022)"),
        ("2018-09", "(2018, September)", "(2018, September)"),
        ("197X", "(ca. 1970–1979)", "(ca. 1970–1979)"),
        ("../1990", "(ca. 1990)", "(ca. 1990)"),
    ],
)
def test_apa_dates_say_what_is_known(date: str | None, indonesian: str, english: str) -> None:
    of = _of("press", date=date)
    assert indonesian in apa(of, "id")
    assert english in apa(of, "en")


def test_the_three_formats_say_the_same() -> None:
    of = _of(
        creator="Nadya Putri",
        date="2022-08",
        keywords="budaya; kota",
        language="id",
        reference_code="A-12",
    )
    (entry,) = json.loads(csl([of]))
    assert entry["type"] == "thesis" and entry["issued"] == {"date-parts": [[2022, 8]]}
    assert entry["author"] == [{"family": "Putri", "given": "Nadya"}]
    read = _ris(of)
    assert read["type_of_reference"] == "THES" and read["authors"] == ["Putri, Nadya"]
    assert (read["year"], read["keywords"]) == ("2022", ["budaya", "kota"])
    book = _bib(of)
    assert book.entry_type == "thesis" and book.key == "putri2022-7"
    assert (book["year"], book["month"], book["author"]) == ("2022", "8", "Putri, Nadya")
    assert book["number"] == "A-12" and entry["archive_location"] == "A-12"


def test_a_doubted_year_is_not_told_as_certain() -> None:
    of = _of("mou", date="1992~")
    assert _bib(of)["note"].startswith("ca. 1992;") and _ris(of)["notes"][0].startswith("ca. 1992;")
    assert json.loads(csl([of]))[0]["issued"]["circa"] is True


def test_who_keeps_a_work_is_never_said_to_have_issued_it() -> None:
    book = _bib(_of(creator="Nadya Putri"))
    assert book["library"] == "Arsip Kota" and "institution" not in book.fields_dict
    report = _bib(_of("activity_report", creator="Biro Kerja Sama; Nadya Putri"))
    assert report["institution"] == "{Biro Kerja Sama}"


def test_a_body_stays_whole_and_an_own_kind_is_a_document() -> None:
    of = _of("own_kind", creator="Biro Kerja Sama")
    assert json.loads(csl([of]))[0]["author"] == [{"literal": "Biro Kerja Sama"}]
    assert _bib(of)["author"] == "{Biro Kerja Sama}" and _bib(of).entry_type == "misc"
    assert _ris(of)["type_of_reference"] == "GEN"


@settings(max_examples=120, deadline=None)
@given(title=ODD, creator=ODD, code=ODD, scope=ODD)
def test_whatever_a_paper_is_called_each_file_is_read_whole(
    title: str, creator: str, code: str, scope: str
) -> None:
    of = _of(title=f"T{title}", creator=creator, reference_code=code, scope=scope)
    book = _bib(of)
    assert book["title"].count("{") == book["title"].count("}")
    assert _ris(of)["title"] == of.title
    (entry,) = json.loads(csl([of]))
    assert entry["title"] == of.title and "\n" not in of.title
    assert of.title in apa(of, "id")


def test_nothing_above_the_reader_is_cited(tmp_path: Any) -> None:
    with stock.fresh(tmp_path / "arsip") as archive:
        seen = stock.put(archive, "Terbuka")
        secret = stock.put(archive, "Rahasia", access=Access.SECRET)
        found = list(references(archive, (secret, seen), "id"))
    assert [each.title for each in found] == ["Terbuka"]
