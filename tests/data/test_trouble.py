"""Trouble with disks, links and other programs is told in our own words, and leaves nothing behind."""

import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from app.domain.errors import DataError
from app.planning.soundness import faults
from app.planning.verbs.entries import create_entry, edit_entry
from app.planning.workspace import Workspace
from tests.helpers.planner import VISIT, at, planner

PARIS = "Europe/Paris"


@contextmanager
def small_disk(size: int = 4096) -> Iterator[None]:
    """Let no file grow beyond ``size``."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def add(space: Workspace, title: str) -> str:
    return space.do(
        "Add",
        create_entry,
        VISIT,
        title=title,
        start_wall=at(10, 9),
        start_zone=PARIS,
        end_wall=at(10, 10),
        end_zone=PARIS,
    )


def test_two_planners_of_one_name_keep_their_own_backups(tmp_path: Path) -> None:
    backups = tmp_path / "backups"
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        with Workspace.open(planner(tmp_path / folder, "small", "visit.aide")) as space:
            for day in (5, 6):
                add(space, f"{folder}{day}")
                assert space.keep_backup(backups, datetime(2026, 1, day, 9, 30)) is not None
    assert len(list(backups.glob("*.aide"))) == 4


def test_a_backup_for_which_there_is_no_room_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        with small_disk(), pytest.raises(DataError) as caught:
            space.write_backup(tmp_path / "copy.aide")
        assert caught.value.code == "backup_failed"
    assert [path.name for path in tmp_path.iterdir() if "copy" in path.name] == []


def test_a_backup_is_as_private_as_its_planner(tmp_path: Path) -> None:
    path = planner(tmp_path)
    path.chmod(0o600)
    with Workspace.open(path) as space:
        space.write_backup(tmp_path / "copy.aide")
        add(space, "More")
        kept = space.keep_backup(tmp_path / "backups", datetime(2026, 1, 5))
    assert kept is not None
    for copy in (tmp_path / "copy.aide", kept):
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700


def test_a_planner_that_another_program_holds_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.data.engine.PATIENCE", 0.2)
    path = planner(tmp_path)
    other = driver.connect(str(path), isolation_level=None)
    other.execute("PRAGMA journal_mode=WAL")
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(DataError) as caught:
            Workspace.open(path)
        assert caught.value.code in {"file_unreadable", "read_failed", "write_failed"}
    finally:
        other.execute("ROLLBACK")
        other.execute("PRAGMA journal_mode=DELETE")
        other.close()
    assert not path.with_name(f"{path.name}.lock").exists()
    with Workspace.open(path) as space:
        assert not space.read_only


def test_a_link_is_locked_as_the_file_it_leads_to(tmp_path: Path) -> None:
    path = planner(tmp_path)
    link = tmp_path / "link.aide"
    link.symlink_to(path)
    with Workspace.open(path) as first, Workspace.open(link) as second:
        assert (first.read_only, second.read_only) == (False, True)


@pytest.mark.parametrize(("column", "value"), [("start_wall", "garbage"), ("kind", "zzz"), ("marking", "9")])
def test_a_value_that_cannot_be_is_found_and_told(tmp_path: Path, column: str, value: str) -> None:
    path = planner(tmp_path)
    with Workspace.open(path) as space:
        add(space, "Damaged")
    connection = driver.connect(str(path), isolation_level=None)
    connection.execute(f"UPDATE entry SET {column} = ? WHERE title = 'Damaged'", (value,))  # noqa: S608 - a column of the list above
    connection.close()
    with Workspace.open(path, writable=False) as space:
        assert [fault.code for fault in space.ask(faults)] == ["fault_value"]


def test_a_zone_that_is_known_no_more_does_not_lock_its_owner_out(tmp_path: Path) -> None:
    path = planner(tmp_path)
    with Workspace.open(path) as space:
        entry = add(space, "Old zone")
    connection = driver.connect(str(path), isolation_level=None)
    connection.execute("UPDATE entry SET start_zone = 'US/Pacific-New' WHERE title = 'Old zone'")
    connection.execute("UPDATE setting SET value = '\"1999a\"' WHERE name = 'zone_data_version'")
    connection.close()
    with Workspace.open(path) as space:
        assert not space.read_only
        assert [(fault.code, fault.detail) for fault in space.ask(faults)] == [("fault_instant", "Old zone")]
        space.do("Mend", edit_entry, entry, start_zone=PARIS)
        assert space.ask(faults) == ()
