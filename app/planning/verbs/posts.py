"""What can be done to the posts of persons: their titles at organisations, with rank and dates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from app.data.cascade import delete_row
from app.data.models import Person, Post
from app.domain.errors import PlanningError
from app.planning.days import keep_in_order
from app.planning.rows import asked, change, fresh, own_columns

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = own_columns(Post, without={"person_id"})


def create_post(session: Session, /, person_id: str, *, organisation_id: str, **fields: Any) -> str:
    """Add a post of a person at an organisation and return its id.

    Raises:
        PlanningError: ``row_missing`` where there is no such person; what :func:`edit_post` refuses.
    """
    person = asked(session, Person, person_id)
    with session.no_autoflush:  # it must not be written before its organisation has been taken
        row = fresh(session, Post, person_id=person.id)
        _set(session, row, {"organisation_id": organisation_id} | fields)
    return row.id


def edit_post(session: Session, /, post_id: str, **fields: Any) -> None:
    """Set columns of a post.

    Raises:
        PlanningError: ``row_missing``; ``rank_too_low`` below 1; ``day_order`` where it ends before it
            starts; what :func:`app.planning.rows.change` refuses.
    """
    _set(session, asked(session, Post, post_id), fields)


def delete_post(session: Session, /, post_id: str) -> None:
    """Delete a post.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, Post, post_id))


def _set(session: Session, row: Post, fields: Mapping[str, Any]) -> None:
    change(session, row, fields, columns=_COLUMNS, required=("organisation_id",))
    if row.rank < 1:
        raise PlanningError("rank_too_low", field="rank")
    keep_in_order(row, "starts_on", "ends_on", fields)
