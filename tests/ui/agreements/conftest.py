"""A room of agreements on a desk, and three papers that go back to one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.records import Agreement, AgreementDraft, Relation, Validity
from tests.archive.stock import Joined
from ui.agreements.room import AgreementsRoom
from ui.desk import Desk

SOON = (date.today() + timedelta(days=60)).isoformat()  # noqa: DTZ011 - the day on the wall


@dataclass(frozen=True)
class Papers:
    """A letter of intent, the memorandum on it, and its renewal, which is about to end."""

    intent: Agreement
    memorandum: Agreement
    renewal: Agreement


@pytest.fixture
def papers(archive: Archive, joined: Joined) -> Papers:
    of = joined.partnership.id
    intent = archive.agreements.add(AgreementDraft(of, "loi", "Pernyataan", signed="1989"))
    memorandum = archive.agreements.add(
        AgreementDraft(
            *(of, "mou", "Memorandum", "12/1992", "1992-08-04", "Jakarta", Validity.DATE, "1997"),
            relations=(Relation("implements", intent.id),),
        )
    )
    renewal = archive.agreements.add(
        AgreementDraft(
            *(of, "renewal", "Perpanjangan", "7/2020", "2020-01-05", "Tokyo", Validity.DATE, SOON),
            relations=(Relation("renews", memorandum.id),),
        )
    )
    return Papers(intent, memorandum, renewal)


@pytest.fixture
def room(qtbot: QtBot, desk: Desk) -> Iterator[AgreementsRoom]:
    """The room as the window has it; it is shown."""
    made = AgreementsRoom(desk)
    desk.archive_opened.connect(lambda _archive: made.opened())
    desk.archive_closing.connect(made.closing)
    desk.changed.connect(made.refresh)
    made.resize(900, 600)
    made.show()
    made.opened()
    qtbot.waitUntil(lambda: not desk.jobs.running)
    yield made
    qtbot.waitUntil(lambda: not desk.jobs.running)
    made.close()
