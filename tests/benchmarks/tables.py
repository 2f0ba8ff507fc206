"""The table with very many rows: opening, a keystroke in the filter, another order, each to its repaint."""

import os
import random
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.domain.words import Marking
from tests.benchmarks.measure import Row, percentile

PEOPLE, ACTIONS, ROUNDS, GOAL_MS, GOAL_OPEN_MS = 20_000, 5_000, 60, 16.0, 150.0
FAMILIES = ("Kim", "Lee", "Park", "Müller-Lüdenscheidt", "García", "Smith", "Dubois", "Choi")
GIVEN = ("Min-jun", "Seo-yeon", "Anna", "José", "Claire", "John", "Ji-woo", "Hans")
NATIVE = ("김민준", "이서연", "박지우", "최하윤", "", "", "", "")
SEARCHED = ("k", "ki", "kim", "kim m", "kim min", "mul", "ㄱㅁ", "디", "director 7", "")


@dataclass(frozen=True, slots=True)
class Line:
    """A row such as the lists of people and of actions have."""

    id: str
    name: str
    native: str
    post: str
    where: str
    number: int
    marking: Marking
    state: str


def run() -> list[Row]:
    """Measure and return the rows."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return [*_measure("people", PEOPLE), *_measure("actions", ACTIONS)]


def _lines(count: int) -> list[Line]:
    drawn = random.Random(7)  # noqa: S311 - rows to look at, not secrets
    return [
        Line(
            f"id-{number}",
            f"{drawn.choice(FAMILIES)} {drawn.choice(GIVEN)} {number}",
            drawn.choice(NATIVE),
            f"Director {drawn.randrange(900)}",
            f"Agency {drawn.randrange(300)}",
            drawn.randrange(100_000),
            Marking(drawn.randrange(4)),
            drawn.choice(("Open", "In progress", "Done")),
        )
        for number in range(count)
    ]


def _measure(name: str, count: int) -> list[Row]:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from app.ui.preferences import Preferences
    from app.ui.tables.column import Column
    from app.ui.tables.view import Table
    from app.ui.theme.style import apply_theme
    from tests.benchmarks.painted import Painted

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    apply_theme(application, "light")
    columns = (
        Column("name", "Name", lambda row: row.name, detail=lambda row: row.native, width=220),
        Column("post", "Post", lambda row: row.post),
        Column("where", "Where", lambda row: row.where),
        Column("number", "Number", lambda row: str(row.number), sort=lambda row: row.number),
        Column("state", "State", lambda _row: "", chip=lambda row: row.state),
        Column("marking", "Marking", lambda _row: "", badge=lambda row: row.marking),
    )
    lines = _lines(count)

    def timed(table: Table, act: Callable[[], object]) -> float:
        seen = Painted(table.viewport())
        start = time.perf_counter()
        act()
        table.viewport().update()
        while not seen.count:
            application.processEvents()
        table.viewport().removeEventFilter(seen)
        return (time.perf_counter() - start) * 1000

    with tempfile.TemporaryDirectory() as folder:
        opened = []
        for number in range(5):
            table = Table(name, columns, Preferences(Path(folder) / f"{number}.ini"), label=name)
            table.resize(1000, 800)

            def show(table: Table = table) -> None:
                table.show_rows(lines)
                table.show()

            opened.append(timed(table, show))
            if number < 4:
                table.close()
                table.deleteLater()
        while not table.is_warm:  # the pauses in which words and keys are made
            application.processEvents()
        typed = [
            timed(table, lambda text=text: table.set_filter(text))  # type: ignore[misc]
            for _round in range(ROUNDS // len(SEARCHED) + 1)
            for text in SEARCHED
        ]
        orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
        sorted_times = [
            timed(
                table,
                lambda number=number: table.horizontalHeader().setSortIndicator(  # type: ignore[misc]
                    number % len(columns), orders[number // len(columns) % 2]
                ),
            )
            for number in range(ROUNDS)
        ]
        table.close()
        table.deleteLater()
        application.processEvents()
    return [
        _row(f"table of {count:,} {name}, opened, median", percentile(opened, 0.5), GOAL_OPEN_MS),
        _row("the same, a keystroke in its filter, p95", percentile(typed, 0.95), GOAL_MS),
        _row("the same, another order, p95", percentile(sorted_times, 0.95), GOAL_MS),
    ]


def _row(what: str, figure: float, goal: float) -> Row:
    return Row(what, f"{figure:.1f} ms", f"{goal:.0f} ms", figure < goal)
