"""The bytes of files: kept once, whoever has them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from app.data.models import AttachmentBlob

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def keep_blob(session: Session, data: bytes) -> str:
    """Keep these bytes, if they are not kept already, and return their SHA-256."""
    sha256 = hashlib.sha256(data).hexdigest()
    if session.get(AttachmentBlob, sha256) is None:
        session.add(AttachmentBlob(sha256=sha256, size=len(data), data=data))
    return sha256
