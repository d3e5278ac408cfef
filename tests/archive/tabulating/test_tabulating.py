"""Rows of a table become activities: in one deed, with their page, never twice, faults left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from archive.archive import Archive
from archive.intake.table_joining import Box, Table
from archive.intake.tables import Word, read_tables
from archive.progress import Cancelled, Progress
from archive.records import Activity, ActivityDraft, ProgramDraft, Target
from archive.records.scans import Reading, WordBox
from archive.tabulating.checking import check
from archive.tabulating.entering import enter
from archive.tabulating.reading import read_words
from archive.tabulating.sheet import Row, Sheet, guess, joined_above, twice
from tests.archive.stock import Joined, join, put

HEAD = ("Tahun", "Nama Kegiatan", "Waktu", "Tempat", "Peserta Jakarta", "Peserta Tokyo", "Status")
ROWS = (
    ("2018", "Festival seni", "3-5 September 2018", "Jakarta", "20", "30", "terlaksana"),
    ("2019", "Lokakarya sampah", "", "Tokyo", "12", "-", "dibatalkan"),
)
PAGES = (
    "LAPORAN\n2018 Festival seni 3-5 September\n2018 Jakarta 20 30 terlaksana\n",
    "Lokakarya sampah\n2019 Tokyo 12 - dibatalkan\nPenutup",
)


@pytest.fixture
def joined(archive: Archive) -> Joined:
    """Jakarta and Tokyo with one program."""
    return join(archive)


def table(rows: Sequence[Sequence[str]] = ROWS, head: Sequence[str] = HEAD) -> Table:
    """The second of these rows begins on the second page."""
    boxes = Box(1, 0, 0, 1, 1), Box(2, 0, 0, 1, 1)
    return Table((tuple(head), *map(tuple, rows)), True, boxes, (0, 2))


def sheet(archive: Archive, joined: Joined, read: Table, **more: object) -> Sheet:
    roles = guess(read, (joined.jakarta.names, joined.tokyo.names))
    home = joined.partnership.id, joined.program.id
    made = Sheet(put(archive, texts=PAGES), read, read.rows, roles, *home)
    return replace(made, **more)  # type: ignore[arg-type]


def written(archive: Archive, joined: Joined) -> tuple[Activity, ...]:
    return archive.activities.of(joined.program.id)


def faults(rows: Sequence[Row]) -> list[list[tuple[str, str]]]:
    return [[(fault.field, fault.rule) for fault in row.faults] for row in rows]


def test_rows_become_activities_with_their_page_and_words(archive: Archive, joined: Joined) -> None:
    wanted = sheet(archive, joined, table())
    assert enter(archive, wanted, {1, 2}).quoted == 2
    festival, workshop = written(archive, joined)
    assert (festival.name, festival.year, festival.place) == ("Festival seni", 2018, "Jakarta")
    assert festival.dates == "2018-09-03/2018-09-05"
    assert (festival.participants_a, festival.participants_b) == (20, 30)
    assert (workshop.status, workshop.participants_b) == ("cancelled", None)
    one, other = archive.links.of_document(wanted.document)
    assert (one.target, one.target_id, one.first_page) == (Target.ACTIVITY, festival.id, 1)
    assert one.quote == " ".join(ROWS[0]) and (one.first_year, one.last_year) == (2018, 2018)
    assert (other.target_id, other.first_page, other.quote) == (workshop.id, 2, "Lokakarya sampah")


def test_words_that_do_not_stand_on_the_page_are_no_quote(archive: Archive, joined: Joined) -> None:
    read = table([("2018", "Pameran lukisan", "", "", "", "", "")])
    wanted = sheet(archive, joined, read)
    assert enter(archive, wanted, {1}).quoted == 0
    (link,) = archive.links.of_document(wanted.document)
    assert link.quote == "" and link.first_page == link.last_page == 1


def test_a_row_cut_by_the_pages_end_stands_on_both(archive: Archive, joined: Joined) -> None:
    read = table([("2018", "terlaksana Lokakarya sampah", "", "", "", "", "")])
    wanted = sheet(archive, joined, read)
    enter(archive, wanted, {1})
    (link,) = archive.links.of_document(wanted.document)
    assert (link.first_page, link.last_page) == (1, 2) and link.quote.endswith("sampah")


def test_one_undo_takes_all_of_them_back(archive: Archive, joined: Joined) -> None:
    wanted = sheet(archive, joined, table())
    enter(archive, wanted, {1, 2})
    archive.events.undo()
    assert not written(archive, joined) and not archive.links.of_document(wanted.document)
    assert archive.programs.of(joined.partnership.id)


def test_what_is_there_already_is_not_entered_twice(archive: Archive, joined: Joined) -> None:
    archive.activities.add(ActivityDraft(joined.program.id, 2018, "FESTIVAL  seni"))
    wanted = sheet(archive, joined, table([*ROWS, ROWS[1]]))
    first, second, third = check(archive, wanted)
    assert first.known is not None and not first.good
    assert second.good and third.above == 2 and not third.good
    assert len(enter(archive, wanted, {1, 2, 3}).activities) == 1
    assert not enter(archive, wanted, {1, 2, 3}).activities
    assert len(written(archive, joined)) == 2


def test_the_same_name_at_other_dates_of_a_year_is_another(
    archive: Archive, joined: Joined
) -> None:
    again = ("2018", "Festival seni", "12 November 2018", "", "", "", "")
    first, second = check(archive, sheet(archive, joined, table([ROWS[0], again])))
    assert first.good and second.good


def test_rows_with_faults_and_rows_not_chosen_stay_out(archive: Archive, joined: Joined) -> None:
    bad = ("2018", "", "kapan-kapan", "", "banyak", "", "entah")
    wanted = sheet(archive, joined, table([*ROWS, bad]))
    assert faults(check(archive, wanted))[2] == [
        ("dates", "not_a_date"),
        ("name", "missing"),
        ("participants_a", "not_a_number"),
        ("status", "unknown"),
    ]
    assert len(enter(archive, wanted, {2, 3}).activities) == 1
    assert [each.year for each in written(archive, joined)] == [2019]


def test_corrected_cells_count_and_the_papers_words_are_quoted(
    archive: Archive, joined: Joined
) -> None:
    read = table([("2018", "Festival seni", "", "", "dua puluh", "", "")])
    wanted = sheet(archive, joined, read)
    assert faults(check(archive, wanted)) == [[("participants_a", "not_a_number")]]
    mended = (HEAD, ("2018", "Festival Seni Rupa", "", "", "20", "", ""))
    enter(archive, replace(wanted, cells=mended), {1})
    (festival,) = written(archive, joined)
    assert (festival.name, festival.participants_a) == ("Festival Seni Rupa", 20)
    assert archive.links.of_document(wanted.document)[0].quote == "Festival seni"


def test_a_column_names_the_programs(archive: Archive, joined: Joined) -> None:
    partnership = joined.partnership.id
    other = archive.programs.add(ProgramDraft(partnership, "Lingkungan", aliases=("Sampah",)))
    rows = [
        ("2018", "Pertukaran Pemuda", "Kunjungan"),
        ("2019", "sampah", "Lokakarya"),
        ("2019", "sda", "Seminar"),
        ("2019", "Olahraga", "Lari"),
    ]
    read = table(rows, ("Tahun", "Program", "Kegiatan"))
    wanted = sheet(archive, joined, read, program=None)
    assert wanted.roles == ("year", "program", "name")
    checked = check(archive, wanted)
    programs = [row.draft.program if row.draft else None for row in checked]
    assert programs == [joined.program.id, other.id, other.id, None]
    assert faults(checked)[3] == [("program", "not_known")]


def test_mode_reason_and_people_of_both_cities_are_kept(archive: Archive, joined: Joined) -> None:
    head = "Kegiatan", "Cara pelaksanaan", "Alasan", "Peserta", "Status", "Keterangan"
    rows = [
        ("Rapat", "Daring", "-", "40 orang", "", "tertib"),
        ("Pawai", "", "pandemi", "", "ditunda", ""),
        ("Lomba", "lewat surat", "", "", "", ""),
    ]
    wanted = sheet(archive, joined, table(rows, head), year=2020, together="Peserta: {n}")
    meeting, parade, contest = check(archive, wanted)
    assert meeting.draft is not None and parade.draft is not None
    assert (meeting.draft.mode, meeting.draft.note) == ("online", "tertib\nPeserta: 40")
    assert (meeting.draft.reason, meeting.draft.year) == ("", 2020)
    assert (parade.draft.status, parade.draft.reason) == ("postponed", "pandemi")
    assert faults([contest]) == [[("mode", "unknown")]]


def test_a_year_from_above_that_is_none_of_the_dates_is_a_fault(
    archive: Archive, joined: Joined
) -> None:
    row = ("", "Kemah", "30 Desember 2018 - 2 Januari 2019", "", "", "", "")
    wanted = sheet(archive, joined, table([row]), year=2015)
    assert faults(check(archive, wanted)) == [[("year", "outside_dates")]]
    assert not enter(archive, wanted, {1}).activities


def test_without_a_program_nothing_can_be_entered(archive: Archive, joined: Joined) -> None:
    wanted = sheet(archive, joined, table(), program=None)
    assert not any(row.good or row.faults for row in check(archive, wanted))
    assert not enter(archive, wanted, {1, 2}).activities


def test_stopping_leaves_nothing(archive: Archive, joined: Joined) -> None:
    wanted, progress = sheet(archive, joined, table()), Progress()
    progress = Progress(lambda step: progress.cancel() if not step.done else None)
    with pytest.raises(Cancelled):
        enter(archive, wanted, {1, 2}, progress)
    assert not written(archive, joined)


def test_a_row_is_put_to_the_one_above(archive: Archive, joined: Joined) -> None:
    rest = ("", "rupa", "", "", "", "", "")
    wanted = sheet(archive, joined, table([ROWS[0], rest, ROWS[1]]))
    wanted = joined_above(replace(wanted, table=replace(wanted.table, starts=(0, 3))), 2)
    assert [row[1] for row in wanted.cells] == [HEAD[1], "Festival seni rupa", "Lokakarya sampah"]
    assert wanted.table.rows == wanted.cells and wanted.table.starts == (0, 2)
    assert len(enter(archive, wanted, {1, 2}).activities) == 2


def test_a_row_of_one_cell_is_told_to_be_the_rest_of_the_one_above(
    archive: Archive, joined: Joined
) -> None:
    rest, section = ("", "rupa", "", "", "", "", ""), ("", "", "", "Tokyo", "", "", "")
    wanted = sheet(archive, joined, table([ROWS[0], rest, section, ROWS[1]]))
    first, second, third, last = check(archive, wanted)
    assert first.good and last.good and not second.good and not third.good
    assert faults([second, third]) == [[("name", "rest_of_above")], [("place", "rest_of_above")]]
    filled = (*wanted.cells[:2], ("", "rupa", "", "Tokyo", "", "", ""), *wanted.cells[3:])
    assert check(archive, replace(wanted, cells=filled))[1].good


def test_a_year_said_once_for_several_activities_is_no_fault(
    archive: Archive, joined: Joined
) -> None:
    read = table([("2018", "Festival seni"), ("", "Pawai")], ("Tahun", "Kegiatan"))
    festival, parade = check(archive, sheet(archive, joined, read))
    assert festival.good and parade.good and parade.values.year == 2018


def test_a_first_row_of_one_cell_and_a_heading_again(archive: Archive, joined: Joined) -> None:
    alone, again = ("", "Pawai", "", "", "", "", ""), ("", HEAD[1], "", HEAD[3], "", "", "")
    wanted = sheet(archive, joined, table([alone, again, HEAD, ROWS[0]]), year=2018)
    assert [row.values.name for row in check(archive, wanted)] == ["Pawai", "Festival seni"]
    assert all(row.good for row in check(archive, wanted))


@pytest.mark.parametrize(
    ("name", "text", "quote"),
    [
        ("budaya", "Laporan kebudayaan\nTahun Kegiatan\n2018\nx budaya", ""),
        ("seni rupa", "kesenian seni rupawan", ""),
        ("pekan seni rupa", "Sambutan pekan seni rupa\nTahun Kegiatan\nPekan seni rupa", ""),
        ("Pekan seni rupa", "Tahun Kegiatan\nx\nPekan seni rupa", "Pekan seni rupa"),
        ("a b c", "Tahun Kegiatan\nx\na b c", ""),
    ],
)
def test_a_quote_is_of_whole_words_enough_and_within_the_table(
    archive: Archive, joined: Joined, name: str, text: str, quote: str
) -> None:
    read = table([("2018", name)], ("Tahun", "Kegiatan"))
    wanted = replace(sheet(archive, joined, read), document=put(archive, texts=(text, "")))
    enter(archive, wanted, {1})
    assert archive.links.of_document(wanted.document)[0].quote == quote


def test_columns_chosen_twice_are_named() -> None:
    assert twice(("name", None, "year", "name", None)) == ("name",)


def test_words_read_from_a_picture_make_a_table_too(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    canvas = Canvas(str(path), pagesize=(600, 800))
    canvas.rect(10, 10, 20, 20)
    canvas.showPage()
    canvas.save()
    rows = [["Tahun", "Kegiatan", "Peserta"], ["2018", "Festival", "20"], ["2019", "Pawai", "35"]]
    words = [
        Word(cell, 60 + 160 * across, 100 + 20 * down, 110 + 160 * across, 112 + 20 * down)
        for down, row in enumerate([*rows, ["2020", "Lomba", "40"], ["2021", "Kemah", "12"]])
        for across, cell in enumerate(row)
    ]
    steps: list[int] = []
    told = Progress(lambda step: steps.append(step.total))
    (found,) = read_tables(path, [1], read={1: words}, progress=told)
    assert [list(row) for row in found.rows[:3]] == rows and steps == [1]
    assert found.boxes[0].top < 112


def test_words_of_pictures_come_with_their_places() -> None:
    box = (1.0, 2.0, 3.0, 4.0)
    words = WordBox(6, 10, 0.9, box), WordBox(11, 12, 0.2, box)
    reading = Reading("Tahun 2018 |", "ocr", words=words)
    (word,) = read_words({3: reading, 4: Reading("x", "transcription")})[3]
    assert (word.text, word.left, word.bottom) == ("2018", 1.0, 4.0)
