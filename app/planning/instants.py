"""Keeping the derived instants true to the wall clocks when the zone data changes."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from app.data.models import Entry, Setting
from app.domain.zones import TimeError, zone_data_version
from app.planning.clocks import instants

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_NAME = "zone_data_version"


@dataclass(frozen=True, slots=True)
class Moved:
    """An entry whose instants moved with the zone data; its wall clocks stand as they were. Naive UTC."""

    entry_id: str
    title: str
    old_start_utc: datetime
    new_start_utc: datetime


def zones_outdated(connection: Connection) -> bool:
    """Tell whether the file's instants were derived from other zone data than this program's."""
    query = select(Setting.value).where(Setting.name == _NAME)
    known = connection.execute(query).scalar_one_or_none()
    return known is None or json.loads(known) != zone_data_version()


def derive_instants(entry: Entry) -> bool:
    """Derive an entry's instants from its wall clocks and tell whether they moved."""
    start, end = instants(entry)
    if (start, end) == (entry.start_utc, entry.end_utc):
        return False
    entry.start_utc, entry.end_utc = start, end
    return True


def refresh_instants(session: Session) -> list[Moved]:
    """Derive every entry's instants anew and return the entries that moved."""
    moved = []
    for entry in session.scalars(select(Entry)):
        old = entry.start_utc
        # A zone that is known no more leaves its entries as they were: verify names them, and the
        # inspector mends them.
        with suppress(TimeError):
            if derive_instants(entry):
                moved.append(Moved(entry.id, entry.title, old, entry.start_utc))
    setting = session.scalars(select(Setting).where(Setting.name == _NAME)).one_or_none()
    if setting is None:
        setting = Setting(name=_NAME)
        session.add(setting)
    setting.value = json.dumps(zone_data_version())
    return moved
