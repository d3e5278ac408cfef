"""Descriptions of documents in Dublin Core: as XML for other archives, as a table for people."""

from archive.exchange.describing.dublin import NAMES, Element, Record, describe, table
from archive.exchange.describing.xml import as_xml

__all__ = ["NAMES", "Element", "Record", "as_xml", "describe", "table"]
