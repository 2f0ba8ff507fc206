"""Backups: made while the planner is open, verified, thinned out, and never over anything."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.data import backup
from app.data.backup import outdated
from app.data.engine import open_engine, raw_engine
from app.domain.errors import DataError
from app.planning.settings import rename_markings
from app.planning.soundness import faults
from app.planning.workspace import Workspace
from tests.helpers.planner import contents, planner

NOON = datetime(2026, 3, 1, 12)


def _names(number: int) -> list[str]:
    return [f"{level} {number}" for level in range(4)]


def _change(space: Workspace, number: int) -> None:
    space.do("Names", rename_markings, _names(number))


def test_a_backup_of_an_open_planner_is_whole(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path, "sample")) as space:
        _change(space, 1)
        space.keep_draft("entry/x/notes", "half")
        space.write_backup(tmp_path / "copy.aide")
        wanted = space.ask(contents)
        _change(space, 2)
    with Workspace.open(tmp_path / "copy.aide") as copy:
        assert copy.ask(contents) == wanted
        assert copy.ask(faults) == ()
        assert copy.draft("entry/x/notes") == "half"


def test_a_reader_backs_up_what_another_writes(tmp_path: Path) -> None:
    path = planner(tmp_path)
    with Workspace.open(path) as writer, Workspace.open(path) as reader:
        _change(writer, 1)
        reader.write_backup(tmp_path / "copy.aide")
        wanted = writer.ask(contents)
    with Workspace.open(tmp_path / "copy.aide") as copy:
        assert copy.ask(contents) == wanted


def _code(space: Workspace, target: Path) -> str:
    with pytest.raises(DataError) as caught:
        space.write_backup(target)
    return caught.value.code


def test_a_backup_is_never_written_over_anything(tmp_path: Path) -> None:
    path = planner(tmp_path)
    (tmp_path / "letter.txt").write_text("Dear Minister")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    before = sorted(tmp_path.iterdir())
    with Workspace.open(path) as space:
        assert _code(space, path) == "file_exists"
        assert _code(space, tmp_path / "letter.txt") == "file_exists"
        assert _code(space, tmp_path) == "file_exists"
        assert _code(space, tmp_path / "link") == "file_exists"
        assert _code(space, tmp_path / "no" / "copy.aide") == "folder_missing"
        assert _code(space, tmp_path / "letter.txt" / "copy.aide") == "folder_missing"
        assert _code(space, tmp_path / ("long" * 100)) == "file_unwritable"
    assert (tmp_path / "letter.txt").read_text() == "Dear Minister"
    assert sorted(tmp_path.iterdir()) == before


def test_a_backup_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    """What is copied has lost a page in its midst, so that the copy is found unsound."""
    path = planner(tmp_path, "sample")
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 8192] = b"\xff" * 8192
    path.write_bytes(content)
    folder = tmp_path / "backups"
    folder.mkdir()
    engine = raw_engine(path, "ro")
    with pytest.raises(DataError) as caught:
        backup.write_backup(engine, folder / "copy.aide")
    engine.dispose()
    assert caught.value.code in {"file_damaged", "backup_failed"}
    assert list(folder.iterdir()) == []


def test_a_damaged_backup_is_not_restored(tmp_path: Path) -> None:
    content = planner(tmp_path, "sample").read_bytes()
    (tmp_path / "bad.aide").write_bytes(content[:8192] + b"\xff" * 4096 + content[12288:])
    with pytest.raises(DataError) as caught:
        backup.restore(tmp_path / "bad.aide", tmp_path / "new.aide")
    assert caught.value.code == "file_damaged"
    assert not (tmp_path / "new.aide").exists()


def test_restoring_closes_undo_and_keeps_history(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        _change(space, 1)
        _change(space, 2)
        space.undo()
        wanted = space.ask(contents)
        space.write_backup(tmp_path / "copy.aide")
    backup.restore(tmp_path / "copy.aide", tmp_path / "new.aide")
    with Workspace.open(tmp_path / "new.aide") as restored:
        assert restored.ask(contents) == wanted
        assert restored.next_undo() is None
        assert restored.next_redo() is None
        assert restored.ask(faults) == ()
    with Workspace.open(tmp_path / "copy.aide") as copy:
        assert copy.next_undo() is not None  # the backup itself is left as it was
    with pytest.raises(DataError, match="file_exists"):
        backup.restore(tmp_path / "copy.aide", tmp_path / "new.aide")
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_a_year_of_backups_thins_to_days_weeks_and_months(tmp_path: Path) -> None:
    """One a day for a year; what stays is reckoned by calendar here, apart from the code."""
    kept: list[Path] = []
    moments = [NOON + timedelta(days=number) for number in range(365)]
    for moment in moments:
        kept.append(tmp_path / f"visit-{moment:%Y%m%d-%H%M%S}.aide")
        dropped = set(outdated(kept, "visit"))
        kept = [path for path in kept if path not in dropped]
    days = {path.stem[6:14] for path in kept}
    newest = moments[-1].date()
    assert {f"{newest - timedelta(days=number):%Y%m%d}" for number in range(12)} <= days
    weeks = {datetime.strptime(day, "%Y%m%d").isocalendar()[:2] for day in days}
    assert {(newest - timedelta(weeks=number)).isocalendar()[:2] for number in range(10)} <= weeks
    months = sorted({day[:6] for day in days})
    assert months == [
        "202606",
        "202607",
        "202608",
        "202609",
        "202610",
        "202611",
        "202612",
        "202701",
        "202702",
    ]
    assert len(kept) <= 12 + 10 + 9


def test_thinning_leaves_other_files_alone(tmp_path: Path) -> None:
    strangers = [tmp_path / name for name in ("visit-final.aide", "visit-2-20200101-000000.aide", "x.aide")]
    ours = [tmp_path / f"visit-{2000 + year}0101-000000.aide" for year in range(30)]
    dropped = outdated([*strangers, *ours], "visit")
    assert dropped
    assert not set(strangers) & set(dropped)
    assert ours[-1] not in dropped


@pytest.mark.parametrize("name", ["visit.aide", "visit [2026].aide", "방문*.aide"])
def test_automatic_backups_are_made_when_something_changed(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "deep" / "backups"
    with Workspace.open(planner(tmp_path, name=name)) as space:
        assert space.keep_backup(folder, NOON) is None
        for number in range(60):
            if number % 6 == 0:
                _change(space, number)
                made = space.keep_backup(folder, NOON + timedelta(days=number))
                assert made is not None
                assert made.exists()
            assert space.keep_backup(folder, NOON + timedelta(days=number, hours=1)) is None
        for number in range(80, 100):
            _change(space, number)
            space.keep_backup(folder, NOON + timedelta(days=number))
    found = sorted(folder.iterdir())
    assert len(found) < 30
    with Workspace.open(found[-1], writable=False) as newest:
        assert newest.ask(faults) == ()


def test_an_automatic_backup_that_cannot_be_made_is_told_and_tried_again(tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file where the folder should be")
    with Workspace.open(planner(tmp_path)) as space:
        _change(space, 1)
        with pytest.raises(DataError) as caught:
            space.keep_backup(tmp_path / "backups", NOON)
        assert caught.value.code == "backup_failed"
        (tmp_path / "backups").unlink()
        assert space.keep_backup(tmp_path / "backups", NOON) is not None


def test_integrity_faults_name_a_broken_reference(tmp_path: Path) -> None:
    engine = open_engine(planner(tmp_path), writable=True)
    with engine.connect() as connection:
        connection.exec_driver_sql("UPDATE member SET person_id = 'nobody' WHERE id = 'member-0'")
        assert backup.integrity_faults(connection) == ["member: broken reference"]
    engine.dispose()
