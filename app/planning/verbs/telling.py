"""What is kept of a message that told somebody of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.data.models import Member, Person, Told
from app.data.models.base import now_utc
from app.domain.names import full_name
from app.domain.telling import Via
from app.planning.asked import chosen
from app.planning.rows import asked, change, fresh

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def keep_told(
    session: Session,
    /,
    member_id: str,
    *,
    subject: str,
    text: str,
    language: str,
    via: Via,
    about: str,
    since_step: int | None = None,
) -> str:
    """Keep a message as it left, with the present instant and the member's name, and return its id.

    With ``since_step`` it told of what had changed after that step alone: what is older is still to be told.

    Raises:
        PlanningError: ``row_missing``; ``field_empty`` for a message without words; ``choice_unknown``;
            ``text_too_long``.
    """
    member = asked(session, Member, member_id)
    person = session.scalars(select(Person).where(Person.id == member.person_id)).one()
    name = full_name(person.family_name, person.given_name, family_first=person.family_name_first)
    row = fresh(session, Told, visit_id=member.visit_id, member_id=member.id, told_at=now_utc())
    fields = {
        "subject": subject,
        "text": text,
        "language": language,
        "via": chosen("via", Via, via).value,
        "about": about,
        "name": name or person.native_name,
        "since_step": since_step,
    }
    change(session, row, fields, columns=fields.keys(), required={"text"})
    return row.id
