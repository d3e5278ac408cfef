"""Whatever stands in a file, it is loaded or refused with its faults: nothing else happens."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.archive import Archive, Mode
from archive.errors import CatalogueFaulty
from archive.exchange import dump, load
from archive.records import (
    Access,
    ActivityDraft,
    ActorDraft,
    AgreementDraft,
    FindingDraft,
    LinkDraft,
    RoleDraft,
    Signatory,
    Source,
    Target,
)
from tests.archive import stock
from ui.messages.faults import fault_sentence

ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=3),
    st.sampled_from(["\ud800", "1", "Jakarta", "2018", "date", "indefinite", "0" * 64, "{x}"]),
    st.lists(st.text(max_size=1) | st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=2), st.integers(), max_size=1),
)

DEEDS = 10  # of `_fill`


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """An archive with a paper and an empty catalogue, and a catalogue that fits it."""
    folder = tmp_path_factory.mktemp("any") / "arsip"
    with stock.fresh(folder) as archive:
        document = stock.put(archive)
        _fill(archive, document)
        dumped = dump(archive)
        for _deed in range(DEEDS):
            archive.events.undo()
        assert not archive.cities.all() and load(archive, dumped).counts["findings"] == 1
        archive.events.undo()
    return folder, dumped


def _fill(archive: Archive, document: int) -> None:
    joined = stock.join(archive)
    home = joined.partnership.id
    actor = archive.actors.add(ActorDraft("Komunitas", "community"))
    signed = (Signatory("Wali Kota"),)
    archive.agreements.add(AgreementDraft(home, "mou", "Nota", signatories=signed))
    archive.activities.add(ActivityDraft(joined.program.id, 2018, "Lomba"))
    archive.actors.take_part(RoleDraft(actor.id, home, role="mitra"))
    archive.links.add(LinkDraft(document, 1, 2, Target.PROGRAM, joined.program.id))
    archive.findings.add(FindingDraft(home, "statement", Source(document, 1, 1), "Ada."))


def _places(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    under: list[tuple[Any, ...]] = [here] if here else []
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for step, each in steps:
        path = (*here, step)
        under += _places(each, path) if isinstance(each, dict | list) else [path]
    return under


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_file(held: tuple[Path, dict[str, Any]], data: st.DataObject) -> None:
    folder, file = held
    odd = copy.deepcopy(file)
    for _time in range(data.draw(st.integers(1, 3))):
        *way, last = data.draw(st.sampled_from(_places(odd)))
        under = odd
        for step in way:
            under = under[step]
        under[last] = data.draw(ODD)
    with Archive.open(folder, Mode.WRITE, max(Access)) as archive:
        before = dump(archive)
        try:
            loaded = load(archive, odd)
        except CatalogueFaulty as error:
            assert all(map(fault_sentence, error.faults))
        else:
            if any(loaded.counts.values()):
                archive.events.undo()
        assert dump(archive) == before
