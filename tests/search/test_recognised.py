"""What a query says beside its words is told with its place; plain words never are."""

from __future__ import annotations

import pytest
from hypothesis import given

from search.recognised import recognised
from tests.search.test_queries import lie_inside, typed

FACT_AND_PHRASE = [("fact", "tahun:1988"), ("phrase", '"3 Mei 1988"')]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("pemuda ATAU seni", [("operator", "ATAU")]),
        ("pemuda DEKAT/3 seni", [("operator", "DEKAT/3")]),
        ("pemuda tahun:2018..2022", [("fact", "tahun:2018..2022")]),
        ('Kota:"New York" seni', [("fact", 'Kota:"New York"')]),
        ("pemuda 2018..2022", [("years", "2018..2022")]),
        ("pemuda 2018.. tahun:..1995", [("years", "2018.."), ("fact", "tahun:..1995")]),
        ("seni ..1995 28.. 2018...", [("years", "..1995")]),
        ("seni 3 Mei 1988, 3/5/1988", [("years", "3 Mei 1988"), ("years", "3/5/1988")]),
        ('tahun:1988 "3 Mei 1988" 1988-05', [*FACT_AND_PHRASE, ("years", "1988-05")]),
        ("judul:seni pem*", [("field", "judul:seni"), ("pattern", "pem*")]),
        ('"kerja sama"~3 pertukarn~', [("phrase", '"kerja sama"~3'), ("pattern", "pertukarn~")]),
        ("seni -jenis:mou", [("fact", "-jenis:mou")]),
        ("BUKAN jenis:mou seni", [("operator", "BUKAN"), ("fact", "jenis:mou")]),
        ("-tahun:2018 -judul:seni", [("fact", "-tahun:2018"), ("field", "-judul:seni")]),
        ("seni -tokyo", [("operator", "-")]),
        ('-"kota tua" seni', [("operator", "-"), ("phrase", '"kota tua"')]),
        ("seni - tari kota-kota -2018 -415.4/12", []),
        ("NOTA KESEPAHAMAN KERJA SAMA JAKARTA -TOKYO", []),
        ("jenis:entahlah pemuda", []),
        ("kapan perjanjian ditandatangani?", []),
        ("pemuda dan olahraga", []),
        ("NOTA KESEPAHAMAN KOTA A DAN KOTA B", []),
        ("https://contoh.id", []),
        ("(pemuda", []),
    ],
)
def test_parts_are_told_with_their_places(query: str, wanted: list[tuple[str, str]]) -> None:
    assert [(part.kind, query[part.start : part.end]) for part in recognised(query)] == wanted


@given(query=typed)
def test_parts_lie_inside_what_was_typed(query: str) -> None:
    lie_inside(tuple((part.start, part.end) for part in recognised(query)), query)
