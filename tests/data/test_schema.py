"""The schema: models and revisions agree, and every column declares what release needs to know."""

import ast
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Table, func, inspect, select

from app.data import migrate
from app.data.engine import SCHEMA_HEAD, open_engine
from app.data.models import Base, Leg
from app.data.models.base import Level, Word, map_all, stored_classes
from app.data.search import is_index_table
from app.domain.release import Carry
from app.paths import MIGRATIONS
from tests.helpers.planner import planner

TABLES = Base.metadata.sorted_tables
REVISIONS = migrate.known_revisions()


def _same_type(_context: Any, _seen: Any, _column: Any, found: Any, declared: Any) -> bool | None:
    """Take a vocabulary as the text, and a level as the number, that it is stored as."""
    if isinstance(declared, (Word, Level)):
        stored = declared.impl_instance
        return not (
            isinstance(found, type(stored)) and getattr(found, "length", 0) == getattr(stored, "length", 0)
        )
    return None


def _is_ours(name: str | None, kind: str, _parents: Any) -> bool:
    """Leave out the search index: it is SQLite's own, and no class is mapped to it."""
    return kind != "table" or not is_index_table(str(name))


def test_the_revisions_make_what_the_models_say(tmp_path: Path) -> None:
    engine = open_engine(planner(tmp_path, "empty"), writable=False)
    with engine.connect() as connection:
        opts = {"compare_type": _same_type, "include_name": _is_ours}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_the_program_knows_its_newest_revision() -> None:
    assert REVISIONS[0] == SCHEMA_HEAD


def _counts(connection: Connection) -> dict[str, int]:
    present = set(inspect(connection).get_table_names())
    return {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in TABLES
        if table.name in present
    }


def _shape(connection: Connection) -> list[Any]:
    query = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    return [tuple(row) for row in connection.exec_driver_sql(query)]


@pytest.mark.parametrize("kind", ["sample", "filled"])
def test_each_revision_goes_down_and_up_again_on_filled_data(tmp_path: Path, kind: str) -> None:
    engine = open_engine(planner(tmp_path, kind), writable=True)
    with engine.connect() as connection:
        before, shape = _counts(connection), _shape(connection)
        connection.rollback()
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        for newer, older in pairwise(REVISIONS):
            migrate.downgrade(connection, older)
            kept = _counts(connection)
            assert kept.items() <= before.items()
            migrate.upgrade(connection, newer)
            assert kept.items() <= _counts(connection).items()
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall() == []
        migrate.upgrade(connection)
        assert _counts(connection).keys() == before.keys()
        assert _shape(connection) == shape
    engine.dispose()


def test_the_first_revision_goes_down_to_nothing_and_up_again(tmp_path: Path) -> None:
    engine = open_engine(planner(tmp_path, "filled"), writable=True)
    with engine.connect() as connection:
        shape = _shape(connection)
        connection.rollback()
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        migrate.downgrade(connection, "base")
        assert set(inspect(connection).get_table_names()) == {"alembic_version"}
        migrate.upgrade(connection)
        assert _shape(connection) == shape
    engine.dispose()


def test_no_journey_of_an_older_file_is_an_estimate(tmp_path: Path) -> None:
    engine = open_engine(planner(tmp_path, "filled"), writable=True)
    estimated = select(Leg.__table__.c.estimated)
    with engine.connect() as connection:
        assert set(connection.execute(estimated).scalars()) == {True}
        connection.rollback()
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        migrate.downgrade(connection, "0002")
        migrate.upgrade(connection)
        assert set(connection.execute(estimated).scalars()) == {False}
    engine.dispose()


@pytest.mark.parametrize("path", sorted(MIGRATIONS.rglob("*.py")), ids=lambda path: path.name)
def test_migrations_import_nothing_of_the_program(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
            assert node.level == 0
        assert not [name for name in names if name.split(".")[0] == "app"]


def test_every_constraint_has_a_name_by_the_convention(tmp_path: Path) -> None:
    engine = open_engine(planner(tmp_path, "empty"), writable=False)
    with engine.connect() as connection:
        found = inspect(connection)
        for table in TABLES:
            names = [found.get_pk_constraint(table.name)["name"]]
            names += [key["name"] for key in found.get_foreign_keys(table.name)]
            names += [unique["name"] for unique in found.get_unique_constraints(table.name)]
            names += [index["name"] for index in found.get_indexes(table.name)]
            for name in names:
                assert re.match(rf"(pk|fk|uq|ix|ck)_{table.name}(_|$)", str(name)), (table.name, name)
    engine.dispose()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_every_column_declares_how_it_may_be_released(table: Table) -> None:
    for column in table.c:
        assert isinstance(column.info.get("carry"), Carry), column.name
        if column.info["carry"] is Carry.GUARDED:
            assert isinstance(table.c[column.info["marked_by"]].type, Level)
        else:
            assert "marked_by" not in column.info


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_foreign_keys_wait_for_the_commit_and_say_who_owns_whom(table: Table) -> None:
    for key in table.foreign_keys:
        if table.name == "journal":
            continue  # steps and their rows are never deleted
        assert key.deferrable
        assert key.initially == "DEFERRED"
        assert key.ondelete is None
        assert isinstance(key.parent.info["owner"], bool)
        assert not (key.parent.info["owner"] and key.column.table.name == table.name)


def test_nothing_loads_by_surprise() -> None:
    map_all()
    mappers = [inspect(each) for each in stored_classes()]
    assert len(mappers) == len(Base.metadata.tables)
    assert [mapper for mapper in mappers if mapper.relationships] == []
