"""When zone data changes, the clocks stand and the instants follow; what moved is reported."""

from datetime import timedelta
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from app.planning.soundness import faults
from app.planning.views.entry import entry_detail
from app.planning.workspace import Workspace
from tests.helpers.planner import at, contents, planner, risen
from tests.planning.test_entries import new


def _behind_its_back(path: Path, *statements: str) -> None:
    connection = driver.connect(str(path), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_what_moves_with_new_zone_data_is_reported(tmp_path: Path) -> None:
    """The file is made as if older zone data had put Paris an hour further east on one day."""
    path = planner(tmp_path)
    with Workspace.open(path) as space:
        moved, kept = new(space, at(10, 9), title="Moved"), new(space, at(11, 9))
        sequence = space.ask(risen)["entry", moved, "calendar_sequence"]
        assert space.moved == ()
    _behind_its_back(
        path,
        "UPDATE setting SET value = '\"1999a\"' WHERE name = 'zone_data_version'",
        "UPDATE entry SET start_utc = '2026-03-10 07:00:00.000000' WHERE title = 'Moved'",
    )
    with Workspace.open(path, writable=False) as reader:
        assert reader.moved == ()
        assert [fault.code for fault in reader.ask(faults)] == ["fault_instant"]
    with Workspace.open(path) as space:
        (told,) = space.moved
        assert (told.entry_id, told.title) == (moved, "Moved")
        assert told.new_start_utc - told.old_start_utc == timedelta(hours=1)
        assert space.ask(entry_detail, moved).start_wall == at(10, 9)
        assert space.ask(faults) == ()
        after = space.ask(risen)
        assert after["entry", moved, "calendar_sequence"] == sequence + 1
        assert after["entry", kept, "calendar_sequence"] == 0
        assert space.next_undo() is None  # undo would bring instants of the old data back
    with Workspace.open(path) as space:
        assert space.moved == ()


def test_a_file_of_the_present_zone_data_is_left_alone(tmp_path: Path) -> None:
    path = planner(tmp_path, "sample")
    content = path.read_bytes()
    with Workspace.open(path) as space:
        assert space.moved == ()
        assert space.ask(contents)["entry"]
    assert path.read_bytes() == content


def test_a_clock_that_new_zone_data_skips_is_kept(tmp_path: Path) -> None:
    """02:30 on the night of the switch can be in a file whose older data knew no switch."""
    path = planner(tmp_path)
    with Workspace.open(path) as space:
        entry = new(space, at(29, 4))
    _behind_its_back(
        path,
        "UPDATE setting SET value = '\"1999a\"' WHERE name = 'zone_data_version'",
        "UPDATE entry SET start_wall = '2026-03-29 02:30:00.000000'",
    )
    with Workspace.open(path) as space:
        found = space.ask(entry_detail, entry)
        assert (found.start_wall, found.start_utc) == (at(29, 2, 30), at(29, 1))
        assert space.ask(faults) == ()
