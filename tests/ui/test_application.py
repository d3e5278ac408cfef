"""The options of the window: understood as the console's are, and for this time only."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from archive.records import Access
from ui import application
from ui.console.unclear import Unclear
from ui.language import use
from ui.settings import Settings


@pytest.fixture
def settings(qapp: QApplication) -> Iterator[Settings]:
    """Settings of a desk that has chosen nothing."""
    yield Settings()
    use("en")


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("1", Access.RESTRICTED),
        ("restricted", Access.RESTRICTED),
        ("Terbatas", Access.RESTRICTED),
        ("sangat rahasia", Access.SECRET),
    ],
)
def test_a_level_is_a_number_a_code_or_a_name(
    settings: Settings, typed: str, level: Access
) -> None:
    application._set_up(settings, {"access": typed})
    assert settings.access is level


def test_a_level_of_the_command_line_is_gone_at_the_next_start(settings: Settings) -> None:
    application._set_up(settings, {"access": "secret"})
    settings.save()
    again = Settings()
    application._set_up(again, {})
    assert again.access is Access.OPEN


@pytest.mark.parametrize("typed", ["", "4", "-1", "top", "restricted!"])
def test_no_level_is_guessed(settings: Settings, typed: str) -> None:
    with pytest.raises(Unclear, match="open restricted confidential secret"):
        application._set_up(settings, {"access": typed, "language": "en"})
    assert settings.access is Access.OPEN


def test_what_is_not_understood_is_refused_in_a_sentence(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert application.start({"access": "semua", "language": "id"}) == application.REFUSED
    assert "“semua”" in capsys.readouterr().err
