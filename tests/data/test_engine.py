"""Opening a planner file: the settings in force, and what is refused in which words."""

import os
import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, insert
from sqlalchemy.exc import IntegrityError

from app.data.engine import APPLICATION_ID, FORMAT_VERSION, SOUND_SQLITE, open_engine
from app.data.models import Person
from app.data.models.base import now_utc
from app.domain.errors import DataError
from app.planning.soundness import faults
from app.planning.views.visits import visit_cards
from app.planning.workspace import Workspace
from tests.helpers.planner import planner

COMMON = {
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "temp_store": 2,
    "locking_mode": "normal",
    "journal_mode": "delete",
    "application_id": APPLICATION_ID,
    "user_version": FORMAT_VERSION,
}
WRITER = COMMON | {"synchronous": 3, "secure_delete": 1, "query_only": 0}
READER = COMMON | {"query_only": 1}


def _pragma(engine: Engine, name: str) -> object:
    with engine.connect() as connection:
        row = connection.exec_driver_sql(f"PRAGMA {name}").first()
        return row[0] if row else 0


@pytest.mark.parametrize(("writable", "wanted"), [(True, WRITER), (False, READER)])
def test_settings_are_in_force(tmp_path: Path, *, writable: bool, wanted: dict[str, object]) -> None:
    engine = open_engine(planner(tmp_path), writable=writable)
    assert {name: _pragma(engine, name) for name in wanted} == wanted
    engine.dispose()


def test_sqlite_is_new_enough() -> None:
    assert driver.sqlite_version_info >= SOUND_SQLITE


def _open(path: Path, *, writable: bool = True) -> str:
    """Return the code with which a path is refused, or an empty string."""
    try:
        with Workspace.open(path, writable=writable) as space:
            space.ask(visit_cards)
    except DataError as error:
        return error.code if error.data["path"] == str(path) else "another path"
    return ""


def _sqlite(path: Path, *statements: str) -> None:
    connection = driver.connect(str(path), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("writable", [True, False])
def test_what_is_no_planner_is_refused_and_left_as_it_was(tmp_path: Path, *, writable: bool) -> None:
    foreign, noise, empty = (tmp_path / name for name in ("foreign.db", "noise.bin", "empty.aide"))
    _sqlite(foreign, "PRAGMA journal_mode=WAL", "CREATE TABLE visit (id TEXT)")
    noise.write_bytes(os.urandom(20_000))
    empty.touch()
    before = {path: path.read_bytes() for path in (foreign, noise, empty)}
    for path, content in before.items():
        assert _open(path, writable=writable) == "not_a_planner"
        assert path.read_bytes() == content
    assert _open(tmp_path, writable=writable) == "not_a_planner"
    assert _open(tmp_path / "nothing.aide", writable=writable) == "file_missing"
    assert _open(tmp_path / "no folder" / "nothing.aide", writable=writable) == "file_missing"
    assert _open(tmp_path / ("long" * 100), writable=writable) in {"file_missing", "file_unreadable"}
    assert sorted(tmp_path.glob("*.lock")) == []
    assert not (tmp_path / "no folder").exists()


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        (f"PRAGMA user_version={FORMAT_VERSION + 1}", "newer_file"),
        ("UPDATE alembic_version SET version_num = 'f00d'", "newer_file"),
        ("DELETE FROM alembic_version", "not_a_planner"),
        ("DROP TABLE alembic_version", "not_a_planner"),
        ("PRAGMA application_id=7", "not_a_planner"),
    ],
)
def test_files_of_other_programs_and_other_versions_are_refused(
    tmp_path: Path, statement: str, code: str
) -> None:
    path = planner(tmp_path)
    _sqlite(path, statement)
    assert _open(path) == code
    assert _open(path, writable=False) == code
    assert sorted(tmp_path.glob("*.lock")) == []


def test_a_damaged_page_is_told(tmp_path: Path) -> None:
    template = planner(tmp_path, "sample", "sound.aide").read_bytes()
    size = 4096
    told = set()
    for page in range(1, len(template) // size, 23):
        path = tmp_path / f"{page}.aide"
        path.write_bytes(template[: page * size] + b"\xff" * size + template[(page + 1) * size :])
        code = _open(path)
        assert code in {"", "file_damaged", "not_a_planner", "read_failed"}
        told.add(code)
    assert "file_damaged" in told


def test_a_planner_that_was_cut_short_is_told(tmp_path: Path) -> None:
    template = planner(tmp_path, "sample", "sound.aide").read_bytes()
    for length in (1, 50, 100, 4096, 5000, len(template) // 2):
        path = tmp_path / f"{length}.aide"
        path.write_bytes(template[:length])
        assert _open(path) in {"file_damaged", "not_a_planner"}, length


def test_a_copy_of_an_open_file_is_whole(tmp_path: Path) -> None:
    path = planner(tmp_path, "sample")
    with Workspace.open(path) as space:
        space.keep_draft("entry/x/notes", "half a sentence")
        cards = space.ask(visit_cards)
        copy = tmp_path / "copy.aide"
        shutil.copyfile(path, copy)  # by another process in life: here nothing is written afterwards
    with Workspace.open(copy) as space:
        assert space.ask(visit_cards) == cards
        assert space.ask(faults) == ()
        assert space.draft("entry/x/notes") == "half a sentence"


@pytest.mark.parametrize(
    "name", ["a b.aide", "a#b?.aide", "100%25.aide", "방문 계획.aide", "é'\"&=.aide", ":memory:"]
)
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    folder = tmp_path / f"folder {name.removesuffix('.aide')}"
    folder.mkdir()
    Workspace.create(folder / name).close()
    assert [found.name for found in folder.iterdir()] == [name]
    assert _open(folder / name) == ""
    assert _open(folder / name, writable=False) == ""


def test_errors_of_the_database_do_not_tell_what_was_to_be_stored(tmp_path: Path) -> None:
    engine = open_engine(planner(tmp_path), writable=True)
    stamps = {"version": 1, "created_at": now_utc(), "updated_at": now_utc()}
    with engine.connect() as connection, pytest.raises(IntegrityError) as caught:
        connection.execute(insert(Person).values(id="person-0", family_name="M12345678", **stamps))
    assert "M12345678" not in str(caught.value)
    engine.dispose()
