"""The picture of a person: kept once by the SHA-256 of its bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.models import Person
from app.domain.errors import PlanningError
from app.planning.blobs import keep_blob
from app.planning.rows import asked

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LARGEST_PICTURE = 5 * 1024 * 1024  # bytes
#: How a file of each kind begins, whatever its name says.
_BEGINNINGS = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}


def set_picture(session: Session, /, person_id: str, *, data: bytes, media_type: str) -> None:
    """Give a person a picture: the bytes of a PNG or JPEG file, 5 MB at the most.

    Raises:
        PlanningError: ``row_missing``; ``picture_too_large``; ``picture_unknown`` where the bytes are not
            what ``media_type`` says, or of another kind.
    """
    person = asked(session, Person, person_id)
    if len(data) > LARGEST_PICTURE:
        raise PlanningError("picture_too_large", field="picture_sha256", most=LARGEST_PICTURE // 1024**2)
    beginning = _BEGINNINGS.get(media_type)
    if beginning is None or not data.startswith(beginning):
        raise PlanningError("picture_unknown", field="picture_sha256")
    person.picture_sha256 = keep_blob(session, data)


def clear_picture(session: Session, /, person_id: str) -> None:
    """Take a person's picture away; its bytes stay for as long as a step could bring it back.

    Raises:
        PlanningError: ``row_missing``.
    """
    asked(session, Person, person_id).picture_sha256 = ""
