"""Dublin Core records as XML: `oai_dc`, the form every archive's software takes in."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree

from archive.exchange.describing.dublin import Record
from archive.exchange.tables.table import plain

OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DC = "http://purl.org/dc/elements/1.1/"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMA = f"{OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
MANY = "records"


def as_xml(records: Iterable[Record]) -> bytes:
    """A whole file in UTF-8: one `oai_dc:dc`, or several of them in one `records`."""
    for prefix, name in (("oai_dc", OAI_DC), ("dc", DC), ("xsi", INSTANCE)):
        ElementTree.register_namespace(prefix, name)
    every = [_entry(each) for each in records]
    root = every[0] if len(every) == 1 else ElementTree.Element(MANY)
    if len(every) != 1:
        root.extend(every)
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _entry(record: Record) -> ElementTree.Element:
    found = ElementTree.Element(f"{{{OAI_DC}}}dc", {f"{{{INSTANCE}}}schemaLocation": SCHEMA})
    for each in record.elements:
        ElementTree.SubElement(found, f"{{{DC}}}{each.name}").text = plain(each.value)
    return found
