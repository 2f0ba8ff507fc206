"""What a search finds, and what was changed lately, as lines to show and to go to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BindParameter, Connection, RowMapping, Select, bindparam, func, select

from app.data.find import find
from app.data.models import (
    Action,
    AgendaItem,
    Entry,
    JournalRow,
    Leg,
    Member,
    Note,
    Organisation,
    Person,
    Place,
    Post,
    Precedent,
    Step,
    Stop,
    Topic,
    Visit,
)
from app.data.search import SEARCHED
from app.domain.names import full_name
from app.planning.clock import today
from app.planning.present import held_on, present_first

_STEPS = 200  # of which the newest rows are looked for
_OF_ONE_STEP = 3
TITLE_LETTERS = 200  # of a text that serves as a title


@dataclass(frozen=True, slots=True)
class Hit:
    """A row found: what it is called, a second line, and where to go to see it.

    ``table`` and ``row_id`` are the row's own, ``kind`` and ``id`` those of what is opened: an agenda item
    is shown on its meeting, a post with its person. ``at`` is a local day or wall clock; ``word`` says
    what sort it is of, or how far it has got. ``visit_id`` is empty where all visits share the row.
    """

    table: str
    row_id: str
    kind: str
    id: str
    visit_id: str
    title: str
    detail: str
    at: date | datetime | None
    word: StrEnum | None
    visit_title: str


def search(connection: Connection, text: str, limit: int = 30, *, visit_id: str = "") -> tuple[Hit, ...]:
    """Return what holds all words of ``text``, the likeliest first; ``visit_id`` is the visit in view."""
    found = find(connection, text, visit_id, limit)
    return hits(connection, [(row.table, row.row_id) for row in found])


def changed_lately(connection: Connection, visit_id: str, limit: int = 8) -> tuple[Hit, ...]:
    """Return the rows changed last that can be searched: of this visit, and of what all visits share.

    Of one step there are only the first few, so that a busy one does not crowd out all others.
    """
    journal = JournalRow.__table__
    newest = select(func.max(Step.number)).scalar_subquery()
    first = (
        select(func.min(journal.c.number).label("number"))
        .where(journal.c.step_number > newest - _STEPS)
        .group_by(journal.c.step_number)
        .subquery()
    )
    few = (journal.c.number >= first.c.number) & (journal.c.number < first.c.number + _OF_ONE_STEP)
    changed = (
        select(journal.c.table, journal.c.row_id)
        .join(first, few)
        .where(journal.c.step_number > newest - _STEPS, journal.c.table.in_(SEARCHED))
        .order_by(journal.c.step_number.desc(), journal.c.number)
    )
    keys = dict.fromkeys((row.table, row.row_id) for row in connection.execute(changed))
    found = hits(connection, list(keys)[: 4 * limit])
    return tuple(hit for hit in found if hit.visit_id in {"", visit_id})[:limit]


def hits(connection: Connection, keys: Iterable[tuple[str, str]]) -> tuple[Hit, ...]:
    """Return lines for these rows (table, id) in their order.

    Those that are gone, and those of tables that are not searched, are left out.
    """
    wanted: dict[str, list[str]] = {}
    order = [key for key in keys if key[0] in _QUERIES]
    for table, row_id in order:
        wanted.setdefault(table, []).append(row_id)
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for table, ids in wanted.items():
        for row in connection.execute(_QUERIES[table], {"ids": ids}).mappings():
            found[table, row["row_id"]] = _values(table, row)
    titles = _visit_titles(connection, {values["visit_id"] for values in found.values()})
    posts = _posts(connection, [row_id for table, row_id in found if table == "person"])
    lines = []
    for table, row_id in order:
        values = found.get((table, row_id))
        if values is not None:
            if table == "person":
                values["detail"] = posts.get(row_id, "")
            lines.append(Hit(**values, visit_title=titles.get(values["visit_id"], "")))
    return tuple(lines)


def _values(table: str, row: RowMapping) -> dict[str, Any]:
    """Return the values of a line but for its visit's title."""
    values = dict(row)
    name = _name(values)
    if table == "person":
        values["title"] = name
    elif name:
        values["detail"] = _joined(name, values.get("detail"))
    kind = _OPENED.get(table, table)
    return {
        "table": table,
        "row_id": values["row_id"],
        "kind": kind,
        "id": values.get("opens") or values["row_id"],
        "visit_id": values.get("visit_id") or "",
        "title": " ".join(values["title"][:TITLE_LETTERS].split()),
        "detail": values.get("detail") or "",
        "at": values.get("at"),
        "word": values.get("word"),
    }


def _name(values: Mapping[str, Any]) -> str:
    if "family_name" not in values:
        return ""
    order = bool(values["family_name_first"])
    latin = full_name(values["family_name"] or "", values["given_name"] or "", family_first=order)
    return " ".join(part for part in (latin, values["native_name"]) if part)


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _visit_titles(connection: Connection, ids: set[str]) -> dict[str, str]:
    return {row.id: row.title for row in connection.execute(_VISITS, {"ids": sorted(ids - {""})})}


def _posts(connection: Connection, person_ids: list[str]) -> dict[str, str]:
    """Return the post that each person holds today: title and organisation; none of those of the past."""
    if not person_ids:
        return {}
    held = _POSTS.where(held_on(today()))
    found: dict[str, str] = {}
    for row in connection.execute(held, {"ids": person_ids}):
        found.setdefault(row.person_id, _joined(row.title, row.acronym or row.name))
    return found


#: What is opened to show a row that has no place of its own, or one that says more.
_OPENED = {
    "post": "person",
    "leg": "entry",
    "agenda_item": "meeting",
    "organisation": "organisation_page",  # what is asked of one mostly is what they promised
}
_NAME = (Person.family_name, Person.given_name, Person.family_name_first, Person.native_name)


def _plain(kind: Any, title: Any, **more: Any) -> tuple[Select[Any], Any]:
    """Return the query of a table's lines, and its id column."""
    own = kind.__table__.c
    columns = [own.id.label("row_id"), title.label("title")]
    if "visit_id" in own:
        columns.append(own.visit_id)
    columns += [column.label(name) for name, column in more.items()]
    return select(*columns), own.id


def _joining(
    kind: Any,
    title: Any,
    joins: list[tuple[Any, Any]],
    *,
    names: bool = False,
    **more: Any,
) -> tuple[Select[Any], Any]:
    query, own = _plain(kind, title, **more)
    query = query.select_from(kind.__table__)
    for table, condition in joins:
        query = query.join(table.__table__, condition, isouter=True)
    return (query.add_columns(*_NAME) if names else query), own


def _queries() -> dict[str, tuple[Select[Any], Any]]:
    place = [(Place, Place.id == Entry.place_id)]
    return {
        "visit": _plain(
            Visit,
            Visit.title,
            visit_id=Visit.id,
            detail=Visit.home_city,
            at=Visit.starts_on,
            word=Visit.state,
        ),
        "stop": _plain(Stop, Stop.city, at=Stop.arrives_on, detail=Stop.native_city),
        "entry": _joining(
            Entry,
            Entry.title,
            place,
            at=Entry.start_wall,
            word=Entry.kind,
            detail=func.coalesce(func.nullif(Place.city, ""), Place.name),
        ),
        "leg": _joining(
            Leg,
            func.coalesce(
                func.nullif(func.trim(Leg.carrier + " " + Leg.number), ""),
                Leg.from_name + " → " + Leg.to_name,
            ),
            [(Entry, Entry.id == Leg.entry_id)],
            opens=Leg.entry_id,
            at=Entry.start_wall,
            word=Leg.mode,
            detail=Entry.title,
        ),
        "person": _joining(Person, Person.family_name, [], names=True),
        "organisation": _plain(
            Organisation,
            func.trim(Organisation.acronym + "  " + Organisation.name),
            detail=Organisation.city,
        ),
        "place": _plain(Place, Place.name, detail=Place.city),
        "post": _joining(
            Post,
            Post.title,
            [(Person, Person.id == Post.person_id), (Organisation, Organisation.id == Post.organisation_id)],
            names=True,
            opens=Post.person_id,
            detail=func.coalesce(func.nullif(Organisation.acronym, ""), Organisation.name),
        ),
        "member": _joining(
            Member, Member.title, [(Person, Person.id == Member.person_id)], names=True, word=Member.side
        ),
        "topic": _plain(Topic, Topic.title, word=Topic.area),
        "agenda_item": _joining(
            AgendaItem,
            AgendaItem.title,
            [(Entry, Entry.id == AgendaItem.entry_id)],
            opens=AgendaItem.entry_id,
            at=Entry.start_wall,
            detail=Entry.title,
        ),
        "action": _plain(Action, Action.text, at=Action.due_on, word=Action.state),
        "note": _plain(Note, func.coalesce(func.nullif(Note.title, ""), Note.text), word=Note.kind),
        "precedent": _plain(Precedent, Precedent.title, word=Precedent.area, detail=Precedent.years),
    }


#: Made once: they are asked with every key that is typed.
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
#: Of each table that is searched: what its lines are made of.
_QUERIES = {table: query.where(own.in_(_IDS)) for table, (query, own) in _queries().items()}
_VISITS = select(Visit.id, Visit.title).where(Visit.id.in_(_IDS))
_POSTS = (
    select(Post.person_id, Post.title, Organisation.acronym, Organisation.name)
    .join(Organisation.__table__, Organisation.id == Post.organisation_id)
    .where(Post.person_id.in_(_IDS))
    .order_by(*present_first())
)
