"""What can be done to precedents: earlier cooperations to point at, which all visits share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data.cascade import delete_row
from app.data.models import Precedent, PrecedentParty
from app.domain.errors import PlanningError
from app.planning.rows import asked, change, fresh, own_columns

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = own_columns(Precedent)
_OF_PARTY = own_columns(PrecedentParty, without={"precedent_id"})


def create_precedent(session: Session, /, *, title: str, **fields: Any) -> str:
    """Add a precedent and return its id.

    Raises:
        PlanningError: what :func:`edit_precedent` refuses.
    """
    precedent = fresh(session, Precedent)
    change(session, precedent, {"title": title} | fields, columns=_COLUMNS, required={"title"})
    return precedent.id


def edit_precedent(session: Session, /, precedent_id: str, **fields: Any) -> None:
    """Set columns of a precedent. ``years`` are written as people write them: 2016 or 2016-2024.

    Raises:
        PlanningError: ``row_missing``; ``field_empty`` for the title; ``choice_unknown`` for the area;
            ``text_too_long``.
    """
    change(session, asked(session, Precedent, precedent_id), fields, columns=_COLUMNS, required={"title"})


def delete_precedent(session: Session, /, precedent_id: str) -> None:
    """Delete a precedent with its parties; the topics that pointed at it stay, and point at it no more.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, Precedent, precedent_id))


def add_precedent_party(
    session: Session, /, precedent_id: str, *, organisation_id: str, **fields: Any
) -> str:
    """Say that an organisation was a party to a precedent, and return the id of its part in it.

    Raises:
        PlanningError: ``row_missing`` for the precedent; what :func:`edit_precedent_party` refuses.
    """
    precedent = asked(session, Precedent, precedent_id)
    with session.no_autoflush:  # it must not be written before its organisation has been taken
        party = fresh(session, PrecedentParty, precedent_id=precedent.id)
        _set(session, party, {"organisation_id": organisation_id} | fields)
    return party.id


def edit_precedent_party(session: Session, /, precedent_party_id: str, **fields: Any) -> None:
    """Set what a party to a precedent contributed, or which organisation it was.

    Raises:
        PlanningError: ``row_missing``; ``already_party`` where the organisation is one already;
            ``reference_missing``, ``text_too_long``.
    """
    _set(session, asked(session, PrecedentParty, precedent_party_id), fields)


def delete_precedent_party(session: Session, /, precedent_party_id: str) -> None:
    """Say that an organisation was no party to a precedent.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, PrecedentParty, precedent_party_id))


def _set(session: Session, party: PrecedentParty, fields: Mapping[str, Any]) -> None:
    others = select(PrecedentParty.id).where(
        PrecedentParty.precedent_id == party.precedent_id,
        PrecedentParty.organisation_id == fields.get("organisation_id"),
        PrecedentParty.id != party.id,
    )
    if session.scalar(others):
        raise PlanningError("already_party", field="organisation_id")
    change(session, party, fields, columns=_OF_PARTY, required={"organisation_id"})
