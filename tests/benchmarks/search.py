"""A keystroke in the search over 100,000 rows, to the painted list, beside the bare query.

Words are typed letter by letter, Latin and Hangul, whole and by initial consonants. The bare query is FTS5
alone, asked for 30 rows that hold the words' beginnings; ours ranks, reads the lines and paints them.
"""

import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from app.data import search as index
from app.data.models import Action, Base, Entry, Note, Organisation, Person, Place, Post, Topic, Visit
from app.domain.searching import wanted
from app.planning.verbs.entries import edit_entry
from app.planning.views.search import search
from app.planning.workspace import Workspace
from tests.benchmarks.measure import Row, percentile

VISITS, PERSONS, ORGANISATIONS, PLACES = 200, 20_000, 5_000, 5_000
ENTRIES, TOPICS, ACTIONS, NOTES = 100, 50, 50, 50  # of each visit
GOAL_MS, GOAL_EDIT_MS, EDITS = 16.0, 1.0, 100
TYPED = (
    "gateway module", "kim min", "nasa head", "director general", "lunar res a", "space sci", "a b c", "e",
    "한국항공", "우주 연구", "ㅎㄱㅎ", "ㄱㅁ", "zzz", "s t u v", "Élo", "office of the",
)  # fmt: skip
_LATIN = """
gateway module kim minho nasa headquarters director general lunar research space science elodie mission data
office of the technology agency astronaut station antenna bilateral seoul paris european launch deputy
quantum optical telescope ground segment cooperation policy institute arrival dinner briefing
"""
_HANGUL = """
한국항공우주연구원 우주 연구 김민호 회의 방문 서울 대사관 협력 과학기술 정보통신부 박서준 이하늘 천문
"""


def run() -> list[Row]:
    """Measure and return the rows."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.aide"
        Workspace.create(path).close()
        with Workspace.open(path) as space:
            with space._engine.begin() as connection:
                visit_id = fill(connection)
                index.rebuild(connection)
                count = connection.exec_driver_sql("SELECT count(*) FROM search_row").scalar_one()
            kept = _edits(space)
            views, bare = _asked(space, visit_id)
        painted = _painted(path, visit_id)
    what = f"keystroke over {count:,} rows"
    return [
        Row(
            f"{what}, ranked and read, p95 : bare query, p95",
            f"{percentile(views, 0.95):.1f} ms : {percentile(bare, 0.95):.1f} ms",
            f"{GOAL_MS} ms",
            percentile(views, 0.95) < GOAL_MS,
        ),
        Row(
            f"{what}, to the painted list, p95",
            f"{percentile(painted, 0.95):.1f} ms (median {percentile(painted, 0.5):.1f} ms)",
            f"{GOAL_MS} ms",
            percentile(painted, 0.95) < GOAL_MS,
        ),
        Row(
            "what the index adds to an edit of a title, processor, median",
            f"{kept:.2f} ms",
            f"{GOAL_EDIT_MS} ms",
            kept < GOAL_EDIT_MS,
        ),
    ]


def keystrokes() -> Iterator[str]:
    """Return what stands in the field after each key."""
    for text in TYPED:
        yield from (text[: length + 1] for length in range(len(text)))


def _asked(space: Workspace, visit_id: str) -> tuple[list[float], list[float]]:
    views, bare = [], []
    for text in keystrokes():
        begun = time.perf_counter()
        space.ask(search, text, visit_id=visit_id)
        views.append((time.perf_counter() - begun) * 1000)
        match = " AND ".join(f'"{word}"*' for word in wanted(text))
        begun = time.perf_counter()
        space.ask(_bare, match)
        bare.append((time.perf_counter() - begun) * 1000)
    return views[5:], bare[5:]  # the first compile their statements


def _bare(connection: Connection, match: str) -> object:
    query = "SELECT rowid FROM search WHERE search MATCH ? LIMIT 30"
    return connection.exec_driver_sql(query, (match,)).fetchall()


def _painted(path: Path, visit_id: str) -> list[float]:
    from PySide6.QtWidgets import QApplication, QWidget

    from app.ui.desk import Desk
    from app.ui.palette.palette import Palette
    from app.ui.palette.visited import Visited
    from app.ui.theme.style import apply_theme
    from tests.benchmarks.painted import Painted

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, "light")
    desk = Desk(Workspace.open(path))
    desk.show_visit(visit_id)
    window = QWidget()
    window.resize(1440, 900)
    window.show()
    palette = Palette(desk, list, Visited(window), window)
    palette.open()
    seen = Painted(palette.list.viewport())
    times = []
    for text in keystrokes():
        seen.count = 0
        begun = time.perf_counter()
        palette.field.setText(text)
        while not seen.count and not palette.list.isHidden():
            app.processEvents()
        times.append((time.perf_counter() - begun) * 1000)
    window.close()
    desk.close()
    return times[5:]


def _edits(space: Workspace) -> float:
    """Return by how much the index makes the edit of a title slower, in milliseconds of the processor.

    The disk's own time, which is many times that, changes from one edit to the next. Edits with and without
    the index take turns.
    """
    keep = index.keep
    times: dict[bool, list[float]] = {True: [], False: []}
    try:
        for number in range(2 * EDITS):
            indexed = number % 2 == 0
            turn: Any = keep if indexed else _keep_nothing
            index.keep = turn
            title = f"Renamed {number} gateway antenna"
            begun = time.process_time()
            space.do("Rename", edit_entry, f"entry-7-{number % ENTRIES}", title=title)
            times[indexed].append((time.process_time() - begun) * 1000)
    finally:
        index.keep = keep
    with space._engine.begin() as connection:
        index.rebuild(connection)
    return percentile(times[True], 0.5) - percentile(times[False], 0.5)


def _keep_nothing(_connection: Connection, _changes: object) -> None:
    """Stand in for the index where edits without it are measured."""


def fill(connection: Connection) -> str:
    """Fill a new planner with what is found; return the visit in view. Core alone: it is only measured."""
    dice = random.Random(5)  # noqa: S311 - a repeatable planner, not a secret
    pools = (_LATIN.split(), _HANGUL.split())

    def words(count: int) -> str:
        return " ".join(dice.choice(pools[dice.random() < 0.3]) for _ in range(count)).title()

    for kind, rows in (*_shared(words), *_of_visits(words)):
        table = Base.metadata.tables[kind.__tablename__]
        connection.execute(insert(table), [row | {"version": 1} for row in rows])
    return "visit-7"


Words = Callable[[int], str]
Rows = list[dict[str, Any]]


def _shared(words: Words) -> Iterator[tuple[Any, Rows]]:
    day = date(2026, 1, 5)
    visit: dict[str, Any] = {"home_zone": "UTC", "starts_on": day, "ends_on": day}
    yield Visit, [visit | {"id": f"visit-{v}", "title": words(3)} for v in range(VISITS)]
    yield Organisation, [{"id": f"org-{n}", "name": words(3)} for n in range(ORGANISATIONS)]
    yield Place, [{"id": f"place-{n}", "name": words(3), "city": words(1)} for n in range(PLACES)]
    names = ("family_name", "given_name", "native_name")
    yield Person, [{"id": f"person-{n}"} | {name: words(1) for name in names} for n in range(PERSONS)]
    yield (
        Post,
        [
            {"id": f"post-{n}", "person_id": f"person-{n}", "organisation_id": "org-1", "title": words(3)}
            for n in range(PERSONS)
        ],
    )


def _of_visits(words: Words) -> Iterator[tuple[Any, Rows]]:
    hour = datetime(2026, 1, 5, 9)
    times: dict[str, Any] = {f"{end}_{part}": hour for end in ("start", "end") for part in ("wall", "utc")}
    times |= {"start_zone": "UTC", "end_zone": "UTC"}
    for kind, count in ((Entry, ENTRIES), (Topic, TOPICS), (Action, ACTIONS), (Note, NOTES)):
        name = kind.__tablename__
        title = "text" if kind is Action else "title"
        more = times if kind is Entry else {}
        yield (
            kind,
            [
                {"id": f"{name}-{v}-{n}", "visit_id": f"visit-{v}", title: words(4), **more}
                for v in range(VISITS)
                for n in range(count)
            ],
        )
