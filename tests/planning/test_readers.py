"""Who may read a readout: what is said of it is what the release does."""

from functools import partial
from itertools import product

from app.domain.words import Marking
from app.planning.readers import Bar, readout_readers
from app.planning.release import release
from app.planning.verbs.entries import edit_entry
from app.planning.verbs.records import create_record
from app.planning.views.record import record_at
from app.planning.workspace import Workspace
from tests.helpers.planner import VISIT
from tests.planning.test_agenda import call, space

__all__ = ["space"]  # the fixture


def test_what_is_said_of_the_readers_is_what_the_release_does(space: Workspace) -> None:
    entry = call(space, host_organisation_id="org")
    space.do("Write", create_record, entry, readout="They met.")
    found = set()
    for meeting, readout, shared in product(Marking, Marking, (True, False)):
        space.do("Mark", partial(edit_entry, entry_id=entry, marking=meeting, share_with_host=shared))
        space.do("Mark", create_record, entry, readout_marking=readout)
        for reader in readout_readers(space.ask(record_at, entry)):
            released = space.ask(
                partial(release, visit_id=VISIT, audience=reader.audience, paper="minutes", entry_id=entry)
            )
            read = any(record.readout for record in released.records)
            assert read is (reader.bar is None)
            assert bool(released.entries) is (reader.bar in {None, Bar.READOUT})
            found.add((reader.audience.kind, reader.bar))
    assert len(found) == 7  # every bar of each


def test_without_a_host_the_public_alone_reads(space: Workspace) -> None:
    (reader,) = readout_readers(space.ask(record_at, call(space, marking=Marking.PUBLIC)))
    assert reader.bar is Bar.READOUT
