"""The power goes while somebody types the record of a meeting: at most the last second of it is missing."""

import random
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from app.data.models import Draft
from app.planning.soundness import faults
from app.planning.views.meetings import meeting_rows
from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from tests.faults.test_kill import killed
from tests.helpers.planner import planner

TYPES = """
import os, sys, time
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from app.domain.zones import use_shipped_zones
from app.planning.workspace import Workspace
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.preferences import Preferences
from app.ui.screens.meetings.screen import MeetingsScreen
use_shipped_zones()
app = QApplication([])
path, visit, entry, phase, part = Path(sys.argv[1]), *sys.argv[2:]
desk = Desk(Workspace.open(path))
desk.show_visit(visit)
screen = MeetingsScreen(desk, Preferences(path.with_suffix(".ini")), FileChooser())
screen.show()
screen.activateWindow()
screen.open_row(entry)
screen.page.phases.select(phase)
run, follow_up = screen.page.late.record.run, screen.page.late.record.follow_up
words = {
    "note": run.under_item.notes.new,
    "decision": run.under_item.decisions.new,
    "action": run.under_item.entry,
    "memorandum": follow_up.record.memorandum.words,
    "readout": follow_up.record.readout.words,
    "outcome": follow_up.outcomes.rows()[0].note.words if phase == "follow_up" else None,
}[part]
words.setFocus()
for count in range(1, 100000):
    QTest.keyClicks(words, "abcdefghij"[count % 10])
    print(time.monotonic(), count, flush=True)
    QTest.qWait(20)
"""


PARTS = {"run": ("note", "decision", "action"), "follow_up": ("memorandum", "readout", "outcome")}


@pytest.mark.parametrize(
    ("phase", "part"), [(phase, part) for phase, parts in PARTS.items() for part in parts]
)
def test_at_most_the_last_second_of_what_is_typed_is_missing(tmp_path: Path, phase: str, part: str) -> None:
    for run in range(2):
        path = planner(tmp_path, "sample", f"{run}.aide")
        with Workspace.open(path, writable=False) as space:
            visit = space.ask(the_visit, None)
            entry = space.ask(meeting_rows, visit)[0].id
        after = random.Random(run).uniform(1.5, 3.5)  # noqa: S311 - moments, not secrets
        lines = [line.split() for line in killed(TYPES, str(path), visit, entry, phase, part, after=after)]
        typed = [(float(at), int(count)) for at, count in lines]
        last, count = typed[-1]
        known = max((number for at, number in typed if at <= last - 1.0), default=0)
        with Workspace.open(path) as space:
            assert space.ask(faults) == ()
            kept = space.ask(_drafted)
        whole = "".join("abcdefghij"[number % 10] for number in range(1, count + 2))
        assert whole.startswith(kept)
        assert len(kept) >= known > 0


def _drafted(connection: Connection) -> str:
    return str(connection.execute(select(Draft.text)).scalar_one())
