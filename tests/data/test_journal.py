"""The journal: whole, true to what was there, and not to be passed by."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, delete, insert, inspect, select, text, update
from sqlalchemy.orm import Session, load_only

from app.data.journal import broken_links
from app.data.models import Base, Entry, JournalRow, Party, Person, Place, Step
from app.domain.errors import PlanningError
from app.planning.soundness import faults
from app.planning.verbs.entries import cancel_entry, create_entry, delete_entry, edit_entry
from app.planning.workspace import Workspace
from tests.helpers.planner import VISIT, at, contents, planner


def _entry(space: Workspace, title: str = "Call") -> str:
    return space.do(
        "New entry",
        create_entry,
        VISIT,
        title=title,
        start_wall=at(10, 9),
        start_zone="Europe/Paris",
        end_wall=at(10, 10),
        end_zone="Europe/Paris",
        notes="before",
    )


def _newest(connection: Connection) -> list[tuple[str, str, dict[str, Any]]]:
    """Return the rows of the newest step: table, operation, payload."""
    step = connection.execute(select(Step.number).order_by(Step.number.desc()).limit(1)).scalar_one()
    table = JournalRow.__table__
    rows = connection.execute(select(table).where(table.c.step_number == step)).mappings()
    return [(row["table"], row["operation"], json.loads(row["payload"])) for row in rows]


def _steps(connection: Connection) -> int:
    return len(connection.execute(select(Step.number)).all())


def _touch_unloaded(session: Session, entry_id: str) -> None:
    query = select(Entry).where(Entry.id == entry_id).options(load_only(Entry.title, Entry.version))
    entry = session.scalars(query).one()
    entry.notes = "after"


def test_the_image_before_holds_a_column_that_was_never_loaded(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        entry = _entry(space)
        space.do("Notes", _touch_unloaded, entry)
        ((table, operation, payload),) = space.ask(_newest)
        assert (table, operation) == ("entry", "update")
        assert payload["before"]["notes"] == "before"
        assert payload["after"]["notes"] == "after"
        assert payload["before"].keys() <= {"notes", "version", "updated_at"}


def _several_flushes(session: Session, entry_id: str) -> None:
    entry = session.get(Entry, entry_id)
    assert entry is not None
    for number in range(3):
        entry.notes = f"{number}"
        session.flush()
    fleeting = Person(family_name="Nobody")
    session.add(fleeting)
    session.flush()
    session.delete(fleeting)


def test_a_step_keeps_the_net_change(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        entry = _entry(space)
        space.do("Notes", _several_flushes, entry)
        ((table, _operation, payload),) = space.ask(_newest)
        assert table == "entry"
        assert (payload["before"]["notes"], payload["after"]["notes"]) == ("before", "2")


def _set_to_the_same(session: Session, entry_id: str) -> None:
    entry = session.get(Entry, entry_id)
    assert entry is not None
    entry.title, entry.notes = entry.title, entry.notes
    party = session.get(Party, "party-team")
    assert party is not None
    party.name = "Team"


def test_a_row_set_to_what_it_was_is_not_written_down(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        entry = _entry(space)
        space.do("Cancel", cancel_entry, entry)
        steps, before = space.ask(_steps), space.ask(contents)
        space.do("Cancel again", cancel_entry, entry)
        space.do("The same title", edit_entry, entry, title="Call")
        space.do("Nothing", edit_entry, entry)
        assert space.ask(_steps) == steps
        assert space.ask(contents) == before
        space.do("One changed", _set_to_the_same, entry)
        assert [(table, operation) for table, operation, _ in space.ask(_newest)] == [("party", "update")]


ENTRY = Base.metadata.tables["entry"]
STRAY: dict[str, Callable[[Session], Any]] = {
    "orm update": lambda session: session.execute(update(Entry).values(title="x")),
    "orm delete": lambda session: session.execute(delete(Entry)),
    "orm insert": lambda session: session.execute(insert(Place), [{"id": "p", "name": "x", "version": 1}]),
    "query": lambda session: session.query(Entry).update({"title": "x"}),
    "core": lambda session: session.connection().execute(update(ENTRY).values(title="x")),
    "text": lambda session: session.execute(text("UPDATE entry SET title = 'x'")),
    "driver": lambda session: session.connection().exec_driver_sql(" update entry set title = 'x'"),
    "with": lambda session: session.connection().execute(
        update(ENTRY).where(ENTRY.c.id.in_(select(select(ENTRY.c.id).cte("c").c.id))).values(title="x")
    ),
    "bulk": lambda session: session.bulk_update_mappings(
        inspect(Entry), [{"id": "e", "version": 1, "title": "x"}]
    ),
    "savepoint": lambda session: (session.begin_nested(), session.connection()),
}


@pytest.mark.parametrize("name", STRAY)
def test_a_write_that_passes_the_journal_by_raises_and_leaves_nothing(tmp_path: Path, name: str) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        _entry(space)
        before = space.ask(contents)
        with pytest.raises(RuntimeError, match="journal"):
            space.do("Stray", STRAY[name])
        assert space.ask(contents) == before
        _entry(space, "the workspace goes on")


def _half_then_fail(session: Session, entry_id: str, error: Exception) -> None:
    delete_entry(session, entry_id)
    session.flush()
    raise error


@pytest.mark.parametrize("error", [PlanningError("no"), ValueError("a bug"), KeyboardInterrupt()])
def test_a_verb_that_raises_leaves_nothing(tmp_path: Path, error: Exception) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        entry = _entry(space)
        before, steps, told = space.ask(contents), space.ask(_steps), list[object]()
        space.listen(told.append)
        with pytest.raises(type(error)):
            space.do("Half", _half_then_fail, entry, error)
        assert (space.ask(contents), space.ask(_steps), told) == (before, steps, [])


# The chain


def _story(folder: Path) -> Path:
    path = planner(folder)
    with Workspace.open(path) as space:
        for number in range(4):
            _entry(space, f"Entry {number}")
        space.undo()
        space.redo()
    return path


def _behind_its_back(path: Path, *statements: str) -> None:
    connection = driver.connect(str(path), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


LAST = "(SELECT max(number) FROM journal)"
TAMPERED = {
    "payload": "UPDATE journal SET payload = replace(payload, 'Entry', 'Entree') WHERE number = LAST - 2",
    "last payload": "UPDATE journal SET payload = '{}' WHERE number = LAST",
    "digest": "UPDATE journal SET digest = salt || salt WHERE number = LAST - 1",
    "salt alone emptied": "UPDATE journal SET salt = NULL WHERE number = LAST - 1",
    "payload alone emptied": "UPDATE journal SET payload = NULL WHERE number = LAST - 1",
    "operation": "UPDATE journal SET operation = 'delete' WHERE number = LAST - 3",
    "row": "UPDATE journal SET row_id = 'other' WHERE number = LAST - 3",
    "step": "UPDATE journal SET step_number = step_number - 1 WHERE number = LAST - 3",
    "first row removed": "DELETE FROM journal WHERE number = (SELECT min(number) FROM journal)",
    "row removed": "DELETE FROM journal WHERE number = LAST - 1",
    "last row removed": "DELETE FROM journal WHERE number = LAST",
}


@pytest.mark.parametrize("name", TAMPERED)
def test_the_chain_tells_what_was_changed_from_outside(tmp_path: Path, name: str) -> None:
    path = _story(tmp_path)
    _behind_its_back(path, TAMPERED[name].replace("LAST", LAST))
    with Workspace.open(path, writable=False) as space:
        assert space.ask(broken_links) != []
        assert "fault_journal" in {fault.code for fault in space.ask(faults)}


def test_the_chain_tells_of_two_rows_in_each_others_place(tmp_path: Path) -> None:
    path = _story(tmp_path)
    connection = driver.connect(str(path), isolation_level=None)
    ((last,),) = connection.execute("SELECT max(number) FROM journal").fetchall()
    connection.close()
    swap = [(last, 99_999), (last - 1, last), (99_999, last - 1)]
    _behind_its_back(
        path,
        *(
            " ".join(("UPDATE journal SET number =", str(new), "WHERE number =", str(old)))
            for old, new in swap
        ),
    )
    with Workspace.open(path, writable=False) as space:
        assert space.ask(broken_links) != []


def test_the_chain_is_whole_after_a_purge_and_goes_on(tmp_path: Path) -> None:
    path = _story(tmp_path)
    _behind_its_back(
        path, "UPDATE journal SET payload = NULL, salt = NULL", "UPDATE step SET state = 'closed'"
    )
    with Workspace.open(path) as space:
        assert space.ask(broken_links) == []
        assert space.next_undo() is None
        _entry(space, "after the purge")
        assert space.undo() is not None
        assert space.ask(faults) == ()
