"""The board in a real window, and what the command line then says of the file."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.cli import main
from app.ui.screens.programme.screen import ProgrammeScreen
from app.ui.window.frame import PlannerFrame
from tests.ui.programme.board.hand import BoardHand

BILATERAL, CAR = "NASA Headquarters — bilateral", "Depart hotel for NASA HQ"

#: What only rises, and who changed something when: undo leaves it as it is.
_RISING = frozenset({"version", "created_at", "updated_at", "calendar_sequence"})


def hand_on(frame: PlannerFrame) -> BoardHand:
    """Return a hand on the board of a window, all days of which are in view."""
    screen = frame.findChild(ProgrammeScreen)
    assert isinstance(screen, ProgrammeScreen)
    screen.show_form("visit")
    frame.window().activateWindow()
    QApplication.processEvents()
    return BoardHand(screen)


def id_of(hand: BoardHand, title: str) -> str:
    """Return the id of the one entry whose title begins so."""
    lines = hand.view.board.lines.values()
    (found,) = [line.id for line in lines if line.title.startswith(title)]
    return found


def choose(hand: BoardHand, title: str) -> str:
    """Select that entry, with the keys on the board; return its id."""
    entry_id = id_of(hand, title)
    hand.screen.select(entry_id)
    hand.view.setFocus()
    return entry_id


class Spoken:
    """Asks the command line for the visit in a planner file."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._path = path
        self._capsys = capsys

    def text(self) -> str:
        """Return all that is said, but for what only rises, as one text."""
        return json.dumps(_without(self._visit()), indent=1, sort_keys=True, ensure_ascii=False)

    def entry(self, title: str) -> dict[str, Any]:
        """Return the one entry whose title begins so."""
        (found,) = [row for row in self._visit()["entries"] if row["title"].startswith(title)]
        return dict(found)

    def times(self, title: str) -> tuple[str, str, str, str]:
        """Return start and end of an entry: each as its wall clock with its zone, and as the instant."""
        row = self.entry(title)
        walls = (f"{row[f'{end}_wall'][:16]} {row[f'{end}_zone']}" for end in ("start", "end"))
        start, end = walls
        return start, row["start_utc"][:16], end, row["end_utc"][:16]

    def _visit(self) -> Any:
        self._capsys.readouterr()
        assert main(["show", str(self._path), "--json"]) == 0
        return json.loads(self._capsys.readouterr().out)


def _without(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without(each) for key, each in value.items() if key not in _RISING}
    return [_without(each) for each in value] if isinstance(value, list) else value
