"""Validity, renewal, notice, fields and numbers of deeds."""

from __future__ import annotations

import pytest

from tests.archive.intake.suggestions.asking import deed, found, values


@pytest.mark.parametrize(
    ("clause", "validity"),
    [
        ("Nota ini berlaku untuk jangka waktu 5 (lima) tahun.", {"kind": "duration", "months": 60}),
        (
            "It shall remain in force for a period of three (3) years.",
            {"kind": "duration", "months": 36},
        ),
        ("Nota ini berlaku selama tiga tahun.", {"kind": "duration", "months": 36}),
        ("Nota ini berlaku selama 18 bulan.", {"kind": "duration", "months": 18}),
        ("Nota ini berlaku untuk jangka waktu yang tidak terbatas.", {"kind": "indefinite"}),
        ("It shall remain in force indefinitely.", {"kind": "indefinite"}),
        (
            "Nota ini berlaku sampai dengan tanggal 31 Desember 2020.",
            {"kind": "date", "ends": "2020-12-31"},
        ),
    ],
)
def test_validity(clause: str, validity: dict[str, object]) -> None:
    assert values(deed(done=clause), field="validity") == [validity]


@pytest.mark.parametrize(
    "clause",
    [
        "Nota ini berlaku selama 5 (tiga) tahun.",  # which of the two?
        "Nota ini dapat diperpanjang untuk jangka waktu 5 (lima) tahun berikutnya.",
        "Para Pihak bertemu sekali dalam dua tahun.",
    ],
)
def test_other_lengths_are_no_validity(clause: str) -> None:
    assert values(deed(done=clause), field="validity") == []


@pytest.mark.parametrize(
    ("clause", "renewal"),
    [
        ("Nota ini dapat diperpanjang atas persetujuan Para Pihak.", ["agreed"]),
        ("It may be extended by mutual consent.", ["agreed"]),
        ("Nota ini diperpanjang secara otomatis.", ["automatic"]),
        ("It shall be automatically renewed for another five years.", ["automatic"]),
        ("Nota ini tidak dapat diperpanjang.", ["none"]),
        ("Para Pihak menyusun program kegiatan.", []),
    ],
)
def test_renewal(clause: str, renewal: list[str]) -> None:
    assert values(deed(done=clause), field="renewal") == renewal


@pytest.mark.parametrize(
    ("clause", "months"),
    [
        (
            "Salah satu Pihak dapat mengakhiri nota ini dengan pemberitahuan tertulis "
            "6 (enam) bulan sebelumnya.",
            [6],
        ),
        ("Either Party may terminate it by giving three months' written notice.", [3]),
        ("Kelompok kerja bertemu setiap 6 (enam) bulan.", []),
    ],
)
def test_notice(clause: str, months: list[int]) -> None:
    assert values(deed(done=clause), field="notice") == months


@pytest.mark.parametrize(
    ("clause", "fields"),
    [
        (
            "bekerja sama dalam bidang pariwisata, pendidikan dan kesehatan.",
            "education health tourism",
        ),
        (
            "bidang-bidang sebagai berikut:\n1. pemuda dan olahraga;\n2. seni dan "
            "budaya; dan\n3. transportasi.",
            "culture transport youth_sport",
        ),
        (
            "in the following fields:\na) trade and investment;\nb) urban planning; "
            "and\nc) waste management.",
            "economy urban_management waste",
        ),
        ("dalam bidang budaya untuk meningkatkan ekonomi dan pariwisata.", "culture"),
        ("Para Pihak memajukan ekonomi dan pendidikan.", ""),
    ],
)
def test_fields(clause: str, fields: str) -> None:
    text = deed(articles=f"\nPasal 1\nTujuan\n\nPasal 2\nRuang\nPara Pihak {clause}\n\nPasal 3\n")
    assert " ".join(sorted(values(text, field="fields"))) == fields


def test_each_party_has_its_number() -> None:
    numbers = "NOMOR : 119/21/KSD/2021\nNOMOR : 134/4455/HK\n"
    text = deed(opening=numbers + "menurut Undang-Undang Nomor 23 Tahun 2014 tentang Daerah")
    assert sorted(values(text, field="numbers")) == ["119/21/KSD/2021", "134/4455/HK"]


def test_signatories_stand_beside_their_office() -> None:
    opening = "1. SUTRISNO HADI : Wali Kota Bandung, selanjutnya disebut PIHAK KESATU."
    (signatory,) = found(deed(opening=opening), field="signatories")
    assert signatory.value == {"name": "Sutrisno Hadi", "office": "Wali Kota Bandung", "side": "a"}
