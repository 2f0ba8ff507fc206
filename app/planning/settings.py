"""Settings that a planner keeps about itself."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from app.data.models import Setting
from app.domain.errors import PlanningError
from app.domain.markings import name_faults
from app.domain.zones import known_zones

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_MARKING_NAMES = "marking_names"
_HOME_ZONE = "home_zone"
SHIPPED_NAMES = ("PUBLIC", "OFFICIAL USE", "RESTRICTED", "CONFIDENTIAL")


def marking_names(connection: Connection) -> tuple[str, str, str, str]:
    """Return the planner's names of the four markings, lowest first; the shipped ones if none were given."""
    names = stored(connection, _MARKING_NAMES, SHIPPED_NAMES)
    first, second, third, fourth = names
    return (first, second, third, fourth)


def rename_markings(session: Session, names: Sequence[str]) -> None:
    """Give the four markings other names, lowest first; their order is fixed.

    Raises:
        PlanningError: the first of what :func:`app.domain.markings.name_faults` finds.
    """
    fault = next(filter(None, name_faults(names)), None)
    if fault is not None:
        fault.field = _MARKING_NAMES
        raise fault
    store(session, _MARKING_NAMES, [name.strip() for name in names])


def home_zone(connection: Connection) -> str:
    """Return the time zone at home that a new visit starts with; empty where none was chosen."""
    return str(stored(connection, _HOME_ZONE, ""))


def set_home_zone(session: Session, zone: str) -> None:
    """Choose the time zone at home that a new visit starts with, by its IANA name; nothing for none.

    Raises:
        PlanningError: ``zone_unknown``.
    """
    name = zone.strip()
    if name and name not in known_zones():
        raise PlanningError("zone_unknown", field="home_zone", zone=name)
    store(session, _HOME_ZONE, name)


def stored(connection: Connection, name: str, otherwise: Any) -> Any:
    """Return a setting by its name; ``otherwise`` where it was never set."""
    value = connection.execute(select(Setting.value).where(Setting.name == name)).scalar_one_or_none()
    return otherwise if value is None else json.loads(value)


def store(session: Session, name: str, value: object) -> None:
    """Set a setting to what JSON can say."""
    setting = session.scalars(select(Setting).where(Setting.name == name)).one_or_none()
    if setting is None:
        setting = Setting(name=name)
        session.add(setting)
    setting.value = json.dumps(value, ensure_ascii=False)
