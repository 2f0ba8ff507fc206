"""A process that is killed at any moment leaves a sound planner with every acknowledged edit in it.

Run apart, for it takes its time: ``pytest tests/faults``.
"""

import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from app.paths import ROOT
from app.planning.soundness import faults
from app.planning.workspace import Workspace
from tests.helpers.planner import VISIT, contents, planner

EDITS = """
import sys
from pathlib import Path
from app.domain.zones import use_shipped_zones
from app.planning.verbs.entries import create_entry, edit_entry
from app.planning.workspace import Workspace
from datetime import datetime
use_shipped_zones()
with Workspace.open(Path(sys.argv[1])) as space:
    assert not space.read_only
    for number in range(100000):
        title = f"{sys.argv[2]}-{number}"
        entry = space.do("New", create_entry, sys.argv[3], title=title, start_wall=datetime(2026, 3, 10, 9),
                         start_zone="Europe/Paris", end_wall=datetime(2026, 3, 10, 10),
                         end_zone="Europe/Paris")
        space.do("Long", edit_entry, entry, notes="word " * 20000)
        if number % 3 == 2:
            space.undo(); space.redo()
        print(title, flush=True)
"""
CREATE = """
import sys
from pathlib import Path
from app.domain.zones import use_shipped_zones
from app.planning.sample import create_sample
use_shipped_zones()
print("begins", flush=True)
create_sample(Path(sys.argv[1]))
print("made", flush=True)
"""
UPGRADE = """
import sys
from pathlib import Path
from app.data import migrate
from app.data.engine import open_engine
print("begins", flush=True)
engine = open_engine(Path(sys.argv[1]), writable=True)
with engine.connect() as connection:
    connection.connection.dbapi_connection.execute("PRAGMA foreign_keys=OFF")
    with connection.begin():
        migrate.downgrade(connection, "base")
        migrate.upgrade(connection)
print("made", flush=True)
"""


def killed(code: str, *words: str, after: float) -> list[str]:
    """Run a child, kill it some seconds after its first word, and return its whole lines."""
    with subprocess.Popen([sys.executable, "-c", code, *words], cwd=ROOT, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(after)
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.read()
    return [line for line in (first + rest).decode().splitlines(keepends=True) if line.endswith("\n")]


def test_every_acknowledged_edit_is_there_after_a_kill(tmp_path: Path) -> None:
    path, acknowledged = planner(tmp_path), set[str]()
    for run in range(40):
        pause = random.Random(run).uniform(0, 0.15)  # noqa: S311 - moments, not secrets
        lines = killed(EDITS, str(path), f"run{run}", VISIT, after=pause)
        acknowledged |= {line.strip() for line in lines}
        if run % 2:  # a reader first: it finds what the dead writer left
            with Workspace.open(path, writable=False) as reader:
                assert reader.ask(faults) == ()
        with Workspace.open(path) as space:
            assert not space.read_only
            assert space.ask(faults) == ()
            titles = {row["title"]: row["notes"] for row in space.ask(contents)["entry"]}
            assert acknowledged <= titles.keys()
            assert all(len(titles[title]) > 90_000 for title in acknowledged)
    assert len(acknowledged) >= 40


def test_a_planner_that_is_being_made_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    for run in range(12):
        path = tmp_path / f"{run}.aide"
        lines = killed(CREATE, str(path), after=random.Random(run).uniform(0, 2.0))  # noqa: S311
        assert path.exists() or lines == ["begins\n"]
        if path.exists():
            with Workspace.open(path) as space:
                assert space.ask(faults) == ()
                visits = space.ask(contents)["visit"]
            assert len(visits) == 1


def test_a_schema_change_is_done_or_not_done(tmp_path: Path) -> None:
    for run in range(12):
        path = planner(tmp_path, "sample", f"{run}.aide")
        lines = killed(UPGRADE, str(path), after=random.Random(run).uniform(0, 1.0))  # noqa: S311
        connection = driver.connect(str(path), isolation_level=None)
        ((visits,),) = connection.execute("SELECT count(*) FROM visit").fetchall()
        ((revision,),) = connection.execute("SELECT version_num FROM alembic_version").fetchall()
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()
        assert re.fullmatch(r"\d{4}", revision)
        assert visits == 0 or "made\n" not in lines


@pytest.mark.parametrize("writable", [True, False])
def test_what_a_killed_writer_left_half_written_is_taken_back(tmp_path: Path, *, writable: bool) -> None:
    """The file and its journal are copied in the midst of a transaction that has spilled to the disk."""
    path, image = planner(tmp_path, "sample"), tmp_path / "image.aide"
    with Workspace.open(path, writable=False) as space:
        wanted = space.ask(contents)
    connection = driver.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA cache_size=5")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE entry SET notes = notes || 'half written'")
    connection.execute("UPDATE journal SET salt = 'spilled'")
    subprocess.run(["cp", str(path), str(image)], check=True)
    subprocess.run(["cp", f"{path}-journal", f"{image}-journal"], check=True)
    connection.execute("ROLLBACK")
    connection.close()
    assert image.read_bytes() != path.read_bytes()
    with Workspace.open(image, writable=writable) as space:
        assert space.ask(faults) == ()
        assert space.ask(contents) == wanted
