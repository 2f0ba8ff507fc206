"""Places as a list and one by one, and which entries are held there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from app.data.models import Entry, Organisation, Place, Visit
from app.domain.errors import PlanningError


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place in the list; ``used`` counts the entries of all visits that are held there."""

    id: str
    name: str
    native_name: str
    city: str
    country_code: str
    zone: str
    organisation: str
    badge_minutes: int | None
    used: int


@dataclass(frozen=True, slots=True)
class EntryThere:
    """An entry that is held at a place; its start is the local clock of ``start_zone``."""

    id: str
    visit_id: str
    title: str
    start_wall: datetime
    start_zone: str
    visit: str


@dataclass(frozen=True, slots=True)
class PlaceDetail:
    """Every field of a place, and the entries held there, the latest first. Degrees are WGS 84."""

    id: str
    name: str
    native_name: str
    organisation_id: str | None
    street: str
    city: str
    country_code: str
    zone: str
    latitude: float | None
    longitude: float | None
    entrance: str
    holding_room: str
    badge_minutes: int | None
    access_rule: str
    phones_policy: str
    hospital: str
    organisation: str
    entries: tuple[EntryThere, ...]


def place_rows(connection: Connection) -> tuple[PlaceRow, ...]:
    """Return all places by city and name."""
    counts = dict(
        connection.execute(
            select(Entry.place_id, func.count()).where(Entry.place_id.is_not(None)).group_by(Entry.place_id)
        ).all()
    )
    own = (name for name in PlaceRow.__slots__ if name not in {"organisation", "used"})
    query = _with_organisation(*(getattr(Place, name) for name in own)).order_by(
        Place.city, Place.name, Place.id
    )
    return tuple(
        PlaceRow(**_named(row), used=counts.get(row["id"], 0)) for row in connection.execute(query).mappings()
    )


def place_detail(connection: Connection, place_id: str) -> PlaceDetail:
    """Return one place.

    Raises:
        PlanningError: ``row_missing``.
    """
    own = (name for name in PlaceDetail.__slots__ if name not in {"organisation", "entries"})
    query = _with_organisation(*(getattr(Place, name) for name in own)).where(Place.id == place_id)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise PlanningError("row_missing", table="place")
    return PlaceDetail(**_named(row), entries=_entries(connection, place_id))


def _entries(connection: Connection, place_id: str) -> tuple[EntryThere, ...]:
    query = (
        select(
            Entry.id,
            Entry.visit_id,
            Entry.title,
            Entry.start_wall,
            Entry.start_zone,
            Visit.title.label("visit"),
        )
        .join(Visit.__table__, Visit.id == Entry.visit_id)
        .where(Entry.place_id == place_id)
        .order_by(Entry.start_utc.desc(), Entry.id)
    )
    return tuple(EntryThere(**row) for row in connection.execute(query).mappings())


def _with_organisation(*columns: Any) -> Select[*tuple[Any, ...]]:
    names = (
        Organisation.name.label("organisation_name"),
        Organisation.acronym.label("organisation_acronym"),
    )
    joined = Place.__table__.outerjoin(Organisation.__table__, Organisation.id == Place.organisation_id)
    return select(*columns, *names).select_from(joined)


def _named(row: Any) -> dict[str, Any]:
    """Return the values of a row, its organisation called by one name: the acronym where it has one."""
    values = dict(row)
    name, acronym = values.pop("organisation_name"), values.pop("organisation_acronym")
    return values | {"organisation": acronym or name or ""}
