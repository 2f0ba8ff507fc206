"""Planner files for tests, made once and copied; and what stands in them, to compare."""

import atexit
import shutil
import tempfile
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, Table, select
from sqlalchemy.orm import Session

from app.data.journal import RISING
from app.data.models import Base, Member, Organisation, Party, PartyMember, Person, Place, Row, Visit
from app.data.models.base import stored_classes
from app.domain.words import Marking, Side
from app.planning.sample import create_sample
from app.planning.workspace import Workspace
from tests.helpers.filling import filled_rows

VISIT = "00000000-0000-4000-8000-000000000001"
PARTIES = ("party-principal", "party-team")

Contents = dict[str, list[dict[str, Any]]]


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="aide-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def template(kind: str) -> Path:
    """Return the planner of a kind that tests copy."""
    path = _folder() / f"{kind}.aide"
    if kind == "sample":
        create_sample(path)
        return path
    if kind != "empty":
        shutil.copyfile(template("empty"), path)
    with Workspace.open(path) if path.exists() else Workspace.create(path) as space:
        if kind == "small":
            space.do_for_good("Small visit", plant)
        elif kind == "filled":
            space.do_for_good("Everything", plant_everything)
    return path


def planner(folder: Path, kind: str = "small", name: str = "visit.aide") -> Path:
    """Return a new planner: ``empty``, ``small`` (a visit without entries), ``filled`` or ``sample``."""
    target = folder / name
    shutil.copyfile(template(kind), target)
    return target


def plant(session: Session) -> None:
    """Add a visit in March, over the nights on which clocks change, with people, parties, places."""
    session.add(
        Visit(
            id=VISIT,
            title="Small visit",
            home_city="Seoul",
            home_zone="Asia/Seoul",
            starts_on=date(2026, 3, 1),
            ends_on=date(2026, 3, 31),
            marking=Marking.OFFICIAL_USE,
        )
    )
    session.add(Organisation(id="org", name="Agency", acronym="AGY"))
    session.add_all(Place(id=f"place-{n}", name=f"Place {n}", zone="Europe/Paris") for n in range(2))
    session.add_all(Party(id=key, visit_id=VISIT, name=key, position=n) for n, key in enumerate(PARTIES))
    for number in range(3):
        session.add(Person(id=f"person-{number}", family_name=f"Kim {number}", given_name="Min"))
        session.add(
            Member(id=f"member-{number}", visit_id=VISIT, person_id=f"person-{number}", side=Side.OURS)
        )
        session.add(PartyMember(visit_id=VISIT, party_id=PARTIES[number % 2], member_id=f"member-{number}"))


def plant_everything(session: Session) -> None:
    """Add two rows of every table, with every column filled."""
    session.add_all(filled_rows())


@cache
def row_tables() -> tuple[Table, ...]:
    """Return the tables of planning, those that the journal follows."""
    names = {each.__tablename__ for each in stored_classes() if issubclass(each, Row)}
    return tuple(table for table in Base.metadata.sorted_tables if table.name in names)


def contents(connection: Connection) -> Contents:
    """Return all that stands in a planner, but for what only rises."""
    return {name: [dict(row) for row in connection.execute(query).mappings()] for name, query in _all_rows()}


@cache
def _all_rows() -> tuple[tuple[str, Select[Any]], ...]:
    columns = {table: [column for column in table.c if column.name not in RISING] for table in row_tables()}
    return tuple((table.name, select(*some).order_by(table.c.id)) for table, some in columns.items())


def risen(connection: Connection) -> dict[tuple[str, str, str], int]:
    """Return what only rises: versions and calendar sequences, by table, row and column."""
    return {
        (table, row_id, column): value
        for table, column, query in _all_risen()
        for row_id, value in connection.execute(query)
    }


@cache
def _all_risen() -> tuple[tuple[str, str, Select[Any]], ...]:
    return tuple(
        (table.name, name, select(table.c.id, table.c[name]))
        for table in row_tables()
        for name in ("version", "calendar_sequence")
        if name in table.c
    )


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a wall time in March 2026."""
    return datetime(2026, 3, day, hour, minute)
