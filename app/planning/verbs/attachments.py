"""Files kept inside the planner: bytes once for each SHA-256, names as often as they are added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data.cascade import delete_row
from app.data.models import Attachment, Entry, Topic
from app.domain.errors import PlanningError
from app.domain.file_names import check_size, clean_file_name
from app.planning.blobs import keep_blob
from app.planning.rows import asked, asked_visit, change, fresh, next_position, own_columns, put_in_order

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = own_columns(Attachment, without={"position", "media_type", "sha256", "size"})
_LONGEST_TYPE = 80
_UNKNOWN_TYPE = "application/octet-stream"


def add_attachment(
    session: Session,
    /,
    visit_id: str,
    *,
    name: str,
    data: bytes,
    media_type: str,
    entry_id: str | None = None,
    topic_id: str | None = None,
) -> str:
    """Keep a file in a visit, with its entry or topic where one is given, and return its id.

    It is marked as closely as these are; without them as the visit is. Of the name, folders and control
    characters are left out. Bytes that the planner has already are not stored again.

    Raises:
        PlanningError: ``visit_missing``; ``reference_missing``; ``field_empty`` for the name;
            ``attachment_empty``; ``attachment_too_large`` beyond 200 MB.
    """
    visit = asked_visit(session, visit_id)
    name = clean_file_name(name)
    check_size(name, len(data))
    place = next_position(session, Attachment, visit_id=visit_id)
    row = fresh(
        session,
        Attachment,
        visit_id=visit_id,
        position=place,
        marking=visit.marking,
        media_type=media_type.strip() if 0 < len(media_type.strip()) <= _LONGEST_TYPE else _UNKNOWN_TYPE,
        sha256=keep_blob(session, data),
        size=len(data),
    )
    change(
        session,
        row,
        {"name": name, "entry_id": entry_id, "topic_id": topic_id},
        columns=_COLUMNS,
        required={"name"},
    )
    markings = [visit.marking]
    if row.entry_id is not None:
        markings.append(asked(session, Entry, row.entry_id).marking)
    if row.topic_id is not None:
        markings.append(asked(session, Topic, row.topic_id).marking)
    row.marking = max(markings[1:] or markings)
    return row.id


def edit_attachment(session: Session, /, attachment_id: str, **fields: Any) -> None:
    """Set the name, the marking, the entry or the topic of a file; its bytes are what they are.

    Raises:
        PlanningError: ``row_missing``; ``field_empty`` for the name; ``choice_unknown``;
            ``reference_missing``.
    """
    if "name" in fields:
        fields = fields | {"name": clean_file_name(str(fields["name"] or ""))}
    row = asked(session, Attachment, attachment_id)
    change(session, row, fields, columns=_COLUMNS, required={"name"})


def order_attachments(session: Session, /, attachment_ids: Sequence[str]) -> None:
    """Give files of one visit the order of ``attachment_ids``; all others keep their places among the rest.

    So the files of an entry are put in order without moving those of other entries.

    Raises:
        PlanningError: ``row_missing`` where one is gone, or of another visit.
    """
    if not attachment_ids:
        return
    visit_id = asked(session, Attachment, attachment_ids[0]).visit_id
    columns = Attachment.__table__.c
    query = select(columns.id).where(columns.visit_id == visit_id).order_by(columns.position, columns.id)
    every = list(session.scalars(query))
    named = list(dict.fromkeys(attachment_ids))
    if not set(named) <= set(every):
        raise PlanningError("row_missing", table="attachment")
    wanted = iter(named)
    order = [next(wanted) if each in named else each for each in every]
    put_in_order(session, Attachment, order, visit_id=visit_id)


def delete_attachment(session: Session, /, attachment_id: str) -> None:
    """Take a file out of the planner; its bytes stay for as long as a step could bring it back.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, Attachment, attachment_id))
