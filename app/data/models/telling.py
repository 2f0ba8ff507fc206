"""What was told to whom when a plan changed. Bookkeeping: it never goes on paper."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import DateTime, Integer, String, Text

from app.data.models.base import Owned, field, ref
from app.domain.release import Carry

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Told(Owned):
    """A message about a change, as it left: to whom by name, in which language, by which way, when (UTC).

    ``via`` is ``copied`` or ``mail``; ``about`` says in one line what had changed. It told of what came after
    ``since_step``; of all that was new, where that is empty. The name stays where the member is gone.
    """

    __tablename__ = "told"

    member_id: Mapped[str | None] = ref("member", optional=True)
    entry_id: Mapped[str | None] = ref("entry", optional=True)
    name: Mapped[str] = field(Text, Carry.INTERNAL)
    subject: Mapped[str] = field(Text, Carry.INTERNAL)
    text: Mapped[str] = field(Text, Carry.INTERNAL)
    language: Mapped[str] = field(String(12), Carry.INTERNAL)
    via: Mapped[str] = field(String(20), Carry.INTERNAL)
    about: Mapped[str] = field(Text, Carry.INTERNAL)
    told_at: Mapped[datetime | None] = field(DateTime, Carry.INTERNAL, optional=True)
    since_step: Mapped[int | None] = field(Integer, Carry.INTERNAL, optional=True)
