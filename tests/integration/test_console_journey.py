"""The main job on the console: bring in, find, show, link, print, verify, back up, restore."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pypdfium2
import pytest

from tests import papers
from tests.archive.prints import printed
from tests.archive.prints.printed import SNAPSHOT, TOLD
from tests.archive.stock import fresh
from tests.integration.kembar import kembar, well


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample archive, made once; tests here only look at it."""
    folder = tmp_path_factory.mktemp("sample") / "contoh"
    well("sample", folder)
    return folder


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    """A folder as an office keeps it."""
    folder = tmp_path / "berkas"
    (folder / "1992").mkdir(parents=True)
    papers.text_pdf(folder / "1992" / "MoU Jakarta Tokyo.pdf")
    papers.mixed_pdf(folder / "laporan campuran.pdf", scanned="Halaman ini hanya gambar.")
    papers.encrypted_pdf(folder / "terkunci.pdf")
    papers.truncated_pdf(folder / "terpotong.pdf")
    (folder / "catatan.txt").write_text("Catatan rapat tentang pertukaran pelajar.", "utf-8")
    (folder / "kosong.pdf").write_bytes(b"")
    return folder


def test_the_whole_job(tmp_path: Path, sample: Path) -> None:
    """From a new archive to a printed summary that cites the page which was linked."""
    archive = tmp_path / "arsip"
    backup = tmp_path / "arsip.kembar"
    well("--archive", sample, "backup", backup)
    well("restore", backup, archive)
    paper = papers.text_pdf(tmp_path / "Notulen rapat.pdf", ["Pembukaan.", QUOTE + " Selesai."])
    done = well("--archive", archive, "import", paper, "--json")
    document = done.lines[0]["document"]

    found = well("--archive", archive, "search", '"kata sandi arsiparis"', "--json").json
    assert [hit["document"] for hit in found["hits"]] == [document]
    assert [page["page"] for page in found["hits"][0]["pages"]] == [2]

    partnership = _partnership(archive)
    where = ["--pages", "2", "--partnership", partnership, "--years", "2018..2019"]
    link = well(
        "--archive", archive, "link", str(document), *where, "--quote", QUOTE, "--json"
    ).json
    assert link["pages"] == [2, 2] and link["years"] == [2018, 2019] and link["quote"] == QUOTE

    out = tmp_path / "ringkasan.pdf"
    well("--archive", archive, "print", "partnership_summary", "--partnership", partnership,
         "--out", out)  # fmt: skip
    printed = _text(out)
    assert "kata sandi arsiparis" in printed and "Notulen rapat" in printed
    assert hashlib.sha256(paper.read_bytes()).hexdigest()[:8] in printed
    assert well("--archive", archive, "verify", "--json").json["faults"] == []


QUOTE = "Dua pihak menyepakati kata sandi arsiparis."


def _partnership(archive: Path) -> str:
    facets = well("--archive", archive, "search", "", "--json").json["facets"]["partnership"]
    return str(facets[0]["id"])


def _text(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).split())


def test_import_tells_every_file(tmp_path: Path, berkas: Path) -> None:
    archive = tmp_path / "arsip"
    done = kembar("--archive", archive, "import", berkas, "--json")
    assert done.code == 1, done.messages
    *files, last = done.lines
    assert all(set(file) == {"path", "outcome", "document", "pages", "reason"} for file in files)
    outcomes = {Path(file["path"]).name: file["outcome"] for file in files}
    assert outcomes == {
        "MoU Jakarta Tokyo.pdf": "imported",
        "laporan campuran.pdf": "imported",
        "catatan.txt": "imported",
        "terkunci.pdf": "password",
        "terpotong.pdf": outcomes["terpotong.pdf"],
        "kosong.pdf": "rejected",
    }
    by_name = {Path(file["path"]).name: file for file in files}
    assert by_name["terkunci.pdf"]["document"] and by_name["terkunci.pdf"]["reason"]
    assert by_name["terpotong.pdf"]["document"], "damaged, but a PDF: stored"
    assert by_name["kosong.pdf"]["document"] is None and by_name["kosong.pdf"]["reason"]
    assert last["summary"]["files"] == 6 and last["summary"]["rejected"] == 1


def test_the_same_again_is_a_duplicate(tmp_path: Path) -> None:
    archive, paper = tmp_path / "arsip", papers.text_pdf(tmp_path / "satu.pdf")
    first = well("--archive", archive, "import", paper, "--json").lines[0]
    twin = tmp_path / "kembarannya.pdf"
    twin.write_bytes(paper.read_bytes())
    again = well("--archive", archive, "import", twin, "--json").lines[0]
    assert first["outcome"] == "imported" and again["outcome"] == "duplicate"
    assert again["document"] == first["document"]
    assert well("--archive", archive, "status", "--json").json["documents"] == 1


def test_status_counts(tmp_path: Path, berkas: Path) -> None:
    archive = tmp_path / "arsip"
    kembar("--archive", archive, "import", berkas)
    status = well("--archive", archive, "status", "--json").json
    assert set(status) == {
        "documents",
        "pages",
        "pages_without_text",
        "pages_blank",
        "pages_unreadable",
        "queued",
        "index",
    }
    assert status["documents"] == 5 and status["queued"] == 0
    assert status["pages_without_text"] >= 2
    assert status["index"]["behind"] == 0 and status["index"]["sequence"] > 0


def test_search_form(sample: Path) -> None:
    found = well("--archive", sample, "search", "kerja sama", "--json", "--limit", "3").json
    assert {"query", "total", "hits", "facets", "suggestion", "ms"} <= set(found)
    assert found["query"] == "kerja sama" and found["total"] >= len(found["hits"]) > 0
    for hit in found["hits"]:
        assert set(hit) == {"document", "title", "kind", "score", "pages"}
        assert hit["score"] > 0 and all(set(page) == {"page", "snippet"} for page in hit["pages"])
    snippets = [page["snippet"] for hit in found["hits"] for page in hit["pages"]]
    assert any("<b>" in snippet for snippet in snippets)
    assert len(found["hits"]) <= 3
    assert {"kind", "year"} <= set(found["facets"])
    for values in found["facets"].values():
        assert all({"value", "count"} <= set(value) for value in values)


def test_filters_narrow(sample: Path) -> None:
    everything = well("--archive", sample, "search", "", "--json", "--limit", "100").json
    kinds = everything["facets"]["kind"]
    assert sum(value["count"] for value in kinds) == everything["total"]
    for value in kinds:
        one = well("--archive", sample, "search", "", "--json", "--kind", value["value"]).json
        assert one["total"] == value["count"]
    partnership = everything["facets"]["partnership"][0]
    named = well(
        "--archive", sample, "search", "", "--json", "--partnership", partnership["label"]
    ).json
    assert named["total"] == partnership["count"]
    assert well("--archive", sample, "search", "", "--json", "--year", "1700").json["total"] == 0
    narrow = well("--archive", sample, "search", "", "--json", "--year", "2017..2019").json
    assert 0 < narrow["total"] < everything["total"]


def test_a_search_can_be_stated_on_paper(sample: Path, tmp_path: Path) -> None:
    paper = tmp_path / "pernyataan.pdf"
    told = well("--archive", sample, "search", "pertukran", "--statement", paper)
    assert "pertukaran" in told.out, "what was meant"
    assert paper.read_bytes().startswith(b"%PDF")
    listed = well("print", "--list").out
    assert "search_statement" not in listed


def test_one_answer_a_line_of_stdin(sample: Path) -> None:
    questions = ["pemuda", "tidakadakataini", "", "\udcff aneh", "(tak tertutup"]
    answers = well("--archive", sample, "search", "-", stdin="\n".join(questions) + "\n").lines
    assert len(answers) == len(questions)
    assert answers[0]["query"] == "pemuda" and answers[0]["total"] > 0
    assert answers[1]["total"] == 0 and answers[2]["total"] > 0


def test_show_form(sample: Path) -> None:
    found = well("--archive", sample, "search", "", "--json", "--limit", "100").json
    shown = [
        well("--archive", sample, "show", str(hit["document"]), "--json").json
        for hit in found["hits"][:6]
    ]
    for form, hit in zip(shown, found["hits"], strict=False):
        assert {"id", "confirmed", "suggested", "links", "findings"} <= set(form)
        assert form["id"] == hit["document"] and form["confirmed"]["title"] == hit["title"]
        details = {"level", "copy_status", "classification", "location"}
        assert details <= set(form["confirmed"])
    links = [link for form in shown for link in form["links"]]
    assert links
    assert {"id", "pages", "quote", "years", "target"} <= set(links[0])


def test_every_report_of_every_subject(tmp_path: Path, sample: Path) -> None:
    listed = well("print", "--list").out.splitlines()
    codes = [line.split("\t")[0] for line in listed]
    assert "partnership_summary" in codes
    folder = tmp_path / "cetak"
    said = well("--archive", sample, "print", "--all", folder, "--language", "en").out.splitlines()
    files = sorted(path.name for path in folder.iterdir())
    assert sorted(Path(line).name for line in said) == files
    facets = well("--archive", sample, "search", "", "--json").json["facets"]["partnership"]
    assert len(files) >= len(facets)
    assert all(name.split("--")[0] in codes for name in files)
    assert all((folder / name).read_bytes().startswith(b"%PDF") for name in files)


def test_restored_is_the_same(tmp_path: Path, sample: Path) -> None:
    copy, backup = tmp_path / "pulih", tmp_path / "stick.kembar"
    well("--archive", sample, "backup", backup)
    well("restore", backup, copy)
    for words in (["search", "kerja sama", "--json"], ["status", "--json"]):
        before = well("--archive", sample, *words).json
        after = well("--archive", copy, *words).json
        for answer in (before, after):
            answer.pop("ms", None)
            answer.pop("index", None)
        assert before == after
    assert well("--archive", copy, "status", "--json").json["index"]["behind"] == 0


def test_verify_finds_an_altered_original(tmp_path: Path) -> None:
    archive = tmp_path / "arsip"
    well("--archive", archive, "import", papers.text_pdf(tmp_path / "asli.pdf"))
    (original,) = (archive / "files").rglob("*.pdf")
    original.chmod(0o644)
    original.write_bytes(original.read_bytes() + b"!")
    told = kembar("--archive", archive, "verify", "--json")
    assert told.code == 1
    (fault,) = told.json["faults"]
    assert fault["problem"] == "altered" and fault["document"]


def test_verify_finds_an_altered_print(tmp_path: Path) -> None:
    folder = tmp_path / "arsip"
    with fresh(folder, "Biro") as archive:
        kept = archive.prints.keep(TOLD, printed.pdf(tmp_path), SNAPSHOT)
    said = well("--archive", folder, "--language", "en", "verify").out
    assert "1 kept print is as it was." in said and "above the reading level" in said
    highest = well("--archive", folder, "--language", "en", "--access", "secret", "verify").out
    assert "above the reading level" not in highest
    kept.file.chmod(0o644)
    kept.file.write_bytes(b"!")
    told = kembar("--archive", folder, "verify")
    assert told.code == 1
    assert "Partnership summary: Jakarta–Tokyo: " in told.out
    asked = kembar("--archive", folder, "verify", "--json").json
    assert (asked["prints"], asked["faults"][0]["kind"]) == (1, "print")


def test_reindex_makes_the_index_anew(tmp_path: Path) -> None:
    import shutil

    archive = tmp_path / "arsip"
    well("--archive", archive, "import", papers.text_pdf(tmp_path / "asli.pdf"))
    shutil.rmtree(archive / "index")
    well("--archive", archive, "reindex")
    assert well("--archive", archive, "search", "olahraga", "--json").json["total"] == 1
