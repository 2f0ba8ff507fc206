"""Entries put elsewhere and into another lane at once: they are for another party instead of the lane's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.data.models import EntryParty
from app.planning.moving import Start
from app.planning.verbs.entries import set_parties
from app.planning.verbs.programme import copy_entries, place_entries

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Lanes:
    """A change of lane: the parties of the lane that entries leave and of the one they go to."""

    come_from: str
    go_to: str


def place_in_lane(
    session: Session, /, visit_id: str, starts: Mapping[str, Start], lanes: Lanes | None = None
) -> None:
    """Put entries at other starts, and those that are for the party of the lane they leave into the other.

    Their further parties stay; what is for everyone stays so.

    Raises:
        PlanningError: what :func:`place_entries` refuses; ``reference_missing`` for a party of another visit.
    """
    place_entries(session, visit_id, starts)
    _change(session, starts, lanes)


def copy_into_lane(
    session: Session, /, visit_id: str, starts: Mapping[str, Start], lanes: Lanes | None = None
) -> tuple[str, ...]:
    """Add copies of entries that start as given, in the other lane, and return their ids.

    Raises:
        PlanningError: what :func:`copy_entries` refuses; ``reference_missing``.
    """
    copies = copy_entries(session, visit_id, starts)
    _change(session, copies, lanes)
    return copies


def _change(session: Session, entry_ids: Iterable[str], lanes: Lanes | None) -> None:
    if lanes is None:
        return
    session.flush()  # what was copied is asked for here
    for entry_id in entry_ids:
        query = select(EntryParty.party_id).where(EntryParty.entry_id == entry_id)
        parties = frozenset(session.scalars(query))
        if lanes.come_from in parties:
            set_parties(session, entry_id, parties - {lanes.come_from} | {lanes.go_to})
