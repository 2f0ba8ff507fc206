"""What can be done to organisations, which all visits share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from app.data.cascade import delete_row
from app.data.models import Organisation
from app.domain.errors import PlanningError
from app.domain.particulars import web_address
from app.planning.merging import merge_rows
from app.planning.rows import asked, change, fresh, own_columns

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def create_organisation(session: Session, /, *, name: str, **fields: Any) -> str:
    """Add an organisation and return its id.

    Raises:
        PlanningError: what :func:`edit_organisation` refuses.
    """
    row = fresh(session, Organisation)
    _set(session, row, {"name": name} | fields)
    return row.id


def edit_organisation(session: Session, /, organisation_id: str, **fields: Any) -> None:
    """Set columns of an organisation.

    Raises:
        PlanningError: ``row_missing``; ``parent_in_circle`` where it would stand above itself; what
            :func:`app.planning.rows.change` refuses.
    """
    _set(session, asked(session, Organisation, organisation_id), fields)


def delete_organisation(session: Session, /, organisation_id: str) -> None:
    """Delete an organisation with the posts at it; what only names it stays and names none.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, Organisation, organisation_id))


def merge_organisations(session: Session, /, organisation_id: str, *, into_id: str) -> None:
    """Merge an organisation into another: what refers to it refers to the other, which alone remains.

    What the other lacks it takes from this one; where one stood above the other, no circle comes of it.

    Raises:
        PlanningError: ``row_missing``; ``same_row``.
    """
    gone = asked(session, Organisation, organisation_id)
    kept = asked(session, Organisation, into_id)
    if gone is kept:
        raise PlanningError("same_row", field="into_id")
    kept.parent_id = _parent_after(session, gone, kept)
    gone.parent_id = None
    merge_rows(session, gone, kept)


def _set(session: Session, row: Organisation, fields: Mapping[str, Any]) -> None:
    parent = fields.get("parent_id")
    if parent is not None and row.id in _upwards(session, parent):
        raise PlanningError("parent_in_circle", field="parent_id")
    if isinstance(website := fields.get("website"), str):
        fields = {**fields, "website": web_address(website)}
    change(session, row, fields, columns=own_columns(Organisation), required=("name",))


def _parent_after(session: Session, gone: Organisation, kept: Organisation) -> str | None:
    """Return what stands above ``kept`` once ``gone`` is merged into it; never itself."""
    if kept.parent_id is not None and gone.id not in _upwards(session, kept.parent_id):
        return kept.parent_id
    if gone.parent_id is not None and kept.id not in _upwards(session, gone.parent_id):
        return gone.parent_id
    return None


def _upwards(session: Session, organisation_id: str) -> set[str]:
    """Return an organisation and those above it; an unknown one has none above it."""
    found: set[str] = set()
    above: str | None = organisation_id
    while above is not None and above not in found:
        found.add(above)
        row = session.get(Organisation, above)
        above = None if row is None else row.parent_id
    return found
