"""What can be done to access requests: whom a site is told about, that it was sent, what came back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data.cascade import delete_row
from app.data.models import AccessPerson, AccessRequest, Member
from app.data.models.base import now_utc
from app.domain.errors import PlanningError
from app.domain.words import AccessState
from app.planning.rows import asked, asked_visit, change, fresh, own_columns

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = own_columns(AccessRequest, without={"state", "sent_at", "answered_at"})


def create_access_request(session: Session, /, visit_id: str, **fields: Any) -> str:
    """Add a request that is still to be sent and return its id.

    Raises:
        PlanningError: ``visit_missing``, or what :func:`edit_access_request` refuses.
    """
    row = fresh(session, AccessRequest, visit_id=asked_visit(session, visit_id).id)
    change(session, row, fields, columns=_COLUMNS)
    return row.id


def edit_access_request(session: Session, /, access_request_id: str, **fields: Any) -> None:
    """Set columns of a request. Its state follows from sending and answering.

    Raises:
        PlanningError: ``row_missing``; ``reference_missing`` for the place or the entry; ``day_unreadable``;
            ``text_too_long``.
    """
    change(session, asked(session, AccessRequest, access_request_id), fields, columns=_COLUMNS)


def delete_access_request(session: Session, /, access_request_id: str) -> None:
    """Delete a request with its list of people.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, AccessRequest, access_request_id))


def add_access_person(session: Session, /, access_request_id: str, *, member_id: str) -> str:
    """Name a member in a request and return the id of the line.

    Raises:
        PlanningError: ``row_missing``; ``already_named``.
    """
    request = asked(session, AccessRequest, access_request_id)
    if member_id in _named(session, request):
        raise PlanningError("already_named", field="member_id")
    return _add(session, request, member_id)


def add_access_people(session: Session, /, access_request_id: str, *, member_ids: Sequence[str]) -> None:
    """Name several members in a request; those who are named already stay as they are.

    Raises:
        PlanningError: ``row_missing``.
    """
    request = asked(session, AccessRequest, access_request_id)
    named = _named(session, request)
    for member_id in dict.fromkeys(member_ids):
        if member_id not in named:
            _add(session, request, member_id)


def edit_access_person(session: Session, /, access_person_id: str, *, missing: str) -> None:
    """Say in words what is still missing of somebody, beside what the program finds.

    Raises:
        PlanningError: ``row_missing``; ``text_too_long``.
    """
    row = asked(session, AccessPerson, access_person_id)
    change(session, row, {"missing": missing}, columns={"missing"})


def remove_access_person(session: Session, /, access_person_id: str) -> None:
    """Take a member off a request.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, AccessPerson, access_person_id))


def send_access_request(session: Session, /, access_request_id: str) -> None:
    """Say that a request was sent, now; sent again, what was answered before no longer counts.

    Raises:
        PlanningError: ``row_missing``.
    """
    row = asked(session, AccessRequest, access_request_id)
    row.state, row.sent_at, row.answered_at = AccessState.SENT, now_utc(), None


def answer_access_request(
    session: Session, /, access_request_id: str, *, granted: bool, answer: str | None = None
) -> None:
    """Say what the site answered, now; without an ``answer`` in words, those that stand there stay.

    Raises:
        PlanningError: ``row_missing``; ``not_sent_yet``; ``text_too_long``.
    """
    row = asked(session, AccessRequest, access_request_id)
    if row.state is AccessState.TO_SEND:
        raise PlanningError("not_sent_yet")
    if answer is not None:
        change(session, row, {"answer": answer}, columns={"answer"})
    row.state = AccessState.GRANTED if granted else AccessState.REFUSED
    row.answered_at = now_utc()


def reopen_access_request(session: Session, /, access_request_id: str) -> None:
    """Say that a request is still to be sent, as if it never had been.

    Raises:
        PlanningError: ``row_missing``.
    """
    row = asked(session, AccessRequest, access_request_id)
    row.state, row.sent_at, row.answered_at = AccessState.TO_SEND, None, None


def _named(session: Session, request: AccessRequest) -> set[str]:
    query = select(AccessPerson.member_id).where(AccessPerson.access_request_id == request.id)
    return set(session.scalars(query))


def _add(session: Session, request: AccessRequest, member_id: str) -> str:
    asked(session, Member, member_id, visit_id=request.visit_id)
    values = {"visit_id": request.visit_id, "access_request_id": request.id, "member_id": member_id}
    return fresh(session, AccessPerson, **values).id
