"""Documents as sources other writers cite: APA, BibTeX, RIS, CSL-JSON."""

from archive.exchange.citing.apa import apa
from archive.exchange.citing.bibtex import bibtex
from archive.exchange.citing.csl import csl
from archive.exchange.citing.reference import Reference, reference, references
from archive.exchange.citing.ris import ris

__all__ = ["Reference", "apa", "bibtex", "csl", "reference", "references", "ris"]
