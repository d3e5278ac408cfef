"""Cases side by side in their window: statements with their sources, a click away from the page."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.records import FindingDraft, PartnershipDraft, Source
from tests.archive.stock import TEXT, Joined, put
from ui.comparison.dialog import ComparisonDialog
from ui.desk import Desk


def test_statements_stand_by_theme_with_their_sources(
    qtbot: QtBot, desk: Desk, archive: Archive, joined: Joined
) -> None:
    document = put(archive, "Laporan")
    other = archive.partnerships.add(
        PartnershipDraft(joined.jakarta.id, joined.tokyo.id, "friendship_city")
    )
    for partnership, polarity in ((joined.partnership.id, "positive"), (other.id, "negative")):
        source = Source(document, 1, 1, TEXT[0])
        archive.findings.add(
            FindingDraft(
                partnership,
                "statement",
                source,
                f"Komitmen {polarity} <b>",
                theme="commitment",
                polarity=polarity,
            )
        )
    dialog = ComparisonDialog(desk)
    dialog.show()
    qtbot.waitUntil(lambda: "Komitmen negative <b>" in dialog.table.toPlainText())
    text = dialog.table.toPlainText()
    assert text.index("Commitment") < text.index("Komitmen positive")
    assert "Laporan, p. i1" in text
    with qtbot.waitSignal(desk.document_wanted) as opened:
        dialog.table.anchorClicked.emit(QUrl(f"page:{document}:1"))
    assert opened.args is not None
    assert opened.args[:2] == [document, 1]
    dialog.close()
