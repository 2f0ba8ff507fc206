"""An older file is brought up in one transaction after a verified backup, or left as it was."""

import shutil
from pathlib import Path

import pytest

from app.data import engine, migrate
from app.data.backup import verify_copy
from app.data.models import Entry
from app.data.snapshot import take
from app.domain.errors import DataError
from app.paths import MIGRATIONS
from app.planning.verbs.entries import edit_entry
from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from tests.helpers.planner import planner

HEAD = engine.SCHEMA_HEAD
NEXT = '''"""A revision of the future: a column more.

Revision 9999, after the newest.
"""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("entry") as batch:
        batch.add_column(sa.Column("weather", sa.Text(), nullable=False, server_default=""))
    {more}


def downgrade() -> None:
    with op.batch_alter_table("entry") as batch:
        batch.drop_column("weather")
'''


@pytest.fixture
def older(tmp_path: Path) -> Path:
    path = planner(tmp_path, "sample", "older.aide")
    with Workspace.open(path) as space:
        entry = space.ask(lambda connection: connection.execute(Entry.__table__.select()).first())
        assert entry is not None
        space.do("Rename", edit_entry, entry.id, title="Renamed before the upgrade")
        assert space.next_undo() is not None
    return path


def a_newer_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str = "") -> None:
    scripts = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "9999_next.py").write_text(NEXT.format(more=more, head=HEAD), "utf-8")
    monkeypatch.setattr(migrate, "MIGRATIONS", scripts)
    monkeypatch.setattr(engine, "SCHEMA_HEAD", "9999")


def test_an_older_file_is_brought_up_after_a_verified_backup(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workspace.open(older, writable=False) as space:
        before = space.ask(take, space.ask(the_visit, None))
    a_newer_program(tmp_path, monkeypatch)
    backups = tmp_path / "backups"
    with Workspace.open(older, backups=backups) as space:
        assert space.ask(engine.schema_revision) == "9999"
        assert space.ask(take, space.ask(the_visit, None))["rows"] == before["rows"]
        assert space.next_undo() is None  # a migration closes the undo list
        columns = space.ask(lambda c: [row[1] for row in c.exec_driver_sql("PRAGMA table_info(entry)")])
        assert "weather" in columns
    (copy,) = backups.glob("*.aide")
    verify_copy(copy)
    monkeypatch.undo()
    with Workspace.open(copy, writable=False) as space:
        assert space.ask(take, space.ask(the_visit, None)) == before


@pytest.mark.parametrize(
    "more",
    [
        'op.execute("UPDATE no_such_table SET x = 1")',
        "op.execute(\"UPDATE agenda_item SET entry_id = 'nobody'\")",
        'op.execute("DELETE FROM baggage_piece WHERE rowid = 1")  # UPDATE that loses a row',
        'raise RuntimeError("half-way")',
    ],
)
def test_an_upgrade_that_fails_leaves_the_old_file(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str
) -> None:
    before = older.read_bytes()
    a_newer_program(tmp_path, monkeypatch, more)
    with pytest.raises(Exception, match=r".") as caught:
        Workspace.open(older, backups=tmp_path / "backups")
    if "UPDATE" in more:
        assert isinstance(caught.value, DataError)
        assert caught.value.code == "migration_failed"
    assert older.read_bytes() == before
    monkeypatch.undo()
    with Workspace.open(older) as space:
        assert space.ask(engine.schema_revision) == HEAD
        assert space.next_undo() is not None


def test_an_older_file_that_cannot_be_written_is_not_opened(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_newer_program(tmp_path, monkeypatch)
    with pytest.raises(DataError) as caught:
        Workspace.open(older, writable=False)
    assert caught.value.code == "upgrade_needs_writing"
