"""A real planner file for tests of the window: a visit in Seoul and Paris, and a desk upon it."""

import shutil
from datetime import date, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app.data.models import Organisation, Party, Place, Stop, Visit
from app.data.models.base import new_id
from app.domain.words import EntryStatus
from app.planning.verbs.entries import create_entry, edit_entry
from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from app.ui.desk import Desk
from tests.helpers.planner import template

PARIS = "Europe/Paris"


def make_visit(session: Session) -> str:
    visit = Visit(
        id=new_id(),
        title="Besuch bei der Weltraumbehörde",
        home_city="Seoul",
        home_zone="Asia/Seoul",
        starts_on=date(2024, 3, 25),
        ends_on=date(2024, 4, 5),
    )
    session.add(visit)
    session.add(
        Stop(
            visit_id=visit.id,
            city="Paris",
            zone=PARIS,
            arrives_on=date(2024, 3, 25),
            leaves_on=date(2024, 4, 5),
        )
    )
    for position, name in enumerate(("Principal", "Technical team")):
        session.add(Party(visit_id=visit.id, position=position, name=name))
    session.add(Place(name="CNES", city="Paris", zone=PARIS))
    session.add(Place(name="ESA Headquarters", city="Paris", zone=PARIS))
    session.add(Organisation(name="European Space Agency", acronym="ESA"))
    return visit.id


def open_desk(path: Path) -> Desk:
    return Desk(Workspace.open(path))


@cache
def _template() -> Path:
    path = template("empty").with_name("desk.aide")
    shutil.copyfile(template("empty"), path)
    with Workspace.open(path) as space:
        space.do("Make", make_visit)
    return path


def new_desk(folder: Path) -> Desk:
    desk = open_desk(Path(shutil.copyfile(_template(), folder / "visit.aide")))
    desk.show_visit(desk.ask(the_visit, None))
    return desk


def add(desk: Desk, title: str, start: datetime, minutes: int = 60, **fields: Any) -> str:
    zone = fields.pop("zone", PARIS)
    values = {
        "title": title,
        "start_wall": start,
        "start_zone": zone,
        "end_wall": start + timedelta(minutes=minutes),
        "end_zone": zone,
        "status": EntryStatus.CONFIRMED,
    }
    return desk.do("Add", partial(create_entry, visit_id=desk.visit_id, **(values | fields)))


def edit(desk: Desk, entry_id: str, **fields: Any) -> None:
    desk.do("Edit", partial(edit_entry, entry_id=entry_id, **fields))


def add_many(session: Session, visit_id: str, count: int) -> list[str]:
    first = datetime(2024, 3, 25, 6)
    return [
        create_entry(
            session,
            visit_id,
            title=f"Entry {number:03d}",
            start_wall=first + timedelta(days=number // 50, minutes=number % 50 * 20),
            start_zone=PARIS,
            end_wall=first + timedelta(days=number // 50, minutes=number % 50 * 20 + 15),
            end_zone=PARIS,
            start_fold=0,
            end_fold=0,
        )
        for number in range(count)
    ]
