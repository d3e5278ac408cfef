"""What sources say in the partnership summary: by kind, with pages, and side by side."""

from __future__ import annotations

import re
from dataclasses import replace

from archive.records import FieldStatus, LeftOut, Pause, Relation, Signatory, Target, Validity
from archive.reports.gathering import Gathered
from archive.reports.narrowing import within
from archive.reports.request import ReportRequest
from tests.archive.reports.dossiers import PARTNERSHIP, Made, partnership
from tests.archive.reports.reading import PRINTED, printed_of, read, sources_of, summary
from tests.archive.reports.test_differing import CHRONICLE, YEARBOOK
from tests.archive.reports.test_partnership_summary import in_order


def told() -> Made:
    """A partnership with something of each kind."""
    made = Made()
    made.finding("verdict", "Dinilai aktif.", value="active", document=2, page=3)
    for number, said in enumerate(("Ibu kota.", "Komitmen.", "Komunitas."), 1):
        made.finding("supporting_factor", said, number=number, document=2, page=4)
    made.finding("obstacle", "Anggaran terbatas.", theme="budget", document=2, page=5)
    made.finding("weakness", "Tanpa evaluasi.", theme="evaluation", document=3)
    made.finding("benefit", "Warga saling mengenal.", side="both", document=2)
    made.finding("benefit", "Seniman tampil.", side="a", document=2)
    made.finding("benefit", "Tanpa kota.", document=2)
    made.finding("recommendation", "Evaluasi berkala.", addressee="Pemerintah", follow_up="open")
    made.finding("recommendation", "Kegiatan digital.", addressee="Pemerintah", follow_up="done")
    made.finding("recommendation", "Ikut serta.", addressee="Komunitas", follow_up="begun")
    made.finding("statement", CHRONICLE, side="a", first_year=1988, last_year=1988, document=4)
    made.finding("statement", "Hal lain.", document=4)
    made.finding("statement", YEARBOOK, side="a", first_year=1988, last_year=1988, document=5)
    made.role("Komunitas Jepang", None, "both", "pendukung")
    return made


def test_findings_read_by_kind_and_each_citation_resolves() -> None:
    made = told()
    printed = read(summary(made.dossier()))
    assert in_order(
        printed.flow,
        *("Temuan", "Faktor pendukung", "1. Ibu kota.", "2. Komitmen.", "3. Komunitas."),
        *("Hambatan", "Anggaran terbatas.", "Manfaat", "Bagi Jakarta", "Seniman tampil."),
        *("Bagi kedua kota", "Warga saling mengenal.", "Tanpa menyebut kota", "Tanpa kota."),
        *("Keterangan", "Evaluasi", "Penilaian", "Aktif. Dinilai aktif.", "Kelemahan"),
        *("Rekomendasi terbuka", "Evaluasi berkala.", "Belum ditindaklanjuti", "Komunitas"),
        *("Ikut serta.", "Rekomendasi yang sudah ditutup", "Kegiatan digital.", "Pelaku"),
        *("Komunitas Jepang", "Kedua kota", "pendukung"),
    )
    for each in made.findings:
        at = each.values.source
        found = re.search(
            re.escape(each.values.statement) + rf"”? \[(\d+), hlm\. {at.first_page}\]", printed.flow
        )
        assert found, each.values.statement
        assert f"nomor {at.document}." in printed.sources[int(found[1])][0]


def test_sources_that_differ_stand_side_by_side_and_none_is_chosen() -> None:
    flow = read(summary(told().dossier(), "en")).flow
    assert in_order(flow, "Sources differ:", CHRONICLE, YEARBOOK, "Hal lain.")
    assert flow.count("Sources differ:") == 1
    assert flow.count(CHRONICLE) == flow.count(YEARBOOK) == 1


def test_sources_that_differ_stand_on_one_page_wherever_they_come() -> None:
    for before in range(24):
        made = Made()
        for number in range(before):
            made.finding("statement", f"Hal {number}.", number=number + 1)
        for said, document in ((CHRONICLE, 4), (YEARBOOK, 5)):
            made.finding("statement", said, side="a", first_year=1988, document=document)
        pages = read(summary(made.dossier(), "en")).pages
        of = [page for page in pages if "Sources differ:" in page]
        assert len(of) == 1 and CHRONICLE in of[0] and YEARBOOK in of[0]


def test_nothing_is_said_of_what_is_not_there() -> None:
    made = Made()
    made.finding("impact", "Hubungan membaik.")
    flow = read(summary(made.dossier(), "en")).flow
    assert "Impacts" in flow and "No verdict is recorded." in flow
    for absent in ("Obstacles", "Fields of cooperation", "Actors", "recommendation", "Timeline"):
        assert absent not in flow


def test_agreements_cite_their_pages_or_say_that_there_is_none() -> None:
    made = Made()
    proven = made.agreement("Nota kesepahaman", validity=Validity.DATE, ends="2020-01-02")
    made.agreement(
        "Adendum",
        relations=(Relation("amends", proven),),
        signatories=(Signatory("Gubernur A", "Gubernur", "a"),),
    )
    made.link(Target.AGREEMENT, proven, "Para pihak.", pages=(2, 2), years=(1989, 1989))
    printed = read(summary(made.dossier(), "en", years=None))
    assert "Nota kesepahaman [1, p. 2]" in printed.flow
    assert "Adendum [no source]" in printed.flow
    assert "until 2 January 2020 Expired" in printed.flow
    assert "Gubernur A (Gubernur, Jakarta)" in printed.flow
    assert in_order(printed.flow, "How the agreements relate", "amends no. 1")


def test_a_page_of_another_year_still_proves_an_agreement() -> None:
    made = Made()
    agreement = made.agreement("Nota kesepahaman")
    made.link(Target.AGREEMENT, agreement, "Para pihak.", years=(1989, 1989))
    made.finding("impact", "Dulu.", first_year=1990, last_year=1991)
    made.finding("impact", "Kini.", first_year=2017, last_year=2018)
    made.finding("impact", "Kapan pun.")
    years = (2018, 2022)
    whole = made.dossier()
    found = Gathered(within(whole, years), sources_of(whole), LeftOut(), whole.evidence)
    request = ReportRequest("partnership_summary", 1, None, years, "en", PRINTED)
    printed = read(printed_of(request, found))
    assert "Nota kesepahaman [1, p. 1]" in printed.flow
    assert "Dulu." not in printed.flow and "Kini." in printed.flow and "Kapan pun." in printed.flow
    assert "Jakarta–Tokyo, 2018–2022" in printed.text
    assert "0 linked pages" in printed.flow


def test_fields_say_where_they_are_named_and_that_no_page_gives_the_reason() -> None:
    made = Made()
    made.agreement("Nota kesepahaman", fields=("culture",), signed="1992~")
    fields = FieldStatus("culture"), FieldStatus("economy", "discontinued", "Tidak berhasil.")
    pauses = (Pause("2003", None, "Wabah."),)
    made.of = replace(partnership(), fields=fields, pauses=pauses)
    flow = read(summary(made.dossier(), "en")).flow
    assert "Arts and culture Memorandum of understanding, about 1992 Active" in flow
    assert "Economy and trade no agreement Discontinued Tidak berhasil." in flow
    made.agreement("Tanpa daftar bidang")
    assert "Economy and trade not recorded" in read(summary(made.dossier(), "en")).flow
    assert "Paused 2003 – ?: Wabah." in flow
    assert "As entered in the archive." in flow and "[no source]" not in flow.split("Agreements")[0]


def test_activities_are_told_with_their_pages() -> None:
    made = Made()
    program = made.program("Budaya")
    festival = made.activity(program, 2018, "Festival", place="Jakarta", mode="hybrid")
    made.activity(program, 2020, "Pameran", status="postponed")
    made.link(Target.ACTIVITY, festival, "Meriah.", document=7, years=(2018, 2018))
    printed = read(summary(made.dossier(), "en"))
    assert "Festival [1, p. 1] 2018, Jakarta (hybrid)" in printed.flow
    assert "Pameran [no source]" in printed.flow
    assert "Postponed" in printed.flow
    assert "No number of participants is recorded." in printed.flow
    assert printed.flow.count("“Meriah.”") == 1


def test_a_page_that_proves_since_when_is_cited_once() -> None:
    made = Made(partnership(since="1989~"))
    made.link(Target.PARTNERSHIP, PARTNERSHIP, "Sejak 1989.", pages=(9, 9))
    made.link(Target.PARTNERSHIP, PARTNERSHIP, "Dan pada 1989.", pages=(9, 9))
    assert "about 1989 [1, p. 9] Kept as" in read(summary(made.dossier(), "en")).flow


def test_a_long_obstacle_and_titles_in_three_scripts_are_whole() -> None:
    made = Made(partnership("Jakarta", "東京 서울"))
    made.finding("obstacle", "x" * 10_000, "東京都とソウル")
    flow = read(summary(made.dossier())).flow.replace(" ", "")
    assert "x" * 10_000 in flow
