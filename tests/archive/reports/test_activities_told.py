"""What proves an activity is printed with its program."""

from __future__ import annotations

from archive.archive import Archive
from archive.records import ActivityDraft, LinkDraft, Target
from archive.reports.evidence import by_program
from tests.archive import stock


def test_a_link_of_an_activity_stands_with_its_program(archive: Archive) -> None:
    joined, document = stock.join(archive), stock.put(archive)
    activity = archive.activities.add(ActivityDraft(joined.program.id, 2018, "Lomba")).id
    archive.links.add(LinkDraft(document, 1, 1, Target.ACTIVITY, activity))
    archive.links.add(LinkDraft(document, 1, 1, Target.PARTNERSHIP, joined.partnership.id))
    dossier = by_program(archive.partnerships.dossier(joined.partnership.id))
    told = {(item.link.target, item.link.target_id) for item in dossier.evidence}
    assert told == {
        (Target.PROGRAM, joined.program.id),
        (Target.PARTNERSHIP, joined.partnership.id),
    }
