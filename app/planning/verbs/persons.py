"""What can be done to persons, whom all visits share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from app.data.cascade import delete_row
from app.data.models import Person
from app.domain.errors import PlanningError
from app.domain.particulars import check_birth, country_codes, language_tags, mail_address, sex_letter
from app.planning.clock import now_utc
from app.planning.merging import merge_rows
from app.planning.rows import asked, change, fresh, own_columns
from app.planning.typed_name import family_leads
from app.reference.countries import COUNTRY_CODES

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = own_columns(Person, without={"picture_sha256"})  # a picture comes with its bytes: set_picture


#: How the particulars that have a form of their own are read.
_READ: Mapping[str, Callable[[str], str]] = {
    "email": mail_address,
    "languages": language_tags,
    "sex": sex_letter,
    "citizenships": partial(country_codes, known=COUNTRY_CODES),
}
_DATE_LINE = timedelta(days=1)  # somewhere it is tomorrow already


def create_person(session: Session, /, *, family_name: str, given_name: str = "", **fields: Any) -> str:
    """Add a person and return its id. The family is named first where the names say so, unless it is said.

    Raises:
        PlanningError: what :func:`edit_person` refuses.
    """
    row = fresh(session, Person)
    values = {"family_name": family_name, "given_name": given_name} | fields
    _change(session, row, values)
    return row.id


def edit_person(session: Session, /, person_id: str, **fields: Any) -> None:
    """Set columns of a person, all but the picture.

    With names that have become Hangul or Chinese the family is named first; staff may say otherwise then.

    Raises:
        PlanningError: ``row_missing``; what :mod:`app.domain.particulars` refuses of e-mail, languages, sex,
            citizenships and the day of birth; what :func:`app.planning.rows.change` refuses.
    """
    row = asked(session, Person, person_id)
    _change(session, row, fields)


def delete_person(session: Session, /, person_id: str) -> None:
    """Delete a person with posts, travel documents, and the membership of every delegation.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, Person, person_id))


def merge_persons(session: Session, /, person_id: str, *, into_id: str) -> None:
    """Merge a person into another: what refers to this one refers to the other, who alone remains.

    What the other lacks it takes from this one. Where both are members of one visit, or at one entry,
    the other's stays and takes over what hung on this one's.

    Raises:
        PlanningError: ``row_missing``; ``same_row``.
    """
    gone, kept = asked(session, Person, person_id), asked(session, Person, into_id)
    if gone is kept:
        raise PlanningError("same_row", field="into_id")
    merge_rows(session, gone, kept)


def _change(session: Session, row: Person, fields: Mapping[str, Any]) -> None:
    led = family_leads(row.family_name, row.given_name)
    fields = dict(fields)
    for name, read in _READ.items():
        if isinstance(fields.get(name), str):
            fields[name] = read(fields[name])
    check_birth(fields.get("born_on"), now_utc().date() + _DATE_LINE)
    change(session, row, fields, columns=_COLUMNS, required=("family_name",))
    if "family_name_first" not in fields and not led and family_leads(row.family_name, row.given_name):
        row.family_name_first = True
