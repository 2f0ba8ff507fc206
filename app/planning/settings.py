"""Settings that a planner keeps about itself."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from app.data.models import Setting
from app.domain.errors import PlanningError
from app.domain.words import Marking

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_MARKING_NAMES = "marking_names"
SHIPPED_NAMES = ("PUBLIC", "OFFICIAL USE", "RESTRICTED", "CONFIDENTIAL")


def marking_names(connection: Connection) -> tuple[str, str, str, str]:
    """Return the planner's names of the four markings, lowest first; the shipped ones if none were given."""
    query = select(Setting.value).where(Setting.name == _MARKING_NAMES)
    value = connection.execute(query).scalar_one_or_none()
    names = SHIPPED_NAMES if value is None else json.loads(value)
    first, second, third, fourth = names
    return (first, second, third, fourth)


def rename_markings(session: Session, names: Sequence[str]) -> None:
    """Give the four markings other names, lowest first; their order is fixed.

    Raises:
        PlanningError: ``marking_names_unfit`` where there are not four different ones.
    """
    cleaned = [name.strip() for name in names]
    if len(cleaned) != len(Marking) or len(set(cleaned)) != len(Marking) or not all(cleaned):
        raise PlanningError("marking_names_unfit", field="marking_names")
    setting = session.scalars(select(Setting).where(Setting.name == _MARKING_NAMES)).one_or_none()
    if setting is None:
        setting = Setting(name=_MARKING_NAMES)
        session.add(setting)
    setting.value = json.dumps(cleaned, ensure_ascii=False)
