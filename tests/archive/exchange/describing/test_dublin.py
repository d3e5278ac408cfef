"""Dublin Core: what is said of a document, valid `oai_dc`, and nothing above the reader."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.archive import Archive, Mode
from archive.exchange.describing import NAMES, Element, Record, as_xml, describe, table
from archive.exchange.tables.table import plain
from archive.records import Access, Description, LinkDraft, Target
from tests.archive import stock

DC = "{http://purl.org/dc/elements/1.1/}"
OAI_DC = "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Two papers, one of them linked as evidence, and one for nobody's eyes."""
    with stock.fresh(tmp_path / "arsip") as archive:
        joined, paper = stock.join(archive), stock.put(archive)
        stock.put(archive, "Naskah lain & <tak> lengkap")
        stock.put(archive, "Rahasia", access=Access.SECRET)
        archive.documents.describe(
            paper,
            Description(
                "Pertukaran pemuda",
                kind="activity_report",
                parallel_title="Youth exchange",
                reference_code="A-1",
                date="2018-09",
                keywords="pemuda; 東京",
                language="id",
                first_year=2018,
                last_year=2019,
            ),
        )
        archive.links.add(LinkDraft(paper, 1, 1, Target.PROGRAM, joined.program.id))
    return Archive.open(tmp_path / "arsip", Mode.READ)


def _records(archive: Archive) -> list[Record]:
    with archive:
        return list(describe(archive, range(1, 5), "id"))


def test_everything_described_is_said(archive: Archive) -> None:
    first, second = _records(archive)
    assert first.of("title") == ("Pertukaran pemuda", "Youth exchange")
    assert first.of("date") == ("2018-09",)
    assert first.of("subject") == ("pemuda", "東京")
    assert first.of("type") == ("laporan kegiatan", "Text")
    assert first.of("relation") == ("Jakarta–Tokyo",)
    assert first.of("coverage") == ("2018/2019", "Jakarta", "Tokyo")
    assert first.of("rights") == ("biasa/terbuka",)
    uuid, code, digest = first.of("identifier")
    assert uuid.startswith("urn:uuid:") and code == "A-1" and len(digest) == len("sha256:") + 64
    assert second.of("relation") == () and second.of("coverage") == ()


def test_the_xml_is_oai_dc_with_its_fifteen_elements_only(archive: Archive) -> None:
    records = _records(archive)
    root = ElementTree.fromstring(as_xml(records))
    assert [each.tag for each in root] == [OAI_DC, OAI_DC]
    for each in root.iter(OAI_DC):
        assert all(part.tag in {DC + name for name in NAMES} for part in each)
        assert all(part.text and not part.attrib and not len(part) for part in each)
    alone = ElementTree.fromstring(as_xml(records[:1]))
    assert alone.tag == OAI_DC and alone.findtext(f"{DC}title") == "Pertukaran pemuda"


def test_the_table_has_a_column_for_each_element(archive: Archive) -> None:
    made = table(_records(archive), "Deskripsi")
    assert [column.title for column in made.columns] == [f"dc:{name}" for name in NAMES]
    assert made.rows[0][0] == "Pertukaran pemuda; Youth exchange"
    assert len(made.rows) == 2


@settings(max_examples=80)
@given(st.text(max_size=20))
def test_whatever_is_said_the_file_is_xml(words: str) -> None:
    made = as_xml([Record(1, (Element("title", words),))])
    read = ElementTree.fromstring(made).findtext(f"{DC}title") or ""
    assert read == plain(words)
