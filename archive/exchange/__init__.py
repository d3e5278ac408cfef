"""The catalogue in and out, as one file of JSON that people and other programs can read."""

from archive.exchange.dumping import dump, text, write
from archive.exchange.loading import Loaded, load

__all__ = ["Loaded", "dump", "load", "text", "write"]
