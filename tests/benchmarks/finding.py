"""A keystroke in a box that finds persons, in a file of 20,000; and the first one after a person changed.

Measured in the desk's finders: from the text to the choices. What the list then draws is twelve lines.
"""

import os
import random
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, insert

from app.data.models import Organisation, Person, Post
from app.planning.verbs.persons import edit_person
from app.planning.workspace import Workspace
from tests.benchmarks.measure import Row, percentile

PERSONS, ORGANISATIONS, WORDS, GOAL_MS = 20_000, 400, 120, 16.0
_FAMILIES = ("Kim", "Lee", "Park", "Müller", "Šimůnek", "Moreau", "O’Brien", "Garcia", "van der Berg", "Ng")
_GIVEN = ("Min-su", "Ha-na", "Jürgen", "Zoë", "Łukasz", "Anne-Marie", "John", "Søren", "Inês", "Wei")
_NATIVE = ("김민수", "이하나", "박지훈", "최서연", "정우진", "", "", "")


def run() -> list[Row]:
    """Measure and return the rows."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from app.ui.desk import Desk

    assert QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        space = Workspace.create(Path(folder) / "many.aide")
        with space._engine.begin() as connection:  # what is planted needs no journal
            _fill(connection)
        desk = Desk(space)
        keys, after = _measure(desk)
        desk.close()
    return [
        Row(
            f"a keystroke among {PERSONS:,} persons, p95",
            f"{percentile(keys, 0.95):.1f} ms (median {percentile(keys, 0.5):.1f} ms)",
            f"{GOAL_MS} ms",
            percentile(keys, 0.95) < GOAL_MS,
        ),
        Row(
            "the first keystroke after a person changed, median",
            f"{percentile(after, 0.5):.1f} ms",
            f"{3 * GOAL_MS:.0f} ms",
            percentile(after, 0.5) < 3 * GOAL_MS,
        ),
    ]


def _fill(connection: Connection) -> None:
    draw = random.Random(3)  # noqa: S311 - names of nobody
    organisations = [
        {"id": f"o{number}", "name": f"Institute {number}", "acronym": f"I{number}"}
        for number in range(ORGANISATIONS)
    ]
    persons = [
        {
            "id": f"p{number}",
            "family_name": f"{draw.choice(_FAMILIES)}-{number % 977}",
            "given_name": draw.choice(_GIVEN),
            "native_name": draw.choice(_NATIVE),
        }
        for number in range(PERSONS)
    ]
    posts = [
        {
            "id": f"t{number}",
            "person_id": f"p{number}",
            "organisation_id": f"o{number % ORGANISATIONS}",
            "title": "Head of Unit",
        }
        for number in range(PERSONS)
    ]
    for kind, rows in ((Organisation, organisations), (Person, persons), (Post, posts)):
        connection.execute(insert(kind.__table__), [row | {"version": 1} for row in rows])


def _measure(desk: object) -> tuple[list[float], list[float]]:
    from app.ui.desk import Desk
    from app.ui.finding import finders

    assert isinstance(desk, Desk)
    find = finders(desk).people
    find("")  # reads them all, once
    draw = random.Random(7)  # noqa: S311 - words to type
    keys = []
    for _word in range(WORDS):
        wanted = draw.choice(
            [
                f"{draw.choice(_GIVEN)} {draw.choice(_FAMILIES)}-{draw.randrange(977)}",
                draw.choice(_NATIVE[:5]),
                "ㄱㅁㅅ",
                f"institute {draw.randrange(ORGANISATIONS)}",
                "no such person",
            ]
        )
        keys += [_took(partial(find, wanted[:end])) for end in range(1, len(wanted) + 1)]
    after = []
    for number in range(20):
        desk.do("Rename", edit_person, f"p{number}", given_name=f"Renamed {number}")
        after.append(_took(partial(find, "renamed")))
    return keys, after


def _took(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
