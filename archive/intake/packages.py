"""Opens the ZIP packages of office programs: their parts by name, bounded in size, as XML."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from struct import error as struct_error
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile
from zlib import error as zlib_error

LARGEST_PART = 64 << 20  # bytes unpacked; a book has five
LARGEST_PICTURE = 48 << 20
DAMAGE = BadZipFile, zlib_error, struct_error, EOFError, RuntimeError, ValueError, KeyError
DEEPEST = 200  # elements within one another; a paper has about thirty


class BadPackage(Exception):
    """The package is damaged, or its XML is none."""


class TooLarge(Exception):
    """A part is larger than any paper: a trap, or a mistake."""


class Package:
    """An open package."""

    def __init__(self, opened: ZipFile) -> None:
        self._zip = opened
        self.names = tuple(opened.namelist())

    def content(self, name: str, largest: int = LARGEST_PART) -> bytes | None:
        """The bytes of a part; None where there is no such. Raises `BadPackage`, `TooLarge`."""
        if name in self.names and self._zip.getinfo(name).file_size > largest:
            raise TooLarge
        return self.start(name, -1)

    def start(self, name: str, size: int) -> bytes | None:
        """The first bytes of a part, all where `size` is -1; None where there is no such part.

        Raises `BadPackage`.
        """
        if name not in self.names:
            return None
        try:
            with self._zip.open(name) as part:
                return part.read(size)
        except DAMAGE as error:
            raise BadPackage from error

    def tree(self, name: str) -> ET.Element | None:
        """The XML of a part; None where there is no such. Raises `BadPackage`, `TooLarge`."""
        content = self.content(name)
        return None if content is None else _parsed(content)

    def picture(self, name: str) -> bytes | None:
        """The bytes of a picture; None where it cannot be had."""
        try:
            return self.content(name, LARGEST_PICTURE)
        except (BadPackage, TooLarge):
            return None


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """A package. Raises `BadPackage`, `OSError`."""
    try:
        package = ZipFile(path)
    except DAMAGE as error:
        raise BadPackage from error
    with package:
        yield Package(package)


class _Builder(ET.TreeBuilder):
    """Builds no tree that declares entities of its own, nor one too deep to be walked."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def doctype(self, *_said: object) -> None:
        raise BadPackage("a document type is declared")

    def start(self, tag: str, attrs: dict[str, str], /) -> ET.Element:
        self._depth += 1
        if self._depth > DEEPEST:
            raise BadPackage("too deep")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ET.Element:
        self._depth -= 1
        return super().end(tag)


def _parsed(content: bytes) -> ET.Element:
    try:
        return ET.fromstring(content, ET.XMLParser(target=_Builder()))
    except (ET.ParseError, ValueError, LookupError) as error:
        raise BadPackage from error
