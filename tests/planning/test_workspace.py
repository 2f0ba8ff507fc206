"""The workspace: one writer and readers beside it, listeners told exactly, failures that leave all whole."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from app.data.models import Note
from app.domain.errors import DataError, PlanningError
from app.planning.soundness import faults
from app.planning.verbs.entries import cancel_entry, delete_entry
from app.planning.workspace import EVERYTHING, Changed, Workspace
from tests.helpers.planner import VISIT, contents, planner
from tests.planning.test_entries import new


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return planner(tmp_path)


@pytest.fixture
def space(path: Path) -> Iterator[Workspace]:
    with Workspace.open(path) as opened:
        yield opened


def test_one_writes_and_others_read(path: Path) -> None:
    with Workspace.open(path) as writer:
        with Workspace.open(path) as reader:
            assert (writer.read_only, reader.read_only) == (False, True)
            told: list[Changed] = []
            reader.listen(told.append)
            assert not reader.look_for_changes()
            entry = new(writer)
            assert entry in {row["id"] for row in reader.ask(contents)["entry"]}
            assert reader.look_for_changes()
            assert not reader.look_for_changes()
            assert told == [EVERYTHING]
            for write in (
                lambda: reader.do("x", cancel_entry, entry),
                reader.undo,
                reader.redo,
                lambda: reader.keep_draft("a/b/c", "x"),
                lambda: reader.drop_draft("a/b/c"),
            ):
                with pytest.raises(DataError) as caught:
                    write()
                assert caught.value.code == "read_only"
        with Workspace.open(path) as third:
            assert third.read_only
    with Workspace.open(path) as heir:
        assert not heir.read_only
    assert [found.name for found in path.parent.iterdir() if found.suffix == ".lock"] == []


def test_a_writer_does_not_take_its_own_writes_for_anothers(space: Workspace) -> None:
    new(space)
    assert not space.look_for_changes()


def test_a_refusal_is_known_beforehand_and_nothing_is_written(space: Workspace) -> None:
    entry = new(space)
    before, told = space.ask(contents), list[Changed]()
    space.listen(told.append)
    assert space.refusal(cancel_entry, entry) is None
    assert space.refusal(delete_entry, entry) is None
    refused = space.refusal(cancel_entry, "none")
    assert refused is not None
    assert refused.code == "entry_missing"
    assert space.ask(contents) == before
    assert told == []
    with Workspace.open(space.path) as reader:
        refused = reader.refusal(cancel_entry, entry)
        assert refused is not None
        assert refused.code == "read_only"


def test_a_lock_that_cannot_be_taken_opens_to_read(path: Path) -> None:
    path.with_name(path.name + ".lock").mkdir()
    with Workspace.open(path) as space:
        assert space.read_only


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give up its rights")
def test_a_protected_file_opens_to_read(path: Path) -> None:
    path.chmod(0o444)
    for folder in (path.parent, *path.parent.parents):
        folder.chmod(folder.stat().st_mode | 0o755)
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.setuid(65534)
            with Workspace.open(path) as space:
                code = 0 if space.read_only else 3
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_listeners_are_told_what_changed(space: Workspace) -> None:
    told: list[Changed] = []
    space.listen(told.append)
    entry = new(space)
    space.do("Cancel", cancel_entry, entry)
    space.undo()
    space.do("Delete", delete_entry, entry)
    assert [change.ids for change in told] == [{"entry": frozenset({entry})}] * 4
    assert told[0].touches("visit", "entry")
    assert not told[0].touches("visit")
    with pytest.raises(PlanningError):
        space.do("Gone", cancel_entry, entry)
    assert len(told) == 4


def test_who_no_longer_listens_is_told_nothing(space: Workspace) -> None:
    told: list[Changed] = []
    hear = told.append
    space.listen(hear)
    space.unlisten(hear)
    space.unlisten(hear)
    new(space)
    assert told == []


def test_undo_lasts_over_closing(path: Path) -> None:
    with Workspace.open(path) as space:
        before = space.ask(contents)
        new(space)
        after = space.ask(contents)
    with Workspace.open(path) as space:
        step = space.undo()
        assert step is not None
        assert step.label == "New"
        assert space.ask(contents) == before
    with Workspace.open(path) as space:
        space.redo()
        assert space.ask(contents) == after


def test_drafts_live_beside_the_journal(path: Path) -> None:
    with Workspace.open(path) as space:
        for number in range(3):
            space.keep_draft("entry/e/notes", f"half {number}")
        assert space.next_undo() is None
    with Workspace.open(path) as space:
        assert space.draft("entry/e/notes") == "half 2"
        space.drop_draft("entry/e/notes")
        space.drop_draft("entry/e/notes")
        assert space.draft("entry/e/notes") is None
        assert space.ask(faults) == ()


def _long_note(session: Session) -> None:
    session.add(Note(visit_id=VISIT, title="speech", text="word " * 200_000))


def _dangling(session: Session) -> None:
    session.add(Note(visit_id=VISIT, entry_id="nowhere"))


def _pragma(connection: Any, text: str) -> None:
    connection.exec_driver_sql(text)


def _fails(space: Workspace, verb: Any, path: Path) -> None:
    told: list[Changed] = []
    space.listen(told.append)
    before = space.ask(contents)
    with pytest.raises(DataError) as caught:
        space.do("Fails", verb)
    assert caught.value.code == "write_failed"
    assert told == [EVERYTHING]
    assert space.ask(contents) == before
    assert not path.with_name(path.name + "-journal").exists()
    assert space.ask(faults) == ()
    new(space)
    assert space.undo() is not None
    assert space.ask(contents) == before


def test_a_full_disk_leaves_the_file_as_it_was(space: Workspace, path: Path) -> None:
    space.ask(_pragma, "PRAGMA max_page_count=1")  # SQLite takes it as the present size
    _fails(space, _long_note, path)


def test_a_commit_that_fails_leaves_the_file_as_it_was(space: Workspace, path: Path) -> None:
    _fails(space, _dangling, path)


def test_drafts_and_undo_on_a_full_disk_are_told_too(space: Workspace) -> None:
    space.do("Long", _long_note)
    space.undo()
    space.ask(_pragma, "PRAGMA max_page_count=1")
    with pytest.raises(DataError, match="write_failed"):
        space.keep_draft("a/b/c", "x" * 3_000_000)
    space.ask(_pragma, "PRAGMA foreign_keys")
    assert space.draft("a/b/c") is None


def test_after_the_disk_has_gone_nothing_more_is_written(space: Workspace, path: Path) -> None:
    path.rename(path.with_name("gone"))
    with pytest.raises(DataError, match="write_failed"):
        space.do("Fails", _long_note)
    with pytest.raises(DataError, match="read_only"):
        space.do("Fails", _long_note)


def test_a_view_that_fails_is_told_in_our_words(space: Workspace) -> None:
    with pytest.raises(DataError, match="read_failed"):
        space.ask(_pragma, "SELECT * FROM nowhere")
