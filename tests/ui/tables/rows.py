"""Rows for tests of tables: people as a list of them has them."""

from dataclasses import dataclass
from pathlib import Path

from app.domain.words import Marking
from app.ui.preferences import Preferences
from app.ui.tables.column import Column
from app.ui.tables.view import Table

NAMES = ("PUBLIC", "OFFICIAL USE", "RESTRICTED", "CONFIDENTIAL")


@dataclass(frozen=True, slots=True)
class Someone:
    id: str
    name: str
    post: str = ""
    rank: int | None = None
    marking: Marking = Marking.PUBLIC
    state: str = ""
    done: bool = False


COLUMNS = (
    Column("name", "Name", lambda row: row.name, detail=lambda row: row.post, width=220),
    Column("rank", "Rank", lambda row: "" if row.rank is None else str(row.rank), sort=lambda row: row.rank),
    Column(
        "marking", "Marking", lambda _row: "", badge=lambda row: row.marking, sort=lambda row: row.marking
    ),
    Column(
        "state",
        "State",
        lambda _row: "",
        chip=lambda row: row.state,
        tone=lambda row: "warn" if row.state == "Late" else "",
    ),
    Column("done", "Done", lambda _row: "", tick=lambda row: row.done, width=60),
    Column("post", "Post", lambda row: row.post, hidden=True),
)


def table(folder: Path) -> Table:
    return Table("people", COLUMNS, Preferences(folder / "window.ini"), label="People", kind="person")
