"""What can be done to the visits of a planner."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data.cascade import delete_row
from app.data.models import Member, Person, Visit
from app.domain.particulars import check_length
from app.domain.words import Marking, Side
from app.planning.precedence import follows, ranked
from app.planning.rows import asked_visit, change, fresh, own_columns
from app.planning.spans import check_days, check_zone
from app.planning.template import copy_visit
from app.planning.typed_name import read_name
from app.planning.verbs.members import create_member
from app.planning.verbs.precedence import order_by_rule

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = own_columns(Visit)
_REQUIRED = ("title", "home_city", "home_zone", "starts_on", "ends_on")
_FIRST = 1  # precedence of the principal


def create_visit(
    session: Session,
    /,
    *,
    title: str,
    home_city: str,
    home_zone: str,
    starts_on: date,
    ends_on: date,
    principal_name: str = "",
    **fields: Any,
) -> str:
    """Add a visit and return its id. Days are of the home zone; ``fields`` are the further columns.

    The principal leads our side of the delegation. Without a ``principal_id``, a person is made by the
    ``principal_name``, as :func:`app.planning.typed_name.read_name` reads it.

    Raises:
        PlanningError: what :func:`edit_visit` refuses.
    """
    visit = fresh(session, Visit, marking=Marking.OFFICIAL_USE)
    values = {
        "title": title,
        "home_city": home_city,
        "home_zone": home_zone,
        "starts_on": starts_on,
        "ends_on": ends_on,
    }
    _change(session, visit, values | fields)
    if visit.principal_id is None and principal_name.strip():
        visit.principal_id = _new_person(session, principal_name)
        _join(session, visit)
    return visit.id


def edit_visit(session: Session, /, visit_id: str, **fields: Any) -> None:
    """Set columns of a visit. No entry moves when its home zone or its days are changed.

    A new principal who is not yet on our side of the delegation joins it, in front.

    Raises:
        PlanningError: ``visit_missing``; ``zone_unknown``; ``day_order`` where it would end before it begins;
            ``time_out_of_range`` for a year; ``visit_too_long``; what
            :func:`app.planning.rows.change` refuses.
    """
    _change(session, asked_visit(session, visit_id), fields)


def archive_visit(session: Session, /, visit_id: str, *, archived: bool) -> None:
    """Put a visit into the archive, or take it out again.

    Raises:
        PlanningError: ``visit_missing``.
    """
    visit = asked_visit(session, visit_id)
    if visit.archived != archived:
        visit.archived = archived


def duplicate_visit(session: Session, /, visit_id: str, *, title: str, starts_on: date) -> str:
    """Add a copy of a visit as a template for another, beginning on ``starts_on``, and return its id.

    All days are moved alike; the clocks on the walls stay, and instants are derived anew. Which clocks do
    not fit their new days is told by :func:`app.planning.views.visit.clocks_of_copy`. Entries are tentative
    and new to calendars; cancelled ones stay behind; nothing is confirmed, sent, answered or decided;
    people, places and organisations are shared; topics keep their threads.

    Raises:
        PlanningError: ``visit_missing``, ``field_empty`` for the title, ``time_out_of_range``.
    """
    visit = asked_visit(session, visit_id)
    values = {"title": title, "starts_on": starts_on}
    heading = Visit(title="")  # it is never written: what was entered is read by the columns' own rules
    change(session, heading, values, columns=values, required=("title",))
    return copy_visit(session, visit, title=heading.title, starts_on=heading.starts_on)


def delete_visit(session: Session, /, visit_id: str) -> None:
    """Delete a visit with all that belongs to it; people, places and organisations stay.

    Raises:
        PlanningError: ``visit_missing``.
    """
    delete_row(session, asked_visit(session, visit_id))


def _change(session: Session, visit: Visit, fields: Mapping[str, Any]) -> None:
    led = fields.get("principal_id") is not None
    ordered = led and follows(ranked(session.connection(), visit.id, Side.OURS))
    with session.no_autoflush:  # a new visit has no days until all is known to be sound
        change(session, visit, fields, columns=_COLUMNS, required=_REQUIRED)
    check_zone(fields, "home_zone", visit.home_zone)
    check_days(fields, "starts_on", "ends_on", visit)
    if {"starts_on", "ends_on"} & fields.keys():
        at = "ends_on" if "ends_on" in fields else "starts_on"
        check_length(visit.starts_on, visit.ends_on, at)
    if led:
        _join(session, visit)
    if ordered:
        order_by_rule(session, visit.id, side=Side.OURS)


def _new_person(session: Session, name: str) -> str:
    read = read_name(name)
    person = fresh(session, Person)
    values = {
        "family_name": read.family,
        "given_name": read.given,
        "family_name_first": read.family_first,
        "native_name": read.native,
    }
    change(session, person, values, columns=values)
    return person.id


def _join(session: Session, visit: Visit) -> None:
    """Let the principal lead our side, where the delegation does not have the principal yet."""
    session.flush()
    query = select(Member.id).where(Member.visit_id == visit.id, Member.person_id == visit.principal_id)
    if visit.principal_id is not None and session.scalar(query) is None:
        create_member(session, visit.id, person_id=visit.principal_id, side=Side.OURS, precedence=_FIRST)
