"""Each kind of file is told by its content, then by its name; what is wrong is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.intake.reasons import Refuse
from archive.intake.recognition import is_locked, kind_of
from archive.storage import kinds
from archive.storage.kinds import ENDINGS
from tests import office_papers, papers

Make = Callable[[Path], object]


def _compound(stream: str) -> Make:
    return lambda path: office_papers.compound(path, stream)


def _bytes(content: bytes) -> Make:
    return lambda path: path.write_bytes(content)


def _damaged_open_text(path: Path) -> None:
    """A package whose list of parts is whole, but not the first of them."""
    content = bytearray(office_papers.open_text(path, "").read_bytes())
    content[38:44] = b"\xff" * 6
    path.write_bytes(bytes(content))


KINDS: dict[str, tuple[Make, str]] = {
    "a.jpg": (office_papers.picture, kinds.JPEG),
    "a.png": (office_papers.picture, kinds.PNG),
    "a.tif": (office_papers.tiff, kinds.TIFF),
    "a.bmp": (office_papers.picture, kinds.BMP),
    "a.gif": (office_papers.picture, kinds.GIF),
    "a.webp": (lambda path: office_papers.picture(path, "RGB"), kinds.WEBP),
    "a.docx": (office_papers.word, kinds.DOCX),
    "a.xlsx": (office_papers.office, kinds.XLSX),
    "a.pptx": (office_papers.office, kinds.PPTX),
    "a.odt": (lambda path: office_papers.open_text(path, ""), kinds.ODT),
    "a.doc": (_compound("WordDocument"), kinds.DOC),
    "a.xls": (_compound("Workbook"), kinds.XLS),
    "a.ppt": (_compound("PowerPoint Document"), kinds.PPT),
    "a.msg": (_compound("__properties_version1.0"), kinds.MSG),
    "a.rtf": (_bytes(rb"{\rtf1 Surat}"), kinds.RTF),
    "a.eml": (office_papers.letter, kinds.EML),
    "a.pdf": (papers.text_pdf, "application/pdf"),
    "a.txt": (_bytes(b"BMKG dan PKK"), "text/plain"),
    "rusak.docx": (_bytes(b"PK\x03\x04" + bytes(90)), kinds.DOCX),
    "rusak.odt": (_damaged_open_text, kinds.ODT),
    "lampiran.doc": (_compound("Workbook WordDocument"), kinds.DOC),
    "tabel.doc": (_compound("Workbook"), kinds.XLS),
    "terkunci.xlsx": (_compound("EncryptedPackage"), kinds.XLSX),
}
REFUSED: dict[str, tuple[Make, str]] = {
    "kosong.jpg": (_bytes(b""), "empty"),
    "halaman.jpg": (_bytes(b"<!DOCTYPE html><html>"), "not_as_named"),
    "teks.docx": (_bytes(b"Surat"), "not_as_named"),
    "arsip.docx": (lambda path: office_papers.package(path, {"x": "y"}), "not_as_named"),
    "arsip.zip": (lambda path: office_papers.package(path, {"x": "y"}), "not_supported"),
    "catatan.eml": (_bytes(b"Catatan rapat tanpa kepala"), "not_as_named"),
    "program.exe": (_bytes(b"MZ\x90"), "not_supported"),
    "basis.db": (_compound("Lain"), "not_supported"),
}


@pytest.mark.parametrize("name", KINDS)
def test_kinds_are_told(name: str, tmp_path: Path) -> None:
    make, wanted = KINDS[name]
    make(tmp_path / name)
    assert kind_of(tmp_path / name) == wanted


@pytest.mark.parametrize("name", [name for name in KINDS if name.startswith("a.")])
def test_the_name_does_not_matter_where_the_content_tells(name: str, tmp_path: Path) -> None:
    make, wanted = KINDS[name]
    if wanted in (kinds.EML, "text/plain"):
        return  # they are known by their names only
    make(tmp_path / name)
    other = (tmp_path / name).rename(tmp_path / "tanpa akhiran")
    assert kind_of(other) == wanted


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_wrong_is_said(name: str, tmp_path: Path) -> None:
    make, wanted = REFUSED[name]
    make(tmp_path / name)
    with pytest.raises(Refuse) as refused:
        kind_of(tmp_path / name)
    assert refused.value.reason.code == wanted


def test_a_package_under_a_password_is_locked(tmp_path: Path) -> None:
    assert is_locked(office_papers.compound(tmp_path / "a.docx", "EncryptedPackage"))
    assert not is_locked(office_papers.word(tmp_path / "b.docx"))


def test_no_ending_is_of_two_kinds() -> None:
    endings = [ending for named in ENDINGS.values() for ending in named]
    assert len(endings) == len(set(endings))


@given(
    start=st.sampled_from([b"", b"PK\x03\x04", b"BM", b"GIF89a", b"II*\0", office_papers.COMPOUND]),
    rest=st.binary(max_size=300),
    ending=st.sampled_from(sorted(kinds.BY_ENDING)),
)
def test_any_bytes_have_a_kind_or_a_reason(
    tmp_path_factory: pytest.TempPathFactory, start: bytes, rest: bytes, ending: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"apa saja{ending}"
    path.write_bytes(start + rest)
    try:
        assert kind_of(path) in ENDINGS
    except Refuse as refused:
        assert refused.reason.code in ("empty", "not_as_named", "not_a_pdf", "not_supported")
