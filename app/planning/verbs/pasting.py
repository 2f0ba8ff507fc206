"""Pasting a text into the programme."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from app.data.models import Leg
from app.domain.board.text import Words
from app.domain.errors import PlanningError
from app.domain.zones import known_zones
from app.planning.pasting import Reader, drafts_of, zone_names
from app.planning.rows import asked_visit, fresh
from app.planning.verbs.entries import create_entry

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def paste_text(
    session: Session,
    /,
    visit_id: str,
    day: date,
    zone: str,
    text: str,
    *,
    untitled: str,
    day_of: Callable[[str], date | None],
    words: Words = Words(),  # noqa: B008 - it is frozen
    onto: bool = False,
    fold: int | None = None,
    zone_on: Callable[[date], str] | None = None,
) -> tuple[str, ...]:
    """Add an entry for each line of a text that begins with a time, and return their ids in order.

    All are tentative. Lines under no heading are of ``day``, times beside no zone of ``zone``, or of the zone
    that ``zone_on`` gives for their day where it is another; ``onto`` puts
    the first day of the text on ``day``. ``day_of`` reads a heading, and ``words`` are those of the language
    in force (:func:`app.domain.board.text.read_text`). A line without words is called ``untitled``. ``fold``
    is for clocks that come twice.

    Raises:
        PlanningError: ``visit_missing``, ``text_too_long``, ``zone_unknown``, ``time_nonexistent``,
            ``time_ambiguous`` and what else :func:`app.planning.verbs.entries.create_entry` refuses;
            ``title`` says for which line.
    """
    visit = asked_visit(session, visit_id)
    if zone not in known_zones():
        raise PlanningError("zone_unknown", field="zone", zone=zone)
    session.flush()
    zones = zone_names(session.connection(), visit_id)
    drafts = drafts_of(text, day, day_of=day_of, words=words, zones=zones, onto=onto)
    if not drafts:
        return ()
    reader = Reader(session, visit, lambda on: zone if zone_on is None or on == day else zone_on(on), fold)
    made = []
    for draft in drafts:
        pasted = reader.read(draft, untitled)
        try:
            entry_id = create_entry(session, visit_id, **pasted.entry)
        except PlanningError as error:
            error.data["title"] = pasted.entry["title"]
            raise
        if pasted.leg:
            fresh(session, Leg, visit_id=visit_id, entry_id=entry_id, **pasted.leg)
        made.append(entry_id)
    return tuple(made)
