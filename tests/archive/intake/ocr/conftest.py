"""One engine for all tests of this room: opening it costs more than reading a small picture."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from archive.intake.ocr import languages
from archive.intake.ocr.engine import Engine, available


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    """Tesseract with Indonesian and English; without it here the tests that read are skipped."""
    if not available() or languages.find().missing:
        pytest.skip("no Tesseract with Indonesian and English here")
    with Engine() as opened:
        yield opened
