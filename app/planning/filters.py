"""Filters of a room that somebody gave a name: kept in the planner, so that a team shares them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from app.domain.errors import PlanningError
from app.domain.folding import folded
from app.planning.settings import store, stored

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

#: What is chosen in a room, each choice under its own word.
Choices = Mapping[str, str]
MOST_LETTERS = 60


def saved_filters(connection: Connection, room: str) -> dict[str, dict[str, str]]:
    """Return the filters of a room by their names, in the order of the alphabet."""
    found: dict[str, dict[str, str]] = stored(connection, _key(room), {})
    return dict(sorted(found.items(), key=lambda each: (folded(each[0]), each[0])))


def save_filter(session: Session, /, room: str, *, name: str, choices: Choices) -> str:
    """Keep what is chosen under a name, in place of what stood there, and return the name as it is kept.

    Raises:
        PlanningError: ``field_empty``, ``text_too_long`` for the name.
    """
    kept = _fit(name)
    store(session, _key(room), saved_filters(session.connection(), room) | {kept: dict(choices)})
    return kept


def rename_filter(session: Session, /, room: str, *, name: str, to: str) -> str:
    """Call a filter otherwise, and return the name as it is kept.

    Raises:
        PlanningError: ``row_missing``; ``field_empty``, ``text_too_long``, ``name_taken`` for the new name.
    """
    kept, found = _fit(to), saved_filters(session.connection(), room)
    if name not in found:
        raise PlanningError("row_missing", table="setting")
    if kept != name and kept in found:
        raise PlanningError("name_taken", field="name", name=kept)
    store(session, _key(room), {kept if each == name else each: found[each] for each in found})
    return kept


def delete_filter(session: Session, /, room: str, *, name: str) -> None:
    """Forget a filter.

    Raises:
        PlanningError: ``row_missing``.
    """
    found = saved_filters(session.connection(), room)
    if name not in found:
        raise PlanningError("row_missing", table="setting")
    store(session, _key(room), {each: choices for each, choices in found.items() if each != name})


def _key(room: str) -> str:
    return f"filters.{room}"


def _fit(name: str) -> str:
    kept = " ".join(name.split())
    if not kept:
        raise PlanningError("field_empty", field="name")
    if len(kept) > MOST_LETTERS:
        raise PlanningError("text_too_long", field="name", longest=MOST_LETTERS)
    return kept
