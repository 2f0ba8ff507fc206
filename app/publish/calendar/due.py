"""The days on which promises are due, as a calendar: an event of the whole day for each that is still owed.

Events, and not to-dos: half of the calendar programs leave to-dos out without a word.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, vText

from app.domain.errors import PlanningError
from app.domain.words import ActionState, Marking
from app.planning.released import Action, ReleasedVisit
from app.publish.calendar.build import clean
from app.wording import _
from app.wording.actions import owed
from app.wording.names import marking_name, word_name

_OPEN = frozenset({ActionState.OPEN, ActionState.IN_PROGRESS})


def build_due(visits: Sequence[ReleasedVisit], *, now: datetime) -> bytes:
    """Return what is still owed by either side on released visits, by its day; ``now`` is naive UTC.

    A promise keeps its UID, so that a program that reads a later calendar moves the event and adds none.

    Raises:
        PlanningError: ``due_empty``, nothing that this reader may see has a day.
    """
    found = [(visit, action) for visit in visits for action in _due(visit.actions)]
    if not found:
        raise PlanningError("due_empty")
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//Aide-Memoire//Aide-Memoire//EN")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    for name in ("NAME", "X-WR-CALNAME"):
        calendar.add(name, vText(clean(_("Promises due"))))
    for visit, action in sorted(found, key=lambda each: (each[1].due_on, each[1].id)):
        calendar.add_component(_event(visit, action, now))
    return bytes(calendar.to_ical(sorted=False))


def _due(actions: Iterable[Action]) -> Iterable[Action]:
    return (action for action in actions if action.due_on is not None and action.state in _OPEN)


def _event(visit: ReleasedVisit, action: Action, now: datetime) -> Event:
    assert action.due_on is not None
    event = Event()
    event.add("UID", f"action-{action.id}@aide-memoire")
    event.add("DTSTAMP", now.replace(tzinfo=UTC))
    event.add("SUMMARY", clean(" ".join(action.text.split())))
    event.add("DTSTART", action.due_on)
    event.add("DTEND", action.due_on + timedelta(days=1))
    event.add("DESCRIPTION", clean("\n".join(line for line in _lines(visit, action) if line)))
    event.add("TRANSP", "TRANSPARENT")
    event.add("X-MICROSOFT-CDO-BUSYSTATUS", vText("FREE"))
    return event


def _lines(visit: ReleasedVisit, action: Action) -> Collection[str]:
    member = visit.member.get(action.owner_id or "")
    person = visit.person.get(member.person_id) if member else None
    owner = visit.organisation.get(action.owner_organisation_id or "")
    counterpart = visit.organisation.get(action.counterpart_organisation_id or "")
    entry = next((entry for entry in visit.entries if entry.id == action.entry_id), None)
    who = person.name if person else owner.name if owner else ""
    return (
        marking_name(action.marking, visit.marking_names) if action.marking > Marking.PUBLIC else "",
        " · ".join(part for part in (owed(action.owed_by), who, word_name(action.state)) if part),
        _("To: {name}").format(name=counterpart.name) if counterpart else "",
        " · ".join(part for part in (entry.title if entry else "", visit.visit.title) if part),
    )
